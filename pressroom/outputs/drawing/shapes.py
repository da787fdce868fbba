"""The few shapes everything is drawn from, and how they are written in an SVG in few bytes."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Box(NamedTuple):
    """An upright rectangle: its upper left corner and its size, in units of the drawing."""

    x: float
    y: float
    width: float
    height: float

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The four corners, clockwise."""
        right, foot = self.x + self.width, self.y + self.height
        return (self.x, self.y), (right, self.y), (right, foot), (self.x, foot)


def svg(width: int, height: int, *parts: str) -> str:
    """A whole drawing."""
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="none">{"".join(parts)}</svg>\n'


def number(value: float) -> str:
    """A number with at most one decimal."""
    return f"{round(value, 1):g}"


def fill(colour: str, *pieces: str, opacity: float = 1) -> str:
    """Areas of one colour; nothing if there are none."""
    return f'<path d="{_tight(pieces)}" fill="{colour}"{_seen(opacity)}/>' if any(pieces) else ""


def line(colour: str, width: float, *pieces: str, opacity: float = 1, dash: str = "", round: bool = False) -> str:
    """Lines of one colour and width; what they enclose stays empty, as the whole drawing says."""
    data = _tight(pieces)
    if not data:
        return ""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    ends = ' stroke-linecap="round"' if round else ""
    return f'<path d="{data}" stroke="{colour}" stroke-width="{number(width)}"{dashed}{ends}{_seen(opacity)}/>'


def dots(colour: str, size: float, *places: str, gap: float = 0) -> str:
    """Round dots, single (``M4 5h0``) or along straight lines; ``gap`` is from middle to middle, in widths of a dot."""
    return line(colour, size, *places, dash=f"0 {number(size * gap)}" if gap else "", round=True)


def _tight(pieces: Iterable[str]) -> str:
    return re.sub(r"(?<=\d) (?=-)", "", "".join(pieces))


def _seen(opacity: float) -> str:
    return f' opacity="{opacity:g}"'.replace("0.", ".") if opacity < 1 else ""


def moved(x: float, y: float, *parts: str, scale: float = 1) -> str:
    """Parts at another place, larger or smaller."""
    size = f" scale({scale:g})" if scale != 1 else ""
    return f'<g transform="translate({number(x)} {number(y)}){size}">{"".join(parts)}</g>'


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle; its way back is told by how far or where to, whichever is shorter."""
    back = min((f"h{number(-width)}", f"H{number(x)}"), key=len)
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}{back}z"


def ellipse(x: float, y: float, across: float, down: float) -> str:
    """An ellipse by its centre and two radii."""
    half = f"a{number(across)} {number(down)} 0 0 1"
    return f"M{number(x - across)} {number(y)}{half} {number(2 * across)} 0{half} {number(-2 * across)} 0z"


def disc(x: float, y: float, radius: float) -> str:
    """A disc."""
    return ellipse(x, y, radius, radius)


def polygon(*points: tuple[float, float]) -> str:
    """A polygon by its corners."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z"


def boxes(colour: str, parts: Sequence[Box]) -> str:
    """Rectangles of one colour. Equal ones in equal storeys become one dashed line a column, which is far shorter."""
    return strokes(colour, parts) if _step(parts) else fill(colour, *(box(*part) for part in parts))


def strokes(colour: str, parts: Sequence[Box]) -> str:
    """Rectangles of one colour and size, each as a thick stroke down its middle."""
    data, dash = columns(parts)
    return f'<path d="{data}" stroke="{colour}" stroke-width="{number(parts[0].width)}"{dash}/>'


def columns(parts: Sequence[Box]) -> tuple[str, str]:
    """Equal rectangles as strokes down their middle: the data of a path, and how it is dashed if it must be."""
    width, height = parts[0].width, parts[0].height
    step = _step(parts)
    if not step:
        return "".join(f"M{number(part.x + width / 2)} {number(part.y)}v{number(height)}" for part in parts), ""
    towers: dict[float, list[Box]] = {}
    for part in parts:
        towers.setdefault(part.x, []).append(part)
    lines = [
        f"M{number(x + width / 2)} {number(tower[0].y)}v{number(tower[-1].y + height - tower[0].y)}"
        for x, tower in towers.items()
    ]
    return "".join(lines), f' stroke-dasharray="{number(height)} {number(step - height)}"'


def _step(parts: Sequence[Box]) -> float:
    """How far apart equal rectangles stand in each column, or 0 where that differs."""
    towers: dict[float, list[Box]] = {}
    for part in parts:
        towers.setdefault(part.x, []).append(part)
    steps = {below.y - above.y for tower in towers.values() for above, below in pairwise(tower)}
    equal = len({(part.width, part.height) for part in parts}) == 1
    return steps.pop() if equal and len(steps) == 1 and min(steps) > 0 else 0


def rings(colour: str, x: float, y: float, radii: Iterable[float], flat: float, width: float) -> str:
    """The circles a drop makes on water, fainter the wider they are."""
    widest = max(radii := tuple(radii))
    drawn = "".join(
        f'<ellipse cx="{x:g}" cy="{y:g}" rx="{radius:g}" ry="{radius * flat:.1f}"'
        f' opacity="{1.1 - 0.85 * radius / widest:.2f}"/>'
        for radius in radii
    )
    return f'<g stroke="{colour}" stroke-width="{width:g}">{drawn}</g>'
