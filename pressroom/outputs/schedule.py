"""The pages of dates: what is announced, month by month, and what is over, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pressroom import calendar, urls
from pressroom.calendar import Occurrence
from pressroom.files import File, Page, later
from pressroom.kinds import Event
from pressroom.outputs import dates, listings, opendata, views
from pressroom.outputs.frame import page
from pressroom.outputs.papers import offers
from pressroom.outputs.stories import above
from pressroom.outputs.views import Link
from pressroom.validate import Site, Story
from pressroom.words import joined

MOST_ROWS = 60
"""So many dates stand on the first page; what comes later stands on the months' own."""
LATEST = 5
"""So many of the events that are over stand on the first page; years of their own hold them all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the grid of a month; without a number, the row begins or ends in another month."""

    number: str
    iso: str
    entries: tuple[tuple[Link, str], ...]


def events(site: Site) -> Iterator[File]:
    """What is announced, by month; what comes back; what comes every year; and the way to what is over."""
    yield later(urls.section("events"), "content/events", announced)


def announced(site: Site) -> Page:
    """The page of all that is to come."""
    coming = [story for story in site.events if not calendar.is_over(story.fields, site.today)]
    series = [story for story in coming if story.fields.rule is not None]
    single = [story for story in coming if story.fields.rule is None]
    rows = dates.agenda(site, single, site.today, date.max)
    rows += dates.agenda(site, series, site.today, calendar.soon(site.today))
    rows = tuple(sorted(rows, key=lambda card: (card.iso, card.title)))
    over = [story for story in site.events if calendar.is_over(story.fields, site.today)]
    values = {
        "introduction": site.tongue["events_introduction"],
        "art": views.drawn(listings.DRAWINGS["events"], 300, 240),
        "months": dates.by_month(rows[:MOST_ROWS], site),
        "sheets": tuple(_sheet(first, site) for first, _ in site.derived(_months)),
        "programmes": offers.of_months(site),
        "series": tuple((views.link(story), views.dated(story.fields, site)) for story in series),
        "yearly": tuple(
            (day.title, day.rule, day.text, tuple(views.source(source, site.tongue) for source in day.sources))
            for day in site.settings.yearly
        ),
        "known_on": site.tongue.day(site.today),
        "over": tuple(views.card(story, site) for story in over[:LATEST]),
        "years": tuple(Link(str(year), urls.by_year("events", year)) for year in _years(over)),
        "topics": listings.filters(site, "events"),
        "places": _places(site),
        "subscriptions": dates.subscription(urls.section("events"), site.events, site),
    }
    return page(
        site,
        urls.section("events"),
        "pages/schedule.html",
        values,
        title=site.tongue["events"],
        description=site.tongue["events_introduction"],
        alternates=opendata.alternates(opendata.EVENTS),
    )


def _places(site: Site) -> tuple[Link, ...]:
    used = {story.fields.place for story in site.events}
    return tuple(views.link(place) for place in site.places if place.id in used)


def _sheet(first: date, site: Site) -> Link:
    return Link(site.tongue.month_and_year(first), urls.by_month(first))


def _months(site: Site) -> tuple[tuple[date, list[tuple[Occurrence, Story[Event]]]], ...]:
    """The months from this one on in which anything is, with all there is in them, in order."""
    first, last = site.today.replace(day=1), calendar.ahead(site.today)
    held: dict[date, list[tuple[Occurrence, Story[Event]]]] = {}
    for story in site.events:
        for one in calendar.occurrences(story.fields, first, last):
            month = max(one.start.date().replace(day=1), first)
            # What lasts beyond a month stands in each it touches.
            while month <= min(one.last, last):
                held.setdefault(month, []).append((one, story))
                month = calendar.month_after(month)
    return tuple(
        (month, sorted(days, key=lambda pair: (pair[0].start, pair[1].id))) for month, days in sorted(held.items())
    )


def months(site: Site) -> Iterator[File]:
    """A page for each month there is something in."""
    for first, _ in site.derived(_months):
        yield later(urls.by_month(first), "content/events", month, first.isoformat())


def month(site: Site, begin: str) -> Page:
    """The list of a month, then the same as a grid of weeks."""
    first = date.fromisoformat(begin)
    held = site.derived(_months)
    place = [month for month, _ in held].index(first)
    days, name = held[place][1], site.tongue.month_and_year(first)
    values = {
        "introduction": site.tongue.say("month_introduction", month=name),
        "cards": tuple(dates.occasion(one, story, site) for one, story in days),
        "weekdays": tuple(site.tongue.weekday(date(2024, 1, 1 + day)) for day in range(7)),
        "weeks": _weeks(first, days, site),
        "caption": name,
        "known_on": site.tongue.day(site.today),
        "programmes": offers.of_months(site, first),
        "before": _sheet(held[place - 1][0], site) if place else None,
        "after": _sheet(held[place + 1][0], site) if place + 1 < len(held) else None,
    }
    return page(
        site,
        urls.by_month(first),
        "pages/month.html",
        values,
        title=site.tongue.say("month_title", month=name),
        description=site.tongue.say("month_description", month=name),
        crumbs=above(site, "events"),
        listed=False,
    )


def _weeks(first: date, days: list[tuple[Occurrence, Story[Event]]], site: Site) -> tuple[tuple[Cell, ...], ...]:
    """The days of a month in rows that begin on Monday; what lasts for days stands in each of them."""
    held: dict[date, list[tuple[Link, str]]] = {}
    for one, story in days:
        day = one.start.date()
        while day <= one.last:
            hour = site.tongue.hour(one.start.time()) if one.timed and day == one.start.date() else ""
            if one.end is not None and one.end_timed and day == one.end.date() > one.start.date():
                hour = site.tongue.say("until", end=site.tongue.hour(one.end.time()))
            status = site.tongue[f"status_{one.status}"] if one.status != "scheduled" else ""
            note = joined(", ", (part for part in (hour, status) if part))
            held.setdefault(day, []).append((views.link(story), note))
            day += timedelta(days=1)
    begin = first - timedelta(days=first.weekday())
    rows = []
    while begin < first or begin.month == first.month:
        row = [begin + timedelta(days=day) for day in range(7)]
        rows.append(
            tuple(
                Cell(str(day.day), day.isoformat(), tuple(held.get(day, ())))
                if day.month == first.month
                else Cell("", "", ())
                for day in row
            )
        )
        begin += timedelta(days=7)
    return tuple(rows)


def _years(over: list[Story[Event]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_year(story) for story in over))


def _year(story: Story[Event]) -> int:
    """The year an event was over in."""
    return (calendar.last_day(story.fields) or story.fields.start.day.last).year


def _over(site: Site) -> dict[int, list[Story[Event]]]:
    """What is over, by the year it was over in."""
    over: dict[int, list[Story[Event]]] = {}
    for story in site.events:
        if calendar.is_over(story.fields, site.today):
            over.setdefault(_year(story), []).append(story)
    return over


def archive(site: Site) -> Iterator[File]:
    """What is over, a page for each year."""
    for year in sorted(site.derived(_over)):
        yield later(urls.by_year("events", year), "content/events", review, year)


def review(site: Site, year: int) -> Page:
    """What was over in a year, with the news about it."""
    cards = []
    for story in site.derived(_over)[year]:
        told = site.reports(story.id)
        report = views.link(told[0]) if told else None
        # That all of these are over is what the page's title says.
        card = views.card(story, site)
        cards.append(
            replace(card, report=report, marks=tuple(mark for mark in card.marks if mark != site.tongue["over"]))
        )
    return page(
        site,
        urls.by_year("events", year),
        "pages/archive.html",
        {"introduction": site.tongue.say("review_introduction", year=year), "cards": tuple(cards)},
        title=site.tongue.say("review_title", year=year),
        description=site.tongue.say("review_description", year=year),
        crumbs=above(site, "events"),
    )
