"""Rules for events that come back: whether the rule fires, and whether every day named is one of its days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from pressroom import words
from pressroom.calendar import days, free, rules
from pressroom.kinds import Event, Settings
from pressroom.kinds.recurrence import MOST_DAYS, Recurrence
from pressroom.kinds.repeat import Breaks, Repeat
from pressroom.load import Source
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.validate.relations import Names

_ROUND = timedelta(days=400)
_LISTS = ("off", "moved", "extra", "changes")
_NAMES = {"off": "except"}


def settled(event: Event, source: Source, settings: Settings | None, places: Names, desk: Desk) -> Event:
    """The event with the school holidays it leaves out filled in; what is wrong with its days goes to the desk.

    ``settings`` is None where they could not be read; then nobody complains of what they lack.
    """
    _status(event, source, desk)
    _places(event, source, places, desk)
    if event.repeat is None:
        for field in (field for field in _LISTS if getattr(event, field)):
            name = _NAMES.get(field, field)
            desk.report("repeat-alone", source.path, *source.place(name), field=name)
        return event
    if event.repeat.school_holidays is not None and settings is not None:
        if not settings.school_holidays:
            place = source.place("repeat", "school_holidays")
            desk.report("repeat-school", source.path, *place, field="repeat.school_holidays")
        breaks = Breaks(settings.school_holidays)
        event = event.model_copy(update={"repeat": event.repeat.model_copy(update={"school_holidays": breaks})})
    if _starts(event, source, desk) and _fires(event, source, desk):
        _Days(event, source, desk).check()
    return event


def _status(event: Event, source: Source, desk: Desk) -> None:
    if event.new_start is None or (event.status == "postponed" and event.repeat is None):
        return
    cure = "Ergänzen Sie „status: postponed“, oder ändern Sie gleich start."
    if event.repeat is not None:
        cure = "Einen Tag einer Serie verlegen Sie unter „moved:“."
    desk.report("status-start", source.path, *source.place("new_start"), cure=cure)


def _places(event: Event, source: Source, places: Names, desk: Desk) -> None:
    for field in ("moved", "extra"):
        for number, one in enumerate(getattr(event, field)):
            if one.place is not None and one.place not in places:
                known = tuple(places)
                name, place = f"{field} ({number + 1}).place", source.place(field, number, "place")
                hint = did_you_mean(one.place, known)
                desk.report(
                    "id-unknown", source.path, *place, field=name, text=quoted(one.place), what="Ort", hint=hint
                )


def _starts(event: Event, source: Source, desk: Desk) -> bool:
    """Whether start, end and until are days to count from."""
    for field, moment in (("start", event.start), ("end", event.end)):
        if moment is not None and moment.day.exact is None:
            desk.report("repeat-start", source.path, *source.place(field), field=field, text=str(moment))
            return False
    rule = event.rule
    assert rule is not None
    if rule.until is not None and rule.until < event.first:
        name = _said(event.repeat, "until")
        end = {"first": "start", "last": f"repeat.{name}", "start": str(event.start), "end": str(rule.until.date())}
        desk.report("date-order", source.path, *source.place("repeat", name), **end)
        return False
    return True


def _said(repeat: Repeat | None, field: str) -> str:
    """The field in which an editor said it: the rule says everything at once."""
    return "rule" if repeat is not None and repeat.rule is not None else field


def _fires(event: Event, source: Source, desk: Desk) -> bool:
    """Whether the rule fires on the first day, often enough and not too often."""
    rule, start = event.rule, event.first.date()
    assert rule is not None
    name = _said(event.repeat, "every")
    place = source.place("repeat", name)
    short = _short(rule)
    if short:
        day, where, cure = short
        desk.report("repeat-short", source.path, *place, field=f"repeat.{name}", day=day, where=where, cure=cure)
        return False
    following = next(_following(replace(rule, count=None), event.first), None)
    if following is None:
        desk.report("repeat-never", source.path, *place, field=f"repeat.{name}")
        return False
    if following.date() != start:
        words_ = {"day": _named(start), "next": _named(following.date())}
        desk.report("repeat-first", source.path, *source.place("start"), **words_)
        return False
    if not rule.endless:
        end = days.bound(event)
        count = len(rules.days(rule, event.first, start, end))
        if count > MOST_DAYS:
            last = source.place("repeat", _said(event.repeat, "until"))
            field = f"repeat.{_said(event.repeat, 'until')}"
            desk.report("repeat-many", source.path, *last, field=field, count=words.number(count), most=MOST_DAYS)
            return False
        if not event.extra and not event.moved and not days.occurrences(event, start, end):
            desk.report("repeat-never", source.path, *place, field=f"repeat.{name}")
            return False
    return True


def _short(rule: Recurrence) -> tuple[int, str, str] | None:
    """A day of the month that some months or years lack, where it was missing in them, and the cure."""
    if rule.days or rule.positions or len(rule.month_days) != 1 or rule.month_days[0] < 29:
        return None
    day = rule.month_days[0]
    if rule.frequency == "MONTHLY" and not rule.months:
        cure = "Für den letzten Tag schreiben Sie „every: month“ und „on: last day“ (als Regel: BYMONTHDAY=-1). "
        return day, "in jedem Monat", cure + "Sonst wählen Sie einen Tag bis zum 28. oder einen Wochentag."
    if rule.frequency == "YEARLY" and rule.months == (2,) and day == 29:
        return day, "in jedem Februar", "Wählen Sie den 28. Februar oder den 1. März."
    return None


def _following(rule: Recurrence, start: datetime) -> Iterator[datetime]:
    """When the rule fires from its start on, looked for in ever longer stretches."""
    first = start.date()
    yield from rules.days(rule, start, first, first + timedelta(days=31))
    yield from rules.days(rule, start, first + timedelta(days=32), first.replace(year=first.year + rules.FAR, day=1))


class _Days:
    """The days an editor named, held against those of the rule."""

    def __init__(self, event: Event, source: Source, desk: Desk) -> None:
        self.event = event
        self.source = source
        self.desk = desk
        self.extra = {one.date.day.first for one in event.extra}

    def check(self) -> None:
        """Every list from top to bottom; the line of each day is kept to say where it stands already."""
        off: dict[date, int] = {}
        for number, one in enumerate(self.event.off):
            if self._once("except", number, one.date, off):
                self._known("except", number, one.date)
        moved = dict(off)
        for number, move in enumerate(self.event.moved):
            if self._once("moved", number, move.date, moved):
                self._moved(number)
        # A day may be moved and then cancelled, but nothing becomes of a day that is off.
        changed = dict(off)
        for number, change in enumerate(self.event.changes):
            if self._once("changes", number, change.date, changed) and change.date not in self.extra:
                self._known("changes", number, change.date)
        # An additional day may be moved like any other; one of the rule that was moved away is no additional day.
        added = {day: line for day, line in moved.items() if day in off or self._fires_on(day)}
        for number, extra in enumerate(self.event.extra):
            if self._once("extra", number, extra.date.day.first, added):
                self._extra(number, extra.date.day.first)

    def _report(self, code: str, field: str, number: int, **more: object) -> None:
        place = self.source.place(field, number, "date")
        self.desk.report(code, self.source.path, *place, field=f"{field} ({number + 1})", **more)

    def _once(self, field: str, number: int, day: date, taken: dict[date, int]) -> bool:
        if day in taken:
            self._report("repeat-twice", field, number, day=_named(day), line=taken[day])
            return False
        taken[day] = self.source.place(field, number, "date").line
        return True

    def _fires_on(self, day: date) -> bool:
        assert self.event.rule is not None
        return bool(rules.days(self.event.rule, self.event.first, day, day))

    def _known(self, field: str, number: int, day: date) -> bool:
        """Whether the rule fires on a day; if not, the nearest on which it does are named."""
        if self._fires_on(day):
            return True
        rule, first = self.event.rule, self.event.first
        assert rule is not None
        before = rules.days(rule, first, day - _ROUND, day)
        after = rules.days(rule, first, day, max(day, first.date()) + _ROUND)
        near = " und ".join(_named(at.date()) for at in (*before[-1:], *after[:1]))
        self._report("repeat-day", field, number, day=_named(day), near=near or _named(first.date()))
        return False

    def _moved(self, number: int) -> None:
        event, move = self.event, self.event.moved[number]
        if move.date not in self.extra and not self._known("moved", number, move.date):
            return
        here = move.place is None or move.place == event.place
        stays = move.to is None or (move.to.day.first == move.date and move.to.clock in (None, event.start.clock))
        if stays and here and move.end is None and move.date not in self.extra:
            self._report("repeat-same", "moved", number, day=_named(move.date))
            return
        one = next(one for one in days.special(event) if one.moved and one.day == move.date)
        if one.end is not None and one.end_timed and one.end < one.start:
            end = {"first": "date" if move.to is None else "to", "last": "end", "start": one.begins, "end": one.ends}
            self.desk.report("date-order", self.source.path, *self.source.place("moved", number, "end"), **end)
        if any(other.start == one.start and other.day != one.day for other in self._on(one.start.date())):
            cure = "Fällt der verlegte Termin damit weg, nennen Sie ihn unter „except:“."
            self._report("repeat-taken", "moved", number, day=_named(one.start.date()), cure=cure)

    def _extra(self, number: int, day: date) -> None:
        if day < self.event.first.date():
            self._report("repeat-early", "extra", number, day=_named(day))
            return
        repeat = self.event.repeat
        assert repeat is not None
        if self._fires_on(day) and free.reason(repeat, day) is None:
            cure = "Nehmen Sie den Tag heraus. Ist er zu einer anderen Zeit, nennen Sie ihn unter „moved:“."
            self._report("repeat-taken", "extra", number, day=_named(day), cure=cure)

    def _on(self, day: date) -> tuple[days.Occurrence, ...]:
        return days.occurrences(self.event, day, day)


def _named(day: date) -> str:
    """``Dienstag, 2027-02-09``: as one checks it, and as it is written in the file."""
    return f"{words.weekday(day)}, {day.isoformat()}"
