"""Draws cost against size as one SVG: both axes logarithmic, readable on light and on dark ground."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

WIDTH, HEIGHT = 860, 560
LEFT, RIGHT, TOP, BOTTOM = 76, 210, 64, 64
LINE = 17
"""At least so many units lie between two labels, so that each can be read."""

_STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1b2530; }
.title { font-size: 18px; font-weight: 600; }
.ground { fill: #ffffff; }
.grid { stroke: #d5dbe1; }
.fine { stroke: #eef1f4; }
.line { fill: none; stroke-width: 2.5; }
.dash1 { stroke-dasharray: 8 5; }
.dash2 { stroke-dasharray: 2 5; stroke-linecap: round; }
.colour0 { stroke: #0b5a8a; } .dot0 { fill: #0b5a8a; }
.colour1 { stroke: #b3261e; } .dot1 { fill: #b3261e; }
.colour2 { stroke: #5f6b00; } .dot2 { fill: #5f6b00; }
@media (prefers-color-scheme: dark) {
  text { fill: #e8edf2; }
  .ground { fill: #14191f; }
  .grid { stroke: #3a444e; }
  .fine { stroke: #222a32; }
  .colour0 { stroke: #7cc4f5; } .dot0 { fill: #7cc4f5; }
  .colour1 { stroke: #ff9a8f; } .dot1 { fill: #ff9a8f; }
  .colour2 { stroke: #cddc5a; } .dot2 { fill: #cddc5a; }
}
"""


@dataclass(frozen=True)
class Curve:
    """One line: the colour tells whose it is, the dashes tell of what. Points are (size, seconds), all above 0."""

    label: str
    colour: int
    dash: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Axis:
    """Places numbers on a logarithmic scale between two edges of the drawing."""

    least: float
    most: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """Where a number lies."""
        part = (log10(value) - log10(self.least)) / (log10(self.most) - log10(self.least))
        return self.begin + part * (self.end - self.begin)

    def ticks(self) -> Iterator[tuple[float, bool]]:
        """Round numbers, and whether each is a power of ten."""
        for power in range(floor(log10(self.least)), floor(log10(self.most)) + 1):
            for digit in range(1, 10):
                value = digit * 10.0**power
                if self.least * 0.999 <= value <= self.most * 1.001:
                    yield value, digit == 1


def drawn(title: str, description: str, across: str, upward: str, curves: Sequence[Curve]) -> str:
    """The whole file. There must be at least one curve with a point."""
    sizes = sorted({size for curve in curves for size, _ in curve.points})
    seconds = [value for curve in curves for _, value in curve.points]
    x = Axis(sizes[0] / 1.25, sizes[-1] * 1.25, LEFT, WIDTH - RIGHT)
    y = Axis(10 ** floor(log10(min(seconds))), max(seconds) * 1.6, HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<text class="title" x="{LEFT}" y="32">{escape(title)}</text>',
        *_grid(x, y, sizes),
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 16}" text-anchor="middle">{escape(across)}</text>',
        f'<text transform="translate(20 {(TOP + HEIGHT - BOTTOM) / 2:.0f}) rotate(-90)" text-anchor="middle">'
        f"{escape(upward)}</text>",
        *(part for curve in curves for part in _curve(curve, x, y)),
        *_labels(curves, y),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _grid(x: Axis, y: Axis, sizes: Iterable[float]) -> Iterator[str]:
    for value, whole in y.ticks():
        at = f"{y.at(value):.1f}"
        yield f'<path class="{"grid" if whole else "fine"}" d="M{LEFT} {at}H{WIDTH - RIGHT}"/>'
        if whole:
            yield f'<text x="{LEFT - 8}" y="{y.at(value) + 5:.1f}" text-anchor="end">{value:g} s</text>'
    for size in sizes:
        at = f"{x.at(size):.1f}"
        yield f'<path class="grid" d="M{at} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{at}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{size:,.0f}</text>'


def _curve(curve: Curve, x: Axis, y: Axis) -> Iterator[str]:
    places = [(x.at(size), y.at(value)) for size, value in curve.points]
    path = "L".join(f"{across:.1f} {up:.1f}" for across, up in places)
    yield f'<path class="line colour{curve.colour} dash{curve.dash}" d="M{path}"/>'
    for across, up in places:
        yield f'<circle class="dot{curve.colour}" cx="{across:.1f}" cy="{up:.1f}" r="4"/>'


def _labels(curves: Sequence[Curve], y: Axis) -> Iterator[str]:
    """The name of each curve at the right edge, near the height of its end; a line leads there."""
    left = WIDTH - RIGHT + 34
    ends = sorted((y.at(curve.points[-1][1]), number) for number, curve in enumerate(curves))
    for (wanted, number), at in zip(ends, _apart([end for end, _ in ends]), strict=True):
        curve = curves[number]
        way = f"M{left - 28} {wanted:.1f}L{left - 6} {at:.1f}"
        yield f'<path class="line colour{curve.colour} dash{curve.dash}" d="{way}"/>'
        yield f'<text x="{left}" y="{at + 5:.1f}">{escape(curve.label)}</text>'


def _apart(wanted: Sequence[float]) -> list[float]:
    """Heights as near as can be to the wanted ones, which ascend, at least a line apart and inside the drawing."""
    placed: list[float] = []
    for height in wanted:
        placed.append(max(height, placed[-1] + LINE) if placed else height)
    lowest = HEIGHT - BOTTOM + 0.0
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], lowest)
        lowest = placed[number] - LINE
    return placed
