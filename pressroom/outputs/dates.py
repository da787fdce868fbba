"""The days of events as templates show them: always in full, and with the moment at which each is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from pressroom import calendar, urls
from pressroom.calendar import Occurrence
from pressroom.kinds import Event
from pressroom.outputs import views
from pressroom.outputs.views import Card, Leaf, Link
from pressroom.validate import Site, Story
from pressroom.words import joined


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a series: when, what became of it, and from when on it is over, ``2026-12-05T22:00`` in Berlin."""

    text: str
    note: str
    begin: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month under its name."""

    title: str
    cards: tuple[Card, ...]


def over_at(one: Occurrence) -> datetime:
    """When an occurrence is over for certain: at its end, or with its day where no hour of an end is known."""
    if one.end is not None and one.end_timed and one.end > one.start:
        return one.end
    return datetime.combine(one.last + timedelta(days=1), time.min)


def occasion(one: Occurrence, story: Story[Event], site: Site) -> Card:
    """One day of an event in a list."""
    told = story.fields
    place = site.place(one.place or told.place)
    marks = _instead(one, site)
    if one.place and one.place != told.place:
        marks.append(site.tongue["elsewhere"])
    if one.extra:
        marks.append(site.tongue["extra"])
    if one.last < site.today:
        marks.append(site.tongue["over"])
    exact = one.start.date()
    return Card(
        title=told.title,
        href=story.address,
        summary=one.reason or told.summary,
        kind="event",
        iso=_iso(one),
        date=site.tongue.when(one.begins, one.ends),
        leaf=Leaf(
            site.tongue.weekday(exact),
            site.tongue.say("leaf_day", day=exact.day),
            site.tongue.month(exact),
            str(exact.year),
        ),
        marks=(*marks, *views.marks(story, site)),
        german=story.german,
        status=views.status_word(one.status, site),
        place=place.fields.name if place else "",
        begin=exact.isoformat(),
        ends=_stamp(one),
    )


def _instead(one: Occurrence, site: Site) -> list[str]:
    """The day an occurrence was moved from, where it was moved to another."""
    return (
        [site.tongue.say("instead", day=site.tongue.day(one.day))] if one.moved and one.start.date() != one.day else []
    )


def _iso(one: Occurrence) -> str:
    return f"{one.start:%Y-%m-%dT%H:%M}" if one.timed else one.start.date().isoformat()


def agenda(site: Site, stories: Iterable[Story[Event]], first: date, last: date) -> tuple[Card, ...]:
    """Every day of every event from ``first`` to ``last``, in order; what is known to the month stands at its head."""
    rows: list[tuple[datetime, str, Card]] = []
    for story in stories:
        told = story.fields
        if told.start.day.exact is None:
            if told.start.day.first <= last and told.start.day.last >= first:
                begin = datetime.combine(told.start.day.first, time.min)
                rows.append((begin, story.id, views.card(story, site)))
            continue
        rows += [(one.start, story.id, occasion(one, story, site)) for one in calendar.occurrences(told, first, last)]
    return tuple(card for _, _, card in sorted(rows, key=lambda row: row[:2]))


def by_month(cards: Iterable[Card], site: Site) -> tuple[Month, ...]:
    """Cards in order, under the months they begin in; what began earlier stands under the first."""

    def month(card: Card) -> str:
        return max(card.iso[:7], f"{site.today:%Y-%m}")

    months = []
    for key, members in groupby(cards, key=month):
        # Of an event known to the year, no month is known.
        begin = date(int(key[:4]), int(key[5:7] or 1), 1)
        title = site.tongue.month_and_year(begin) if len(key) > 4 else key
        months.append(Month(title, tuple(members)))
    return tuple(months)


def next_days(story: Story[Event], site: Site, most: int) -> tuple[Day, ...]:
    """The next days of a series, with what became of each."""
    told = story.fields
    if told.rule is None:
        return ()
    found = calendar.upcoming(told, site.today, most, calendar.horizon(site.today))
    return tuple(
        Day(site.tongue.when(one.begins, one.ends), _note(one, site), one.start.date().isoformat(), _stamp(one))
        for one in found
    )


def _stamp(one: Occurrence) -> str:
    return f"{over_at(one):%Y-%m-%dT%H:%M}"


def _note(one: Occurrence, site: Site) -> str:
    """What differs from the rule on this day, and why."""
    place = site.place(one.place)
    parts = [site.tongue[f"status_{one.status}"]] if one.status != "scheduled" else []
    parts += _instead(one, site)
    parts += [site.tongue.say("here", place=place.fields.name)] if place else []
    parts += [site.tongue["extra"]] if one.extra else []
    said = joined(", ", parts)
    return joined("", (said, " (", one.reason, ")")) if one.reason else said


def days_off(story: Story[Event], site: Site) -> tuple[Day, ...]:
    """The days on which a series is off this month and next, each with its reason where one is known."""
    return tuple(
        Day(
            site.tongue.full_day(off.day),
            site.tongue.say("moved_to_day", day=site.tongue.when(off.to.begins, off.to.ends)) if off.to else off.reason,
        )
        for off in calendar.days_off(story.fields, site.today, calendar.soon(site.today))
    )


def subscription(address: str, stories: Iterable[Story[Event]], site: Site) -> tuple[Link, ...]:
    """Ways to have the dates of a list in one's own calendar; none where no day is known."""
    if not any(calendar.can_be_listed(story.fields) for story in stories):
        return ()
    file = urls.calendar(address)
    return Link(site.tongue["subscribe_phone"], urls.webcal(site.turned(file), site.base)), Link(
        site.tongue["calendar_file"], file
    )
