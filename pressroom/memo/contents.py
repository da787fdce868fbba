"""Digests of what is in files, without reading again what nobody has touched."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from pressroom.still import COARSE, look_of

UNREADABLE = "unreadable"
"""The digest of every file that cannot be read; the function that is handed it will say so."""

Stamp = tuple[int, int, int, int, str]
"""How a file looks (``still.Look``), and the digest that belongs to it."""


class Contents:
    """Remembers digests by a file's size and dates.

    Dates may be believed only for a file that had been at rest when it was read: one that is saved twice within one
    tick of the file system's clock looks the same. So a stamp is kept only if the file was older than ``since``,
    a date (in nanoseconds) known to lie before this run.
    """

    def __init__(self, known: Mapping[str, Stamp], since: int) -> None:
        self.known = known
        self.since = since
        self.used: dict[str, Stamp] = {}
        self.seen: dict[str, Stamp] = {}

    def digest(self, file: Path | str) -> str:
        """A digest of what is in a file; within one run the file is read once at most."""
        name = str(file)
        stamp = self.seen.get(name)
        if stamp is not None:
            return stamp[4]
        try:
            # First the dates, then the bytes: a change in between shows in the dates next time.
            look = look_of(os.stat(name))
            old = self.known.get(name)
            if old is not None and old[:4] == look:
                self.seen[name] = self.used[name] = old
                return old[4]
            with open(name, "rb") as stream:
                digest = hashlib.file_digest(stream, _hash).hexdigest()
        except OSError:
            self.seen[name] = (0, 0, 0, 0, UNREADABLE)
            return UNREADABLE
        self.learn(name, (*look, digest))
        return digest

    def read(self, file: Path | str, most: int) -> bytes | int:
        """What is in a file, its digest learnt in passing; its size where it has more than so many bytes.

        Raises OSError.
        """
        name = str(file)
        look = look_of(os.stat(name))
        if look[0] > most:
            self.digest(name)
            return look[0]
        with open(name, "rb") as stream:
            data = stream.read()
        self.learn(name, (*look, _hash(data).hexdigest()))
        return data

    def learn(self, name: str, stamp: Stamp) -> None:
        """Takes note of a file that was read."""
        self.seen[name] = stamp
        if max(stamp[1:3]) + COARSE < self.since:
            self.used[name] = stamp

    def forget(self, name: str) -> None:
        """A file is looked at anew when it is next asked for."""
        self.seen.pop(name, None)

    def unchanged(self, file: Path | str) -> bool:
        """Whether a file looks as it did when its digest was taken; else what was made of it belongs to no digest."""
        stamp = self.seen.get(str(file))
        try:
            return stamp is not None and stamp[:4] == look_of(os.stat(file))
        except OSError:
            return False


def _hash(data: bytes = b"") -> hashlib.blake2b:
    return hashlib.blake2b(data, digest_size=20)
