"""The pages of dates: by month, by year, by rule; and what machines are told of them."""

import json
import re
from datetime import date

from tests.town import EVENT, NEWS, TODAY, Town

WEEKLY = EVENT.replace("2026-12-05", "2026-11-24").replace(
    "place: park",
    "place: park\nrepeat:\n  every: week\nchanges:\n  - date: 2026-12-08\n    status: cancelled\n    reason: Rohrbruch",
)


def shown(page: str) -> list[str]:
    """The dates of the cards of a page, in order."""
    return [text.replace("\xa0", " ") for text in re.findall(r"data-when>([^<]*?)(?: · [^<]*)?</p>", page)]


def facts_for_machines(page: str) -> dict[str, object]:
    """The schema.org event of a page."""
    blocks = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    found: dict[str, object] = next(
        block
        for block in (blocks if isinstance(blocks, list) else blocks.get("@graph", [blocks]))
        if block["@type"] == "Event"
    )
    return found


def test_announced_dates_stand_under_their_months_in_order(town: Town) -> None:
    town.write({"events/a.md": EVENT.replace("2026-12-05", "2027-02-01"), "events/b.md": WEEKLY})
    town.build()
    page = town.read("termine/index.html")

    assert re.findall(r'<h3 class="dates-month">([^<]*)</h3>', page) == [
        "November 2026",
        "Dezember 2026",
        "Februar 2027",
    ]
    assert shown(page)[:3] == [
        "Dienstag, 24. November 2026, 18 bis 22 Uhr",
        "Dienstag, 1. Dezember 2026, 18 bis 22 Uhr",
        "Samstag, 5. Dezember 2026, 18 bis 22 Uhr",
    ]
    # Day by day to the end of next month; the rule and the months' own pages tell the rest.
    assert shown(page)[-1] == "Montag, 1. Februar 2027, 18 bis 22 Uhr"
    assert "Dienstag, 5. Januar 2027" not in page.replace("\xa0", " ")
    assert "Jeden Dienstag, 18 bis 22 Uhr" in page.replace("\xa0", " ")
    assert (town.output / "termine/monat/2027-10/index.html").is_file()
    assert not (town.output / "termine/monat/2027-11").exists()


def test_a_day_that_is_cancelled_says_so_before_anything_else_and_why(town: Town) -> None:
    town.write({"events/b.md": WEEKLY})
    town.build()

    month = town.read("termine/monat/2026-12/index.html")
    card = month.split('data-begin="2026-12-08"')[1].split("</article>")[0]
    assert card.index('<p class="card-status">Abgesagt.</p>') < card.index("card-title")
    assert '<p class="card-summary">Rohrbruch</p>' in card
    cell = month.split('<time datetime="2026-12-08" class="month-day">')[1].split("</td>")[0]
    assert "18 Uhr, abgesagt" in cell
    own = town.read("termine/2026/b/index.html").replace("\xa0", " ")
    assert '8. Dezember 2026, 18 bis 22 Uhr <strong class="days-note">abgesagt (Rohrbruch)</strong>' in own


def test_what_is_over_stands_in_its_year_with_the_news_about_it(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "events: [2026-12-05-fest]\ntopics:")})
    town.build(today=date(2027, 1, 1))

    year = town.read("termine/2026/index.html")
    assert "Rückblick 2026" in year
    assert 'Nachricht dazu: <a href="../../aktuelles/2026/park/">' in year
    assert "Nachrichten dazu" in town.read("termine/2026/fest/index.html")
    assert 'termine/2026/">2026</a>' in town.read("termine/index.html")


def test_a_link_in_the_text_counts_as_news_about_an_event(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + "\nWie [das Fest](../events/2026-12-05-fest.md) war.\n"})
    town.build()

    assert "Nachrichten dazu" in town.read("termine/2026/fest/index.html")


def test_news_that_names_an_event_that_is_not_there_is_told(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "events: [2026-12-05-fets]\ntopics:")})
    (problem,) = (problem for problem in town.check() if problem.severity == "error")

    assert (problem.code, problem.line) == ("id-unknown", 5)
    assert "2026-12-05-fest" in problem.cure


def test_an_event_says_whom_it_is_for_in_which_languages_and_whom_to_ask(town: Town) -> None:
    more = "audience: Kinder ab 6 Jahren\nlanguages: Deutsch, Russisch\nphone: 01234 567-80\ntopics:"
    town.write({"events/2026-12-05-fest.md": EVENT.replace("topics:", more)})
    town.build()
    page = town.read("termine/2026/fest/index.html").replace("\xa0", " ")

    for words in ("Kinder ab 6 Jahren", "Deutsch, Russisch", 'href="tel:+49123456780">01234 567-80</a>'):
        assert words in page


def test_machines_are_told_no_place_nobody_named(town: Town) -> None:
    town.write({"events/2026-12-05-fest.md": EVENT.replace("place: park\n", "")})
    town.build()

    assert "location" not in facts_for_machines(town.read("termine/2026/fest/index.html"))


def test_machines_are_told_of_a_new_time_and_of_a_rule(town: Town) -> None:
    moved = EVENT.replace("place: park", "place: park\nstatus: postponed\nnew_start: 2026-12-12 19:00")
    town.write({"events/a.md": moved, "events/b.md": WEEKLY})
    town.build()

    told = facts_for_machines(town.read("termine/2026/a/index.html"))
    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (told["startDate"], told["previousStartDate"]) == ("2026-12-12T19:00:00+01:00", "2026-12-05T18:00:00+01:00")
    schedule = facts_for_machines(town.read("termine/2026/b/index.html"))["eventSchedule"]
    assert isinstance(schedule, dict)
    assert (schedule["repeatFrequency"], schedule["startTime"]) == ("P1W", "18:00")
    assert schedule["scheduleTimezone"] == "Europe/Berlin"


def test_topics_places_and_organizers_offer_their_own_calendar(town: Town) -> None:
    town.build(today=TODAY)

    for path in ("termine/thema/kultur/index.html", "orte/park/index.html", "partner/verein/index.html"):
        page = town.read(path)
        assert 'href="webcal://muster.example/viertel/' in page, path
        assert f'{path.removesuffix("index.html")}termine.ics">Kalenderdatei (.ics)</a>' in page, path
        assert (town.output / path).with_name("termine.ics").is_file()
