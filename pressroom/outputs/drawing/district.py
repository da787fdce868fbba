"""The district from the bank of the Spree: one window is lit for each project there is."""

from collections.abc import Sequence
from zlib import crc32

from pressroom.outputs.drawing import greenery, slab, things
from pressroom.outputs.drawing.hall import hall
from pressroom.outputs.drawing.light import NIGHT, Light
from pressroom.outputs.drawing.shapes import Box, box, disc, dots, fill, line, rings, svg
from pressroom.outputs.drawing.slab import House, Lit
from pressroom.outputs.drawing.wellhead import wellhead

WIDTH, HEIGHT, FOOT, BANK = 1680, 400, 300, 324
SEEN = (40, 1640)
"""What is seen at every width from 768 pixels on, from left to right."""

LEFT = House(-106, FOOT, "wlwswlwswlw", 5)
TALL = House(300, FOOT, "gwlwswlwswlw", 6)
LEANING = House(786, FOOT, "lwswl", 5, lean=10)
LOW = House(1044, FOOT, "wlwswlwswlw", 4)
HOUSES = (LEFT, TALL, LEANING, LOW)
HIDDEN = (Box(214, 222, 90, 90), Box(1376, 230, 60, 80))
"""Where trees stand before the houses: no window behind them counts."""


def lit_windows(light: Light, yellow: int, orange: int, houses: Sequence[House] = HOUSES) -> tuple[Lit, ...]:
    """So many windows lit in yellow and so many in orange, scattered the same way every time."""
    free = {
        (house, pane): crc32(f"{pane.x:g} {pane.y:g}".encode()) / 2**32 for house in houses for pane in house.windows
    }
    free = {window: luck for window, luck in free.items() if _is_seen(window[1])}
    chosen: list[tuple[House, Box]] = []
    # Each next window is far from those before it, with a little luck, so that the light is spread over the street.
    while free and len(chosen) < yellow + orange:
        best = max(free, key=lambda window: (0.6 + free[window]) * _apart(window[1], chosen))
        chosen.append(best)
        del free[best]
    every = max(1, -(-(yellow + orange) // max(1, yellow)))
    order = [*chosen[::every][:yellow]]
    order += [window for window in chosen if window not in order]
    return tuple((*window, light.sun if at < yellow else light.clay) for at, window in enumerate(order))


def _apart(pane: Box, chosen: Sequence[tuple[House, Box]]) -> float:
    """How far a window is from the nearest lit one; a storey counts twice."""
    return min((abs(pane.x - near.x) + 2 * abs(pane.y - near.y) for _, near in chosen), default=abs(pane.y))


def _is_seen(pane: Box) -> bool:
    inside = SEEN[0] <= pane.x <= SEEN[1] - pane.width
    return inside and not any(
        pane.x < cover.x + cover.width
        and cover.x < pane.x + pane.width
        and pane.y < cover.y + cover.height
        and cover.y < pane.y + pane.height
        for cover in HIDDEN
    )


def panorama(light: Light, yellow: int, orange: int) -> str:
    """The district from the Spree; so many windows lit yellow, so many orange."""
    lit = lit_windows(light, yellow, orange)
    houses = slab.street(HOUSES, light, lit, {False: _lived_in(light) + _mural(light), True: _shop(light)})
    return svg(
        WIDTH,
        HEIGHT,
        _sky(light),
        _far(light),
        greenery.poplars(light, (1016, FOOT, 96)),
        f'<g id="h">{houses}{hall(light, 1440, FOOT, 0.95)}</g>',
        _bank(light),
        _river(light),
    )


def _sky(light: Light) -> str:
    orb = fill(light.orb, disc(1226, 84, 36))
    if light is NIGHT:
        orb = fill(light.orb, "M1228 50a36 36 0 1 0 24 62a30 30 0 0 1-24-62z")
        orb += dots(light.star, 4, "M92 52h0M214 84h0M760 66h0M862 34h0M1020 98h0M1130 44h0M1520 100h0")
    return fill(light.sky, box(0, 0, WIDTH, HEIGHT)) + orb


def _far(light: Light) -> str:
    """Hills, and the next row of slabs, too far away for balconies."""
    hills = "M0 236Q150 190 380 232T800 214T1120 232T1420 206T1680 226V310H0z"
    slabs = box(716, 206, 52, 100) + box(726, 200, 16, 8) + box(1500, 200, 110, 90)
    rows = "".join(f"M723 {y}h40M1508 {y}h96" for y in (216, 232))
    return fill(light.hill, hills) + fill(light.distant, slabs) + line(light.hill, 7, rows, dash="5 7")


def _mural(light: Light) -> str:
    """A drop and its rings, painted on the gable: the well that gave the district its name."""
    drop = "M328 150c10 18 20 27 20 41a20 20 0 0 1-40 0c0-14 10-23 20-41z"
    return fill(light.spring, drop) + line(light.spring, 5, "M312 228q16 12 32 0M306 242q22 16 44 0")


def _shop(light: Light) -> str:
    """The awning of the leaning house, and what grows on its balconies and roof."""
    return (
        line(light.spring, 8, "M849 272h36")
        + line(light.wall, 8, "M854 272h31", dash="5 5")
        + things.flowers(light, (796, 145), (796, 209))
    )


def _lived_in(light: Light) -> str:
    """What people put on their balconies."""

    def at(house: House, column: int, row: int, x: float, y: float) -> tuple[float, float]:
        return house.starts("l")[column] + x, house.storey(row) + y

    plants = (
        (TALL, 0, 1),
        (TALL, 1, 3),
        (TALL, 2, 0),
        (LOW, 0, 0),
        (LOW, 1, 2),
        (LOW, 2, 1),
        (LEFT, 1, 1),
        (LEFT, 2, 3),
    )
    return (
        things.flowers(light, *(at(*place, 7 + place[2] % 3 * 2, 19) for place in plants))
        + things.dishes(
            light, *(at(*place, 28, 21) for place in ((TALL, 0, 3), (TALL, 1, 1), (LOW, 1, 0), (LEFT, 2, 1)))
        )
        + things.washing(light, at(TALL, 1, 4, 6, 8))
        + things.parasols(light, at(TALL, 2, 2, 21, 10))
    )


def _bank(light: Light) -> str:
    """The lawn before the houses, what grows there, a well and a bicycle."""
    hedges = ((36, FOOT, 30), (172, FOOT, 20), (410, FOOT, 30), (640, FOOT, 40), (1090, FOOT, 30), (1310, FOOT, 30))
    return (
        fill(light.lawn, box(0, FOOT, WIDTH, 40))
        + fill(light.ground, "M0 314Q220 306 480 314T980 313T1400 315T1680 310V350H0z")
        + greenery.bushes(light, *hedges)
        + greenery.round_trees(light, (758, FOOT + 5, 56), (1402, FOOT + 6, 64))
        + greenery.birch(light, 728, FOOT + 5, 86)
        + greenery.willow(light, 262, FOOT + 8, 78)
        + wellhead(light, 996, FOOT + 15, 42)
        + things.bicycle(light, 508, FOOT)
    )


def _river(light: Light) -> str:
    """The Spree: it mirrors the houses, at night with their lit windows, and a drop draws its rings."""
    night = light is NIGHT
    ripples = "".join(f"M{x} {y}H{WIDTH}" for x, y in ((0, 338), (-70, 347), (-20, 358), (-120, 371)))
    reeds = greenery.reeds(light, 56, (394, 402, 5))
    return "".join(
        (
            fill(light.water, f"M0 328Q260 317 560 326T1120 325T1680 321V{HEIGHT}H0z"),
            f'<use href="#h" transform="translate(0 428) scale(1 -.33)" opacity="{0.45 if night else 0.16}"/>',
            line(light.water, 3, ripples, dash="150 60"),
            line(light.orb, 4, "M1196 340h60M1206 351h42M1200 362h30M1216 373h24", opacity=0.4 if night else 0.75),
            rings(light.ripple, 600, 368, (30, 80, 140), 0.16, 3),
            f'<g id="r">{reeds}</g><use href="#r" x="850"/>',
            things.heron(light, 1298, 386),
        )
    )
