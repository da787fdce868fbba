"""Finds words of other languages that are not marked, where one can be certain: other scripts, and known Sorbian."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pressroom.markup.body import Fault

SORBIAN = (
    "Budyšin",
    "Budyšinje",
    "Strowotna studnja",
    "Witajće k nam",
    "Lube wobydlerki",
    "lubi wobydlerjo",
    "Zhromadnje w Budyšinje",
    "Wokrjesny zarjad",
)
"""Upper Sorbian as public bodies have printed it (rules/publicity-and-law.md, 2.d, sources L28 to L30 and S63)."""

_LETTERS = "\u0370-\u06ff\u0750-\u077f\u1f00-\u1fff\ufb1d-\ufdff\ufe70-\ufefc"
"""Greek, Cyrillic, Hebrew, Arabic. A single letter may be a formula."""
_ALIEN = re.compile(f"[{_LETTERS}]{{2,}}(?:[ \u00a0,.'’-]+[{_LETTERS}]+)*")
SIGNS = ("Budy", "Strowotna", "Witaj", "wobydler", "Zhromadnje", "Wokrjesny")
"""One of these stands in every text that holds one of those."""
_KNOWN = "|".join(r"\s".join(map(re.escape, words.split())) for words in sorted(SORBIAN, key=len, reverse=True))
_SORBIAN = re.compile(rf"\b(?:{_KNOWN})\b")
_VOID = frozenset({"br", "hr", "img", "wbr", "col"})


def unmarked(text: str, html: str) -> Iterator[Fault]:
    """Words of another language that stand in no element with its mark."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    after: dict[str, int] = {}
    for code, words, marked in reader.found:
        # The first word suffices to find the place: typography may have changed the spaces between them.
        first = words.split()[0]
        position = text.find(first, after.get(first, 0))
        after[first] = position + len(first)
        if not marked:
            yield Fault(code, text.count("\n", 0, max(position, 0)) + 1, words)


class _Reader(HTMLParser):
    """Reads clean HTML; of each piece of another language it knows whether it is marked."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, bool]] = []
        self._marks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            above = self._marks[-1] if self._marks else ""
            self._marks.append(dict(attrs).get("lang") or above)

    def handle_endtag(self, tag: str) -> None:
        if self._marks and tag not in _VOID:
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        here = self._marks[-1] if self._marks else ""
        marked = bool(here) and not here.startswith("de")
        for code, pattern in (("lang-script", _ALIEN), ("lang-sorbian", _SORBIAN)):
            self.found += [(code, match[0], marked) for match in pattern.finditer(data)]
