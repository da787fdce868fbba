"""The text of a story as a page in another language than German shows it: marks of headings, language, direction."""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from pressroom.kinds.languages import RIGHT_TO_LEFT, SOURCE
from pressroom.markup import Body, Heading

_Place = tuple[int, ...]
_HEADING = re.compile(r'<h[2-6](?=[^>]*? id="([^"]*)")[^>]*>')
_ID = re.compile(r' id="[^"]*"')
_FOREIGN = re.compile(r'<(\w+)(?=[^>]*\slang=")(?![^>]*\sdir=")')
_CALL = re.compile(r'(<a\b[^>]*\shref="(?:tel|mailto):[^>]*>)([\d\s+()/–-]+|[^\s<>]+@[^\s<>]+)</a>')


def as_german(html: str) -> str:
    """A German text on a page of another language."""
    return f'<div lang="de" dir="ltr">\n{html}\n</div>' if html else html


def translated(html: str, body: Body, original: Body, lang: str) -> str:
    """A translated text, or German as it is. Headings bear the German marks, so that links lead to the same place."""
    if lang == SOURCE:
        return html
    html = _renamed(html, body.headings, original.headings)
    if lang not in RIGHT_TO_LEFT:
        return html
    return _CALL.sub(r'\1<bdi dir="ltr">\2</bdi></a>', _FOREIGN.sub(r'<\1 dir="ltr"', html))


def _renamed(html: str, own: Sequence[Heading], german: Sequence[Heading]) -> str:
    """Headings are told by their place: the second below the first. A German one without its like leads to the last
    before it that has one; what only the translation has keeps its own mark.
    """
    if not german:
        return html
    alike = len(own) == len(german)
    mine: list[_Place] = [(at,) for at in range(len(own))] if alike else list(_places(own))
    theirs: list[_Place] = [(at,) for at in range(len(german))] if alike else list(_places(german))
    marks = {place: heading.id for place, heading in zip(theirs, german, strict=True)}
    taken = {heading.id for heading in german}
    new: list[list[str]] = []
    for place, heading in zip(mine, own, strict=True):
        mark, count = marks.get(place, heading.id), 2
        while place not in marks and mark in taken:
            mark, count = f"{heading.id}-{count}", count + 1
        taken.add(mark)
        new.append([mark])
    lead: list[str] = []
    last = lead
    for place, heading in zip(theirs, german, strict=True):
        if place in mine:
            last = new[mine.index(place)]
        else:
            last.append(heading.id)
    left = iter(new)

    def renamed(match: re.Match[str]) -> str:
        mark, *more = next(left, [unescape(match[1])])
        return _anchors(more) + _ID.sub(f' id="{escape(mark)}"', match[0], count=1)

    return _anchors(lead) + _HEADING.sub(renamed, html)


def _anchors(marks: Sequence[str]) -> str:
    return "".join(f'<span id="{escape(mark)}"></span>' for mark in marks)


def _places(headings: Sequence[Heading]) -> Iterator[_Place]:
    """The place of each heading among those beside it, below those above it."""
    count: list[int] = []
    for heading in headings:
        depth = max(heading.level - 1, 1)
        count = [*count[:depth], *([0] * (depth - len(count)))]
        count[-1] += 1
        yield tuple(count)
