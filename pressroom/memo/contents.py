"""Digests of what is in files, without reading again what nobody has touched."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

UNREADABLE = "unreadable"
"""The digest of every file that cannot be read; the function that is handed it will say so."""

COARSE = 2_000_000_000
"""Nanoseconds: the coarsest dates of a file system (FAT) count by two seconds."""

State = tuple[int, int, int, int]
"""Size, date of change, date of the entry, number of the entry."""

Stamp = tuple[int, int, int, int, str]
"""A state, and the digest that belongs to it."""


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
            state = state_of(name)
            old = self.known.get(name)
            if old is not None and old[:4] == state:
                self.seen[name] = self.used[name] = old
                return old[4]
            with open(name, "rb") as stream:
                digest = hashlib.file_digest(stream, _hash).hexdigest()
        except OSError:
            self.seen[name] = (0, 0, 0, 0, UNREADABLE)
            return UNREADABLE
        self.learn(name, (*state, digest))
        return digest

    def read(self, file: Path | str, most: int) -> bytes | int:
        """What is in a file, its digest learnt in passing; its size where it has more than so many bytes.

        Raises OSError.
        """
        name = str(file)
        state = state_of(name)
        if state[0] > most:
            self.digest(name)
            return state[0]
        with open(name, "rb") as stream:
            data = stream.read()
        self.learn(name, (*state, _hash(data).hexdigest()))
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
            return stamp is not None and stamp[:4] == state_of(str(file))
        except OSError:
            return False


def state_of(name: str) -> State:
    """How a file looks from outside. Raises OSError."""
    found = os.stat(name)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _hash(data: bytes = b"") -> hashlib.blake2b:
    return hashlib.blake2b(data, digest_size=20)
