"""The pattern page: every part of a page in every set of words, light and dark; shown by the preview alone."""

import re
from pathlib import Path

import pytest

from pressroom.outputs.patterns import VARIANTS
from tests.browser import Visitor, needed
from tests.test_accessibility import AXE, WIDER
from tests.town import ROOT, SMALL, Town

EXAMPLES = ROOT / "tests" / "examples"
PARTS = sorted(file.stem for file in (ROOT / "templates" / "parts").glob("*.html"))
STYLES = sorted(file.stem for file in (ROOT / "assets" / "css" / "parts").glob("*.css"))


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site as the preview builds it."""
    small = Town(tmp_path_factory.mktemp("patterns"))
    small.write(SMALL)
    small.build(examples=EXAMPLES)
    return small.output


def test_every_part_has_an_example_and_every_style_a_part() -> None:
    examples = {file.stem for file in EXAMPLES.glob("*.html")} - {"words", "patterns"}

    assert examples == set(PARTS)
    assert set(STYLES) - set(PARTS) == set()


def test_every_part_is_shown_in_every_set_of_words(shown: Path) -> None:
    for path, _, _, _ in VARIANTS:
        page = (shown / "muster" / path / "index.html").read_text("utf-8")

        assert re.findall(r'<h2 lang="de" dir="ltr">(\w+)</h2>', page) == PARTS
        assert 'content="noindex"' in page
    assert "/muster/" not in (shown / "sitemap.xml").read_text("utf-8")


def test_a_site_that_is_published_has_no_pattern_page(town: Town) -> None:
    town.build()

    assert not (town.output / "muster").exists()


@needed
@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("path", [path for path, _, _, _ in VARIANTS], ids=[name for _, name, _, _ in VARIANTS])
def test_parts_fit_and_pass_axe_in_every_set_of_words(real: Visitor, shown: Path, path: str, width: int) -> None:
    # Two headers and two footers on one page are the point of it.
    rules = "landmark-banner-is-top-level landmark-contentinfo-is-top-level landmark-no-duplicate-banner region".split()
    rules += "landmark-no-duplicate-contentinfo landmark-unique heading-order page-has-heading-one".split()
    with Visitor(real.browser, shown).visit(f"muster/{path}index.html", width) as visit:
        assert visit.ask(WIDER) <= 0
        if AXE.is_file():
            visit.ask(AXE.read_text("utf-8"))
            found = visit.ask(
                """rules => axe.run(document, {rules: Object.fromEntries(rules.map(r => [r, {enabled: false}]))})
                  .then(done => done.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 160))))""",
                rules,
            )
            assert found == []


@needed
def test_arabic_begins_on_the_right_and_keeps_numbers_in_order(real: Visitor, shown: Path) -> None:
    with Visitor(real.browser, shown).visit("muster/arabisch/index.html", 768) as visit:
        mark = visit.page.locator(".brand-mark").bounding_box()
        menu = visit.page.locator(".menu a").first.bounding_box()
        assert mark is not None and menu is not None
        assert mark["x"] > 384
        assert menu["x"] > 384
        assert visit.page.locator(".contact-phone bdi").first.inner_text() == "01234 567-89"
