"""The rule by which a series comes back: what RFC 5545 (3.3.10) calls RRULE, as a value."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, Literal, get_args

from pydantic_core import PydanticCustomError

from pressroom.kinds.dates import BERLIN, LAST_YEAR

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_DAYS = 1000
"""A series with an end has no more days than this: nobody checks more, and a slip of the pen is likelier."""

_BOUNDS = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYSETPOS": (-366, 366),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
}
_DAY = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(WEEKDAYS)})")
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule. ``days`` holds pairs of position and weekday: (0, 1) every Tuesday, (2, 1) the second, (-1, 4) the last
    Friday; Monday is 0. ``until`` is wall time in Europe/Berlin and itself still counts.
    """

    frequency: Frequency
    interval: int = 1
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0
    count: int | None = None
    until: datetime | None = None

    @property
    def endless(self) -> bool:
        """Whether it has neither a number of times nor a last day."""
        return self.count is None and self.until is None

    def anchored(self, start: date) -> "Recurrence":
        """The same rule with everything said that RFC 5545 takes from the start, so that it can be read alone."""
        if self.days or self.month_days or self.year_days or self.weeks:
            return self
        if self.frequency == "WEEKLY":
            return replace(self, days=((0, start.weekday()),))
        if self.frequency == "MONTHLY":
            return replace(self, month_days=(start.day,))
        if self.frequency == "YEARLY":
            return replace(self, month_days=(start.day,), months=self.months or (start.month,))
        return self

    def text(self, *, timed: bool) -> str:
        """The rule as RFC 5545 writes it. With times of day the end is told in UTC (3.3.10), without as a day."""
        parts = [f"FREQ={self.frequency}"]
        if self.until is not None:
            instant = self.until.replace(tzinfo=BERLIN).astimezone(UTC)
            parts.append(f"UNTIL={instant:%Y%m%dT%H%M%SZ}" if timed else f"UNTIL={self.until:%Y%m%d}")
        parts += [f"COUNT={self.count}"] if self.count is not None else []
        parts += [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        for name, numbers in (
            ("BYMONTH", self.months),
            ("BYWEEKNO", self.weeks),
            ("BYYEARDAY", self.year_days),
            ("BYMONTHDAY", self.month_days),
        ):
            parts += [f"{name}={','.join(map(str, numbers))}"] if numbers else []
        if self.days:
            parts.append("BYDAY=" + ",".join(f"{position or ''}{WEEKDAYS[day]}" for position, day in self.days))
        parts += [f"BYSETPOS={','.join(map(str, self.positions))}"] if self.positions else []
        parts += [f"WKST={WEEKDAYS[self.week_start]}"] if self.week_start else []
        return ";".join(parts)


def last_second(day: date) -> datetime:
    """The end of a day that still counts."""
    return datetime.combine(day, _LAST_SECOND)


def parse_rule(value: Any) -> Recurrence:
    """Reads ``FREQ=MONTHLY;BYDAY=2TU``; raises PydanticCustomError with the reason in German."""
    if isinstance(value, Recurrence):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("value-form", "", {"expected": "eine Regel wie FREQ=WEEKLY;BYDAY=TU"})
    text = re.sub(r"\s", "", value).upper().removeprefix("RRULE:").rstrip(";")
    parts: dict[str, str] = {}
    for piece in text.split(";"):
        name, equals, given = piece.partition("=")
        if not equals or not given:
            raise _wrong(value, f"„{piece}“ ist kein Paar aus Name und Wert wie FREQ=WEEKLY.")
        if name in parts:
            raise _wrong(value, f"{name} steht zweimal darin.")
        parts[name] = given
    frequency = parts.pop("FREQ", "")
    known = get_args(Frequency)
    if frequency not in known:
        raise _wrong(value, f"FREQ muss darin stehen, und zwar als {', '.join(known)}.")
    rule = Recurrence(
        frequency=frequency,  # type: ignore[arg-type]
        interval=_whole(value, "INTERVAL", parts.pop("INTERVAL", "1"), 99),
        days=_days(value, parts.pop("BYDAY", "")),
        month_days=_numbers(value, "BYMONTHDAY", parts),
        months=_numbers(value, "BYMONTH", parts),
        year_days=_numbers(value, "BYYEARDAY", parts),
        weeks=_numbers(value, "BYWEEKNO", parts),
        positions=_numbers(value, "BYSETPOS", parts),
        week_start=_week_start(value, parts.pop("WKST", "MO")),
        count=_whole(value, "COUNT", parts.pop("COUNT"), MOST_DAYS) if "COUNT" in parts else None,
        until=_until(value, parts.pop("UNTIL")) if "UNTIL" in parts else None,
    )
    if parts:
        raise _wrong(value, f"{', '.join(parts)} gibt es hier nicht; eine Uhrzeit steht nur bei start.")
    reason = _unsound(rule)
    if reason:
        raise _wrong(value, reason)
    return rule


def _unsound(rule: Recurrence) -> str:
    """What the table of RFC 5545 (3.3.10) forbids; empty where the rule is sound."""
    ordinal = any(position for position, _ in rule.days)
    if rule.count is not None and rule.until is not None:
        return "COUNT und UNTIL gehen nicht zusammen."
    if ordinal and rule.frequency not in ("MONTHLY", "YEARLY"):
        return "Eine Zahl vor dem Wochentag geht nur mit FREQ=MONTHLY oder FREQ=YEARLY."
    if ordinal and rule.weeks:
        return "Eine Zahl vor dem Wochentag geht nicht zusammen mit BYWEEKNO."
    if rule.month_days and rule.frequency == "WEEKLY":
        return "BYMONTHDAY geht nicht mit FREQ=WEEKLY."
    if (rule.year_days or rule.weeks) and rule.frequency != "YEARLY":
        return "BYYEARDAY und BYWEEKNO gehen nur mit FREQ=YEARLY."
    others = (rule.days, rule.month_days, rule.months, rule.year_days, rule.weeks)
    if rule.positions and not any(others):
        return "BYSETPOS wählt unter Tagen aus; es braucht zum Beispiel BYDAY."
    return ""


def _wrong(text: str, reason: str) -> PydanticCustomError:
    return PydanticCustomError("repeat-rule", "", {"text": text, "reason": reason})


def _whole(value: str, name: str, given: str, most: int) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= most:
        raise _wrong(value, f"{name} ist eine Zahl von 1 bis {most}.")
    return int(given)


def _numbers(value: str, name: str, parts: dict[str, str]) -> tuple[int, ...]:
    given = parts.pop(name, "")
    if not given:
        return ()
    least, most = _BOUNDS[name]
    texts = given.split(",")
    if not all(re.fullmatch(r"[+-]?\d{1,3}", text) and int(text) and least <= int(text) <= most for text in texts):
        raise _wrong(value, f"{name} nimmt Zahlen von {least} bis {most}, durch Komma getrennt.")
    return tuple(sorted({int(text) for text in texts}))


def _days(value: str, given: str) -> tuple[tuple[int, int], ...]:
    if not given:
        return ()
    matches = [_DAY.fullmatch(text) for text in given.split(",")]
    found = [(int(match[1] or 0), WEEKDAYS.index(match[2])) for match in matches if match]
    if len(found) < len(matches) or any(not -53 <= position <= 53 for position, _ in found):
        raise _wrong(value, f"BYDAY nimmt {', '.join(WEEKDAYS)}, davor höchstens eine Zahl: 2TU.")
    return tuple(sorted(set(found)))


def _week_start(value: str, given: str) -> int:
    if given not in WEEKDAYS:
        raise _wrong(value, f"WKST nimmt {', '.join(WEEKDAYS)}.")
    return WEEKDAYS.index(given)


def _until(value: str, given: str) -> datetime:
    match = _UNTIL.fullmatch(given)
    try:
        year, month, day = (int(part) for part in match.groups()[:3]) if match else (0, 0, 0)
        if year > LAST_YEAR:
            raise ValueError(year)
        if match is None or match[4] is None:
            return last_second(date(year, month, day))
        local = datetime(year, month, day, int(match[4]), int(match[5]), int(match[6]))
    except ValueError:
        raise _wrong(value, "UNTIL ist ein Tag wie 20270630 oder 20270630T215959Z.") from None
    return local.replace(tzinfo=UTC).astimezone(BERLIN).replace(tzinfo=None) if match[7] else local
