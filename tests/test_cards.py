"""Cards as messengers show them beside a link, and as a reader that is not ours finds their words."""

import re
from datetime import date

import pytest
from PIL import Image, ImageChops

from pressroom import make, pipeline, typeset
from pressroom.files import File, Typeset
from pressroom.outputs import PAPERS, PREVIEWS
from pressroom.pipeline import Job
from pressroom.press.papers import is_paper
from pressroom.problems import Desk
from tests.sheets import Paper
from tests.test_pictures import DESCRIBED, WITH_PICTURE, photo
from tests.town import EVENT, PROJECT, ROOT, SITE, TODAY, Town

BASE = "https://muster.example/viertel/"
FEST = "termine/2026/fest/"
ALARM, FRONT, WHITE = (0x8E, 0x1B, 0x1B), (0xDC, 0xEB, 0xEA), (0xFF, 0xFF, 0xFF)
SIDE, FOOT = 336, 120
"""So many pixels of a card are façade, and so many belong to the name of the site."""


def shared(town: Town, page: str) -> dict[str, str]:
    """What the head of a page says of its picture."""
    found = re.findall(r'<meta (?:property|name)="(og:image[a-z:]*|twitter:card)" content="([^"]*)"', town.read(page))
    return {name: said.replace("\u00a0", " ") for name, said in found}


def card(town: Town, path: str) -> Image.Image:
    return Image.open(town.output / path).convert("RGB")


def amount(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    """How many pixels of a picture have a colour."""
    plain = ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).convert("L")
    return plain.histogram()[0]


class TestACard:
    def test_stands_beside_each_story_and_is_named_by_its_page(self, town: Town) -> None:
        town.build(papers=True)
        for folder, alt in (
            ("aktuelles/2026/park/", "Der Park ist offen, Aktuelles · 14. März 2026"),
            (FEST, "Fest im Park, Samstag, 5. Dezember 2026, 18 bis 22 Uhr, Stadtpark"),
            ("projekte/park/", "Der neue Park, Vorhaben · abgeschlossen, Januar 2020 bis Dezember 2021"),
            ("kontakt/", "Kontakt"),
        ):
            with Image.open(town.output / folder / "vorschau.png") as picture:
                assert (picture.format, picture.size) == ("PNG", (1200, 630))
            assert (town.output / folder / "vorschau.png").stat().st_size < 100_000
            assert shared(town, f"{folder}index.html") == {
                "og:image": f"{BASE}{folder}vorschau.png",
                "og:image:width": "1200",
                "og:image:height": "630",
                "og:image:alt": alt,
                "twitter:card": "summary_large_image",
            }

    def test_of_a_list_is_the_district(self, town: Town) -> None:
        town.build(papers=True)

        assert shared(town, "aktuelles/index.html")["og:image"] == f"{BASE}assets/teilen.png"
        assert shared(town, "index.html")["og:image:alt"].startswith("Zeichnung: ")

    def test_of_a_cancelled_event_says_so(self, town: Town) -> None:
        town.build(papers=True)
        before = card(town, f"{FEST}vorschau.png")
        town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", "status: cancelled\ntopics:")})
        town.build(papers=True)

        assert amount(before, ALARM) == 0
        assert amount(card(town, f"{FEST}vorschau.png"), ALARM) > 5_000
        assert shared(town, f"{FEST}index.html")["og:image:alt"].startswith("Abgesagt. Fest im Park")

    def test_gives_way_to_a_photo(self, town: Town) -> None:
        town.write({"media/park.jpg": photo(), "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})
        town.build(papers=True)

        found = shared(town, "aktuelles/2026/park/index.html")
        assert (found["og:image"], found["og:image:alt"]) == (f"{BASE}media/park-teilen.jpg", "Ein Park mit Bäumen.")
        assert not (town.output / "aktuelles/2026/park/vorschau.png").exists()

    def test_is_the_bare_facade_where_nothing_can_be_set(self, town: Town) -> None:
        town.build(papers=False)
        for page in town.output.rglob("*.html"):
            found = shared(town, page.relative_to(town.output).as_posix())
            if found:
                assert (town.output / found["og:image"].removeprefix(BASE)).is_file()
        assert not list(town.output.rglob("vorschau.png"))
        assert shared(town, f"{FEST}index.html")["og:image:alt"] == "Zeichnung: die Fassade eines Wohnblocks"

    def test_is_told_in_each_language_and_turned_with_it(self, town: Town) -> None:
        words = {"words/ar.yaml": (ROOT / "content/words/ar.yaml").read_text("utf-8")}
        arabic = "---\ntitle: الحديقة الجديدة\nsummary: أرض مهجورة تتحول إلى حديقة.\n---\nأرض مهجورة.\n"
        town.write({"site.yaml": f"{SITE}languages: [ar]\n", "projects/park.ar.md": arabic, **words})
        town.build(papers=True)
        german, turned = card(town, "projekte/park/vorschau.png"), card(town, "ar/mashari/park/vorschau.png")

        assert shared(town, "ar/mashari/park/index.html")["og:image"] == f"{BASE}ar/mashari/park/vorschau.png"
        start, end = (0, 0, SIDE, 630), (1200 - SIDE, 0, 1200, 630)
        assert amount(german.crop(end), WHITE) == amount(turned.crop(start), WHITE) == 0
        assert amount(german.crop(start), WHITE) > 100_000 < amount(turned.crop(end), WHITE)
        # What is not told in Arabic has its card in German alone.
        assert not (town.output / "ar/mawaid").exists() or not list((town.output / "ar/mawaid").rglob("*.png"))

    def test_is_set_again_only_when_it_shows_something_else(self, town: Town) -> None:
        town.build(papers=True)
        town.write({"projects/park.md": PROJECT.replace("Alle haben", "Viele haben")})
        assert [path for path in town.build(papers=True).written.changed if path.endswith(".png")] == []

        town.write({"projects/park.md": PROJECT.replace("Der neue Park", "Ein neuer Park")})
        changed = town.build(papers=True).written.changed
        assert [path for path in changed if path.endswith(".png")] == ["projekte/park/vorschau.png"]


def longest(folder: str, day: date) -> list[tuple[File, Typeset, typeset.Call]]:
    """The cards with the longest titles, and those with the longest words."""
    job = Job(ROOT, ROOT / folder, ROOT / "unused", day, papers=True)
    site = pipeline.site_of(job, pipeline.memo_of(job), Desk())
    maker = pipeline.press_of(job, site).maker
    found = []
    for spoken in map(site.speaking, site.languages):
        for file in (file for output in PREVIEWS for file in output(spoken)):
            recipe = make.recipe_of(file._replace(recipe=file.recipe._replace(lang=spoken.lang)), site)  # type: ignore[union-attr]
            assert isinstance(recipe, Typeset)
            found.append((file, recipe, maker.to_set(recipe)))
    title = re.compile(r'"title": "([^"]*)", "').search

    def words(one: tuple[File, Typeset, typeset.Call]) -> list[str]:
        said = title(one[1].data)
        return said[1].split() if said else []

    by_length = sorted(found, key=lambda one: sum(map(len, words(one))))[-6:]
    by_word = sorted(found, key=lambda one: max(map(len, words(one)), default=0))[-4:]
    return by_length + by_word


@pytest.mark.parametrize(("folder", "day"), [("content", date(2021, 6, 20)), ("tests/town", TODAY)])
def test_the_longest_titles_fit(folder: str, day: date) -> None:
    for file, _, (texts, main, data, codes, kind) in longest(folder, day):
        # A picture keeps no words, so the same is set as a sheet.
        sheet = typeset.typeset(texts, main, data, codes, "pdf")
        paper = Paper(file.path, sheet.data)

        assert kind == "png" and paper.pages == 1
        for left, lower, right, upper in paper.boxes:
            assert 0 <= lower < upper <= 630 - 24, file.path
            assert 40 <= left < right <= 1200 - 40, file.path
            assert right - left < 1200 - SIDE, file.path
            # The name of the site stands at the foot, and the title keeps off it.
            assert upper < FOOT or lower > FOOT, file.path


def test_what_is_set_is_known_without_asking(town: Town) -> None:
    """Nothing else may set, because of the processes that only make."""
    site = town.plan(papers=True).site
    sheets = [file for output in (*PAPERS, *PREVIEWS) for file in output(site)]

    assert len(sheets) > 6 and all(is_paper(file) for file in sheets)
    assert {file.path for file in town.plan(papers=True).files if is_paper(file)} == {file.path for file in sheets}
