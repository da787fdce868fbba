"""Remembers the result of a slow function under a digest of all that went into it."""

import contextlib
import hashlib
import marshal
import os
import pickle
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")

VERSION = 1
"""Changes whenever older memos can no longer be read."""

MOST_BYTES = 256 * 1024 * 1024
"""A memo larger than this is not read: starting afresh costs less."""

WORTH_WORKERS = 200
"""Below so many missing results, starting further processes costs about what it saves."""

_HEAD = f"pressroom memo {VERSION}\n".encode()


class Memo:
    """A file of results. Deleting it at any time is safe: everything is then made again.

    A function handed to it must be closed: it sees only its arguments and the code. ``code`` is a digest of all
    code that makes results (see ``code_of``); what other code made is not remembered.
    """

    def __init__(self, file: Path | None, *, code: bytes = b"", jobs: int = 1, fresh: bool = False) -> None:
        self.file = file
        self.jobs = jobs
        self.head = _HEAD + code
        self.known: dict[bytes, bytes] = {} if fresh or file is None else _read(file, self.head)
        self.used: dict[bytes, bytes] = {}

    def remember_all(
        self,
        function: Callable[..., Result],
        calls: Sequence[tuple[Any, ...]],
        done: Callable[[int], None] = lambda count: None,
    ) -> list[Result]:
        """``function(*call)`` for every call, from memory where it was seen before.

        ``done`` is told how many of the missing results have been made, for a progress line.
        """
        name = f"{function.__module__}.{function.__qualname__}"
        keys = [_digest(name, call) for call in calls]
        missing: dict[bytes, tuple[Any, ...]] = {
            key: call for key, call in zip(keys, calls, strict=True) if key not in self.known and key not in self.used
        }
        for count, (key, result) in enumerate(zip(missing, self._made(function, list(missing.values())), strict=True)):
            self.used[key] = pickle.dumps(result, protocol=5)
            done(count + 1)
        results = []
        for key in keys:
            if key not in self.used:
                self.used[key] = self.known[key]
            results.append(pickle.loads(self.used[key]))
        return results

    def _made(self, function: Callable[..., Result], calls: list[tuple[Any, ...]]) -> Iterable[Result]:
        if self.jobs < 2 or len(calls) < WORTH_WORKERS:
            return (function(*call) for call in calls)
        return self._by_workers(function, calls)

    def _by_workers(self, function: Callable[..., Result], calls: list[tuple[Any, ...]]) -> Iterable[Result]:
        with ProcessPoolExecutor(self.jobs) as workers:
            yield from workers.map(function, *zip(*calls, strict=True), chunksize=max(1, len(calls) // (self.jobs * 8)))

    def save(self) -> None:
        """Writes what was used this time; what nobody asked for is forgotten. Trouble writing is no mistake."""
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
        digest.update(f"{library} {version(library)}\n".encode())
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


def _digest(name: str, call: tuple[Any, ...]) -> bytes:
    """A key for a call. Arguments are text, bytes, numbers or tuples of those, whose repr says all they are."""
    return hashlib.blake2b(repr((name, call)).encode(), digest_size=20).digest()
