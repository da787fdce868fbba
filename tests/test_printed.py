"""Pages as they come out of a printer: what somebody pins up says all, and nothing that only a screen needs."""

import gzip
import re
from pathlib import Path

import pypdfium2
import pytest

from tests.browser import Visitor, needed

pytestmark = needed

MM = 72 / 25.4
BLUE, GOLD = (0x00, 0x33, 0x99), (0xFF, 0xCC, 0x00)
PAGES = {
    "": 4,
    "aktuelles/2021/zwoelf-saecke/": 1,
    "aktuelles/": 5,
    "aktuelles/2021/": 3,
    "termine/2021/muellsammelaktion/": 2,
    "termine/": 6,
    "termine/2019/": 2,
    "projekte/quartiersmanagement/": 4,
    "projekte/": 4,
    "kontakt/": 2,
    "stadtteil/": 6,
    "partner/": 5,
    "orte/schiefes-haus/": 3,
    "suche/": 4,
    "daten/": 7,
    "sprachen/": 3,
    "bildnachweis/": 2,
    "ar/": 5,
    "ar/kontakt/": 2,
}
"""One of each kind of page, and the most sheets it may take."""
_GLUED = re.compile(r"[\s\-\u00ad\u0002\ufffe\u2066\u2069]+")
"""What a line's end does to an address."""


@pytest.mark.parametrize("path", PAGES)
def test_a_printed_page_can_be_pinned_up(real: Visitor, path: str) -> None:
    with real.visit(path) as visit:
        links = visit.ask('[...document.querySelectorAll("main a[href^=http]")].map(a => a.getAttribute("href"))')
        heads = visit.ask('[...document.querySelectorAll("h2, h3")].map(h => h.innerText.trim())')
        menu = visit.ask('[...document.querySelectorAll(".menu a")].map(a => a.innerText.trim())')
        signs = visit.ask('[...document.querySelectorAll(".tongues a")].map(a => a.innerText.trim())')
        here = visit.ask('document.querySelector("link[rel=canonical]").href')
        data = visit.page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
    sheets = pypdfium2.PdfDocument(data)
    words = [sheet.get_textpage() for sheet in sheets]
    text = [page.get_text_range() for page in words]
    whole = " ".join(" ".join(text).split())
    glued = _GLUED.sub("", whole)

    assert 1 <= len(sheets) <= PAGES[path]
    head = sheets[0].render(scale=2).to_pil().convert("RGB").crop((0, 0, round(210 * MM * 2), round(40 * MM * 2)))
    colours = {colour: count for count, colour in head.getcolors(1 << 20) or () if isinstance(colour, tuple)}
    assert colours.get(BLUE, 0) > 2_000 and colours.get(GOLD, 0) > 20, "the emblem in its colours (P14-8)"
    assert menu and " ".join(menu) not in whole
    # German prose may well say „Deutsch“.
    assert signs and (path == "sprachen/" or not [sign for sign in signs[1:] if sign in whole])
    assert _GLUED.sub("", here) in glued
    if not path.startswith("ar/"):
        assert [link for link in links if _GLUED.sub("", link) not in glued] == []
    for page, sheet in zip(words, sheets, strict=True):
        width, height = sheet.get_size()
        boxes = [page.get_charbox(at) for at in range(page.count_chars())]
        seen = [box for box in boxes if box[3] - box[1] > 0.5 and box[2] > box[0]]
        assert seen, "an empty sheet"
        assert min(box[0] for box in seen) > 14 * MM and max(box[2] for box in seen) < width - 14 * MM
        assert min(box[1] for box in seen) > 10 * MM and max(box[3] for box in seen) < height - 13 * MM
    for page_text in text[:-1]:
        assert page_text.strip().splitlines()[-1].strip() not in heads


def test_an_arabic_page_is_printed_from_right_to_left(real: Visitor) -> None:
    with real.visit("ar/kontakt/") as visit:
        data = visit.page.pdf(format="A4", prefer_css_page_size=True)
    sheet = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")
    blue = [at for at in range(sheet.width) if sheet.getpixel((at, round(19 * MM * 2))) == BLUE]

    assert blue and min(blue) > sheet.width / 2


def test_all_styles_together_stay_small(public: Path) -> None:
    [style] = (public / "assets").glob("site-*.css")

    assert len(gzip.compress(style.read_bytes(), 9, mtime=0)) <= 6 * 1024
