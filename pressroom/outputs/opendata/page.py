"""The page that explains the data: what each file holds, what is unknown, when it was last changed, how to open it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pressroom import calendar, urls, words
from pressroom.files import Page
from pressroom.kinds.languages import NAMES, direction
from pressroom.outputs import structured, views
from pressroom.outputs.frame import Alternate, page
from pressroom.outputs.opendata import dcat, projects, sheets, shelf
from pressroom.outputs.opendata.columns import COLUMNS, NEW, OLD
from pressroom.outputs.views import Fact, Link, fact, facts
from pressroom.validate import Site

TITLE = "Offene Daten"
SUMMARY = "Was auf dieser Website steht, auch als Dateien: zum Sortieren, Rechnen und Weiterverwenden."
WORDS = "Download herunterladen CSV JSON Excel Tabelle Vorhaben Termine Lizenz DCAT Open Data"
"""What somebody may look for who wants this page."""
_FORMATS = {"CSV": "Tabelle", "JSON": "für Programme"}


@dataclass(frozen=True, slots=True)
class Part:
    """A set of data: its place on the page, what it holds, and the files it is offered as, each with its place."""

    mark: str
    title: str
    description: str
    facts: tuple[Fact, ...]
    files: tuple[tuple[str, Link, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column in words: its two names and headings, what it means, the lists that ask for it, in how many rows it is
    known, and the same in hundredths of a bar.
    """

    name: str
    english: str
    title: str
    title_english: str
    help: str
    lists: str
    known: str
    share: int


class Leaflet(NamedTuple):
    """A sheet to print: its place on the page, where it lies, what it is about, its name, and its language."""

    mark: str
    href: str
    title: str
    name: str
    lang: str
    direction: str
    language: str


def alternates(*sets: shelf.Set) -> tuple[Alternate, ...]:
    """The files of a set for the head of a page that tells the same."""
    return tuple(Alternate(how.kind, how.name, how.address) for one in sets for how in one.offers)


def explained(site: Site) -> Page:
    """The page."""
    settings = site.settings
    named, text = dcat.licence(settings)
    rows = site.derived(projects.rows)
    newest = max(shelf.changed(site, one) for one in shelf.SETS)
    values = {
        "art": views.drawn("wohnblock", 300, 240),
        "summary": SUMMARY,
        "facts": facts(
            fact("Herausgeber", settings.organisation),
            fact("Lizenz", Link(named, text) if named else "noch nicht festgelegt"),
            fact("Namensnennung", dcat.attribution(settings)),
            fact("Zuletzt geändert", _day(newest)),
        ),
        "licensed": bool(named),
        "parts": tuple(_part(site, one, rows) for one in shelf.SETS),
        "sheets": tuple(
            Leaflet(how.mark, how.address, how.title, how.name, how.lang, direction(how.lang), NAMES[how.lang])
            for one in sheets.sheets(site)
            for how in one.offers
        ),
        "fields": _fields(rows),
        "old": OLD,
        "new": NEW,
        "calendar": urls.calendar(urls.section("events")) if _has_calendar(site) else "",
        "schemas": tuple(
            Link(address.removeprefix(urls.DATA), address)
            for address in (
                shelf.PROJECTS_SCHEMA,
                shelf.EVENTS_SCHEMA,
                shelf.described(shelf.PROJECTS_CSV),
                shelf.described(shelf.PROJECTS_ENGLISH),
            )
        ),
        "catalogues": tuple(
            Link(address.removeprefix(urls.DATA), address) for address in (shelf.CATALOGUE, shelf.CATALOGUE_XML)
        ),
    }
    catalogues = (
        Alternate("application/ld+json", "Katalog (DCAT-AP.de)", shelf.CATALOGUE),
        Alternate("application/rdf+xml", "Katalog (DCAT-AP.de)", shelf.CATALOGUE_XML),
    )
    return page(
        site,
        urls.DATA,
        "pages/data.html",
        values,
        title="Offene Daten",
        description=SUMMARY,
        data=[structured.dataset(site, *_told(site, one)) for one in shelf.SETS],
        alternates=(*alternates(*shelf.SETS), *catalogues),
    )


def _part(site: Site, one: shelf.Set, rows: Sequence[projects.Row]) -> Part:
    if one.folder == "projects":
        esf = sum(row["fonds"] is not None for row in rows)
        extent = f"{words.count(len(rows), 'Vorhaben', 'Vorhaben')}, davon {esf} vom Europäischen Sozialfonds gefördert"
    else:
        extent = words.count(sum(not story.draft for story in site.events), "Termin", "Termine")
    return Part(
        one.name,
        one.title,
        one.description,
        facts(fact("Umfang", extent), fact("Zuletzt geändert", _day(shelf.changed(site, one)))),
        tuple(
            (how.mark, Link(f"{how.name} ({how.format}, {_FORMATS[how.format]})", how.address), how.description)
            for how in one.offers
        ),
    )


def _fields(rows: Sequence[projects.Row]) -> tuple[Field, ...]:
    known = {column.name: sum(row[column.name] is not None for row in rows) for column in COLUMNS}
    return tuple(
        Field(
            column.name,
            column.english,
            column.title,
            column.title_english,
            column.help,
            " und ".join(column.lists),
            f"{known[column.name]} von {len(rows)}",
            round(100 * known[column.name] / len(rows)) if rows else 0,
        )
        for column in COLUMNS
    )


def _day(changed: str) -> str:
    """The day of the last change, as far as the texts tell."""
    return words.day(date.fromisoformat(changed)) if changed else "in den Texten nicht festgehalten"


def _has_calendar(site: Site) -> bool:
    return any(calendar.can_be_listed(story.fields) for story in site.events)


def _told(site: Site, one: shelf.Set) -> tuple[Any, ...]:
    """What schema.org is told of a set."""
    files = [(how.address, how.kind) for how in one.offers]
    return (
        one.title,
        one.description,
        f"{urls.DATA}#{one.name}",
        shelf.changed(site, one),
        dcat.licence(site.settings)[1],
        files,
    )
