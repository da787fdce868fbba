"""The style sheet: put together from its sources, and from any place in it back to file and line."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NOT_NEEDED = re.compile(r"/\*.*?\*/\s*|(?<=\n)\s+", re.DOTALL)
_HEAD = "/* Aus assets/css/ zusammengesetzt; dort steht, warum. */\n"
"""A third of the style sheet's compressed bytes would be explanations and indents, for whoever changes it."""


class Sheet(NamedTuple):
    """One source: its path as messages show it, and its text."""

    path: str
    text: str


class Origin(NamedTuple):
    """Where something was written; lines and columns count from 1."""

    path: str
    line: int
    column: int


def joined(sheets: Iterable[Sheet]) -> str:
    """The sources in one piece, in the order they are given, without their comments and indents."""
    return _HEAD + "\n".join(_NOT_NEEDED.sub("", sheet.text) for sheet in sheets)


def origin(sheets: Iterable[Sheet], offset: int) -> Origin:
    """Where the sign at ``offset`` of the joined sheet was written. Raises ValueError for a place in no source."""
    offset -= len(_HEAD)
    for sheet in sheets:
        length = len(_NOT_NEEDED.sub("", sheet.text))
        if 0 <= offset < length:
            for left_out in _NOT_NEEDED.finditer(sheet.text):
                if left_out.start() > offset:
                    break
                offset += len(left_out[0])
            line = sheet.text.count("\n", 0, offset) + 1
            return Origin(sheet.path, line, offset - sheet.text.rfind("\n", 0, offset))
        offset -= length + 1
    raise ValueError(offset)
