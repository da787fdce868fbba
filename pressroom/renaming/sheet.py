"""A file's text as it is read, with the way back to each of its bytes."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

_ENDS = str.maketrans(dict.fromkeys("\r\u2028\u2029\x85\x0b", "\n"))
"""What is read as the end of a line (``load.text``)."""
BOM = "\ufeff"


class Edit(NamedTuple):
    """Other words for a piece of a text; ``start`` and ``end`` count signs of ``Sheet.text``."""

    start: int
    end: int
    new: str


class Sheet:
    """A text in UTF-8. ``text`` has plain line ends; what is not edited keeps its bytes."""

    def __init__(self, data: bytes) -> None:
        whole = data.decode("utf-8")
        self._head = BOM if whole.startswith(BOM) else ""
        self._raw = whole.removeprefix(BOM)
        pieces = self._raw.split("\r\n")
        self.text = "\n".join(pieces).translate(_ENDS)
        self._double: list[int] = []
        at = -1
        for piece in pieces[:-1]:
            at += len(piece) + 1
            self._double.append(at)

    def line(self, position: int) -> int:
        """The line in which a sign stands, counted from 1."""
        return self.text.count("\n", 0, position) + 1

    def start_of(self, line: int) -> int:
        """Where a line begins; the end of the text where there are not so many."""
        at = 0
        for _ in range(line - 1):
            at = self.text.find("\n", at) + 1
            if not at:
                return len(self.text)
        return at

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes with other words in some places, which must not overlap. New lines end as the old ones do."""
        raw = self._raw
        end = "\r\n" if self._double else "\r" if "\r" in raw and "\n" not in raw else "\n"
        for edit in sorted(edits, reverse=True):
            new = edit.new.replace("\n", end)
            raw = raw[: self._place(edit.start)] + new + raw[self._place(edit.end) :]
        return (self._head + raw).encode()

    def _place(self, position: int) -> int:
        """Where a sign of ``text`` stands in the file."""
        return position + bisect_left(self._double, position)
