"""What the law and two neighbours ask of every type of page: axe-core, keyboard, large text, quiet, no script.

Criteria: WCAG 2.2 AA and design/front-end.md, sections 10 and 11.
"""

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pressroom import make, pipeline, urls
from pressroom.checks import contrast
from pressroom.files import Page
from pressroom.kinds.languages import TRANSLATED
from pressroom.pipeline import Job
from tests.browser import LIGHT_AND_DARK, Scheme, Visit, Visitor, needed
from tests.town import ROOT, TODAY

AXE = Path(os.environ.get("AXE_JS", "missing"))
MEASURED = os.environ.get("PRESSROOM_MEASURED", "")
"""The file that the figures of a run are written to, for ``build.py accessibility``."""
PAGES = [
    "index.html",
    "aktuelles/index.html",
    "aktuelles/2021/zwoelf-saecke/index.html",
    "termine/index.html",
    "termine/2021/muellsammelaktion/index.html",
    "projekte/index.html",
    "projekte/quartiersmanagement/index.html",
    "partner/index.html",
    "partner/steinhaus/index.html",
    "orte/schiefes-haus/index.html",
    "stadtteil/index.html",
    "esf-erklaert/index.html",
    "kontakt/index.html",
    "impressum/index.html",
    "suche/index.html",
    "termine/2021/index.html",
    "orte/index.html",
    "barrierefreiheit/index.html",
    "bildnachweis/index.html",
    "404.html",
    "daten/index.html",
    "sprachen/index.html",
]
SPOKEN = [
    (urls.path(urls.spoken(f"{urls.SITE}{page}", lang)), scheme)
    for lang in TRANSLATED
    for page in ("", "aktuelles/", "termine/", "projekte/", "kontakt/", "esf-erklaert/", "suche/", "sprachen/")
    for scheme in LIGHT_AND_DARK
]
"""The same types in the other languages, whose words are longer, stand in other letters or run the other way."""
CALENDAR = [
    "index.html",
    "termine/index.html",
    "termine/monat/2026-12/index.html",
    "termine/2026/index.html",
    "termine/2026/nachbarschaftscafe/index.html",
    "termine/2026/adventskonzert/index.html",
    "termine/2026/vortrag-balkon/index.html",
]
"""Pages of the made-up town: every state a date can be in."""
MOVED = "tauschtag/index.html"
"""A page that only leads on."""
WIDTHS = [320, 500, 768, 1280]
pytestmark = needed

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Everything a keyboard should reach: what is shown and can be used.
CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 0)"""

# What has the focus now, whether one sees that it has, and whether one sees it at all.
FOCUS = f"""
() => {{
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  // The first line of a link that runs over two.
  const line = e.getClientRects()[0] || b;
  const top = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  return {{
    index: ({CONTROLS})().indexOf(e), body: e === document.body, html: e.outerHTML.slice(0, 120),
    ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    shown: b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth,
    free: !top || e.contains(top) || top.contains(e),
  }};
}}
"""

# Boxes that hide a part of their words.
CUT_OFF = """
() => [...document.querySelectorAll("body *")].filter(e => {
  const s = getComputedStyle(e);
  return e.checkVisibility() && e.textContent.trim() && e.clientWidth > 1 && !e.closest("svg") &&
    (["hidden", "clip"].includes(s.overflowY) && e.scrollHeight > e.clientHeight + 1 ||
     ["hidden", "clip"].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1 || s.textOverflow === "ellipsis");
}).map(e => e.outerHTML.slice(0, 120))
"""

# Every colour of words and the ground behind them, as the names of the tokens that have these values.
PAIRS = """
names => {
  const root = getComputedStyle(document.documentElement), probe = document.createElement("i");
  document.body.append(probe);
  const tokens = {};
  for (const name of names) {
    probe.style.color = root.getPropertyValue("--" + name);
    (tokens[getComputedStyle(probe).color] ||= []).push(name);
  }
  probe.remove();
  const ground = e => {
    for (let at = e; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (/^rgb\\(/.test(colour)) return colour;
    }
    return getComputedStyle(document.body).backgroundColor;
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Map();
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest("svg, noscript, script") || !e.checkVisibility()) continue;
    const colour = getComputedStyle(e).color, below = ground(e);
    found.set(colour + below, [tokens[colour] || [colour], tokens[below] || [below], e.outerHTML.slice(0, 100)]);
  }
  return [...found.values()];
}
"""

SMALL_CONTROLS = f"""
least => ({CONTROLS})().filter(e => {{
  const b = e.getBoundingClientRect();
  // Links within a sentence are exempt (WCAG 2.5.8, "inline"); the skip link shows itself on focus.
  return !e.matches(".skip") && getComputedStyle(e).display !== "inline" && (b.height < least || b.width < 24);
}}).map(e => e.outerHTML.slice(0, 120))
"""

MAIN_CONTROLS = ".menu a, .contact-phone a, .reach a, .button, .more, .sheets a, .search input, .footer-links a"


def violations(visit: Visit, *without: str) -> list[str]:
    """What axe-core objects to, with the first elements of each; some of its rules may be left out."""
    visit.ask(AXE.read_text("utf-8"))
    found: list[str] = visit.ask(
        """without => axe.run(document, {resultTypes: ["violations"],
          rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}]))}).then(done => done.violations.map(
          v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))""",
        list(without),
    )
    return found


def too_pale(visit: Visit) -> list[str]:
    """Words whose colour, as the browser says it paints them, has not 4.5 : 1 against the ground behind them."""
    met = [(*one[0], *one[1], one[2]) for one in visit.ask(PAIRS, [])]
    return [f"{a} {b} {html}" for a, b, html in met if contrast.ratio(_figures(a), _figures(b)) < 4.5]


def _figures(colour: str) -> str:
    """``rgb(0, 51, 153)`` as ``#003399``."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def large_text(visit: Visit, percent: int) -> None:
    """The reader's own text size, as a browser's setting would have it."""
    visit.ask("size => { document.documentElement.style.fontSize = size }", f"{percent}%")


# What the runs of axe-core found on the real site: page, width, scheme, how many rules were broken.
Runs = list[dict[str, str | int]]


@pytest.fixture(scope="module")
def runs(real: Visitor) -> Iterator[Runs]:
    """Takes down what was found; the whole of it is written to the file that MEASURED names."""
    found: Runs = []
    yield found
    if MEASURED and len(found) == len(PAGES) * (len(WIDTHS) * len(LIGHT_AND_DARK) + len(OTHERS)):
        with real.visit("index.html") as visit:
            visit.ask(AXE.read_text("utf-8"))
            tools = [f"axe-core {visit.ask('() => axe.version')}", f"Chromium {real.browser.version}"]
        told = {"date": f"{datetime.now(ZoneInfo('Europe/Berlin')):%Y-%m-%d}", "tools": tools, "runs": found}
        Path(MEASURED).parent.mkdir(parents=True, exist_ok=True)
        Path(MEASURED).write_text(json.dumps(told, indent=1), "utf-8")


def test_a_page_of_every_template_is_looked_at() -> None:
    looked_at = {ROOT / "content": [*PAGES], ROOT / "tests" / "town": [*CALENDAR, MOVED]}
    used = set()
    for content, pages in looked_at.items():
        planned = pipeline.plan(Job(ROOT, content, Path("unused"), TODAY))
        files = {file.path: file for file in planned.files}
        for page in pages:
            recipe = make.recipe_of(files[page], planned.site)
            assert isinstance(recipe, Page)
            used.add(recipe.template)

    assert used == {f"pages/{file.name}" for file in (ROOT / "templates" / "pages").glob("*.html")}


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)")
@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    real: Visitor, runs: Runs, page: str, width: int, scheme: Scheme
) -> None:
    with real.visit(page, width, 800, scheme) as visit:
        found = violations(visit)
        runs.append({"page": page, "width": width, "scheme": scheme, "violations": len(found)})
        assert found == []
        assert visit.ask(WIDER) <= 0


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)")
@pytest.mark.parametrize(("page", "scheme"), SPOKEN)
def test_axe_finds_nothing_in_other_languages_and_nothing_is_too_wide(real: Visitor, page: str, scheme: Scheme) -> None:
    with real.visit(page, 320 if scheme == "light" else 1280, 800, scheme) as visit:
        assert violations(visit) == []
        assert visit.ask(WIDER) <= 0


OTHERS = ("print", "forced")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)")
@pytest.mark.parametrize("medium", OTHERS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_on_paper_and_in_contrast_themes(real: Visitor, runs: Runs, page: str, medium: str) -> None:
    # Who reads in the dark prints on white paper all the same.
    colours = "active" if medium == "forced" else "none"
    with real.visit(page, 768, scheme="dark", forced_colors=colours) as visit:
        if medium == "print":
            visit.page.emulate_media(media="print")
        # axe-core 4.14 takes -webkit-text-fill-color for the colour of words, which themes do not change.
        found = violations(visit) if medium == "print" else [*violations(visit, "color-contrast"), *too_pale(visit)]
        runs.append({"page": page, "width": 768, "scheme": medium, "violations": len(found)})
        assert found == []


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)")
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_a_page_that_leads_on(real: Visitor, invented: Path, width: int) -> None:
    moved = (invented / MOVED).read_text("utf-8")
    resting = re.sub(r'<meta http-equiv="refresh"[^>]*>', "", moved)
    with Visitor(real.browser, invented).visit("termine/index.html", width) as visit:
        visit.page.set_content(resting)
        assert visit.page.get_by_role("heading", level=1).inner_text() == "Diese Seite ist umgezogen"
        assert violations(visit) == []
        assert visit.ask(WIDER) <= 0


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)")
@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("page", CALENDAR)
def test_axe_finds_nothing_in_lists_and_grids_of_dates(
    real: Visitor, invented: Path, page: str, width: int, scheme: Scheme
) -> None:
    # Some weeks after the build: part of what was announced has moved to what has been.
    later = datetime(2026, 12, 10, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    with Visitor(real.browser, invented).visit(page, width, 800, scheme, clock=later) as visit:
        assert violations(visit) == []
        assert visit.ask(WIDER) <= 0


def test_a_month_is_a_table_with_headings_on_a_desk_and_a_list_on_a_phone(real: Visitor, invented: Path) -> None:
    page = "termine/monat/2026-12/index.html"
    visitor = Visitor(real.browser, invented)
    with visitor.visit(page, 360) as visit:
        assert not visit.page.get_by_role("table").is_visible()
        assert visit.page.get_by_role("article").count() > 5
    with visitor.visit(page, 1280) as visit:
        assert visit.page.get_by_role("table", name="Dezember 2026").is_visible()
        heads = visit.page.get_by_role("columnheader").all_inner_texts()
        assert heads == ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
        linked = visit.page.get_by_role("table").get_by_role("link").evaluate_all("all => all.map(a => a.href)")
        listed = visit.page.get_by_role("article").get_by_role("link").evaluate_all("all => all.map(a => a.href)")
        assert set(linked) == set(listed)


@pytest.mark.parametrize("page", PAGES)
def test_large_text_and_wide_spacing_need_no_sideways_scrolling(real: Visitor, page: str) -> None:
    """Text at 200 % on a phone (WCAG 1.4.4), at 320 px as at 400 % zoom (1.4.10), and spaced out (1.4.12)."""
    with real.visit(page, 360, 640) as visit:
        large_text(visit, 200)
        assert visit.ask(WIDER) <= 0
    with real.visit(page, 320, 256, device_scale_factor=4) as visit:
        visit.ask(
            """() => { const sheet = new CSSStyleSheet();
            sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;" +
              "word-spacing: .16em !important } p { margin-block-end: 2em !important }");
            document.adoptedStyleSheets = [sheet]; }"""
        )
        assert visit.ask(WIDER) <= 0
        assert visit.ask(CUT_OFF) == []


@pytest.mark.parametrize("scheme", [*LIGHT_AND_DARK, "print"])
@pytest.mark.parametrize("page", PAGES)
def test_whatever_colours_meet_on_a_page_are_declared_as_a_pair(real: Visitor, page: str, scheme: str) -> None:
    """Each build computes the contrast of the pairs in assets/css/pairs.txt; here they are held against the pages."""
    rows = [line.split() for line in (ROOT / contrast.TABLE).read_text("utf-8").splitlines() if line[:1].isalpha()]
    declared = {(colour, ground) for kind, colour, *grounds in rows for ground in grounds if kind == "text"}
    names = sorted({name for _, *some in rows for name in some})
    with real.visit(page, 1280, scheme="dark" if scheme == "dark" else "light") as visit:
        if scheme == "print":
            visit.page.emulate_media(media="print")
        met = visit.ask(PAIRS, names)

        assert [one for one in met if not {(a, b) for a in one[0] for b in one[1]} & declared] == []


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_alone_reaches_everything_in_its_order_and_one_sees_where(
    real: Visitor, page: str, width: int
) -> None:
    with real.visit(page, width, 900) as visit:
        count = visit.ask(f"() => ({CONTROLS})().length")
        reached: list[int] = []
        for _ in range(count + 1):
            visit.page.keyboard.press("Tab")
            focus = visit.ask(FOCUS)
            if focus["body"]:
                break
            assert focus["ring"] and focus["shown"] and focus["free"], focus
            reached.append(focus["index"])

        # The order of the keys is that of the text, and the last key leaves the page: nothing holds one back.
        assert reached == list(range(count))
        assert focus["body"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", PAGES)
def test_controls_are_large_enough_for_a_trembling_hand(real: Visitor, page: str, width: int) -> None:
    with real.visit(page, width) as visit:
        assert visit.ask(SMALL_CONTROLS, 24) == []
        main = visit.ask(
            """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility() &&
              e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)""",
            MAIN_CONTROLS,
        )
        assert main == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_shifts_nothing_leaves_the_site_and_nothing_complains(real: Visitor, page: str) -> None:
    with real.visit(page, 360, 640) as visit:
        visit.ask("() => scrollTo(0, document.body.scrollHeight)")
        visit.page.wait_for_load_state("networkidle")
        shift = visit.ask(
            """() => new Promise(done => { let sum = 0;
              new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                .observe({type: "layout-shift", buffered: true});
              setTimeout(() => done(sum), 100); })"""
        )

        # Nought to three decimals, as Lighthouse prints it; a busy machine moves a hair of a pixel now and then.
        assert shift < 0.0005
        assert (visit.strangers, visit.complaints) == ([], [])
        # No cookie and no storage: nothing to ask consent for (TDDDG § 25).
        assert visit.page.context.cookies() == []
        assert visit.ask("() => localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("page", PAGES)
def test_forced_colours_keep_every_word_and_control(real: Visitor, page: str) -> None:
    """Windows' contrast themes (EN 301 549, 11.7): borders stand in for grounds, the emblem keeps its colours."""
    with real.visit(page, 768, forced_colors="active") as visit:
        assert visit.ask("() => matchMedia('(forced-colors: active)').matches") is True
        emblem = "() => getComputedStyle(document.querySelector('.funding-emblem')).forcedColorAdjust"
        assert visit.ask(emblem) == "none"
        bare = visit.ask(
            """() => [...document.querySelectorAll(".button, .notice, .marks li, .leaf")].filter(
              e => parseFloat(getComputedStyle(e).borderBlockEndWidth) < 1).map(e => e.className || e.outerHTML)"""
        )
        assert bare == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_moves_for_those_whom_movement_makes_ill(real: Visitor, page: str) -> None:
    with real.visit(page, reduced_motion="reduce") as visit:
        moving = visit.ask(
            """() => [...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e);
              return s.animationName !== "none" || parseFloat(s.transitionDuration) > 0 ||
                s.scrollBehavior === "smooth"; }).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert moving == []
