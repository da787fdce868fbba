"""No text of a page stands without the right ``lang`` and ``dir``, whatever is translated and whatever is not.

Random towns, the same ones every time; with ``PRESSROOM_PROOF=200`` so many, other ones every time.
"""

import os
import random
import re
import shutil
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from babel import Locale

from pressroom.kinds.languages import NAMES
from tests.mixes import SIGNS, town
from tests.town import ROOT, Town

LONG = int(os.environ.get("PRESSROOM_PROOF", "0"))
SEEDS = [random.SystemRandom().randrange(10**9) for _ in range(LONG)] if LONG else [1, 2, 3]

_LANGUAGES = {sign: lang for lang, sign in SIGNS.items()}
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SAID = ("alt", "title", "aria-label", "placeholder")
"""Attributes that are read out in the language of their element."""
_SHOWN = ("data-running", "data-today", "data-tomorrow", "data-label")
"""Attributes that scripts and styles show; with ``-lang`` behind it stands their language."""
_UNREAD = frozenset({"script", "style", "title"})
"""The head (``title``, ``meta``, ``link``) has no place for a mark of language: what is German there stays it."""
_ALIKE = re.compile(
    r"https?://\S+|\S+@\S+|\S+\.example\S*|\bCC BY\b|\bJPEG\b|\bPNG\b|\bSVG\b|\bESF\b|\bProject\b|"
    r"Europäische Union|Kofinanziert von der Europäischen Union|Europäischer Sozialfonds( Plus)?|"
    r"Strowotna studnja|Susodny dom|" + "|".join(NAMES.values())
)
"""What is the same in every language, and what bears no sign because the law or a list fixes its words."""


@dataclass
class Piece:
    """A text, the language and direction it stands in, and where."""

    text: str
    lang: str
    direction: str
    where: str


@dataclass
class Element:
    """An open element: its tag, and the language and direction of what stands in it."""

    tag: str
    lang: str
    direction: str


@dataclass
class Walk(HTMLParser):
    """Reads a page; ``pieces`` is all that it says to anybody."""

    pieces: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [Element("", "", "ltr")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        above = self._open[-1]
        here = Element(tag, given.get("lang", above.lang), given.get("dir", above.direction))
        if tag == "bdi" and "dir" not in given:
            here.direction = "auto"
        for name in (*_SAID, *_SHOWN):
            if given.get(name) and tag != "link":
                lang = given.get(f"{name}-lang", here.lang)
                # A script shows its words in an element of their own language.
                direction = ("rtl" if lang == "ar" else "ltr") if name in _SHOWN else here.direction
                self.pieces.append(Piece(given[name], lang, direction, f"<{tag} {name}>"))
        if tag not in _VOID:
            self._open.append(here)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        here = self._open[-1]
        if data.strip() and here.tag not in _UNREAD:
            self.pieces.append(Piece(" ".join(data.split()), here.lang, here.direction, f"<{here.tag}>"))


@cache
def _dates(lang: str) -> re.Pattern[str]:
    """The names of months and days in a language, as CLDR has them, and what stands in its dates."""
    locale = Locale.parse({"de-simple": "de", "en": "en_GB"}.get(lang, lang))
    names = {name for form in locale.months.values() for name in form["wide"].values()}
    names |= {name for form in locale.days.values() for name in form["wide"].values()}
    names |= set(re.findall(r"[^\W\d_]+", str(locale.datetime_skeletons["yMMMM"].pattern)))
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)), re.IGNORECASE)


def _speaks(piece: Piece) -> bool:
    """Whether there are words in it that somebody must have written: German ones, for all others bear a sign."""
    return bool(re.search(r"[^\W\d_]{3}", _dates(piece.lang).sub("", _ALIKE.sub("", piece.text))))


def faults(html: str) -> list[str]:
    """What stands in the wrong language or direction on a page, or says nothing of its language."""
    walk = Walk()
    walk.feed(html)
    found = []
    for piece in walk.pieces:
        langs = {_LANGUAGES[sign] for sign in piece.text if sign in _LANGUAGES}
        wanted = "rtl" if piece.lang == "ar" else "ltr"
        if langs - {piece.lang}:
            found.append(f"{piece.where} lang={piece.lang}: {piece.text}")
        elif langs and piece.direction not in (wanted, "auto"):
            found.append(f"{piece.where} dir={piece.direction}: {piece.text}")
        elif not langs and piece.lang != "de" and _speaks(piece):
            found.append(f"{piece.where} lang={piece.lang}, without a sign: {piece.text}")
    return found


def pages(folder: Path) -> dict[str, str]:
    """The pages of all languages but German."""
    every = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.html")}
    return {path: html for path, html in every.items() if not re.search(r'<html lang="de">', html)}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_text_of_every_page_has_its_language_and_direction(empty: Town, seed: int) -> None:
    chance = random.Random(seed)
    empty.write(town(chance))

    empty.build(drafts=chance.random() < 0.5, memo=False)

    found = pages(empty.output)
    assert {path.split("/")[0] for path in found} == {"hsb", "einfache-sprache", "en", "uk", "ru", "ar"}
    assert {f"{path} {fault}" for path, html in found.items() for fault in faults(html)} == set()


@pytest.mark.parametrize(
    ("template", "before", "after"),
    [
        ("parts/card.html", "{{ card.summary }}", "{{ card.summary | plain }}"),
        ("parts/funding.html", '<p class="funding-words"{{ t.foreign }}>', '<p class="funding-words">'),
        ("parts/crumbs.html", '{{ t.inside("label_crumbs") }}', ""),
    ],
)
def test_a_mark_that_is_forgotten_is_found(empty: Town, template: str, before: str, after: str) -> None:
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, empty.folder / folder)
    file = empty.folder / "templates" / template
    text = file.read_text("utf-8")
    file.write_text(text.replace(before, after), "utf-8")
    mix = town(random.Random(2))
    # A word that is missing in any case: where it stands, German must be marked.
    english = mix["words/en.yaml"]
    assert isinstance(english, str)
    mix["words/en.yaml"] = "".join(line for line in english.splitlines(True) if "label_crumbs" not in line)
    empty.write(mix)

    empty.build(root=empty.folder, memo=False)

    assert before in text and any(faults(html) for html in pages(empty.output).values())


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of one mix."""
    one = Town(tmp_path_factory.mktemp("mixed"))
    one.write(town(random.Random(1)))
    one.build(memo=False)
    return pages(one.output)


def test_a_link_leads_to_the_right_heading_in_every_language(mixed: dict[str, str]) -> None:
    found = [html for html in mixed.values() if "#mit-dem-bus" in html]

    assert len(found) > 20 and all(re.search(r'<h2 id="mit-dem-bus">', html) for html in found if "Linie" in html)
    assert all(html.count(' id="mit-dem-bus"') < 2 for html in found)


def test_links_to_german_pages_say_so(mixed: dict[str, str]) -> None:
    for path, html in mixed.items():
        for tag, target in re.findall(r'(<a\b[^>]*\shref="([^"#:]*/)"[^>]*>)', html):
            there = urlsplit(urljoin(f"https://muster.example/{path}", target)).path
            german = there.split("/")[1] not in ("hsb", "einfache-sprache", "en", "uk", "ru", "ar")
            assert german == ('hreflang="de"' in tag), f"{path}: {target}"
