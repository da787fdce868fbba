"""What falls due for the editors: one function for each matter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pressroom import calendar, words
from pressroom.agenda.changes import named, next_changes
from pressroom.kinds import Event
from pressroom.kinds.project import PROJECT_STATUS_LABELS
from pressroom.validate import Site

SOON = timedelta(days=60)
"""So long before its day it is said that a series or project ends, a consent lapses, or a partner should be asked."""
MOST = 3
"""So many reasons to build again are named; the others are counted."""
RECENT = timedelta(days=30)
"""So long after its day a lapsed story is still named: perhaps nobody has built since."""

Kind = Literal[
    "rebuild",
    "appears",
    "lapses",
    "draft",
    "event",
    "series",
    "holidays",
    "project",
    "results",
    "partner",
    "consent",
    "accessibility",
]


@dataclass(frozen=True, slots=True)
class Due:
    """One matter. ``day`` is when it falls due, past days included; None where no day can be named.

    ``title`` names what it is about, ``what`` says what is the matter and ``cure`` what to do, all in German; ``path``
    is the file to open, as messages show it. Of one kind there is at most one matter for a file.
    """

    day: date | None
    path: str
    kind: Kind
    title: str
    what: str
    cure: str

    @property
    def sentence(self) -> str:
        """Title and matter in one."""
        return f"{self.title}: {self.what}."


def due(site: Site) -> tuple[Due, ...]:
    """Everything that is due or will be, by day, then by file; what has no day comes last."""
    found = (one for matter in MATTERS for one in matter(site))
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.path, one.kind)))


def _rebuild(site: Site) -> Iterator[Due]:
    changes = next_changes(site)
    if changes:
        reasons = [change.reason for change in changes[:MOST]]
        if len(changes) > MOST:
            reasons.append(f"dazu {words.count(len(changes) - MOST, 'weitere Änderung', 'weitere Änderungen')}")
        cure = "Bauen Sie an diesem Tag neu und laden Sie den Ordner public hoch."
        yield Due(changes[0].day, changes[0].path, "rebuild", "Website neu bauen", "; ".join(reasons), cure)


def _withheld(site: Site) -> Iterator[Due]:
    """Drafts, what will appear, and what has just lapsed."""
    for story in site.withheld:
        if story.day is None:
            yield _draft(story.path, story.title)
        elif story.day > site.today:
            cure = "Bauen Sie an diesem Tag neu und laden Sie den Ordner public hoch."
            yield Due(story.day, story.path, "appears", story.title, "erscheint", cure)
        elif story.day >= site.today - RECENT:
            cure = "Haben Sie seitdem gebaut und hochgeladen, ist nichts zu tun. Soll es bleiben, ändern Sie expires."
            yield Due(story.day, story.path, "lapses", story.title, "ist abgelaufen", cure)


def _shown(site: Site) -> Iterator[Due]:
    """What is shown but will lapse, and drafts where they are shown."""
    for story in (*site.news, *site.events, *site.projects, *site.pages):
        told = story.fields
        if told.draft:
            yield _draft(story.path, told.title)
        if told.expires is not None:
            cure = "Bauen Sie am Tag danach neu. Soll es bleiben, ändern Sie expires."
            yield Due(told.expires, story.path, "lapses", told.title, "wird zum letzten Mal gezeigt", cure)


def _draft(path: str, title: str) -> Due:
    return Due(None, path, "draft", title, "Entwurf", "Ist er fertig, löschen Sie die Zeile draft.")


def _events(site: Site) -> Iterator[Due]:
    """Events to come of which visitors would ask: when exactly, until when, where?"""
    for story in site.events:
        told = story.fields
        if told.status == "cancelled" or calendar.is_over(told, site.today):
            continue
        missing = tuple(_missing(told))
        if missing:
            following = calendar.next_after(told, site.today) if told.start.day.exact else None
            day = following.start.date() if following else told.start.day.first
            cure = "Tragen Sie es ein, sobald es feststeht."
            verb = "fehlt" if len(missing) == 1 else "fehlen"
            yield Due(day, story.path, "event", told.title, f"{' und '.join(missing)} {verb}", cure)


def _missing(told: Event) -> Iterator[str]:
    if told.status == "postponed" and told.new_start is None and told.repeat is None:
        yield "neuer Tag (new_start)"
    elif told.start.day.exact is None:
        yield "genauer Tag (start)"
    elif told.start.clock is None and told.end is None:
        yield "Uhrzeit (start)"
    elif told.end is None:
        yield "Ende (end)"
    if told.place is None and told.status != "online":
        yield "Ort (place)"


def _series(site: Site) -> Iterator[Due]:
    """Series whose last day is near."""
    for story in site.events:
        told = story.fields
        last = calendar.last_day(told) if told.repeat is not None and told.status != "cancelled" else None
        if last is not None and site.today <= last <= site.today + SOON and not calendar.is_over(told, site.today):
            cure = "Geht sie weiter, ändern Sie unter repeat den letzten Tag (until) oder die Anzahl (times)."
            yield Due(last, story.path, "series", told.title, "die Reihe endet", cure)


def _school_holidays(site: Site) -> Iterator[Due]:
    """Series that outlast the school holidays noted. Public holidays never run out: they are reckoned."""
    ranges = site.settings.school_holidays
    last = max((one.end for one in ranges), default=None)
    if last is None:
        return
    longer = [story for story in site.events if _skips_later_school_holidays(story.fields, last, site.today)]
    if longer:
        one = len(longer) == 1
        lasting = f"{named(longer[0].fields.title)} läuft" if one else f"{len(longer)} Reihen laufen"
        cure = "Tragen Sie die nächsten Ferien unter school_holidays ein."
        yield Due(last, "content/site.yaml", "holidays", "Schulferien", f"enden in der Liste, {lasting} weiter", cure)


def _skips_later_school_holidays(told: Event, day: date, today: date) -> bool:
    if told.repeat is None or told.repeat.school_holidays is None or calendar.is_over(told, today):
        return False
    last = calendar.last_day(told)
    return last is None or last > day


def _projects(site: Site) -> Iterator[Due]:
    """Projects that end or have ended but are not called completed, and completed ones without results.

    ``unconfirmed`` is left alone: whether such a project ever took place is not known, so nothing is overdue.
    """
    for story in site.projects:
        told = story.fields
        last = told.end.last if told.end else None
        if told.status == "completed" and not told.results:
            cure = "Tragen Sie unter results ein, was belegt erreicht wurde. Ist nichts belegt, bleibt es dabei."
            yield Due(None, story.path, "results", told.title, "abgeschlossen, aber ohne Ergebnisse", cure)
        elif told.status in ("planned", "running") and last is not None and last <= site.today + SOON:
            label = PROJECT_STATUS_LABELS[told.status]
            what = "das Vorhaben endet" if last >= site.today else f"zu Ende, aber Stand „{label}“"
            cure = "Ist es so weit, schreiben Sie status: completed und die Ergebnisse unter results."
            yield Due(last, story.path, "project", told.title, what, cure)


def _partners(site: Site) -> Iterator[Due]:
    """Partners whose entry nobody confirmed for twelve months, counted from the last day ``verified`` may mean."""
    cure = f"Fragen Sie nach. Stimmt alles, tragen Sie ein: verified: {site.today:%Y-%m}"
    for story in site.partners:
        told = story.fields
        if told.verified is None:
            yield Due(None, story.path, "partner", told.name, "noch nie bestätigt", cure)
            continue
        day = _a_year_after(told.verified.last)
        if day <= site.today + SOON:
            what = f"zuletzt bestätigt {words.partial(told.verified)}"
            yield Due(day, story.path, "partner", told.name, what, cure)


def _a_year_after(day: date) -> date:
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _consents(site: Site) -> Iterator[Due]:
    """Consents that lapse. One that has lapsed while people are said to be shown is an error, and no agenda is made."""
    for media in site.pictures.values():
        told = media.fields
        consent = told.consent
        until = consent.until if consent is not None and told.people is not False else None
        if until is not None and until <= site.today + SOON:
            what = "Einwilligung abgelaufen" if until < site.today else "die Einwilligung gilt bis zu diesem Tag"
            cure = "Holen Sie eine neue ein, oder verwenden Sie ein anderes Bild."
            path = f"{media.path.rsplit('.', 1)[0]}.yaml"
            yield Due(until, path, "consent", f"Bild {media.name}", what, cure)


def _accessibility(site: Site) -> Iterator[Due]:
    """The yearly review of the statement on accessibility (BITV 2.0, § 7)."""
    told = site.settings.accessibility
    if told is not None and told.due is not None and told.last_review is not None:
        what = f"zuletzt überprüft am {words.day(told.last_review)}, jährlich fällig"
        cure = "Prüfen Sie neu (docs/handbuch.md, Barrierefreiheit), und tragen Sie den Tag unter reviewed ein."
        yield Due(told.due, "content/site.yaml", "accessibility", "Erklärung zur Barrierefreiheit", what, cure)


MATTERS: tuple[Callable[[Site], Iterator[Due]], ...] = (
    _rebuild,
    _withheld,
    _shown,
    _events,
    _series,
    _school_holidays,
    _projects,
    _partners,
    _consents,
    _accessibility,
)
