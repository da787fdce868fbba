"""What templates are handed: stories as words, dates and addresses, ready to print."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from pressroom import calendar, urls, words
from pressroom.kinds import Event, News, Project
from pressroom.kinds.values import Reference
from pressroom.validate import Media, Site, Story, credit, description, offer
from pressroom.words import Tongue, joined, raised
from pressroom.words.series import rule_in_words


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, perhaps to what is ``german``. ``current``: ``page``, or ``true`` for its section."""

    text: str
    href: str
    current: str = ""
    german: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """The tear-off block of a date: as much of it as is known."""

    weekday: str
    day: str
    month: str
    year: str


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a list. A date has the day it begins on and the moment it is over, ``2026-12-05T22:00`` in Berlin."""

    title: str
    href: str
    summary: str
    kind: str
    iso: str = ""
    date: str = ""
    leaf: Leaf | None = None
    marks: tuple[str, ...] = ()
    place: str = ""
    picture: "Picture | None" = None
    art: "Art | None" = None
    begin: str = ""
    ends: str = ""
    report: Link | None = None
    status: str = ""
    german: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in place: address, words, size in pixels, credit, and the sizes of each format to choose from.

    ``ground`` is the class of its colour while it loads; ``download`` leads to it in full size; ``sharing`` is the
    address of its card for messengers. Where there is nothing to choose from, ``avif``, ``webp``, ``plain`` are empty.
    """

    src: str
    alt: str
    width: int
    height: int
    credit: str
    avif: str
    webp: str
    plain: str
    ground: str
    download: Link | None
    sharing: str


@dataclass(frozen=True, slots=True)
class Art:
    """A drawing by day and by night; ``alt`` is empty where it is an ornament."""

    day: str
    night: str
    width: int
    height: int
    alt: str = ""


TILES = 8
"""So many pieces of façade are drawn for each topic; a story's name chooses one of them."""
ACCENTS = ("sun", "clay", "water")


def windows(site: Site) -> tuple[int, int]:
    """How many windows are lit in pictures of the district: one for each ESF project, one for each other."""
    esf = sum(story.fields.esf for story in site.projects)
    return esf, len(site.projects) - esf


def tile_of(story: Story[Any], site: Site) -> tuple[str, int]:
    """The piece of façade that stands for a story without a picture: its colour, by the first topic, and its number."""
    names = list(site.settings.topics)
    accent = ACCENTS[names.index(story.topics[0]) % 3] if story.topics else ACCENTS[0]
    return accent, crc32(story.id.encode()) % TILES


def tile(story: Story[Any], site: Site) -> Art:
    """The drawing of a story's piece of façade."""
    accent, number = tile_of(story, site)
    return drawn(f"fassade-{accent}-{number}", 360, 240)


def drawn(name: str, width: int, height: int, alt: str = "") -> Art:
    """A drawing of the design by its name."""
    return Art(urls.asset(f"{name}-tag.svg"), urls.asset(f"{name}-nacht.svg"), width, height, alt)


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a list of facts: a label and one or more values, each perhaps a link."""

    label: str
    entries: tuple[Link, ...]


def fact(label: str, *values: str | Link | None) -> Fact | None:
    """A row, or None where nothing is known."""
    known = tuple(Link(value, "") if isinstance(value, str) else value for value in values if value)
    return Fact(label, known) if known else None


def facts(*rows: Fact | None) -> tuple[Fact, ...]:
    """The rows there is something to say in."""
    return tuple(row for row in rows if row is not None)


def card(story: Story[Any], site: Site) -> Card:
    """Any story in a list."""
    if isinstance(story.fields, News):
        return _news(story, site)
    if isinstance(story.fields, Event):
        return _event(story, site)
    if isinstance(story.fields, Project):
        return _project(story, site)
    told, said = story.fields, marks(story, site)
    return Card(told.title, story.address, told.summary, "page", marks=said, german=story.german)


def _news(story: Story[News], site: Site) -> Card:
    told = story.fields
    return Card(
        title=told.title,
        href=story.address,
        summary=told.summary,
        kind="news",
        iso=str(told.date),
        date=site.tongue.partial(told.date),
        picture=picture(story, site),
        art=tile(story, site),
        marks=marks(story, site),
        german=story.german,
    )


def _event(story: Story[Event], site: Site) -> Card:
    told = story.fields
    place = site.place(told.place)
    before = (site.tongue["over"],) if calendar.is_over(told, site.today) else ()
    return Card(
        title=told.title,
        href=story.address,
        summary=told.summary,
        kind="event",
        iso=iso(told),
        date=dated(told, site),
        leaf=leaf(told, site),
        begin=told.start.day.exact.isoformat() if told.start.day.exact else "",
        ends=over(told),
        marks=(*before, *marks(story, site)),
        german=story.german,
        status=status_word(told.status, site),
        place=place.fields.name if place else "",
        picture=picture(story, site),
    )


def status_word(status: str, site: Site) -> str:
    """What must be known of a date before anything else: that it is cancelled, postponed, or not on the spot."""
    return "" if status == "scheduled" else words.sentence(site.tongue[f"status_{status}"])


def dated(told: Event, site: Site) -> str:
    """When an event is: the rule of a series where words can say it, its times otherwise."""
    rule = rule_in_words(told, site.tongue)
    if rule:
        return raised(rule)
    if told.status == "postponed" and told.new_start is not None:
        before = site.tongue.say("instead", day=site.tongue.when(told.start, None))
        return joined("", (site.tongue.when(told.new_start, None), " (", before, ")"))
    return site.tongue.when(told.start, told.end)


def over(told: Event) -> str:
    """From when on an event is over, to the day: the midnight after its last one; empty for a series without end."""
    last = calendar.last_day(told)
    return f"{last + timedelta(days=1)}T00:00" if last else ""


def _project(story: Story[Project], site: Site) -> Card:
    told = story.fields
    lead = site.partner(told.lead)
    return Card(
        title=told.title,
        href=story.address,
        summary=told.summary,
        kind="project",
        date=site.tongue.period(told.start, told.end),
        marks=(*standing(told, site), *marks(story, site)),
        german=story.german,
        place=lead.fields.name if lead else "",
        picture=picture(story, site),
        art=tile(story, site),
    )


def standing(told: Project, site: Site) -> tuple[str, ...]:
    """What must be said of a project: who pays, and how far it is."""
    paid = () if told.status == "unconfirmed" else (site.tongue["esf" if told.esf else "not_esf"],)
    return (*paid, status_of(told, site))


def status_of(project: Project, site: Site) -> str:
    """How far a project is. That it runs is said with the year of the newest source that knows of it."""
    label = site.tongue[f"project_{project.status}_mark"]
    years = [source.date.year for source in project.sources if source.date]
    return site.tongue.say("known_in", what=label, year=max(years)) if project.status == "running" and years else label


def marks(story: Story[Any], site: Site) -> tuple[str, ...]:
    """What must be said of any story in a list: that it is a draft, that it is German."""
    return tuple(site.tongue[key] for key, true in (("draft", story.draft), ("in_german", story.german)) if true)


def iso(event: Event) -> str:
    """The start for machines: ``2021-07-14T08:00`` or as much as is known."""
    return str(event.start).replace(" ", "T")


def leaf(event: Event, site: Site) -> Leaf:
    """The tear-off block of an event."""
    start = event.start.day
    exact: date | None = start.exact
    return Leaf(
        weekday=site.tongue.weekday(exact) if exact else "",
        day=site.tongue.say("leaf_day", day=exact.day) if exact else "",
        month=site.tongue.month(start.first) if start.month else "",
        year=str(start.year),
    )


def picture(story: Story[Any], site: Site) -> Picture | None:
    """A story's picture."""
    media: Media | None = site.picture_named(story.fields.picture)
    if media is None:
        return None
    return Picture(
        src=media.address,
        alt=description(media, site, story.alts),
        width=media.shape.width,
        height=media.shape.height,
        credit=credit(media, site),
        avif=media.srcset("avif"),
        webp=media.srcset("webp"),
        plain=media.srcset(media.kinds[-1]),
        ground=media.ground,
        download=Link(offer(media, site), media.whole) if media.whole else None,
        sharing=media.sharing,
    )


def source(reference: Reference, tongue: Tongue) -> Link:
    """Where a statement comes from, with its date."""
    text = reference.title or urls.shown(reference.url or "")
    dated = f" ({tongue.partial(reference.date)})" if reference.date else ""
    return Link(text + dated, reference.url or "")


def linked(stories: Any) -> tuple[Link, ...]:
    """Stories as bare links."""
    return tuple(link(story) for story in stories if story is not None)


def link(story: Story[Any]) -> Link:
    """A story as a bare link."""
    return Link(getattr(story.fields, "title", None) or story.fields.name, story.address, german=story.german)
