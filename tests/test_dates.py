"""Days and times as precise as they are known."""

from datetime import date, time

import pytest
from pydantic_core import PydanticCustomError

from pressroom import calendar, words
from pressroom.kinds import Event
from pressroom.kinds.dates import Moment, PartialDate, parse_moment, parse_partial


@pytest.mark.parametrize(
    ("written", "printed", "first", "last"),
    [
        ("2021-07-14", "14.\u00a0Juli 2021", date(2021, 7, 14), date(2021, 7, 14)),
        ("2021-12", "Dezember 2021", date(2021, 12, 1), date(2021, 12, 31)),
        ("2024-02", "Februar 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(written: str, printed: str, first: date, last: date) -> None:
    day = parse_partial(written)

    assert (words.partial(day), day.first, day.last, str(day)) == (printed, first, last, written)


@pytest.mark.parametrize("written", ["14.3.26", "2021-7-14", "2021/07/14", "gestern", "", "2021-07-14 10:00", "21"])
def test_another_spelling_is_no_date(written: str) -> None:
    with pytest.raises(PydanticCustomError) as trouble:
        parse_partial(written)

    assert trouble.value.type == "date-form"


def test_a_german_date_is_answered_with_the_right_spelling() -> None:
    with pytest.raises(PydanticCustomError) as trouble:
        parse_partial("14.3.26")

    assert trouble.value.context == {"text": "14.3.26", "example": "2026-03-14"}


@pytest.mark.parametrize("written", ["2021-02-29", "2021-13", "2021-04-31", "0021-01-01", "9999", "2026-03-29 02:30"])
def test_what_no_calendar_holds_is_impossible(written: str) -> None:
    with pytest.raises(PydanticCustomError) as trouble:
        parse_moment(written)

    assert trouble.value.type == "date-impossible"


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2019-08-30 10:00", "12:00", "Freitag, 30.\u00a0August 2019, 10 bis 12 Uhr"),
        ("2019-08-30 10:30", None, "Freitag, 30.\u00a0August 2019, 10:30 Uhr"),
        ("2019-08-30", None, "Freitag, 30.\u00a0August 2019"),
        ("2018-06-09", "2018-06-10", "Samstag, 9.\u00a0Juni 2018 bis Sonntag, 10.\u00a0Juni 2018"),
        (
            "2026-12-31 22:00",
            "2027-01-01 02:00",
            "Donnerstag, 31.\u00a0Dezember 2026, 22 Uhr, bis Freitag, 1.\u00a0Januar 2027, 2 Uhr",
        ),
        ("2018-03", None, "März 2018"),
        ("2013", None, "2013"),
    ],
)  # fmt: skip
def test_a_time_is_told_as_people_tell_it(start: str, end: str | None, printed: str) -> None:
    event = Event.model_validate({"title": "a", "summary": "b", "start": start, **({"end": end} if end else {})})

    assert words.when(event.start, event.end) == printed


@pytest.mark.parametrize(
    ("start", "end", "today", "over"),
    [
        ("2026-11-22 18:00", None, date(2026, 11, 22), False),
        ("2026-11-21 18:00", "2026-11-22 02:00", date(2026, 11, 22), False),
        ("2026-11-21", None, date(2026, 11, 22), True),
        ("2026-11", None, date(2026, 11, 30), False),
        ("2026-11", None, date(2026, 12, 1), True),
        ("2026", None, date(2026, 12, 31), False),
        ("2026", None, date(2027, 1, 1), True),
    ],
)
def test_an_event_is_over_only_when_that_is_certain(start: str, end: str | None, today: date, over: bool) -> None:
    event = Event.model_validate({"title": "a", "summary": "b", "start": start, **({"end": end} if end else {})})

    assert calendar.is_over(event, today) is over


def test_a_moment_without_a_day_has_no_local_time() -> None:
    assert Moment(PartialDate(2021, 7)).local is None
    assert Moment(PartialDate(2021, 7, 14), time(8)).local is not None
