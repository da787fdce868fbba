"""One sheet of paper on demand: what can be printed, how each sheet is found by its name, and where it is put.

To add a kind is to write a function that finds its sheet, and to name it in ``KINDS``.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from pressroom import aside, calendar, make, pipeline, typeset, words
from pressroom.files import File, Later, Typeset, later
from pressroom.kinds import Event
from pressroom.kinds.languages import NAMES, SOURCE
from pressroom.outputs.papers import cards, events, funding, news, offers, programme, projects
from pressroom.pipeline import Job
from pressroom.typeset import Misfit
from pressroom.validate import Site, Story

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})|(?P<month2>\d{1,2})[./](?P<year2>\d{4})")
_PLAIN = "Drucken Sie auf {size}, in tatsächlicher Größe."
_NEAR = 8
"""So many other months are named where one holds nothing."""


class Refused(Exception):
    """A sheet cannot be had; the text says in German why, and what to do."""


class Wanted(NamedTuple):
    """A sheet that can be set, and what its file is called without language and ending."""

    file: File
    name: str


class Kind(NamedTuple):
    """A kind of sheet: its name on the command line, a German sentence, an example of what stands behind the name.

    ``found`` is asked for the sheet of a site in its language, by what stands behind the name and by a size.
    """

    name: str
    text: str
    example: str
    sizes: tuple[offers.Size, ...]
    found: Callable[[Site, str, offers.Size], Wanted]
    hint: str


class Order(NamedTuple):
    """What somebody wants printed. Without ``size`` it is the kind's first; ``place`` may be a folder or a file."""

    kind: str
    what: str
    lang: str = SOURCE
    size: str | None = None
    place: Path | None = None
    force: bool = False


class Printed(NamedTuple):
    """A sheet that lies at ``place``. ``new`` is False where exactly this lay there already."""

    place: Path
    size: int
    misfits: tuple[Misfit, ...]
    hint: str
    new: bool


def printed(job: Job, order: Order) -> Printed:
    """Sets one sheet and puts it where it is wanted.

    Raises Refused, ContentError for mistakes in the texts, OSError where the disk does not allow it.
    """
    kind = next((kind for kind in KINDS if kind.name == order.kind), None)
    if kind is None:
        raise Refused(f"„{order.kind}“ gibt es nicht. Zum Drucken gibt es: {', '.join(one.name for one in KINDS)}.")
    size = next((size for size in kind.sizes if order.size in (None, size)), None)
    if size is None:
        raise Refused(f"Das gibt es nur in {' und '.join(one.upper() for one in kind.sizes)}.")
    site = pipeline.plan(job).site
    if order.lang not in site.languages:
        known = ", ".join(site.languages)
        raise Refused(f"In der Sprache „{order.lang}“ gibt es diese Website nicht. Möglich sind: {known}.")
    wanted = kind.found(site.speaking(order.lang), order.what, size)
    name = f"{wanted.name}.pdf" if order.lang == SOURCE else f"{wanted.name}-{order.lang}.pdf"
    place = _place(order.place, name)
    sheet = _set(job, site, wanted.file, order.lang)
    hint = kind.hint.format(size=size.upper())
    if place.is_file() and place.read_bytes() == sheet.data:
        return Printed(place, len(sheet.data), sheet.misfits, hint, False)
    if place.exists() and not order.force:
        raise Refused(
            f"{place} gibt es schon. Mit „--force“ wird sie ersetzt, mit „--output ANDERER-NAME.pdf“ bleibt sie."
        )
    _put(place, sheet.data)
    return Printed(place, len(sheet.data), sheet.misfits, hint, True)


def _set(job: Job, site: Site, file: File, lang: str) -> typeset.Sheet:
    assert isinstance(file.recipe, Later)
    recipe = make.recipe_of(file._replace(recipe=file.recipe._replace(lang=lang)), site)
    assert isinstance(recipe, Typeset)
    try:
        return typeset.typeset(*pipeline.press_of(job, site).maker.to_set(recipe))
    except typeset.Unset as trouble:
        raise Refused(
            f"Das Blatt lässt sich nicht setzen: {trouble}. Nehmen Sie ungewöhnliche Zeichen aus den Texten, etwa "
            "Bildzeichen."
        ) from None


def _place(wanted: Path | None, name: str) -> Path:
    """Where the sheet goes: into the current folder, a folder, or under a name of its own."""
    if wanted is None:
        return Path(name)
    if wanted.is_dir():
        return wanted / name
    if wanted.suffix.lower() != ".pdf":
        if wanted.suffix:
            raise Refused(f"Ein Blatt ist eine PDF-Datei; „{wanted.name}“ muss auf .pdf enden.")
        wanted = wanted.with_name(f"{wanted.name}.pdf")
    if not wanted.parent.is_dir():
        raise Refused(f"Den Ordner „{wanted.parent}“ gibt es nicht. Legen Sie ihn an, oder nennen Sie einen anderen.")
    return wanted


def _put(place: Path, data: bytes) -> None:
    """Whole or not at all, so that nobody prints half a sheet."""
    try:
        aside.put(place, data)
    except PermissionError:
        raise Refused(
            f"{place} lässt sich nicht schreiben. Ist die Datei noch in einem anderen Programm geöffnet, schließen "
            "Sie sie dort; sonst fehlt Ihnen die Berechtigung, dann hilft „--output“ mit einem anderen Ordner."
        ) from None


def _programme(site: Site, what: str, size: offers.Size) -> Wanted:
    """The programme of any month, ``2021-07`` or ``07.2021``."""
    first = _first_of(what, site)
    if not site.derived(offers.rows, first.isoformat()):
        raise Refused(f"Im {words.month(first)} {first.year} steht kein Termin. {_months(site, first)}")
    return Wanted(programme.planned(first), f"programm-{first:%Y-%m}")


def _first_of(what: str, site: Site) -> date:
    if not what:
        raise Refused(f"Welcher Monat? Zum Beispiel: build.py print programme 2021-07. {_months(site, site.today)}")
    match = _MONTH.fullmatch(what.strip())
    try:
        return date(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]), 1) if match else _no()
    except ValueError:
        raise Refused(f"„{what}“ ist kein Monat. Schreiben Sie Jahr und Monat: 2021-07.") from None


def _no() -> date:
    raise ValueError


def _months(site: Site, near: date) -> str:
    """The months nearest to a day that hold anything."""
    held: set[date] = set()
    for story in site.events:
        told: Event = story.fields
        last = calendar.last_day(told) or calendar.ahead(site.today)
        for one in calendar.occurrences(told, told.start.day.first, last):
            held.add(one.start.date().replace(day=1))
        if told.start.day.exact is None and told.start.day.month:
            held.add(told.start.day.first)
    nearest = sorted(held, key=lambda first: abs((first - near).days))[:_NEAR]
    named = ", ".join(f"{first:%Y-%m}" for first in sorted(nearest))
    return f"Termine stehen zum Beispiel in: {named}." if named else "Es gibt noch keinen Termin mit einem Monat."


def _poster(site: Site, what: str, size: offers.Size) -> Wanted:
    """The poster of any event, over or not, or of a project that the ESF pays for."""
    story = _story(site, what, "events", "projects")
    if story.folder == "events":
        return Wanted(later(offers.address(story, size), story.path, events.poster, story.id, size), _name(story, size))
    sizes = offers.project_sizes(story)
    if not sizes:
        raise Refused("Ein Plakat gibt es nur zu Vorhaben, die der ESF bezahlt (funding in seiner Datei).")
    if size not in sizes:
        raise Refused(f"Das Plakat eines Vorhabens gibt es nur in {' und '.join(one.upper() for one in sizes)}.")
    return Wanted(later(offers.address(story, size), story.path, funding.poster, story.id, size), _name(story, size))


def _leaflet(site: Site, what: str, size: offers.Size) -> Wanted:
    """The sheet about any project."""
    story = _story(site, what, "projects")
    file = later(offers.project_sheet(story), story.path, projects.leaflet, story.id)
    return Wanted(file, f"projektblatt-{story.id}")


def _notice(site: Site, what: str, size: offers.Size) -> Wanted:
    """Any news story to be pinned up, however old."""
    story = _story(site, what, "news")
    return Wanted(later(offers.news_sheet(story), story.path, news.pinned, story.id), f"aushang-{story.id}")


def _cards(site: Site, what: str, size: offers.Size) -> Wanted:
    """The cards to cut out, of which there is one sheet."""
    if what:
        raise Refused(f"„{what}“ ist zu viel: Kontaktkarten gibt es nur einmal. Schreiben Sie build.py print cards.")
    sheet = next(iter(cards.sheets(site)), None)
    if sheet is None:
        raise Refused("Kontaktkarten gibt es nur mit einer Seite content/pages/kontakt.md in dieser Sprache.")
    return Wanted(sheet, "kontaktkarten")


def _name(story: Story[Any], size: offers.Size) -> str:
    return f"plakat-{size}-{story.id}"


def _story(site: Site, what: str, *folders: str) -> Story[Any]:
    """A story by the name of its file: ``events/2021-07-14-muell``, with or without folder, path and ending."""
    path = Path(what.replace("\\", "/"))
    name = path.name.removesuffix(".md")
    named = [path.parent.name] if path.parent.name in folders else folders
    stories = {story.id: story for folder in named for story in site.every(folder)}
    if not what:
        raise Refused(f"Welcher Beitrag? Nennen Sie seine Datei, zum Beispiel {_some(stories.values())}.")
    if name not in stories:
        alike = get_close_matches(name, stories, 3, 0.5)
        meant = _some(stories[one] for one in alike)
        raise Refused(
            f"„{what}“ gibt es nicht, oder es wird heute nicht gezeigt. "
            + (f"Meinen Sie {meant}?" if meant else f"Nennen Sie den Namen der Datei aus {' oder '.join(folders)}.")
        )
    story = stories[name]
    if story.draft:
        raise Refused("Das ist noch ein Entwurf. Nehmen Sie draft aus der Datei, dann gibt es das Blatt.")
    if story.lang != site.lang:
        told = NAMES[site.lang]
        raise Refused(f"Der Beitrag ist nicht übersetzt ({told}). Ohne „--lang“ entsteht das Blatt auf Deutsch.")
    return story


def _some(stories: Iterable[Story[Any]]) -> str:
    return " oder ".join(f"{story.folder}/{story.id}" for story in list(stories)[:3])


KINDS: tuple[Kind, ...] = (
    Kind(
        "programme",
        "alle Termine eines Monats, ein Blatt A4 zum Falten",
        "2021-07",
        ("a4",),
        _programme,
        "Drucken Sie auf A4, beidseitig (an der kurzen Seite spiegeln), in tatsächlicher Größe; dann einmal falten.",
    ),
    Kind(
        "poster",
        "das Plakat eines Termins, auch eines vergangenen, oder eines Vorhabens",
        "events/NAME",
        ("a3", "a4"),
        _poster,
        _PLAIN,
    ),
    Kind("project", "das Blatt zu einem Vorhaben, für Träger und Prüfer", "projects/NAME", ("a4",), _leaflet, _PLAIN),
    Kind("news", "eine Nachricht als Aushang, auch eine ältere", "news/NAME", ("a4",), _notice, _PLAIN),
    Kind("cards", "zehn Kärtchen mit der Telefonnummer", "", ("a4",), _cards, _PLAIN),
)
"""What can be printed."""
