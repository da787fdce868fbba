"""Days on which much is closed: Saxony's public holidays, and school holidays."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from pressroom.kinds.repeat import Repeat


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """The public holidays of one year in Saxony with their German names (SächsSFG § 1)."""
    # Imported by need: the library knows all the world and takes its time to load.
    import holidays

    return dict(holidays.country_holidays("DE", subdiv="SN", years=year, language="de").items())


def skips(repeat: Repeat | None) -> bool:
    """Whether a series leaves out days of its own accord."""
    return repeat is not None and bool(repeat.holidays or repeat.school_holidays)


def reason(repeat: Repeat, day: date) -> str | None:
    """Why a series leaves out a day of its own accord: a holiday's name; None where it does not."""
    if repeat.holidays and day in public_holidays(day.year):
        return public_holidays(day.year)[day]
    for one in repeat.school_holidays.ranges if repeat.school_holidays is not None else ():
        if one.start <= day <= one.end:
            return one.title
    return None
