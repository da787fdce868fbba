"""The notes as they lie in the store: in sheets, so that an edit rewrites those it concerns."""

import gc
import marshal
from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from pressroom.memo.ledger import Note
from pressroom.memo.store import Store

_SHEETS = 64
_MANY = 5000


def notes_of(store: Store) -> dict[str, Note]:
    """All notes of the last build."""
    notes: dict[str, Note] = {}
    # A hundred thousand tuples in a row would have the collector look through all of them again and again; none of
    # them is garbage before the end.
    gc.disable()
    for _name, packed in store.pages("notes "):
        sheet = marshal.loads(packed)
        notes.update(zip(sheet, map(Note._make, sheet.values()), strict=True))
    gc.enable()
    if len(notes) > _MANY:
        gc.freeze()
    return notes


def sheets_of(notes: Mapping[str, Note], known: Mapping[str, Note]) -> Iterator[tuple[str, bytes]]:
    """The notes in sheets, by digests of their names, those that have changed: most edits concern a few of many."""
    changed = {_sheet(name) for name, note in notes.items() if note is not known.get(name)}
    changed |= {_sheet(name) for name in known.keys() - notes.keys()}
    names: dict[int, list[str]] = {number: [] for number in changed}
    for name in notes if changed else ():
        number = _sheet(name)
        if number in changed:
            names[number].append(name)
    for number, members in names.items():
        yield f"notes {number}", marshal.dumps({name: tuple(notes[name]) for name in members})


def _sheet(name: str) -> int:
    return crc32(name.encode()) % _SHEETS


def plainly(packed: bytes | None) -> dict[str, Any]:
    """A dict of plain values as it was written."""
    return dict(marshal.loads(packed)) if packed else {}
