"""The made-up town of tests/town is complete, sound on any day, and its calendar is what a paper one says."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import recurring_ical_events
from icalendar import Calendar

from pressroom import calendar, pipeline
from pressroom.kinds import Event
from pressroom.kinds.dates import BERLIN
from pressroom.kinds.days import Change, DayOff, Extra, Moved
from pressroom.kinds.repeat import Repeat
from pressroom.pipeline import Job
from pressroom.validate import Site, Story
from tests.town import ROOT, TODAY, snapshot

TOWN = ROOT / "tests" / "town"
DAYS = [TODAY, date(2027, 3, 28), date(2028, 11, 22)]
"""Today; a Sunday on which the clocks change; a Buß- und Bettag two years on, when nearly everything is over."""
PREFIXES = {"cancelled": "Abgesagt: ", "postponed": "Verschoben: ", "online": "Online: "}

# Worked out on a paper calendar with its holidays: Buß- und Bettag 18 November 2026 and 17 November 2027, Christmas Day
# a Friday in 2026, Good Friday 26 March 2027, Ascension Day 6 May 2027. The clocks change on 25 October 2026 and
# 28 March 2027.
BY_HAND = {
    "nachbarschaftscafe": """
        2026-09-02 15:00 17:30
        2026-09-09 15:00 17:30
        2026-09-16 15:00 17:30
        2026-09-23 15:00 17:30
        2026-09-30 15:00 17:30
        2026-10-07 15:00 17:30
        2026-10-14 15:00 17:30
        2026-10-28 15:00 17:30
        2026-11-04 15:00 17:30
        2026-11-11 15:00 17:30
        2026-11-25 15:00 17:30
        2026-12-02 15:00 17:30 kulturscheune
        2026-12-06 14:00 18:00 musterplatz
        2026-12-09 15:00 17:30 cancelled
        2026-12-16 15:00 17:30
        2027-01-06 15:00 17:30
        2027-01-14 16:00 18:30
        2027-01-20 15:00 17:30
        2027-01-27 15:00 17:30
    """,
    "nachbarschaftsrunde": """
        2026-09-08 18:30 20:00
        2026-11-10 18:30 20:00
        2026-12-08 18:30 20:00
        2027-01-12 18:30 20:00
        2027-02-16 19:00 20:30
        2027-03-09 18:30 20:00 online
        2027-04-13 18:30 20:00 cancelled
        2027-05-11 18:30 20:00 postponed
        2027-06-08 18:30 20:00
        2027-06-22 18:00 19:00 stadtgarten
        2027-07-13 18:30 20:00
    """,
    "bewegung-im-stadtgarten": """
        2026-10-08 17:00 18:00
        2026-11-05 17:00 18:00
        2026-11-19 17:00 18:00
        2026-12-03 17:00 18:00
        2026-12-17 17:00 18:00
        2027-01-14 17:00 18:00
        2027-01-28 17:00 18:00
        2027-02-25 17:00 18:00
        2027-03-11 17:00 18:00
        2027-04-08 17:00 18:00
        2027-04-22 17:00 18:00
        2027-05-06 10:00 13:00
        2027-05-20 17:00 18:00
        2027-06-03 17:00 18:00
        2027-06-17 17:00 18:00
    """,
    # 2:30 does not exist on 28 March, so that night lasts until 3:30 as the clock then shows.
    "mitternachtssport": """
        2026-10-10 22:00 2026-10-11 02:30
        2026-10-24 22:00 2026-10-25 02:30
        2026-11-07 22:00 2026-11-08 02:30
        2026-11-21 22:00 2026-11-22 02:30
        2026-12-05 22:00 2026-12-06 02:30
        2026-12-19 22:00 2026-12-20 02:30
        2027-01-02 22:00 2027-01-03 02:30
        2027-01-16 22:00 2027-01-17 02:30
        2027-01-30 22:00 2027-01-31 02:30
        2027-02-13 22:00 2027-02-14 02:30
        2027-02-27 22:00 2027-02-28 02:30
        2027-03-13 22:00 2027-03-14 02:30
        2027-03-27 22:00 2027-03-28 03:30
        2027-04-10 22:00 2027-04-11 02:30
        2027-04-24 22:00 2027-04-25 02:30
    """,
    # Ten times, of which Christmas Day and Good Friday count and are left out.
    "reparaturcafe": """
        2026-09-25 16:00 19:00
        2026-10-30 16:00 19:00
        2026-11-27 16:00 19:00
        2027-01-29 16:00 19:00
        2027-02-26 16:00 19:00
        2027-04-30 16:00 19:00
        2027-05-28 16:00 19:00
        2027-06-25 16:00 19:00
    """,
    "ferienfruehstueck": """
        2027-07-12 08:30 10:00
        2027-07-13 08:30 10:00
        2027-07-14 08:30 10:00
        2027-07-15 08:30 10:00
        2027-07-16 08:30 10:00
    """,
    "sommerkino": """
        2026-07-03 21:00 23:15
        2026-07-10 21:00 23:15
        2026-07-17 21:00 23:15 cancelled
        2026-07-24 21:00 23:15
    """,
    "viertelgeburtstag": """
        2024-04-23
        2025-04-23
        2026-04-23
        2027-04-23
    """,
    "2026-10-24-nacht-der-langen-stunde": "2026-10-24 23:00 2026-10-25 03:30",
    "2026-11-26-vortrag-balkon": "2027-01-21 18:00 19:30 postponed",
    "2026-12-03-lesung": "2026-12-03 19:00 postponed",
    "2026-12-12-adventskonzert": "2026-12-12 17:00 18:30 cancelled",
    "2027-01-19-digitale-sprechstunde": "2027-01-19 19:00 20:30 online",
    "2027-01-30-tauschtag": "2027-02-27 14:00 18:00 postponed",
    "2027-02-15-winterwerkstatt": "2027-02-15 09:00 2027-02-19 15:00",
    "2027-03-27-sternennacht": "2027-03-27 22:00 2027-03-28 04:00",
    "2027-05-29-viertelfest": "2027-05-29",
}
UNTIL = {"nachbarschaftscafe": date(2027, 1, 31), "viertelgeburtstag": date(2027, 12, 31)}
"""How far a series without end is written out above; the others are told to their end."""
FIRST, LAST = date(2024, 1, 1), date(2028, 12, 31)


def job(out: Path, today: date = TODAY, **words: Any) -> Job:
    return Job(ROOT, TOWN, out, today, **words)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "public"
    pipeline.build(job(out))
    return out


@pytest.fixture(scope="module")
def site() -> Site:
    return pipeline.plan(job(Path("unused"))).site


def by_name(site: Site, name: str) -> Story[Event]:
    return next(story for story in site.events if Path(story.path).stem == name)


def row(start: datetime | date, end: datetime | date | None, *more: str) -> str:
    """A line as it is written above: the day of the end only where it is another one."""
    said = [f"{start:%Y-%m-%d %H:%M}" if isinstance(start, datetime) else f"{start:%Y-%m-%d}"]
    if isinstance(start, datetime) and isinstance(end, datetime):
        said.append(f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}")
    return " ".join((*said, *(word for word in more if word)))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def told(path: Path, story: Story[Event], places: dict[str, str], last: date) -> Iterator[str]:
    """The days of one event as a calendar program reads them from a file of the site."""
    for one in recurring_ical_events.of(Calendar.from_ical(path.read_bytes())).between(FIRST, last):
        summary = str(one["SUMMARY"])
        if not summary.endswith(story.fields.title):
            continue
        status = next((name for name, prefix in PREFIXES.items() if summary.startswith(prefix)), "")
        place = places.get(str(one.get("LOCATION", "")).split(",")[0], "")
        start, end = one["DTSTART"].dt, one["DTEND"].dt if "DTEND" in one else None
        yield row(start, end if end != start else None, "" if place == story.fields.place else place, status)


def test_all_that_a_release_misses_is_a_real_address() -> None:
    """On purpose: nobody shall publish the town by mistake."""
    found = pipeline.check(job(Path("unused"), release=True)).problems

    assert [(one.code, one.severity, "base_url" in one.message) for one in found] == [("legal-gap", "error", True)]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_it_builds_on_any_day(today: date, tmp_path: Path) -> None:
    report = pipeline.build(job(tmp_path / "public", today))

    assert [one.code for one in report.warnings] == ["legal-gap"]
    assert report.pages > 80


def test_there_is_enough_of_everything(site: Site) -> None:
    kinds = ("news", "events", "projects", "pages", "partners", "places", "pictures")

    assert {kind: len(getattr(site, kind)) for kind in kinds} == {
        "news": 8, "events": 23, "projects": 6, "pages": 9, "partners": 7, "places": 6, "pictures": 3,
    }  # fmt: skip
    assert sorted(Path(story.path).stem for story in site.withheld) == [
        "2026-09-01-flohmarkt",
        "2026-11-22-entwurf",
        "2027-02-14-ueberraschung",
    ]
    programmes = {(one.fields.status, one.fields.funding and one.fields.funding.programme) for one in site.projects}
    assert programmes == {
        ("completed", "esf-2014-2020"),
        ("running", "esf-plus-2021-2027"),
        ("running", "other"),
        ("planned", "none"),
        ("unconfirmed", None),
    }


def test_every_field_of_an_event_is_used(site: Site) -> None:
    events = [story.fields for story in site.events]
    series = [event.repeat for event in events if event.repeat is not None]
    used = {name for event in events for name in event.model_fields_set}
    single = {"off", "moved", "extra", "changes", "repeat"}
    # The town gives no hints, so there is nothing to excuse.
    fields = set(Event.model_fields) - {"waivers"}

    assert used == fields
    assert {name for repeat in series for name in repeat.model_fields_set} == set(Repeat.model_fields)
    for model, field in ((DayOff, "off"), (Moved, "moved"), (Extra, "extra"), (Change, "changes")):
        days = [day for event in events for day in getattr(event, field)]
        assert {name for day in days for name in day.model_fields_set} >= set(model.model_fields) - {"end"}, field
    assert by_name(site, "2027-01-30-tauschtag").fields.model_fields_set == fields - single


def test_every_file_and_every_page_says_that_it_is_made_up(demo: Path) -> None:
    texts = [file for file in TOWN.rglob("*") if file.suffix in (".md", ".yaml")]
    pages = [file for file in demo.rglob("index.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")]

    assert [file.name for file in texts if "erfunden" not in file.read_text("utf-8")] == []
    assert [file for file in pages if "erfunden" not in file.read_text("utf-8")] == []


def test_nobody_can_be_reached_under_what_it_names() -> None:
    """Telephone numbers that are kept free for films, addresses under names that lead nowhere, a spot in the sea."""
    text = "\n".join(file.read_text("utf-8") for file in TOWN.rglob("*") if file.suffix in (".md", ".yaml"))
    numbers = re.findall(r"(?<![\d-])0\d[\d /-]{6,}", text)
    hosts = re.findall(r"https?://([^/\s)\"]+)|@([\w.-]+\w)", text)

    assert numbers and [number for number in numbers if not number.startswith("030 23125-")] == []
    assert {a or b for a, b in hosts} <= {"muster.example", "nachbarn.example", "weiher.example", "www.example.org"}
    assert [at for at in re.findall(r"latitude: (\S+)", text) if not at.startswith(("54.19", "54.20"))] == []


def test_its_pictures_are_small() -> None:
    sizes = {file.name: file.stat().st_size for file in (TOWN / "media").glob("*.png")}

    assert len(sizes) == 3
    assert max(sizes.values()) < 60_000


def test_it_says_the_words_of_the_real_site() -> None:
    """A town whose words are older than the templates would end in a traceback for whoever practises with it."""
    own, real = ((folder / "words" / "de.yaml").read_text("utf-8") for folder in (TOWN, ROOT / "content"))

    assert own.split("\n", 1)[1] == real.split("\n", 1)[1]


def test_the_real_site_holds_nothing_of_it() -> None:
    own = {file.name for file in TOWN.rglob("*.*")} - {
        "site.yaml",
        "de.yaml",
        *(f"{name}.md" for name in ("start", "kontakt", "mitmachen", "ueber-uns", "esf-erklaert", "stadtteil")),
        *(f"{name}.md" for name in ("impressum", "datenschutz", "barrierefreiheit")),
    }
    real = [file for file in (ROOT / "content").rglob("*") if file.is_file()]

    assert [file.name for file in real if file.name in own] == []
    assert [file.name for file in real if b"Musterviertel" in file.read_bytes()] == []


@pytest.mark.parametrize("name", BY_HAND)
def test_the_days_are_those_of_a_paper_calendar(site: Site, name: str) -> None:
    story = by_name(site, name)
    last = UNTIL.get(name, LAST)

    found = [
        row(
            one.start if one.timed else one.start.date(),
            one.end,
            one.place or "",
            "" if one.status == "scheduled" else one.status,
        )
        for one in calendar.occurrences(story.fields, FIRST, last)
    ]

    assert found == lines(BY_HAND[name])


@pytest.mark.parametrize("name", BY_HAND)
def test_its_calendar_files_hold_the_same_days(demo: Path, site: Site, name: str) -> None:
    story = by_name(site, name)
    last = UNTIL.get(name, LAST)
    places = {place.fields.name: place.id for place in site.places}
    folder = demo / "termine" / str(story.fields.start.day.year) / story.address.strip("/").split("/")[-1]

    own = sorted(told(folder / "termin.ics", story, places, last))
    everything = sorted(told(demo / "termine" / "termine.ics", story, places, last))

    assert own == lines(BY_HAND[name])
    assert everything == own


@pytest.mark.parametrize(
    ("name", "hours"),
    [("2026-10-24-nacht-der-langen-stunde", 5.5), ("2027-03-27-sternennacht", 5)],
    ids=["an hour more in autumn", "an hour less in spring"],
)
def test_a_night_of_the_changing_clocks_lasts_as_long_as_it_really_does(
    demo: Path, site: Site, name: str, hours: float
) -> None:
    story = by_name(site, name)
    folder = demo / "termine" / str(story.fields.start.day.year) / name[11:]
    [entry] = Calendar.from_ical((folder / "termin.ics").read_bytes()).walk("VEVENT")

    start, end = (entry.decoded(key).replace(tzinfo=BERLIN).astimezone(UTC) for key in ("DTSTART", "DTEND"))

    assert (end - start).total_seconds() == hours * 3600


def test_two_years_on_the_cafe_is_still_closed_on_a_holiday_and_open_when_it_said_so(site: Site) -> None:
    cafe = by_name(site, "nachbarschaftscafe").fields

    starts = [
        one.day for year in (2027, 2028) for one in calendar.occurrences(cafe, date(year, 11, 10), date(year, 11, 30))
    ]

    assert [day.isoformat() for day in starts] == [
        "2027-11-10",
        "2027-11-17",  # Buß- und Bettag, named as an additional day
        "2027-11-24",
        "2028-11-15",
        "2028-11-29",
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("2027/sternennacht", "samstag, 27. märz 2027, 22 uhr"),
        ("2027/viertelfest", "samstag, 29. mai 2027"),
        ("2027/kinderfest", "september 2027"),
        ("2026/adventskonzert", "abgesagt"),
        ("2026/lesung", "verschoben"),
        ("2027/digitale-sprechstunde", "online"),
        ("2026/fahrradtag", "vergangenheit"),
    ],
)
def test_its_pages_say_what_is_known(demo: Path, page: str, said: str) -> None:
    text = (demo / "termine" / page / "index.html").read_text("utf-8").replace("\u00a0", " ").lower()

    assert said in text


def test_a_month_without_a_day_is_in_no_calendar(demo: Path) -> None:
    files = snapshot(demo)

    assert "termine/2027/kinderfest/index.html" in files
    assert "termine/2027/kinderfest/termin.ics" not in files


def test_reports_and_events_name_each_other(demo: Path) -> None:
    event = (demo / "termine/2026/hoffest/index.html").read_text("utf-8")
    report = (demo / "aktuelles/2026/hoffest/index.html").read_text("utf-8")

    assert "aktuelles/2026/hoffest/" in event
    assert "termine/2026/hoffest/" in report
