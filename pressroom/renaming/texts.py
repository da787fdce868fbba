"""Finds in a Markdown text the very places where links and pictures name a file."""

import posixpath
import re
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote, unquote

from pressroom.markup import Body, to_body
from pressroom.renaming.sheet import Edit
from pressroom.validate.paths import resolved

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DEFINITION = re.compile(r"(?m)^[ >]{0,9}\[([^\[\]\n]+)\]:")
_ESCAPED = frozenset("\\`*_{}[]()>#+-.!")
"""What python-markdown lets a backslash stand before."""
_MARK = "zq7{}qz"
"""Stands for a path while we look whether it is one; no text holds it."""


class NotFound(Exception):
    """A link that we do not find in the text as it is written; holds its target."""


def edits(text: str, here: str, there: str, moved: Mapping[str, str]) -> list[Edit]:
    """What to change in a text, so that every link and picture leads where it led before.

    ``here`` is the path of the text's file and ``there`` its path afterwards; ``moved`` says of the paths that change
    what they become. Raises NotFound.
    """
    probe = text + _uses(text)
    body = to_body(probe)
    wanted: dict[str, str] = {}
    for use in (*body.links, *body.pictures):
        path = use.target.partition("#")[0]
        new = rewritten(path, here, there, moved)
        if new is not None:
            wanted[path] = new
    if not wanted:
        return []
    places = _places(probe, wanted)
    found = sorted(places[number] for number in _shown(probe, places))
    edits = [Edit(start, end, new) for start, end, new in found]
    _verify(probe, body, edits, wanted)
    return [edit for edit in edits if edit.end <= len(text)]


def rewritten(path: str, here: str, there: str, moved: Mapping[str, str]) -> str | None:
    """How a link's path is written afterwards; None where it may stay. The editor's way of writing is kept."""
    if not path or _SCHEME.match(path):
        return None
    led = resolved(here, path)
    leads = moved.get(led, led)
    if leads == resolved(there, path):
        return None
    pieces = re.split(r"([/\\])", path)
    encode = quote if unquote(path) != path else _spaced
    if posixpath.dirname(led) == posixpath.dirname(leads) and posixpath.dirname(here) == posixpath.dirname(there):
        return "".join(pieces[:-1]) + encode(posixpath.basename(leads))
    if led == leads and not led.startswith(here.split("/")[0] + "/"):
        return None
    return encode(posixpath.relpath(leads, posixpath.dirname(there)))


def _spaced(path: str) -> str:
    return path.replace(" ", "%20")


def _uses(text: str) -> str:
    """A use for each definition ``[name]: address``, so that those are found too that nobody uses."""
    names = dict.fromkeys(match[1] for match in _DEFINITION.finditer(text) if not match[1].startswith("^"))
    return "".join(f"\n\n[{_MARK.format('')}][{name}]\n" for name in names)


def _places(text: str, wanted: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Where the paths are written, be it in a link or not, and what they become."""
    taken: list[tuple[int, int, str]] = []
    for path, new in sorted(wanted.items(), key=lambda pair: -len(pair[0])):
        pattern = re.compile(r"(?<![\w/\\%.-])" + "".join(map(_written, path)) + r"(?![\w/\\%.-])")
        for match in pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                taken.append((match.start(), match.end(), new))
    return sorted(taken)


def _written(sign: str) -> str:
    """All ways to write a sign of a path in Markdown and in HTML."""
    ways = [re.escape(sign)]
    if sign in _ESCAPED:
        ways.append(re.escape(f"\\{sign}"))
    if escape(sign) != sign:
        ways.append(re.escape(escape(sign)))
    ways.append(f"&#0*{ord(sign)};")
    return f"(?:{'|'.join(ways)})"


def _shown(text: str, places: list[tuple[int, int, str]]) -> set[int]:
    """Which of the places are links or pictures: a mark in their stead is still there when the text has been read."""
    marked = _replaced(text, [Edit(start, end, _MARK.format(n)) for n, (start, end, _) in enumerate(places)])
    body = to_body(marked)
    targets = {use.target.partition("#")[0] for use in (*body.links, *body.pictures)}
    return {number for number in range(len(places)) if _MARK.format(number) in targets}


def _verify(text: str, before: Body, edits: list[Edit], wanted: Mapping[str, str]) -> None:
    """That the changed text leads where it should and says what it said."""
    after = to_body(_replaced(text, edits))

    def led(target: str) -> str:
        path, sharp, mark = target.partition("#")
        return wanted.get(path, path) + sharp + mark

    for old, new in zip((*before.links, *before.pictures), (*after.links, *after.pictures), strict=False):
        if led(old.target) != new.target:
            raise NotFound(old.target)
    same: Callable[[Body], object] = lambda body: (body.words, body.headings, len(body.links), len(body.pictures))  # noqa: E731
    if same(before) != same(after):
        raise NotFound(next(iter(wanted)))


def _replaced(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text
