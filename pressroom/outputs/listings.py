"""Lists of stories: by kind, by topic, by year, twenty a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pressroom import urls
from pressroom.files import File
from pressroom.kinds.partner import PARTNER_LABELS
from pressroom.outputs import dates, views
from pressroom.outputs.frame import page
from pressroom.outputs.stories import SECTION_TITLES, above
from pressroom.outputs.views import Card, Link
from pressroom.validate import Site, Story

PER_PAGE = 20

INTRODUCTIONS = {
    "news": "Was im Gesundbrunnen geschehen ist, das Neueste zuerst.",
    "events": "Was ansteht und was gewesen ist.",
    "projects": "Was für den Stadtteil getan wurde und wird, und wer es bezahlt.",
    "partners": "Wer im Gesundbrunnen mitarbeitet und wie man sie erreicht.",
    "places": "Orte im Stadtteil, an denen etwas stattfindet oder zu sehen ist.",
}

DRAWINGS = {
    "news": "spree",
    "events": "brunnen",
    "projects": "wohnblock",
    "partners": "schiefes-haus",
    "places": "schwimmhalle",
}
"""The drawing at the head of each section's lists."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading; the first group of a list may go without."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where one is in a list of several pages."""

    number: int
    count: int
    newer: str
    older: str


def _sheets(
    site: Site,
    base: str,
    stories: Sequence[tuple[str, Story[Any]]],
    *,
    title: str,
    description: str,
    crumbs: tuple[Link, ...],
    origin: str,
    extra: dict[str, Any],
) -> Iterator[File]:
    """A list in sheets of twenty. Each story comes with the heading of its group."""
    count = max(1, -(-len(stories) // PER_PAGE))
    for number in range(1, count + 1):
        part = stories[(number - 1) * PER_PAGE : number * PER_PAGE]
        groups = tuple(
            Group(heading, tuple(views.card(story, site) for _, story in members))
            for heading, members in groupby(part, key=lambda pair: pair[0])
        )
        sheet = Sheet(
            number,
            count,
            newer=urls.listing(base, number - 1) if number > 1 else "",
            older=urls.listing(base, number + 1) if number < count else "",
        )
        named = title if number == 1 else f"{title}, Seite {number}"
        way = crumbs if number == 1 else (*crumbs, Link(title, base))
        yield page(
            site,
            urls.listing(base, number),
            "pages/list.html",
            origin,
            {"introduction": description, "groups": groups, "sheet": sheet, "first": number == 1, **extra},
            title=named,
            description=description,
            crumbs=way,
        )


def filters(site: Site, folder: str, stories: Sequence[Story[Any]]) -> tuple[Link, ...]:
    """The topics there are stories for."""
    used = {topic for story in stories for topic in story.fields.topics}
    return tuple(
        Link(title, urls.by_topic(folder, topic)) for topic, title in site.settings.topics.items() if topic in used
    )


def _extra(site: Site, folder: str, stories: Sequence[Story[Any]]) -> dict[str, Any]:
    """What stands beside a list: topics, years, feeds."""
    return {
        "art": _art(folder),
        "topics": filters(site, folder, stories),
        "years": (),
        "subscriptions": (),
    }


def _art(folder: str) -> views.Art:
    return views.drawn(DRAWINGS[folder], 300, 240)


def news(site: Site) -> Iterator[File]:
    """All news, newest first."""
    years = sorted({story.fields.date.year for story in site.news}, reverse=True)
    feed = urls.section("news")
    extra = {
        **_extra(site, "news", site.news),
        "years": tuple(Link(str(year), urls.by_year("news", year)) for year in years),
        "subscriptions": (Link("Atom-Feed", f"{feed}feed.xml"), Link("JSON-Feed", f"{feed}feed.json")),
    }
    yield from _sheets(
        site,
        urls.section("news"),
        [(str(story.fields.date.year), story) for story in site.news],
        title=SECTION_TITLES["news"],
        description=INTRODUCTIONS["news"],
        crumbs=(),
        origin="content/news",
        extra=extra,
    )


def news_by_year(site: Site) -> Iterator[File]:
    """The news of each year."""
    for year, members in groupby(site.news, key=lambda story: story.fields.date.year):
        yield from _sheets(
            site,
            urls.by_year("news", year),
            [("", story) for story in members],
            title=f"Nachrichten aus dem Jahr {year}",
            description=f"Was im Jahr {year} im Gesundbrunnen geschehen ist.",
            crumbs=above("news"),
            origin="content/news",
            extra=_extra(site, "news", ()),
        )


def projects(site: Site) -> Iterator[File]:
    """All projects: what runs, what the ESF made possible, what others paid for, what was planned."""
    running, coming = "Was läuft", "Was geplant ist"
    esf = "Abgeschlossen, vom Europäischen Sozialfonds gefördert"
    others, planned = "Abgeschlossen, nicht vom ESF gefördert", "Im ESF-Konzept genannt, Umsetzung nicht belegt"

    def heading(story: Story[Any]) -> str:
        if story.fields.status == "unconfirmed":
            return planned
        if story.fields.status != "completed":
            return running if story.fields.status == "running" else coming
        return esf if story.fields.esf else others

    order = (running, coming, esf, others, planned)
    grouped = sorted(((heading(story), story) for story in site.projects), key=lambda pair: order.index(pair[0]))
    yield from _sheets(
        site,
        urls.section("projects"),
        grouped,
        title=SECTION_TITLES["projects"],
        description=INTRODUCTIONS["projects"],
        crumbs=(),
        origin="content/projects",
        extra=_extra(site, "projects", site.projects),
    )


def by_topic(site: Site) -> Iterator[File]:
    """The news, events and projects of each topic."""
    kinds: tuple[tuple[str, Sequence[Story[Any]]], ...] = (
        ("news", site.news),
        ("events", site.events),
        ("projects", site.projects),
    )
    for folder, stories in kinds:
        for topic, title in site.settings.topics.items():
            members = [("", story) for story in stories if topic in story.fields.topics]
            if not members:
                continue
            base = urls.by_topic(folder, topic)
            extra = _extra(site, folder, ())
            if folder == "news":
                extra["subscriptions"] = (Link("Atom-Feed zu diesem Thema", f"{base}feed.xml"),)
            if folder == "events":
                extra["subscriptions"] = dates.subscription(base, [story for _, story in members], site)
            yield from _sheets(
                site,
                base,
                members,
                title=f"{SECTION_TITLES[folder]}: {title}",
                description=f"{SECTION_TITLES[folder]} zum Thema {title}.",
                crumbs=above(folder),
                origin="content/site.yaml",
                extra=extra,
            )


def partners(site: Site) -> Iterator[File]:
    """The directory of partners, by kind."""
    groups = []
    for kind, label in (*PARTNER_LABELS.items(), (None, "Weitere")):
        members = [story for story in site.partners if story.fields.kind == kind]
        if members:
            groups.append(Group(label, tuple(_entry(story) for story in members)))
    yield _directory(site, "partners", tuple(groups))


def places(site: Site) -> Iterator[File]:
    """The directory of places."""
    yield _directory(site, "places", (Group("", tuple(_entry(story) for story in site.places)),))


def _entry(story: Story[Any]) -> Card:
    told = story.fields
    return Card(told.name, story.address, told.summary or "", story.folder, place=told.address or "")


def _directory(site: Site, folder: str, groups: tuple[Group, ...]) -> File:
    return page(
        site,
        urls.section(folder),
        "pages/directory.html",
        f"content/{folder}",
        {"introduction": INTRODUCTIONS[folder], "groups": groups, "art": _art(folder)},
        title=SECTION_TITLES[folder],
        description=INTRODUCTIONS[folder],
    )
