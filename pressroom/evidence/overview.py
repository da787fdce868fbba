"""What the readable summary says, ready for its template."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pressroom import urls, words
from pressroom.camera import Film
from pressroom.evidence.copies import Exhibit
from pressroom.evidence.gather import ENDLESS, Gathered, Period
from pressroom.evidence.publication import Publication
from pressroom.evidence.verdicts import Measured, verdicts
from pressroom.kinds import Project
from pressroom.kinds.dates import parse_moment
from pressroom.kinds.project import PROGRAMME_LABELS, PROJECT_STATUS_LABELS
from pressroom.problems import Waived
from pressroom.validate import Site

TEMPLATE = "evidence/overview.html"
UNKNOWN = "nicht bekannt"


class Named(NamedTuple):
    """A funding notice under a letter, so that a table can name it."""

    letter: str
    text: str
    rules: str


class Row(NamedTuple):
    """One exhibit in words; ``notices`` are letters, ``more`` the rules it keeps beside those of its notices."""

    number: int
    kind: str
    title: str
    href: str
    address: str
    date: str
    published: str
    changed: str
    language: str
    notices: str
    more: str


class Picture(NamedTuple):
    """The first screen of a page, and the whole of it in two widths."""

    number: int
    title: str
    first: str
    whole: tuple[tuple[str, str], ...]
    seen: bool


class Sum(NamedTuple):
    """A file as it was published, and its digest."""

    number: int
    file: str
    digest: str


@dataclass(frozen=True, slots=True)
class Making:
    """How the evidence came about. ``version`` names generator and commit; ``pretended`` says that the day was given
    on the command line; ``dark`` is why there are no pictures, empty where there are.
    """

    version: str
    pretended: bool
    film: Film | None
    dark: str


def values(
    site: Site,
    gathered: Gathered,
    exhibits: Sequence[Exhibit],
    period: Period,
    making: Making,
    pictures: Mapping[str, tuple[str, ...]],
    waived: Iterable[Waived],
) -> dict[str, Any]:
    """What the template shows."""
    told = gathered.project.fields
    film = making.film
    measured = [Measured(shot.seen, shot.emblem) for shot in film.shots] if film is not None else []
    named = _named(exhibits)
    rows = [_row(number, one, named) for number, one in enumerate(exhibits, 1)]
    pages = len(gathered.pages)
    languages = {one.language for one in exhibits[:pages] if one.language}
    return {
        "title": told.title,
        "plus": told.funding is not None and told.funding.programme == "esf-plus-2021-2027",
        "esf": told.esf,
        "emblem": "seiten/assets/eu-emblem.svg",
        "day": words.day(site.today),
        "pretended": making.pretended,
        "facts": _facts(told, site),
        "scope": _scope(gathered, exhibits, period, languages, site),
        "notices": tuple(named.values()),
        "pages": rows[:pages],
        "carriers": rows[pages:],
        "verdicts": verdicts(told, exhibits, measured),
        "pictures": _pictures(exhibits, pictures, measured),
        "browser": film.browser.replace("/", " ") if film is not None else "",
        "dark": making.dark,
        "mentions": tuple(urls.public(path, site.base) for path in gathered.mentions),
        "outside": gathered.outside,
        "lapsed": tuple(f"{title} (zuletzt gezeigt am {words.day(day)})" for title, day in gathered.lapsed),
        "exceptions": tuple(_exceptions(waived, {one.publication.origin for one in exhibits})),
        "placeholder": is_placeholder(site.base),
        "base": site.base,
        "version": making.version,
        "sums": tuple(Sum(number, one.original, one.digest_published) for number, one in enumerate(exhibits, 1)),
    }


def _exceptions(waived: Iterable[Waived], origins: Container[str]) -> Iterator[str]:
    """The hints that the stories shown here excuse, with their reasons."""
    for problem, waiver in waived:
        if problem.path in origins:
            day = words.day(date.fromisoformat(waiver.day))
            yield f"{problem.path}: {problem.message} Ausgenommen seit {day}: {words.sentence(waiver.reason)}"


def is_placeholder(base: str) -> bool:
    """Whether nobody can ever visit an address: its name is reserved for examples or one's own machine (RFC 2606)."""
    host = base.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0].rstrip(".")
    last = host.rpartition(".")[2]
    return last in ("example", "test", "invalid", "localhost") or host in (
        "127.0.0.1",
        "example.org",
        "example.com",
        "example.net",
    )


def _facts(told: Project, site: Site) -> tuple[tuple[str, str], ...]:
    """What is known of the project, and that the rest is not."""
    funding = told.funding
    lead = site.partner(told.lead)
    cost = funding.eligible_cost if funding else None
    rate = funding.cofinancing_rate if funding else None
    return (
        ("Vorhaben", told.title),
        ("Kennung beim Geldgeber", (funding.code if funding else None) or UNKNOWN),
        ("Programm", PROGRAMME_LABELS[funding.programme] if funding else UNKNOWN),
        ("Zeitraum des Vorhabens", words.period(told.start, told.end) or UNKNOWN),
        ("Stand", PROJECT_STATUS_LABELS[told.status]),
        ("Träger", lead.fields.name if lead is not None else UNKNOWN),
        ("Geldgeber", "; ".join(funding.funders if funding else ()) or UNKNOWN),
        ("Förderfähige Gesamtkosten", words.euro(cost) if cost is not None else UNKNOWN),
        ("Kofinanzierungssatz der EU", f"{words.number(rate)} %" if rate is not None else UNKNOWN),
    )


def _scope(
    gathered: Gathered, exhibits: Sequence[Exhibit], period: Period, languages: set[str], site: Site
) -> tuple[tuple[str, str], ...]:
    """What this evidence is of."""
    kinds: dict[str, int] = {}
    for one in exhibits:
        kinds[one.publication.kind] = kinds.get(one.publication.kind, 0) + 1
    many = {
        "Vorhaben": "Seiten von Vorhaben",
        "Nachricht": "Nachrichten",
        "Termin": "Termine",
        "Seite": "weitere Seiten",
        "Feed": "Feeds",
        "Kalender": "Kalenderdateien",
        "Datensatz": "Datensätze",
        "Druckfassung": "Druckfassungen",
    }
    one_of = {"Vorhaben": "Seite des Vorhabens", "Seite": "weitere Seite", "Kalender": "Kalenderdatei"}
    counted = [words.count(amount, one_of.get(kind, kind), many[kind]) for kind, amount in kinds.items()]
    return (
        ("Website", f"{site.settings.title} – {site.base}"),
        ("Herausgeber", site.settings.organisation),
        ("Stand der Website", words.day(site.today)),
        ("Nachrichten und Termine", _period(period)),
        ("Umfang", ", ".join(counted)),
        ("Sprachen der Seiten", ", ".join(sorted(map(words.language, languages))) or UNKNOWN),
    )


def _period(period: Period) -> str:
    first = f"ab {words.day(period.first)}" if period.first else ""
    last = f"bis {words.day(period.last)}" if period.last else ""
    return " ".join(part for part in (first, last) if part) or "aus der ganzen Zeit"


def _named(exhibits: Sequence[Exhibit]) -> dict[str, Named]:
    """Every different notice of the pages, A first, by its text."""
    named: dict[str, Named] = {}
    for one in exhibits:
        for notice in one.notices:
            letter = chr(ord("A") + len(named))
            named.setdefault(str(notice), Named(letter, str(notice), ", ".join(notice.rules(one.coloured))))
    return named


def _row(number: int, one: Exhibit, named: Mapping[str, Named]) -> Row:
    told = one.publication
    said = {rule for notice in one.notices for rule in notice.rules(one.coloured)}
    more = ", ".join(rule for rule in one.rules if rule not in said)
    return Row(
        number,
        told.kind,
        told.title,
        one.file,
        one.address,
        _dates(told),
        words.day(date.fromisoformat(told.published)) if told.published else "",
        words.day(date.fromisoformat(told.changed)) if told.changed else "",
        words.language(one.language) if one.language else "",
        " und ".join(named[str(notice)].letter for notice in one.notices),
        f"auch {more}" if more else "",
    )


def _dates(told: Publication) -> str:
    """The days a page tells of, in words."""
    if not told.date:
        return f"bis {_moment(told.until)}" if told.until else ""
    first = _moment(told.date)
    if told.until == ENDLESS or (told.kind == "Vorhaben" and not told.until):
        return f"ab {first}"
    last = _moment(told.until) if told.until else first
    return first if last == first else f"{first} bis {last}"


def _moment(text: str) -> str:
    return words.partial(parse_moment(text).day)


def _pictures(
    exhibits: Sequence[Exhibit], pictures: Mapping[str, tuple[str, ...]], measured: Sequence[Measured]
) -> tuple[Picture, ...]:
    shown = [(number, one) for number, one in enumerate(exhibits, 1) if one.file in pictures]
    return tuple(
        Picture(
            number,
            one.publication.title,
            pictures[one.file][0],
            tuple((file, _width(file)) for file in pictures[one.file][1:]),
            seen.seen,
        )
        for (number, one), seen in zip(shown, measured, strict=True)
    )


def _width(file: str) -> str:
    """``360 Pixel`` of ``01-projekte-park-360.png``, ``360 Pixel, Teil 2`` of ``…-360-2.png``."""
    *_, before, last = file.removesuffix(".png").split("-")
    return f"{last} Pixel" if len(last) > 2 else f"{before} Pixel, Teil {last}"
