"""The clock of Berlin as iCalendar tells it: two rules instead of a list that ends some day."""

from datetime import datetime, timedelta
from functools import cache

_CET, _CEST = timedelta(hours=1), timedelta(hours=2)
_AUTUMN_UNTIL_1995 = "FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950924T010000Z"
"""Until 1995 summer ended in September (7. Richtlinie 94/21/EG set October)."""
_PERIODS = (
    ("STANDARD", "CET", _CET, _CET, datetime(1970, 1, 1), ""),
    ("DAYLIGHT", "CEST", _CET, _CEST, datetime(1981, 3, 29, 2), "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    (
        "STANDARD",
        "CET",
        _CEST,
        _CET,
        datetime(1981, 9, 27, 3),
        "FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950924T010000Z",
    ),
    ("STANDARD", "CET", _CEST, _CET, datetime(1996, 10, 27, 3), "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
)
"""Kind, name, offset before, offset after, first change as the clock showed it before, rule. True from 1981 on."""


@cache
def berlin() -> bytes:
    """VTIMEZONE for Europe/Berlin (RFC 5545, 3.6.5), the same in every file."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    zone = Timezone()
    zone.add("tzid", "Europe/Berlin")
    for kind, name, before, after, change, rule in _PERIODS:
        period = TimezoneStandard() if kind == "STANDARD" else TimezoneDaylight()
        period.add("dtstart", change)
        period.add("tzname", name)
        period.add("tzoffsetfrom", before)
        period.add("tzoffsetto", after)
        if rule:
            period.add("rrule", vRecur.from_ical(rule))
        zone.add_component(period)
    text: bytes = zone.to_ical()
    return text
