"""A site nobody has built for a while: what the reader's own clock makes of it, wherever the reader is.

The pages are those of the made-up town, built on one day in November 2026; the browser's clock is another day's.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.browser import Visit, Visitor, needed
from tests.town import EVENT, Town

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["Europe/Berlin", "America/New_York", "Asia/Tokyo"]
LISTS = "[data-dates] [data-ends]"

NIGHT = (
    EVENT.replace("2026-12-05 18:00", "{start}").replace("2026-12-05 22:00", "{end}").replace("Fest im Park", "{title}")
)


@contextmanager
def at(public: Path, real: Visitor, path: str, moment: str, zone: str = "Europe/Berlin") -> Iterator[Visit]:
    """A page opened when it is ``moment`` in Berlin, on a device set to ``zone``."""
    when = datetime.fromisoformat(moment).replace(tzinfo=BERLIN)
    with Visitor(real.browser, public).visit(path, 768, timezone_id=zone, clock=when) as visit:
        yield visit


def announced(visit: Visit) -> list[str]:
    """The moments at which what is shown as announced will be over."""
    shown: list[str] = visit.ask(
        f"() => [...document.querySelectorAll('{LISTS}')].filter(e => e.checkVisibility()).map(e => e.dataset.ends)"
    )
    return shown


@needed
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("path", ["index.html", "termine/index.html"])
@pytest.mark.parametrize(
    "moment", ["2026-11-22T10:00", "2026-12-24T23:59", "2027-03-28T01:59", "2027-03-28T03:00", "2026-10-25T02:30"]
)
def test_nothing_that_is_over_is_announced(invented: Path, real: Visitor, path: str, moment: str, zone: str) -> None:
    with at(invented, real, path, moment, zone) as visit:
        assert [ends for ends in announced(visit) if ends and ends <= moment] == []
        assert visit.complaints == []


@needed
@pytest.mark.parametrize("zone", ZONES)
def test_after_two_years_without_a_build_no_past_date_is_announced_and_the_lists_say_so(
    invented: Path, real: Visitor, zone: str
) -> None:
    with at(invented, real, "index.html", "2028-11-22T12:00", zone) as visit:
        assert announced(visit) == []
        assert visit.page.locator("[data-dry]").first.is_visible()
    with at(invented, real, "termine/index.html", "2028-11-22T12:00", zone) as visit:
        # Of a series without end, days are listed for two months only; they are over too.
        assert [ends for ends in announced(visit) if ends] == []
        assert not visit.page.locator("[data-month]").first.is_visible()


@needed
def test_what_is_over_moves_to_what_has_been_the_latest_first(invented: Path, real: Visitor) -> None:
    with at(invented, real, "termine/index.html", "2026-12-24T12:00") as visit:
        moved = visit.ask("() => [...document.querySelectorAll('[data-over] [data-ends]')].map(e => e.dataset)")

    assert len(moved) > 5
    assert max(entry["ends"] for entry in moved) <= "2026-12-24T12:00"
    fresh = [entry["begin"] for entry in moved if entry["ends"] > "2026-11-22"]
    assert fresh == sorted(fresh, reverse=True)


@needed
@pytest.mark.parametrize("zone", ZONES)
def test_today_and_tomorrow_are_those_of_berlin(town: Town, real: Visitor, zone: str) -> None:
    town.build()
    for moment, word in (
        ("2026-12-03T23:59", ""),
        ("2026-12-04T00:00", "Morgen: "),
        ("2026-12-05T00:00", "Heute: "),
        ("2026-12-05T21:59", "Heute: "),
    ):
        with at(town.output, real, "index.html", moment, zone) as visit:
            said = visit.page.locator("[data-dates] .card-meta").first.inner_text()

            assert said.startswith(f"{word}Samstag, 5."), moment
    with at(town.output, real, "index.html", "2026-12-05T22:00", zone) as visit:
        assert announced(visit) == []
        assert visit.page.locator("[data-dry]").is_visible()


@needed
@pytest.mark.parametrize("zone", ZONES)
def test_in_the_nights_of_clock_change_an_hour_that_comes_twice_is_over_after_the_second(
    town: Town, real: Visitor, zone: str
) -> None:
    """In spring two o'clock becomes three; in autumn the hour from two to three comes twice."""
    spring = NIGHT.format(title="Frühlingsnacht", start="2027-03-27 22:00", end="2027-03-28 03:30")
    autumn = NIGHT.format(title="Herbstnacht", start="2027-10-30 22:00", end="2027-10-31 03:00")
    town.write({"events/a.md": spring, "events/b.md": autumn, "events/2026-12-05-fest.md": None})
    town.build()

    for moment, left in (
        ("2027-03-28T01:59+01:00", 2),
        ("2027-03-28T03:29+02:00", 2),
        ("2027-03-28T03:30+02:00", 1),
        ("2027-10-31T02:59+02:00", 1),
        ("2027-10-31T02:59+01:00", 1),
        ("2027-10-31T03:00+01:00", 0),
    ):
        when = datetime.fromisoformat(moment)
        with Visitor(real.browser, town.output).visit("index.html", 768, timezone_id=zone, clock=when) as visit:
            assert len(announced(visit)) == left, moment


@needed
def test_an_event_says_by_itself_that_it_is_over(town: Town, real: Visitor) -> None:
    town.build()

    for moment, shown in (("2026-12-05T23:59", False), ("2026-12-06T00:00", True)):
        with at(town.output, real, "termine/2026/fest/index.html", moment) as visit:
            assert visit.page.locator("[data-past]").is_visible() is shown


@needed
def test_the_page_shows_three_dates_and_moves_the_next_ones_up(invented: Path, real: Visitor) -> None:
    for moment in ("2026-11-22T08:00", "2026-12-01T08:00"):
        with at(invented, real, "index.html", moment) as visit:
            assert len(announced(visit)) == 3


@needed
def test_without_javascript_every_date_is_told_in_full_and_none_is_called_next(invented: Path, real: Visitor) -> None:
    visitor = Visitor(real.browser, invented)
    for path in ("index.html", "termine/index.html"):
        with visitor.visit(path, 360, java_script_enabled=False) as visit:
            told = visit.page.locator("[data-dates]").first.inner_text()

        for word in ("heute", "morgen", "nächste", "demnächst"):
            assert word not in told.lower()
        assert "2026" in told


def test_the_script_is_under_a_kilobyte(invented: Path) -> None:
    (script,) = (invented / "assets").glob("clock-*.js")

    assert len(gzip.compress(script.read_bytes())) < 1024
