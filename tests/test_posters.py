"""Posters as somebody who prints them sees them, read by tools that are not ours."""

import re
import unicodedata
from datetime import date

import pytest

from pressroom import building, typeset
from pressroom.catalogue import CATALOGUE
from pressroom.outputs.papers import events, funding
from pressroom.problems import quoted
from tests.afresh import equal_with_sheets
from tests.sheets import MM, Paper, outside, papers
from tests.town import EVENT, PROJECT, ROOT, SITE, TODAY, Town

POSTERS = (funding.posters, events.posters)

MARGIN = 11
"""Millimetres around the sheet. A large J reaches three further than its line; a printer leaves five at most."""

TONGUES = {
    "ar": ("الحديقة الجديدة", "أرض مهجورة تتحول إلى حديقة."),
    "uk": ("Новий парк", "Пустир перетворюється на парк."),
    "hsb": ("Nowy park za naš měšćanski dźěl", "Z lada so park stanje."),
}


def many(town: Town) -> dict[str, Paper]:
    return {one.path: one for one in papers(town.content, TODAY, POSTERS)}


def one(town: Town, path: str) -> Paper:
    return many(town)[path]


PARK = "de projekte/park/plakat-a3.pdf"
FEST = "de termine/2026/fest/plakat-a3.pdf"


class TestTheFundingPoster:
    def test_says_what_is_paid_for(self, town: Town) -> None:
        poster = one(town, PARK)

        for words in (
            "Der neue Park",
            "Aus einer Brache wird ein Park.",
            "Mehr Grün im Viertel.",
            "Parkverein",
            "Januar 2020 bis Dezember 2021",
            "Europäische Union Europäischer Sozialfonds",
        ):
            assert words in poster.text
        assert (poster.pages, poster.size) == (1, (297, 420))

    def test_leads_to_the_page_of_the_project(self, town: Town) -> None:
        assert one(town, PARK).codes == ["https://muster.example/viertel/projekte/park/"]

    def test_gives_the_notice_a_quarter_and_the_emblem_a_quarter_of_that(self, town: Town) -> None:
        width, height = one(town, PARK).emblem
        notice = 269 * 119

        assert width / height == pytest.approx(1.5, abs=0.01)
        assert notice >= 297 * 420 / 4
        assert width * height >= notice / 4

    def test_sets_the_words_beside_the_emblem_in_a_face_that_may_stand_there(self, town: Town) -> None:
        faces = one(town, PARK).faces

        assert {face.split("-")[0] for face in faces} == {"NotoSans", "EBGaramond"}

    def test_keeps_the_words_of_the_programme_that_pays(self, town: Town) -> None:
        site = SITE.replace("fund: Europäischer Sozialfonds", "fund: Europäischer Sozialfonds Plus")
        site = site.replace("union: Europäische Union", "union: Kofinanziert von der Europäischen Union")
        project = PROJECT.replace("esf-2014-2020", "esf-plus-2021-2027").replace("2020-01", "2023-01")
        town.write({"site.yaml": site, "projects/park.md": project.replace("2021-12", "2024-12")})
        text = one(town, PARK).text

        assert "Kofinanziert von der Europäischen Union" in text
        assert "Sozialfonds" not in text

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("programme: esf-2014-2020", "programme: other"),
            ("status: completed", "status: completed\ndraft: yes"),
        ],
    )
    def test_is_there_only_where_the_fund_is_known_to_pay(self, town: Town, before: str, after: str) -> None:
        town.write({"projects/park.md": PROJECT.replace(before, after)})

        assert PARK not in many(town)


class TestThePosterOfAnEvent:
    def test_says_when_where_and_what(self, town: Town) -> None:
        town.write(
            {"events/2026-12-05-fest.md": EVENT.replace("place:", "cost: kostenlos\naccessibility: Rampe\nplace:")}
        )
        for size, paper in (("a3", (297, 420)), ("a4", (210, 297))):
            poster = one(town, f"de termine/2026/fest/plakat-{size}.pdf")

            for words in ("Samstag", "5. Dezember 2026", "18 bis 22 Uhr", "Fest im Park", "Mit Musik."):
                assert words in poster.text
            for words in (
                "Stadtpark",
                "Parkweg 1, 01234 Musterstadt",
                "kostenlos",
                "Rampe",
                "Europäischer Sozialfonds",
            ):
                assert words in poster.text
            assert poster.codes == ["https://muster.example/viertel/termine/2026/fest/"]
            assert (poster.pages, poster.size) == (1, paper)
            assert poster.emblem[1] >= 10, "P21-8"

    def test_of_a_cancelled_one_says_so_and_leaves_its_window_dark(self, town: Town) -> None:
        lit = one(town, FEST)
        town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", "status: cancelled\ntopics:")})
        off = one(town, FEST)

        assert "Abgesagt. Dieser Termin findet nicht statt." in off.text
        assert "Abgesagt" not in lit.text
        assert _colour_of_the_window(lit) == (0xFF, 0xCF, 0x40)
        assert _colour_of_the_window(off) == (0x06, 0x39, 0x3D)

    def test_of_a_postponed_one_shows_the_new_day(self, town: Town) -> None:
        new = "status: postponed\nnew_start: 2026-12-19 17:00\ntopics:"
        town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", new)})
        text = one(town, FEST).text

        assert "19. Dezember 2026 17 Uhr" in text
        assert "Verschoben. statt Samstag, 5. Dezember 2026, 18 Uhr" in text

    def test_of_a_series_shows_what_is_always_the_same(self, town: Town) -> None:
        rule = "repeat:\n  every: week\n  until: 2027-06-30\ntopics:"
        town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", rule)})
        text = one(town, FEST).text

        assert "Samstag 18 Uhr bis 22 Uhr" in text
        assert "Jeden Samstag, 18 bis 22 Uhr" in text
        assert "Samstag, 12. Dezember 2026" in text

    def test_is_gone_when_the_event_is_over(self, town: Town) -> None:
        assert FEST not in {one.path for one in papers(town.content, date(2026, 12, 6), POSTERS)}


def _colour_of_the_window(poster: Paper) -> tuple[int, ...]:
    """Between its frame and its words."""
    at = int((14 + 15 + 5) * MM * 2), int((14 + 14 + 6) * MM * 2)
    found = poster.seen.getpixel(at)
    assert isinstance(found, tuple)
    return found


class TestEveryPoster:
    def test_is_tagged_named_and_small(self, town: Town) -> None:
        for poster in many(town).values():
            root = poster.inside.Root
            kinds = [kind for kind, _ in poster.marks]

            assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("de", True)
            assert bool(root.ViewerPreferences.DisplayDocTitle)
            assert kinds.count("/H1") == 1
            assert (
                sorted(said for kind, said in poster.marks if kind == "/Figure")[0] == "Flagge der Europäischen Union"
            )
            assert all(said for kind, said in poster.marks if kind == "/Figure")
            with poster.inside.open_metadata() as about:
                assert about["pdfuaid:part"] == "1"
                assert about["dc:title"].startswith("Plakat: ")
                assert not [key for key in about if "Date" in key]
            assert not [face for face in poster.faces if "missing" in face]
            assert len(poster.data) < 100_000

    def test_is_the_same_twice(self, town: Town) -> None:
        twice = [[one.data for one in papers(town.content, TODAY, POSTERS)] for _ in range(2)]

        assert twice[0] == twice[1]

    def test_speaks_the_language_of_its_story(self, town: Town) -> None:
        words = {f"words/{lang}.yaml": (ROOT / "content/words" / f"{lang}.yaml").read_text("utf-8") for lang in TONGUES}
        town.write({"site.yaml": f"{SITE}languages: [{', '.join(TONGUES)}]\n", **words})
        for lang, (title, summary) in TONGUES.items():
            told = f"---\ntitle: {title}\nsummary: {summary}\n---\n{summary}\n"
            town.write({f"projects/park.{lang}.md": told, f"events/2026-12-05-fest.{lang}.md": told})
        found = many(town)
        for lang, (title, _) in TONGUES.items():
            poster = found[f"{lang} projekte/park/plakat-a3.pdf"]
            fest = found[f"{lang} termine/2026/fest/plakat-a4.pdf"]

            assert str(poster.inside.Root.Lang) == lang
            assert poster.codes == [f"https://muster.example/viertel/{_there(lang)}/park/"]
            for paper in (poster, fest):
                assert {"Europäische", "Sozialfonds"} <= set(re.split("[^A-Za-zä]+", paper.text))
                # PDFium gives back Arabic in the order of the sheet, so its letters are compared and no words.
                there = unicodedata.normalize("NFKC", paper.text)
                assert (set(title) <= set(there)) if lang == "ar" else (title in there)
                assert not paper.misfits
                assert _outside(paper) == []


def _there(lang: str) -> str:
    return {"ar": "ar/mashari", "uk": "uk/proiekty", "hsb": "hsb/projekty"}[lang]


def _outside(poster: Paper) -> list[tuple[float, ...]]:
    """The signs that stand where a printer cannot reach, or beyond the sheet."""
    return outside(poster, MARGIN * poster.size[0] / 297)


class TestWhatIsLong:
    LONG = "Nachbarschaftswerkstatt, Barrierefreiheit und andere lange Wörter, die kaum auf ein Plakat passen"

    def test_the_longest_title_and_summary_stay_on_the_sheet(self, town: Town) -> None:
        summary = "Ein sehr langer Satz mit allem, was man nur sagen kann, und noch etwas mehr. " * 3
        for path, text, before in (
            ("projects/park.md", PROJECT, ("Der neue Park", "Aus einer Brache wird ein Park.")),
            ("events/2026-12-05-fest.md", EVENT, ("Fest im Park", "Mit Musik.")),
        ):
            town.write({path: text.replace(before[0], self.LONG).replace(before[1], summary.strip())})
        for poster in many(town).values():
            assert poster.pages == 1
            assert _outside(poster) == []
            assert self.LONG in poster.text
            assert summary.strip() in poster.text
            assert poster.misfits == ()

    def test_what_cannot_be_read_from_afar_is_told_once_at_its_line(self, town: Town) -> None:
        fields = ("cost", "audience", "languages", "registration", "accessibility")
        facts = "".join(f"{field}: {'Wort für Wort wird es mehr. ' * 7}\n" for field in fields)
        word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverkauf"
        for event, line, text in (
            (EVENT.replace("Fest im Park", word), 2, word),
            (
                EVENT.replace("Mit Musik.", "Mit Musik. " * 20).replace("topics:", f"{facts}topics:"),
                3,
                "Mit Musik. " * 20,
            ),
        ):
            town.write({"events/2026-12-05-fest.md": event})
            told = [problem for problem in town.check(papers=True) if problem.code == "paper-long"]

            assert [(one.path, one.line) for one in told] == [("content/events/2026-12-05-fest.md", line)]
            assert told[0].message == CATALOGUE["paper-long"].message.format(text=quoted(text.strip()))
            assert all(_outside(poster) == [] and poster.pages == 1 for poster in many(town).values())

    def test_a_long_word_makes_a_text_smaller_and_does_not_hang_out(self, town: Town) -> None:
        word = "Donaudampfschifffahrtsmatrosen"
        town.write(
            {
                "projects/park.md": PROJECT.replace("Aus einer Brache wird ein Park.", f"Eine {word} für alle."),
                "events/2026-12-05-fest.md": EVENT.replace("place:", f"cost: eine {word}\nplace:"),
            }
        )
        for poster in many(town).values():
            assert (poster.misfits, outside(poster, MARGIN * poster.size[0] / 297)) == ((), [])
            assert word in poster.text

    def test_a_sign_that_no_face_has_is_told(self, town: Town) -> None:
        town.write({"events/2026-12-05-fest.md": EVENT.replace("Fest im Park", "Fest 你好")})

        assert "paper-unset" in town.codes(papers=True)


class TestBuilding:
    def test_puts_them_beside_their_stories_and_leaves_them_alone_afterwards(self, town: Town) -> None:
        first = town.build(papers=True, jobs=2)
        sheets = {path for path in town.bytes() if path.endswith(".pdf")}
        again = town.build(papers=True, jobs=2)

        assert sheets == {
            "projekte/park/plakat-a3.pdf",
            "termine/2026/fest/plakat-a3.pdf",
            "termine/2026/fest/plakat-a4.pdf",
            "projekte/park/projektblatt-a4.pdf",
            "aktuelles/2026/park/aushang-a4.pdf",
            "kontakt/kontaktkarten-a4.pdf",
            "termine/monat/2026-12/programm-2026-12.pdf",
        }
        assert sheets <= set(first.written.new)
        assert (again.written.new, again.written.changed) == ((), ())

    def test_pages_lead_to_them_where_there_are_any(self, town: Town) -> None:
        town.build(papers=True)
        assert '<a href="../../projekte/park/plakat-a3.pdf">Plakat A3 (PDF)</a>' in town.read(
            "projekte/park/index.html"
        )
        assert "plakat-a4.pdf" in town.read("termine/2026/fest/index.html")

        town.build(papers=False)
        assert "plakat" not in town.read("projekte/park/index.html")

    def test_from_memory_gives_what_a_clean_build_gives(self, town: Town, tmp_path: object) -> None:
        deeds = [
            {"projects/park.md": PROJECT.replace("Der neue Park", "Ein neuer Park")},
            {"site.yaml": SITE.replace("Musterviertel", "Musterdorf")},
            {"partners/verein.yaml": "name: Parkfreunde\nkind: association\n"},
            {"events/2026-12-05-fest.md": EVENT.replace("topics:", "status: cancelled\ntopics:")},
            {"projects/park.md": PROJECT.replace("aims: [Mehr Grün im Viertel.]", "aims: [Weniger Grau.]")},
        ]

        equal_with_sheets(town, deeds)

    def test_sets_nothing_again_that_shows_nothing_new(self, town: Town) -> None:
        town.build(papers=True)
        counted: list[int] = []
        town.write({"site.yaml": SITE.replace("Ein Viertel zum Üben", "Ein anderes Viertel")})
        report = _counting(town, counted)

        assert report == [] and counted

    def test_without_them_there_are_none(self, town: Town) -> None:
        town.build(papers=True)
        report = town.build(papers=False)

        assert [path for path in town.bytes() if path.endswith(".pdf")] == []
        assert sum(path.endswith(".pdf") for path in report.written.removed) == 7


def _counting(town: Town, counted: list[int]) -> list[str]:
    """The sheets that a build wrote anew; how many files it made is counted."""
    from pressroom import pipeline

    report = pipeline.build(town.job(papers=True), lambda stage, count: counted.append(count))
    return [path for path in report.written.changed if path.endswith(".pdf")]


def test_what_is_missing_is_named_as_it_is_installed() -> None:
    assert typeset.missing({"json": "json", "no_such_faces": "no-such-faces"}) == ("no-such-faces",)
    assert building.said_of_papers(()) == ""
    assert "fontpkg-noto-sans, typst. Einmal einrichten:" in building.said_of_papers(("fontpkg-noto-sans", "typst"))


@pytest.mark.parametrize(("folder", "day"), [("content", date(2008, 1, 1)), ("tests/town", TODAY)])
def test_every_text_there_is_fits(folder: str, day: date) -> None:
    found = papers(ROOT / folder, day, POSTERS)

    assert len(found) > 30
    assert [(one.path, one.misfits) for one in found if one.misfits] == []
    for poster in found:
        assert poster.pages == 1, poster.path
        assert len(poster.data) < 100_000, poster.path
        assert _outside(poster) == [], poster.path
        assert len(poster.codes) == 1, poster.path
