"""Lists of stories: by kind, by topic, by year, twenty a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pressroom import urls
from pressroom.files import File, Page, later
from pressroom.kinds import Project
from pressroom.kinds.partner import PARTNER_LABELS
from pressroom.outputs import dates, opendata, views
from pressroom.outputs.frame import Alternate, page
from pressroom.outputs.stories import above
from pressroom.outputs.views import Card, Link
from pressroom.validate import Site, Story
from pressroom.words import joined

PER_PAGE = 20

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
    address: str, count: int, origin: str, function: Callable[..., Page], *arguments: str | int
) -> Iterator[File]:
    """A list in sheets of twenty, each described by ``function(site, *arguments, number)``."""
    for number in range(1, _last(count) + 1):
        yield later(urls.listing(address, number), origin, function, *arguments, number)


def _last(count: int) -> int:
    """The number of the last sheet."""
    return max(1, -(-count // PER_PAGE))


def _sheet(
    site: Site,
    base: str,
    number: int,
    stories: Sequence[Story[Any]],
    heading: Callable[[Story[Any]], str],
    *,
    title: str,
    description: str,
    crumbs: tuple[Link, ...],
    extra: dict[str, Any],
    alternates: tuple[Alternate, ...] = (),
) -> Page:
    """One sheet of a list; its stories stand under the headings they are given."""
    part = stories[(number - 1) * PER_PAGE : number * PER_PAGE]
    groups = tuple(
        Group(said, tuple(views.card(story, site) for story in members)) for said, members in groupby(part, key=heading)
    )
    last = _last(len(stories))
    sheet = Sheet(
        number,
        last,
        newer=urls.listing(base, number - 1) if number > 1 else "",
        older=urls.listing(base, number + 1) if number < last else "",
    )
    named = title if number == 1 else site.tongue.say("sheet_title", title=title, number=number)
    way = crumbs if number == 1 else (*crumbs, Link(title, base))
    return page(
        site,
        urls.listing(base, number),
        "pages/list.html",
        {"introduction": description, "groups": groups, "sheet": sheet, "first": number == 1, **extra},
        title=named,
        description=description,
        crumbs=way,
        alternates=alternates,
    )


def _no_heading(story: Story[Any]) -> str:
    return ""


def filters(site: Site, folder: str) -> tuple[Link, ...]:
    """The topics there are stories of a kind for."""
    used = site.topics(folder)
    return tuple(
        Link(title, urls.by_topic(folder, topic)) for topic, title in site.settings.topics.items() if topic in used
    )


def _extra(folder: str, topics: tuple[Link, ...] = ()) -> dict[str, Any]:
    """What stands beside a list: topics, years, feeds."""
    return {"art": _art(folder), "topics": topics, "years": (), "subscriptions": ()}


def _art(folder: str) -> views.Art:
    return views.drawn(DRAWINGS[folder], 300, 240)


def news(site: Site) -> Iterator[File]:
    """All news, newest first."""
    yield from _sheets(urls.section("news"), len(site.news), "content/news", news_sheet)


def news_sheet(site: Site, number: int) -> Page:
    """One sheet of all news."""
    feed = urls.section("news")
    extra = {
        **_extra("news", filters(site, "news")),
        "years": tuple(Link(str(year), urls.by_year("news", year)) for year in site.years()),
        "subscriptions": (
            Link(site.tongue["atom"], f"{feed}feed.xml"),
            Link(site.tongue["json_feed"], f"{feed}feed.json"),
        ),
    }
    return _sheet(
        site,
        urls.section("news"),
        number,
        site.news,
        _year,
        title=site.tongue["news"],
        description=site.tongue["news_introduction"],
        crumbs=(),
        extra=extra,
    )


def _year(story: Story[Any]) -> str:
    return str(story.fields.date.year)


def news_by_year(site: Site) -> Iterator[File]:
    """The news of each year."""
    for year in site.years():
        yield from _sheets(urls.by_year("news", year), len(site.of_year(year)), "content/news", year_sheet, year)


def year_sheet(site: Site, year: int, number: int) -> Page:
    """One sheet of the news of a year."""
    return _sheet(
        site,
        urls.by_year("news", year),
        number,
        site.of_year(year),
        _no_heading,
        title=site.tongue.say("year_title", year=year),
        description=site.tongue.say("year_description", year=year),
        crumbs=above(site, "news"),
        extra=_extra("news"),
    )


_STANDINGS = ("running", "planned", "completed_esf", "completed_other", "unconfirmed")
"""In this order projects are listed."""


def _standing(story: Story[Project]) -> str:
    status = story.fields.status
    return status if status != "completed" else "completed_esf" if story.fields.esf else "completed_other"


def projects(site: Site) -> Iterator[File]:
    """All projects: what runs, what the ESF made possible, what others paid for, what was planned."""
    yield from _sheets(urls.section("projects"), len(site.projects), "content/projects", project_sheet)


def project_sheet(site: Site, number: int) -> Page:
    """One sheet of all projects."""
    return _sheet(
        site,
        urls.section("projects"),
        number,
        sorted(site.projects, key=lambda story: _STANDINGS.index(_standing(story))),
        lambda story: site.tongue[f"standing_{_standing(story)}"],
        title=site.tongue["projects"],
        description=site.tongue["projects_introduction"],
        crumbs=(),
        extra=_extra("projects", filters(site, "projects")),
        alternates=opendata.alternates(opendata.PROJECTS),
    )


def by_topic(site: Site) -> Iterator[File]:
    """The news, events and projects of each topic."""
    for folder in ("news", "events", "projects"):
        for topic in site.settings.topics:
            count = len(site.on_topic(folder, topic))
            if count:
                yield from _sheets(urls.by_topic(folder, topic), count, "content/site.yaml", topic_sheet, folder, topic)


def topic_sheet(site: Site, folder: str, topic: str, number: int) -> Page:
    """One sheet of the stories of a kind under one topic."""
    members = site.on_topic(folder, topic)
    title = site.settings.topics[topic]
    base = urls.by_topic(folder, topic)
    extra = _extra(folder)
    if folder == "news":
        extra["subscriptions"] = (Link(site.tongue["atom_of_topic"], f"{base}feed.xml"),)
    if folder == "events":
        extra["subscriptions"] = dates.subscription(base, members, site)
    return _sheet(
        site,
        base,
        number,
        members,
        _no_heading,
        title=joined(": ", (site.tongue[folder], title)),
        description=site.tongue.say("on_topic", kind=site.tongue[folder], topic=title),
        crumbs=above(site, folder),
        extra=extra,
    )


def partners(site: Site) -> Iterator[File]:
    """The directory of partners, by kind."""
    yield later(urls.section("partners"), "content/partners", partner_list)


def partner_list(site: Site) -> Page:
    """Every partner under its kind."""
    groups = []
    for kind in (*PARTNER_LABELS, None):
        members = [story for story in site.partners if story.fields.kind == kind]
        if members:
            groups.append(
                Group(site.tongue[f"partner_{kind or 'other'}"], tuple(_entry(story, site) for story in members))
            )
    return _directory(site, "partners", tuple(groups))


def places(site: Site) -> Iterator[File]:
    """The directory of places."""
    yield later(urls.section("places"), "content/places", place_list)


def place_list(site: Site) -> Page:
    """Every place."""
    return _directory(site, "places", (Group("", tuple(_entry(story, site) for story in site.places)),))


def _entry(story: Story[Any], site: Site) -> Card:
    told = story.fields
    return Card(
        title=told.name,
        href=story.address,
        summary=told.summary or "",
        kind=story.folder,
        marks=views.marks(story, site),
        place=told.address or "",
        german=story.german,
    )


def _directory(site: Site, folder: str, groups: tuple[Group, ...]) -> Page:
    return page(
        site,
        urls.section(folder),
        "pages/directory.html",
        {"introduction": site.tongue[f"{folder}_introduction"], "groups": groups, "art": _art(folder)},
        title=site.tongue[folder],
        description=site.tongue[f"{folder}_introduction"],
    )
