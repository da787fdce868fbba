"""Dates, times and figures as German readers write them."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache

from pressroom.kinds.dates import Moment, PartialDate
from pressroom.words.tongue import German, Said, Tongue, plurals

LOCALE = "de"


@cache
def _months() -> Mapping[int, str]:
    """Babel is asked for the names alone: to have it write each day took 30 µs, a fifth of describing a page."""
    # Loaded by need: a build in which no page is made writes no date.
    from babel.dates import get_month_names

    return dict(get_month_names("wide", locale=LOCALE))


@cache
def _weekdays() -> Mapping[int, str]:
    from babel.dates import get_day_names

    return dict(get_day_names("wide", locale=LOCALE))


def day(value: date) -> str:
    """``14. Juli 2021``, day and month held together on one line."""
    return f"{value.day}.\u00a0{_months()[value.month]} {value.year}"


def weekday(value: date) -> str:
    """``Mittwoch``."""
    return _weekdays()[value.weekday()]


def month(value: date) -> str:
    """``Juli``."""
    return _months()[value.month]


def partial(value: PartialDate) -> str:
    """As precise as it is known: ``14. Juli 2021``, ``Dezember 2021``, ``2021``."""
    if value.day:
        return day(value.first)
    if value.month:
        return f"{_months()[value.month]} {value.year}"
    return str(value.year)


def clock(value: time) -> str:
    """``18`` or ``18:30``, without the word Uhr."""
    return f"{value.hour}:{value.minute:02}" if value.minute else str(value.hour)


def period(start: PartialDate | None, end: PartialDate | None) -> str:
    """``16. November 2017 bis 31. Dezember 2021``; ``ab``, ``bis`` or nothing where an end is unknown."""
    if start and end:
        return partial(start) if start == end else f"{partial(start)} bis {partial(end)}"
    if start:
        return f"ab {partial(start)}"
    return f"bis {partial(end)}" if end else ""


def when(start: Moment, end: Moment | None) -> str:
    """``Freitag, 30. August 2019, 10 bis 12 Uhr``; as much of it as is known."""
    same_day = end is None or end.day == start.day
    first = _day_and_weekday(start.day)
    if same_day:
        if start.clock is None:
            return first
        if end is None or end.clock is None or end.clock == start.clock:
            return f"{first}, {clock(start.clock)} Uhr"
        return f"{first}, {clock(start.clock)} bis {clock(end.clock)} Uhr"
    assert end is not None
    from_time = f", {clock(start.clock)} Uhr," if start.clock is not None else ""
    to_time = f", {clock(end.clock)} Uhr" if end.clock is not None else ""
    return f"{first}{from_time} bis {_day_and_weekday(end.day)}{to_time}"


def _day_and_weekday(value: PartialDate) -> str:
    exact = value.exact
    return f"{weekday(exact)}, {day(exact)}" if exact else partial(value)


def euro(value: Decimal) -> str:
    """``241.571 €``."""
    # Imported by need, here and below: Babel takes 5 ms to load.
    from babel.numbers import format_decimal

    digits = "#,##0" if value == value.to_integral_value() else "#,##0.00"
    return f"{format_decimal(value, digits, locale=LOCALE)}\u00a0€"


def number(value: Decimal | int) -> str:
    """``1.234,5``."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=LOCALE)


def language(code: str) -> str:
    """``Obersorbisch`` for ``hsb``; a code that nobody knows stays as it is."""
    from babel import Locale

    named: str = Locale(LOCALE).languages.get(code.split("-")[0], code)
    return named


def sentence(text: str) -> str:
    """A note as a sentence: ``wegen Krankheit`` becomes ``Wegen Krankheit.``."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def count(amount: int, one: str, many: str) -> str:
    """``1 Seite``, ``2 Seiten``."""
    return f"{amount} {one if amount == 1 else many}"


__all__ = [
    "LOCALE",
    "German",
    "Said",
    "Tongue",
    "clock",
    "count",
    "day",
    "euro",
    "month",
    "number",
    "partial",
    "period",
    "plurals",
    "sentence",
    "weekday",
    "when",
]
