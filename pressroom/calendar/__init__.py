"""When events are, whether they are over, and how a calendar program is told."""

from pressroom.calendar.days import (
    Occurrence,
    Off,
    can_be_listed,
    days_off,
    horizon,
    is_over,
    last_day,
    next_after,
    occurrences,
    upcoming,
)
from pressroom.calendar.entry import Entry, Override, Times, first, sequence, stamp, times
from pressroom.calendar.ics import to_ics

__all__ = [
    "Entry",
    "Occurrence",
    "Off",
    "Override",
    "Times",
    "can_be_listed",
    "days_off",
    "first",
    "horizon",
    "is_over",
    "last_day",
    "next_after",
    "occurrences",
    "sequence",
    "stamp",
    "times",
    "to_ics",
    "upcoming",
]
