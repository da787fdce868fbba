"""Parts a file into its front matter and its text."""

import re
from pathlib import Path

from pressroom.load import yamltext
from pressroom.load.source import Source
from pressroom.problems import Desk, quoted

_DASHES = frozenset("-–—−‐‑‒―_=*~+ ")
_SECOND_FRONT = re.compile(r"(?m)^---[^\S\n]*\n(title|summary|date|start|name|status|topics)[^\S\n]*:")
_FIELD = re.compile(r"\s*#|\s*$|\s+\S|-\s|[\w-]+\s*:")


def whole(raw: str, path: str, folder: str, name: str, file: Path, desk: Desk) -> Source:
    """A file that is YAML from top to bottom."""
    lines = raw.split("\n")
    # A closing line of three hyphens is what the Markdown files have; here it says nothing and does no harm.
    for number in range(len(lines) - 1, 0, -1):
        if lines[number].strip() == "---" and not any(line.strip() for line in lines[number + 1 :]):
            lines[number] = ""
    told = yamltext.read("\n".join(lines), path, 1, desk)
    return Source(path, folder, name, told.fields, told.places, "", 0, file, told.complete, told.passed)


def split(raw: str, path: str, folder: str, name: str, file: Path, desk: Desk) -> Source:
    """A file with front matter between two lines of three hyphens, and Markdown below.

    Mistyped lines are reported and understood, so that the mistakes further down are found in the same run.
    """
    lines = raw.split("\n")
    top = next(number for number, line in enumerate(lines) if line.strip())
    start = top + 1
    if lines[top].strip() != "---":
        if _looks_like_dashes(lines[top]):
            desk.report("front-dashes", path, top + 1, 1, text=quoted(lines[top]))
        else:
            desk.report("front-missing", path, top + 1, 1, text=quoted(lines[top], 40))
            start = top
            if not re.match(r"[\w-]+\s*:", lines[top]):
                return Source(path, folder, name, {}, {}, raw, top + 1, file, complete=False)
    end = _end(lines, start, path, desk)
    front = "\n".join(lines[start:end])
    first_text = end + 1 if end < len(lines) and _looks_like_dashes(lines[end]) else end
    told = yamltext.read(front, path, start + 1, desk)
    body = "\n".join(lines[first_text:])
    again = _SECOND_FRONT.search(body) if "---" in body else None
    if again:
        desk.report("yaml-document", path, first_text + body.count("\n", 0, again.start()) + 1, 1)
    begin = first_text + 1
    return Source(path, folder, name, told.fields, told.places, body, begin, file, told.complete, told.passed)


def _looks_like_dashes(line: str) -> bool:
    """Whether a line is what becomes of ``---`` in a word processor: other dashes, more or fewer, spaces between."""
    bare = line.strip()
    if bare[:1].isalnum():
        # Nearly every line; the rest of the question is ten times as dear.
        return False
    return (bool(bare) and set(bare) <= _DASHES and (len(bare) > 1 or bare in "–—―")) or bare == "..."


def _end(lines: list[str], start: int, path: str, desk: Desk) -> int:
    """The number of the line that ends the front matter, counted from 0."""
    for number in range(start, len(lines)):
        if lines[number].strip() == "---":
            return number
        if _looks_like_dashes(lines[number]) and not lines[number].startswith(" "):
            desk.report("front-dashes", path, number + 1, 1, text=quoted(lines[number]))
            return number
        if not _FIELD.match(lines[number]) and not _goes_on(lines, number):
            desk.report("front-end", path, number + 1, 1)
            return number
    desk.report("front-end", path, len(lines))
    return len(lines)


def _goes_on(lines: list[str], odd: int) -> bool:
    """Whether the front matter continues below a line that is no field: then that line has a mistake of its own."""
    for line in lines[odd + 1 : odd + 30]:
        if line.strip() == "---":
            return True
        if not line.strip():
            return False
    return False
