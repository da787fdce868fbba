"""The drawings as plain polygons, for a painter of pixels: the picture a messenger shows beside a link."""

from collections.abc import Iterable, Iterator
from math import cos, pi, sin

from pressroom.outputs.drawing import facade as front
from pressroom.outputs.drawing.district import BANK, FOOT, HEIGHT, LEANING, LOW, TALL, lit_windows
from pressroom.outputs.drawing.light import DAY
from pressroom.outputs.drawing.shapes import Box
from pressroom.outputs.drawing.slab import House

CANVAS = (1200, 630)
Point = tuple[float, float]
Shape = tuple[str, tuple[Point, ...]]
Painting = tuple[str, tuple[Shape, ...]]
"""The colour of the ground, then polygons in their colours, the first at the back, in pixels of the canvas."""


def share(accent: str, number: int) -> Painting:
    """A piece of façade by day: the one ``tile`` draws, its upper three storeys."""
    parts = front.facade(accent, number)
    lit = front.colour_of(DAY, accent)
    shapes: list[tuple[str, Iterable[Box]]] = [
        (DAY.shade, front.joints()),
        (DAY.shade, parts.stairs),
        (DAY.recess, parts.recesses),
        *((lit if window.lit else DAY.pane, [window.box]) for window in parts.windows),
        *(
            (_mixed(DAY.front, lit if window.lit else DAY.pane), [cover])
            for window in parts.windows
            if (cover := front.curtain(window))
        ),
        (DAY.front, front.bars(parts)),
    ]
    scale = CANVAS[0] / front.WIDTH
    polygons = [(colour, part.corners) for colour, members in shapes for part in members]
    polygons += [
        (DAY.leaf, _round(plant.x + at, plant.y, 6.5)) for plant in parts.plants for at in range(0, int(plant.width), 8)
    ]
    polygons += [(DAY.parapet, part.corners) for part in parts.parapets]
    return DAY.front, tuple(_placed(polygons, scale, 0, 0))


def share_panorama(yellow: int, orange: int) -> Painting:
    """The middle of the panorama by day, simplified; every lit window is on the canvas."""
    houses = (TALL, LEANING, LOW)
    sun = (DAY.orb, _round(1226, 20, 44))
    crest = (
        (0, 236),
        (190, 214),
        (380, 232),
        (600, 226),
        (800, 214),
        (960, 222),
        (1120, 232),
        (1280, 214),
        (1420, 206),
    )
    hills = (DAY.hill, (*crest, (1680, 226), (1680, 310), (0, 310)))
    shapes: list[Shape] = [sun, hills]
    for house in houses:
        shapes += _house(house)
        lit = [(colour, pane) for home, pane, colour in lit_windows(DAY, yellow, orange, houses) if home is house]
        shapes += [(colour, _leant(house, pane)) for colour, pane in lit]
        shapes += [(DAY.wall, _leant(house, Box(x + 7, y, 2, height))) for x, y, _, height in house.windows]
    shapes += [(DAY.lawn, Box(0, FOOT, 1680, 40).corners), (DAY.ground, Box(0, 313, 1680, 30).corners)]
    for x, size in ((744, 24), (1004, 18), (1400, 22)):
        shapes.append((DAY.trunk, Box(x - 2, FOOT - 24, 4, 30).corners))
        shapes.append((DAY.leaf, _round(x, FOOT - 20 - size, size)))
    shapes.append((DAY.water, Box(0, BANK, 1680, HEIGHT - BANK).corners))
    glitter = ((1196, 340, 60), (1206, 352, 42), (1200, 364, 30), (560, 346, 70), (520, 358, 150), (540, 370, 110))
    shapes += [(DAY.orb if x > 1000 else DAY.ripple, Box(x, y, length, 4).corners) for x, y, length in glitter]
    scale = CANVAS[0] / 1136
    return DAY.sky, tuple(_placed(shapes, scale, 280, HEIGHT - CANVAS[1] / scale))


def _house(house: House) -> Iterator[Shape]:
    for name, parts in (*house.layers(), *house.gable(), ("pane", house.windows), ("roof", house.roof())):
        for part in parts:
            yield getattr(DAY, name), _leant(house, part)


def _leant(house: House, part: Box) -> tuple[Point, ...]:
    return tuple(house.slanted(x, y) for x, y in part.corners)


def _round(x: float, y: float, radius: float, corners: int = 32) -> tuple[Point, ...]:
    turns = (2 * pi * corner / corners for corner in range(corners))
    return tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)


def _mixed(over: str, under: str, share_of_over: float = 0.4) -> str:
    """One colour seen through another."""
    pairs = [(int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share_of_over + b * (1 - share_of_over)):02x}" for a, b in pairs)


def _placed(shapes: Iterable[Shape], scale: float, left: float, top: float) -> Iterator[Shape]:
    """Shapes on the canvas, what hangs over its edges cut off."""
    for colour, points in shapes:
        moved = [((x - left) * scale, (y - top) * scale) for x, y in points]
        for axis, limit, sign in ((0, 0, 1), (0, CANVAS[0], -1), (1, 0, 1), (1, CANVAS[1], -1)):
            moved = _clipped(moved, axis, limit, sign)
        if moved:
            yield colour, tuple((round(x, 1), round(y, 1)) for x, y in moved)


def _clipped(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """A polygon without what lies beyond one edge (Sutherland and Hodgman, 1974)."""
    kept: list[Point] = []
    for at, point in enumerate(points):
        before = points[at - 1]
        inside, was_inside = ((p[axis] - limit) * sign >= 0 for p in (point, before))
        if inside != was_inside:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept
