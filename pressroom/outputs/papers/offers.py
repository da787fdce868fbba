"""Which stories have a poster, and the row of a page that leads to it."""

from typing import Any, Literal

from pressroom import calendar, urls
from pressroom.kinds import Event, Project
from pressroom.outputs import views
from pressroom.outputs.views import Fact, Link
from pressroom.validate import Site, Story

Size = Literal["a3", "a4"]
SIZES: dict[Size, tuple[int, int]] = {"a3": (297, 420), "a4": (210, 297)}
"""Width and height in millimetres (ISO 216)."""


def address(story: Story[Any], size: Size) -> str:
    """Where a poster lies: beside its story's page."""
    return urls.beside(story.address, f"plakat-{size}.pdf")


def project_sizes(story: Story[Project]) -> tuple[Size, ...]:
    """The posters of a project: one, if the ESF pays for it. Of one that is not confirmed no text may say so."""
    return ("a3",) if story.fields.esf and not story.draft else ()


def event_sizes(story: Story[Event], site: Site) -> tuple[Size, ...]:
    """The posters of an event: none of one that is over, because nobody pins it up."""
    return () if story.draft or calendar.is_over(story.fields, site.today) else tuple(SIZES)


def of_project(story: Story[Project], site: Site) -> Fact | None:
    """The way to a project's poster, if there is one."""
    return _row(story, project_sizes(story), site) if site.papers else None


def of_event(story: Story[Event], site: Site) -> Fact | None:
    """The way to an event's posters, if there are any."""
    return _row(story, event_sizes(story, site), site) if site.papers else None


def _row(story: Story[Event] | Story[Project], sizes: tuple[Size, ...], site: Site) -> Fact | None:
    links = (Link(site.tongue.say("poster_size", size=size.upper()), address(story, size)) for size in sizes)
    return views.fact(site.tongue["to_print"], *links)
