"""The slab of the type WBS 70: bays of windows, loggias and stairwells between a plinth and a flat roof."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import radians, tan

from pressroom.outputs.drawing.light import Light
from pressroom.outputs.drawing.shapes import Box, box, boxes, columns, fill
from pressroom.outputs.drawing.shapes import number as n

STOREY, PLINTH, ROOF = 32, 14, 7
BAYS = {"w": 30, "l": 38, "s": 26, "g": 56}
"""The bays, each with its width: a window, a loggia, a stairwell, and a gable without windows."""

Layer = tuple[str, tuple[Box, ...]]
"""Rectangles and the name of their colour in ``Light``."""


@dataclass(frozen=True, slots=True)
class House:
    """A slab: its left edge, the line it stands on, its bays by their letters, storeys, and degrees it leans."""

    left: float
    foot: float
    bays: str
    storeys: int
    lean: float = 0

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.foot - PLINTH - self.storeys * STOREY - ROOF

    @property
    def width(self) -> float:
        """The length of its front."""
        return sum(BAYS[bay] for bay in self.bays)

    @property
    def windows(self) -> tuple[Box, ...]:
        """The windows that can be lit, column by column."""
        return tuple(self._each("w", 7, 7, 16, 18))

    def starts(self, kind: str) -> tuple[float, ...]:
        """Where the bays of a kind begin."""
        widths = [BAYS[bay] for bay in self.bays]
        return tuple(self.left + sum(widths[:at]) for at, bay in enumerate(self.bays) if bay == kind)

    def storey(self, row: int) -> float:
        """The upper edge of a storey; the topmost is 0."""
        return self.top + ROOF + row * STOREY

    def slanted(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright house, where it is when the house leans: a shear about its foot."""
        return x + (self.foot - y) * tan(radians(self.lean)), y

    @property
    def front(self) -> float:
        """Where the bays with windows begin: right of a gable."""
        return self.left + (BAYS["g"] if self.bays[0] == "g" else 0)

    def layers(self) -> Iterator[Layer]:
        """The rectangles the house is made of, the first at the back."""
        body = self.foot - self.top
        yield "wall", (Box(self.front, self.top, self.left + self.width - self.front, body),)
        yield "shade", tuple(Box(x, self.top, BAYS["s"], body) for x in self.starts("s"))
        yield "shade", self._joints()
        yield "recess", tuple(self._each("l", 3, 4, 32, 26))
        yield "plinth", (Box(self.front, self.foot - PLINTH, self.left + self.width - self.front, PLINTH),)
        yield "pane", tuple(self._each("l", 6, 7, 10, 22))
        yield "pane", (*self._each("l", 20, 7, 12, 14), *self._each("s", 7, 18, 12, 14, short=1))
        yield "parapet", tuple(self._each("l", 1, 19, 36, 11))
        yield (
            "roof",
            (
                *(Box(x + 5, self.foot - 26, 16, 26) for x in self.starts("s")),
                *(Box(x + 1, self.foot - 29, 24, 3) for x in self.starts("s")),
            ),
        )

    def gable(self) -> tuple[Layer, ...]:
        """The end without windows; nothing where the house has none."""
        return tuple(("shade", (Box(x, self.top, BAYS["g"], self.foot - self.top),)) for x in self.starts("g"))

    def roof(self) -> tuple[Box, ...]:
        """The edge of the roof, and a box of machinery above each stairwell."""
        edge = Box(self.left - 3, self.top, self.width + 6, ROOF)
        return edge, *(Box(x + 5, self.top - 6, 16, 6) for x in self.starts("s"))

    def _joints(self) -> tuple[Box, ...]:
        """The lines between the storeys, where one slab rests on the other."""
        wide = self.left + self.width - self.front
        return tuple(Box(self.front, self.storey(row), wide, 1.5) for row in range(1, self.storeys))

    def _each(self, kind: str, x: float, y: float, width: float, height: float, short: int = 0) -> Iterator[Box]:
        """The same rectangle in every bay of a kind on every storey but the lowest ``short``."""
        for start in self.starts(kind):
            for row in range(self.storeys - short):
                yield Box(start + x, self.storey(row) + y, width, height)


Lit = tuple[House, Box, str]
"""A window, the house it belongs to, and the colour it is lit in."""


def street(houses: Sequence[House], light: Light, lit: Sequence[Lit], extras: Mapping[bool, str]) -> str:
    """Houses on one line, whose bays are all found in the highest: its front is drawn, the others are cut from it.

    ``extras`` are things on the fronts of upright (False) and leaning houses (True); those lean with them.
    """
    model = max(houses, key=lambda house: house.storeys)
    front = [boxes(getattr(light, name), shapes) for name, shapes in model.layers() if shapes]
    whole = f'<g id="f">{"".join(front)}{_barred(light, "w", ((light.pane, model.windows),))}</g>'
    parts = []
    for slanting in (False, True):
        group = [house for house in houses if bool(house.lean) is slanting]
        if not group:
            continue
        drawn = [whole if house is model else _cut(house, model) for house in group]
        drawn += [boxes(getattr(light, name), shapes) for house in group for name, shapes in house.gable()]
        drawn.append(fill(light.roof, *(box(*shape) for house in group for shape in house.roof())))
        here = [(pane, colour) for house, pane, colour in lit if house in group]
        colours = dict.fromkeys(colour for _, colour in here)
        by_colour = [(colour, [pane for pane, shine in here if shine == colour]) for colour in colours]
        drawn += [_barred(light, f"l{slanting:d}", by_colour), extras[slanting]]
        parts.append(_leant(group[0], "".join(drawn)))
    return "".join(parts)


def _leant(house: House, drawing: str) -> str:
    """A shear about the foot of the house."""
    if not house.lean:
        return drawing
    there, back = f"{n(house.left)} {n(house.foot)}", f"{n(-house.left)} {n(-house.foot)}"
    return f'<g transform="translate({there}) skewX({-house.lean:g}) translate({back})">{drawing}</g>'


def _barred(light: Light, name: str, windows: Iterable[tuple[str, Sequence[Box]]]) -> str:
    """Windows by colour, each with its glazing bar: what makes a pane a window, lit or not. The same strokes twice."""
    wide, thin = [], []
    for at, (colour, panes) in enumerate(windows):
        wide.append(f'<g stroke="{colour}"><path id="{name}{at}" d="{columns(panes)[0]}"{columns(panes)[1]}/></g>')
        thin.append(f'<use href="#{name}{at}"/>')
    if not wide:
        return ""
    return f'<g stroke-width="16">{"".join(wide)}</g><g stroke="{light.wall}" stroke-width="2">{"".join(thin)}</g>'


def _cut(house: House, model: House) -> str:
    """The lower storeys of the bays of a house, out of another house's front."""
    wide, high = n(house.left + house.width - house.front), n(house.foot - house.storey(0))
    start = model.left + sum(BAYS[bay] for bay in model.bays[: model.bays.index(house.bays)])
    return (
        f'<svg x="{n(house.front)}" y="{n(house.storey(0))}" width="{wide}" height="{high}" '
        f'viewBox="{n(start)} {n(house.storey(0))} {wide} {high}"><use href="#f"/></svg>'
    )
