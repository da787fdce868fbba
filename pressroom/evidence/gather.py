"""What was published for a project: its page, what names it or leads to it, and the files that carry those."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from pressroom import calendar, urls
from pressroom.evidence.carriers import carriers
from pressroom.evidence.publication import Publication
from pressroom.evidence.ready import Ready
from pressroom.kinds import Event, News, Project
from pressroom.problems import did_you_mean
from pressroom.validate import Site, Story

KINDS = {"projects": "Vorhaben", "news": "Nachricht", "events": "Termin", "pages": "Seite"}
ENDLESS = "ohne Ende"
"""What stands for the last day of a series that goes on."""


class Refused(Exception):
    """There is nothing to gather, or nowhere to put it; the text says so in German."""


class Period(NamedTuple):
    """The days a report is about; None where an end is open."""

    first: date | None = None
    last: date | None = None

    def touches(self, first: date, last: date) -> bool:
        """Whether something that may have been at any time between two days may fall into it."""
        return (self.first is None or last >= self.first) and (self.last is None or first <= self.last)


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
    voices = [site.speaking(lang) for lang in site.languages]
    homes = {urls.path(voice.turned(project.address)) for voice in voices}
    leading = {path for path in ready.files if path.endswith(".html") and homes & _files(ready.led_to(path))} - homes
    # What is told in one language is the same story in every other.
    told = {story.path for voice in voices for story in _told(voice, project, leading)} | {project.path}
    stories = [story for folder in KINDS for story in site.every(folder) if story.path in told]
    within = [story for story in stories if period.touches(*_span(story))]
    pages: list[Publication] = []
    for voice in voices:
        spoken = [(story != project, _publication(path, story)) for path, story in _spoken(within, voice)]
        pages += [page for _, page in sorted(spoken, key=lambda one: (one[0], *_place(one[1])))]
    saved = {page.path for page in pages}
    left = {path for voice in voices for path, _ in _spoken(stories, voice)} - saved
    # Old addresses of the project itself only lead on to it.
    mentions = {path for path in leading if ready.files[path].origin != project.path} - saved - left
    return Gathered(
        project,
        tuple(pages),
        tuple(carriers(ready, project, within)),
        tuple(sorted(mentions)),
        tuple(sorted(story.fields.title for story in stories if story not in within)),
        tuple(_lapsed(site, f"projects/{project.id}")),
    )


def _spoken(stories: Iterable[Story[Any]], voice: Site) -> Iterator[tuple[str, Story[Any]]]:
    """The stories that are told in a language, each as it is told there, and the path of its page."""
    for story in stories:
        if voice.told(f"{story.folder}/{story.id}", voice.lang):
            yield urls.path(voice.turned(story.address)), voice.story(story.folder, story.id)


def _files(wants: Iterable[str]) -> set[str]:
    return {want.partition("#")[0] for want in wants}


def _told(voice: Site, project: Story[Project], leading: set[str]) -> Iterator[Story[Any]]:
    """The stories that name a project in their head, lead to it in their text, or have it in their timeline."""
    naming = set(voice.naming(f"projects/{project.id}"))
    for folder in ("news", "events", "projects"):
        for path, story in _spoken(voice.every(folder), voice):
            if story in naming or (path in leading and _links(story, project.address)):
                yield story
    # A page leads nowhere by itself. Only the front page shows projects that its text does not name.
    for path, story in _spoken(voice.pages, voice):
        if path in leading and (story.address != urls.HOME or _links(story, project.address)):
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


def _publication(path: str, story: Story[Any]) -> Publication:
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
        path,
        story.words_path,
        day,
        until,
        str(told.publish or ""),
        str(told.updated or ""),
    )


def _place(one: Publication) -> tuple[int, str, str]:
    """Behind the project, news and events as they happened, other projects, pages."""
    order = {"Nachricht": 0, "Termin": 0, "Vorhaben": 1, "Seite": 2}[one.kind]
    return order, one.date, one.title


def _lapsed(site: Site, key: str) -> Iterator[tuple[str, date]]:
    """The stories that named the project and are no longer published."""
    for one in site.withheld:
        head = site.reads[one.path].head
        if key in head.names and not head.draft and head.expires and head.expires < site.today.isoformat():
            yield one.title, date.fromisoformat(head.expires)
