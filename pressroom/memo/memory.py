"""The memory itself: which results are known, which are made, and by how many workers."""

import hashlib
import marshal
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from pressroom.memo.contents import Contents, Stamp
from pressroom.memo.ledger import Ledger
from pressroom.memo.sheets import notes_of, plainly, sheets_of
from pressroom.memo.shelf import Key, Shelf
from pressroom.memo.store import Lost, Store
from pressroom.still import installed, look_at

Result = TypeVar("Result")

VERSION = 3
"""Changes whenever older memos can no longer be read."""

WORTH_WORKERS = 200
"""Below so many missing results, starting further processes costs about what it saves."""

_CHUNKS = 8
"""So many pieces of work for each worker: few enough to hand over quickly, many enough to end together."""

_HEAD = f"pressroom memo {VERSION}\n".encode()


class Memo:
    """A file of results and, beside it, a folder of large ones. Deleting them is safe: all is then made again.

    ``ledger`` holds what was found out and all that was asked for it; ``contents`` knows what is in files. A function
    handed to ``remember_all`` must be closed: it sees only its arguments and the code. A ``Path`` among the arguments
    stands for what is in that file. ``code`` is a digest of all code that makes results (see ``code_of``); what other
    code made is not remembered.
    """

    def __init__(self, file: Path | None, *, code: bytes = b"", jobs: int = 1, fresh: bool = False) -> None:
        self.file = file
        self.jobs = jobs
        self.fresh = fresh
        head = _HEAD + code
        saved_at = _saved_at(file)
        self.store = Store(file, head, fresh=fresh)
        self.ledger = Ledger(notes_of(self.store), plainly(self.store.page("groups")))
        self.contents = Contents(plainly(self.store.page("stamps")), saved_at)
        self.shelf = Shelf(file.with_name(f"{file.name}.large"), head) if file is not None else None
        self.clock: Callable[[], float] | None = None
        self.spent: list[tuple[float, tuple[Any, ...]]] = []

    def keep(self, value: Any) -> bytes:
        """Keeps any value; its digest, which may stand in the outcome of a note."""
        return self.store.put(pickle.dumps(value, protocol=5))

    def kept(self, digest: bytes) -> Any:
        """The value of a digest. Raises Lost."""
        return pickle.loads(self.store.get(digest))

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
        names = [key.hex() for key in self._keys(function, calls)]
        results: dict[str, Result] = {}
        missing: dict[str, tuple[Any, ...]] = {}
        for name, call in zip(names, calls, strict=True):
            note = self.ledger.recall(name)
            try:
                if note is not None and name not in results:
                    results[name] = self.kept(note.outcome)
            except Lost:
                note = None
            if note is None:
                missing[name] = call
        made = self.each(_call, function, [(call,) for call in missing.values()], worth_workers=worth_workers)
        for count, (name, result) in enumerate(zip(missing, made, strict=True), 1):
            results[name] = result
            if not self._changed(missing[name]):
                self.ledger.keep(name, {}, self.keep(result))
            done(count)
        return [results[name] for name in names]

    def remember_large(
        self,
        function: Callable[..., Result],
        calls: Sequence[tuple[Any, ...]],
        done: Callable[[int], None] = lambda count: None,
    ) -> list[Result]:
        """The same for results of many kilobytes that take long to make, such as photos.

        Each is kept in a file of its own as soon as it is made, and all cores are used from the second on.
        """
        keys = self._large_keys(function, calls)
        results: dict[Key, Result] = {}
        missing: dict[Key, tuple[Any, ...]] = {}
        for key, call in zip(keys, calls, strict=True):
            packed = None if self.shelf is None or self.fresh else self.shelf.get(key)
            if packed is None:
                missing[key] = call
            else:
                results[key] = pickle.loads(packed)
        made = self.each(_call, function, [(call,) for call in missing.values()], worth_workers=2)
        for count, (key, result) in enumerate(zip(missing, made, strict=True), 1):
            results[key] = result
            if self.shelf is not None and not self._changed(missing[key]):
                self.shelf.put(key, pickle.dumps(result, protocol=5))
            done(count)
        return [results[key] for key in keys]

    def hold_large(self, function: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> None:
        """Says of large results that they are still wanted, without opening them."""
        if self.shelf is not None:
            for key in self._large_keys(function, calls):
                self.shelf.hold(key)

    def each(
        self,
        function: Callable[..., Result],
        shared: Any,
        calls: Sequence[tuple[Any, ...]],
        *,
        worth_workers: int = WORTH_WORKERS,
    ) -> Iterator[Result]:
        """``function(memo, shared, *call)`` for every call, in order; by all cores if it is worth it.

        A worker has a memo of its own, which reads what was written so far; what it keeps comes back with the results.
        """
        if self.jobs < 2 or len(calls) < worth_workers or (self.store.loose and not self.store.write()):
            for call in calls:
                yield self._timed(function, shared, call)
            return
        # Loaded by need: most builds have nothing to share out.
        from concurrent.futures import ProcessPoolExecutor

        jobs = min(self.jobs, len(calls))
        size = max(1, min(100, len(calls) // (jobs * _CHUNKS)))
        chunks = [calls[start : start + size] for start in range(0, len(calls), size)]
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(self, function, shared)) as workers:
            for results, loose, seen, spent, groups in workers.map(_several, chunks):
                self.store.take(loose)
                self.spent += spent
                self.ledger.groups.update(groups)
                for name, stamp in seen:
                    self.contents.learn(name, stamp)
                yield from results
                if self.store.full():
                    self.store.write()

    def _timed(self, function: Callable[..., Result], shared: Any, call: tuple[Any, ...]) -> Result:
        """A call; with a ``clock``, how long it took is kept in ``spent``."""
        if self.clock is None:
            return function(self, shared, *call)
        started = self.clock()
        result = function(self, shared, *call)
        self.spent.append((self.clock() - started, call))
        return result

    def save(self, pages: Mapping[str, Any] | None = None) -> None:
        """Writes what was used this time; what nobody asked for is forgotten. Trouble writing is no mistake.

        ``pages`` are further plain values to be had again by ``page``.
        """
        if self.shelf is not None:
            self.shelf.prune()
        self.ledger.keep_unasked()
        notes, known = self.ledger.kept, self.ledger.known
        others = dict(pages or {})
        if self.contents.used != self.contents.known:
            others["stamps"] = self.contents.used
        others["groups"] = self.ledger.groups_of(notes.values())
        written = ((name, marshal.dumps(value)) for name, value in others.items())
        wanted = lambda: set(_digests([note.outcome for note in notes.values()]))  # noqa: E731
        self.store.write(chain(sheets_of(notes, known), written), wanted)

    def page(self, name: str) -> Any:
        """What was last saved under a name, or None."""
        packed = self.store.page(name)
        return marshal.loads(packed) if packed else None

    def _keys(self, function: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> list[bytes]:
        name = f"{function.__module__}.{function.__qualname__}"
        return [_digest(name, tuple(self._said(argument) for argument in call)) for call in calls]

    def _large_keys(self, function: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> list[Key]:
        """The same, and what was in the file that is the first argument."""
        return [
            Key(self._said(call[0]) if isinstance(call[0], Path) else "", key)
            for call, key in zip(calls, self._keys(function, calls), strict=True)
        ]

    def _said(self, argument: Any) -> Any:
        """An argument as it goes into a key: a file is what it holds, not where it lies."""
        return self.contents.digest(argument) if isinstance(argument, Path) else argument

    def _changed(self, call: tuple[Any, ...]) -> bool:
        """Whether somebody saved one of the files while the result was made of it: then it is used, not remembered."""
        return any(isinstance(argument, Path) and not self.contents.unchanged(argument) for argument in call)

    def __getstate__(self) -> tuple[Any, ...]:
        return self.file, self.store, self.ledger, self.contents.since, self.clock

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.file, self.store, self.ledger, since, self.clock = state
        self.jobs, self.fresh, self.shelf, self.spent = 1, False, None, []
        self.contents = Contents({}, since)


_work: tuple[Memo, Callable[..., Any], Any] | None = None
"""What a worker was started for; set in its own process only."""


def _begin(memo: Memo, function: Callable[..., Any], shared: Any) -> None:
    global _work
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    memo.jobs = 1
    memo.store.loose = {}
    _work = memo, function, shared


def _leave_with_parent() -> None:
    """A worker whose build was killed would wait for work for ever, and hold the lock of the output folder."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


_Spent = list[tuple[float, tuple[Any, ...]]]
_Share = tuple[list[Any], dict[bytes, bytes], list[tuple[str, Stamp]], _Spent, dict[str, tuple[str, ...]]]


def _several(calls: Iterable[tuple[Any, ...]]) -> _Share:
    """A worker's share: results, what it kept and learnt of files, how long each took, its groups of questions."""
    assert _work is not None
    memo, function, shared = _work
    memo.store.loose, memo.contents.seen, memo.spent = {}, {}, []
    known = set(memo.ledger.groups)
    results = [memo._timed(function, shared, call) for call in calls]
    groups = {name: group for name, group in memo.ledger.groups.items() if name not in known}
    return results, memo.store.loose, list(memo.contents.seen.items()), memo.spent, groups


def _call(memo: Memo, function: Callable[..., Result], call: tuple[Any, ...]) -> Result:
    return function(*call)


def code_of(files: Iterable[Path]) -> bytes:
    """What stands for the code that makes results: how our own files look, and when anything was last installed.

    To read two hundred files and ask for the versions of ten libraries would take longer than most builds.
    """
    looks = [(file.name, look_at(str(file))) for file in files]
    return _digest(sys.version, (*looks, *installed().items()))


def _digests(outcome: Any) -> Iterator[bytes]:
    """Everything in an outcome that may be the digest of a value."""
    if isinstance(outcome, bytes):
        yield outcome
    elif isinstance(outcome, tuple | list):
        for part in outcome:
            yield from _digests(part)


def _saved_at(file: Path | None) -> int:
    """When the memo was last written, by the clock of the disk; 0 if never. All of this run comes after it."""
    try:
        return file.stat().st_mtime_ns if file is not None else 0
    except OSError:
        return 0


def _digest(name: str, call: tuple[Any, ...]) -> bytes:
    """A key for a call. Arguments are text, bytes, numbers or tuples of those, whose repr says all they are."""
    return hashlib.blake2b(repr((name, call)).encode(), digest_size=20).digest()
