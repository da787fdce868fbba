"""Digests of what is in files, without reading again what nobody has touched."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

UNREADABLE = "unreadable"
"""The digest of every file that cannot be read; the function that is handed it will say so."""

COARSE = 2_000_000_000
"""Nanoseconds: the coarsest dates of a file system (FAT) count by two seconds."""

Stamp = tuple[int, int, int, int, str]
"""Size, date of change, date of the entry, number of the entry, and the digest that belongs to them."""


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
        self._digests: dict[Path, str] = {}
        self._states: dict[Path, tuple[int, ...]] = {}

    def digest(self, file: Path) -> str:
        """A digest of what is in a file; within one run the file is read once at most."""
        if file not in self._digests:
            self._digests[file] = self._digest(file)
        return self._digests[file]

    def unchanged(self, file: Path) -> bool:
        """Whether a file looks as it did when its digest was taken; else what was made of it belongs to no digest."""
        try:
            return self._states.get(file) == _state(file)
        except OSError:
            return False

    def _digest(self, file: Path) -> str:
        try:
            # First the dates, then the bytes: a change in between shows in the dates next time.
            stamp = self._states[file] = _state(file)
            old = self.known.get(str(file))
            if old is not None and old[:4] == stamp:
                self.used[str(file)] = old
                return old[4]
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=20)).hexdigest()
        except OSError:
            return UNREADABLE
        if max(stamp[1:3]) + COARSE < self.since:
            self.used[str(file)] = (*stamp, digest)
        return digest


def _state(file: Path) -> tuple[int, int, int, int]:
    found = file.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
