"""All there is of an event in a month: dates, days from which one was moved, and that only the month is known."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from pressroom.calendar.days import Occurrence, Off, days_off, occurrences
from pressroom.calendar.windows import month_after
from pressroom.kinds import Event


class Dated(NamedTuple):
    """Something of an event in a month. ``at`` is its place in the order of the month.

    ``one`` is the occurrence, or the day that one was moved from; None where no day is known, and ``at`` is the end
    of time then.
    """

    at: datetime
    one: Occurrence | Off | None


def last_of(first: date) -> date:
    """The last day of a month."""
    return month_after(first) - timedelta(days=1)


def in_month(event: Event, first: date) -> tuple[Dated, ...]:
    """All there is of an event in the month of a first day, in order, whichever day it is today."""
    return tuple(sorted(_in_month(event, first, last_of(first)), key=lambda dated: dated.at))


def _in_month(event: Event, first: date, last: date) -> Iterator[Dated]:
    day = event.start.day
    if day.exact is None and (day.year, day.month) == (first.year, first.month):
        yield Dated(datetime.max, None)
    for one in occurrences(event, first, last):
        yield Dated(max(one.start, datetime.combine(first, time.min)), one)
    # Somebody may have noted the day that a date was moved from.
    for off in days_off(event, first, last):
        if off.to is not None:
            yield Dated(off.start, off)
    if event.rule is None and day.exact is not None and first <= day.exact <= last:
        for to in occurrences(event, date.min, date.max):
            if to.start.date() != to.day:
                yield Dated(event.first, Off(to.day, event.first, event.start.clock is not None, to.reason, to))


def takes_place(one: Occurrence) -> bool:
    """Whether there is anything to come to: what is postponed takes place only on its new day."""
    return one.status != "cancelled" and (one.status != "postponed" or one.moved)
