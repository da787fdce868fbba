"""Where results are kept between builds: one file, each value under a digest of its own bytes."""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

MOST_BYTES = 256 * 1024 * 1024
"""A file larger than this is not read: starting afresh costs less."""

MOST_LOOSE = 4 * 1024 * 1024
"""So many bytes wait in memory before they are written."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS pages (name TEXT PRIMARY KEY, data BLOB)",
    "CREATE TABLE IF NOT EXISTS results (digest BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID",
)


class Lost(Exception):
    """Something that was noted is not there, or not as it was: another build or a broken disk took it away.

    Whoever meets it begins afresh; nothing is lost but time.
    """


def digest(data: bytes) -> bytes:
    """What stands for some bytes: 16 bytes, so that two different ones never meet by chance."""
    return hashlib.blake2b(data, digest_size=16).digest()


class Store:
    """Values by their digests, and a few named pages. Deleting the file at any time is safe.

    SQLite keeps several builds from reading what another is just writing. Nothing it hands out is believed: each value
    is measured against its digest. ``head`` says whose results these are; a file with another one is emptied. Without a
    file, or where it cannot be written, everything stays in the memory of this process.
    """

    def __init__(self, file: Path | None, head: bytes, *, fresh: bool = False) -> None:
        self.file = file
        self.head = head
        self.loose: dict[bytes, bytes] = {}
        self._size = 0
        self._process = 0
        self._connection: sqlite3.Connection | None = None
        if file is not None and (fresh or self.page("head") != head):
            self._empty()

    def __getstate__(self) -> tuple[Path | None, bytes]:
        return self.file, self.head

    def __setstate__(self, state: tuple[Path | None, bytes]) -> None:
        self.file, self.head = state
        self.loose, self._size, self._process, self._connection = {}, 0, 0, None

    def put(self, data: bytes) -> bytes:
        """Keeps a value; its digest."""
        key = digest(data)
        if key not in self.loose:
            self.loose[key] = data
            self._size += len(data)
        return key

    def take(self, values: Mapping[bytes, bytes]) -> None:
        """Keeps what a worker has put."""
        self.loose.update(values)
        self._size += sum(map(len, values.values()))

    def get(self, key: bytes) -> bytes:
        """The value of a digest. Raises Lost."""
        self._fork()
        data = self.loose.get(key)
        if data is not None:
            return data
        row = self._row("SELECT data FROM results WHERE digest = ?", key)
        if row is None or digest(row) != key:
            raise Lost
        return row

    def page(self, name: str) -> bytes | None:
        """What was last written under a name, or None."""
        row = self._row("SELECT data FROM pages WHERE name = ?", name)
        return row[16:] if row is not None and digest(row[16:]) == row[:16] else None

    def pages(self, start: str) -> Iterator[tuple[str, bytes]]:
        """Everything written under a name that begins so."""
        connection = self._opened()
        if connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            for name, data in connection.execute("SELECT name, data FROM pages WHERE name GLOB ?", (f"{start}*",)):
                if isinstance(data, bytes) and digest(data[16:]) == data[:16]:
                    yield name, data[16:]

    def full(self) -> bool:
        """Whether so much waits in memory that it should be written."""
        return self._size > MOST_LOOSE

    def write(self, pages: Iterable[tuple[str, bytes]] = (), wanted: Callable[[], set[bytes]] | None = None) -> bool:
        """Writes what waits in memory, and named pages; ``wanted`` tells the digests that are still asked for.

        Whether it could be written. Trouble is no mistake: then the next build makes everything again.
        """
        connection = self._opened()
        if connection is None:
            return False
        named = ((name, digest(data) + data) for name, data in pages)
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", self.loose.items())
            connection.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?)", named)
            if wanted is not None:
                self._forget(connection, wanted)
            connection.execute("COMMIT")
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            return False
        self.loose, self._size = {}, 0
        return True

    def _forget(self, connection: sqlite3.Connection, wanted: Callable[[], set[bytes]]) -> None:
        """What nobody asks for any more goes when the file has doubled: to sort it out each time would cost more."""
        before = self.page("tidied")
        (count,) = connection.execute("SELECT count(*) FROM results").fetchone()
        if before is not None and count <= 2 * int(before) + 200:
            return
        if before is not None:
            known = {key for (key,) in connection.execute("SELECT digest FROM results")}
            unused = [(key,) for key in known - wanted()]
            connection.executemany("DELETE FROM results WHERE digest = ?", unused)
            count -= len(unused)
        told = b"%d" % count
        connection.execute("INSERT OR REPLACE INTO pages VALUES ('tidied', ?)", (digest(told) + told,))

    def _row(self, question: str, key: bytes | str) -> bytes | None:
        connection = self._opened()
        if connection is None:
            return None
        try:
            found = connection.execute(question, (key,)).fetchone()
        except sqlite3.Error:
            return None
        return found[0] if found and isinstance(found[0], bytes) else None

    def _fork(self) -> None:
        """A connection belongs to one process; what a parent has not written yet, its children do not send back."""
        if self._process != os.getpid():
            self._process, self._connection = os.getpid(), None

    def _opened(self) -> sqlite3.Connection | None:
        self._fork()
        if self._connection is None and self.file is not None:
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                if self.file.exists() and self.file.stat().st_size > MOST_BYTES:
                    self.file.unlink()
                self._connection = sqlite3.connect(self.file, timeout=5, isolation_level=None)
                # A power cut may spoil the file. The digests show it, and then everything is made again.
                for line in ("PRAGMA synchronous = OFF", "PRAGMA journal_mode = MEMORY", *_TABLES):
                    self._connection.execute(line)
            except (sqlite3.Error, OSError):
                self.close()
        return self._connection

    def _empty(self) -> None:
        """Begins a new file."""
        self.close()
        with contextlib.suppress(OSError):
            if self.file is not None:
                self.file.unlink(missing_ok=True)
        self.write([("head", self.head)])

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
        self._connection = None
