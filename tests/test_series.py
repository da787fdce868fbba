"""The days we show are the days that calendar programs find, however a series is told."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import recurring_ical_events
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from pressroom import calendar
from pressroom.calendar import Entry, Override
from pressroom.calendar.days import Occurrence, existing, special
from pressroom.calendar.rules import days
from pressroom.kinds import Event
from pressroom.kinds.dates import BERLIN
from pressroom.kinds.recurrence import Recurrence, parse_rule
from pressroom.kinds.repeat import Break, Breaks
from pressroom.load import Source
from pressroom.problems import Desk
from pressroom.validate.fields import read
from pressroom.validate.series import settled
from pressroom.words.series import rule_in_words
from tests.tongues import GERMAN

HORIZON = date(2028, 12, 31)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RANKS = ("1st", "2nd", "3rd", "4th", "last")
BREAK = Break.model_validate({"title": "Ferien", "start": "2027-02-08", "end": "2027-02-21"})
PREFIX = {"cancelled": "Abgesagt: ", "postponed": "Verschoben: ", "online": "Online: ", "scheduled": ""}
NOTHING_LEFT = ["repeat.every: Nach dieser Regel findet der Termin an keinem einzigen Tag statt."]
"""What is said rightly when every day of a short series happens to be off."""
Row = tuple[datetime | date, datetime | date | None, str]


def event(start: str, repeat: object = None, **more: object) -> Event:
    """An event as an editor writes it; ``off`` stands for except, a word that Python keeps for itself."""
    if "off" in more:
        more["except"] = more.pop("off")
    fields = {"title": "Treff", "summary": "Mit Kaffee.", "start": start, **more}
    return Event.model_validate({**fields, **({"repeat": repeat} if repeat is not None else {})})


def complaints(one: Event) -> list[str]:
    """What validation has against a series."""
    desk = Desk()
    source = Source("content/events/a.md", "events", "a", {}, {}, "", 1, Path("a.md"))
    settled(one, source, None, frozenset({"park"}), desk)
    return [problem.message for problem in desk.found]


def ics(one: Event, horizon: date = HORIZON) -> bytes:
    times = calendar.times(one, horizon)
    overrides = tuple(Override(original, day, "", "") for original, day in times.apart)
    entry = Entry("a@b", one.title, calendar.first(one), calendar.stamp(one), calendar.sequence(one), "", "", "",
                  None, times, overrides)  # fmt: skip
    return calendar.joined(calendar.opening("Termine", entry.timed), [calendar.written(entry)])


def found_by_programs(data: bytes, first: date, last: date) -> Counter[Row]:
    """What a program that knows RFC 5545 finds: start, end and title of each day that begins between two days."""
    rows: Counter[Row] = Counter()
    for one in recurring_ical_events.of(Calendar.from_ical(data)).between(first, last + timedelta(days=1)):
        start, end = one["DTSTART"].dt, one["DTEND"].dt
        whole = not isinstance(start, datetime)
        day = start if whole else start.astimezone(BERLIN).date()
        if first <= day <= last:
            empty = end - start <= (timedelta(days=1) if whole else timedelta())
            rows[_instant(start), None if empty else _instant(end), str(one["SUMMARY"])] += 1
    return rows


def shown(one: Event, first: date, last: date) -> Counter[Row]:
    """What our pages say of the same days."""
    return Counter(_row(day) for day in calendar.occurrences(one, first, last) if first <= day.start.date() <= last)


def _row(day: Occurrence) -> Row:
    title = PREFIX[day.status] + "Treff"
    if not day.timed:
        return day.start.date(), day.last + timedelta(days=1) if day.last > day.start.date() else None, title
    end = day.end.replace(tzinfo=BERLIN) if day.end is not None and day.end_timed else None
    return _instant(day.start.replace(tzinfo=BERLIN)), _instant(end) if end is not None else None, title


def _instant(value: datetime | date) -> datetime | date:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


CLOCKS = st.sampled_from([None, "18:00", "09:30", "22:00", "02:30", "00:00"])
STARTS = st.dates(date(2026, 1, 1), date(2027, 6, 30)) | st.sampled_from(
    [date(2026, 3, 29), date(2026, 3, 28), date(2026, 10, 25), date(2026, 10, 24), date(2025, 12, 29)]
)


@st.composite
def rules(draw: st.DrawFn, start: date) -> dict[str, Any]:
    """A rule that fires on its start."""
    interval = draw(st.integers(1, 3))
    kind = draw(st.sampled_from(["week", "week", "rank", "day of month", "day", "year", "rule"]))
    ranks = ["last"] if (start + timedelta(days=7)).month != start.month else []
    ranks += [RANKS[(start.day - 1) // 7]] if start.day <= 28 else []
    if kind == "rule":
        more = draw(st.sampled_from([";WKST=SU", "", ";BYMONTH=" + ",".join(map(str, {start.month, 5, 9}))]))
        given_: dict[str, Any] = {"rule": f"FREQ=WEEKLY;INTERVAL={interval};BYDAY=SU,WE,{_short(start)}{more}"}
    elif kind == "week":
        others = draw(st.lists(st.sampled_from(WEEKDAYS), max_size=3))
        given_ = {"every": f"{interval} weeks", "on": [*others, WEEKDAYS[start.weekday()]]}
    elif kind == "rank":
        given_ = {"every": f"{interval} months", "on": f"{draw(st.sampled_from(ranks))} {WEEKDAYS[start.weekday()]}"}
    elif kind == "day of month" and start.day <= 28:
        given_ = {"every": f"{interval} months"}
    elif kind == "year" and start.day <= 28:
        given_ = {"every": "year"}
    else:
        given_ = {"every": f"{interval * 3} days"}
    end = draw(st.sampled_from(["until", "times", "none"]))
    if "rule" not in given_ and end == "until":
        given_["until"] = str(start + timedelta(days=draw(st.integers(0, 500))))
    if "rule" not in given_ and end == "times":
        given_["times"] = str(draw(st.integers(1, 60)))
    return given_


def _short(day: date) -> str:
    return WEEKDAYS[day.weekday()][:2].upper()


@st.composite
def series(draw: st.DrawFn) -> Event:
    """Any series an editor may write, with days off, moved, added and changed."""
    start, clock = draw(STARTS), draw(CLOCKS)
    if clock == "02:30" and start == date(2026, 3, 29):
        clock = "18:00"  # this hour is refused: no clock ever showed it
    length = draw(st.sampled_from([None, timedelta(hours=2), timedelta(hours=6), timedelta(days=2, hours=3)]))
    when = f"{start} {clock}" if clock else str(start)
    more: dict[str, Any] = {}
    if length is not None:
        end = existing(datetime.fromisoformat(when) + length)
        more["end"] = f"{end:%Y-%m-%d %H:%M}" if clock else str(end.date())
    repeat = draw(rules(start))
    repeat |= draw(st.sampled_from([{}, {}, {"holidays": "skip"}, {"school_holidays": "skip"}]))
    plain = _with_breaks(event(when, repeat, **more))
    assert plain.rule is not None
    fired = [at.date() for at in days(plain.rule, plain.first, start, start + timedelta(days=420))]
    picked = draw(st.lists(st.sampled_from(fired), unique=True, max_size=6))
    roles = [draw(st.sampled_from(["off", "moved", "place", "cancelled", "online", "postponed"])) for _ in picked]
    lists: dict[str, list[dict[str, Any]]] = {"off": [], "moved": [], "changes": [], "extra": []}
    for number, (day, role) in enumerate(zip(picked, roles, strict=True)):
        if role == "off":
            lists["off"].append({"date": str(day), "reason": "Umbau"})
        elif role == "moved":
            # An odd minute never meets another day of the series.
            to = f"{day + timedelta(days=draw(st.integers(-3, 5)))} 1{number}:07"
            lists["moved"].append({"date": str(day), "to": to})
        elif role == "place":
            lists["moved"].append({"date": str(day), "place": "park"})
        else:
            lists["changes"].append({"date": str(day), "status": role})
    for day in draw(st.lists(st.dates(start, start + timedelta(days=400)), unique=True, max_size=3)):
        if day not in fired:
            own = draw(st.sampled_from(["", " 11:11"])) if clock else ""
            one = {"date": f"{day}{own}"}
            if draw(st.booleans()):
                one["reason"] = "Wunsch der Gruppe"
            lists["extra"].append(one)
    return _with_breaks(event(when, repeat, **more, **lists))


def _with_breaks(one: Event) -> Event:
    """What ``validate`` does with the school holidays of the settings."""
    assert one.repeat is not None
    if one.repeat.school_holidays is None:
        return one
    repeat = one.repeat.model_copy(update={"school_holidays": Breaks((BREAK,))})
    return one.model_copy(update={"repeat": repeat})


@settings(max_examples=400, deadline=None)
@given(one=series(), ahead=st.integers(0, 540), width=st.integers(0, 250))
def test_programs_find_the_days_we_show(one: Event, ahead: int, width: int) -> None:
    assert complaints(one) in ([], NOTHING_LEFT)
    first = one.first.date() + timedelta(days=ahead)
    last = min(first + timedelta(days=width), HORIZON)

    assert found_by_programs(ics(one), first, last) == shown(one, first, last)


@settings(max_examples=150, deadline=None)
@given(one=series(), ahead=st.integers(-30, 800))
def test_what_is_next_and_what_is_over_agree_with_the_days(one: Event, ahead: int) -> None:
    assume(not complaints(one))
    today = one.first.date() + timedelta(days=ahead)
    coming = [day for day in calendar.occurrences(one, today, date(2030, 12, 31)) if day.last >= today]

    assert calendar.next_after(one, today) == (coming[0] if coming else None)
    if one.rule is not None and not one.rule.endless:
        assert calendar.is_over(one, today) is (not coming)
        far = calendar.occurrences(one, date(2020, 1, 1), date(2300, 1, 1))
        assert calendar.last_day(one) == max(day.last for day in far)
    else:
        assert calendar.last_day(one) is None and not calendar.is_over(one, today)


@settings(max_examples=200, deadline=None)
@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0)),
    weekdays=st.sets(st.integers(0, 6), min_size=1),
    interval=st.integers(1, 5),
    week_start=st.integers(0, 6),
    count=st.none() | st.integers(1, 200),
    ahead=st.integers(-50, 2500),
)
def test_counting_weeks_gives_what_the_library_gives(
    start: datetime, weekdays: set[int], interval: int, week_start: int, count: int | None, ahead: int
) -> None:
    first = start.date() + timedelta(days=ahead)
    told = tuple((0, day) for day in sorted(weekdays))
    plain = Recurrence("WEEKLY", interval, told, week_start=week_start, count=count)
    # All months named: the same rule, but one that the library is asked for.
    asked = Recurrence("WEEKLY", interval, told, months=tuple(range(1, 13)), week_start=week_start, count=count)

    assert days(plain, start, first, first + timedelta(days=300)) == days(
        asked, start, first, first + timedelta(days=300)
    )


@settings(max_examples=150, deadline=None)
@given(one=series(), ahead=st.integers(0, 3000))
def test_a_long_past_changes_nothing(one: Event, ahead: int) -> None:
    """Looking at a few days gives what looking at all of them gives there."""
    assert one.rule is not None
    first = one.first.date() + timedelta(days=ahead)
    last = first + timedelta(days=40)

    every = [at for at in days(one.rule, one.first, one.first.date(), last) if at.date() >= first]

    assert days(one.rule, one.first, first, last) == every


@pytest.mark.parametrize(
    "text",
    """
    FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU FREQ=YEARLY;INTERVAL=3;BYWEEKNO=53,20;WKST=SU
    FREQ=YEARLY;BYYEARDAY=1,366 FREQ=YEARLY;BYDAY=1MO,-1SU FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29
    FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1,31 FREQ=MONTHLY;INTERVAL=2;BYDAY=5TU
    FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;BYMONTH=1,12;WKST=SU FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,MO;BYSETPOS=1
    FREQ=DAILY;INTERVAL=7;BYMONTH=6 FREQ=DAILY;BYDAY=MO;BYMONTHDAY=1
    """.split(),
)
def test_a_long_past_of_any_rule_changes_nothing(text: str) -> None:
    start = datetime(2016, 2, 29, 18)
    rule = parse_rule(text).anchored(start.date())
    every = days(rule, start, start.date(), date(2061, 1, 1))
    assert every

    for year in range(2017, 2059):
        for month, width in ((1, 200), (6, 250), (12, 60)):
            first = date(year, month, 28)
            last = first + timedelta(days=width)
            assert days(rule, start, first, last) == [at for at in every if first <= at.date() <= last], first


def test_the_hour_stays_when_the_clocks_change() -> None:
    one = event("2026-03-24 18:00", {"every": "week"}, end="20:00")

    around = calendar.occurrences(one, date(2026, 3, 24), date(2026, 11, 3))

    assert {day.start.time() for day in around} == {time(18)}
    found = sorted(start for start, _, _ in found_by_programs(ics(one), date(2026, 3, 24), date(2026, 4, 1)))
    assert [str(start) for start in found] == ["2026-03-24 17:00:00+00:00", "2026-03-31 16:00:00+00:00"]


@pytest.mark.parametrize(("night", "hours"), [(date(2026, 3, 28), 7), (date(2026, 10, 24), 9), (date(2026, 5, 2), 8)])
def test_a_night_out_ends_by_the_clock_on_the_wall(night: date, hours: int) -> None:
    """From 22 to 6 o'clock is an hour less in spring, an hour more in autumn; programs are told so."""
    one = event("2026-01-03 22:00", {"every": "week"}, end="2026-01-04 06:00")

    [(start, end, _)] = found_by_programs(ics(one), night, night)

    assert isinstance(start, datetime) and isinstance(end, datetime)
    assert end - start == timedelta(hours=hours)
    [day] = [day for day in calendar.occurrences(one, night, night) if day.day == night]
    assert day.end is not None and day.end.time() == time(6)


def test_an_hour_that_the_clocks_skip_is_shown_as_the_one_they_show() -> None:
    one = event("2026-03-22 02:30", {"every": "week"})

    shown_ = [str(day.start) for day in calendar.occurrences(one, date(2026, 3, 22), date(2026, 4, 5))]

    assert shown_ == ["2026-03-22 02:30:00", "2026-03-29 03:30:00", "2026-04-05 02:30:00"]


def test_the_clock_we_write_is_the_clock_of_berlin() -> None:
    data = Calendar.from_ical(ics(event("2026-01-06 18:00", {"every": "week"})))
    zone = cast(Timezone, data.walk("VTIMEZONE")[0]).to_tz()
    hour = datetime(1996, 1, 1, tzinfo=UTC)

    while hour.year < 2038:
        local = hour.astimezone(BERLIN).replace(tzinfo=None)
        assert zone.utcoffset(local) == BERLIN.utcoffset(local), local
        hour += timedelta(hours=30)


def test_office_words_and_the_standard_give_the_same() -> None:
    pairs = (
        ({"every": "week"}, "FREQ=WEEKLY;BYDAY=TU"),
        ({"every": "2 weeks", "on": "tuesday, friday"}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR"),
        ({"every": "month", "on": "2nd tuesday"}, "RRULE:FREQ=MONTHLY;BYDAY=2TU"),
        ({"every": "month"}, "FREQ=MONTHLY"),
        ({"every": "year", "times": "5"}, "freq=yearly;count=5"),
        ({"every": "week", "until": "2027-06-29"}, "FREQ=WEEKLY;UNTIL=20270629"),
        ({"every": "week", "until": "2027-06-29"}, "FREQ=WEEKLY;UNTIL=20270629T215959Z"),
    )
    for spoken, rule in pairs:
        assert event("2027-01-12 18:00", spoken).rule == event("2027-01-12 18:00", {"rule": rule}).rule


def test_the_end_of_a_series_is_told_in_universal_time() -> None:
    summer = event("2027-01-12 18:00", {"every": "week", "until": "2027-06-30"})
    winter = event("2027-01-12", {"every": "week", "until": "2027-12-30"})

    assert b"UNTIL=20270630T215959Z" in ics(summer)
    assert b"UNTIL=20271230;" in ics(winter) or b"UNTIL=20271230\r" in ics(winter)


def test_a_series_is_one_entry_and_not_a_hundred() -> None:
    one = event("2027-01-12 18:00", {"every": "week"}, off=["2027-02-16"])

    entries = Calendar.from_ical(ics(one)).walk("VEVENT")

    assert len(entries) == 1
    assert entries[0]["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU"
    assert entries[0]["EXDATE"].to_ical() == b"20270216T180000"
    assert entries[0]["EXDATE"].params["TZID"] == "Europe/Berlin"


def test_a_cancelled_day_stays_in_the_calendar_and_says_so() -> None:
    one = event("2027-01-12 18:00", {"every": "week"},
                changes=[{"date": "2027-01-19", "status": "cancelled", "reason": "Krankheit"}])  # fmt: skip

    day = Calendar.from_ical(ics(one)).walk("VEVENT")[1]

    assert (str(day["SUMMARY"]), str(day["STATUS"]), str(day["TRANSP"])) == (
        "Abgesagt: Treff", "CANCELLED", "TRANSPARENT",
    )  # fmt: skip
    assert day.decoded("RECURRENCE-ID").isoformat() == "2027-01-19T18:00:00+01:00"


def test_a_series_that_is_cancelled_has_no_day_that_is_not() -> None:
    one = event("2027-01-12 18:00", {"every": "week", "times": "5"}, status="cancelled",
                changes=[{"date": "2027-01-19", "status": "online"}],
                moved=[{"date": "2027-01-26", "to": "2027-01-27"}])  # fmt: skip

    assert {day.status for day in calendar.occurrences(one, date(2027, 1, 1), date(2027, 12, 31))} == {"cancelled"}
    titles = {title for _, _, title in found_by_programs(ics(one), date(2027, 1, 1), date(2027, 12, 31))}
    assert titles == {"Abgesagt: Treff"}


def test_what_is_off_is_told_with_its_reason() -> None:
    one = _with_breaks(event(
        "2027-01-12 18:00",
        {"every": "week", "holidays": "skip", "school_holidays": "skip"},
        off=[{"date": "2027-03-02", "reason": "Betriebsausflug"}],
        moved=[{"date": "2027-03-09", "to": "2027-03-10 19:00", "reason": "Wahlabend"}],
    ))  # fmt: skip

    off = calendar.days_off(one, date(2027, 2, 1), date(2027, 3, 31))

    assert [(str(day.day), day.reason, str(day.to.begins) if day.to else "") for day in off] == [
        ("2027-02-09", "Ferien", ""),
        ("2027-02-16", "Ferien", ""),
        ("2027-03-02", "Betriebsausflug", ""),
        ("2027-03-09", "Wahlabend", "2027-03-10 19:00"),
    ]


def test_saxony_rests_on_its_own_holidays() -> None:
    """Buß- und Bettag and Reformationstag are holidays in Saxony; Fronleichnam is none in Bautzen's law."""
    one = event("2026-01-01", {"every": "day", "holidays": "skip"})

    off = {str(day.day): day.reason for day in calendar.days_off(one, date(2026, 1, 1), date(2026, 12, 31))}

    assert off["2026-11-18"] == "Buß- und Bettag"
    assert off["2026-10-31"] == "Reformationstag"
    assert len(off) == 11 and "2026-06-04" not in off


def test_what_an_editor_says_of_a_holiday_counts_for_more() -> None:
    """1 May 2027 is a Saturday: whoever names it wants it."""
    rule = {"every": "week", "holidays": "skip", "until": "2027-05-15"}
    without = event("2027-04-24 15:00", rule)
    extra = event("2027-04-24 15:00", rule, extra=["2027-05-01"])
    earlier = event("2027-04-24 15:00", rule, extra=["2027-05-01 11:00"])
    moved = event("2027-04-24 15:00", rule, moved=[{"date": "2027-05-01", "to": "2027-05-02"}])

    def starts(one: Event) -> list[str]:
        assert complaints(one) == []
        assert found_by_programs(ics(one), date(2027, 4, 1), date(2027, 6, 1)) == shown(
            one, date(2027, 4, 1), date(2027, 6, 1)
        )
        return [f"{day.start:%d.%m. %H}" for day in calendar.occurrences(one, date(2027, 4, 1), date(2027, 6, 1))]

    assert starts(without) == ["24.04. 15", "08.05. 15", "15.05. 15"]
    assert starts(extra) == ["24.04. 15", "01.05. 15", "08.05. 15", "15.05. 15"]
    assert starts(earlier) == ["24.04. 15", "01.05. 11", "08.05. 15", "15.05. 15"]
    assert starts(moved) == ["24.04. 15", "02.05. 15", "08.05. 15", "15.05. 15"]


def test_an_additional_day_can_be_moved_and_cancelled_like_any_other() -> None:
    one = event("2027-01-12 18:00", {"every": "week", "times": "2"}, extra=["2027-01-14 17:00", "2027-01-15"],
                moved=[{"date": "2027-01-14", "to": "2027-01-16"}],
                changes=[{"date": "2027-01-15", "status": "cancelled"}])  # fmt: skip
    first, last = date(2027, 1, 1), date(2027, 2, 1)

    assert complaints(one) == []
    assert found_by_programs(ics(one), first, last) == shown(one, first, last)
    assert [day.status for day in calendar.occurrences(one, first, last)] == [
        "scheduled", "cancelled", "scheduled", "scheduled",
    ]  # fmt: skip
    assert [day.day.day for day in special(one) if day.moved] == [14]


def test_a_whole_day_may_get_an_hour_for_once() -> None:
    one = event("2027-01-12", {"every": "week", "times": "3"}, extra=["2027-01-14 17:00"],
                moved=[{"date": "2027-01-19", "to": "2027-01-20 10:00", "end": "12:00"}])  # fmt: skip
    first, last = date(2027, 1, 1), date(2027, 2, 1)

    assert complaints(one) == []
    assert found_by_programs(ics(one), first, last) == shown(one, first, last)


def test_a_postponed_event_stands_on_its_new_day() -> None:
    one = event("2027-05-08 18:00", end="22:00", status="postponed", new_start="2027-05-15")
    open_ = event("2027-05-08 18:00", status="postponed", new_start="2027-09")

    [day] = calendar.occurrences(one, date(2027, 5, 1), date(2027, 5, 31))

    assert (str(day.begins), str(day.ends), day.status, day.moved) == (
        "2027-05-15 18:00", "2027-05-15 22:00", "postponed", True,
    )  # fmt: skip
    assert calendar.last_day(one) == date(2027, 5, 15)
    assert not calendar.is_over(open_, date(2027, 9, 30))
    assert found_by_programs(ics(one), date(2027, 5, 1), date(2027, 5, 31)) == shown(
        one, date(2027, 5, 1), date(2027, 5, 31)
    )


CHANGES: tuple[dict[str, Any], ...] = (
    {},
    {"off": ["2027-02-16"]},
    {"off": ["2027-02-16"], "moved": [{"date": "2027-02-23", "to": "2027-02-24"}]},
    {"off": ["2027-02-16"], "moved": [{"date": "2027-02-23", "to": "2027-02-24"}], "status": "cancelled"},
    {"off": ["2027-02-16"], "updated": "2027-02-01"},
    {"updated": "2027-02-02"},
    {"updated": "2027-02-02", "status": "online"},
)


def test_every_noted_change_raises_the_number_of_the_entry() -> None:
    """Each step is what an editor does next; a later ``updated`` outweighs notes that are taken back."""
    written = [event("2027-01-12 18:00", {"every": "week"}, **change) for change in CHANGES]

    numbers = [calendar.sequence(one) for one in written]

    assert numbers[0] == 0
    assert numbers == sorted(set(numbers))
    assert [calendar.stamp(one) for one in written] == sorted(calendar.stamp(one) for one in written)


DAYS = st.sampled_from(
    [
        "2027-01-12",
        "2027-01-19",
        "2027-01-19 10:00",
        "2027-02",
        "2027",
        "31.12.2027",
        "2199-12-31",
        "1000-01-01",
        "x",
        "",
    ]
)
TEXTS = st.sampled_from(
    ["week", "2 weeks", "99 years", "month", "day", "Woche", "skip", "tuesday", "last day", "5th tuesday", "-1", "0",
     "1000", "FREQ=DAILY;COUNT=1000;BYMONTH=2;BYMONTHDAY=29",
     "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "FREQ=DAILY;INTERVAL=99",
     "FREQ=MONTHLY;BYDAY=-5TU", "FREQ=MONTHLY;BYMONTHDAY=31,30,29;BYSETPOS=-1", "FREQ=WEEKLY;UNTIL=99991231",
     "FREQ=YEARLY;BYYEARDAY=366", "FREQ=YEARLY;BYDAY=53MO", "FREQ=MONTHLY;BYMONTHDAY=-31;BYMONTH=2"]
) | DAYS  # fmt: skip
LISTS = st.lists(
    DAYS | st.dictionaries(st.sampled_from(["date", "to", "end", "reason", "place", "status"]), TEXTS, max_size=4),
    max_size=3,
)
FIELDS = st.fixed_dictionaries(
    {"title": st.just("a"), "summary": st.just("b"), "start": DAYS},
    optional={
        "end": DAYS | st.sampled_from(["20:00", "2027-01-13 02:00"]),
        "new_start": DAYS,
        "status": st.sampled_from(["cancelled", "postponed"]),
        "repeat": TEXTS
        | st.dictionaries(
            st.sampled_from(["every", "on", "until", "times", "rule", "holidays", "school_holidays"]),
            TEXTS | st.lists(TEXTS, max_size=2),
            max_size=3,
        )
        | TEXTS.map(lambda text: {"rule": text}),
        "except": LISTS,
        "moved": LISTS,
        "extra": LISTS | DAYS,
        "changes": LISTS,
    },
)


@settings(max_examples=600, deadline=None)
@given(fields=FIELDS)
def test_whatever_is_written_is_answered_in_german(fields: dict[str, Any]) -> None:
    """And what is not complained of can be shown and put into a calendar."""
    desk = Desk()
    source = Source("content/events/a.md", "events", "a", fields, {}, "", 1, Path("a.md"))
    one = read(Event, source, desk)
    if one is not None:
        one = settled(one, source, None, frozenset(), desk)
    if one is None or desk.failed:
        assert all(problem.message and problem.cure for problem in desk.found)
        return

    calendar.is_over(one, date(2027, 6, 1))
    calendar.days_off(one, date(2027, 1, 1), date(2028, 1, 1))
    rule_in_words(one, GERMAN)
    if calendar.can_be_listed(one):
        assert b"BEGIN:VEVENT" in ics(one)
