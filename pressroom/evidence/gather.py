"""What was published for a project: its page, what names it or leads to it, and the files that carry those."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from pressroom import calendar, urls
from pressroom.evidence.ready import Ready
from pressroom.files import File
from pressroom.kinds import Event, News, Project
from pressroom.problems import did_you_mean
from pressroom.validate import Site, Story

KINDS = {"projects": "Vorhaben", "news": "Nachricht", "events": "Termin", "pages": "Seite"}
CARRIERS = {"xml": "Feed", "json": "Feed", "ics": "Kalender", "csv": "Datensatz", "pdf": "Druckfassung"}
"""What a file is that carries stories, by its ending."""

ENDLESS = "ohne Ende"
"""What stands for the last day of a series that goes on."""

_NO_CARRIER = re.compile(r"sitemap[^/]*\.xml|suche/.*")
"""Files for machines that name every page: that says nothing of this project."""
_TITLES = (
    re.compile(r"<title>([^<]*)</title>"),
    re.compile(r'^ "title": "([^"]*)"', re.MULTILINE),
    re.compile(r"^(?:X-WR-CALNAME|NAME):(.*)$", re.MULTILINE),
)
_LANGUAGES = (re.compile(r'xml:lang="([a-z-]+)"'), re.compile(r'^ "language": "([a-z-]+)"', re.MULTILINE))


class Refused(Exception):
    """There is nothing to gather, or nowhere to put it; the text says so in German."""


class Period(NamedTuple):
    """The days a report is about; None where an end is open."""

    first: date | None = None
    last: date | None = None

    def touches(self, first: date, last: date) -> bool:
        """Whether something that may have been at any time between two days may fall into it."""
        return (self.first is None or last >= self.first) and (self.last is None or first <= self.last)


class Publication(NamedTuple):
    """A page or file of the site. Dates are as precise as the text knows them, and empty where it does not.

    ``date`` and ``until`` are of what it tells; ``published`` is the day before which it did not appear, ``changed``
    that of its last change, both only where an editor has written them down. ``language`` is that of a feed; a page
    tells its own.
    """

    kind: str
    title: str
    path: str
    origin: str
    date: str = ""
    until: str = ""
    published: str = ""
    changed: str = ""
    language: str = ""


class Gathered(NamedTuple):
    """All that belongs to a project.

    ``mentions`` are the paths of further pages that lead to it; ``outside`` are the titles of stories that are left
    out because of the period, ``lapsed`` those that are no longer published, each with its last day.
    """

    project: Story[Project]
    pages: tuple[Publication, ...]
    carriers: tuple[Publication, ...]
    mentions: tuple[str, ...]
    outside: tuple[str, ...]
    lapsed: tuple[tuple[str, date], ...]


def project_of(site: Site, given: str) -> Story[Project]:
    """The project somebody means, by the name of its file, with or without folder and ending. Raises Refused."""
    name = given.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].removesuffix(".md")
    story = site.project(name)
    if story is not None:
        return story
    withheld = {PurePosixPath(one.path).stem: one for one in site.withheld if "/projects/" in one.path}
    if name in withheld:
        one = withheld[name]
        day = f" {one.day:%d.%m.%Y}" if one.day else ""
        raise Refused(f"Das Vorhaben „{name}“ ist nicht veröffentlicht ({one.reason}{day}); es gibt nichts zu belegen.")
    known = sorted(story.id for story in site.projects)
    hint = did_you_mean(name, known) or f" Es gibt: {', '.join(known) or 'keines'}."
    raise Refused(f"Das Vorhaben „{name}“ gibt es nicht.{hint}")


def all_of(ready: Ready, given: str, period: Period) -> Gathered:
    """Everything published for a project. Raises Refused where there is none of that name."""
    site = ready.site
    project = project_of(site, given)
    home = urls.path(project.address)
    leading = {path for path in ready.files if path.endswith(".html") and home in _files(ready.led_to(path))} - {home}
    stories = [project, *_told(site, project, leading)]
    within = [story for story in stories if period.touches(*_span(story))]
    pages = sorted((_publication(story) for story in within), key=lambda one: _place(one, project))
    saved = {page.path for page in pages}
    left = {urls.path(story.address) for story in stories} - saved
    # Old addresses of the project itself only lead on to it.
    mentions = {path for path in leading if ready.files[path].origin != project.path} - saved - left
    return Gathered(
        project,
        tuple(pages),
        tuple(_carriers(ready, within)),
        tuple(sorted(mentions)),
        tuple(sorted(story.fields.title for story in stories if story not in within)),
        tuple(_lapsed(site, f"projects/{project.id}")),
    )


def _files(wants: Iterable[str]) -> set[str]:
    return {want.partition("#")[0] for want in wants}


def _told(site: Site, project: Story[Project], leading: set[str]) -> Iterator[Story[Any]]:
    """The stories that name a project in their head, lead to it in their text, or have it in their timeline."""
    naming = set(site.naming(f"projects/{project.id}"))
    for folder in ("news", "events", "projects"):
        for story in site.every(folder):
            if story == project:
                continue
            if story in naming or (urls.path(story.address) in leading and _links(story, project.address)):
                yield story
    # A page leads nowhere by itself. Only the front page shows projects that its text does not name.
    for story in site.pages:
        if urls.path(story.address) in leading and (story.address != urls.HOME or _links(story, project.address)):
            yield story


def _links(story: Story[Any], address: str) -> bool:
    html = story.body.html
    return f'"{address}"' in html or f'"{address}#' in html


def _span(story: Story[Any]) -> tuple[date, date]:
    """The days a story may be of; what has no date is of all days."""
    told = story.fields
    if isinstance(told, News):
        return told.date.first, told.date.last
    if isinstance(told, Event):
        return told.start.day.first, calendar.last_day(told) or date.max
    return date.min, date.max


def _publication(story: Story[Any]) -> Publication:
    told = story.fields
    day = until = ""
    if isinstance(told, News):
        day = str(told.date)
    elif isinstance(told, Event):
        day, until = str(told.start), str(told.end or "")
        if told.rule is not None:
            # A series ends with its last day, wherever its first one does.
            until = str(calendar.last_day(told) or ENDLESS)
    elif isinstance(told, Project):
        day, until = str(told.start or ""), str(told.end or "")
    return Publication(
        KINDS[story.folder],
        told.title,
        urls.path(story.address),
        story.path,
        day,
        until,
        str(told.publish or ""),
        str(told.updated or ""),
    )


def _place(one: Publication, project: Story[Project]) -> tuple[bool, int, str, str]:
    """The project first, then news and events as they happened, other projects, pages."""
    order = {"Nachricht": 0, "Termin": 0, "Vorhaben": 1, "Seite": 2}[one.kind]
    return one.origin != project.path, order, one.date, one.title


def _carriers(ready: Ready, stories: Iterable[Story[Any]]) -> Iterator[Publication]:
    """Feeds, calendars, data and prints in which the stories stand."""
    site = ready.site
    within = {story.path: story for story in stories}
    addresses = [
        urls.absolute(story.address, site.base).encode() for story in within.values() if story.folder != "pages"
    ]
    linked = {want for story in within.values() for want in ready.led_to(urls.path(story.address))}
    own = {story.path for folder in ("news", "events", "projects") for story in site.every(folder)} - within.keys()
    for path, file in sorted(ready.files.items()):
        if not _may_carry(file) or file.origin in own:
            continue
        data = ready.made([path])[path]
        if path.endswith(".pdf"):
            if file.origin in within or path in linked:
                yield Publication(CARRIERS["pdf"], _title_of_print(within.get(file.origin)), path, file.origin)
        elif any(_stands_in(address, _unfolded(data)) for address in addresses):
            yield _carrier(path, file, _unfolded(data).decode())


def _may_carry(file: File) -> bool:
    return file.path.rpartition(".")[2] in CARRIERS and not _NO_CARRIER.fullmatch(file.path)


def _unfolded(data: bytes) -> bytes:
    """The lines of a calendar are broken after 75 bytes (RFC 5545, 3.1)."""
    return data.replace(b"\r\n ", b"").replace(b"\r\n", b"\n")


def _stands_in(address: bytes, data: bytes) -> bool:
    """Whether an address is there, and not only one that begins like it."""
    return re.search(re.escape(address) + rb"(?![A-Za-z0-9])", data) is not None


def _carrier(path: str, file: File, text: str) -> Publication:
    ending = path.rpartition(".")[2]
    kind = CARRIERS[ending] if ending in ("ics", "csv") or "/feed." in f"/{path}" else "Datensatz"
    title = next((match[1].strip() for one in _TITLES if (match := one.search(text))), "")
    language = next((match[1] for one in _LANGUAGES if (match := one.search(text))), "")
    plain = title.replace("&amp;", "&").replace("\\,", ",").replace("\\;", ";")
    return Publication(kind, plain or path, path, file.origin, language=language)


def _title_of_print(story: Story[Any] | None) -> str:
    return str(story.fields.title) if story is not None else "Druckfassung"


def _lapsed(site: Site, key: str) -> Iterator[tuple[str, date]]:
    """The stories that named the project and are no longer published."""
    for one in site.withheld:
        head = site.reads[one.path].head
        if key in head.names and not head.draft and head.expires and head.expires < site.today.isoformat():
            yield one.title, date.fromisoformat(head.expires)
