"""From entries to an iCalendar file."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from pressroom.calendar.days import Occurrence
from pressroom.calendar.entry import Entry, Override
from pressroom.calendar.zone import berlin
from pressroom.kinds.dates import BERLIN
from pressroom.kinds.event import Status

_CLOSING = b"END:VCALENDAR\r\n"
_PRODUCT = "-//Bautzen-Gesundbrunnen//pressroom//DE"
_STATUS: dict[Status, str] = {
    "scheduled": "CONFIRMED",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
    "online": "CONFIRMED",
}


def opening(name: str, timed: bool) -> bytes:
    """The head of a calendar file (RFC 5545), with VTIMEZONE where an entry has an hour, up to where entries begin."""
    # Imported by need: the library takes longer to load than most builds have calendars to make.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    # Programs that subscribe look once a day (RFC 7986, 5.7); some know the older name alone.
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    text: bytes = calendar.to_ical()
    return text.removesuffix(_CLOSING) + (berlin() if timed else b"")


def written(entry: Entry) -> bytes:
    """One entry with its overrides, lines folded by bytes: a piece of every calendar file that holds it."""
    components = (_series(entry), *(_one_day(entry, override) for override in entry.overrides))
    return b"".join(component.to_ical() for component in components)


def joined(head: bytes, entries: Iterable[bytes]) -> bytes:
    """A calendar file from its head and its entries, all written already."""
    return head + b"".join(entries) + _CLOSING


def _series(entry: Entry) -> Any:
    """The entry with its rule; a single event is one without."""
    from icalendar import vRecur

    timed = entry.first.timed
    component = _component(entry, entry.first, entry.description, entry.location, entry.geo)
    if entry.times.rule:
        component.add("rrule", vRecur.from_ical(entry.times.rule))
    for name, instants in (("exdate", entry.times.without), ("rdate", entry.times.additional)):
        if instants:
            parameters = {} if timed else {"VALUE": "DATE"}
            component.add(name, [_value(at, timed) for at in instants], parameters=parameters)
    return component


def _one_day(entry: Entry, override: Override) -> Any:
    component = _component(entry, override.occurrence, override.description, override.location, override.geo)
    component.add("recurrence-id", _value(override.original, entry.first.timed))
    return component


def _component(entry: Entry, one: Occurrence, description: str, location: str, geo: tuple[float, float] | None) -> Any:
    from icalendar import Event

    component = Event()
    component.add("uid", entry.uid)
    stamp = datetime(entry.stamp.year, entry.stamp.month, entry.stamp.day, tzinfo=UTC)
    component.add("dtstamp", stamp)
    component.add("sequence", entry.sequence)
    spoken = entry.spoken
    component.add("summary", spoken.titled(one.status, entry.title), parameters=_in(spoken.title_lang))
    component.add("dtstart", _value(one.start, one.timed))
    end = _end(one)
    if end is not None:
        component.add("dtend", end)
    component.add("status", _STATUS[one.status])
    if one.status == "cancelled" or not entry.busy:
        # Nobody is kept busy by what does not take place, nor by a reminder.
        component.add("transp", "TRANSPARENT")
    texts = (("description", description, spoken.text_lang), ("location", location, spoken.place_lang))
    for key, value, lang in (*texts, ("url", entry.url, "")):
        if value:
            component.add(key, value, parameters=_in(lang))
    if geo:
        component.add("geo", geo)
    return component


def _in(lang: str) -> dict[str, str]:
    """The parameter that names the language of a text."""
    return {"LANGUAGE": lang} if lang else {}


def _value(local: datetime, timed: bool) -> date | datetime:
    return local.replace(tzinfo=BERLIN) if timed else local.date()


def _end(one: Occurrence) -> date | datetime | None:
    """DTEND: the first moment, or of whole days the first day, that no longer belongs to it (RFC 5545, 3.6.1)."""
    if one.end is None:
        return None
    if one.timed and one.end_timed:
        return _value(one.end, True) if one.end > one.start else None
    if not one.timed:
        return one.last + timedelta(days=1)
    # The hour of the end is not known: the entry lasts until that day is over.
    later = one.last > one.start.date()
    return _value(datetime.combine(one.last + timedelta(days=1), time.min), True) if later else None
