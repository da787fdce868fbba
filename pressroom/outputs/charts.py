"""Figures people would rather see than read, as the numbers a table draws its bars from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pressroom import words
from pressroom.kinds import Project
from pressroom.validate import Story


@dataclass(frozen=True, slots=True)
class Bar:
    """A project over the years: ``x`` and ``width`` in hundredths of the whole span, as SVG numbers.

    ``open`` says that the end is not known; an empty ``width``, that not even the beginning is.
    """

    title: str
    href: str
    period: str
    cost: str
    x: str
    width: str
    open: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """The rows, and the first and last year of the span."""

    rows: tuple[Bar, ...]
    first: int
    last: int


def measures(stories: Sequence[Story[Project]]) -> Bars:
    """The projects by their beginning, those without one last."""
    known = [day.year for story in stories for day in (story.fields.start, story.fields.end) if day]
    first, last = min(known, default=0), max(known, default=0)
    span = (date(first, 1, 1), date(last, 12, 31)) if known else (date.min, date.max)
    ordered = sorted(stories, key=lambda story: story.fields.start.first if story.fields.start else date.max)
    return Bars(tuple(_bar(story, span) for story in ordered), first, last)


def _bar(story: Story[Project], span: tuple[date, date]) -> Bar:
    told = story.fields
    cost = told.funding.eligible_cost if told.funding else None
    x = width = ""
    if told.start:
        days = (span[1] - span[0]).days
        left = (told.start.first - span[0]).days
        right = ((told.end.last if told.end else span[1]) - span[0]).days
        x, width = f"{left / days * 100:.1f}", f"{(right - left) / days * 100:.1f}"
    return Bar(
        title=told.title,
        href=story.address,
        period=words.period(told.start, told.end),
        cost=words.euro(cost) if cost is not None else "",
        x=x,
        width=width,
        open=told.end is None,
    )
