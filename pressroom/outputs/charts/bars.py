"""The measures as bars over their years and costs, as the numbers a table draws them from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pressroom.kinds import Project
from pressroom.outputs.charts.scale import Scale, short
from pressroom.validate import Story
from pressroom.words import Tongue


@dataclass(frozen=True, slots=True)
class Bar:
    """A project over the years: ``x`` and ``width`` in hundredths of the whole span, as SVG numbers.

    ``open`` says that the end is not known; an empty ``width``, that not even the beginning is. ``cost_width`` is in
    hundredths of the largest cost, empty where the cost is not known.
    """

    title: str
    href: str
    german: bool
    period: str
    cost: str
    cost_width: str
    x: str
    width: str
    open: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """The rows, the years of the span, and the lines between them as an SVG path; what is known of the costs."""

    rows: tuple[Bar, ...]
    years: tuple[int, ...]
    ticks: str
    costs: str


def measures(stories: Sequence[Story[Project]], tongue: Tongue) -> Bars:
    """The projects by their beginning, those without one last."""
    known = [day.year for story in stories for day in (story.fields.start, story.fields.end) if day]
    scale = Scale(min(known, default=2000), max(known, default=2000))
    ordered = sorted(stories, key=lambda story: story.fields.start.first if story.fields.start else date.max)
    costs = [cost for story in stories if (cost := _cost(story.fields)) is not None]
    most = max(costs, default=Decimal(0)) or Decimal(1)
    return Bars(
        rows=tuple(_bar(story, scale, most, tongue) for story in ordered),
        years=scale.every(1) if known else (),
        ticks="".join(f"M{short(scale.start(date(year, 1, 1)))} 0V10" for year in scale.every(1)[1:]),
        costs=_sum(costs, len(stories), tongue),
    )


def _cost(told: Project) -> Decimal | None:
    return told.funding.eligible_cost if told.funding else None


def _sum(costs: Sequence[Decimal], stories: int, tongue: Tongue) -> str:
    """What the known costs come to. A sum that leaves some out says so."""
    if len(costs) < 2:
        return ""
    if len(costs) == stories:
        return tongue.say("costs_all", projects=stories, sum=tongue.euro(sum(costs, Decimal(0))))
    return tongue.say("costs_some", known=len(costs), projects=stories, sum=tongue.euro(sum(costs, Decimal(0))))


def _bar(story: Story[Project], scale: Scale, most: Decimal, tongue: Tongue) -> Bar:
    told = story.fields
    cost = _cost(told)
    x = width = ""
    if told.start:
        left = scale.start(told.start.first)
        right = scale.end(told.end.last) if told.end else 100
        x, width = short(left), short(right - left)
    return Bar(
        title=told.title,
        href=story.address,
        german=story.german,
        period=tongue.period(told.start, told.end),
        cost=tongue.euro(cost) if cost is not None else "",
        cost_width=short(float(cost / most * 100)) if cost is not None else "",
        x=x,
        width=width,
        open=told.end is None,
    )
