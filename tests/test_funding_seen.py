"""Who pays, as a browser shows it: on every kind of page and screen, light, dark, on paper (P14-2 to P14-7).

Measured is what a visitor sees without scrolling: boxes, what lies on top, and computed styles.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.browser import LIGHT_AND_DARK, Scheme, Visit, Visitor, needed

pytestmark = needed

SCREENS = ((320, 568), (360, 640), (768, 1024), (1366, 768))
PAGES = {
    "de": (
        "index.html",
        "404.html",
        "aktuelles/index.html",
        "termine/index.html",
        "projekte/index.html",
        "partner/index.html",
        "orte/index.html",
        "suche/index.html",
        "aktuelles/2021/zwoelf-saecke/index.html",
        "termine/2021/muellsammelaktion/index.html",
        "projekte/quartiersmanagement/index.html",
        "projekte/spielpark-sprejnik/index.html",
        "partner/steinhaus/index.html",
        "orte/schiefes-haus/index.html",
        "impressum/index.html",
    )
}
"""Of each language the site is published in, a page of every kind. Another language is another line."""
EVERY = [(language, page) for language, pages in PAGES.items() for page in pages]
FACES = ("Arial", "Auto", "Calibri", "Garamond", "Trebuchet MS", "Tahoma", "Verdana", "Ubuntu")
INKS = ("rgb(0, 51, 153)", "rgb(0, 0, 0)", "rgb(255, 255, 255)")
CENTIMETRE = 96 / 2.54

SEEN = """(where) => {
  const box = (element) => {
    const area = element.getBoundingClientRect();
    return [area.left, area.top, area.right, area.bottom];
  };
  const words = (root) => {
    const found = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.textContent.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      found.push(...Array.from(range.getClientRects(), (area) => [area.left, area.top, area.right, area.bottom]));
    }
    return found;
  };
  const ratio = (one, other) => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/\\d+/g).slice(0, 3).map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const style = (element) => {
    const one = getComputedStyle(element);
    return {
      face: one.fontFamily.split(",")[0].replace(/"/g, ""), slant: one.fontStyle, line: one.textDecorationLine,
      shadow: one.textShadow, transform: one.textTransform, colour: one.color,
      contrast: ratio(one.color, ground(element)),
    };
  };
  const effects = (element) => {
    const found = [];
    for (let one = element; one; one = one.parentElement) {
      const given = getComputedStyle(one);
      const plain = given.filter === "none" && given.opacity === "1" && given.mixBlendMode === "normal"
        && given.transform === "none" && given.animationName === "none" && given.clipPath === "none"
        && given.visibility === "visible" && given.display !== "none";
      if (!plain) found.push(one.className || one.tagName);
    }
    return found;
  };
  const covered = (element, areas) => areas.flatMap(([left, top, right, bottom]) => [
    [left + 1, top + 1], [right - 1, top + 1], [left + 1, bottom - 1], [right - 1, bottom - 1],
    [(left + right) / 2, (top + bottom) / 2],
  ]).filter(([x, y]) => !element.contains(document.elementFromPoint(x, y))).length;
  const notice = document.querySelector(where);
  const emblem = notice.querySelector("img[src$='eu-emblem.svg']");
  const given = getComputedStyle(emblem);
  const edges = ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(given[`border${side}Width`]));
  const area = emblem.getBoundingClientRect();
  const inner = Array.from(notice.querySelectorAll("p, p *")).filter((one) => one.textContent.trim());
  return {
    window: [window.innerWidth, window.innerHeight], scrolled: window.scrollY, text: notice.innerText,
    emblem: box(emblem), words: words(notice), loaded: emblem.complete && emblem.naturalWidth > 0,
    size: [area.width - edges[1] - edges[3], area.height - edges[0] - edges[2]], round: given.borderRadius,
    covered: covered(emblem, [box(emblem)]) + covered(notice, words(notice)),
    styles: inner.map(style), effects: [...effects(emblem), ...inner.flatMap(effects)],
    paper: given.printColorAdjust, links: notice.querySelectorAll("a").length,
    others: notice.querySelectorAll("img, svg, picture, canvas, object").length - 1,
  };
}"""

LARGER = "() => { document.documentElement.style.fontSize = '200%'; }"


def seen(visit: Visit, where: str = ".funding") -> dict[str, Any]:
    """What the browser shows of a notice."""
    found: dict[str, Any] = visit.ask(SEEN, where)
    return found


def check_looks(found: dict[str, Any], *, paper: bool = False) -> None:
    """Emblem and words as they have to look anywhere."""
    wide, high = found["size"]
    assert found["loaded"]
    assert abs(wide - 1.5 * high) < 0.6
    assert high >= (CENTIMETRE if paper else 32)
    assert found["round"] == "0px"
    assert found["effects"] == []
    assert found["others"] == 0
    assert found["styles"]
    for style in found["styles"]:
        assert style["face"] in FACES
        assert (style["slant"], style["line"], style["shadow"], style["transform"]) == (
            "normal",
            "none",
            "none",
            "none",
        )
        assert style["colour"] in INKS
        assert style["contrast"] >= 4.5
    left, top, right, bottom = found["emblem"]
    for area in found["words"]:
        assert area[2] <= left + 0.5 or area[0] >= right - 0.5 or area[3] <= top + 0.5 or area[1] >= bottom - 0.5


def check_first_screen(found: dict[str, Any]) -> None:
    """All of it inside the window at once, and nothing on top of it."""
    width, height = found["window"]
    assert found["scrolled"] == 0
    for left, top, right, bottom in (found["emblem"], *found["words"]):
        assert left >= 0 and top >= 0 and right <= width and bottom <= height
    assert found["covered"] == 0
    assert "Europäische" in found["text"] and "Europäischer Sozialfonds" in found["text"]


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize(("language", "page"), EVERY)
def test_it_is_seen_at_once(real: Visitor, language: str, page: str, scheme: Scheme) -> None:
    with real.visit(page, *SCREENS[0], scheme) as visit:
        assert visit.ask("() => document.documentElement.lang") == language
        for width, height in SCREENS:
            visit.page.set_viewport_size({"width": width, "height": height})
            found = seen(visit)
            check_looks(found)
            check_first_screen(found)
        for width, height in SCREENS:
            visit.page.set_viewport_size({"width": width, "height": height})
            visit.ask(LARGER)
            larger = seen(visit)
            check_looks(larger)
            check_first_screen(larger)


COVER = """(style) => {
  const cover = document.createElement("div");
  Object.assign(cover.style, {position: "fixed", inset: "0 0 auto 0", height: "60px"}, style);
  document.body.append(cover);
}"""


def test_the_measure_finds_what_lies_on_top_and_what_has_moved_away(real: Visitor) -> None:
    with real.visit("index.html", *SCREENS[0]) as visit:
        visit.ask(COVER, {"background": "white"})
        assert seen(visit)["covered"] > 0
        visit.ask("() => { document.querySelector('.funding').style.marginTop = '540px'; }")
        with pytest.raises(AssertionError):
            check_first_screen(seen(visit))


@pytest.mark.parametrize(
    "spoilt",
    ["opacity: 0.9", "fontStyle: italic", "color: rgb(60, 60, 60)", "fontFamily: Georgia", "filter: grayscale(1)"],
)
def test_the_measure_finds_what_is_not_allowed(real: Visitor, spoilt: str) -> None:
    name, value = spoilt.split(": ")
    with real.visit("index.html", *SCREENS[0]) as visit:
        visit.ask("([name, value]) => { document.querySelector('.funding p').style[name] = value; }", [name, value])
        with pytest.raises(AssertionError):
            check_looks(seen(visit))


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("page", ["index.html", "suche/index.html", "projekte/quartiersmanagement/index.html"])
def test_it_is_seen_at_once_without_javascript(real: Visitor, page: str, size: tuple[int, int]) -> None:
    # Playwright's own questions are answered where the page's scripts are not run.
    with real.visit(page, *size, java_script_enabled=False) as visit:
        notice = visit.page.locator(".funding")
        for part in (notice.locator("img"), notice.locator("p")):
            box = part.bounding_box()
            assert box is not None
            assert box["x"] >= 0 and box["y"] >= 0
            assert box["x"] + box["width"] <= size[0] and box["y"] + box["height"] <= size[1]
        assert "Europäische Union" in notice.inner_text()


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize(("language", "page"), EVERY)
def test_paper_carries_it_in_colour_at_least_a_centimetre_high(
    real: Visitor, language: str, page: str, scheme: Scheme
) -> None:
    # A4 without margins of 15 mm, 96 pixels to the inch.
    with real.visit(page, 680, 1009, scheme) as visit:
        visit.page.emulate_media(media="print", color_scheme=scheme)
        found = seen(visit)

        check_looks(found, paper=True)
        check_first_screen(found)
        assert found["paper"] == "exact"


def test_a_project_of_the_esf_carries_the_notice_of_its_programme_and_no_other_does(real: Visitor) -> None:
    for scheme in LIGHT_AND_DARK:
        with real.visit("projekte/quartiersmanagement/index.html", 360, 640, scheme) as visit:
            check_looks(seen(visit, ".paid"))
            assert seen(visit, ".paid")["text"].split("\n") == ["Europäische Union", "Europäischer Sozialfonds"]
            visit.page.emulate_media(media="print", color_scheme=scheme)
            check_looks(seen(visit, ".paid"), paper=True)
    with real.visit("projekte/spielpark-sprejnik/index.html", 360, 640) as visit:
        assert visit.ask("() => document.querySelectorAll('main img[src$=\"eu-emblem.svg\"], .paid').length") == 0


def test_a_project_of_the_esf_plus_carries_the_other_one(browser: Any, invented: Path) -> None:
    with Visitor(browser, invented).visit("projekte/brueckenbauer/index.html", 360, 640) as visit:
        found = seen(visit, ".paid")

        check_looks(found)
        assert found["text"] == "Kofinanziert von der Europäischen Union"


@pytest.mark.parametrize("page", ["index.html", "projekte/quartiersmanagement/index.html", "partner/index.html"])
def test_pointing_at_it_and_going_through_it_changes_nothing(real: Visitor, page: str) -> None:
    with real.visit(page, 768, 1024) as visit:
        for where in (".funding", ".paid"):
            if visit.page.locator(where).count() == 0:
                continue
            before = seen(visit, where)
            visit.page.locator(f"{where} img").hover()
            check_looks(seen(visit, where))
            visit.page.locator(f"{where} p").hover()
            check_looks(seen(visit, where))
            for link in range(before["links"]):
                visit.page.locator(f"{where} a").nth(link).focus()
                check_looks(seen(visit, where))


@pytest.mark.parametrize("page", ["index.html", "partner/index.html", "partner/steinhaus/index.html"])
def test_no_other_logo_is_larger_than_the_emblem(real: Visitor, page: str) -> None:
    """Pictures of stories are no logos; those would stand in a notice, in the head, in the foot or beside a partner."""
    script = """() => Array.from(
      document.querySelectorAll("header img, header svg, footer img, footer svg, .funding img, .partner img"),
      (one) => one.getBoundingClientRect()).map((area) => [area.width, area.height])"""
    with real.visit(page, 1366, 768) as visit:
        emblem = visit.ask("() => { const a = document.querySelector('.funding img').getBoundingClientRect();"
                           " return [a.width, a.height]; }")  # fmt: skip
        for wide, high in visit.ask(script):
            assert wide <= emblem[0] or high <= emblem[1]
