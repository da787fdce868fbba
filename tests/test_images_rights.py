"""Whose a picture is, who agreed, and how it is taken back."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pressroom import memo, pipeline, withdrawal
from pressroom.kinds.picture import LICENCES, deed
from pressroom.pipeline import Job
from pressroom.problems import ContentError, Problem
from pressroom.publish import Refused, alone
from pressroom.withdrawal import Traces, Unknown
from tests.test_commands import run
from tests.town import KONTAKT, NEWS, TODAY, Town, snapshot

PEOPLE = "alt: Menschen im Park.\nauthor: Stadt Muster\nlicence: CC BY 4.0\npeople: yes\n"
PLAIN = PEOPLE.replace("people: yes", "people: no")
AGREED = "consent:\n  given: 2026-01-01\n  reference: Ordner 1\n"
NAMING = NEWS.replace("topics:", "picture: park.jpg\ntopics:")
SHOWING = KONTAKT + "\nDort ist es schön.\n\n![Von Süden](../media/park.jpg)\n"


def photo(colour: str = "#336699", size: tuple[int, int] = (900, 700)) -> bytes:
    """A photo no other has the bytes of."""
    picture = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(picture)
    for at in range(0, size[0], 7):
        draw.line((at, 0, size[0] - at, size[1]), fill=(at % 256, 80, 255 - at % 256), width=3)
    data = io.BytesIO()
    picture.save(data, "JPEG")
    return data.getvalue()


def told(town: Town, described: str, **words: object) -> list[tuple[str, int, str]]:
    """Rule, line and severity of all that is said of a picture's file."""
    town.write({"media/park.jpg": photo(), "media/park.yaml": described, "news/2026-03-14-park.md": NAMING})
    found = [one for one in town.check(**words) if one.path == "content/media/park.yaml"]
    return [(f"{one.code} {one.rule.number}", one.line, one.severity) for one in found]


CHILDREN = PEOPLE + "children: yes\n"
RIGHTS = {
    "nothing is missing": (PEOPLE + "children: no\n" + AGREED, []),
    "nobody is shown": (PLAIN, []),
    "children with their guardians": (
        CHILDREN + AGREED + "  guardians:\n    given: 2026-01-02\n    reference: Ordner 2\n",
        [],
    ),
    "no consent": (PEOPLE + "children: no\n", [("picture-consent KUG-22", 4, "error")]),
    "an empty consent": (PEOPLE + "children: no\nconsent:\n", [("picture-consent KUG-22", 6, "error")]),
    "a lapsed consent": (
        PEOPLE + "children: no\n" + AGREED + "  until: 2026-11-21\n",
        [("picture-consent KUG-22", 9, "error")],
    ),
    "a consent that is still to be given": (
        PEOPLE + "children: no\n" + AGREED.replace("2026-01-01", "2026-11-23"),
        [("picture-consent KUG-22", 7, "error")],
    ),
    "no guardians": (CHILDREN + AGREED, [("picture-guardians DSGVO-8", 5, "error")]),
    "empty guardians": (CHILDREN + AGREED + "  guardians:\n", [("picture-guardians DSGVO-8", 9, "error")]),
    "guardians who have yet to agree": (
        CHILDREN + AGREED + "  guardians:\n    reference: Ordner 2\n    given: 2026-11-23\n",
        [("picture-guardians DSGVO-8", 11, "error")],
    ),
    "guardians without a day": (
        CHILDREN + AGREED + "  guardians:\n    reference: Ordner 2\n",
        [("field-missing HAUS-3", 9, "error")],
    ),
    "guardians without a reference": (
        CHILDREN + AGREED + "  guardians:\n    given: 2026-01-02\n",
        [("field-missing HAUS-3", 9, "error")],
    ),
    "children without any consent are one mistake": (CHILDREN, [("picture-consent KUG-22", 4, "error")]),
    "children who are not said to be people": (
        CHILDREN.replace("people: yes\n", "") + AGREED,
        [("picture-guardians DSGVO-8", 4, "error")],
    ),
    "children but no people": (CHILDREN.replace("people: yes", "people: no"), [("picture-clash KUG-22", 5, "error")]),
    "nobody said whether children are shown": (PEOPLE + AGREED, [("picture-children DSGVO-8", 4, "warning")]),
    "nobody said whether people are shown": (
        PLAIN.replace("people: no\n", ""),
        [("picture-people KUG-22", 1, "warning")],
    ),
    "nobody knows where the consent lies": (
        PEOPLE + "children: no\nconsent:\n  given: 2026-01-01\n",
        [("picture-proof DSGVO-7", 6, "warning")],
    ),
    "no licence": (PLAIN.replace("licence: CC BY 4.0\n", ""), [("picture-licence URHG-13", 2, "warning")]),
    "an empty licence": (PLAIN.replace("CC BY 4.0", ""), [("picture-licence URHG-13", 3, "warning")]),
}


@pytest.mark.parametrize(("described", "said"), RIGHTS.values(), ids=RIGHTS)
def test_what_is_missing_is_said_at_its_line_and_under_its_rule(
    described: str, said: list[tuple[str, int, str]], town: Town
) -> None:
    assert told(town, described) == said


@pytest.mark.parametrize("name", [name for name, (_, said) in RIGHTS.items() if said and said[0][2] == "warning"])
def test_a_release_refuses_what_a_build_warns_of(name: str, town: Town) -> None:
    described, ((code, line, _),) = RIGHTS[name]

    assert told(town, described, release=True) == [(code, line, "error")]


def test_a_build_stops_the_day_after_a_consent_has_lapsed_and_names_it(town: Town) -> None:
    described = PEOPLE + "children: no\n" + AGREED + "  until: 2026-11-22\n"
    town.write({"media/park.jpg": photo(), "media/park.yaml": described, "news/2026-03-14-park.md": NAMING})
    town.build(today=date(2026, 11, 22))
    before = town.bytes()

    with pytest.raises(ContentError) as refused:
        town.build(today=date(2026, 11, 23))

    (problem,) = (one for one in refused.value.problems if one.severity == "error")
    assert (problem.path, problem.line) == ("content/media/park.yaml", 9)
    assert "Sie galt bis zum 22.11.2026 (until)." in problem.message and "withdraw park.jpg" in problem.cure
    assert town.bytes() == before


def test_well_known_terms_lead_to_their_text_however_they_are_written() -> None:
    assert deed("cc-by 4.0") == deed("CC BY 4.0") == LICENCES["CC BY 4.0"]
    assert deed("Mit Erlaubnis der Zeitung") == ""


# Credits


def test_the_credits_name_each_published_picture_once_and_lead_to_where_it_is_shown(town: Town) -> None:
    sourced = PLAIN + "source: https://bilder.example/park\n"
    town.write(
        {
            "site.yaml": (town.content / "site.yaml")
            .read_text("utf-8")
            .replace("footer:\n", "footer:\n  - title: Bildnachweis\n    to: credits\n"),
            "media/park.jpg": photo(),
            "media/park.yaml": sourced,
            "media/niemand.jpg": photo("#111111"),
            "media/niemand.yaml": PLAIN.replace("Menschen im Park.", "Niemand zeigt mich."),
            "news/2026-03-14-park.md": NAMING,
            "pages/kontakt.md": SHOWING,
        }
    )
    town.build()
    page = town.read("bildnachweis/index.html")

    assert page.count("<h2>Menschen im Park.</h2>") == 1
    assert "Stadt Muster" in page and f'<a href="{LICENCES["CC BY 4.0"]}">CC BY 4.0</a>' in page
    assert '<a href="https://bilder.example/park">bilder.example/park</a>' in page
    assert '<a href="../aktuelles/2026/park/">Der Park ist offen</a>' in page
    assert '<dd><a href="../kontakt/">Kontakt</a></dd>' in page
    assert "Niemand zeigt mich" not in page and "noch keine" not in page
    assert '<a href="../bildnachweis/">Bildnachweis</a>' in town.read("kontakt/index.html")
    assert "/bildnachweis/</loc>" in town.read("sitemap.xml")


def test_many_credits_stand_on_several_sheets(town: Town) -> None:
    texts: dict[str, str | bytes] = {}
    for number in range(51):
        texts[f"media/bild-{number:02}.png"] = _dot(number)
        texts[f"media/bild-{number:02}.yaml"] = PLAIN.replace("Menschen im Park.", f"Punkt {number}.")
    shown = "".join(f"\n![](../media/bild-{number:02}.png)\n" for number in range(51))
    town.write({**texts, "pages/kontakt.md": KONTAKT + shown})
    town.build()

    first, second = town.read("bildnachweis/index.html"), town.read("bildnachweis/seite/2/index.html")
    assert first.count("<h2>Punkt") == 50 and second.count("<h2>Punkt") == 1
    assert "<h2>Punkt 50.</h2>" in second and 'rel="next"' in first and 'rel="prev"' in second


def test_without_a_photo_the_credits_say_so(town: Town) -> None:
    town.build()

    assert "Fotos sind hier noch keine veröffentlicht." in town.read("bildnachweis/index.html")


def _dot(number: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (20 + number, 20), (number, 3, 7)).save(data, "PNG")
    return data.getvalue()


# Withdrawing


class Archive:
    """A town with two photos, built with a cache as build.py has one."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.cache = town.folder / ".cache"
        self.town.write(
            {
                "media/park.jpg": photo(),
                "media/park.yaml": PLAIN.replace("alt: Menschen", "alt: Verraeterische Menschen") + "download: yes\n",
                "media/haus.jpg": photo("#993300"),
                "media/haus.yaml": PLAIN.replace("Menschen im Park.", "Ein Haus."),
                "news/2026-03-14-park.md": NAMING,
                "pages/kontakt.md": SHOWING,
                "projects/park.md": (town.content / "projects/park.md")
                .read_text("utf-8")
                .replace("status:", "picture: haus.jpg\nstatus:"),
            }
        )

    @property
    def job(self) -> Job:
        return replace(self.town.job(), memo=self.cache / "memo")

    def build(self, today: date = TODAY) -> None:
        pipeline.build(replace(self.job, today=today))

    def found(self, name: str = "park.jpg") -> Traces:
        return withdrawal.traces(name, self.town.content, self.town.output, self.cache)

    def withdraw(self, name: str = "park.jpg", reason: str = "") -> Traces:
        found = self.found(name)
        assert withdrawal.withdraw(found, self.town.output, TODAY, reason).failed == ()
        return found

    def errors(self) -> list[Problem]:
        return [problem for problem in pipeline.check(self.job).problems if problem.severity == "error"]

    def record(self) -> str:
        return (self.town.content / "withdrawn.yaml").read_text("utf-8")


@pytest.fixture
def archive(town: Town) -> Archive:
    built = Archive(town)
    built.build()
    return built


def holding(folder: Path, *pieces: bytes) -> list[str]:
    """The files of a folder that hold any of some bytes, in themselves or in their names."""
    return [
        path
        for path, data in snapshot(folder).items()
        if any(piece in data or piece in path.encode() for piece in pieces)
    ]


def test_nothing_of_a_withdrawn_picture_is_left_and_all_else_is(archive: Archive) -> None:
    town = archive.town
    mine = [path for path in town.bytes() if path.startswith("media/park")]
    made = [data[:] for path, data in town.bytes().items() if path in mine]
    # Cut out of the middle of each file: no two pictures share so many bytes.
    pieces = [data[len(data) // 2 :][:64] for data in (*made, photo())]
    kept = {path: data for path, data in town.bytes().items() if path not in mine}
    others = {path: data for path, data in snapshot(town.content).items() if "media/park" not in path}
    assert len(mine) == 11 and holding(archive.cache, *pieces) and holding(archive.cache, b"Verraeterische")

    found = archive.withdraw(reason="Widerruf")

    assert sorted(file.name for file in found.published) == sorted(path.removeprefix("media/") for path in mine)
    assert town.bytes() == kept
    left = snapshot(town.content)
    assert left.pop("withdrawn.yaml")
    assert left == others
    assert holding(town.folder, *pieces) == []
    assert holding(archive.cache, *pieces, b"Verraeterische", b"park") == []
    # What took long to make, of another photo, is still there.
    (large,) = snapshot(archive.cache)
    assert large.startswith(f"memo.large/{memo.digest_of(town.content / 'media/haus.jpg')}-")


def test_earlier_states_of_a_picture_are_forgotten_as_well(archive: Archive) -> None:
    old = photo("#00ff00")
    for data in (old, photo()):
        archive.town.write({"media/park.jpg": data})
        archive.build()
    # A build that fails tidies nothing: what was made of the state before is still remembered.
    archive.town.write({"media/park.jpg": old, "news/2026-03-14-park.md": "kein Kopf"})
    with pytest.raises(ContentError):
        archive.build()
    archive.withdraw()

    assert [name for name in snapshot(archive.cache) if ".large" in name] == [
        name for name in snapshot(archive.cache) if memo.digest_of(archive.town.content / "media/haus.jpg") in name
    ]


def test_every_place_that_names_it_is_told_and_the_build_names_exactly_these(archive: Archive) -> None:
    # Not published, but to be mended all the same.
    draft = NAMING.replace("topics:", "draft: yes\ntopics:").replace("2026-03-14", "2026-03-15")
    archive.town.write({"news/2026-03-15-spaeter.md": draft})
    archive.build()
    found = archive.withdraw()

    assert [(one.path, one.line) for one in found.mentions] == [
        ("content/news/2026-03-14-park.md", 5),
        ("content/news/2026-03-15-spaeter.md", 5),
        ("content/pages/kontakt.md", 13),
    ]
    assert found.mentions[0].cure == "Löschen Sie Zeile 5, „picture: park.jpg“, oder nennen Sie dort ein anderes Bild."
    assert "in Zeile 13 „![…](../media/park.jpg)“" in found.mentions[-1].cure
    errors = archive.errors()
    assert {one.code for one in errors} == {"picture-withdrawn"}
    assert [(one.path, one.line, one.column, one.cure) for one in errors] == [
        (one.path, one.line, one.column, one.cure) for one in found.mentions
    ]
    assert errors[0].message == "Das Bild „park.jpg“ wurde am 22.11.2026 zurückgezogen."


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ('<img src="../media/park.jpg" alt="Park">', 13),
        ("![Von Süden][park]\n\n[park]: ../media/park.jpg", 15),
        ("Am ![](..\\media\\park.jpg) See.", 13),
        ("![](../media/p%61rk.jpg)", 13),
        ("- eins\n- zwei\n  ![](../media/park.jpg)", 15),
    ],
)
def test_it_is_found_however_a_text_shows_it(archive: Archive, written: str, line: int) -> None:
    archive.town.write({"news/2026-03-14-park.md": NEWS, "pages/kontakt.md": f"{KONTAKT}\nHier:\n\n{written}\n"})
    archive.build()
    found = archive.withdraw()

    assert [(one.path, one.line) for one in found.mentions] == [("content/pages/kontakt.md", line)]
    assert [(one.code, one.path, one.line) for one in archive.errors()] == [
        ("picture-withdrawn", "content/pages/kontakt.md", line)
    ]


def test_when_the_texts_are_mended_the_site_knows_nothing_of_it(archive: Archive) -> None:
    archive.withdraw()
    archive.town.write({"news/2026-03-14-park.md": NEWS, "pages/kontakt.md": KONTAKT})
    archive.build()

    assert holding(archive.town.output, b"Verraeterische", b"media/park") == []


def test_the_pages_that_showed_it_are_told(archive: Archive) -> None:
    assert set(archive.found().pages) >= {
        "aktuelles/2026/park/index.html",
        "kontakt/index.html",
        "aktuelles/index.html",
    }
    assert "termine/index.html" not in archive.found().pages


def test_a_dry_run_tells_the_same_and_changes_nothing(archive: Archive) -> None:
    before = snapshot(archive.town.folder)
    said = withdrawal.said(archive.found(), None)

    assert snapshot(archive.town.folder) == before
    assert said.startswith("Probelauf für „park.jpg“: Nichts wird geändert.")
    for piece in (
        "park-teilen.jpg",
        "park-volle-groesse.jpg",
        "content/news/2026-03-14-park.md:5:1",
        "git filter-repo",
    ):
        assert piece in said


def test_a_second_run_says_that_there_is_nothing(archive: Archive) -> None:
    archive.withdraw()
    before = snapshot(archive.town.folder)
    again = archive.found()

    assert again.nothing
    assert "wurde am 22.11.2026 zurückgezogen. Es ist nichts mehr davon da" in withdrawal.said(again, None)
    assert snapshot(archive.town.folder) == before


def test_it_can_be_named_by_path_and_without_its_ending(archive: Archive) -> None:
    file = archive.town.content / "media/park.jpg"
    for name in ("park.jpg", "PARK.JPG", "park", "media/park.jpg", "content\\media\\park.jpg", str(file), "park.yaml"):
        assert archive.found(name).path == "media/park.jpg"
    with pytest.raises(Unknown, match=r"gibt es nicht.* Meinten Sie „park.jpg“?"):
        archive.found("parks.jpg")


def test_a_name_that_means_two_is_asked_back(archive: Archive) -> None:
    archive.town.write({"media/alt/park.jpg": photo("#123456")})

    with pytest.raises(Unknown, match="meint mehrere"):
        archive.found()
    assert archive.found("alt/park.jpg").path == "media/alt/park.jpg"


def test_what_somebody_deleted_by_hand_is_found_where_it_was_published(archive: Archive) -> None:
    archive.town.write({"media/park.jpg": None, "media/park.yaml": None})
    found = archive.withdraw()

    assert len(found.published) == 11 and found.own == ()
    assert 'picture: "media/park.jpg"' in archive.record() and "digest" not in archive.record()


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("media/park.jpg", photo("#00ff00"), "Es hat denselben Namen."),
        ("media/neu.jpg", photo(), "Es ist dieselbe Datei wie „park.jpg“."),
        ("media/alt/park.jpg", photo(), "Es ist dieselbe Datei."),
    ],
)
def test_it_cannot_come_back_by_mistake(archive: Archive, path: str, data: bytes, reason: str) -> None:
    archive.withdraw()
    archive.town.write({"news/2026-03-14-park.md": NEWS, "pages/kontakt.md": KONTAKT})
    archive.build()
    archive.town.write({path: data, path.replace(".jpg", ".yaml"): PLAIN})

    (problem,) = archive.errors()
    assert (problem.code, problem.path, problem.rule.number) == ("picture-returned", f"content/{path}", "DSGVO-17")
    assert reason in problem.message and "content/withdrawn.yaml, Zeile 6" in problem.cure
    archive.withdraw(path)
    assert archive.errors() == []


def test_it_may_come_back_once_its_entry_is_deleted(archive: Archive) -> None:
    files = snapshot(archive.town.content)
    archive.withdraw()
    archive.town.write({**files, "withdrawn.yaml": "# leer\nwithdrawn:\n"})

    assert archive.errors() == []


def test_the_record_holds_the_deed_and_nothing_of_the_picture(archive: Archive) -> None:
    archive.withdraw(reason='Widerruf per "Brief" \\ ohne Namen: #1')
    archive.withdraw("haus.jpg")
    digest, other = memo.digest_of(_file(archive, photo())), memo.digest_of(_file(archive, photo("#993300")))

    assert archive.record().split("withdrawn:\n")[1] == (
        f'  - picture: "media/park.jpg"\n    date: 2026-11-22\n    digest: {digest}\n'
        '    reason: "Widerruf per \\"Brief\\" \\\\ ohne Namen: #1"\n'
        '    pages:\n      - "content/news/2026-03-14-park.md"\n      - "content/pages/kontakt.md"\n'
        f'  - picture: "media/haus.jpg"\n    date: 2026-11-22\n    digest: {other}\n'
        '    pages:\n      - "content/projects/park.md"\n'
    )
    assert not holding(archive.town.content, b"Verraeterische", b"Stadt Muster")


def _file(archive: Archive, data: bytes) -> Path:
    file = archive.town.folder / "aside.jpg"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("withdrawn:\n- picture: media/a.jpg\n  date: 2026-01-01\n", "withdrawn-form"),
        ("withdrawn:\n  - picture: media/a.jpg\n    date: gestern\n", "date-form"),
    ],
)
def test_a_record_nothing_can_be_added_to_stops_everything(archive: Archive, text: str, code: str) -> None:
    archive.town.write({"withdrawn.yaml": text})
    before = snapshot(archive.town.folder)

    with pytest.raises(ContentError) as refused:
        archive.withdraw()

    assert [one.code for one in refused.value.problems] == [code]
    assert snapshot(archive.town.folder) == before


def test_copies_under_another_name_are_told_and_refused(archive: Archive) -> None:
    archive.town.write({"media/kopie.jpg": photo(), "media/kopie.yaml": PLAIN})
    found = archive.withdraw()

    assert found.copies == ("content/media/kopie.jpg",)
    assert "content/media/kopie.jpg" in [one.path for one in archive.errors() if one.code == "picture-returned"]


def test_it_waits_for_a_build_that_is_writing(archive: Archive) -> None:
    with alone(archive.town.output), pytest.raises(Refused):
        withdrawal.withdraw(archive.found(), archive.town.output, TODAY, "")

    assert (archive.town.content / "media/park.jpg").exists()


def test_a_folder_that_is_not_ours_is_left_alone(archive: Archive, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    (foreign / "media").mkdir(parents=True)
    (foreign / "media/park.jpg").write_bytes(b"mine")

    assert withdrawal.traces("park.jpg", archive.town.content, foreign, archive.cache).published == ()


def test_the_command_withdraws(archive: Archive) -> None:
    town = archive.town
    places = ["--content", str(town.content), "--output", str(town.output), "--today", "2026-11-22"]
    dry = run("withdraw", "park.jpg", "--dry-run", *places)
    assert dry.returncode == 0 and dry.stdout.startswith("Probelauf") and (town.content / "media/park.jpg").exists()

    done = run("withdraw", "park.jpg", "--reason", "Widerruf", *places)
    again = run("withdraw", "park.jpg", *places)
    other = run("withdraw", "nix.jpg", *places)

    assert done.returncode == 0 and "ist zurückgezogen. Gelöscht:" in done.stdout, done.stderr
    assert not (town.content / "media/park.jpg").exists() and "Widerruf" in archive.record()
    assert again.returncode == 0 and "nichts mehr davon da" in again.stdout
    assert other.returncode == 2 and "gibt es nicht" in other.stderr


def test_a_town_from_memory_and_one_from_nothing_agree_after_a_withdrawal(archive: Archive, tmp_path: Path) -> None:
    archive.withdraw()
    texts: Mapping[str, str | bytes | None] = {"news/2026-03-14-park.md": NEWS, "pages/kontakt.md": KONTAKT}
    archive.town.write(texts)
    archive.build()
    pipeline.build(replace(archive.job, output=tmp_path / "clean", memo=None))

    assert archive.town.bytes() == snapshot(tmp_path / "clean")
