"""A figure over the years: points to scale of time and amount, their labels, and the rows of the table below.

Across is measured in hundredths of the width, so that the drawing fills any screen; up and down in em of its own type,
so that it grows with the reader's letters. The amounts begin at 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pressroom.kinds.history import Series, Value
from pressroom.outputs.charts.references import References
from pressroom.outputs.charts.scale import Scale, short
from pressroom.outputs.views import Link
from pressroom.words import German, Tongue, joined

TALL = 13.0
"""The height of the largest amount, in em."""
LINE = 1.4
"""From one line of words to the next, in em."""
MOST_STEPS = 5
"""So many round amounts, and so many round years, are written beside the drawing at most."""
_GAP = 0.8
_LETTER, _NARROWEST = 0.6, 14.0
"""The width of a letter, and that of the drawing on a phone of 320 pixels, in em."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    when: str
    value: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A value: its middle ``x``, the time it may mean from ``left`` on for ``width``, and where its label stands.

    ``rounded`` values are drawn hollow.
    """

    x: str
    y: str
    left: str
    right: str
    label: str
    label_y: str
    anchor: str
    rounded: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the grid and what it is called."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Everything of one figure. ``height`` and ``ground`` in em; no points where there is nothing to compare."""

    title: str
    unit: str
    note: str
    height: str
    ground: str
    amounts: tuple[Mark, ...]
    years: tuple[Mark, ...]
    strokes: tuple[tuple[Point, Point], ...]
    points: tuple[Point, ...]
    rounded: bool
    rows: tuple[Row, ...]


def curve(series: Series, references: References, tongue: Tongue) -> Curve:
    """A figure over the years, the oldest value first."""
    values = sorted(series.values, key=lambda one: (one.date.first, one.last.last))
    scale = Scale(values[0].date.year, max(one.last.year for one in values))
    most = max(1, *(one.value for one in values))
    # A drawing has no room for the mark of another language; that a value is rounded, its window says too.
    labels = [tongue.number(one.value) if isinstance(one.text, German) else _label(one, tongue) for one in values]
    middles = [(scale.start(one.date.first) + scale.end(one.last.last)) / 2 for one in values]
    heights = [one.value / most * TALL for one in values]
    label_heights = heights_of(labels, middles, heights)
    ground = max(*label_heights, TALL) + LINE
    points = [
        Point(
            x=short(middle),
            y=short(ground - height),
            left=short(scale.start(one.date.first)),
            right=short(scale.end(one.last.last)),
            label=label,
            label_y=short(ground - label_height),
            anchor=_anchor(middle),
            rounded=one.text is not None,
        )
        for one, label, middle, height, label_height in zip(
            values, labels, middles, heights, label_heights, strict=True
        )
    ]
    return Curve(
        title=series.title,
        unit=series.unit,
        note=series.note or "",
        height=short(ground + 1.5 * LINE),
        ground=short(ground),
        amounts=tuple(Mark(short(ground - one / most * TALL), tongue.number(one)) for one in amounts(most)),
        years=tuple(Mark(short(scale.start(date(year, 1, 1))), str(year)) for year in _years(scale)),
        strokes=tuple(pairwise(points)),
        points=tuple(points) if len(points) > 1 else (),
        rounded=any(point.rounded for point in points),
        rows=tuple(
            Row(_when(one, tongue), _label(one, tongue), references.pointers(one.sources, tongue)) for one in values
        ),
    )


def amounts(most: int) -> tuple[int, ...]:
    """Round amounts from 0 to the largest: ``(0, 5000, 10000, 15000)`` for 16000."""
    steps = (digit * 10**power for power in range(20) for digit in (1, 2, 5))
    step = next(step for step in steps if most <= step * MOST_STEPS)
    return tuple(range(0, most + 1, step))


def heights_of(labels: Sequence[str], middles: Sequence[float], heights: Sequence[float]) -> list[float]:
    """How high above the ground each label stands, in em: above every point and every label that it would cover.

    Labels of the left half run to the right and those of the right half to the left, so that none leaves the drawing.
    """
    placed: dict[int, tuple[float, float, float]] = {}
    for number in sorted(range(len(labels)), key=lambda number: abs(middles[number] - 50)):
        wide = len(labels[number]) * _LETTER / _NARROWEST * 100
        left = middles[number] if _anchor(middles[number]) == "start" else middles[number] - wide
        covered = [height for x, height in zip(middles, heights, strict=True) if left <= x <= left + wide]
        below = [height for first, last, height in placed.values() if first <= left + wide and left <= last]
        height = max(heights[number], *covered) + _GAP
        placed[number] = (left, left + wide, max([height, *(one + LINE for one in below)]))
    return [placed[number][2] for number in range(len(labels))]


def _anchor(x: float) -> str:
    return "start" if x < 50 else "end"


def _years(scale: Scale) -> tuple[int, ...]:
    steps = (scale.every(step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500))
    return next(years for years in steps if len(years) <= MOST_STEPS)


def _label(value: Value, tongue: Tongue) -> str:
    """``7.520``, or ``fast 16.000``."""
    number = tongue.number(value.value)
    return joined("\u00a0", (value.text, number)) if value.text else number


def _when(value: Value, tongue: Tongue) -> str:
    return value.when or tongue.period(value.date, value.end or value.date)
