"""How far ahead pages tell of dates; every window ends with a month, so that pages change with it and not each day."""

from datetime import date, timedelta

AHEAD = 12
"""Months that have pages of their own, this one included."""


def month_after(day: date, months: int = 1) -> date:
    """The first day of the month so many after a day's own."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def soon(today: date) -> date:
    """The last day on which a series is listed day by day: the end of next month."""
    return month_after(today, 2) - timedelta(days=1)


def ahead(today: date) -> date:
    """The last day of the last month that has a page."""
    return month_after(today, AHEAD) - timedelta(days=1)
