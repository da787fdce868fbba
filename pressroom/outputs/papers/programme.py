"""The dates of a month on a sheet A4 that is printed on both sides and folded once: cover, two pages, back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pressroom import calendar, urls
from pressroom.calendar import Dated, Occurrence, Off
from pressroom.files import File, Typeset, later
from pressroom.kinds import Event
from pressroom.outputs import drawing, frame, views
from pressroom.outputs.papers import offers
from pressroom.outputs.papers.events import hours
from pressroom.outputs.papers.sheet import Said, plain_sheet, said
from pressroom.outputs.views import Fact, fact, facts
from pressroom.validate import Site, Story
from pressroom.words import joined

TEMPLATE = "print/programme.typ"
ORIGIN = "content/events"
PAPER = 297, 210
"""An A4 that lies on its side; folded, it is a booklet A5."""

Row = tuple[Dated, Story[Event]]

_LOUD = ("cancelled", "postponed")
"""What must be known of a date before its title."""


def programmes(site: Site) -> Iterator[File]:
    """The programme of this month and of the next, if they hold dates."""
    for first in site.derived(offers.programmes):
        yield planned(first)


def planned(first: date) -> File:
    """The programme of any month."""
    return later(offers.programme_address(first), ORIGIN, programme, first.isoformat())


def programme(site: Site, begin: str) -> Typeset:
    """The programme of a month, whichever day it is.

    It leads to all dates: the page of a month goes with the month, and paper hangs on.
    """
    first = date.fromisoformat(begin)
    rows = site.derived(offers.rows, begin)
    month = site.tongue.month_and_year(first)
    notice, people = site.settings.funding_notice, _people(rows, site)
    values = {
        "art": drawing.tile(drawing.DAY, views.ACCENTS[first.month % 3], first.month % views.TILES),
        "kicker": said(site.tongue["programme"], site),
        "heading": [said(site.tongue.month(first), site), str(first.year)],
        "offset": first.weekday(),
        "length": calendar.last_of(first).day,
        "lit": sorted(_lit(rows, first)),
        "windows": said(site.tongue["programme_windows"], site),
        "days": _days(rows, first, site),
        "contact": said(site.tongue["contact"], site),
        "call": said(site.tongue["call_us"], site),
        "people": people,
        "phone": next((phone for _, phone, _ in people if phone), ""),
        "phone_label": said(site.tongue["phone"], site),
        "notice": [notice.union, f"{notice.fund} · {notice.region}"],
    }
    address = urls.section("events")
    return plain_sheet(site, address, TEMPLATE, PAPER, site.tongue.say("programme_title", month=month), values)


def _days(rows: tuple[Row, ...], first: date, site: Site) -> list[dict[str, Any]]:
    """The dates by day; the last are those of which only the month is known."""
    days: dict[date | None, list[dict[str, Any]]] = {}
    told: set[str] = set()
    for dated, story in rows:
        day = dated.at.date() if dated.one is not None else None
        entry = _entry(dated, story, site)
        days.setdefault(day, []).append({**entry, "again": story.id in told})
        told.update([story.id] if entry["summary"] else [])
    return [
        {
            "weekday": said(site.tongue.weekday(day), site) if day else said(site.tongue["programme_open"], site),
            "number": said(site.tongue.say("leaf_day", day=day.day), site) if day else "",
            "entries": entries,
        }
        for day, entries in days.items()
    ]


def _lit(rows: tuple[Row, ...], first: date) -> set[int]:
    """The days of the month on which something takes place."""
    days: set[int] = set()
    for one in (dated.one for dated, _ in rows):
        if isinstance(one, Occurrence) and calendar.takes_place(one):
            begin, end = max(one.start.date(), first), min(one.last, calendar.last_of(first))
            days.update(range(begin.day, end.day + 1))
    return days


def _entry(dated: Dated, story: Story[Event], site: Site) -> dict[str, Any]:
    told, one = story.fields, dated.one
    if isinstance(one, Off):
        assert one.to is not None
        new = site.tongue.say("postponed_to", day=site.tongue.when(one.to.begins, one.to.ends))
        note = joined(" · ", (part for part in (new, one.reason) if part))
        at, status = hours(one.begins, None, site), site.tongue["postponed_notice"]
        return _said(site, at, told, status=status, note=note, loud=True, open_=False)
    if one is None:
        loud = told.status in _LOUD
        status = _status(told.status, site)
        known = () if loud else _facts(told, None, site)
        return _said(site, "", told, status=status, loud=loud, open_=not loud, rows=known)
    many = one.start.date() < dated.at.date() or one.last != one.start.date()
    at = site.tongue.when(one.begins, one.ends) if many else hours(one.begins, one.ends, site)
    goes = calendar.takes_place(one)
    return _said(
        site,
        at,
        told,
        status=_status(one.status, site),
        note=joined(" · ", _notes(one, told, site)),
        loud=one.status in _LOUD,
        open_=goes,
        rows=_facts(told, one.place, site) if goes else (),
    )


def _status(status: str, site: Site) -> str:
    return "" if status == "scheduled" else site.tongue[f"{status}_notice"]


def _notes(one: Occurrence, told: Event, site: Site) -> Iterator[str]:
    """What became of the day, and why."""
    if one.moved and one.start.date() != one.day:
        yield site.tongue.say("instead", day=site.tongue.day(one.day))
    elif one.status == "postponed" and not one.moved:
        new = told.new_start
        yield site.tongue.say("postponed_to", day=site.tongue.when(new, None)) if new else site.tongue["postponed_open"]
    if one.place and one.place != told.place:
        yield site.tongue["elsewhere"]
    if one.extra:
        yield site.tongue["extra"]
    if one.reason:
        yield one.reason


def _facts(told: Event, own: str | None, site: Site) -> tuple[Fact, ...]:
    """What somebody who wants to come must know; ``own`` is another place than the event's."""
    place = site.place(own or told.place)
    way_in = place.fields.accessibility if place else None
    return facts(
        fact(site.tongue["where"], place.fields.name if place else None, place.fields.address if place else None),
        fact(site.tongue["cost"], told.cost),
        fact(site.tongue["registration"], told.registration),
        # What is said of the event holds at its own place only.
        fact(site.tongue["accessibility"], way_in if own and own != told.place else told.accessibility or way_in),
    )


def _said(
    site: Site,
    at: str,
    told: Event,
    *,
    status: str = "",
    note: str = "",
    loud: bool = False,
    open_: bool = True,
    rows: tuple[Fact, ...] = (),
) -> dict[str, Any]:
    return {
        "hours": said(at, site),
        "title": said(told.title, site),
        "summary": said(told.summary, site) if open_ else "",
        "status": said(status, site),
        "note": said(note, site),
        "loud": loud,
        "goes": open_,
        "facts": [(said(row.label, site), [said(one.text, site, german=True) for one in row.entries]) for row in rows],
    }


def _people(rows: tuple[Row, ...], site: Site) -> list[tuple[Said, str, list[Said]]]:
    """Whom to ask: the office and the town, then the organizers of the month; with a telephone where it is known."""
    found: dict[str, tuple[str, list[Said]]] = {}
    for contact in (site.settings.office, site.settings.client):
        way = frame.way_to(contact)
        # Names and addresses are never translated; what else is said of them may be.
        lines = [said(line, site, german=True) for line in way.lines]
        lines += [said(line, site) for line in (*way.hours, way.note) if line]
        found[way.name] = way.phone.text if way.phone else "", lines
    for name in dict.fromkeys(story.fields.organizer for _, story in rows):
        partner = site.partner(name)
        if partner is not None and partner.fields.phone:
            found.setdefault(partner.fields.name, (partner.fields.phone, []))
    return [(said(name, site, german=True), phone, lines) for name, (phone, lines) in found.items()]
