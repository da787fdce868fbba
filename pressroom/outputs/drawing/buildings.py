"""The small drawings of houses: slabs with balconies, the leaning house, the swimming hall."""

from pressroom.outputs.drawing import greenery, slab, things
from pressroom.outputs.drawing.hall import hall
from pressroom.outputs.drawing.light import NIGHT, Light
from pressroom.outputs.drawing.ring import hills, ring
from pressroom.outputs.drawing.shapes import box, dots, fill, line, moved
from pressroom.outputs.drawing.slab import House, Lit

HILLS = "M0 150Q70 112 150 136T300 122V240H0z"


def slabs(light: Light) -> str:
    """A slab with its balconies, and one further away."""
    house = House(66, 192, "wlwsw", 4)
    windows, loggia = house.windows, house.starts("l")[0]
    lit: list[Lit] = [(house, windows[5], light.sun), (house, windows[8], light.clay), (house, windows[2], light.sun)]
    lived = (
        things.flowers(light, (loggia + 10, house.storey(0) + 19), (loggia + 10, house.storey(3) + 19))
        + things.washing(light, (loggia + 6, house.storey(1) + 8))
        + things.dishes(light, (loggia + 28, house.storey(2) + 21))
    )
    behind = fill(light.lawn, box(36, 104, 52, 90), box(212, 86, 54, 110), box(226, 80, 16, 8))
    rows = "".join(f"M40 {y}h24M224 {y}h38" for y in (118, 136, 154, 172)) + "M224 100h38"
    return ring(
        light,
        hills(light, HILLS),
        behind,
        line(light.leaf, 8, rows, dash="6 6"),
        moved(20, 28.8, slab.street((house,), light, lit, {False: lived, True: ""}), scale=0.85),
        _lawn(light, 192),
        greenery.bushes(light, (86, 194, 30)),
        greenery.round_trees(light, (226, 204, 76)),
        things.bicycle(light, 196, 200),
        orb=(206, 46),
    )


def leaning_house(light: Light) -> str:
    """The „Schiefes Haus“: it leans, and the light is on."""
    house = House(50, 194, "lwswl", 4, lean=10)
    windows = house.windows
    lit: list[Lit] = [(house, windows[1], light.sun), (house, windows[4], light.clay), (house, windows[7], light.sun)]
    door = house.starts("s")[0]
    front = (
        line(light.spring, 8, f"M{door - 6:g} 167h38")
        + line(light.wall, 8, f"M{door - 1:g} 167h33", dash="5 5")
        + things.flowers(light, (60, house.storey(1) + 19), (184, house.storey(0) + 19), (184, house.storey(3) + 19))
    )
    return ring(
        light,
        hills(light, HILLS),
        greenery.poplars(light, (54, 194, 92), (240, 194, 96)),
        moved(22, 23, slab.street((house,), light, lit, {False: "", True: front}), scale=0.88),
        _lawn(light, 194),
        fill(light.plinth, "M127 194h16l22 46h-72z"),
        greenery.bushes(light, (84, 197, 20), (176, 197, 30)),
        greenery.round_trees(light, (232, 204, 56)),
        orb=(72, 66),
    )


def pool(light: Light) -> str:
    """The swimming hall with its roof like a wave, mirrored in a basin with lanes."""
    shore = 168
    lanes = "".join(f"M{x} {y}H{300 - x}" for x, y in ((44, 194), (66, 214)))
    return ring(
        light,
        hills(light, "M0 130Q80 96 160 124T300 112V200H0z"),
        greenery.poplars(light, (70, shore, 96), (88, shore, 112), (232, shore, 104)),
        f'<g id="h">{hall(light, 46, shore, 0.87)}</g>',
        fill(light.water, box(0, shore, 300, 90)),
        f'<use href="#h" transform="translate(0 264) scale(1 -.57)" opacity="{0.4 if light is NIGHT else 0.2}"/>',
        fill(light.stone, box(0, shore, 300, 5)),
        dots(light.ripple, 5, lanes, gap=2.4),
        line(light.ripple, 2, "M120 226q10-6 20 0t20 0 20 0", opacity=0.8),
        orb=(196, 60),
    )


def _lawn(light: Light, foot: float) -> str:
    return fill(light.lawn, box(0, foot, 300, 60)) + fill(light.ground, f"M0 {foot + 24:g}q80-10 160-2t140-4v60H0z")
