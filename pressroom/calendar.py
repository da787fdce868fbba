"""When an event is, whether it is over, and how a calendar program is told."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from pressroom.kinds import Event
from pressroom.kinds.dates import BERLIN, Moment

_PRODUCT = "-//Bautzen-Gesundbrunnen//pressroom//DE"
_STATUS = {
    "scheduled": "CONFIRMED",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
    "online": "CONFIRMED",
}
_PREFIX = {"cancelled": "Abgesagt: ", "postponed": "Verschoben: "}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as a calendar program is told of it. Times are wall time in Europe/Berlin."""

    uid: str
    title: str
    start: Moment
    end: Moment | None
    stamp: date
    status: str
    description: str
    location: str
    url: str
    geo: tuple[float, float] | None = None


def last_day(event: Event) -> date:
    """The last day on which the event may still be going on, as far as it is known."""
    return max(event.start.day.last, event.end.day.last if event.end else event.start.day.last)


def is_over(event: Event, today: date) -> bool:
    """Whether the event certainly lies in the past. One whose month alone is known is over with that month."""
    return last_day(event) < today


def can_be_listed(event: Event) -> bool:
    """Whether a calendar can hold it: it needs a day, and we invent none."""
    return event.start.day.exact is not None and (event.end is None or event.end.day.exact is not None)


def to_ics(name: str, entries: tuple[Entry, ...]) -> bytes:
    """An iCalendar file (RFC 5545) with VTIMEZONE, lines folded by bytes."""
    # Imported by need: the library takes longer to load than most builds have calendars to make.
    from icalendar import Calendar
    from icalendar import Event as Component

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        component = Component()
        component.add("uid", entry.uid)
        component.add("dtstamp", datetime(entry.stamp.year, entry.stamp.month, entry.stamp.day, tzinfo=UTC))
        component.add("summary", _PREFIX.get(entry.status, "") + entry.title)
        _add_times(component, entry)
        component.add("status", _STATUS[entry.status])
        for key, value in (
            ("description", entry.description),
            ("location", entry.location),
            ("url", entry.url),
        ):
            if value:
                component.add(key, value)
        if entry.geo:
            component.add("geo", entry.geo)
        calendar.add_component(component)
    calendar.add_missing_timezones()
    text: bytes = calendar.to_ical()
    return text


def _add_times(component: object, entry: Entry) -> None:
    add = component.add  # type: ignore[attr-defined]
    start, end = entry.start, entry.end
    if start.local is not None:
        add("dtstart", start.local.replace(tzinfo=BERLIN))
        if end is not None and end.local is not None and end.local > start.local:
            add("dtend", end.local.replace(tzinfo=BERLIN))
        elif end is not None and end.clock is None and end.day.exact is not None and end.day.exact > start.local.date():
            # The hour of the end is not known: the entry lasts until that day is over.
            midnight = datetime.combine(end.day.exact + timedelta(days=1), time.min)
            add("dtend", midnight.replace(tzinfo=BERLIN))
        return
    assert start.day.exact is not None
    add("dtstart", start.day.exact)
    if end is not None and end.day.exact is not None:
        # The end of a whole-day event is the first day after it (RFC 5545, 3.6.1).
        add("dtend", end.day.exact + timedelta(days=1))
