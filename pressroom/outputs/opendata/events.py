"""The dates as values: each event once, with the days it takes place on.

A single event has its day, however long ago. A series has its days from the first of this month to the end of the last
month that has a page (``calendar.ahead``), so that the file changes with a month and not every day. An event whose day
is not known has none.
"""

from datetime import date, datetime
from typing import Any

from pressroom import calendar, urls, words
from pressroom.calendar import Occurrence
from pressroom.kinds import Event, Place
from pressroom.kinds.dates import BERLIN
from pressroom.kinds.event import STATUS_LABELS
from pressroom.outputs.structured import moment
from pressroom.validate import Site, Story
from pressroom.words.series import rule_in_words

Record = dict[str, Any]
"""JSON: texts, numbers, lists, records, None for what is unknown."""


def records(site: Site) -> tuple[Record, ...]:
    """All published events, the earliest first."""
    return tuple(site.derived(_record, story.id) for story in reversed(site.events) if not story.draft)


def _record(site: Site, name: str) -> Record:
    story: Story[Event] = site.story("events", name)
    told = story.fields
    place, organizer = site.place(told.place), site.partner(told.organizer)
    new = told.new_start if told.status == "postponed" else None
    return {
        "id": story.id,
        "titel": told.title,
        "zusammenfassung": told.summary,
        "status": STATUS_LABELS[told.status],
        "beginn": moment(told.start),
        "ende": moment(told.end),
        "neuer_beginn": moment(new),
        "serie": told.rule is not None,
        "wiederholung": rule_in_words(told, site.tongue) or None,
        "ort": _where(place),
        "veranstalter": organizer.fields.name if organizer else None,
        "kosten": told.cost,
        "anmeldung": told.registration,
        "fuer_wen": told.audience,
        "sprachen": told.languages,
        "barrierefreiheit": told.accessibility or (place.fields.accessibility if place else None),
        "themen": [site.settings.topics[topic] for topic in told.topics],
        "url": urls.absolute(story.address, site.base),
        "kalender_url": urls.absolute(urls.beside(story.address, "termin.ics"), site.base)
        if calendar.can_be_listed(told)
        else None,
        "stand": story.changed or None,
        "tage": [_day(one, site) for one in _days(told, site)],
    }


def _days(told: Event, site: Site) -> tuple[Occurrence, ...]:
    if told.rule is None:
        return calendar.occurrences(told, date.min, date.max)
    return calendar.occurrences(told, site.today.replace(day=1), calendar.ahead(site.today))


def _day(one: Occurrence, site: Site) -> Record:
    return {
        "beginn": _local(one.start, one.timed),
        "ende": _local(one.end, one.end_timed) if one.end is not None else None,
        "status": STATUS_LABELS[one.status],
        "anderer_ort": _where(site.place(one.place)),
        "anmerkung": words.sentence(one.reason) if one.reason else None,
    }


def _where(place: Story[Place] | None) -> Record | None:
    """A place with its address and, where they are known, its degrees (WGS 84)."""
    if place is None:
        return None
    told = place.fields
    return {
        "name": told.name,
        "anschrift": told.address,
        "breite": float(told.latitude) if told.latitude is not None else None,
        "laenge": float(told.longitude) if told.longitude is not None else None,
    }


def _local(at: datetime, timed: bool) -> str:
    """Wall time in Berlin with its distance from UTC; a day alone where the hour is not known."""
    return at.replace(tzinfo=BERLIN).isoformat() if timed else at.date().isoformat()
