"""The two sets of data, the files each is offered as, and when it was last changed."""

from collections.abc import Callable
from typing import NamedTuple

from pressroom import urls
from pressroom.kinds.dates import PartialDate
from pressroom.kinds.languages import SOURCE
from pressroom.validate import Site

Span = tuple[PartialDate | None, PartialDate | None]

PROJECTS_CSV, PROJECTS_ENGLISH, PROJECTS_JSON = (
    urls.data(name) for name in ("projekte.csv", "projects.csv", "projekte.json")
)
PROJECTS_SCHEMA, EVENTS_SCHEMA = (urls.data(name) for name in ("projekte.schema.json", "events.schema.json"))
EVENTS_JSON, CATALOGUE, CATALOGUE_XML = (urls.data(name) for name in ("events.json", "katalog.jsonld", "katalog.rdf"))


def described(table: str) -> str:
    """Where programs look for the description of a CSV file (Tabular Data on the Web, 5.3)."""
    return f"{table}-metadata.json"


class Offer(NamedTuple):
    """One file of a set. ``mark`` is its place on the page; ``format`` is of the Union's list of file types, ``kind`` a
    media type; ``schema`` describes what is in it; ``title`` is what it is about, where its name does not say that.
    """

    mark: str
    address: str
    format: str
    kind: str
    description: str
    schema: str = ""
    title: str = ""
    lang: str = SOURCE

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.address.rpartition("/")[2]


class Set(NamedTuple):
    """A set of data. ``folder`` is that of its texts, empty where they are of several; ``themes`` are of the Union's
    list; ``span`` says from when to when it tells, as far as known.
    """

    name: str
    folder: str
    title: str
    english: str
    description: str
    themes: tuple[str, ...]
    keywords: tuple[str, ...]
    offers: tuple[Offer, ...]
    span: Callable[[Site], Span]


def _of_projects(site: Site) -> Span:
    """From the first known start; to the last known end, if no project is still going on or to come."""
    told = [story.fields for story in site.projects if not story.draft]
    first = min((one.start for one in told if one.start), key=lambda day: day.first, default=None)
    if any(one.status in ("running", "planned") for one in told):
        return first, None
    return first, max((one.end for one in told if one.end), key=lambda day: day.last, default=None)


def _of_events(site: Site) -> Span:
    """From the first event; there is always room for another."""
    earliest = next((story for story in reversed(site.events) if not story.draft), None)
    return (earliest.fields.start.day if earliest else None), None


PROJECTS = Set(
    "projekte",
    "projects",
    "Liste der Vorhaben",
    "List of operations",
    "Die Vorhaben, von denen diese Website berichtet: Träger, Zeitraum, Förderung, Kosten, Ort, Ziele und belegte "
    "Ergebnisse, soweit sie bekannt sind. Ein Auszug mit den Feldern der Listen der Vorhaben nach Anhang XII der "
    "Verordnung (EU) Nr. 1303/2013 und Artikel 49 der Verordnung (EU) 2021/1060.",
    ("SOCI", "GOVE"),
    ("Vorhaben", "Förderung", "Europäischer Sozialfonds"),
    (
        Offer(
            "projekte-csv",
            PROJECTS_CSV,
            "CSV",
            "text/csv",
            "Eine Zeile je Vorhaben, für Tabellenprogramme.",
            described(PROJECTS_CSV),
        ),
        Offer(
            "projects-csv",
            PROJECTS_ENGLISH,
            "CSV",
            "text/csv",
            "Dieselben Zeilen mit englischen Überschriften.",
            described(PROJECTS_ENGLISH),
        ),
        Offer(
            "projekte-json",
            PROJECTS_JSON,
            "JSON",
            "application/json",
            "Dieselben Angaben für Programme.",
            PROJECTS_SCHEMA,
        ),
    ),
    _of_projects,
)
EVENTS = Set(
    "termine",
    "events",
    "Termine",
    "Events",
    "Die öffentlichen Termine, die auf dieser Website stehen, auch vergangene und abgesagte: Zeit, Ort, "
    "Veranstalter, Kosten und Stand, soweit sie bekannt sind. Serien mit allen Tagen vom Beginn des laufenden "
    "Monats an, zwölf Monate weit.",
    ("SOCI", "EDUC"),
    ("Termine", "Veranstaltungen"),
    (
        Offer(
            "events-json",
            EVENTS_JSON,
            "JSON",
            "application/json",
            "Jeder Termin mit allen seinen Tagen, für Programme.",
            EVENTS_SCHEMA,
        ),
    ),
    _of_events,
)
SETS = (PROJECTS, EVENTS)


def changed(site: Site, one: Set) -> str:
    """The last day on which a story of the set was changed, as far as stories say so; empty where none does."""
    if not one.folder:
        return ""
    return max((story.changed for story in site.every(one.folder) if not story.draft), default="")
