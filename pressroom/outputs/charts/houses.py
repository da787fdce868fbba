"""The timeline as a row of houses: every decade a house, every year a window, lit when something happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressroom.kinds import Page
from pressroom.kinds.history import Milestone
from pressroom.outputs.charts.references import References
from pressroom.outputs.views import Link, linked
from pressroom.validate import Site, Story

WINDOWS = 10
"""So many windows has a house in each storey."""
FEWEST_STOREYS = 2
MOST_YEARS = 160
"""A longer story is told with a window for ten years and a house for a hundred."""

_PITCH, _STOREY, _PANE = 10, 13, (7, 8)
_EDGE, _ROOF = 3, 6


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened, ready to print. ``years`` stands large; ``day`` says it more precisely where that is known.

    ``mark`` is the name of the house it is the first of, or empty.
    """

    years: str
    day: str
    title: str
    href: str
    german: bool
    text: str
    sources: tuple[Link, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class House:
    """Ten years. ``panes`` are dark windows, ``lit`` single years, ``long`` the times that lasted, as SVG paths."""

    label: str
    mark: str
    width: int
    height: int
    panes: str
    lit: str
    long: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Title, what a house and a column of its windows stand for, houses and entries, the oldest first."""

    title: str
    house: str
    column: str
    houses: tuple[House, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Lit:
    """The windows of an entry: from column to column, counted over all houses, in one storey."""

    first: int
    last: int
    storey: int


def timeline(story: Story[Page], site: Site, references: References) -> Timeline | None:
    """A page's timeline; None where it has none."""
    milestones = sorted(story.fields.timeline, key=lambda one: (one.date.first, one.last.last))
    if not milestones:
        return None
    first, last = milestones[0].date.year, max(one.last.year for one in milestones)
    years = 1 if last - first < MOST_YEARS else 10
    windows = lit([(one.date.year // years, one.last.year // years) for one in milestones])
    houses = [one.first // WINDOWS for one in windows]
    named = {house: f"ab-{house * WINDOWS * years}" for house in sorted(set(houses))}
    marks = [named[house] if house not in houses[:number] else "" for number, house in enumerate(houses)]
    return Timeline(
        title=site.tongue.say("since", year=first),
        house=site.tongue["ten_years" if years == 1 else "hundred_years"],
        column=site.tongue["one_year" if years == 1 else "ten_years"],
        houses=tuple(
            _house(house, windows, years, named.get(house, ""), site)
            for house in range(houses[0], max(one.last for one in windows) // WINDOWS + 1)
        ),
        entries=tuple(_entry(one, mark, site, references) for one, mark in zip(milestones, marks, strict=True)),
    )


def lit(spans: Iterable[tuple[int, int]]) -> list[Lit]:
    """Each span in the lowest storey where its windows are still dark. The spans come in order of their beginning."""
    busy_until: list[int] = []
    placed = []
    for first, last in spans:
        storey = next((number for number, until in enumerate(busy_until) if until < first), len(busy_until))
        busy_until[storey : storey + 1] = [last]
        placed.append(Lit(first, last, storey))
    return placed


def _house(number: int, windows: Sequence[Lit], years: int, mark: str, site: Site) -> House:
    start = number * WINDOWS
    here = [one for one in windows if one.first < start + WINDOWS and one.last >= start]
    storeys = max([one.storey + 1 for one in here] + [FEWEST_STOREYS])
    height = _ROOF + _EDGE + storeys * _STOREY
    single = [(one.first - start, one.first - start, one.storey) for one in here if one.first == one.last]
    lasting = [
        (max(one.first - start, 0), min(one.last - start, WINDOWS - 1), one.storey)
        for one in here
        if one.first < one.last
    ]
    taken = {(column, storey) for first, last, storey in single + lasting for column in range(first, last + 1)}
    dark = [(c, c, s) for s in range(storeys) for c in range(WINDOWS) if (c, s) not in taken]
    year = start * years
    return House(
        label=site.tongue.say("decade", year=year) if years == 1 else f"{year}–{year + 99}",
        mark=mark,
        width=WINDOWS * _PITCH + 2 * _EDGE,
        height=height,
        panes=_panes(dark, height),
        lit=_panes(single, height),
        long=_panes(lasting, height),
    )


def _panes(windows: Iterable[tuple[int, int, int]], height: int) -> str:
    """Windows from column to column of a storey, the lowest storey at the foot of the house."""
    path = ""
    for first, last, storey in windows:
        x = _EDGE + first * _PITCH + (_PITCH - _PANE[0]) / 2
        y = height - (storey + 1) * _STOREY + 1
        width = (last - first) * _PITCH + _PANE[0]
        path += f"M{x:g} {y}h{width}v{_PANE[1]}h-{width}z"
    return path


def _entry(told: Milestone, mark: str, site: Site, references: References) -> Entry:
    stories = (
        site.story("news", told.news),
        site.story("events", told.event),
        site.story("projects", told.project),
        site.place(told.place),
    )
    links = linked(stories)
    first, last = told.date.year, told.last.year
    precise = told.date.month or told.last.month
    return Entry(
        years=f"{first}" if first == last else f"{first}–{last}",
        day=site.tongue.period(told.date, told.end or told.date) if precise else "",
        title=told.title,
        href=links[0].href if links else "",
        german=bool(links and links[0].german),
        text=told.text or "",
        sources=references.pointers(told.sources, site.tongue),
        mark=mark,
    )
