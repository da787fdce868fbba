"""Finds in a file's fields the very places that name another file, and keeps its list of old addresses."""

import re
from collections.abc import Iterator, Mapping

from pressroom import load, urls
from pressroom.kinds.values import Model
from pressroom.load import Source, Spot
from pressroom.load.source import Key
from pressroom.renaming.sheet import Edit
from pressroom.validate import relations

_PLAIN = re.compile(r"[^\W_][\w-]*(?: [\w-]+)*|[\w/.~-]+")
"""What needs no quotation marks in YAML, in a list in brackets neither."""


_KEYED = {"menu": "pages", "alt": "media"}
"""The groups of a translation whose lines are named after files, and the folder each names some of."""


class NotFound(Exception):
    """A field whose value we do not find in the text as it is written; holds its place."""


Names = Mapping[tuple[str, str], str]
"""Of a folder and a name in it, what it becomes: ``("projects", "park")``; pictures with their ending."""


def front(source: Source, text: str) -> tuple[int, int]:
    """Where the fields begin and end in a file's text."""
    if source.text_line == 0:
        # A closing line of three hyphens may stand there as in the Markdown files.
        bare = text.rstrip()
        closed = bare.endswith("\n---")
        return 0, len(bare) - 3 if closed else len(text)
    lines = text.split("\n")
    top = next(number for number, line in enumerate(lines) if line.strip())
    start = sum(len(line) + 1 for line in lines[: top + 1])
    end = sum(len(line) + 1 for line in lines[: source.text_line - 2])
    return start, end


def edits(model: type[Model], source: Source, text: str, names: Names) -> list[Edit]:
    """What to change in the fields, so that they name what they named before. Raises NotFound."""
    claims = [(key, folder) for key, folder in relations.named_in(model, source.fields)]
    wanted = [(key, folder) for key, folder in claims if any(_name(one, folder) in names for one in _said(source, key))]
    if not wanted:
        return []
    start, end = front(source, text)
    top = load.layout(text[start:end])
    found: list[Edit] = []
    for key, folder in wanted:
        spot = top.at(*key) if top is not None else None
        if spot is None or spot.style not in ("", "'", '"'):
            raise NotFound(key)
        found += _within(text, start + spot.start, start + spot.end, spot.style, folder, names)
    return found


def keyed(given: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Of a translation: field, name and folder for each line that is named after a file."""
    for field, folder in _KEYED.items():
        group = given.get(field)
        yield from ((field, name, folder) for name in (group if isinstance(group, dict) else ()))


def edits_of_translation(source: Source, text: str, names: Names, marks: Mapping[str, str]) -> list[Edit]:
    """What to change in a translation, so that its lines are named after the same files as before, and what it was made
    from, where ``marks`` says that a piece of it reads otherwise now. Raises NotFound.
    """
    start, end = front(source, text)
    top = load.layout(text[start:end])
    found = []
    for field, name, folder in keyed(source.fields):
        if _name(name, folder) not in names:
            continue
        group = top.at(field) if top is not None else None
        spot = dict(group.names).get(name) if group is not None else None
        if spot is None:
            raise NotFound((field,))
        found += _within(text, start + spot.start, start + spot.end, spot.style, folder, names)
    made_from = top.at("translated", "source") if top is not None and marks else None
    if made_from is not None:
        at = start + made_from.start
        for piece in re.finditer(r"\w+", text[at : start + made_from.end]):
            if piece[0] in marks:
                found.append(Edit(at + piece.start(), at + piece.end(), marks[piece[0]]))
    return found


def _said(source: Source, key: Key) -> list[str]:
    """The names in a field."""
    value: object = source.fields
    for part in key:
        value = value[part]  # type: ignore[index]
    return [piece.strip() for piece in str(value).split(",")]


def _name(written: str, folder: str) -> tuple[str, str]:
    """A picture may be named with folders above."""
    return folder, written.rsplit("/", 1)[-1] if folder == "media" else written


def _within(text: str, start: int, end: int, style: str, folder: str, names: Names) -> list[Edit]:
    """The names in one value, which may be several, parted by commas."""
    inside = (start + 1, end - 1) if style else (start, end)
    found = []
    for piece in re.finditer(r"[^,]+", text[inside[0] : inside[1]]):
        written = piece[0].strip(" \n\u200b\u200c\u200d\u2060")
        key = _name(written, folder)
        if key not in names:
            continue
        at = inside[0] + piece.start() + piece[0].index(written) + len(written) - len(key[1])
        new = names[key]
        found.append(Edit(at, at + len(key[1]), new if style or _PLAIN.fullmatch(new) else f'"{new}"'))
    return found


def with_alias(source: Source, text: str, old: str, new: str) -> list[Edit]:
    """What to change so that ``old`` is among the old addresses of a page that now has the address ``new``.

    If the page comes back to an address it had, that is no old one any longer. Raises NotFound.
    """
    start, end = front(source, text)
    top = load.layout(text[start:end])
    if top is None or top.style != "-":
        raise NotFound(("aliases",))
    spot = top.at("aliases")
    if spot is None:
        return [_new_line(text, start, end, top, old)]
    if not spot.members:
        return [_one(text, start + spot.start, start + spot.end, spot.style, old, new)]
    for member in spot.members:
        inside = text[start + member.start : start + member.end]
        if urls.alias(inside.strip("'\"")) == urls.alias(new):
            return [Edit(start + member.start, start + member.end, old)]
    last = spot.members[-1]
    if spot.style == "[":
        return [Edit(start + last.end, start + last.end, f", {old}")]
    begin = text.rfind("\n", 0, start + last.start) + 1
    lead = text[begin : start + last.start]
    return [_below(text, start + last.end, re.sub(r"[^\s-].*", "", lead) + old)]


def _one(text: str, start: int, end: int, style: str, old: str, new: str) -> Edit:
    """An empty field, empty brackets, or addresses in one text, parted by commas."""
    if style in ("[", "-"):
        return Edit(start, end, f"[{old}]")
    if start == end:
        colon = text.rindex(":", 0, start + 1) + 1
        return Edit(colon, colon, f" [{old}]")
    inside = (start + 1, end - 1) if style else (start, end)
    for piece in re.finditer(r"[^,]+", text[inside[0] : inside[1]]):
        if urls.alias(piece[0].strip()) == urls.alias(new):
            at = inside[0] + piece.start() + piece[0].index(piece[0].strip())
            return Edit(at, at + len(piece[0].strip()), old)
    return Edit(inside[1], inside[1], f", {old}")


def _new_line(text: str, start: int, end: int, top: Spot, old: str) -> Edit:
    """A line of its own below the last field."""
    last = end
    while last > start:
        begin = text.rfind("\n", 0, last - 1) + 1
        line = text[max(begin, start) : last].strip()
        if line and line != "---":
            break
        last = max(begin, start)
    column = top.start - (text.rfind("\n", 0, start + top.start) + 1 - start)
    line = f"{' ' * column}aliases: [{old}]"
    if text[last - 1 : last] == "\n":
        return Edit(last, last, f"{line}\n")
    return Edit(last, last, f"\n{line}")


def _below(text: str, at: int, line: str) -> Edit:
    """A new line below the one in which something stands."""
    end = text.find("\n", at)
    return Edit(end + 1, end + 1, f"{line}\n") if end >= 0 else Edit(len(text), len(text), f"\n{line}")
