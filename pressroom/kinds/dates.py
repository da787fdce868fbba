"""Days and times as precise as they are known."""

import re
from calendar import monthrange
from datetime import date, datetime, time
from typing import Annotated, Any, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_YEAR, LAST_YEAR = 1000, 2200
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()
_GERMAN = re.compile(r"(?<!\d)(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(rf"(?P<day>\d{{1,2}})\.\s?(?P<month>{'|'.join(_MONTHS)})\s(?P<year>\d{{4}})", re.IGNORECASE)
_LOOSE = re.compile(r"(?P<year>\d{4})[-–—‐‑−/.](?P<month>\d{1,2})[-–—‐‑−/.](?P<day>\d{1,2})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)|\s?Uhr)(?!\d)")
_HANDS = re.compile(r"\d{1,2}:\d{2}")
_EXACT = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")


class PartialDate(NamedTuple):
    """A year, a month of a year, or a day: ``2021``, ``2021-12``, ``2021-07-14``.

    A tuple, because a large site holds thousands, and Python makes, compares and unpickles tuples by itself.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.day else None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


class Moment(NamedTuple):
    """A day as precise as is known, and the wall time in Europe/Berlin where one is known."""

    day: PartialDate
    clock: time | None = None

    @property
    def local(self) -> datetime | None:
        """Day and time without zone; None where the time is not known."""
        exact = self.day.exact
        return datetime.combine(exact, self.clock) if exact and self.clock is not None else None

    def __str__(self) -> str:
        return f"{self.day} {self.clock:%H:%M}" if self.clock is not None else str(self.day)


def parse_partial(value: Any) -> PartialDate:
    """Reads ``2021``, ``2021-12`` or ``2021-07-14``; raises PydanticCustomError."""
    if isinstance(value, PartialDate):
        return value
    text = _text(value, "ein Datum")
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise _wrong_form(text, "2021-07-14, 2021-07 oder 2021, je nachdem, was bekannt ist")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    _must_exist(text, year, month, day)
    return PartialDate(year, month, day)


def parse_day(value: Any) -> date:
    """Reads a full date, ``2021-07-14``; raises PydanticCustomError."""
    if isinstance(value, date):
        return value
    text = _text(value, "ein Datum")
    match = _PARTIAL.fullmatch(text)
    if match is None or not match[3]:
        raise _wrong_form(text, "den Tag als Jahr-Monat-Tag, zum Beispiel 2021-07-14")
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    _must_exist(text, year, month, day)
    return date(year, month, day)


def parse_moment(value: Any) -> Moment:
    """Reads ``2021-07-14 18:00``, or a day, month or year alone; raises PydanticCustomError."""
    if isinstance(value, Moment):
        return value
    text = _text(value, "ein Datum mit oder ohne Uhrzeit")
    pieces = text.replace("T", " ").removesuffix(" Uhr").split()
    example = "2021-07-14 18:00, oder 2021-07-14, wenn die Uhrzeit nicht bekannt ist"
    if not pieces or len(pieces) > 2:
        raise _wrong_form(text, example)
    match = _PARTIAL.fullmatch(pieces[0])
    if match is None:
        raise _wrong_form(text, example)
    day = parse_partial(pieces[0])
    if len(pieces) == 1:
        return Moment(day)
    if day.exact is None:
        raise _wrong_form(text, "zu einer Uhrzeit auch den Tag: 2021-07-14 18:00")
    hands = _TIME.fullmatch(pieces[1])
    if hands is None:
        raise _wrong_form(text, "die Uhrzeit mit Stunden und Minuten: 2021-07-14 18:00")
    moment = Moment(day, time(int(hands[1]), int(hands[2])))
    local = moment.local
    assert local is not None
    # An hour that the clocks skip in spring does not come back unchanged from a round trip through UTC.
    back = local.replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC")).astimezone(BERLIN)
    if back.replace(tzinfo=None) != local:
        raise PydanticCustomError(
            "date-impossible",
            "",
            {"text": text, "reason": "In dieser Nacht wird die Uhr von 2 auf 3 Uhr vorgestellt."},
        )
    return moment


def order_error(start: object, end: object, first: str = "start", last: str = "end") -> PydanticCustomError:
    """What to raise for an end that lies before its start; ``first`` and ``last`` are the names of the fields."""
    words = {"first": first, "last": last, "start": str(start), "end": str(end)}
    return PydanticCustomError("date-order", "", words)


def check_order(start: Moment, end: Moment, first: str = "start") -> None:
    """Raises PydanticCustomError where an end certainly lies before its start, or alone has an hour."""
    if end.clock is not None and start.clock is None and first == "start":
        example = f"auch den Beginn mit Uhrzeit: start: {start.day} 10:00"
        raise PydanticCustomError("date-form", "", {"text": str(end), "example": example})
    if start.local is not None and end.local is not None:
        before = end.local < start.local
    else:
        before = end.day.last < start.day.first
    if before:
        raise order_error(start, end, first)


def end_on_the_same_day(data: Any, *fields: str) -> Any:
    """An end that is a time alone belongs to the day of the first of ``fields`` that is there."""
    if not isinstance(data, dict):
        return data
    start, end = next((data[field] for field in fields if field in data), None), data.get("end")
    if isinstance(start, str) and isinstance(end, str) and _HANDS.fullmatch(end.strip()):
        day = _EXACT.match(start.strip())
        # Without a day in the start there is nothing to add the time to; the start gets its own message.
        return {**data, "end": f"{day[0]} {end.strip()}"} if day else {**data, "end": None}
    return data


def _text(value: Any, expected: str) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("value-form", "", {"expected": expected})
    return value.strip()


def _wrong_form(text: str, example: str) -> PydanticCustomError:
    """The message for a date in the wrong form; whatever can be understood is answered with the right spelling."""
    match = _GERMAN.search(text) or _WORDS.search(text) or _LOOSE.search(text)
    if match is None:
        return PydanticCustomError("date-form", "", {"text": text, "example": example})
    parts = match.groupdict()
    month = parts["month"]
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    number = int(month) if month.isdecimal() else _MONTHS.index(month.lower()) + 1
    meant = f"{year:04}-{number:02}-{int(parts['day']):02}"
    clock = _CLOCK.search(text[match.end() :])
    if clock:
        meant += f" {int(clock['hour']):02}:{clock['minute'] or '00'}"
    elif re.match(r"\d{4}-\d{2}-\d{2}\b", text):
        # The day is right, so it is the time that cannot be understood.
        return PydanticCustomError("date-form", "", {"text": text, "example": example})
    # A day that no calendar holds is that mistake, however it is spelt.
    _must_exist(text, year, number, int(parts["day"]))
    return PydanticCustomError("date-form", "", {"text": text, "example": meant})


def _must_exist(text: str, year: int, month: int | None, day: int | None) -> None:
    reason = ""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reason = f"Das Jahr muss zwischen {FIRST_YEAR} und {LAST_YEAR} liegen."
    elif month is not None and not 1 <= month <= 12:
        reason = "Der Monat muss zwischen 01 und 12 liegen."
    elif month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        reason = f"Der Monat {month:02}/{year} hat {monthrange(year, month)[1]} Tage."
    if reason:
        raise PydanticCustomError("date-impossible", "", {"text": text, "reason": reason})


_TEXT_OR_NUMBER = ["string", "integer"]
Partial = Annotated[
    PartialDate,
    PlainValidator(parse_partial),
    WithJsonSchema({"type": _TEXT_OR_NUMBER, "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Day = Annotated[date, PlainValidator(parse_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
When = Annotated[
    Moment,
    PlainValidator(parse_moment),
    WithJsonSchema({"type": _TEXT_OR_NUMBER, "pattern": r"^\d{4}(-\d{2}(-\d{2}([ T]\d{1,2}:\d{2})?)?)?$"}),
]
