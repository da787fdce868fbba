"""The memory itself: which results are known, which are made, and by how many workers."""

import contextlib
import hashlib
import marshal
import os
import pickle
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from pressroom.memo.contents import Contents
from pressroom.memo.shelf import Shelf

Result = TypeVar("Result")

VERSION = 2
"""Changes whenever older memos can no longer be read."""

MOST_BYTES = 256 * 1024 * 1024
"""A memo larger than this is not read: starting afresh costs less."""

WORTH_WORKERS = 200
"""Below so many missing results, starting further processes costs about what it saves."""

_STAMPS = b"stamps"
"""The key of what is known of files; those of results are longer."""
_HEAD = f"pressroom memo {VERSION}\n".encode()


class Memo:
    """A file of small results and, beside it, a folder of large ones. Deleting them is safe: all is then made again.

    A function handed to it must be closed: it sees only its arguments and the code. A ``Path`` among the arguments
    stands for what is in that file. ``code`` is a digest of all code that makes results (see ``code_of``); what other
    code made is not remembered.
    """

    def __init__(self, file: Path | None, *, code: bytes = b"", jobs: int = 1, fresh: bool = False) -> None:
        self.file = file
        self.jobs = jobs
        self.fresh = fresh
        self.head = _HEAD + code
        self.known: dict[bytes, bytes] = {} if fresh or file is None else _read(file, self.head)
        self.used: dict[bytes, bytes] = {}
        self.doubtful: set[bytes] = set()
        self.shelf = Shelf(file.with_name(f"{file.name}.large"), self.head) if file is not None else None
        stamps = self.known.get(_STAMPS)
        self.contents = Contents(pickle.loads(stamps) if stamps else {}, _saved_at(file))

    def remember_all(
        self,
        function: Callable[..., Result],
        calls: Sequence[tuple[Any, ...]],
        done: Callable[[int], None] = lambda count: None,
        *,
        worth_workers: int = WORTH_WORKERS,
    ) -> list[Result]:
        """``function(*call)`` for every call, from memory where it was seen before.

        ``done`` is told how many of the missing results have been made, for a progress line. From
        ``worth_workers`` missing results on, all cores make them.
        """
        keys = self._keys(function, calls)
        missing: dict[bytes, tuple[Any, ...]] = {
            key: call for key, call in zip(keys, calls, strict=True) if key not in self.known and key not in self.used
        }
        made = self._made(function, list(missing.values()), worth_workers)
        for count, (key, result) in enumerate(zip(missing, made, strict=True), 1):
            self.used[key] = pickle.dumps(result, protocol=5)
            if self._changed(missing[key]):
                self.doubtful.add(key)
            done(count)
        results = []
        for key in keys:
            if key not in self.used:
                self.used[key] = self.known[key]
            results.append(pickle.loads(self.used[key]))
        return results

    def remember_large(
        self,
        function: Callable[..., Result],
        calls: Sequence[tuple[Any, ...]],
        done: Callable[[int], None] = lambda count: None,
    ) -> list[Result]:
        """The same for results of many kilobytes that take long to make, such as photos.

        Each is kept in a file of its own as soon as it is made, and all cores are used from the second on.
        """
        keys = self._keys(function, calls)
        results: dict[bytes, Result] = {}
        missing: dict[bytes, tuple[Any, ...]] = {}
        for key, call in zip(keys, calls, strict=True):
            packed = None if self.shelf is None or self.fresh else self.shelf.get(key)
            if packed is None:
                missing[key] = call
            else:
                results[key] = pickle.loads(packed)
        made = self._made(function, list(missing.values()), 2)
        for count, (key, result) in enumerate(zip(missing, made, strict=True), 1):
            results[key] = result
            if self.shelf is not None and not self._changed(missing[key]):
                self.shelf.put(key, pickle.dumps(result, protocol=5))
            done(count)
        return [results[key] for key in keys]

    def _keys(self, function: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> list[bytes]:
        name = f"{function.__module__}.{function.__qualname__}"
        return [_digest(name, tuple(self._said(argument) for argument in call)) for call in calls]

    def _said(self, argument: Any) -> Any:
        """An argument as it goes into a key: a file is what it holds, not where it lies."""
        return self.contents.digest(argument) if isinstance(argument, Path) else argument

    def _changed(self, call: tuple[Any, ...]) -> bool:
        """Whether somebody saved one of the files while the result was made of it: then it is used, not remembered."""
        return any(isinstance(argument, Path) and not self.contents.unchanged(argument) for argument in call)

    def _made(
        self, function: Callable[..., Result], calls: list[tuple[Any, ...]], worth_workers: int
    ) -> Iterable[Result]:
        if self.jobs < 2 or len(calls) < worth_workers:
            return (function(*call) for call in calls)
        return self._by_workers(function, calls)

    def _by_workers(self, function: Callable[..., Result], calls: list[tuple[Any, ...]]) -> Iterable[Result]:
        jobs = min(self.jobs, len(calls))
        with ProcessPoolExecutor(jobs) as workers:
            yield from workers.map(function, *zip(*calls, strict=True), chunksize=max(1, len(calls) // (jobs * 8)))

    def save(self) -> None:
        """Writes what was used this time; what nobody asked for is forgotten. Trouble writing is no mistake."""
        if self.shelf is not None:
            self.shelf.prune()
        for key in self.doubtful:
            self.used.pop(key, None)
        self.used[_STAMPS] = pickle.dumps(self.contents.used, protocol=5)
        if self.file is None or self.used == self.known:
            return
        packed = marshal.dumps(self.used)
        if len(packed) > MOST_BYTES:
            return
        aside = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(self.head + hashlib.blake2b(packed, digest_size=16).digest() + packed)
            aside.replace(self.file)


def code_of(sources: Iterable[bytes], libraries: Iterable[str]) -> bytes:
    """A digest of the code that makes results: our own sources, and the installed version of each library."""
    digest = hashlib.blake2b(digest_size=20)
    for source in sources:
        digest.update(hashlib.blake2b(source).digest())
    for library in libraries:
        try:
            installed = version(library)
        except PackageNotFoundError:
            # One that is optional; installing it may give other results.
            installed = "none"
        digest.update(f"{library} {installed}\n".encode())
    return digest.digest()


def _read(file: Path, head: bytes) -> dict[bytes, bytes]:
    """What an earlier build with the same code left behind; nothing where it is missing, cut short or altered."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return {}
        data = file.read_bytes()
    except OSError:
        return {}
    if not data.startswith(head):
        return {}
    check, packed = data[len(head) : len(head) + 16], data[len(head) + 16 :]
    if hashlib.blake2b(packed, digest_size=16).digest() != check:
        return {}
    known: dict[bytes, bytes] = marshal.loads(packed)
    return known


def _saved_at(file: Path | None) -> int:
    """When the memo was last written, by the clock of the disk; 0 if never. All of this run comes after it."""
    try:
        return file.stat().st_mtime_ns if file is not None else 0
    except OSError:
        return 0


def _digest(name: str, call: tuple[Any, ...]) -> bytes:
    """A key for a call. Arguments are text, bytes, numbers or tuples of those, whose repr says all they are."""
    return hashlib.blake2b(repr((name, call)).encode(), digest_size=20).digest()
