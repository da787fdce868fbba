"""Events that come back, from the editor's file to the page, the calendar and the words for them."""

from datetime import date

import pytest
import recurring_ical_events
from icalendar import Calendar

from pressroom import calendar, urls, words
from pressroom.kinds import Event
from pressroom.words.series import rule_in_words
from tests.tongues import GERMAN
from tests.town import EVENT, SITE, Town

SCHOOL = """\
school_holidays:
  - title: Winterferien 2027
    start: 2027-02-08
    end: 2027-02-19
"""

TREFF = """\
---
title: Offener Treff
summary: Mit Kaffee und Kuchen.
start: 2027-01-12 18:00
end: 20:00
place: park
organizer: verein
cost: kostenlos
accessibility: Die Tür ist breit genug für einen Rollstuhl.
topics: [kultur]
repeat:
  every: week
  on: [tuesday]
  until: 2027-06-30
  holidays: skip
  school_holidays: skip
except:
  - date: 2027-03-02
    reason: Betriebsausflug
moved:
  - date: 2027-03-09
    to: 2027-03-10 19:00
    place: saal
    reason: wegen der Wahl
extra:
  - date: 2027-05-06 17:00
    end: 19:00
changes:
  - date: 2027-04-13
    status: cancelled
    reason: Krankheit
---
Wir freuen uns.
"""

SERIES: dict[str, str | bytes | None] = {
    "site.yaml": SITE + SCHOOL,
    "events/treff.md": TREFF,
    "places/saal.yaml": "name: Saal\naddress: Hofgasse 2, 01234 Musterstadt\nlatitude: 51.2\nlongitude: 14.4\n",
}
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)


def entries(town: Town, path: str) -> list[tuple[str, str]]:
    """Start and title of each day of 2027 as a calendar program finds them, in order."""
    data = (town.output / path).read_bytes()
    found = recurring_ical_events.of(Calendar.from_ical(data)).between(FIRST, LAST)
    return sorted((one["DTSTART"].dt.strftime("%Y-%m-%d %H:%M"), str(one["SUMMARY"])) for one in found)


def test_the_calendar_of_a_series_holds_the_days_of_the_site(town: Town) -> None:
    town.write(SERIES)
    town.build()
    [story] = [story for story in town.plan().site.events if story.id == "treff"]

    shown = [
        (f"{day.start:%Y-%m-%d %H:%M}", ("Abgesagt: " if day.status == "cancelled" else "") + "Offener Treff")
        for day in calendar.occurrences(story.fields, FIRST, LAST)
    ]

    assert entries(town, f"{urls.path(story.address).removesuffix('index.html')}termin.ics") == shown
    days = [day for day, _ in shown]
    assert "2027-02-09 18:00" not in days and "2027-02-16 18:00" not in days, "school holidays"
    assert "2027-03-02 18:00" not in days, "off"
    assert "2027-03-09 18:00" not in days and "2027-03-10 19:00" in days, "moved"
    assert "2027-05-06 17:00" in days, "extra"
    assert ("2027-04-13 18:00", "Abgesagt: Offener Treff") in shown


def test_there_is_a_feed_for_everything_each_topic_place_and_organizer(town: Town) -> None:
    town.write(SERIES)

    town.build()

    planned = {path for path in town.bytes() if path.endswith(".ics")}
    assert planned == {
        "termine/termine.ics",
        "termine/thema/kultur/termine.ics",
        "orte/park/termine.ics",
        "partner/verein/termine.ics",
        "termine/2026/fest/termin.ics",
        "termine/2027/treff/termin.ics",
    }
    assert ("2027-01-12 18:00", "Offener Treff") in entries(town, "orte/park/termine.ics")
    assert entries(town, "orte/park/termine.ics") == entries(town, "termine/termine.ics")


def test_the_description_says_what_one_wants_to_know_on_the_way(town: Town) -> None:
    town.write(SERIES)

    town.build()

    data = (town.output / "termine/2027/treff/termin.ics").read_bytes()
    series, *days = Calendar.from_ical(data).walk("VEVENT")
    assert str(series["DESCRIPTION"]).split("\n") == [
        "Mit Kaffee und Kuchen.",
        "Ort: Stadtpark, Parkweg 1, 01234 Musterstadt",
        "Kosten: kostenlos",
        "Barrierefreiheit: Die Tür ist breit genug für einen Rollstuhl.",
        "https://muster.example/viertel/termine/2027/treff/",
    ]
    moved = next(day for day in days if day.decoded("DTSTART").day == 10)
    assert str(moved["LOCATION"]) == "Saal, Hofgasse 2, 01234 Musterstadt"
    assert str(moved["DESCRIPTION"]).startswith("Wegen der Wahl.\nMit Kaffee")
    assert "GEO" in moved and "GEO" not in series


def test_every_change_raises_the_number_of_the_entry(town: Town) -> None:
    def number(text: str) -> int:
        town.write({"events/2026-12-05-fest.md": text})
        town.build()
        data = (town.output / "termine/2026/fest/termin.ics").read_bytes()
        return int(str(Calendar.from_ical(data).walk("VEVENT")[0]["SEQUENCE"]))

    steps = [
        EVENT,
        EVENT.replace("place:", "status: postponed\nplace:"),
        EVENT.replace("place:", "status: postponed\nnew_start: 2026-12-12 18:00\nplace:"),
        EVENT.replace("place:", "status: cancelled\nplace:"),
        EVENT.replace("place:", "updated: 2026-11-20\nplace:"),
    ]
    numbers = [number(text) for text in steps]

    assert numbers[0] == 0
    assert numbers == sorted(set(numbers))


def test_a_series_without_end_leaves_out_the_holidays_of_the_next_years(town: Town) -> None:
    """Until the end of the year after next, so that two builds of a year give the same bytes."""
    text = TREFF.replace("  until: 2027-06-30\n", "").replace("  school_holidays: skip\n", "")
    town.write({**SERIES, "events/treff.md": text.replace("2027-01-12", "2026-11-03")})
    town.build(today=date(2026, 11, 22))
    before = town.read("termine/2026/treff/termin.ics")

    town.build(today=date(2026, 12, 31))
    assert town.read("termine/2026/treff/termin.ics") == before
    town.build(today=date(2027, 1, 1))

    # 25 December 2029 is a Tuesday, 2030 begins with one.
    assert "20291225T180000" not in before
    assert "20291225T180000" in town.read("termine/2026/treff/termin.ics").replace("\r\n ", "")


def test_a_series_is_listed_until_its_last_day(town: Town) -> None:
    town.write(SERIES)

    town.build(today=date(2027, 6, 29))
    during = town.read("termine/index.html")
    town.build(today=date(2027, 6, 30))
    after = town.read("termine/index.html")

    assert "Was regelmäßig ist" in during and "Was regelmäßig ist" not in after
    assert "Rückblick 2027" in town.read("termine/2027/index.html")


def test_school_holidays_end_after_they_begin(town: Town) -> None:
    town.write({"site.yaml": SITE + SCHOOL.replace("2027-02-19", "2026-02-19")})

    [mistake] = [problem for problem in town.check() if problem.severity == "error"]

    assert (mistake.code, mistake.path) == ("date-order", "content/site.yaml")


def test_an_entry_is_written_once_and_stands_in_every_calendar(town: Town) -> None:
    town.write(SERIES)

    town.build()

    files = {path: data for path, data in town.bytes().items() if path.endswith(".ics")}
    single = files["termine/2027/treff/termin.ics"]
    entry = single[single.index(b"BEGIN:VEVENT") : single.rindex(b"END:VCALENDAR")]
    assert all(entry in files[path] for path in ("termine/termine.ics", "orte/park/termine.ics"))
    assert all(data.count(b"BEGIN:VTIMEZONE") == 1 for data in files.values())


def test_an_entry_for_subscribers_begins_with_their_scheme() -> None:
    address = urls.calendar(urls.section("events"))

    assert urls.webcal(address, "https://muster.example/viertel/") == (
        "webcal://muster.example/viertel/termine/termine.ics"
    )


@pytest.mark.parametrize(
    ("start", "end", "repeat", "said"),
    [
        ("2027-01-12 18:00", "20:00", {"every": "week", "holidays": "skip", "until": "2027-06-30"},
         "jeden Dienstag, 18 bis 20 Uhr, außer an Feiertagen, bis 30.\u00a0Juni 2027"),
        ("2027-01-12 18:00", None, {"every": "month", "on": "2nd tuesday"}, "jeden 2. Dienstag im Monat, 18 Uhr"),
        ("2027-01-29 18:30", None, {"every": "month", "on": "last friday"},
         "jeden letzten Freitag im Monat, 18:30 Uhr"),
        ("2027-01-05 18:00", None, {"every": "month", "on": "1st tuesday, 3rd tuesday"},
         "jeden 1. und 3. Dienstag im Monat, 18 Uhr"),
        ("2027-01-12 18:00", None, {"every": "3 months", "on": "2nd tuesday"},
         "alle 3 Monate am 2. Dienstag, 18 Uhr"),
        ("2027-01-11", None, {"every": "2 weeks", "on": "monday, wednesday"},
         "alle 2 Wochen am Montag und Mittwoch"),
        ("2027-01-11 08:00", "16:00", {"every": "week", "on": "monday, tuesday, wednesday, thursday, friday",
                                       "school_holidays": "skip"},
         "jede Woche von Montag bis Freitag, 8 bis 16 Uhr, außer in den Schulferien"),
        ("2027-01-11", None, {"every": "day", "times": "1"}, "jeden Tag, 1 Termin"),
        ("2027-01-12", None, {"every": "month", "times": "6"}, "am 12. jedes Monats, 6 Termine"),
        ("2027-01-31", None, {"every": "month", "on": "last day"}, "am letzten Tag jedes Monats"),
        ("2027-05-09", None, {"every": "year"}, "jedes Jahr am 9.\u00a0Mai"),
        ("2027-01-15 22:00", "2027-01-16 02:00", {"every": "week"}, "jeden Freitag, 22 bis 2 Uhr"),
        ("2027-01-15 18:00", "2027-01-17 14:00", {"every": "4 weeks"},
         "alle 4 Wochen am Freitag, 18 Uhr, bis Sonntag, 14 Uhr"),
        ("2027-01-12", None, {"rule": "FREQ=MONTHLY;BYDAY=2TU"}, "jeden 2. Dienstag im Monat"),
        ("2027-01-29", None, {"rule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"}, ""),
        ("2027-01-12", None, {"rule": "FREQ=YEARLY;BYDAY=2TU"}, ""),
        ("2027-01-12", None, None, ""),
    ],
)  # fmt: skip
def test_a_rule_is_said_as_a_neighbour_would(start: str, end: str | None, repeat: object, said: str) -> None:
    fields = {"title": "a", "summary": "b", "start": start, "end": end, "repeat": repeat}
    event = Event.model_validate({name: value for name, value in fields.items() if value is not None})

    assert rule_in_words(event, GERMAN) == said


def test_a_note_becomes_a_sentence() -> None:
    assert words.sentence("wegen Krankheit") == "Wegen Krankheit."
    assert words.sentence("Fällt aus!") == "Fällt aus!"
