"""From a rule to its days, reckoned in the wall time of the place."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from pressroom.kinds.recurrence import Recurrence

FAR = 40
"""Years after the start within which a rule must have fired; the calendar repeats its weekdays every 28."""


def days(rule: Recurrence, start: datetime, first: date, last: date) -> list[datetime]:
    """When the rule fires from day ``first`` to day ``last``, both included; naive wall time, in order.

    ``rule`` is anchored (see Recurrence). Reckoning without zone keeps 18:00 at 18:00 when the clocks change.
    """
    if last < first or last < start.date():
        return []
    if rule.frequency == "WEEKLY" and not rule.months and not rule.positions:
        return list(_weekly(rule, start, first, last))
    # Imported by need: most builds have no series, and the library takes longer to load than a series to expand.
    from dateutil import rrule

    near = start if rule.count is not None else _shifted(rule, start, first)
    end = datetime.combine(last, time.max)
    fires = rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=near,
        interval=rule.interval,
        wkst=rule.week_start,
        count=rule.count,
        until=min(end, rule.until) if rule.until is not None else end if rule.count is None else None,
        byweekday=[rrule.weekday(day, place or None) for place, day in rule.days] or None,
        bymonthday=rule.month_days or None,
        bymonth=rule.months or None,
        byyearday=rule.year_days or None,
        byweekno=rule.weeks or None,
        bysetpos=rule.positions or None,
    )
    begin = datetime.combine(first, time.min)
    # A rule with a number of times can only be counted from its start; what comes after the last day is not looked at.
    return [at for at in takewhile(lambda at: at <= end, fires) if begin <= at and at >= start]


def _weekly(rule: Recurrence, start: datetime, first: date, last: date) -> Iterator[datetime]:
    """The days of a plain weekly rule. Nearly every series is one, and counting weeks is many times faster than the
    library, which lays out every year; the tests hold both against each other.
    """
    offsets = sorted((day - rule.week_start) % 7 for _, day in rule.days)
    week = start - timedelta(days=(start.weekday() - rule.week_start) % 7)
    step = timedelta(weeks=rule.interval)
    if rule.count is None:
        week += max((first - week.date()).days // step.days, 0) * step
    begin = max(datetime.combine(first, time.min), start)
    end = min(datetime.combine(last, time.max), rule.until or datetime.max)
    fired = 0
    while week <= end and (rule.count is None or fired < rule.count):
        for offset in offsets:
            at = week + timedelta(days=offset)
            if at < start:
                continue
            fired += 1
            if at > end or (rule.count is not None and fired > rule.count):
                return
            if at >= begin:
                yield at
        week += step


def _shifted(rule: Recurrence, start: datetime, first: date) -> datetime:
    """A later start of the same rhythm, at least one round before ``first``, so that a long past costs nothing."""
    behind = (first - start.date()).days
    if rule.frequency in ("DAILY", "WEEKLY"):
        step = rule.interval * (7 if rule.frequency == "WEEKLY" else 1)
        # A whole number of rounds keeps the weekday, and with it the week that the interval counts from.
        rounds = behind // step - 1
        return start + timedelta(days=rounds * step) if rounds > 0 else start
    length = 1 if rule.frequency == "MONTHLY" else 12
    months = (first.year - start.year) * 12 + first.month - start.month
    rounds = months // (rule.interval * length) - 1
    if rounds < 1:
        return start
    number = start.year * 12 + start.month - 1 + rounds * rule.interval * length
    month = number % 12 + 1 if rule.frequency == "MONTHLY" else 1
    return start.replace(year=number // 12, month=month, day=1)
