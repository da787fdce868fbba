"""The programme of a month as somebody who prints and folds it sees it, read by tools that are not ours."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from pressroom import agenda, make, pipeline, typeset
from pressroom.catalogue import CATALOGUE
from pressroom.files import Typeset
from pressroom.outputs.papers import programme
from pressroom.pipeline import Job
from pressroom.problems import Desk
from tests.sheets import MM, Paper, papers
from tests.town import EVENT, ROOT, SITE, TODAY, WORDS, Town

DECEMBER = "termine/monat/2026-12/programm-2026-12.pdf"
HALF = 297 / 2
MARGIN = 8
"""Millimetres that stay free around each page of the booklet; a large J reaches out of its line."""

SERIES = """\
---
title: Offener Treff
summary: Mit Kaffee.
start: 2026-11-03 18:00
end: 20:00
place: park
cost: 2 Euro
accessibility: Rampe am Hof
repeat:
  every: week
  until: 2027-06-29
changes:
  - date: 2026-12-08
    status: cancelled
    reason: Rohrbruch
moved:
  - date: 2026-12-15
    to: 2026-12-16 19:00
---
"""
"""Each Tuesday."""


def sheet_of(content: Path, month: str, lang: str = "de", today: date = TODAY) -> Paper:
    """The programme of any month."""
    job = Job(ROOT, content, content.parent / "unused", today, papers=True)
    site = pipeline.site_of(job, pipeline.memo_of(job), Desk())
    file = programme.planned(date.fromisoformat(f"{month}-01"))
    recipe = make.recipe_of(file._replace(recipe=file.recipe._replace(lang=lang)), site)  # type: ignore[union-attr]
    assert isinstance(recipe, Typeset)
    made = typeset.typeset(*pipeline.press_of(job, site).maker.to_set(recipe))
    return Paper(f"{lang} {file.path}", made.data, file.origin, made.misfits)


def pages(paper: Paper) -> dict[str, str]:
    """The words of the folded booklet by its pages, each on one line: cover, left and right inside, back."""
    outside, inside = pypdfium2.PdfDocument(paper.data)
    rtl = paper.inside.Root.Lang == "ar"
    sides = {"cover": (outside, not rtl), "left": (inside, False), "right": (inside, True), "back": (outside, rtl)}
    return {name: _half(page, right=right) for name, (page, right) in sides.items()}


def _half(page: pypdfium2.PdfPage, *, right: bool) -> str:
    width, height = page.get_size()
    words = page.get_textpage().get_text_bounded(width / 2 if right else 0, 0, width if right else width / 2, height)
    return " ".join(words.split())


def boxes(paper: Paper) -> Iterator[tuple[float, float, float, float]]:
    """Of every sign its left, lower, right and upper edge on its page of the booklet, in millimetres."""
    for page in pypdfium2.PdfDocument(paper.data):
        words = page.get_textpage()
        for at in range(words.count_chars()):
            left, lower, right, upper = (edge / MM for edge in words.get_charbox(at))
            if upper - lower > 0.2 and right > left:
                shift = HALF if left >= HALF else 0
                yield left - shift, lower, right - shift, upper


def outside_of_pages(paper: Paper) -> list[tuple[float, ...]]:
    return [
        box
        for box in boxes(paper)
        if box[0] < MARGIN or box[2] > HALF - MARGIN or box[1] < MARGIN or box[3] > 210 - MARGIN
    ]


def read_aloud(paper: Paper) -> list[int]:
    """The side of the sheet that each piece of the structure lies on, in the order of the structure."""
    sides: dict[Any, int] = {page.objgen: number for number, page in enumerate(paper.inside.pages, 1)}
    found: list[int] = []

    def walk(one: pikepdf.Object, side: int) -> None:
        if isinstance(one, pikepdf.Array):
            for part in one:
                walk(part, side)
        elif isinstance(one, pikepdf.Dictionary):
            here = sides[one.Pg.objgen] if "/Pg" in one else side
            if "/K" in one:
                walk(one.K, here)
            elif one.get("/Type") in ("/MCR", "/OBJR"):
                found.append(here)
        else:
            found.append(side)

    walk(paper.inside.Root.StructTreeRoot, 0)
    return [side for at, side in enumerate(found) if at == 0 or found[at - 1] != side]


@cache
def real(month: str, lang: str) -> Paper:
    return sheet_of(ROOT / "content", month, lang, date(2021, 6, 20))


class TestTheBooklet:
    def test_has_a_cover_with_both_names_the_month_and_a_telephone(self, town: Town) -> None:
        paper = sheet_of(town.content, "2026-12")

        assert (paper.pages, paper.size) == (2, (297, 210))
        assert re.fullmatch(
            r"Musterviertel Strowotna studnja Programm Dezember 2026 [\d ]+ Jedes helle Fenster ist ein Tag, an dem "
            r"etwas stattfindet. Fragen\? Telefon 01234 567-89",
            pages(paper)["cover"],
        )

    def test_says_of_each_date_when_where_what_it_costs_and_how_to_get_in(self, town: Town) -> None:
        facts = "cost: kostenlos\naccessibility: Rampe\nregistration: ohne Anmeldung\nplace:"
        town.write({"events/2026-12-05-fest.md": EVENT.replace("place:", facts)})

        assert pages(sheet_of(town.content, "2026-12"))["left"] == (
            "5. Samstag 18 bis 22 Uhr Fest im Park Mit Musik. Wo: Stadtpark, Parkweg 1, 01234 Musterstadt "
            "Kosten: kostenlos Anmeldung: ohne Anmeldung Barrierefreiheit: Rampe"
        )

    def test_has_contacts_the_way_to_its_page_and_the_notice_on_its_back(self, town: Town) -> None:
        paper = sheet_of(town.content, "2026-12")
        back = pages(paper)["back"]

        for words in ("Kontakt", "Musterhaus Marktplatz 3 01234 Musterstadt", "Telefon 01234 567-89"):
            assert words in back
        assert back.endswith("Europäische Union Europäischer Sozialfonds · Europa fördert Sachsen.")
        assert paper.codes == ["https://muster.example/viertel/termine/"]
        assert paper.emblem[1] >= 10, "P21-8"

    def test_is_read_in_the_order_of_its_pages_once_it_is_folded(self, town: Town) -> None:
        town.write({"events/treff.md": SERIES})
        for paper in (sheet_of(town.content, "2026-12"), real("2021-07", "ar")):
            # Cover, then the two pages inside, then the back.
            assert read_aloud(paper) == [1, 2, 1]
            assert [kind for kind, _ in paper.marks if kind in ("/H1", "/H2")].index("/H1") == 0

    def test_opens_from_the_right_where_one_reads_from_the_right(self) -> None:
        seen = pages(real("2021-07", "ar"))

        assert "2021" in seen["cover"] and "Gesundbrunnen" in seen["cover"]
        assert "Amtsleiter" in seen["back"]
        assert "Müllsammelaktion" in seen["right"]
        assert seen["left"] == ""

    def test_tells_each_day_of_a_series_and_what_became_of_it(self, town: Town) -> None:
        town.write({"events/treff.md": SERIES, "events/2026-12-05-fest.md": EVENT + "\n"})
        inside = " ".join(pages(sheet_of(town.content, "2026-12"))[name] for name in ("left", "right"))

        assert inside.count("Offener Treff") == 6
        assert inside.count("Barrierefreiheit: Rampe am Hof") == 4
        assert "8. Dienstag 18 bis 20 Uhr Abgesagt. Offener Treff Rohrbruch" in inside
        assert "18 Uhr Verschoben. Offener Treff Neuer Termin: Mittwoch, 16. Dezember 2026, 19 bis 21 Uhr." in inside
        assert "16. Mittwoch 19 bis 21 Uhr Offener Treff statt 15. Dezember 2026" in inside

    @pytest.mark.parametrize("status", ["cancelled", "postponed"])
    def test_of_what_does_not_take_place_only_that_is_said_and_its_window_is_dark(
        self, town: Town, status: str
    ) -> None:
        lit = sheet_of(town.content, "2026-12")
        town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", f"status: {status}\ntopics:")})
        off = sheet_of(town.content, "2026-12")
        said = {"cancelled": "Abgesagt. Fest im Park", "postponed": "Verschoben. Fest im Park Der neue"}

        assert said[status] in pages(off)["left"]
        assert "Stadtpark" not in pages(off)["left"]
        assert (_lit(lit), _lit(off)) == (True, False)

    def test_what_is_postponed_stands_on_both_days(self, town: Town) -> None:
        new = "status: postponed\nnew_start: 2026-12-19 17:00\ntopics:"
        town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", new)})
        seen = pages(sheet_of(town.content, "2026-12"))

        assert "Verschoben. Fest im Park Neuer Termin: Samstag, 19. Dezember 2026, 17 bis 21 Uhr." in seen["left"]
        assert "statt 5. Dezember 2026" in seen["right"]

    def test_what_lacks_its_day_stands_at_the_end_and_drafts_nowhere(self, town: Town) -> None:
        town.write(
            {
                "events/2026-12-lesung.md": "---\ntitle: Lesung\nsummary: Ein Buch.\nstart: 2026-12\n---\n",
                "events/2026-12-05-geheim.md": EVENT.replace("Fest", "Geheimes").replace(
                    "topics:", "draft: yes\ntopics:"
                ),
            }
        )
        seen = pages(sheet_of(town.content, "2026-12"))

        assert seen["right"] == "Genauer Tag nicht bekannt Lesung Ein Buch."
        assert "Geheim" not in " ".join(seen.values())

    def test_is_tagged_named_and_small(self, town: Town) -> None:
        paper = sheet_of(town.content, "2026-12")
        root = paper.inside.Root

        assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("de", True)
        with paper.inside.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Programm: Dezember 2026"
        assert {face.split("-")[0] for face in paper.faces} == {"NotoSans", "EBGaramond"}
        assert len(paper.data) < 100_000
        assert paper.data == sheet_of(town.content, "2026-12").data


def _lit(paper: Paper) -> bool:
    """Whether any window of the cover is lit, below the mark of the site, which has one itself."""
    seen = paper.seen
    cover = seen.crop((seen.width // 2, seen.height * 3 // 10, seen.width, seen.height))
    return (0xFF, 0xCF, 0x40) in {colour for _, colour in cover.getcolors(1 << 24) or ()}


class TestMuch:
    def many(self, amount: int) -> dict[str, str | bytes]:
        """So many dates in December, each with all that can be said of it."""
        facts = "cost: kostenlos, Spenden sind willkommen\nregistration: bis zum Vortag\naccessibility: Rampe\nplace:"
        text = EVENT.replace("place:", facts).replace("Mit Musik.", "Musik, Kuchen und gute Gespräche für alle.")
        return {
            f"events/2026-12-{number}.md": text.replace("2026-12-05", f"2026-12-{number % 28 + 1:02}").replace(
                "Fest im Park", f"Fest Nummer {number}"
            )
            for number in range(amount)
        }

    @pytest.mark.parametrize("amount", [1, 3, 12, 24, 28])
    def test_every_date_is_there_in_order_on_two_sides(self, town: Town, amount: int) -> None:
        town.write({"events/2026-12-05-fest.md": None, **self.many(amount)})
        paper = sheet_of(town.content, "2026-12")
        seen = pages(paper)
        told = [
            int(number) for name in ("left", "right", "back") for number in re.findall(r"Fest Nummer (\d+)", seen[name])
        ]

        assert told == sorted(range(amount), key=lambda number: (number % 28, str(number)))
        assert (paper.pages, paper.misfits, outside_of_pages(paper)) == (2, (), [])
        assert read_aloud(paper) == [1, 2, 1]
        assert len(paper.codes) == 1

    def test_too_much_is_told_and_still_all_there(self, town: Town) -> None:
        town.write({"events/2026-12-05-fest.md": None, **self.many(70)})
        told = [problem for problem in town.check(papers=True) if problem.code == "paper-full"]
        paper = sheet_of(town.content, "2026-12")
        seen = " ".join(pages(paper).values())

        assert [(one.path, one.line) for one in told] == [("content/events", 0)]
        assert told[0].message == CATALOGUE["paper-full"].message.format(page=f"/{DECEMBER}")
        assert all(f"Fest Nummer {number} " in seen for number in range(70))
        assert (paper.pages, outside_of_pages(paper)) == (2, [])


class TestBuilding:
    def test_there_is_one_for_this_month_and_the_next_and_pages_lead_there(self, town: Town) -> None:
        january = EVENT.replace("2026-12-05", "2027-01-09").replace("Fest im Park", "Winterfest")
        town.write({"events/2027-01-09-winterfest.md": january})
        town.build(papers=True)
        sheets = sorted(path for path in town.bytes() if "programm-" in path)

        assert sheets == [DECEMBER]
        link = "Programm Dezember 2026 (PDF, A4 zum Falten)"
        assert f'<a href="../termine/monat/2026-12/programm-2026-12.pdf">{link}</a>' in town.read("termine/index.html")
        assert link in town.read("termine/monat/2026-12/index.html")
        assert "programm-" not in town.read("termine/monat/2027-01/index.html")
        town.build(papers=False)
        assert "programm-" not in town.read("termine/index.html")

    def test_the_agenda_names_the_day_on_which_they_change(self, town: Town) -> None:
        # Nothing else changes on the first of these months: a single date stands on pages as soon as it is known.
        town.write({"events/2026-12-05-fest.md": None})
        town.write({"events/2027-03-20-fest.md": EVENT.replace("2026-12-05", "2027-03-20")})
        foretold, differed, before = set(), set(), None
        for day in (date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 2)):
            job = town.job(today=day, papers=True, memo=False)
            site = pipeline.plan(job).site
            there = {file.path for file in pipeline.plan(job).files if "programm-" in file.path}
            if before is not None and there != before:
                differed.add(day)
            before = there
            foretold |= {change.day for change in agenda.changes.changes(site)}

        assert differed == {date(2027, 2, 1)} <= foretold

    def test_nothing_is_set_again_on_another_day(self, town: Town) -> None:
        town.build(papers=True)
        again = town.build(papers=True, today=date(2026, 11, 24))

        assert DECEMBER not in (*again.written.new, *again.written.changed, *again.written.removed)

    def test_from_memory_gives_what_a_clean_build_gives(self, town: Town) -> None:
        town.build(papers=True)
        for deed in (
            {"events/treff.md": SERIES},
            {"places/park.yaml": "name: Volkspark\naddress: Parkweg 1, 01234 Musterstadt\n"},
            {"partners/verein.yaml": "name: Parkverein\nkind: association\nphone: 01234 5678\n"},
            {"site.yaml": SITE.replace("01234 567-89", "01234 567-90")},
        ):
            town.write(deed)
            town.build(papers=True)
            remembered = town.bytes()[DECEMBER]

            assert remembered == sheet_of(town.content, "2026-12").data


class TestWhatThereIs:
    LANGUAGES = ("de", "hsb", "de-simple", "en", "uk", "ru", "ar")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_language_has_its_own(self, lang: str) -> None:
        paper = real("2021-07", lang)

        assert str(paper.inside.Root.Lang) == lang.partition("-simple")[0]
        assert (paper.misfits, outside_of_pages(paper), paper.pages) == ((), [], 2)
        assert len(zxingcpp.read_barcodes(paper.seen)) == 1
        if lang != "de":
            assert "Wo:" not in pages(paper)["left"] or lang == "de-simple"

    def test_the_fullest_months_there_are_fit(self) -> None:
        found = [sheet_of(ROOT / "tests" / "town", month) for month in ("2026-11", "2026-12", "2027-01", "2027-02")]
        found += [sheet_of(ROOT / "content", month) for month in ("2018-03", "2018-06", "2019-09", "2022-06")]
        for paper in found:
            assert (paper.pages, paper.misfits, outside_of_pages(paper)) == (2, (), []), paper.path
            assert len(paper.data) < 100_000

    def test_the_town_has_those_of_this_month_and_the_next(self) -> None:
        found = [one.path for one in papers(ROOT / "tests" / "town", TODAY, (programme.programmes,))]

        assert found == [f"de termine/monat/{month}/programm-{month}.pdf" for month in ("2026-11", "2026-12")]


def test_the_words_are_those_of_the_site(town: Town) -> None:
    town.write({"words/de.yaml": WORDS.replace("programme: Programm", "programme: Was los ist")})

    assert "Was los ist" in pages(sheet_of(town.content, "2026-12"))["cover"]
