"""An event as a calendar program is told of it: one entry that repeats, not a hundred copies."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from pressroom.calendar import days, rules
from pressroom.calendar.days import Occurrence
from pressroom.kinds import Event
from pressroom.kinds.dates import BERLIN
from pressroom.kinds.days import Extra
from pressroom.kinds.event import Status

EPOCH = date(2000, 1, 1)
"""From here the days of changes are counted; before it no entry of ours was changed."""
_RANK = {"scheduled": 0, "online": 1, "postponed": 1, "cancelled": 3}


@dataclass(frozen=True, slots=True)
class Override:
    """One day that differs from its series. ``original`` is the start the series gives it, naive wall time."""

    original: datetime
    occurrence: Occurrence
    description: str
    location: str
    geo: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """How a series recurs: RRULE without its name, EXDATE, RDATE, and the occurrences that need an entry of their own,
    each with the start the series gives it. All times are naive wall time in Europe/Berlin.
    """

    rule: str = ""
    without: tuple[datetime, ...] = ()
    additional: tuple[datetime, ...] = ()
    apart: tuple[tuple[datetime, Occurrence], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """How an entry is said in a language: titles with ``{title}`` of what does not go on as planned, and the languages
    of title, description and place (RFC 5545, 3.2.10), empty where it is not told.
    """

    cancelled: str = "Abgesagt: {title}"
    postponed: str = "Verschoben: {title}"
    online: str = "Online: {title}"
    title_lang: str = ""
    text_lang: str = ""
    place_lang: str = ""

    def titled(self, status: Status, title: str) -> str:
        """A title that says first what must be known."""
        said = {"cancelled": self.cancelled, "postponed": self.postponed, "online": self.online}
        return said.get(status, "{title}").format(title=title)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with all it takes to write it down. ``first`` is its first or only occurrence."""

    uid: str
    title: str
    first: Occurrence
    stamp: date
    sequence: int
    description: str
    location: str
    url: str
    geo: tuple[float, float] | None = None
    times: Times = Times()
    overrides: tuple[Override, ...] = ()
    spoken: Spoken = Spoken()
    busy: bool = True
    """Whether whoever notes it has no time for anything else; a mere reminder takes none (TRANSP)."""

    @property
    def timed(self) -> bool:
        """Whether it has an hour anywhere, and so needs to know the clock of Berlin."""
        return self.first.timed or any(override.occurrence.timed for override in self.overrides)


def first(event: Event) -> Occurrence:
    """The occurrence that DTSTART tells: of a series the day it starts with, even if that day is off or moved."""
    return days.nominal(event) if event.repeat is not None else days.single(event)


def times(event: Event, last: date) -> Times:
    """How an event recurs. ``last`` is how far holidays are taken out of a series without end."""
    rule = event.rule
    if rule is None:
        return Times()
    start = event.first.date()
    limit = last if rule.endless else days.bound(event)
    clock = event.start.clock or time.min
    # The days of a long series are laid out only for what needs them: 1,000 endless series take 0.2 s instead of 1 s.
    fired = {at.date() for at in rules.days(rule, event.first, start, limit)} if event.extra else set()
    extra = {one.date.day.first: _listed(event, one) for one in event.extra}
    without = [off.start for off in days.days_off(event, start, limit) if off.to is None]
    # An additional day on a holiday that the series leaves out: at the usual time the day simply stays, at another
    # time the usual one goes.
    without += [datetime.combine(day, clock) for day, at in extra.items() if day in fired and at.time() != clock]
    additional = [at for day, at in extra.items() if day not in fired or at.time() != clock]
    apart = [one for one in days.special(event) if one.moved or _differs(event, one)]
    apart += [
        one
        for one in (days.occurrences(event, start, limit) if event.changes or _may_cross(event) else ())
        if not one.moved and not one.extra and (one.status != event.status or one.reason or _across_a_change(one))
    ]
    known = [(extra.get(one.day, datetime.combine(one.day, clock)), one) for one in apart]
    return Times(
        rule=rule.text(timed=event.start.clock is not None),
        without=tuple(sorted(without)),
        additional=tuple(sorted(additional)),
        apart=tuple(sorted(known)),
    )


def _listed(event: Event, extra: Extra) -> datetime:
    """What RDATE tells of an additional day. In a series of whole days it is a day too, whatever its hour."""
    usual = event.start.clock or time.min
    own = extra.date.clock if event.start.clock is not None else None
    return datetime.combine(extra.date.day.first, own if own is not None else usual)


def _differs(event: Event, one: Occurrence) -> bool:
    """Whether an additional day needs more words than its date."""
    usual = one.end == one.start + event.span if one.end is not None and event.span is not None else one.end is None
    whole = event.start.clock is None
    return bool(not usual or one.reason or one.place or one.status != event.status or (whole and one.timed))


def _may_cross(event: Event) -> bool:
    """Whether the clocks can change while an ordinary day of the series lasts; they do so between 1 and 3 at night."""
    if event.span is None or event.start.clock is None or event.end is None or event.end.clock is None:
        return False
    return (event.first + event.span).date() > event.first.date() or event.first.hour <= 3


def _across_a_change(one: Occurrence) -> bool:
    """Whether the clocks change meanwhile. Programs add the length of the first entry in hours to each start
    (RFC 5545, 3.8.5.3); told on its own, the end stays where the wall clock has it.
    """
    if (
        one.end is None
        or not one.timed
        or not one.end_timed
        or (one.end.date() == one.start.date() and one.start.hour > 3)
    ):
        return False
    real = one.end.replace(tzinfo=BERLIN).astimezone(UTC) - one.start.replace(tzinfo=BERLIN).astimezone(UTC)
    return real != one.end - one.start


def sequence(event: Event) -> int:
    """How often the entry was changed, as far as the text tells: for SEQUENCE, which must never fall.

    A build knows neither a clock nor what an earlier one said, so the number is read from what editors record: the day
    of the last change counts a thousand for each day since EPOCH, each noted day of a series counts one, and so does
    each step from „findet statt“ to „abgesagt“. Noting a change raises it, and so does a later ``updated``, whatever
    else is taken back. Only who takes a note away without touching ``updated`` lowers it.
    """
    noted = len(event.off) + len(event.moved) + len(event.extra) + len(event.changes)
    changed = max((event.updated - EPOCH).days, 0) if event.updated else 0
    return changed * 1000 + noted + _RANK[event.status] + (1 if event.new_start else 0)


def stamp(event: Event) -> date:
    """When the entry was last changed as far as the text tells, for DTSTAMP; never earlier once a change is noted."""
    return max(event.updated or EPOCH, event.publish or EPOCH)
