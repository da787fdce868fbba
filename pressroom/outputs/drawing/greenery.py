"""Trees of several silhouettes, bushes and reeds, each in two tones of one green."""

from pressroom.outputs.drawing.light import Light
from pressroom.outputs.drawing.shapes import disc, dots, fill, line, polygon
from pressroom.outputs.drawing.shapes import number as n

Place = tuple[float, float, float]
"""The foot of a plant and its height."""


def _crescent(x: float, y: float, across: float, down: float) -> str:
    """The side of a crown that lies in the shade."""
    outer, inner = f"{n(across)} {n(down)}", f"{n(across * 0.55)} {n(down)}"
    return f"M{n(x)} {n(y - down)}a{outer} 0 0 1 0 {n(2 * down)}a{inner} 0 0 0 0 {n(-2 * down)}z"


def round_trees(light: Light, *places: Place) -> str:
    """Limes and maples: a ball on a short trunk."""
    trunks, crowns, shades = [], [], []
    for x, y, height in places:
        radius = round(height * 0.36)
        trunks.append(f"M{n(x - 2.5)} {n(y)}l1-{n(height * 0.5)}h3l1 {n(height * 0.5)}z")
        crowns.append(disc(x, y - height + radius, radius))
        shades.append(_crescent(x, y - height + radius, radius, radius))
    return fill(light.trunk, *trunks) + fill(light.leaf, *crowns) + fill(light.leaf_shade, *shades)


def poplars(light: Light, *places: Place) -> str:
    """Poplars: slender, like a flame; they stand further away and are paler."""
    crowns, shades, trunks = [], [], []
    for x, y, height in places:
        w, up = round(height * 0.16), round(height * 0.9)
        foot = y - height + up
        right = f"c{w} 0 {w}-{round(up * 0.5)} 0-{up}"
        crowns.append(f"M{x} {foot}{right}c-{w} {round(up * 0.5)}-{w} {up} 0 {up}z")
        shades.append(
            f"M{x} {foot}{right}c{round(w * 0.4)} {round(up * 0.4)} {round(w * 0.3)} {round(up * 0.8)} 0 {up}z"
        )
        trunks.append(f"M{x} {y}v-{round(height * 0.2)}")
    return line(light.trunk, 3, *trunks) + fill(light.lawn, *crowns) + fill(light.leaf, *shades)


def firs(light: Light, *places: Place) -> str:
    """Firs: three tiers."""
    crowns, shades, trunks = [], [], []
    for x, y, height in places:
        for tier in range(3):
            top = y - height + tier * height * 0.24
            wide, deep = height * (0.17 + tier * 0.06), height * 0.36
            crowns.append(polygon((x, top), (round(x + wide), round(top + deep)), (round(x - wide), round(top + deep))))
            shades.append(polygon((x, top), (round(x + wide), round(top + deep)), (x + 2, round(top + deep))))
        trunks.append(f"M{n(x - 2)} {n(y - height * 0.2)}h4v{n(height * 0.2)}h-4z")
    return fill(light.trunk, *trunks) + fill(light.leaf, *crowns) + fill(light.leaf_shade, *shades)


def birch(light: Light, x: float, y: float, height: float) -> str:
    """A birch: a light trunk with dark marks, a loose crown."""
    up = height
    trunk = f"M{n(x - 2)} {n(y)}l1-{n(up * 0.7)}h2l1 {n(up * 0.7)}z"
    radius = round(height * 0.17)
    crown = "".join(
        f"M{round(x + across * up)} {round(y - down * up)}h0" for across, down in ((-0.1, 0.6), (0.12, 0.64), (0, 0.82))
    )
    marks = "".join(f"M{n(x - 2)} {n(y - up * part)}h3" for part in (0.1, 0.2, 0.3))
    return (
        fill(light.stone, trunk)
        + line(light.trunk, 1.5, marks)
        + dots(light.leaf, 2 * radius, crown)
        + fill(light.leaf_shade, _crescent(round(x + 0.12 * up), round(y - 0.64 * up), radius, radius))
    )


def willow(light: Light, x: float, y: float, height: float) -> str:
    """A willow by the water: an umbrella of hanging twigs."""
    step, half = round(height * 0.18), round(height * 0.66)
    wide, top = 3 * step, y - height
    fringe = "".join(f"q{step // 2} {round(height * end)} {step} 0" for end in (0.34, 0.62, 0.4, 0.7, 0.5, 0.36))
    crown = f"M{x - wide} {round(top + height * 0.5)}{fringe}c0-{half}-{2 * wide}-{half}-{2 * wide} 0z"
    hanging = ((-0.62, 0.26), (-0.2, 0.16), (0.26, 0.2), (0.66, 0.3))
    strands = [
        f"M{round(x + across * wide)} {round(top + down * height)}"
        f"q{round(0.06 * across * height)} {round(0.2 * height)} 0 {round(0.32 * height)}"
        for across, down in hanging
    ]
    bend, up = round(height * 0.3), round(height * 0.6)
    trunk = f"M{x - 4} {y}q4-{bend} 1-{up}h6q-3 {bend} 1 {up}z"
    return fill(light.trunk, trunk) + fill(light.leaf, crown) + line(light.leaf_shade, 3, *strands, round=True)


def bushes(light: Light, *places: Place) -> str:
    """Bushes in a row: feet, and the length of the row."""
    return dots(light.leaf_shade, 16, *(f"M{n(x)} {n(y - 1)}h{n(length)}" for x, y, length in places), gap=0.6)


def reeds(light: Light, height: float, *places: tuple[float, float, int]) -> str:
    """Reeds that stand in the water: their foot and how many; some have a dark head, all bend apart."""
    stalks, tops = [], []
    for x, y, count in places:
        for number in range(count):
            bend = (number * 2 - count + 1) * 3
            up = round(height * (0.7 + 0.3 * ((number * 5 + 2) % 7) / 6))
            stalks.append(f"M{n(x + number * 7)} {n(y)}q0-{round(up * 0.6)} {bend}-{up}")
            if number % 2:
                tops.append(f"M{n(x + number * 7 + bend)} {n(y - up - 4)}v{round(height * 0.24)}")
    return line(light.lawn, 3, *stalks, round=True) + line(light.ground, 5, *tops, round=True)
