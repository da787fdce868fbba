"""Rules for those who pay: which notice a project carries, and what its texts may say of the European Social Fund."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pressroom.kinds import Event, News, Page, Project, Settings
from pressroom.kinds.project import Funding
from pressroom.kinds.values import Model
from pressroom.load import Source
from pressroom.load.source import Value
from pressroom.problems import Desk, quoted
from pressroom.urls import bare_id

PLUS = "esf-plus-2021-2027"
_PERIODS = {"esf-2014-2020": (2014, 2023), PLUS: (2021, 2029)}
"""First and last year in which an operation of the programme may run (n+3, or n+2 for ESF Plus)."""
FUNDS = {"esf-2014-2020": "Europäischer Sozialfonds", PLUS: "Europäischer Sozialfonds Plus"}
"""What the fund of each programme is called."""

_UNION = re.compile(r"\bEU\b|Europäische[nr]?\s+(?:Union|Sozialfonds)|\bESF\b")
_FUND = re.compile(r"Europäische[nr]?\s+Sozialfonds(\s+Plus|\s*\+)?|\bESF(\s+Plus|\+|-Plus)?")
_OTHER_FUND = re.compile(
    r"EFRE|Regionale Entwicklung|ELER|LEADER|Interreg|Erasmus|AMIF|Asyl-|Horizont|Kreatives Europa|CERV|JTF|EHAP|"
    r"NextGeneration|Solidaritätskorps|Kohäsionsfonds|Wiederaufbau",
    re.IGNORECASE,
)
"""Other funds and programmes of the Union, as far as they may pay for something in a district."""

_STATEMENT = re.compile(r"(?:Kof|F)inanziert\s+von\s+der\s+Europäischen\s+Union", re.IGNORECASE)
_STATE = re.compile(r"[^.\n]*\b(?:Steuermittel\w*[^.]*?Landtag|Landtag[^.]*?Steuermittel)[^.\n]*", re.IGNORECASE)
_STATE_WORDS = re.compile(
    r"Diese Maßnahme wird mitfinanziert (?:durch Steuermittel|mit Steuermitteln) auf (?:der )?Grundlage des vom "
    r"Sächsischen Landtag beschlossenen Haushaltes\.?"
)
_OWED = re.compile(r"\[\[.*?\]\]", re.DOTALL)

_ESF = re.compile(r"\bESF\b|Europäische[nrs]?\s+Sozialfonds")
_PAYS = re.compile(r"gefördert|finanziert|bezahlt|ESF-(?:Vorhaben|Maßnahme|Projekt)|\b(?:aus|mit) (?:Geld|Mitteln)\b")
_DENIED = re.compile(
    r"\b(?:nicht|kein\w*|nie|ohne|ob|weder|beantrag\w*|könnte\w*|soll(?:te)?n?|Plus)\b|\?", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")


class Told(NamedTuple):
    """A sentence that says the ESF paid for something, and where it stands."""

    text: str
    line: int
    column: int


def of_project(project: Project, source: Source, today: date, desk: Desk) -> None:
    """The rules for the fields of one project."""
    if project.funding is None:
        return
    if project.esf:
        _of_esf(project, project.funding, source, today, desk)
    else:
        _of_others(project.funding, source, desk)
    for field in ("eligible_cost", "total_cost"):
        if getattr(project.funding, field) == 0:
            desk.report("funding-zero", source.path, *source.place("funding", field), field=field)


def _of_esf(project: Project, funding: Funding, source: Source, today: date, desk: Desk) -> None:
    plus = funding.programme == PLUS
    first, last = _PERIODS[funding.programme]
    place = source.place("funding", "programme")
    years = [moment.year for moment in (project.start, project.end) if moment]
    if any(not first <= year <= last for year in years):
        period = " bis ".join(str(year) for year in years)
        desk.report("funding-period", source.path, *place, period=period, programme=funding.programme)
    if project.status == "unconfirmed":
        desk.report("funding-unproven", source.path, *place)
    if not project.aims:
        desk.report("plus-aims" if plus else "funding-aims", source.path, source.place("funding").line, 0)
    ended = project.status == "completed" or (project.end is not None and project.end.last < today)
    if ended and not project.results:
        line = source.place("status" if project.status == "completed" else "end").line
        desk.report("plus-results" if plus else "funding-results", source.path, line, 0)
    for field, title in _missing(project, ended):
        code = "plus-gap" if plus else "funding-gap"
        desk.report(code, source.path, source.place("funding").line, 0, field=field, title=title)
    _funders(funding, source, desk)
    if funding.cofinancing_rate == 0:
        place = source.place("funding", "cofinancing_rate")
        desk.report("funding-rate", source.path, *place, text="0", reason="der ESF zahlt immer einen Teil.")


def _missing(project: Project, ended: bool) -> Iterator[tuple[str, str]]:
    """What a list of operations asks of every project; what is not known stays away, but is told.

    The fund is known from the programme, so ``funders`` may be left out.
    """
    if project.lead is None:
        yield "lead", "Träger"
    if project.start is None:
        yield "start", "Beginn"
    if project.end is None and ended:
        yield "end", "Ende"


def _funders(funding: Funding, source: Source, desk: Desk) -> None:
    """Those who pay for an ESF project: the Union among them, and no fund of the other period."""
    words = {"programme": funding.programme, "fund": FUNDS[funding.programme]}
    if funding.funders and not any("Europäische Union" in funder for funder in funding.funders):
        desk.report("funding-funder", source.path, *source.place("funding", "funders"), **words)
    for number, funder in enumerate(funding.funders):
        found = _FUND.search(funder)
        if found and bool(found[1] or found[2]) != (funding.programme == PLUS):
            place = source.place("funding", "funders", number)
            desk.report("funding-mixed", source.path, *place, text=quoted(funder), **words)


def _of_others(funding: Funding, source: Source, desk: Desk) -> None:
    """No fund of the Union may be named where the page will carry no notice of it."""
    for number, funder in enumerate(funding.funders):
        if _FUND.search(funder) or (_UNION.search(funder) and not _OTHER_FUND.search(funder)):
            place = source.place("funding", "funders", number)
            desk.report("funding-other", source.path, *place, text=quoted(funder), programme=funding.programme)
    if funding.cofinancing_rate is not None:
        place = source.place("funding", "cofinancing_rate")
        reason = "das Programm ist keines der Europäischen Union."
        desk.report("funding-rate", source.path, *place, text=funding.cofinancing_rate, reason=reason)
    if funding.programme == "none":
        for field in ("funders", "eligible_cost"):
            if getattr(funding, field):
                desk.report("funding-none", source.path, *source.place("funding", field), field=field)


def of_texts(fields: Model, source: Source, desk: Desk) -> tuple[Told, ...]:
    """What a story says of the funding in its own words; returned is what only the projects it names can prove."""
    if isinstance(fields, Project) and (fields.funding is None or fields.funding.programme != PLUS):
        for text, line, column in _texts(source):
            for found in _STATEMENT.finditer(text):
                where = _line(text, found.start(), line)
                desk.report("funding-statement", source.path, where, column, text=quoted(found[0]))
    for text, line, column in _texts(source):
        if "teuermittel" in text:
            for found in _STATE.finditer(_without(text)):
                where = _line(text, found.start() + len(found[0]) - len(found[0].lstrip()), line)
                desk.report("state-sentence", source.path, where, column, text=quoted(found[0].strip()))
    if isinstance(fields, Page):
        _imprint(source, desk)
    if not isinstance(fields, News | Event | Project) or (isinstance(fields, Project) and fields.esf):
        return ()
    return tuple(_told(source))


def _told(source: Source) -> Iterator[Told]:
    """Every sentence that says the ESF paid for something."""
    for text, line, column in _texts(source):
        if "ESF" not in text and "Sozialfonds" not in text:
            continue
        for sentence in _SENTENCE.finditer(_without(text)):
            said = sentence[0]
            if _ESF.search(said) and _PAYS.search(said) and not _DENIED.search(said):
                begin = sentence.start() + len(said) - len(said.lstrip())
                yield Told(quoted(said.strip()), _line(text, begin, line), column)


def check_told(path: str, told: Iterable[tuple[str, int, int]], programmes: Collection[str], desk: Desk) -> None:
    """Reports what a story says of the ESF if it names projects, and none of them is one of the ESF.

    ``programmes`` are those of the projects it names or links to, itself among them.
    """
    if not programmes or any(programme.startswith("esf") for programme in programmes):
        return
    for text, line, column in told:
        desk.report("funding-claim", path, line, column, text=text)


def of_settings(settings: Settings, source: Source, desk: Desk) -> None:
    """The rules for the notice that stands on every page."""
    notice = settings.funding_notice
    if notice.plus != (notice.union != "Europäische Union"):
        place = source.place("funding_notice", "fund")
        desk.report("notice-mixed", source.path, *place, union=notice.union, fund=notice.fund)
    if notice.state is not None and not _STATE_WORDS.fullmatch(notice.state):
        desk.report("notice-state", source.path, *source.place("funding_notice", "state"))
    if notice.region != "Europa fördert Sachsen.":
        place = source.place("funding_notice", "region")
        desk.report("notice-region", source.path, *place, text=quoted(notice.region))


def check_notice(path: str, fund: str, line: int, column: int, programmes: Iterable[str], desk: Desk) -> None:
    """Reports a fund that is named on every page and paid for nothing here."""
    known = {FUNDS[programme] for programme in programmes if programme in FUNDS}
    if known and fund not in known:
        desk.report("notice-fund", path, line, column, fund=fund, known=" oder ".join(sorted(known)))


def _imprint(source: Source, desk: Desk) -> None:
    """The imprint repeats the notice in words."""
    if bare_id(source.name) != "impressum":
        return
    for wanted in ("Europa fördert Sachsen.", "Europäischer Sozialfonds"):
        if wanted not in source.text:
            desk.report("imprint-wording", source.path, source.text_line, 0, text=f"„{wanted}“")


def _texts(source: Source) -> Iterator[tuple[str, int, int]]:
    """Every text of a story that readers see, with the place where it begins; sources are titles of others."""
    for name in ("title", "summary", "aims", "results", "target_groups"):
        yield from _within(source, (name,), source.fields.get(name))
    yield source.text, source.text_line, 0


def _within(source: Source, key: tuple[str | int, ...], value: Value | None) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, str):
        yield value, *source.place(*key)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _within(source, (*key, number), item)


def _without(text: str) -> str:
    """A text with blanks in place of its gaps: what is owed is not said yet."""
    return _OWED.sub(lambda gap: re.sub(r"[^\n]", " ", gap[0]), text)


def _line(text: str, place: int, first: int) -> int:
    """The line of a place in a text that begins on line ``first``; texts of fields are held for one line."""
    return first + text.count("\n", 0, place)
