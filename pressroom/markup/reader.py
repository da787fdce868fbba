"""Reads one Markdown text."""

import re
from collections import defaultdict
from functools import cache
from html import unescape

from pressroom.kinds.values import unsafe
from pressroom.markup import barriers, embeds, grammar, inline, safe
from pressroom.markup.body import Body, Fault, Heading, Use
from pressroom.markup.frugal import Frugal
from pressroom.markup.lists import straighten

_NESTED = re.compile(
    # A line of one sign alone is a rule or a line to sign on; the same inside a text would keep the parser busy.
    r"^(?!\s*([*_~`-])\1*\s*$).*?((?:[ \t]*>){13}|[\[(!*_`~]{40}| {48}\S)",
    re.MULTILINE,
)
_RUN = re.compile(r"[\[(!*_`~]{40}")
_NO_LINK = re.compile(
    r"\[[^\]\n]+\][ \t]+\((?:https?:|mailto:|tel:|\.\./|#)[^)\n]*\)|\([^)\n]+\)\[(?:https?:|mailto:|\.\./)[^\]\n]*\]"
)
_CODE = re.compile(r"^(```|~~~).*?(?:^\1|\Z)|(`+)[^`]+\2", re.DOTALL | re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\]\n]+)\](?!:)")
_HEADING = re.compile(r'<h([2-6])[^>]*? id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'\s(src|alt)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_PART = re.compile(r"[\w/.#%?&-]")
"""A sign that makes an address or a name longer."""
_BLOCK_END = re.compile(r"</(?:p|li|h\d|td|th|dt|dd|div|blockquote|figcaption|pre)>|<br>")


def to_body(text: str) -> Body:
    """Turns Markdown into a Body. Sees nothing but its text, so its result can be remembered."""
    plain = _without_code(text)
    nested = _nested(plain)
    if nested:
        return Body(faults=(Fault("text-nested", _line(text, nested.start(2)), nested[2].strip()[:20]),))
    try:
        html = _reader().convert(straighten(text))
    except RecursionError:
        _reader.cache_clear()
        return Body(faults=(Fault("text-nested", 1, text.strip()[:20]),))
    html, embedded = embeds.linked(html)
    html, removed = safe.clean(html)
    lines = _Lines(plain)
    faults = [_fault(piece, kept, lines) for piece, kept in removed]
    faults += [Fault("text-embed", lines.next(embed.written), f"„{embed.words}“, {embed.target}") for embed in embedded]
    written = {embed.target: embed.written for embed in embedded}
    faults += _marks(plain)
    headings = tuple(Heading(int(m[1]), unescape(m[2]), _words(m[3])) for m in _HEADING.finditer(html))
    links = [
        (target, inner, lines.next(written.get(target, target)))
        for target, inner in ((unescape(match[1]), match[2]) for match in _LINK.finditer(html))
        if not target.startswith(("#fn:", "#fnref"))
    ]
    pictures = tuple(_picture(match[0], lines) for match in _IMAGE.finditer(html))
    faults += barriers.found(text, plain, html, headings, links, pictures, lines.next)
    return Body(
        html=safe.scrolling(html),
        words=_words(html),
        headings=headings,
        links=tuple(Use(target, line) for target, _, line in links),
        pictures=pictures,
        faults=tuple(faults),
    )


@cache
def _reader() -> Frugal:
    return grammar.reader(Frugal)


class _Lines:
    """Finds the line in which something was written; asked twice, it finds the second occurrence.

    ``text`` is the text with its code blanked, in which the same may be spoken of.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.seen: dict[str, int] = defaultdict(int)

    def next(self, *needles: str) -> int:
        """The line of the next occurrence of the first of them that occurs, counted from 1; 1 where the text does not
        hold any literally.
        """
        for needle in filter(None, needles):
            position = self._whole(needle)
            if position < 0:
                position = self.text.find(needle, self.seen[needle])
            if position >= 0:
                self.seen[needle] = position + len(needle)
                return _line(self.text, position)
        position = self.text.lower().find(needles[-1].lower())
        return _line(self.text, max(position, 0))

    def _whole(self, needle: str) -> int:
        """Where it stands next as a whole: ``park.md`` is no part of ``../projects/park.md``; -1 if nowhere."""
        position = self.text.find(needle, self.seen[needle])
        while position >= 0:
            end = position + len(needle)
            before, after = self.text[position - 1 : position], self.text[end : end + 1]
            if not ((_PART.match(before) and needle[0] != "<") or (_PART.match(after) and needle[-1] != "=")):
                break
            position = self.text.find(needle, position + 1)
        return position


def _nested(text: str) -> re.Match[str] | None:
    """The first place that is nested too deep; its second group is the offending piece."""
    # What _NESTED looks for costs little to find; where in a line it may stand is only asked if it occurs.
    if text.count(">") < 13 and " " * 48 not in text and not _RUN.search(text):
        return None
    return _NESTED.search(text)


def _fault(piece: str, kept: int, lines: _Lines) -> Fault:
    """What is said of a tag or attribute that was taken out; ``kept`` of the same wording stand above it."""
    name, _, value = piece.partition("=")
    if name in ("href", "src", "cite") and unsafe(value):
        return Fault("url-unsafe", lines.next(value), value)
    if piece.startswith("<"):
        return Fault("html-removed", lines.next(piece.rstrip(">")), piece)
    written = (f'{name}="{value}', f"{name}='{value}", f"{name}={value}", f"{name}=")
    for _ in range(kept):
        lines.next(*written)
    return Fault("html-removed", lines.next(*written), piece)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _picture(tag: str, lines: _Lines) -> Use:
    found = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
    target = found.get("src", "")
    return Use(target, lines.next(target), found.get("alt", ""))


def _without_code(text: str) -> str:
    """The text with its code blanked, line by line: what stands there is shown and means nothing."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda code: re.sub(r"[^\n]", "x", code[0]), text)


def _words(html: str) -> str:
    text = unescape(_TAG.sub("", _BLOCK_END.sub(" ", html)))
    return " ".join(text.split())


def _marks(text: str) -> list[Fault]:
    """Our own marks that need a word to the editor: gaps, and languages that do not exist."""
    faults = [
        Fault("legal-gap", _line(text, m.start()), m[1].strip() or "ohne Worte") for m in re.finditer(inline.GAP, text)
    ]
    faults += [Fault("text-link", _line(text, m.start()), m[0]) for m in _NO_LINK.finditer(text)]
    faults += [
        Fault("text-link", _line(text, m.start()), m[0])
        for m in _FOOTNOTE.finditer(text)
        if f"\n[^{m[1]}]:" not in "\n" + text
    ]
    if text.count("<!--") > text.count("-->"):
        faults.append(Fault("text-comment", _line(text, text.rindex("<!--")), "<!--"))
    faults += [
        Fault("text-lang", _line(text, match.start()), match[2])
        for match in re.finditer(inline.LANG, text)
        if not inline.LANGUAGE.fullmatch(match[2])
    ]
    return faults
