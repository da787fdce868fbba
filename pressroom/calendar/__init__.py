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
from pressroom.calendar.entry import Entry, Override, Spoken, Times, first, sequence, stamp, times
from pressroom.calendar.ics import joined, opening, written
from pressroom.calendar.months import Dated, in_month, last_of, takes_place
from pressroom.calendar.windows import AHEAD, ahead, month_after, soon

__all__ = [
    "AHEAD",
    "Dated",
    "Entry",
    "Occurrence",
    "Off",
    "Override",
    "Spoken",
    "Times",
    "ahead",
    "can_be_listed",
    "days_off",
    "first",
    "horizon",
    "in_month",
    "is_over",
    "joined",
    "last_day",
    "last_of",
    "month_after",
    "next_after",
    "occurrences",
    "opening",
    "sequence",
    "soon",
    "stamp",
    "takes_place",
    "times",
    "upcoming",
    "written",
]
