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

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end (https://html.spec.whatwg.org/multipage/syntax.html#void-elements)."""
_RAW = frozenset("script style title textarea".split())
"""Elements that hold no others: whatever looks like a tag in them is text."""
_DISPUTED = frozenset("xmp iframe noembed noframes plaintext".split())
"""Elements that hold others for one version of html.parser and not for the next. No page of ours has them."""
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LOADING = frozenset({"src", "srcset", "poster", "data"})
_LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})

_PLAIN = re.compile(
    r"""!doctype[ ]html
      | /([a-z][a-z0-9]*)
      | ([a-z][a-z0-9]*) (?: [ \n]+[a-zA-Z:-]+ (?:="[^"&]*(?:&(?:amp|lt|gt|quot|nbsp|\#[0-9]+);[^"&]*)*")? )* [ \n]*""",
    re.VERBOSE,
)
"""What stands between ``<`` and ``>`` on our pages: small letters, double quotes, no slash before the end."""
_ATTRIBUTE = re.compile(r'[ \n]([a-zA-Z:-]+)(?:="([^"]*)")?')


class Facts(NamedTuple):
    """A page as a visitor's browser sees it: where its links lead, what it loads, what it says."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    wordless: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    funding: str = ""


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
    return notes.facts()


def by_the_book(html: str) -> Facts:
    """The facts of any page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.notes.facts()


class _Tag(NamedTuple):
    """A tag, and what it tells wherever it stands. A ``quiet`` one tells nothing outside of headings and the notice."""

    start: str = ""
    end: str = ""
    facts: Facts = Facts()
    source: str = ""
    heading: bool = False
    funding: bool = False
    raw: str = ""
    quiet: bool = True


@lru_cache(maxsize=4096)
def _plain(inside: str) -> _Tag | None:
    """What stands between ``<`` and ``>``; None where it is not written as ours is."""
    match = _PLAIN.fullmatch(inside)
    if not match or match[2] in _DISPUTED:
        return None
    if not match[2]:
        return _Tag(end=match[1] or "")
    return _started(match[2], {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(inside)})


def _started(name: str, given: Mapping[str, str]) -> _Tag:
    """The beginning of an element."""
    link = name == "link"
    loading = link and not _LOADING_LINKS.isdisjoint(given.get("rel", "").split())
    facts = Facts(
        ids=(given["id"],) if "id" in given else (),
        links=(given.get("href", ""),) if (link and not loading) or (name == "a" and "href" in given) else (),
        loads=(*((given.get("href", ""),) if loading else ()), *_loads(given)),
        wordless=(given.get("src", "img"),) if name == "img" and "alt" not in given else (),
        inline=tuple(_inline(name, given)),
    )
    heading, funding = name in _HEADINGS, "funding" in given.get("class", "").split()
    raw = name if name in _RAW else ""
    return _Tag(name, "", facts, given.get("src", ""), heading, funding, raw, not (heading or funding or any(facts)))


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
        self._funding: list[str] = []
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
            self._within_funding(tag)
        elif tag.funding:
            self._depth = 1
        self.listening = bool(self._heading or self._depth)

    def _within_funding(self, tag: _Tag) -> None:
        if tag.start == "img":
            self._funding.append(f" [{tag.source}] ")
        elif tag.start and tag.start not in _VOID:
            self._depth += 1
        elif tag.end and tag.end not in _VOID:
            self._depth -= 1

    def text(self, text: str) -> None:
        if self._heading:
            self._said.append(text)
        if self._depth:
            self._funding.append(text)

    def facts(self) -> Facts:
        return Facts(
            ids=tuple(chain.from_iterable(facts.ids for facts in self._found)),
            links=tuple(chain.from_iterable(facts.links for facts in self._found)),
            loads=tuple(chain.from_iterable(facts.loads for facts in self._found)),
            headings=tuple(self._headings),
            wordless=tuple(chain.from_iterable(facts.wordless for facts in self._found)),
            inline=tuple(chain.from_iterable(facts.inline for facts in self._found)),
            funding=_words(self._funding),
        )


def _words(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.notes = _Notes()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.notes.tag(_started(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.notes.tag(_Tag(end=tag))

    def handle_data(self, data: str) -> None:
        self.notes.text(data)
