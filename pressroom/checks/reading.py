"""Reads a finished page once, for all that the checks want to know of it.

Two readers bring the same tags and texts to the same notes. ``html.parser`` reads whatever a browser would, but takes
1.2 ms a page, nearly a third of a build from nothing. Our templates and nh3 write a small part of HTML, and of the 340
tags of a page all but a dozen stood on another page before; a reader of that part alone takes a sixth of the time.
Where a page goes beyond it, html.parser reads. A test holds both against each other.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import chain
from typing import NamedTuple

from pressroom.checks.facts import Facts, Notice, Shown

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end (https://html.spec.whatwg.org/multipage/syntax.html#void-elements)."""
_RAW = frozenset("script style title textarea".split())
"""Elements that hold no others: whatever looks like a tag in them is text."""
_DISPUTED = frozenset("xmp iframe noembed noframes plaintext".split())
"""Elements that hold others for one version of html.parser and not for the next. No page of ours has them."""
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "list")
"""Attributes that name the marks of other elements."""
_RULING = {"refresh": "refresh", "content-security-policy": "policy"}
"""What ``<meta http-equiv>`` may say that matters here."""
_FIELDS = frozenset("input select textarea".split())
_UNLABELLED = frozenset("hidden submit button reset image".split())
"""Kinds of ``input`` that need no label: they are not shown, or have words of their own."""
_ENDS = frozenset("label table".split())
_LOADING = frozenset({"src", "srcset", "poster", "data"})
_LOADING_LINKS = frozenset(
    "stylesheet icon preload modulepreload manifest apple-touch-icon prefetch prerender preconnect dns-prefetch".split()
)

_PLAIN = re.compile(
    r"""!doctype[ ]html
      | /([a-z][a-z0-9]*)
      | ([a-z][a-z0-9]*) (?: [ \n]+[a-zA-Z:-]+ (?:="[^"&]*(?:&(?:amp|lt|gt|quot|nbsp|\#[0-9]+);[^"&]*)*")? )* [ \n]*""",
    re.VERBOSE,
)
"""What stands between ``<`` and ``>`` on our pages: small letters, double quotes, no slash before the end."""
_ATTRIBUTE = re.compile(r'[ \n]([a-zA-Z:-]+)(?:="([^"]*)")?')


_TITLE = re.compile(r"<title>([^<]*)</title>")
_HOLLOW = re.compile(r"<(a|button)\b([^<>]*)>((?:\s*<(?!/\1>)[^<>]*>)*\s*)</\1>")
"""A link or button without a single word."""
_NAMED = re.compile(r"""\s(?:aria-label|aria-labelledby|title|alt)="[^"]*[^"\s]""")

_BEGINS = frozenset("header nav main footer h1".split())
"""Where the page itself begins; the notice of the funding stands before it."""
_NOTICES = ("funding", "paid")
_STATEMENT = re.compile(r"ofinanziert\s+von\s+der\s+Europäischen\s+Union")


def read(html: str) -> Facts:
    """The facts of one page."""
    facts = plainly(html)
    return by_the_book(html) if facts is None else facts


def plainly(html: str) -> Facts | None:
    """The facts of a page written as ours are; None where only ``by_the_book`` can be sure."""
    notes, raw = _Notes(), ""
    for piece in html.split("<")[1:]:
        inside, end, text = piece.partition(">")
        tag = _plain(inside) if end else None
        if tag is None or (raw and tag.end != raw):
            return None
        raw = tag.raw
        if tag.quiet and not notes.listening:
            continue
        notes.tag(tag)
        if notes.listening:
            if raw:
                return None
            notes.text(unescape(text))
    return notes.facts(html)


def by_the_book(html: str) -> Facts:
    """The facts of any page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.notes.facts(html)


class _Tag(NamedTuple):
    """A tag, and what it tells wherever it stands. A ``quiet`` one tells nothing outside of headings and the notice."""

    start: str = ""
    end: str = ""
    facts: Facts = Facts()
    shown: Shown | None = None
    heading: bool = False
    notice: str = ""
    begins: bool = False
    raw: str = ""
    quiet: bool = True


@lru_cache(maxsize=4096)
def _plain(inside: str) -> _Tag | None:
    """What stands between ``<`` and ``>``; None where it is not written as ours is."""
    match = _PLAIN.fullmatch(inside)
    if not match or match[2] in _DISPUTED:
        return None
    if not match[2]:
        return _ended(match[1] or "")
    given = {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(inside)}
    return _started(match[2], given, f"<{inside}>")


def _ended(name: str) -> _Tag:
    """The end of an element."""
    if name in _ENDS:
        return _Tag(end=name, facts=Facts(signs=((f"/{name}", "", ""),)), quiet=False)
    return _Tag(end=name)


def _started(name: str, given: Mapping[str, str], tag: str) -> _Tag:
    """The beginning of an element."""
    link = name == "link"
    loading = link and not _LOADING_LINKS.isdisjoint(given.get("rel", "").split())
    loads = (*((given.get("href", ""),) if loading else ()), *_loads(given))
    facts = Facts(
        ids=(given["id"],) if "id" in given else (),
        links=(given.get("href", ""),) if (link and not loading) or (name == "a" and "href" in given) else (),
        loads=loads,
        signs=tuple((kind, value, tag) for kind, value in _signs(name, given, loads)),
    )
    heading, begins, raw = name in _HEADINGS, name in _BEGINS, name if name in _RAW else ""
    classes = given.get("class", "").split()
    notice = next((kind for kind in _NOTICES if kind in classes), "")
    shown = Shown(*(given.get(one, "") for one in ("src", "alt", "width", "height"))) if name == "img" else None
    return _Tag(name, "", facts, shown, heading, notice, begins, raw, not (heading or notice or begins or any(facts)))


def _signs(name: str, given: Mapping[str, str], loads: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    if name == "html":
        yield "html", given.get("lang", "")
    elif given.get("lang"):
        yield "lang", given["lang"]
    if name == "main":
        yield "main", given.get("id", "")
    elif name in ("nav", "table"):
        yield name, ""
    elif name in _HEADINGS:
        yield "heading", name[1]
    elif name == "meta" and given.get("name") == "referrer":
        yield "referrer", given.get("content", "")
    elif name == "link" and loads:
        yield "sheet", given.get("href", "")
    elif name == "label":
        yield "label", given.get("for", "")
    elif name == "th":
        yield "th", given.get("scope", "")
    elif name == "img" and "alt" not in given:
        yield "img", given.get("src", "img")
    elif name == "a" and "skip" in given.get("class", "").split():
        yield "skip", given.get("href", "")
    elif name == "meta" and given.get("http-equiv", "").lower() in _RULING:
        yield _RULING[given["http-equiv"].lower()], given.get("content", "")
    elif name in _FIELDS and given.get("type") not in _UNLABELLED:
        named = any(given.get(attribute) for attribute in ("aria-label", "aria-labelledby", "title"))
        if not named:
            yield "field", given.get("id", "")
    yield from (("load", target) for target in loads if "//" in target or ":" in target)
    yield from (("form", given[sends]) for sends in ("action", "formaction") if sends in given)
    yield from (("inline", piece) for piece in _inline(name, given))
    for attribute in _POINTING:
        if attribute in given:
            yield from (("ref", mark) for mark in given[attribute].split())


def _hollow(html: str) -> Iterable[str]:
    """Links and buttons that say nothing. What is hidden has time to get its words."""
    for match in _HOLLOW.finditer(html):
        tag = f"<{match[1]}{match[2]}>"
        used = match[1] == "button" or " href=" in match[2]
        # Of a picture without alt something is said anyway.
        told = "<img" in match[3] and " alt=" not in match[3]
        if used and not told and " hidden" not in match[2] and not _NAMED.search(tag + match[3]):
            yield tag


def _loads(given: Mapping[str, str]) -> Iterable[str]:
    for name, value in given.items():
        if name in _LOADING:
            targets = value.split(",") if name == "srcset" else [value]
            yield from (target.split()[0] for target in targets if target.strip())


def _inline(name: str, given: Mapping[str, str]) -> Iterable[str]:
    if name == "style" or "style" in given:
        yield f"<{name} style>"
    if name == "script" and "src" not in given and given.get("type") != "application/ld+json":
        yield "<script>"
    yield from (f"<{name} {attribute}>" for attribute in given if attribute.startswith("on"))


class _Notes:
    """What was read of a page so far. ``listening``: the text that comes now is wanted."""

    def __init__(self) -> None:
        self.listening = False
        self._found: list[Facts] = []
        self._headings: list[tuple[int, str]] = []
        self._heading = ""
        self._said: list[str] = []
        self._notices: list[Notice] = []
        self._words: list[str] = []
        self._shown: list[Shown] = []
        self._kind = ""
        self._first = self._begun = False
        self._depth = 0

    def tag(self, tag: _Tag) -> None:
        if not tag.quiet:
            self._found.append(tag.facts)
        if tag.heading:
            self._heading, self._said = tag.start, []
        elif tag.end and tag.end == self._heading:
            self._headings.append((int(self._heading[1]), _words(self._said)))
            self._heading = ""
        if self._depth:
            self._within_notice(tag)
        elif tag.notice:
            self._kind, self._words, self._shown, self._first = tag.notice, [], [], not self._begun
            self._depth = 1
        self._begun |= tag.begins
        self.listening = bool(self._heading or self._depth)

    def _within_notice(self, tag: _Tag) -> None:
        if tag.shown is not None:
            self._words.append(f" [{tag.shown.source}] ")
            self._shown.append(tag.shown)
        elif tag.start == "br":
            self._words.append(" ")
        elif tag.start and tag.start not in _VOID:
            self._depth += 1
        elif tag.end and tag.end not in _VOID:
            self._depth -= 1
            if not self._depth:
                self._notices.append(self._notice())

    def _notice(self) -> Notice:
        return Notice(self._kind, _words(self._words), tuple(self._shown), self._first)

    def text(self, text: str) -> None:
        if self._heading:
            self._said.append(text)
        if self._depth:
            self._words.append(text)

    def facts(self, html: str) -> Facts:
        title = _TITLE.search(html)
        return Facts(
            ids=tuple(chain.from_iterable(facts.ids for facts in self._found)),
            links=tuple(chain.from_iterable(facts.links for facts in self._found)),
            loads=tuple(chain.from_iterable(facts.loads for facts in self._found)),
            headings=tuple(self._headings),
            signs=tuple(chain.from_iterable(facts.signs for facts in self._found)),
            title=_words([unescape(title[1])]) if title else "",
            hollow=tuple(_hollow(html)),
            notices=(*self._notices, self._notice()) if self._depth else tuple(self._notices),
            statements=len(_STATEMENT.findall(html)) if "ofinanziert" in html else 0,
        )


def _words(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.notes = _Notes()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        self.notes.tag(_started(tag, {name: value or "" for name, value in attrs}, written))

    def handle_endtag(self, tag: str) -> None:
        self.notes.tag(_ended(tag))

    def handle_data(self, data: str) -> None:
        self.notes.text(data)
