"""Dates are written as the common locale data (CLDR) write them."""

from datetime import date, timedelta

from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from pressroom import words
from pressroom.kinds.dates import PartialDate


def test_each_month_and_weekday_has_its_name() -> None:
    year = [date(2024, 1, 1) + timedelta(days) for days in range(366)]

    assert [words.month(day) for day in year] == [format_date(day, "LLLL", locale="de") for day in year]
    assert [words.weekday(day) for day in year] == [format_date(day, "EEEE", locale="de") for day in year]


@given(st.dates())
def test_a_day_is_written_as_it_is_known(day: date) -> None:
    whole = format_date(day, "d.\u00a0MMMM y", locale="de")

    assert words.day(day) == whole
    assert words.partial(PartialDate(day.year, day.month, day.day)) == whole
    assert words.partial(PartialDate(day.year, day.month)) == format_date(day, "LLLL y", locale="de")
    assert words.partial(PartialDate(day.year)) == str(day.year)


def test_a_language_is_called_by_its_german_name() -> None:
    assert [words.language(code) for code in ("de", "hsb", "de-simple", "zz")] == [
        "Deutsch",
        "Obersorbisch",
        "Einfache Sprache",
        "zz",
    ]
