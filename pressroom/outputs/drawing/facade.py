"""A piece of façade for a story without a picture: eight of them, each with its own rhythm of bays."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from pressroom.outputs.drawing.light import NIGHT, Light
from pressroom.outputs.drawing.shapes import Box, box, dots, fill, strokes, svg
from pressroom.outputs.drawing.shapes import number as n

WIDTH, HEIGHT, STOREY, STOREYS = 360, 240, 66, 3
BAYS = {"w": 60, "v": 84, "n": 42, "l": 90, "s": 48}
"""The bays, each with its width: a window, a wide one, a narrow one, a loggia, a stairwell."""
RHYTHMS = ("wlwslw", "lwnswl", "vwlwv", "wwslvw", "nlwlwn", "vlsnlw", "wnlnwl", "lvwvn")
"""Each is a little wider than the picture, as a façade goes on beyond it; the middle is shown."""


class Window(NamedTuple):
    """A window, whether it is lit, and how a curtain is drawn: 1 at the side, 2 from above."""

    box: Box
    lit: bool
    curtain: int


class Facade(NamedTuple):
    """The rectangles of a piece of façade by what they are."""

    windows: tuple[Window, ...]
    stairs: tuple[Box, ...]
    recesses: tuple[Box, ...]
    parapets: tuple[Box, ...]
    plants: tuple[Box, ...]


def facade(accent: str, number: int) -> Facade:
    """A piece of façade, in units of a picture of 360 by 240; which windows are lit follows from its name alone."""
    rhythm = RHYTHMS[number % len(RHYTHMS)]
    left = (WIDTH - sum(BAYS[bay] for bay in rhythm)) // 2
    windows: list[Window] = []
    stairs: list[Box] = []
    recesses: list[Box] = []
    parapets: list[Box] = []
    plants: list[Box] = []
    for row in range(STOREYS):
        x, y = left, row * STOREY
        for column, bay in enumerate(rhythm):
            luck = crc32(f"{accent}{number} {row} {column}".encode())
            if bay == "s":
                if not row:
                    stairs.append(Box(x, 0, BAYS[bay], HEIGHT))
                windows.append(Window(Box(x + 14, y + 42, 20, 26), False, 0))
            elif bay == "l":
                recesses.append(Box(x + 8, y + 10, 74, 46))
                windows += [
                    Window(Box(x + 16, y + 16, 20, 40), False, 0),
                    Window(Box(x + 44, y + 16, 30, 24), luck % 7 == 0, luck // 7 % 12),
                ]
                parapets.append(Box(x + 4, y + 38, 82, 20))
                if luck // 64 % 4 == 0:
                    plants.append(Box(x + 14 + luck // 256 % 24, y + 38, 34, 0))
            else:
                wide = {"w": 36, "v": 60, "n": 22}[bay]
                pane = Box(x + (BAYS[bay] - wide) // 2, y + 16, wide, 34)
                windows.append(Window(pane, luck % 4 == 0, luck // 4 % 10))
            x += BAYS[bay]
    return Facade(tuple(_some_lit(windows)), tuple(stairs), tuple(recesses), tuple(parapets), tuple(plants))


def _some_lit(windows: list[Window]) -> Iterator[Window]:
    """Two at least are lit in the upper two storeys, which every list shows."""
    upper = [at for at, window in enumerate(windows) if window.box.y < STOREY * 2 and window.box.height > 30]
    upper = [at for at in upper if 10 < windows[at].box.x < WIDTH - 60]
    short = max(0, 2 - sum(windows[at].lit for at in upper))
    extra = {upper[1], upper[-2]} if short else set()
    for at, window in enumerate(windows):
        yield window._replace(lit=window.lit or at in extra)


def colour_of(light: Light, accent: str) -> str:
    """The colour windows are lit in: ``sun``, ``clay`` or ``water``."""
    return {"sun": light.sun, "clay": light.clay, "water": light.ripple if light is NIGHT else light.water}[accent]


def curtain(window: Window) -> Box | None:
    """What a curtain covers: nothing, a third at the side, or the upper part."""
    x, y, width, height = window.box
    if window.curtain == 1:
        return Box(x, y, width // 3, height)
    return Box(x, y, width, height * 2 // 5) if window.curtain == 2 else None


def bars(parts: Facade) -> tuple[Box, ...]:
    """The glazing bars of the larger windows."""
    large = [window.box for window in parts.windows if window.box.width > 20]
    return tuple(Box(x + width // 2 - 2, y, 4, height) for x, y, width, height in large)


def joints() -> tuple[Box, ...]:
    """The lines between the storeys, where one slab rests on the other."""
    return tuple(Box(0, STOREY * row - 2, WIDTH, 3) for row in (1, 2))


def hedge(accent: str, number: int) -> tuple[int, int]:
    """Where the hedge below begins and how long it is."""
    luck = crc32(f"{accent}{number}".encode())
    return 24 + luck % 200, 40 + luck // 256 % 60


def tile(light: Light, accent: str, number: int) -> str:
    """The piece of façade with its windows lit in the colour of an accent: ``sun``, ``clay`` or ``water``."""
    parts = facade(accent, number)
    drawn = [cover for window in parts.windows if (cover := curtain(window))]
    start, length = hedge(accent, number)
    dark, lit = ([window.box for window in parts.windows if window.lit is shines] for shines in (False, True))
    return svg(
        WIDTH,
        HEIGHT,
        _equal(light.front, (Box(0, 0, WIDTH, HEIGHT),)),
        fill(light.shade, *(box(*part) for part in (*joints(), *parts.stairs))),
        _equal(light.recess, parts.recesses),
        # Lit windows may lie on dark ones: whichever is shorter.
        min(_equal(light.pane, dark), _equal(light.pane, sorted((*dark, *lit), key=lambda part: part[1])), key=len),
        _equal(colour_of(light, accent), lit),
        fill(light.front, *(box(*cover) for cover in drawn), opacity=0.4),
        _equal(light.front, bars(parts)),
        dots(light.leaf, 12, *(f"M{n(b.x)} {n(b.y)}h{b.width:g}" for b in parts.plants), gap=0.5),
        _equal(light.parapet, parts.parapets),
        _equal(light.plinth, (Box(0, 208, WIDTH, 32),)),
        dots(light.leaf_shade, 26, f"M{start} 234h{length}", gap=0.5),
    )


def _equal(colour: str, parts: Sequence[Box]) -> str:
    """Rectangles by size, because equal ones are shorter to write."""
    sizes = dict.fromkeys((part.width, part.height) for part in parts)
    groups = [[part for part in parts if (part.width, part.height) == size] for size in sizes]
    short = [group for group in groups if len(strokes(colour, group)) < sum(len(box(*part)) for part in group)]
    few = [box(*part) for group in groups if group not in short for part in group]
    return fill(colour, *few) + "".join(strokes(colour, group) for group in short)
