"""The evidence of publicity (P14-14): complete, true, opened without a network, digested, never overwritten."""

import csv
import io
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from pressroom import camera, checks, evidence, pipeline, typeset
from pressroom.camera import Dark
from pressroom.checks import Finished
from pressroom.evidence import Evidence, Order, Period, Refused, gather, notices, verdicts
from pressroom.evidence.ready import Ready, ready
from pressroom.files import File, Text
from pressroom.kinds import Project
from pressroom.outputs import emblem
from pressroom.pipeline import Job, quiet
from pressroom.problems import ContentError, Desk
from tests.sheets import Paper, outside
from tests.test_commands import places, run
from tests.town import EVENT, NEWS, PROJECT, ROOT, SITE, SMALL, TODAY, Town, snapshot

BROWSER = camera.browser()
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium, Chrome or Edge here")
WHENEVER = Period()

LINKED_EVENT = EVENT.replace("Wir feiern.", "Wir feiern im [neuen Park](../projects/park.md#was-war).")
LINKED_PAGE = "---\ntitle: Wie alles kam\nsummary: Vom Park.\n---\nErst war da [ein Plan](../projects/park.md).\n"
STRANGER = (
    NEWS.replace("Der Park ist offen", "Neue Bänke").replace("projects: [park]\n", "").split("Der Park ist wieder")[0]
)
MORE = {
    "projects/park.md": PROJECT + "\n## Was war\n\nEine Brache.\n",
    "events/2026-12-05-fest.md": LINKED_EVENT,
    "pages/geschichte.md": LINKED_PAGE,
    "news/2026-05-01-baenke.md": STRANGER.replace("2026-03-14", "2026-05-01") + "Drei Bänke.\n",
}


@pytest.fixture
def park(town: Town) -> Town:
    """A town with a project that news name, an event and a page lead to, and a story that has nothing to do with it."""
    town.write(MORE)
    return town


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """The evidence of that project, made once. Nobody changes it."""
    town = Town(tmp_path_factory.mktemp("park"))
    town.write({**SMALL, **MORE})
    return made(town)


def made(
    town: Town, project: str = "park", period: Period = WHENEVER, browser: Path | str = evidence.NO_BROWSER
) -> Evidence:
    return written(town.job(), town.folder / "nachweise", project, period, browser)


def written(
    job: Job, folder: Path, project: str, period: Period = WHENEVER, browser: Path | str = evidence.NO_BROWSER
) -> Evidence:
    return evidence.write(job, Order(project, period, folder, browser, "probe 1.0, git 0123abc"), quiet)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """The demonstration town, made once and remembered."""
    folder = tmp_path_factory.mktemp("demo")
    job = Job(ROOT, ROOT / "tests" / "town", folder / "public", TODAY, memo=folder / "memo")
    pipeline.build(job)
    return job


def rows(found: Evidence) -> list[dict[str, str]]:
    text = (found.place / "uebersicht.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def titles(found: Evidence, *kinds: str) -> list[str]:
    return [row["titel"] for row in rows(found) if row["art"] in kinds]


def overview(found: Evidence) -> str:
    return " ".join((found.place / "uebersicht.html").read_text("utf-8").split())


class TestWhatIsGathered:
    def test_the_page_what_names_it_and_what_leads_to_it(self, kept: Evidence) -> None:
        assert titles(kept, "Vorhaben", "Nachricht", "Termin", "Seite") == [
            "Der neue Park",
            "Der Park ist offen",
            "Fest im Park",
            "Wie alles kam",
        ]

    def test_the_feeds_and_calendars_that_carry_it_and_no_others(self, kept: Evidence) -> None:
        files = [row["datei"] for row in rows(kept) if row["art"] in ("Feed", "Kalender")]

        assert files == [
            "seiten/aktuelles/feed.json",
            "seiten/aktuelles/feed.xml",
            "seiten/aktuelles/thema/sport/feed.xml",
            "seiten/orte/park/termine.ics",
            "seiten/partner/verein/termine.ics",
            "seiten/termine/2026/fest/termin.ics",
            "seiten/termine/termine.ics",
            "seiten/termine/thema/kultur/termine.ics",
        ]

    def test_every_translation_of_what_belongs_to_it_and_a_translation_that_alone_leads_to_it(self, park: Town) -> None:
        mark = "---\ntitle: {}\nsummary: In short.\n---\n{}\n"
        park.write(
            {
                "site.yaml": SITE + "languages: [de, en]\n",
                "words/en.yaml": "review: pending\nskip: Skip to content\n",
                "site.en.yaml": "title: Sampletown\nclaim: To try\ndescription: Made up.\n",
                "projects/park.en.md": mark.format("The new park", "Everybody helped."),
                "news/2026-03-14-park.en.md": mark.format("The park is open", "It is open."),
                "pages/kontakt.en.md": mark.format("Contact", "Come to [the park](../projects/park.md)."),
            }
        )

        found = made(park)

        pages = [
            (row["titel"], row["sprache"]) for row in rows(found) if row["art"] in ("Vorhaben", "Nachricht", "Seite")
        ]
        assert pages == [
            ("Der neue Park", "de"),
            ("Der Park ist offen", "de"),
            ("Kontakt", "de"),
            ("Wie alles kam", "de"),
            ("The new park", "en"),
            ("The park is open", "en"),
            ("Contact", "en"),
        ]
        paths = [row["adresse"].removeprefix("https://muster.example/viertel/") for row in rows(found)]
        assert {"en/projects/park/", "en/news/2026/park/", "en/kontakt/", "en/news/feed.xml"} <= set(paths)
        mentions = gather.all_of(ready(park.job(), quiet), "park", WHENEVER).mentions
        assert "en/projects/index.html" in mentions and not {row["adresse"] for row in rows(found)} & set(mentions)
        assert not any(path.endswith(("/park/index.html", "/kontakt/index.html")) for path in mentions)

    def test_a_feed_without_its_stories_is_none_of_it(self, park: Town) -> None:
        park.write({"news/2026-03-14-park.md": None})

        assert titles(made(park), "Feed") == []

    def test_a_feed_in_which_an_article_only_leads_there_is_none_of_it(self, park: Town) -> None:
        other = PROJECT.replace("Der neue Park", "Ein Beet").replace("aims:", "projects: [park]\naims:")
        news = STRANGER.replace("[sport]", "[kultur]") + "Es gibt [ein Beet](../projects/beet.md).\n"
        park.write({"projects/beet.md": other, "news/2026-05-01-baenke.md": news.replace("2026-03-14", "2026-05-01")})
        found = made(park)

        assert "Ein Beet" in titles(found, "Vorhaben")
        assert [row["datei"] for row in rows(found) if "kultur/feed" in row["datei"]] == []
        assert [row["datei"] for row in rows(found) if "sport/feed" in row["datei"]] != []

    def test_lists_that_lead_to_it_are_named_and_not_saved(self, kept: Evidence) -> None:
        assert "<li>https://muster.example/viertel/projekte/</li>" in overview(kept)
        assert not (kept.place / "seiten" / "projekte" / "index.html").exists()

    def test_an_old_address_of_the_project_is_no_mention(self, park: Town) -> None:
        park.write({"projects/park.md": MORE["projects/park.md"].replace("aims:", "aliases: [/alt/]\naims:")})

        assert "/alt/" not in overview(made(park))

    def test_another_project_is_not_drawn_in_by_the_page_it_stands_on(self, park: Town) -> None:
        park.write(
            {
                "projects/beet.md": PROJECT.replace("Der neue Park", "Ein Beet").replace(
                    "aims:", "projects: [park]\naims:"
                )
            }
        )

        assert titles(made(park), "Vorhaben") == ["Der neue Park", "Ein Beet"]
        assert "Der neue Park" not in titles(made(park, "beet"), "Vorhaben")

    def test_a_print_of_a_story_belongs_to_it(self, park: Town) -> None:
        before = ready(park.job(), quiet)
        prints = {
            "projekte/park/plakat.pdf": File("projekte/park/plakat.pdf", Text("%PDF-1.7"), "content/projects/park.md"),
            "aktuelles/2026/baenke/baenke.pdf": File(
                "aktuelles/2026/baenke/baenke.pdf", Text("%PDF-1.7"), "content/news/2026-05-01-baenke.md"
            ),
        }

        found = gather.all_of(before._replace(files={**before.files, **prints}), "park", WHENEVER)

        said = [(one.kind, one.title, one.path) for one in found.carriers if one.path.endswith(".pdf")]
        assert said == [("Druckfassung", "Der neue Park", "projekte/park/plakat.pdf")]

    def test_a_table_of_data_that_names_its_address_belongs_to_it(self, park: Town) -> None:
        before = ready(park.job(), quiet)
        data = Text("titel,url\nPark,https://muster.example/viertel/projekte/park/\n")
        other = Text("titel,url\nPark,https://muster.example/viertel/projekte/parkett\n")
        files = {
            "daten/projekte.csv": File("daten/projekte.csv", data, "content/projects"),
            "daten/anderes.csv": File("daten/anderes.csv", other, "content/projects"),
        }

        found = gather.all_of(before._replace(files={**before.files, **files}), "park", WHENEVER)

        own = ["events.json", "projects.csv", "projekte.csv", "projekte.json"]
        told = sorted(one.path for one in found.carriers if one.kind == "Datensatz")
        assert told == [f"daten/{name}" for name in own]

    @pytest.mark.parametrize("given", ["park", "park.md", "content/projects/park.md", "content\\projects\\park.md"])
    def test_a_project_may_be_named_as_its_file(self, park: Town, given: str) -> None:
        assert made(park, given).place.name == "2026-11-22-park"

    def test_what_lapsed_is_named_with_its_last_day(self, park: Town) -> None:
        park.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "expires: 2026-11-01\ntopics:")})
        found = made(park)

        assert titles(found, "Nachricht") == []
        assert "<li>Der Park ist offen (zuletzt gezeigt am 1. November 2026)</li>" in overview(found)


class TestThePeriod:
    def told(self, town: Town, first: str = "", last: str = "") -> list[str]:
        days = (date.fromisoformat(day) if day else None for day in (first, last))
        return titles(made(town, period=Period(*days)), "Nachricht", "Termin")

    def test_it_holds_what_was_on_its_days(self, park: Town) -> None:
        assert self.told(park, "2026-03-14", "2026-03-14") == ["Der Park ist offen"]
        assert self.told(park, "2026-03-15") == ["Fest im Park"]
        assert self.told(park, last="2026-12-04") == ["Der Park ist offen"]
        assert self.told(park, "2026-12-06") == []

    @pytest.mark.parametrize(("day", "first", "last", "within"), [
        ("2026-03", "2026-03-31", "2026-04-30", True),
        ("2026-03", "2026-04-01", "2026-04-30", False),
        ("2026", "2026-12-31", "", True),
        ("2026", "2027-01-01", "", False),
    ])  # fmt: skip
    def test_what_is_known_by_its_month_is_in_it_if_it_may_be(
        self, park: Town, day: str, first: str, last: str, within: bool
    ) -> None:
        park.write({"news/2026-03-14-park.md": None})
        park.write({"news/offen.md": NEWS.replace("date: 2026-03-14", f"date: {day}")})

        assert ("Der Park ist offen" in self.told(park, first, last)) is within

    def test_a_series_is_in_it_until_its_last_day(self, park: Town) -> None:
        series = LINKED_EVENT.replace("end: 2026-12-05 22:00\n", "repeat:\n  every: week\n  until: 2027-01-31\n")
        park.write({"events/2026-12-05-fest.md": series})

        assert self.told(park, "2027-01-30") == ["Fest im Park"]
        assert self.told(park, "2027-01-31") == []
        assert [row["bis"] for row in rows(made(park)) if row["art"] == "Termin"] == ["2027-01-30"]

    def test_a_series_without_end_says_so(self, park: Town) -> None:
        park.write(
            {"events/2026-12-05-fest.md": LINKED_EVENT.replace("end: 2026-12-05 22:00\n", "repeat:\n  every: week\n")}
        )
        found = made(park, period=Period(date(2035, 1, 1)))

        assert [row["bis"] for row in rows(found) if row["art"] == "Termin"] == ["ohne Ende"]
        assert '<td data-name="Datum">ab 5. Dezember 2026</td>' in overview(found)

    def test_what_is_left_out_is_named(self, park: Town) -> None:
        found = made(park, period=Period(date(2026, 12, 1)))

        assert "liegen außerhalb des Zeitraums:</p> <ul> <li>Der Park ist offen</li> </ul>" in overview(found)

    def test_the_page_of_the_project_has_no_date_to_fall_out_by(self, park: Town) -> None:
        assert titles(made(park, period=Period(date(2040, 1, 1))), "Vorhaben", "Seite") == [
            "Der neue Park",
            "Wie alles kam",
        ]


class TestTheTable:
    def test_it_reads_back_with_the_digests_of_the_files(self, kept: Evidence) -> None:
        for row in rows(kept):
            assert sha256((kept.place / row["datei"]).read_bytes()).hexdigest() == row["sha256"]
            assert sha256((kept.place / row["original"]).read_bytes()).hexdigest() == row["sha256_original"]

    def test_what_nobody_wrote_down_stays_empty(self, kept: Evidence) -> None:
        for row in rows(kept):
            assert (row["erstmals_veroeffentlicht"], row["zuletzt_geaendert"]) == ("", "")

    def test_the_day_a_story_was_to_appear_and_its_last_change_are_told(self, park: Town) -> None:
        head = "publish: 2026-03-20\nupdated: 2026-04-02\ntopics:"
        park.write({"news/2026-03-14-park.md": NEWS.replace("topics:", head)})
        row = next(row for row in rows(made(park)) if row["art"] == "Nachricht")

        assert (row["datum"], row["erstmals_veroeffentlicht"], row["zuletzt_geaendert"]) == (
            "2026-03-14",
            "2026-03-20",
            "2026-04-02",
        )

    def test_address_language_and_notice_stand_in_it(self, kept: Evidence) -> None:
        first = rows(kept)[0]

        assert first["adresse"] == "https://muster.example/viertel/projekte/park/"
        assert first["sprache"] == "de"
        assert first["regeln"] == "P14-1 P14-2 P14-5"
        assert "am Vorhaben: Emblem, Europäische Union Europäischer Sozialfonds" in first["foerderhinweis"]

    def test_a_title_with_signs_of_the_table_comes_back_whole(self, park: Town) -> None:
        park.write(
            {"news/2026-03-14-park.md": NEWS.replace("title: Der Park ist offen", "title: 'Offen; \"Park\", neu'")}
        )

        assert titles(made(park), "Nachricht") == ["Offen; „Park“, neu"]


class TestTheFolder:
    def test_every_page_opens_without_a_network(self, kept: Evidence) -> None:
        assert list(broken(kept.place)) == []

    def test_that_of_a_town_with_pictures_too(self, demo: Job, tmp_path: Path) -> None:
        found = written(demo, tmp_path / "nachweise", "brueckenbauer")

        assert list(broken(found.place)) == []
        assert list((found.place / "seiten" / "media").glob("*.avif"))

    def test_what_leads_out_of_it_keeps_the_public_address(self, kept: Evidence) -> None:
        page = (kept.place / "seiten" / "aktuelles" / "2026" / "park" / "index.html").read_text("utf-8")

        assert 'href="https://muster.example/viertel/kontakt/"' in page
        assert 'href="../../../projekte/park/index.html"' in page

    def test_an_anchor_is_kept(self, kept: Evidence) -> None:
        page = (kept.place / "seiten" / "termine" / "2026" / "fest" / "index.html").read_text("utf-8")

        assert 'href="../../../projekte/park/index.html#was-war"' in page

    def test_the_originals_are_what_a_build_publishes(self, park: Town) -> None:
        found = made(park)
        park.build()

        originals = snapshot(found.place / "original")
        assert originals and originals.items() <= park.bytes().items()
        feeds = {row["datei"].removeprefix("seiten/") for row in rows(found) if row["art"] in ("Feed", "Kalender")}
        assert all((found.place / "seiten" / feed).read_bytes() == park.bytes()[feed] for feed in feeds)

    def test_copies_run_nothing_and_originals_are_untouched(self, kept: Evidence) -> None:
        event = "termine/2026/fest/index.html"

        assert "<script src" not in (kept.place / "seiten" / event).read_text("utf-8")
        assert "<script src" in (kept.place / "original" / event).read_text("utf-8")
        assert not list(kept.place.rglob("*.js"))

    def test_the_summary_lies_there_as_a_pdf_that_says_the_same(self, park: Town) -> None:
        twice = [written(park.job(papers=True), park.folder / "nachweise", "park") for _ in range(2)]
        place = twice[0].place
        data = (place / "uebersicht.pdf").read_bytes()
        paper = Paper("uebersicht.pdf", data)
        page = (place / "uebersicht.html").read_text("utf-8")
        told = re.sub(r"<[^>]+>", " ", page.partition("<h1>")[2].partition("</main>")[0])

        assert data == (twice[1].place / "uebersicht.pdf").read_bytes()
        assert "  uebersicht.pdf\n" in (place / "SHA256SUMS").read_text("utf-8")
        assert "Dieselbe Übersicht liegt als uebersicht.pdf bei." in page
        # A number of a page stands between the words of two.
        said = re.sub(r"Der neue Park Seite \d+ von \d+ ", "", paper.text + " ")
        bare = re.sub(r"\W+", "", said)
        lost = [word for word in unescape(told).split() if re.sub(r"\W+", "", word) not in bare]
        assert lost == []
        with paper.inside.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (
                about["dc:title"].replace("\u00a0", " ")
                == "Publizitätsnachweis: Der neue Park, Stand 22. November 2026"
            )
        kinds = [kind for kind, _ in paper.marks]
        assert kinds.count("/H1") == 1 and kinds.count("/Table") >= 3
        assert paper.emblem[1] == pytest.approx(20, abs=0.5)
        assert outside(paper, 8) == []

    def test_without_sheets_there_is_none_and_the_reason_stands_there(self, kept: Evidence) -> None:
        assert kept.unprinted == evidence.NOT_PRINTED
        assert not (kept.place / "uebersicht.pdf").exists()
        assert "Als PDF liegt diese Übersicht nicht bei. Sie war nicht gewünscht" in overview(kept)

    def test_without_the_faces_the_reason_says_what_is_missing(
        self, park: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(typeset, "missing", lambda: ("typst", "fontpkg-noto-sans"))
        found = written(park.job(papers=True), park.folder / "nachweise", "park")

        assert found.unprinted == "Dazu fehlt auf diesem Rechner: typst, fontpkg-noto-sans."
        assert not (found.place / "uebersicht.pdf").exists()

    def test_the_digests_are_those_of_all_files(self, kept: Evidence) -> None:
        lines = (kept.place / "SHA256SUMS").read_text("utf-8").splitlines()
        said = {line[66:]: line[:64] for line in lines}

        files = snapshot(kept.place)
        del files["SHA256SUMS"]
        assert said == {path: sha256(data).hexdigest() for path, data in files.items()}
        assert kept.sums == sha256((kept.place / "SHA256SUMS").read_bytes()).hexdigest()
        assert kept.files == len(files) + 1

    @pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
    def test_sha256sum_believes_them_until_something_is_changed(self, park: Town) -> None:
        place = made(park).place
        command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]

        assert subprocess.run(command, cwd=place, check=False).returncode == 0
        page = place / "original" / "projekte" / "park" / "index.html"
        page.write_bytes(page.read_bytes() + b" ")
        done = subprocess.run(command, cwd=place, check=False, capture_output=True, text=True)
        assert done.returncode == 1
        assert "original/projekte/park/index.html" in done.stdout

    def test_a_second_run_writes_the_same_bytes_beside_the_first(self, park: Town) -> None:
        first, second, third = made(park), made(park), made(park)

        assert [one.place.name for one in (first, second, third)] == [
            "2026-11-22-park",
            "2026-11-22-park-2",
            "2026-11-22-park-3",
        ]
        assert snapshot(first.place) == snapshot(second.place) == snapshot(third.place)

    def test_an_empty_folder_of_the_name_is_not_taken_either(self, park: Town) -> None:
        (park.folder / "nachweise" / "2026-11-22-park").mkdir(parents=True)

        assert made(park).place.name == "2026-11-22-park-2"

    def test_nothing_is_left_aside_and_nothing_is_published(self, park: Town) -> None:
        made(park)

        assert [file.name for file in (park.folder / "nachweise").iterdir()] == ["2026-11-22-park"]
        assert not park.output.exists()

    def test_an_accident_leaves_no_half_folder(self, park: Town) -> None:
        for name in ("assets", "templates"):
            shutil.copytree(ROOT / name, park.folder / "design" / name)
        (park.folder / "design" / "assets" / "evidence" / "overview.css").unlink()

        with pytest.raises(FileNotFoundError):
            written(park.job(root=park.folder / "design"), park.folder / "nachweise", "park")

        assert list((park.folder / "nachweise").iterdir()) == []

    def test_it_tells_how_much_lies_otherwise_in_the_output_folder(self, park: Town) -> None:
        before = made(park)
        park.build()
        after = made(park)
        (park.output / "projekte" / "park" / "index.html").write_text("x")

        assert (before.other, after.other, made(park).other) == (len(before.exhibits), 0, 1)


class TestRefusals:
    def refused(self, work: Callable[[], object]) -> str:
        with pytest.raises(Refused) as trouble:
            work()
        return str(trouble.value)

    def test_an_unknown_project_is_asked_for(self, park: Town) -> None:
        said = self.refused(lambda: made(park, "prak"))

        assert said == "Das Vorhaben „prak“ gibt es nicht. Meinten Sie „park“?"
        assert not (park.folder / "nachweise").exists()

    def test_where_none_is_like_it_all_are_named(self, park: Town) -> None:
        assert self.refused(lambda: made(park, "xyz")) == "Das Vorhaben „xyz“ gibt es nicht. Es gibt: park."

    @pytest.mark.parametrize(
        ("head", "why"), [("draft: yes", "Entwurf"), ("publish: 2027-01-02", "erscheint am 02.01.2027")]
    )
    def test_one_that_is_not_published_has_nothing_to_prove(self, park: Town, head: str, why: str) -> None:
        park.write({"projects/park.md": MORE["projects/park.md"].replace("aims:", f"{head}\naims:")})
        said = self.refused(lambda: made(park))

        assert said == f"Das Vorhaben „park“ ist nicht veröffentlicht ({why}); es gibt nichts zu belegen."

    def test_days_in_the_wrong_order(self, park: Town) -> None:
        said = self.refused(lambda: made(park, period=Period(date(2026, 2, 1), date(2026, 1, 31))))

        assert said == "--to (31.01.2026) liegt vor --from (01.02.2026). Vielleicht sind die beiden Tage vertauscht."

    @pytest.mark.parametrize(("inside", "why"), [("public", "Ordner der fertigen"), ("content", "Ordner der Inhalte")])
    def test_a_place_where_it_would_be_lost_or_published(self, park: Town, inside: str, why: str) -> None:
        folder = park.folder / inside / "nachweise"

        assert why in self.refused(lambda: written(park.job(), folder, "park"))
        assert not folder.exists()

    def test_a_file_in_its_place(self, park: Town) -> None:
        (park.folder / "nachweise").write_text("x")

        assert "ist eine Datei" in self.refused(lambda: made(park))

    def test_a_site_with_mistakes_gives_none(self, park: Town) -> None:
        park.write({"news/2026-03-14-park.md": NEWS.replace("2026-03-14", "14.3.26")})
        with pytest.raises(ContentError) as trouble:
            made(park)

        assert [one.code for one in trouble.value.problems if one.severity == "error"] == ["date-form"]
        assert not (park.folder / "nachweise").exists()


class TestNotices:
    PAGE = '<html lang="de"><body><div class="{0}"><img src="../assets/eu-emblem.svg" alt=""><p>{1}</p></div></body>'

    def rules(self, words: str, coloured: bool = True) -> tuple[str, ...]:
        (notice,) = notices.read(self.PAGE.format("paid", words)).notices
        return notice.rules(coloured)

    def test_the_notice_of_the_first_period(self) -> None:
        assert self.rules("Europäische Union<br>Europäischer Sozialfonds") == ("P14-1", "P14-2", "P14-5")

    def test_an_emblem_in_other_colours_keeps_less(self) -> None:
        assert self.rules("Europäische Union<br>Europäischer Sozialfonds", coloured=False) == ("P14-1", "P14-5")

    def test_without_the_fund_it_names_the_union_only(self) -> None:
        assert self.rules("Europäische Union") == ("P14-2", "P14-5")

    def test_the_union_cut_short_is_not_named(self) -> None:
        assert self.rules("EU<br>Europäischer Sozialfonds") == ()

    def test_the_sentence_of_the_second_period(self) -> None:
        assert self.rules("Kofinanziert von der Europäischen Union") == ("P21-1", "P21-2")

    def test_words_without_the_emblem_keep_nothing(self) -> None:
        html = self.PAGE.format("funding", "Europäische Union<br>Europäischer Sozialfonds").replace("eu-emblem", "logo")
        (notice,) = notices.read(html).notices

        assert notice.rules(True) == ()
        assert str(notice) == "oben auf der Seite: ohne Emblem, Europäische Union Europäischer Sozialfonds"

    def test_a_page_without_one_has_none(self) -> None:
        assert notices.read(self.PAGE.format("other", "Europäische Union")).notices == ()

    @pytest.mark.parametrize(
        ("drawing", "good"),
        [
            (emblem.svg(), True),
            (emblem.svg().replace("#003399", "#777777"), False),
            (emblem.svg().replace("<rect", '<rect opacity="0.5"'), False),
            ("", False),
        ],
    )
    def test_colours_are_those_of_the_regulation(self, drawing: str, good: bool) -> None:
        assert notices.coloured(drawing.encode()) is good

    def test_the_sentence_of_the_state_is_found_where_it_stands(self, park: Town) -> None:
        state = "Diese Maßnahme wird mitfinanziert durch Steuermittel."
        park.write({"site.yaml": SITE.replace("navigation:", f"  state: {state}\nnavigation:", 1)})
        found = made(park)

        assert all("SN-3" in row["regeln"] for row in rows(found) if row["sprache"] and row["art"] != "Feed")
        assert "4 von 4 Seiten mit dem eingetragenen Satz." in overview(found)


class TestVerdicts:
    def results(self, demo: Job, tmp_path: Path, project: str) -> dict[str, str]:
        found = written(demo, tmp_path / "nachweise", project)
        told = found_project(demo, project)
        return {one.rule.number: one.result for one in verdicts.verdicts(told, found.exhibits, [])}

    def test_of_the_first_period(self, demo: Job, tmp_path: Path) -> None:
        assert self.results(demo, tmp_path, "nachbarschaftsgarten") == {
            "P14-1": "belegt",
            "P14-2": "belegt",
            "P14-4": "nicht geprüft",
            "P14-5": "belegt",
            "P14-9": "belegt",
            "P14-10": "nicht geprüft",
            "P14-11": "nicht geprüft",
            "P14-14": "belegt",
            "SN-3": "nicht geprüft",
        }

    def test_of_the_second_the_notice_of_the_first_beside_it_is_told(self, demo: Job, tmp_path: Path) -> None:
        found = self.results(demo, tmp_path, "brueckenbauer")
        page = (next((tmp_path / "nachweise").iterdir()) / "original/projekte/brueckenbauer/index.html").read_text(
            "utf-8"
        )
        both = "Europäischer Sozialfonds ·" in page

        assert found["P21-2"] == ("zum Teil belegt" if both else "belegt")
        assert found["P21-6"] == "belegt"
        assert found["P21-8"] == "nicht geprüft"

    def test_who_is_not_paid_by_the_fund_has_none(self, demo: Job, tmp_path: Path) -> None:
        assert self.results(demo, tmp_path, "fahrradwerkstatt") == {}
        place = next((tmp_path / "nachweise").iterdir())
        text = (place / "uebersicht.html").read_text("utf-8")
        assert "bezahlt der Europäische Sozialfonds dieses Vorhaben nicht" in text
        assert 'class="funding"' not in text

    def test_an_ended_project_without_results_is_proved_in_part(self, park: Town) -> None:
        park.write({"projects/park.md": MORE["projects/park.md"].replace("results: [Der Park ist offen.]\n", "")})
        found = made(park)
        told = found_project(park.job(), "park")
        by_number = {one.rule.number: one for one in verdicts.verdicts(told, found.exhibits, [])}

        assert by_number["P14-9"].result == "zum Teil belegt"
        assert by_number["P14-9"].reason.endswith("Ergebnisse sind nicht eingetragen.")

    def test_a_page_whose_notice_lies_below_the_first_screen_is_counted(self, park: Town) -> None:
        found = made(park)
        seen = [verdicts.Measured(True, 40), verdicts.Measured(False, 20)]
        told = found_project(park.job(), "park")
        by_number = {one.rule.number: one for one in verdicts.verdicts(told, found.exhibits, seen)}

        assert by_number["P14-4"].result == "zum Teil belegt"
        assert by_number["P14-4"].reason.startswith("1 von 2 Seiten")


class TestTheOverview:
    def test_it_says_who_what_when_and_by_what(self, kept: Evidence) -> None:
        text = overview(kept)

        for words in (
            "Der neue Park",
            "Europäischer Sozialfonds (ESF) 2014–2020",
            "Parkverein",
            "probe 1.0, git 0123abc",
        ):
            assert words in text
        assert "<dt>Kennung beim Geldgeber</dt><dd>nicht bekannt</dd>" in text
        assert "<dt>Umfang</dt><dd>1 Seite des Vorhabens, 1 Nachricht, 1 Termin, 1 weitere Seite, " in text

    def test_a_placeholder_of_an_address_is_told(self, park: Town) -> None:
        assert "Nur zur Probe." in overview(made(park))
        park.write({"site.yaml": SITE.replace("muster.example", "www.musterstadt.de")})
        assert "Nur zur Probe." not in overview(made(park))

    @pytest.mark.parametrize(
        ("address", "placeholder"),
        [
            ("https://a.example/", True),
            ("http://localhost:8000/", True),
            ("https://example.org/x/", True),
            ("https://a.test/", True),
            ("https://www.bautzen.de/", False),
            ("https://examplestadt.de/", False),
        ],
    )
    def test_which_addresses_are_placeholders(self, address: str, placeholder: bool) -> None:
        assert evidence.is_placeholder(address) is placeholder

    def test_a_day_that_was_given_is_told(self, park: Town) -> None:
        order = Order("park", WHENEVER, park.folder / "n", evidence.NO_BROWSER, "x", pretended=True)

        assert "Vorgegebener Tag." in overview(evidence.write(park.job(), order, quiet))
        assert "Vorgegebener Tag." not in overview(made(park))

    def test_what_a_story_excuses_is_told_with_its_reason(self, park: Town) -> None:
        head = "waivers:\n  - code: funding-results\n    reason: Der Bericht folgt\n    date: 2026-11-01\naims:"
        text = MORE["projects/park.md"].replace("results: [Der Park ist offen.]\n", "").replace("aims:", head)
        park.write({"projects/park.md": text})

        assert "Ausgenommen seit 1. November 2026: Der Bericht folgt.</li>" in overview(made(park))

    def test_it_is_sound_html_whose_links_lead_somewhere(self, kept: Evidence) -> None:
        place = kept.place
        facts = checks.read((place / "uebersicht.html").read_text("utf-8"))

        desk = Desk()
        for check in checks.CHECKS:
            check(Finished("uebersicht.html", "", facts), desk)
        # It is a paper of its own: the notice on it is the project's, and no server hands it out.
        assert {one.code for one in desk.found} - {"page-funding", "page-late", "page-policy"} == set()
        assert [level for level, _ in facts.headings] == [1] + [2] * (len(facts.headings) - 1)

    def test_without_a_browser_it_says_that_there_are_no_pictures(self, kept: Evidence) -> None:
        assert kept.pictures == 0 and kept.dark == evidence.NO_BROWSER
        assert "Es gibt keine. Auf diesem Rechner wurde kein Chromium, Chrome oder Edge gefunden." in overview(kept)
        assert not (kept.place / "bilder").exists()


class TestTheCamera:
    def test_a_browser_is_looked_for_on_the_path_and_then_in_the_usual_places(self, tmp_path: Path) -> None:
        usual = tmp_path / "Programme" / "msedge.exe"
        usual.parent.mkdir()
        usual.write_text("")
        assert camera.browser(str(tmp_path), [str(usual)]) == usual
        assert camera.browser(str(tmp_path), []) is None

        name = "chrome.exe" if sys.platform == "win32" else "google-chrome"
        program = tmp_path / name
        program.write_text("")
        program.chmod(0o755)
        found = camera.browser(str(tmp_path), [str(usual)])
        assert found is not None and found.name.lower() == name

    @pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
    def test_a_browser_that_does_not_start_costs_the_pictures_only(self, park: Town) -> None:
        program = park.folder / "chromium"
        program.write_text("#!/bin/sh\nexit 3\n")
        program.chmod(0o755)
        found = made(park, browser=program)

        assert found.dark == "Der Browser hat sich gleich wieder beendet."
        assert "Es gibt keine. Der Browser hat sich gleich wieder beendet." in overview(found)
        assert not (found.place / "bilder").exists()
        assert list(broken(found.place)) == []

    def test_what_is_no_program_is_told(self, park: Town) -> None:
        (park.folder / "chromium").write_text("")
        with pytest.raises(Dark, match="lässt sich nicht starten"):
            camera.film(park.folder / "chromium", [], park.folder, lambda count: None)

    @needs_browser
    def test_each_page_is_taken_three_times_and_the_notice_is_in_the_first_screen(self, park: Town) -> None:
        assert BROWSER is not None
        first, second = made(park, browser=BROWSER), made(park, browser=BROWSER)

        pictures = sorted((first.place / "bilder").iterdir())
        assert len(pictures) == first.pictures == 12
        assert size(first.place / "bilder" / "01-projekte-park-360x640.png") == (360, 640)
        for stem, width in (("01-projekte-park-360", 360), ("01-projekte-park-1280", 1280)):
            across, down = size(first.place / "bilder" / f"{stem}.png")
            assert across == width and down > 640
        assert "4 von 4 Seiten mit Emblem und Hinweis ganz im ersten Bildschirm" in overview(first)
        assert list(broken(first.place)) == []
        assert rows(first)[0]["bilder"].split()[0] == "bilder/01-projekte-park-360x640.png"

        ours, theirs = snapshot(first.place), snapshot(second.place)
        assert ours.keys() == theirs.keys()
        other = {path for path in ours if ours[path] != theirs[path]}
        assert {path for path in other if not path.startswith("bilder/")} <= {"SHA256SUMS"}

    @needs_browser
    def test_a_notice_below_the_first_screen_and_a_tall_page_are_seen(self, tmp_path: Path) -> None:
        (tmp_path / "eu-emblem.svg").write_text(emblem.svg(), "utf-8")
        notice = '<div class="funding"><img src="eu-emblem.svg" width="60" height="40"><p>Europäische Union</p></div>'
        page = "<!doctype html><meta charset=utf-8><style>body{{margin:0}}</style><div style='height:{}px'></div>{}"
        (tmp_path / "tief.html").write_text(page.format(13000, notice), "utf-8")
        (tmp_path / "oben.html").write_text(page.format(0, notice), "utf-8")
        (tmp_path / "ohne.html").write_text(page.format(10, "<p>Nichts</p>"), "utf-8")
        assert BROWSER is not None
        pages = [(tmp_path / f"{name}.html", name) for name in ("tief", "oben", "ohne")]

        counted: list[int] = []
        film = camera.film(BROWSER, pages, tmp_path, counted.append)

        assert [shot.seen for shot in film.shots] == [False, True, False]
        assert [shot.emblem for shot in film.shots] == [40, 40, 0]
        assert film.shots[0].files == (
            "tief-360x640.png", "tief-360.png", "tief-360-2.png", "tief-1280.png", "tief-1280-2.png",
        )  # fmt: skip
        assert size(tmp_path / "tief-360.png") == (360, camera.TALLEST)
        assert counted == [1, 2, 3]


class TestTheCommand:
    def evidence(self, town: Town, *more: str, path: str = "") -> subprocess.CompletedProcess[str]:
        folder = str(town.folder / "nachweise")
        return run("evidence", *more, "--folder", folder, *places(town), env=bare(path))

    @pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a browser is found without a search path")
    def test_it_says_what_it_made_and_what_is_missing(self, park: Town) -> None:
        done = self.evidence(park, "park")

        assert done.returncode == 0, done.stderr
        assert "2026-11-22-park" in done.stdout
        assert "Vorhaben: 1, Nachricht: 1, Termin: 1, Seite: 1, Druckfassung: 5, Feed: 3, Datensatz: 4" in done.stdout
        assert ", Kalender: 5." in done.stdout
        assert "Ohne Bildschirmfotos. Auf diesem Rechner wurde kein Chromium" in done.stderr
        assert "21 von 21 Veröffentlichungen liegen in" in done.stderr
        assert "https://muster.example/viertel/ ist ein Platzhalter" in done.stderr
        sums = park.folder / "nachweise" / "2026-11-22-park" / "SHA256SUMS"
        assert sha256(sums.read_bytes()).hexdigest() in done.stdout

    def test_pictures_need_not_be_taken(self, park: Town) -> None:
        done = self.evidence(park, "park", "--no-screenshots")

        assert done.returncode == 0, done.stderr
        assert "darunter 0 Bildschirmfotos" in done.stdout and "Ohne Bildschirmfotos" not in done.stderr
        text = (park.folder / "nachweise" / "2026-11-22-park" / "uebersicht.html").read_text("utf-8")
        assert "Es gibt keine. Sie waren nicht gewünscht" in text

    @pytest.mark.parametrize(
        ("arguments", "status", "said"),
        [
            (["prak"], 2, "Meinten Sie „park“?"),
            (["park", "--from", "2026-02-01", "--to", "2026-01-01"], 2, "liegt vor --from"),
            (["park", "--from", "gestern"], 2, "--from: „gestern“ ist kein Tag."),
            (["park", "--drafts"], 2, "Unbekannt: --drafts."),
            ([], 2, "Es fehlt: VORHABEN."),
        ],
    )
    def test_wrong_usage_is_told_in_german(self, park: Town, arguments: list[str], status: int, said: str) -> None:
        done = self.evidence(park, *arguments)

        assert (done.returncode, said in done.stderr) == (status, True), done.stderr
        assert "Traceback" not in done.stderr
        assert not (park.folder / "nachweise").exists()

    def test_a_site_with_mistakes_ends_with_one(self, park: Town) -> None:
        park.write({"news/2026-03-14-park.md": NEWS.replace("title:", "titel:")})
        done = self.evidence(park, "park")

        assert done.returncode == 1
        assert "[field-unknown]" in done.stderr and "Nichts wurde geschrieben." in done.stderr
        assert not (park.folder / "nachweise").exists()


def found_project(job: Job, name: str) -> Project:
    site: Ready = ready(job, quiet)
    told: Project = gather.project_of(site.site, name).fields
    return told


def bare(path: str) -> dict[str, str]:
    """An environment in which no other program is found."""

    return {**os.environ, "PATH": path}


def broken(place: Path) -> Iterator[str]:
    """Every link of the folder's pages that leads to a file that is not there, or nowhere without a server."""
    pages = [*sorted((place / "seiten").rglob("*.html")), place / "uebersicht.html"]
    for page in pages:
        facts = checks.read(page.read_text("utf-8"))
        for target in (*facts.links, *facts.loads):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                if target in facts.loads or parts.scheme not in ("https", "http", "mailto", "tel", "sms", "webcal"):
                    yield f"{page.name}: {target}"
            elif parts.path and not (page.parent / unquote(parts.path)).is_file():
                yield f"{page.name}: {target}"


def size(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG, from its first block."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height
