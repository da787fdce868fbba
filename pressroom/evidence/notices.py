"""Reads a published page for what it says of the funding, as bytes and not as our templates mean it."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_PLACES = {"funding": "oben auf der Seite", "paid": "am Vorhaben"}
"""The classes of the two notices, and where they stand."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT = frozenset({"script", "style", "title"})
_COLOURS = {"#003399", "#ffcc00"}
"""Reflex Blue and yellow of the emblem (821/2014, Annex II)."""


class Notice(NamedTuple):
    """A funding notice: where it stands, its words, and whether the emblem stands beside them."""

    place: str
    words: str
    emblem: bool

    def rules(self, coloured: bool) -> tuple[str, ...]:
        """The numbers of the rules it keeps by itself; ``coloured`` says what the emblem's file is like."""
        if not self.emblem:
            return ()
        if "inanziert von der Europäischen Union" in self.words:
            return ("P21-1", "P21-2")
        if "Europäische Union" not in self.words:
            return ()
        fund = ("P14-1",) if "Europäischer Sozialfonds" in self.words else ()
        return (*fund, *(("P14-2",) if coloured else ()), "P14-5")

    def __str__(self) -> str:
        return f"{self.place}: {'Emblem, ' if self.emblem else 'ohne Emblem, '}{self.words}"


class Seen(NamedTuple):
    """A page as somebody reads it: its language, its funding notices, and all of its words in one line."""

    language: str
    notices: tuple[Notice, ...]
    words: str


def read(html: str) -> Seen:
    """What a page says."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Seen(reader.language, tuple(reader.notices), one_line("".join(reader.said)))


def one_line(text: str) -> str:
    """Words as they are compared: with single plain spaces."""
    return " ".join(text.split())


def coloured(emblem: bytes) -> bool:
    """Whether a drawing of the emblem has exactly its two colours, and nothing that would change them."""
    text = emblem.decode("utf-8", "replace").lower()
    return set(re.findall(r"#[0-9a-f]{3,8}\b", text)) == _COLOURS and not re.search(r"filter|opacity|blend", text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.notices: list[Notice] = []
        self.said: list[str] = []
        self._silent = ""
        self._depth = 0
        self._place = ""
        self._words: list[str] = []
        self._emblem = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given.get("lang", "")
        if tag in _SILENT:
            self._silent = tag
        self._between(tag)
        if self._depth:
            self._emblem |= tag == "img" and "eu-emblem" in given.get("src", "")
            self._depth += tag not in _VOID
            return
        place = next((place for name, place in _PLACES.items() if name in given.get("class", "").split()), "")
        if place and tag not in _VOID:
            self._place, self._depth, self._words, self._emblem = place, 1, [], False

    def handle_endtag(self, tag: str) -> None:
        self._silent = ""
        self._between(tag)
        if self._depth and tag not in _VOID:
            self._depth -= 1
            if not self._depth:
                self.notices.append(Notice(self._place, one_line("".join(self._words)), self._emblem))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)
            if self._depth:
                self._words.append(data)

    def _between(self, tag: str) -> None:
        """Lines and blocks are parted, though no space stands between them."""
        if tag not in ("a", "abbr", "b", "bdi", "em", "i", "q", "span", "strong", "sub", "sup", "time", "wbr"):
            self.said.append(" ")
            if self._depth:
                self._words.append(" ")
