"""The small drawings of places under the open sky: the well, the Spree, the skate bowl."""

from pressroom.outputs.drawing import greenery, things
from pressroom.outputs.drawing.light import NIGHT, Light
from pressroom.outputs.drawing.ring import hills, ring
from pressroom.outputs.drawing.shapes import box, dots, ellipse, fill, line, rings
from pressroom.outputs.drawing.wellhead import wellhead


def well(light: Light) -> str:
    """The well that gave the district its name: a drop above it, rings of paving around it."""
    return ring(
        light,
        hills(light, "M0 142Q80 104 160 128T300 116V240H0z"),
        greenery.poplars(light, (60, 156, 82), (84, 156, 62)),
        greenery.round_trees(light, (236, 160, 74)),
        fill(light.lawn, box(0, 154, 300, 90)),
        rings(light.stone, 150, 194, (86, 112, 140), 0.3, 5),
        wellhead(light, 150, 210, 112),
        fill(light.spring, "M150 54c12 20 24 32 24 50a24 24 0 0 1-48 0c0-18 12-30 24-50z"),
        line(light.ripple, 5, "M138 106a13 13 0 0 0 10 12", round=True),
        orb=(216, 74),
    )


def spree(light: Light) -> str:
    """The Spree with reeds, and the reservoir behind its dam."""
    shine = 0.5 if light is NIGHT else 0.8
    return ring(
        light,
        hills(light, "M0 110Q60 78 140 100T300 84V130H0z"),
        fill(light.deep, box(0, 118, 300, 20)),
        fill(light.stone, "M0 116h300v5H0z"),
        fill(light.lawn, "M0 120H300V240H0z"),
        greenery.poplars(light, (182, 122, 40), (198, 122, 48), (212, 122, 38)),
        greenery.round_trees(light, (246, 126, 36)),
        fill(light.water, "M118 122c30 8 40 14 10 24S20 166 20 200V240H300V188c-60-8-110-20-96-36s-20-24-40-30z"),
        line(light.orb, 4, "M150 160h36M158 172h52M150 184h30M166 196h40M160 208h22", opacity=shine),
        greenery.willow(light, 74, 172, 104),
        rings(light.ripple, 150, 220, (16, 38, 62), 0.2, 3),
        greenery.reeds(light, 70, (216, 240, 6)),
        things.heron(light, 122, 202),
        orb=(176, 64),
    )


def skate_bowl(light: Light) -> str:
    """The skate bowl with its coping, the basketball hoop beside it, and a board somebody left."""
    hoop = (
        fill(light.roof, box(214, 70, 6, 94))
        + fill(light.wall, box(184, 52, 58, 40))
        + line(light.spring, 3, "M204 84v-18h20v18")
        + line(light.trunk, 3, "M201 95h26", round=True)
        + line(light.stone, 1.5, "M203 96l5 18h12l5-18M208 96l12 18M220 96l-12 18M206 105h16")
    )
    board = line(light.trunk, 5, "M62 152q5 6 12 6h30q7 0 12-6", round=True) + dots(
        light.clay, 8, "M77 165h0M101 165h0"
    )
    return ring(
        light,
        hills(light, "M0 134Q80 96 160 122T300 108V190H0z"),
        greenery.firs(light, (60, 160, 74), (92, 160, 54)),
        greenery.round_trees(light, (160, 162, 50)),
        hoop,
        fill(light.lawn, box(0, 154, 300, 20)),
        fill(light.plinth, "M0 168h300v72H0z"),
        fill(light.parapet, ellipse(150, 200, 98, 25)),
        fill(light.pane, "M54 204c40-24 152-24 192 0-24 26-168 26-192 0z"),
        fill(light.recess, ellipse(150, 211, 66, 12)),
        line(light.wall, 2, "M76 191c34-14 114-14 148 0", opacity=0.7),
        line(light.wall, 5, ellipse(150, 200, 98, 25)),
        board,
        orb=(116, 64),
    )
