"""The days of an event: when it is, what became of each day, and when it is off."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter
from typing import NamedTuple

from pressroom.calendar import free, rules
from pressroom.kinds import Event
from pressroom.kinds.dates import BERLIN, Moment, PartialDate
from pressroom.kinds.days import Extra, Moved
from pressroom.kinds.event import Status

_NEAR, _ROUND = 45, 400
"""Days looked through for the next one: first a few, because most series have one soon, then more at a time."""
_START = attrgetter("start")
_NEVER = date(2400, 12, 31)
"""No series is reckoned beyond; after 400 years the calendar repeats itself."""


class Occurrence(NamedTuple):
    """One day of an event. Times are naive wall time in Europe/Berlin.

    ``day`` is the day the rule gave (of an additional day, the day itself) and stays when the day is moved, so that it
    names the occurrence; ``end`` is None where no end is known. A tuple, because a year of a busy town holds thousands.
    """

    day: date
    start: datetime
    end: datetime | None
    timed: bool
    """Whether the hour of the start is known; if not, ``start`` is midnight."""
    end_timed: bool
    """Whether the hour of the end is known; if not, ``end`` is midnight of the last day."""
    status: Status
    reason: str
    """Why it was moved, cancelled or added; empty where nobody said so."""
    place: str | None
    """Another place than the event's own, by its id."""
    moved: bool
    extra: bool

    @property
    def begins(self) -> Moment:
        """The start as ``words.when`` tells it."""
        return _moment(self.start, self.timed)

    @property
    def ends(self) -> Moment | None:
        """The end as ``words.when`` tells it."""
        return _moment(self.end, self.end_timed) if self.end is not None else None

    @property
    def last(self) -> date:
        """The last day on which it may still be going on; what ends at midnight ends with the day before."""
        if self.end is None:
            return self.start.date()
        to_midnight = self.end_timed and self.end > self.start and self.end.time() == time.min
        return self.end.date() - timedelta(days=1) if to_midnight else self.end.date()


class Off(NamedTuple):
    """A day of the rule on which nothing is. ``start`` is when it would have been; ``to`` where it was moved."""

    day: date
    start: datetime
    timed: bool
    reason: str
    to: Occurrence | None

    @property
    def begins(self) -> Moment:
        """The start as ``words.when`` tells it."""
        return _moment(self.start, self.timed)


def horizon(today: date) -> date:
    """How far a series without end is reckoned in advance: to the end of the year after next, so that the result
    stays the same for a whole year.
    """
    return date(today.year + 2, 12, 31)


def occurrences(event: Event, first: date, last: date) -> tuple[Occurrence, ...]:
    """Every occurrence that touches the days from ``first`` to ``last``, by start; cancelled ones too.

    An event whose day is not known has none. What ``validate`` refuses, such as a moved day that the rule never
    gave, must not be handed in.
    """
    if event.start.day.exact is None:
        return ()
    found = _series(event, first, last) if event.repeat is not None else (single(event),)
    touching = [one for one in found if one.start.date() <= last and one.last >= first]
    return tuple(sorted(touching, key=_START))


def days_off(event: Event, first: date, last: date) -> tuple[Off, ...]:
    """The days of a series from ``first`` to ``last`` on which it is off or moved away, each with the reason."""
    if event.rule is None:
        return ()
    moved = {one.day: one for one in special(event) if one.moved and one.start.date() != one.day}
    off = {one.date: one.reason or "" for one in event.off}
    if not moved and not off and not free.skips(event.repeat):
        return ()
    told, timed, found = _told(event), event.start.clock is not None, []
    for at in rules.days(event.rule, event.first, first, last):
        day = at.date()
        if day in moved:
            found.append(Off(day, at, timed, moved[day].reason, moved[day]))
            continue
        # What an editor says of a day counts for more than the calendar of holidays.
        reason = off[day] if day in off else None if day in told else _free(event, day)
        if reason is not None:
            found.append(Off(day, at, timed, reason or _free(event, day) or "", None))
    return tuple(found)


def upcoming(event: Event, today: date, most: int, last: date) -> tuple[Occurrence, ...]:
    """The next occurrences, at most so many, that touch ``today`` or a later day up to ``last``."""
    return occurrences(event, today, last)[:most]


def next_after(event: Event, day: date) -> Occurrence | None:
    """The first occurrence that touches ``day`` or a later one; None if there is none."""
    endless = event.rule is not None and event.rule.endless
    limit = day.replace(year=day.year + rules.FAR, day=1) if endless else _latest(event)
    step = _NEAR
    while day <= limit:
        found = occurrences(event, day, min(limit, day + timedelta(days=step)))
        if found:
            return found[0]
        day, step = day + timedelta(days=step), _ROUND
    return None


def last_day(event: Event) -> date | None:
    """The last day on which the event may still be going on, as far as it is known; None for a series without end."""
    rule = event.rule
    if rule is None:
        last = event.end.day.last if event.end else event.start.day.last
        new = event.new_start
        return max(event.start.day.last, last, new.day.last + (event.span or timedelta()) if new else last)
    if rule.endless:
        return None
    first = min([event.start.day.first, *(one.start.date() for one in special(event))])
    latest = _latest(event)
    # Looked for from the end, so that a long series costs no more than its last days.
    step = _NEAR
    while latest >= first:
        found = occurrences(event, latest - timedelta(days=step), latest)
        if found:
            return max(one.last for one in found)
        latest, step = latest - timedelta(days=step), _ROUND
    return event.start.day.first


def _latest(event: Event) -> date:
    """A day that the last occurrence certainly does not outlast."""
    if event.rule is None:
        return last_day(event) or event.start.day.last
    latest = max([bound(event), *(one.last for one in special(event))])
    return latest + (event.span or timedelta()) + timedelta(days=1)


def bound(event: Event) -> date:
    """The last day on which the rule of a series with an end can fire."""
    rule = event.rule
    assert rule is not None and not rule.endless
    if rule.until is not None:
        return rule.until.date()
    fired = rules.days(rule, event.first, event.first.date(), _NEVER)
    return fired[-1].date() if fired else event.first.date()


def is_over(event: Event, today: date) -> bool:
    """Whether the event certainly lies in the past. One whose month alone is known is over with that month."""
    rule = event.rule
    if rule is not None and rule.until is not None and rule.until.date() >= today:
        # Asked many times for every page; mostly an ordinary day of the next weeks is answer enough.
        apart = {off.date for off in event.off} | {move.date for move in event.moved}
        soon = rules.days(rule, event.first, today, max(today, event.first.date()) + timedelta(days=_NEAR))
        if any(at.date() not in apart and _free(event, at.date()) is None for at in soon):
            return False
        return next_after(event, today) is None
    last = last_day(event)
    return last is not None and last < today


def can_be_listed(event: Event) -> bool:
    """Whether a calendar can hold it: it needs a day, and we invent none."""
    return event.start.day.exact is not None and (event.end is None or event.end.day.exact is not None)


def existing(local: datetime) -> datetime:
    """A wall time that clocks show: what they skip in spring is an hour later, as RFC 5545 (3.3.5) reads it."""
    # All other hours are left as they are, because the way through UTC takes longer than the rest.
    if local.hour != 2 or local.month != 3:
        return local
    return local.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None)


def nominal(event: Event) -> Occurrence:
    """What the fields ``start`` and ``end`` say, whatever became of it."""
    return _made(event, event.first.date(), event.first, event.start.clock is not None)


def single(event: Event) -> Occurrence:
    """The only occurrence of an event without a rule: at its new start where that is known."""
    new = event.new_start
    if new is None or new.day.exact is None:
        return nominal(event)
    start = new.local or datetime.combine(new.day.exact, event.start.clock or time.min)
    timed = new.clock is not None or event.start.clock is not None
    return _made(event, event.first.date(), start, timed, moved=True)


def _series(event: Event, first: date, last: date) -> Iterator[Occurrence]:
    rule, span = event.rule, event.span
    assert rule is not None
    held = tuple(special(event))
    apart = {one.day for one in held} | {one.date for one in event.off}
    yield from held
    changed = {change.date for change in event.changes}
    skips = free.skips(event.repeat)
    timed, end_timed, status = event.start.clock is not None, _end_timed(event), event.status
    early = first - timedelta(days=span.days + 1) if span is not None else first
    for at in rules.days(rule, event.first, early, last):
        day = at.date()
        if day in apart or (skips and day not in changed and _free(event, day) is not None):
            continue
        start = existing(at)
        end = existing(at + span) if span is not None else None
        if day in changed:
            yield _changed(event, Occurrence(day, start, end, timed, end_timed, status, "", None, False, False))
        else:
            yield Occurrence(day, start, end, timed, end_timed, status, "", None, False, False)


def special(event: Event) -> Iterator[Occurrence]:
    """The moved and the additional days, whatever the rule says of them."""
    extra = {one.date.day.first for one in event.extra}
    moved = {one.date for one in event.moved}
    for move in event.moved:
        to = move.to or Moment(PartialDate(move.date.year, move.date.month, move.date.day))
        yield _held(event, move, to, move.date, moved=True, extra=move.date in extra)
    for one in event.extra:
        if one.date.day.first not in moved:
            yield _held(event, one, one.date, one.date.day.first, moved=False, extra=True)


def _held(event: Event, held: Moved | Extra, to: Moment, day: date, *, moved: bool, extra: bool) -> Occurrence:
    """A day with a time of its own; without one it keeps that of the series."""
    clock = to.clock if to.clock is not None else event.start.clock
    start = datetime.combine(to.day.first, clock or time.min)
    one = _made(event, day, start, clock is not None, moved=moved, extra=extra)
    if held.end is not None:
        end = held.end.local or datetime.combine(held.end.day.first, time.min)
        one = one._replace(end=existing(end), end_timed=held.end.clock is not None)
    elif clock is not None and event.start.clock is None:
        # How long a single hour of an otherwise whole day lasts, nobody has said.
        one = one._replace(end=None, end_timed=False)
    return _changed(event, one._replace(reason=held.reason or "", place=held.place))


def _made(
    event: Event, day: date, start: datetime, timed: bool, *, moved: bool = False, extra: bool = False
) -> Occurrence:
    end = existing(start + event.span) if event.span is not None else None
    if end is not None and not _end_timed(event):
        end = datetime.combine(end.date(), time.min)
    return Occurrence(day, existing(start), end, timed, _end_timed(event), event.status, "", None, moved, extra)


def _changed(event: Event, one: Occurrence) -> Occurrence:
    """What became of the day, if anything did. A series that is cancelled as a whole has no day that is not."""
    change = next((change for change in event.changes if change.date == one.day), None)
    if change is None or event.status == "cancelled":
        return one
    return one._replace(status=change.status, reason=change.reason or one.reason)


def _told(event: Event) -> set[date]:
    """The days of which an editor has said something."""
    return (
        {change.date for change in event.changes}
        | {move.date for move in event.moved}
        | {one.date.day.first for one in event.extra}
    )


def _free(event: Event, day: date) -> str | None:
    return free.reason(event.repeat, day) if event.repeat is not None else None


def _end_timed(event: Event) -> bool:
    return event.end is not None and event.end.clock is not None


def _moment(local: datetime, timed: bool) -> Moment:
    return Moment(PartialDate(local.year, local.month, local.day), local.time() if timed else None)
