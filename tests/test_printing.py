"""One sheet on demand: what an office worker gets, and what is said where there is nothing to get."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from pressroom import printing
from pressroom.printing import Order
from tests.test_commands import run
from tests.town import EVENT, PROJECT, ROOT, SITE, TODAY, Town

PAST = EVENT.replace("2026-12-05", "2021-07-14").replace("Fest im Park", "Sommerfest")


@pytest.fixture
def office(town: Town, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A town with a date that is long over, seen by somebody who stands in an empty folder."""
    town.write({"events/2021-07-14-sommerfest.md": PAST})
    (town.folder / "desk").mkdir()
    monkeypatch.chdir(town.folder / "desk")
    return town


def printed(town: Town, *words: str, **more: object) -> printing.Printed:
    return printing.printed(town.job(papers=True), Order(*words, **more))  # type: ignore[arg-type]


def refusal(town: Town, *words: str, **more: object) -> str:
    with pytest.raises(printing.Refused) as refused:
        printed(town, *words, **more)
    return str(refused.value)


def said(file: Path) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(file))


@pytest.mark.parametrize("month", ["2021-07", "2021-7", "07.2021", "7/2021"])
def test_any_month_has_a_programme_in_the_folder_where_one_stands(office: Town, month: str) -> None:
    made = printed(office, "programme", month)

    assert (made.place, made.new, made.misfits) == (Path("programm-2021-07.pdf"), True, ())
    assert "14. Mittwoch 18 bis 22 Uhr Sommerfest" in said(made.place)
    assert [file.name for file in Path.cwd().iterdir()] == ["programm-2021-07.pdf"]
    assert made.size == made.place.stat().st_size < 100_000


@pytest.mark.parametrize(
    ("what", "size", "name"),
    [
        ("events/2021-07-14-sommerfest", None, "plakat-a3"),
        ("content/events/2021-07-14-sommerfest.md", "a4", "plakat-a4"),
        ("2021-07-14-sommerfest", None, "plakat-a3"),
        ("content\\events\\2021-07-14-sommerfest.md", None, "plakat-a3"),
    ],
)
def test_a_date_that_is_over_has_a_poster_again(office: Town, what: str, size: str | None, name: str) -> None:
    made = printed(office, "poster", what, size=size)

    assert made.place.name == f"{name}-2021-07-14-sommerfest.pdf"
    assert "Sommerfest" in said(made.place) and "14." in said(made.place)


def test_a_project_has_its_poster(office: Town) -> None:
    assert "Der neue Park" in said(printed(office, "poster", "projects/park").place)


def test_another_language_is_told_and_named(office: Town) -> None:
    words = (ROOT / "content/words/uk.yaml").read_text("utf-8")
    office.write({"site.yaml": f"{SITE}languages: [uk]\n", "words/uk.yaml": words})
    made = printed(office, "programme", "2021-07", lang="uk")

    assert made.place.name == "programm-2021-07-uk.pdf"
    assert "Програма" in said(made.place)
    assert refusal(office, "poster", "projects/park", lang="uk") == (
        "Der Beitrag ist nicht übersetzt (Українська). Ohne „--lang“ entsteht das Blatt auf Deutsch."
    )


def test_nothing_is_overwritten_unasked(office: Town) -> None:
    mine = Path("programm-2021-07.pdf")
    mine.write_bytes(b"mine")

    assert refusal(office, "programme", "2021-07") == (
        "programm-2021-07.pdf gibt es schon. Mit „--force“ wird sie ersetzt, "
        "mit „--output ANDERER-NAME.pdf“ bleibt sie."
    )
    assert mine.read_bytes() == b"mine"
    assert printed(office, "programme", "2021-07", force=True).new
    assert not printed(office, "programme", "2021-07").new


def test_it_goes_where_it_is_wanted(office: Town) -> None:
    Path("aushang").mkdir()

    assert printed(office, "programme", "2021-07", place=Path("aushang")).place == Path("aushang/programm-2021-07.pdf")
    assert printed(office, "programme", "2021-07", place=Path("aushang/juli")).place == Path("aushang/juli.pdf")
    assert refusal(office, "programme", "2021-07", place=Path("juli.docx")) == (
        "Ein Blatt ist eine PDF-Datei; „juli.docx“ muss auf .pdf enden."
    )
    assert refusal(office, "programme", "2021-07", place=Path("weg/juli.pdf")) == (
        "Den Ordner „weg“ gibt es nicht. Legen Sie ihn an, oder nennen Sie einen anderen."
    )


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="a folder in which not even an administrator may write")
def test_what_cannot_be_written_is_said_with_its_cure(office: Town) -> None:
    told = refusal(office, "programme", "2021-07", place=Path("/sys/juli.pdf"))

    assert told.startswith("/sys/juli.pdf lässt sich nicht schreiben. Ist die Datei noch in einem anderen Programm")
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("programme", "2021-13"), "„2021-13“ ist kein Monat. Schreiben Sie Jahr und Monat: 2021-07."),
        (("programme", "Juli"), "„Juli“ ist kein Monat. Schreiben Sie Jahr und Monat: 2021-07."),
        (
            ("programme", "2021-08"),
            "Im August 2021 steht kein Termin. Termine stehen zum Beispiel in: 2021-07, 2026-12.",
        ),
        (
            ("programme", ""),
            "Welcher Monat? Zum Beispiel: build.py print programme 2021-07. "
            "Termine stehen zum Beispiel in: 2021-07, 2026-12.",
        ),
        (("flyer", ""), "„flyer“ gibt es nicht. Zum Drucken gibt es: programme, poster, project, news, cards."),
        (
            ("poster", "2021-07-14-somerfest"),
            "„2021-07-14-somerfest“ gibt es nicht, oder es wird heute nicht gezeigt. "
            "Meinen Sie events/2021-07-14-sommerfest",
        ),
        (
            ("poster", "news/xyz"),
            "„news/xyz“ gibt es nicht, oder es wird heute nicht gezeigt. "
            "Nennen Sie den Namen der Datei aus events oder projects.",
        ),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(office: Town, words: tuple[str, str], answer: str) -> None:
    assert refusal(office, *words).startswith(answer)
    assert list(Path.cwd().iterdir()) == []


def test_a_language_and_a_size_that_do_not_exist_are_refused(office: Town) -> None:
    assert refusal(office, "programme", "2021-07", lang="fr") == (
        "In der Sprache „fr“ gibt es diese Website nicht. Möglich sind: de."
    )
    assert refusal(office, "programme", "2021-07", size="a3") == "Das gibt es nur in A4."
    assert refusal(office, "poster", "projects/park", size="a4") == "Das Plakat eines Vorhabens gibt es nur in A3."


def test_drafts_and_projects_of_others_have_no_poster(office: Town) -> None:
    office.write({"projects/park.md": PROJECT.replace("esf-2014-2020", "other")})
    office.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", "draft: yes\ntopics:")})

    assert "die der ESF bezahlt" in refusal(office, "poster", "projects/park")
    # A draft is not shown today, whoever asks.
    assert "gibt es nicht" in refusal(office, "poster", "2026-12-05-fest")


def test_the_list_of_kinds_names_an_example_of_each_that_works(office: Town) -> None:
    told = run("print").stdout

    for kind in printing.KINDS:
        assert re.search(rf"  build\.py print {kind.name} {re.escape(kind.example)} *{kind.text}\n", told)
    made = [
        printed(office, name, what).place.name
        for name, what in (
            ("programme", "2021-07"),
            ("poster", "projects/park"),
            ("project", "projects/park"),
            ("news", "2026-03-14-park"),
            ("cards", ""),
        )
    ]
    assert made == [
        "programm-2021-07.pdf",
        "plakat-a3-park.pdf",
        "projektblatt-park.pdf",
        "aushang-2026-03-14-park.pdf",
        "kontaktkarten.pdf",
    ]
    assert len(made) == len(printing.KINDS)


def test_the_command_says_what_to_do_with_it(office: Town) -> None:
    place = office.folder / "juli.pdf"
    given = ("print", "programme", "2021-07", "--content", str(office.content), "--today", TODAY.isoformat())
    done = run(*given, "--output", str(place))
    again = run(*given, "--output", str(office.folder / "none" / "juli.pdf"))

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        rf"Gesetzt: {re.escape(str(place))} \(\d+ KB\)\.\nDrucken Sie auf A4, beidseitig .*\n", done.stdout
    )
    assert (again.returncode, again.stdout) == (2, "")
    assert "Legen Sie ihn an" in again.stderr


def test_the_whole_town_has_posters_of_what_is_over(office: Town) -> None:
    """Each event of the real content has a poster, whichever day it was."""
    job = office.job(papers=True)
    real = [file.stem for file in sorted((ROOT / "content" / "events").glob("20*.md")) if "." not in file.stem]
    for name in real[:: max(1, len(real) // 4)]:
        made = printing.printed(replace(job, content=ROOT / "content", today=date(2026, 11, 22)), Order("poster", name))
        assert made.misfits == ()
