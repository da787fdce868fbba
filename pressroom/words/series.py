"""The rule of a series as a neighbour would say it."""

from collections.abc import Sequence
from datetime import date, timedelta

from pressroom import words
from pressroom.kinds import Event
from pressroom.kinds.recurrence import Recurrence

_MONDAY = date(2024, 1, 1)


def rule_in_words(event: Event) -> str:
    """``jeden Dienstag, 18 bis 20 Uhr, außer an Feiertagen, bis 30. Juni 2027``.

    Empty for an event without a rule, and for a rule that no short sentence says; then the next dates speak alone.
    """
    rule = event.rule
    rhythm = _rhythm(rule) if rule is not None else ""
    if rule is None or not rhythm:
        return ""
    last = f"bis {words.day(rule.until.date())}" if rule.until is not None else ""
    times = words.count(rule.count, "Termin", "Termine") if rule.count is not None else ""
    return ", ".join(part for part in (rhythm, _hours(event), _except(event), last, times) if part)


def _rhythm(rule: Recurrence) -> str:
    if rule.positions or rule.weeks or rule.year_days:
        return ""
    if rule.frequency == "DAILY" and not (rule.days or rule.month_days or rule.months):
        return "jeden Tag" if rule.interval == 1 else f"alle {rule.interval} Tage"
    if rule.frequency == "WEEKLY" and rule.days and not (rule.months or rule.month_days):
        return _weekly(rule)
    if rule.frequency == "MONTHLY" and not rule.months and bool(rule.days) != bool(rule.month_days):
        return _monthly(rule)
    if rule.frequency == "YEARLY" and not rule.days and len(rule.months) == len(rule.month_days) == 1:
        if rule.month_days[0] < 1:
            return ""
        day = f"{rule.month_days[0]}.\u00a0{words.month(date(2024, rule.months[0], 1))}"
        return f"jedes Jahr am {day}" if rule.interval == 1 else f"alle {rule.interval} Jahre am {day}"
    return ""


def _weekly(rule: Recurrence) -> str:
    days = [weekday for _, weekday in rule.days]
    if len(days) == 7:
        return "jeden Tag" if rule.interval == 1 else ""
    row = len(days) > 2 and days == list(range(days[0], days[-1] + 1))
    named = f"{_weekday(days[0])} bis {_weekday(days[-1])}" if row else _and([_weekday(day) for day in days])
    if rule.interval > 1:
        return f"alle {rule.interval} Wochen {'von' if row else 'am'} {named}"
    return f"jede Woche von {named}" if row else f"jeden {named}"


def _monthly(rule: Recurrence) -> str:
    if rule.month_days:
        if any(day < -1 for day in rule.month_days):
            return ""
        numbers = [f"{day}." for day in rule.month_days if day > 0]
        named = "am " + _and([*numbers, *(["letzten Tag"] if -1 in rule.month_days else [])])
    else:
        weekdays = {weekday for _, weekday in rule.days}
        places = sorted((place for place, _ in rule.days), key=lambda place: (place < 0, place))
        if len(weekdays) > 1 or any(place < -1 or place in (0, 5) for place in places):
            return ""
        ranks = _and(["letzten" if place == -1 else f"{place}." for place in places])
        named = f"{ranks} {_weekday(weekdays.pop())}"
        if rule.interval == 1:
            return f"jeden {named} im Monat"
        named = f"am {named}"
    return f"{named} jedes Monats" if rule.interval == 1 else f"alle {rule.interval} Monate {named}"


def _hours(event: Event) -> str:
    """From when to when, as the clock says it each time."""
    start, span = event.start.clock, event.span
    if span is None:
        return f"{words.clock(start)} Uhr" if start is not None else ""
    end = event.first + span
    clock = event.end.clock if event.end is not None else None
    nights = (end.date() - event.first.date()).days
    if nights > 1 or (nights and (start is None or clock is None)):
        until = f"bis {_weekday(end.weekday())}" if nights < 7 else f"bis zum {nights + 1}. Tag"
        return ", ".join(
            part
            for part in (
                f"{words.clock(start)} Uhr" if start is not None else "",
                until,
                f"{words.clock(clock)} Uhr" if clock is not None else "",
            )
            if part
        )
    if start is None:
        return ""
    if clock is None or not span:
        return f"{words.clock(start)} Uhr"
    return f"{words.clock(start)} bis {words.clock(clock)} Uhr"


def _except(event: Event) -> str:
    repeat = event.repeat
    assert repeat is not None
    without = [
        *(["an Feiertagen"] if repeat.holidays else []),
        *(["in den Schulferien"] if repeat.school_holidays else []),
    ]
    return f"außer {_and(without)}" if without else ""


def _weekday(number: int) -> str:
    return words.weekday(_MONDAY + timedelta(days=number))


def _and(parts: Sequence[str]) -> str:
    return " und ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
