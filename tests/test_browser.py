"""The emblem and the notice of the European Union on the first screen, measured in a real browser (P14-2 to P14-6)."""

import io

import pytest
from PIL import Image

from tests.browser import LIGHT_AND_DARK, Scheme, Visitor, needed

EU_BLUE = (0, 51, 153)
pytestmark = needed


def blue_box(shot: bytes) -> tuple[int, int, int, int]:
    """Where the emblem's blue is: left, top, right, bottom in pixels."""
    with Image.open(io.BytesIO(shot)) as picture:
        width, height = picture.size
        pixels = picture.convert("RGB").tobytes()
    found = [
        position for position in range(width * height) if tuple(pixels[3 * position : 3 * position + 3]) == EU_BLUE
    ]
    assert found, "no Reflex Blue on the first screen"
    columns, rows = [position % width for position in found], [position // width for position in found]
    assert max(rows) < height
    return min(columns), min(rows), max(columns) + 1, max(rows) + 1


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize(
    "size", [(320, 568), (360, 640), (768, 1024), (1366, 768)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "aktuelles/index.html",
        "aktuelles/2021/zwoelf-saecke/index.html",
        "termine/2021/muellsammelaktion/index.html",
        "impressum/index.html",
    ],
)
def test_the_emblem_is_on_the_first_screen_in_colour_and_large_enough(
    real: Visitor, page: str, size: tuple[int, int], scheme: Scheme
) -> None:
    with real.visit(page, *size, scheme) as visit:
        left, top, right, bottom = blue_box(visit.page.screenshot())

    assert (right - left, bottom - top) == (60, 40)
    assert bottom < 100


def test_a_page_of_any_depth_that_is_not_there_keeps_it_too(real: Visitor) -> None:
    with real.visit("404.html", 320, 568) as visit:
        assert blue_box(visit.page.screenshot())[3] < 100


def test_paper_keeps_it_in_colour(real: Visitor) -> None:
    with real.visit("index.html", 768, 1024, "dark") as visit:
        visit.page.emulate_media(media="print", color_scheme="dark")
        left, top, right, bottom = blue_box(visit.page.screenshot())

        assert (right - left, bottom - top) == (60, 40)
        ground = visit.ask("() => getComputedStyle(document.body).backgroundColor")
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_paper_has_no_menu_but_the_addresses_of_links_and_its_own(real: Visitor) -> None:
    with real.visit("aktuelles/2021/zwoelf-saecke/index.html", 794, 1123) as visit:
        visit.page.emulate_media(media="print")

        for hidden in (".menu", ".crumbs", ".footer-links", ".skip"):
            assert not visit.page.locator(hidden).first.is_visible(), hidden
        assert visit.page.locator(".reach a").is_visible()
        assert "/aktuelles/2021/zwoelf-saecke/" in visit.page.locator(".on-paper").inner_text()
        after = "() => getComputedStyle(document.querySelector('.sources a[href^=http]'), '::after').content"
        assert "saechsische.de" in visit.ask(after)
        sheets = visit.page.pdf(format="A4", prefer_css_page_size=True)
        # A short story fits on the front and back of one sheet.
        assert sheets.count(b"/Type /Page\n") <= 2
