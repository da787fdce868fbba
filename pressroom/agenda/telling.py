"""The agenda as editors read it, as programs take it, and as a calendar shows it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from textwrap import wrap

from pressroom import calendar, words
from pressroom.agenda.matters import Due, due
from pressroom.calendar import Entry, Occurrence
from pressroom.validate import Site

WIDTH, NAME = 100, 56
"""Signs on a line, and of a file's name beside which the matter still stands on the same one."""
NEXT = timedelta(days=30)
_MARGIN = "  "
_DATE = "%d.%m.%Y"


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due, as of ``today``; ``until`` is the last day asked for, None for all; ``gaps`` counts the answers only
    the client can give.
    """

    name: str
    today: date
    until: date | None
    due: tuple[Due, ...]
    gaps: int


def drawn_up(site: Site, gaps: int, until: date | None = None) -> Agenda:
    """The agenda of a site. What has no day is on it whatever ``until`` says."""
    found = tuple(one for one in due(site) if until is None or one.day is None or one.day <= until)
    return Agenda(f"{site.settings.title}: Was ansteht", site.today, until, found, gaps)


def as_text(agenda: Agenda) -> str:
    """In German, grouped by how near the day is; lines of at most 100 characters, as far as names of files allow."""
    ahead = next((one for one in agenda.due if one.kind == "rebuild"), None)
    rest = [one for one in agenda.due if one.kind != "rebuild"]
    blocks = [f"Was ansteht. Stand: {words.day(agenda.today)}"]
    if agenda.until is not None:
        blocks[0] += f", bis {words.day(agenda.until)}"
    blocks.append(_next_build(ahead, agenda.until))
    blocks += ["\n".join([title, *_rows(members)]) for title, members in _groups(rest, agenda.today) if members]
    if not rest:
        blocks.append("Nichts ist fällig.")
    if agenda.gaps:
        missing = words.count(agenda.gaps, "Angabe des Auftraggebers fehlt", "Angaben des Auftraggebers fehlen")
        blocks.append(f"{missing} noch; „build.py check“ zeigt sie.")
    return "\n\n".join(blocks)


def _next_build(ahead: Due | None, until: date | None) -> str:
    if ahead is None or ahead.day is None:
        when = f"Bis {words.day(until)} ändert" if until else "Von selbst ändert"
        return f"{when} sich auf der Website nichts. Bauen Sie neu, wenn Sie etwas geändert haben."
    day = f"{words.weekday(ahead.day)}, {words.day(ahead.day)}"
    lines = wrap(f"{ahead.what[:1].upper()}{ahead.what[1:]}.", WIDTH, initial_indent=_MARGIN, subsequent_indent=_MARGIN)
    return "\n".join([f"Nächster Tag, an dem ein neuer Bau etwas ändert: {day}.", *lines])


def as_json(agenda: Agenda) -> str:
    """``today``, ``until``, ``legal_gaps`` and ``due``, a list of ``day``, ``path``, ``kind``, ``sentence``, ``cure``;
    days as 2026-11-22 or null.
    """
    rows = [
        {"day": one.day, "path": one.path, "kind": one.kind, "sentence": one.sentence, "cure": one.cure}
        for one in agenda.due
    ]
    told = {"today": agenda.today, "until": agenda.until, "legal_gaps": agenda.gaps, "due": rows}
    return json.dumps(told, ensure_ascii=False, indent=1, default=date.isoformat)


def as_ics(agenda: Agenda) -> bytes:
    """A calendar with a whole-day entry for each matter that has a day; a matter keeps its UID while its day moves."""
    entries = [_entry(one, one.day, agenda.today) for one in agenda.due if one.day is not None]
    return calendar.joined(calendar.opening(agenda.name, False), map(calendar.written, entries))


def _entry(one: Due, day: date, today: date) -> Entry:
    whole = Occurrence(day, datetime.combine(day, time.min), None, False, False, "scheduled", "", None, False, False)
    # The next day to build is another matter each time; everything else is the same file's until it is settled.
    name = day.isoformat() if one.kind == "rebuild" else one.path
    return Entry(
        uid=f"{one.kind}.{name}@redaktion.bautzen-gesundbrunnen",
        title=one.sentence.removesuffix("."),
        first=whole,
        stamp=today,
        sequence=0,
        description=f"{one.cure}\n{one.path}",
        location="",
        url="",
        busy=False,
    )


def _groups(rest: list[Due], today: date) -> tuple[tuple[str, list[Due]], ...]:
    dated = [(one.day, one) for one in rest if one.day is not None]
    return (
        ("Überfällig", [one for day, one in dated if day < today]),
        (f"In den nächsten {NEXT.days} Tagen", [one for day, one in dated if today <= day <= today + NEXT]),
        ("Später", [one for day, one in dated if day > today + NEXT]),
        ("Ohne Datum", [one for one in rest if one.day is None]),
    )


def _rows(members: list[Due]) -> Iterator[str]:
    """Day, file, matter; below the last of several with the same cure, the cure."""
    column = max((len(one.path) for one in members if len(one.path) <= NAME), default=0)
    for one, following in zip_longest(members, members[1:]):
        day = f"{one.day:{_DATE}}  " if one.day is not None else ""
        begin = f"{_MARGIN}{day}{one.path:<{column}}  "
        if len(one.path) <= NAME and len(begin) + len(one.what) <= WIDTH:
            yield begin + one.what
        else:
            indent = _MARGIN + " " * len(day)
            yield begin.rstrip()
            yield from wrap(one.what, WIDTH, initial_indent=indent, subsequent_indent=indent)
        if following is None or following.cure != one.cure:
            yield from wrap(f"→ {one.cure}", WIDTH, initial_indent=_MARGIN * 2, subsequent_indent=_MARGIN * 3)
