"""Arabic pages as a reader sees them. Pictures of them lie in .cache/screenshots/ar/ afterwards."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from pressroom import pipeline
from pressroom.pipeline import Job
from tests.browser import Visit, Visitor, needed
from tests.town import ROOT, TODAY

pytestmark = needed

PICTURES = ROOT / ".cache" / "screenshots" / "ar"
WIDTHS = (320, 768, 1280)
EVENT = """\
---
title: حملة تنظيف في الحي
summary: جمعنا القمامة معاً، وكان الهاتف \u206603591 534-501\u2069 متاحاً.
---
اجتمعنا في [Schiefes Haus]{lang=de} عند الساعة 8، والهاتف [03591 534-501](tel:+493591534501).
"""
PAGES = {
    "home": "ar/index.html",
    "list": "ar/akhbar/index.html",
    "dates": "ar/mawaid/index.html",
    "event": "ar/mawaid/2021/muellsammelaktion/index.html",
    "contact": "ar/kontakt/index.html",
}
_PLACES = """() => Array.from(document.querySelectorAll('[href^="tel:"] bdi')).filter(one => one.checkVisibility()).map(
  one => {
    const text = one.firstChild, range = document.createRange(), last = text.length - 1;
    const left = at => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect(); };
    return [left(0).left < left(last).left, left(0).top === left(last).top];
  })"""


@pytest.fixture(scope="module")
def arabic(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """The real site in German and Arabic, with one event that is told in Arabic too."""
    folder = tmp_path_factory.mktemp("arabic")
    shutil.copytree(ROOT / "content", folder / "content")
    settings = folder / "content" / "site.yaml"
    text = re.sub(r"(?m)^languages:.*\n", "", settings.read_text("utf-8"))
    settings.write_text(f"{text}languages: [de, ar]\n", "utf-8")
    (event,) = (folder / "content" / "events").glob("*muellsammelaktion.md")
    event.with_suffix(".ar.md").write_text(EVENT, "utf-8")
    pipeline.build(Job(ROOT, folder / "content", folder / "public", TODAY))
    return Visitor(browser, folder / "public")


@pytest.fixture(params=[(name, width) for name in PAGES for width in WIDTHS], ids=lambda at: f"{at[0]}-{at[1]}")
def seen(request: pytest.FixtureRequest, arabic: Visitor) -> Iterator[tuple[str, int, Visit]]:
    """A page at a width."""
    name, width = request.param
    with arabic.visit(PAGES[name], width, 900) as visit:
        yield name, width, visit


def test_a_page_reads_from_right_to_left(seen: tuple[str, int, Visit]) -> None:
    name, width, visit = seen
    PICTURES.mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)

    assert visit.ask("getComputedStyle(document.body).direction") == "rtl"
    assert visit.ask("document.documentElement.scrollWidth") <= width
    # The first title begins at the right edge of what holds it.
    assert (
        visit.ask(
            """() => {
          const title = document.querySelector("h1"), range = document.createRange();
          range.selectNodeContents(title);
          const words = range.getClientRects()[0], box = title.getBoundingClientRect();
          return Math.abs(box.right - words.right);
        }"""
        )
        < 2
    )
    places = visit.ask(_PLACES)
    assert places and all(in_order and on_one_line for in_order, on_one_line in places)


def test_german_words_keep_their_direction(seen: tuple[str, int, Visit]) -> None:
    directions = seen[2].ask(
        """() => Array.from(document.querySelectorAll('[lang="de"]')).map(one => getComputedStyle(one).direction)"""
    )

    assert directions and set(directions) == {"ltr"}
