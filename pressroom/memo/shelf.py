"""Large results, each in a file of its own: written once, read often, never rewritten because another one changed."""

import contextlib
import hashlib
import os
from pathlib import Path
from typing import NamedTuple

_CHECK = 16


class Key(NamedTuple):
    """What a result is kept under: a digest of the file it was made of, and one of all that was wanted of it."""

    of: str
    call: bytes


class Shelf:
    """A folder of results. Each name begins with the digest of the file it was made of, so that all that was ever made
    of a file can be found again (see ``clearing``). Deleting the folder or any file of it at any time is safe.

    A file appears under its name only when it is whole, and begins with a digest of the rest; one that was cut short
    or altered all the same is as good as none. ``head`` says whose results these are: other code has other ones.
    """

    def __init__(self, folder: Path, head: bytes) -> None:
        self.folder = folder
        self.head = head
        self.used: set[str] = set()

    def get(self, key: Key) -> bytes | None:
        """What was put under a key, or None."""
        file = self._file(key)
        try:
            data = file.read_bytes()
        except OSError:
            return None
        if data[:_CHECK] != _digest(key.call, data[_CHECK:]):
            return None
        self.used.add(file.name)
        return data[_CHECK:]

    def put(self, key: Key, packed: bytes) -> None:
        """Keeps a result at once: a build that is broken off has lost nothing it finished. Trouble is no mistake."""
        file = self._file(key)
        self.used.add(file.name)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(_digest(key.call, packed) + packed)
            aside.replace(file)

    def hold(self, key: Key) -> None:
        """Spares a result from ``prune``."""
        self.used.add(self._file(key).name)

    def prune(self) -> None:
        """Forgets what nobody asked for, and what broken-off builds left half written."""
        with contextlib.suppress(OSError):
            for file in sorted(self.folder.iterdir()):
                if file.name not in self.used:
                    file.unlink()

    def _file(self, key: Key) -> Path:
        return self.folder / f"{key.of}-{hashlib.blake2b(self.head + key.call, digest_size=20).hexdigest()}"


def _digest(key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_CHECK, key=key).digest()
