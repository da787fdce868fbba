"""Which stories have a poster or a sheet and which months a programme, and how their pages lead to them."""

from datetime import date
from typing import Any, Literal

from pressroom import calendar, urls
from pressroom.calendar import Dated
from pressroom.kinds import Event, News, Page, Project
from pressroom.outputs import views
from pressroom.outputs.views import Fact, Link
from pressroom.validate import Site, Story

Size = Literal["a3", "a4"]
SIZES: dict[Size, tuple[int, int]] = {"a3": (297, 420), "a4": (210, 297)}
"""Width and height in millimetres (ISO 216)."""


PINNED = 50
"""So many news, the newest, are there as sheets: each takes 60 ms, and what is older nobody pins up."""


def address(story: Story[Any], size: Size) -> str:
    """Where a poster lies: beside its story's page."""
    return urls.beside(story.address, f"plakat-{size}.pdf")


def project_sizes(story: Story[Project]) -> tuple[Size, ...]:
    """The posters of a project: one, if the ESF pays for it. Of one that is not confirmed no text may say so."""
    return ("a3",) if story.fields.esf and not story.draft else ()


def event_sizes(story: Story[Event], site: Site) -> tuple[Size, ...]:
    """The posters of an event: none of one that is over, because nobody pins it up."""
    return () if story.draft or calendar.is_over(story.fields, site.today) else tuple(SIZES)


def project_sheet(story: Story[Project]) -> str:
    """Where the sheet about a project lies."""
    return urls.beside(story.address, "projektblatt-a4.pdf")


def news_sheet(story: Story[News]) -> str:
    """Where a news story lies as a sheet to pin up."""
    return urls.beside(story.address, "aushang-a4.pdf")


def card_sheet(story: Story[Page]) -> str:
    """Where the cards to cut out lie."""
    return urls.beside(story.address, "kontaktkarten-a4.pdf")


def is_pinned(story: Story[News], site: Site) -> bool:
    """Whether a news story is there as a sheet. Which are the newest no day changes, only more news."""
    return not story.draft and site.is_newest(f"news/{story.id}", PINNED)


def of_project(story: Story[Project], site: Site) -> Fact | None:
    """The way to the sheet about a project, and to its poster, if there is one."""
    if story.draft:
        return None
    return _row(story, project_sizes(story), site, Link(site.tongue["leaflet"], project_sheet(story)))


def of_news(story: Story[News], site: Site) -> tuple[Link, ...]:
    """The way to a news story as a sheet, if there is one."""
    if not site.papers or not is_pinned(story, site):
        return ()
    return (Link(site.tongue["pinned"], news_sheet(story)),)


def of_page(story: Story[Page], site: Site) -> tuple[Link, ...]:
    """The way to the cards, from the contact page."""
    if not site.papers or story.draft or story.id != urls.CONTACT:
        return ()
    return (Link(site.tongue["cards"], card_sheet(story)),)


def of_event(story: Story[Event], site: Site) -> Fact | None:
    """The way to an event's posters, if there are any."""
    return _row(story, event_sizes(story, site), site)


def _row(story: Story[Event] | Story[Project], sizes: tuple[Size, ...], site: Site, *more: Link) -> Fact | None:
    if not site.papers:
        return None
    links = (Link(site.tongue.say("poster_size", size=size.upper()), address(story, size)) for size in sizes)
    return views.fact(site.tongue["to_print"], *more, *links)


def programmes(site: Site) -> tuple[date, ...]:
    """The months that have a programme: this one and the next, each if there is anything in it."""
    this = site.today.replace(day=1)
    return tuple(first for first in (this, calendar.month_after(this)) if site.derived(rows, first.isoformat()))


def rows(site: Site, begin: str) -> tuple[tuple[Dated, Story[Event]], ...]:
    """All there is in the month of a first day, ``2026-12-01``, in order, whichever day it is; drafts are left out."""
    first = date.fromisoformat(begin)
    stories = (story for story in site.events if not story.draft)
    found = ((one, story) for story in stories for one in calendar.in_month(story.fields, first))
    return tuple(sorted(found, key=lambda row: (row[0].at, row[1].id)))


def programme_address(first: date) -> str:
    """Where the programme of a month lies: beside the page of that month."""
    return urls.beside(urls.by_month(first), f"programm-{first:%Y-%m}.pdf")


def of_months(site: Site, only: date | None = None) -> tuple[Link, ...]:
    """The ways to the programmes there are, or to that of one month."""
    there = site.derived(programmes) if site.papers else ()
    return tuple(
        Link(site.tongue.say("programme_link", month=site.tongue.month_and_year(first)), programme_address(first))
        for first in there
        if only in (None, first)
    )
