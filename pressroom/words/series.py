"""The rule of a series as a neighbour would say it, in each language."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from pressroom.kinds import Event
from pressroom.kinds.recurrence import Recurrence
from pressroom.words.marked import joined
from pressroom.words.tongue import Tongue

_MONDAY = date(2024, 1, 1)
_LEAP = 2024


def rule_in_words(event: Event, tongue: Tongue) -> str:
    """``jeden Dienstag, 18 bis 20 Uhr, außer an Feiertagen, bis 30. Juni 2027``.

    Empty for an event without a rule, and for a rule that no short sentence says; then the next dates speak alone.
    """
    rule = event.rule
    rhythm = _rhythm(rule, tongue) if rule is not None else ""
    if rule is None or not rhythm:
        return ""
    last = tongue.say("until", end=tongue.day(rule.until.date())) if rule.until is not None else ""
    times = tongue.count("series_times", rule.count) if rule.count is not None else ""
    return _row((rhythm, *_hours(event, tongue), _except(event, tongue), last, times), tongue)


def _row(parts: Sequence[str], tongue: Tongue) -> str:
    return joined(tongue.comma, (part for part in parts if part))


def _rhythm(rule: Recurrence, tongue: Tongue) -> str:
    if rule.positions or rule.weeks or rule.year_days:
        return ""
    if rule.frequency == "DAILY" and not (rule.days or rule.month_days or rule.months):
        return tongue["series_daily"] if rule.interval == 1 else tongue.count("series_days", rule.interval)
    if rule.frequency == "WEEKLY" and rule.days and not (rule.months or rule.month_days):
        return _weekly(rule, tongue)
    if rule.frequency == "MONTHLY" and not rule.months and bool(rule.days) != bool(rule.month_days):
        return _monthly(rule, tongue)
    if rule.frequency == "YEARLY" and not rule.days and len(rule.months) == len(rule.month_days) == 1:
        if not 1 <= rule.month_days[0] <= monthrange(_LEAP, rule.months[0])[1]:
            return ""
        day = tongue.day_and_month(date(_LEAP, rule.months[0], rule.month_days[0]))
        return _told("series_yearly", "series_years_on", "series_years", rule, tongue, day=day)
    return ""


def _weekly(rule: Recurrence, tongue: Tongue) -> str:
    days = [weekday for _, weekday in rule.days]
    if len(days) == 7:
        return tongue["series_daily"] if rule.interval == 1 else ""
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        ends = {"first": _weekday(days[0], tongue), "last": _weekday(days[-1], tongue)}
        return _told("series_weekly_row", "series_weeks_row", "series_weeks", rule, tongue, **ends)
    named = tongue.listed([_weekday(day, tongue) for day in days])
    return _told("series_weekly", "series_weeks_on", "series_weeks", rule, tongue, days=named)


def _monthly(rule: Recurrence, tongue: Tongue) -> str:
    if rule.month_days:
        if any(day < -1 for day in rule.month_days):
            return ""
        numbers = [tongue.say("series_month_day", day=day) for day in rule.month_days if day > 0]
        days = tongue.listed([*numbers, *([tongue["series_last_day"]] if -1 in rule.month_days else [])])
        return _told("series_monthly_days", "series_months_days", "series_months", rule, tongue, days=days)
    weekdays = {weekday for _, weekday in rule.days}
    places = sorted((place for place, _ in rule.days), key=lambda place: (place < 0, place))
    if len(weekdays) > 1 or any(place < -1 or place == 0 or place > 4 for place in places):
        return ""
    ranks = tongue.listed([tongue[f"series_rank_{place if place > 0 else 'last'}"] for place in places])
    named = {"ranks": ranks, "weekday": _weekday(weekdays.pop(), tongue)}
    return _told("series_monthly_weekday", "series_months_weekday", "series_months", rule, tongue, **named)


def _told(each: str, some: str, unit: str, rule: Recurrence, tongue: Tongue, **named: str) -> str:
    """``each`` is said of every week, month or year, ``some`` of every second, third …, with the word of the unit."""
    if rule.interval == 1:
        return tongue.say(each, **named)
    return tongue.say(some, rhythm=tongue.count(unit, rule.interval), **named)


def _hours(event: Event, tongue: Tongue) -> tuple[str, ...]:
    """From when to when, as the clock says it each time."""
    start, span = event.start.clock, event.span
    begins = tongue.hour(start) if start is not None else ""
    if span is None:
        return (begins,)
    end = event.first + span
    clock = event.end.clock if event.end is not None else None
    nights = (end.date() - event.first.date()).days
    if nights > 1 or (nights and (start is None or clock is None)):
        weekday = _weekday(end.weekday(), tongue)
        until = (
            tongue.say("series_until_weekday", weekday=weekday)
            if nights < 7
            else tongue.say("series_until_day", day=nights + 1)
        )
        return begins, until, tongue.hour(clock) if clock is not None else ""
    if start is None or clock is None or not span:
        return (begins,)
    return (tongue.say("series_hours", start=tongue.clock(start), end=tongue.clock(clock)),)


def _except(event: Event, tongue: Tongue) -> str:
    repeat = event.repeat
    assert repeat is not None
    without = [
        *([tongue["series_holidays"]] if repeat.holidays else []),
        *([tongue["series_school_holidays"]] if repeat.school_holidays else []),
    ]
    return tongue.say("series_except", when=tongue.listed(without)) if without else ""


def _weekday(number: int, tongue: Tongue) -> str:
    return tongue.weekday(_MONDAY + timedelta(days=number))
