"""What two people must be able to do, with JavaScript off: Frau H., 75, and family K., four weeks in town.

Design/front-end.md, section 10. What needs languages or a printed sheet comes with those.
"""

import gzip
import re
from pathlib import Path

import pytest
from PIL import Image

from pressroom import urls
from pressroom.kinds.languages import LANGUAGES, SOURCE
from tests.browser import Visitor, needed

EVENT = "termine/2021/muellsammelaktion/index.html"
PHONE_LINKS = "a[href^='tel:']"


@needed
@pytest.mark.parametrize("page", ["index.html", "termine/index.html", EVENT, "impressum/index.html"])
def test_the_telephone_is_on_the_first_screen_even_at_twice_the_text_size(real: Visitor, page: str) -> None:
    with real.visit(page, 360, 640) as visit:
        visit.ask("() => { document.documentElement.style.fontSize = '200%' }")
        box = visit.page.locator(PHONE_LINKS).first.bounding_box()

        assert box is not None
        assert box["y"] + box["height"] <= 640
        assert box["height"] >= 44


@needed
def test_what_has_been_is_found_by_its_year_and_says_the_weekday(real: Visitor) -> None:
    with real.visit("index.html", 360, 640, java_script_enabled=False) as visit:
        visit.page.get_by_role("link", name="Termine", exact=True).first.click()
        visit.page.get_by_role("link", name="2021", exact=True).click()
        visit.page.get_by_role("link", name="Müllsammelaktion").first.click()

        assert visit.page.url.endswith("/termine/2021/muellsammelaktion/")
        assert "Mittwoch" in visit.page.locator("main").inner_text()
        visit.page.go_back()
        assert visit.page.url.endswith("/termine/2021/")


@needed
def test_every_page_is_found_without_search_script(real: Visitor, public: Path) -> None:
    listed = set()
    for lang in LANGUAGES:
        page = urls.path(urls.SEARCH if lang == SOURCE else urls.spoken(urls.SEARCH, lang))
        with real.visit(page, 360, 640, java_script_enabled=False) as visit:
            found = visit.page.locator("[data-search-everything] a")
            listed |= set(found.evaluate_all("links => links.map(a => a.pathname)"))

    stories = {
        f"/{file.parent.relative_to(public).as_posix()}/"
        for file in public.rglob("index.html")
        if re.search(r"<article class=\"wrap story\">", file.read_text("utf-8"))
    }
    assert stories
    assert stories - listed == set()


@needed
def test_an_idea_leads_to_a_telephone_and_no_form_pretends_to_send(real: Visitor) -> None:
    with real.visit("index.html", 360, 640, java_script_enabled=False) as visit:
        visit.page.locator(".call a.button").click()

        assert visit.page.locator(f"main {PHONE_LINKS}").count() > 0
        assert visit.page.locator("form").count() == 0


@needed
def test_an_event_answers_what_people_ask_first(real: Visitor) -> None:
    with real.visit(EVENT, 360, 640, java_script_enabled=False) as visit:
        text = visit.page.locator("main").inner_text().replace("\u00a0", " ")

    assert "Vorbei" in text.split("Müllsammelaktion")[0]
    for answer in ("14. Juli 2021", "8 bis 18 Uhr", "Schiefes Haus"):
        assert answer in text


def sizes(public: Path, page: Path) -> tuple[int, int]:
    """The compressed bytes of a page, and of its style sheet."""
    html = page.read_text("utf-8")
    style = re.search(r'href="(?:\.\./)*/?(assets/site-[0-9a-f]+\.css)"', html)
    assert style
    return len(gzip.compress(html.encode())), len(gzip.compress((public / style[1]).read_bytes()))


def test_every_page_and_its_style_fit_into_the_first_round_trip(public: Path) -> None:
    """Budgets of design/front-end.md, section 9: 14,336 bytes for HTML and style sheet, 7 KB for the latter."""
    for page in public.rglob("*.html"):
        html, style = sizes(public, page)

        assert style <= 7 * 1024
        assert html + style <= 14336, page.relative_to(public)


def test_a_first_visit_is_under_a_hundred_kilobytes_and_a_second_page_under_fifteen(public: Path) -> None:
    """Prepaid data: everything the front page loads, drawings of both schemes counted though one is fetched."""
    html = (public / "index.html").read_text("utf-8")
    named = set(re.findall(r'(?:src|srcset|href)="(assets/[^" ]+)', html))
    whole = len(gzip.compress(html.encode())) + sum(len(gzip.compress((public / name).read_bytes())) for name in named)

    assert whole < 100 * 1024
    for page in public.rglob("*.html"):
        assert sizes(public, page)[0] < 15 * 1024


@pytest.mark.parametrize("kind", ["title", "description", "url", "site_name", "type", "locale", "image"])
def test_a_shared_link_says_what_it_leads_to(public: Path, kind: str) -> None:
    for page in public.rglob("*.html"):
        html = page.read_text("utf-8")
        if 'name="robots" content="noindex"' not in html:
            assert re.search(rf'<meta property="og:{kind}" content="[^"]+">', html), page.relative_to(public)


def test_the_picture_of_a_shared_link_is_there_and_of_the_size_messengers_want(public: Path) -> None:
    named = set()
    for page in public.rglob("*.html"):
        named.update(re.findall(r'og:image" content="https://gesundbrunnen\.example/([^"]+)"', page.read_text("utf-8")))

    assert "assets/teilen.png" in named
    for name in named:
        with Image.open(public / name) as picture:
            assert picture.size == (1200, 630)
        assert (public / name).stat().st_size < 100 * 1024


def test_a_story_is_passed_on_by_plain_links(public: Path) -> None:
    html = (public / "aktuelles/2021/zwoelf-saecke/index.html").read_text("utf-8")
    address = "https%3A//gesundbrunnen.example/aktuelles/2021/zwoelf-saecke/"

    assert re.search(rf'href="mailto:\?subject=Zw%C3%B6lf[^"]*&amp;body={address}"', html)
    assert re.search(rf'href="sms:\?&amp;body=Zw%C3%B6lf[^"]*{address}"', html)
