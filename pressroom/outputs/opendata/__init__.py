"""Open data: the list of projects, the dates, their catalogue, what is in them, and the page that explains it all.

Every text here is on a page of the site as well; nothing is told that is not published (rules 2.a, 2.e and P21-10).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pressroom import urls
from pressroom.files import File, Text, later
from pressroom.outputs.opendata import dcat, events, page, projects, schemas, shelf, tables
from pressroom.outputs.opendata.columns import COLUMNS
from pressroom.outputs.opendata.page import SUMMARY, TITLE, WORDS, alternates
from pressroom.outputs.opendata.shelf import EVENTS, PROJECTS, SETS, changed
from pressroom.validate import Site

__all__ = ["EVENTS", "PROJECTS", "SETS", "SUMMARY", "TITLE", "WORDS", "alternates", "changed", "data"]


def data(site: Site) -> Iterator[File]:
    """All files of /daten/ and the page itself."""
    yield later(urls.DATA, "content", page.explained)
    yield later(shelf.PROJECTS_CSV, "content/projects", table, "de")
    yield later(shelf.PROJECTS_ENGLISH, "content/projects", table, "en")
    for address, language in ((shelf.PROJECTS_CSV, "de"), (shelf.PROJECTS_ENGLISH, "en")):
        yield later(shelf.described(address), "content/projects", schemas.csv_metadata, address, language)
    yield later(shelf.PROJECTS_JSON, "content/projects", project_list)
    yield later(shelf.PROJECTS_SCHEMA, "content/site.yaml", schemas.projects)
    yield later(shelf.EVENTS_JSON, "content/events", event_list)
    yield later(shelf.EVENTS_SCHEMA, "content/site.yaml", schemas.events)
    yield later(shelf.CATALOGUE, "content/site.yaml", dcat.json_ld)
    yield later(shelf.CATALOGUE_XML, "content/site.yaml", dcat.rdf_xml)


def table(site: Site, language: str) -> Text:
    """The projects as CSV, with headings in German or English."""
    headings = [column.name if language == "de" else column.english for column in COLUMNS]
    rows = site.derived(projects.rows)
    return Text(tables.table(headings, ([row[column.name] for column in COLUMNS] for row in rows)))


def project_list(site: Site) -> Text:
    """The projects as JSON: what is unknown is null, a figure is a number."""
    told = [{name: _plain(value) for name, value in row.items()} for row in site.derived(projects.rows)]
    return _list(site, shelf.PROJECTS, shelf.PROJECTS_SCHEMA, told)


def event_list(site: Site) -> Text:
    """The dates as JSON."""
    return _list(site, shelf.EVENTS, shelf.EVENTS_SCHEMA, events.records(site))


def _list(site: Site, one: shelf.Set, schema: str, told: Iterable[Mapping[str, Any]]) -> Text:
    """The head of the file, then a line for each record: to lay out a thousand of them takes most of the time."""
    settings = site.settings
    head = {
        "$schema": urls.absolute(schema, site.base),
        "titel": f"{settings.title}: {one.title}",
        "herausgeber": settings.organisation,
        "lizenz": dcat.licence(settings)[1] or None,
        "namensnennung": dcat.attribution(settings) or None,
        "stand": shelf.changed(site, one) or None,
    }
    records = ",\n".join(json.dumps(record, ensure_ascii=False) for record in told)
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return Text(f'{opening},\n "{one.name}": [\n{records}\n ]\n}}\n')


def _plain(value: projects.Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
