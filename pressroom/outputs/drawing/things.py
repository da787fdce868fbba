"""What people put on their balconies and before their doors: plants, washing, dishes, sunshades, bicycles."""

from pressroom.outputs.drawing.light import Light
from pressroom.outputs.drawing.shapes import dots, fill, line
from pressroom.outputs.drawing.shapes import number as n

Spot = tuple[float, float]


def dishes(light: Light, *places: Spot) -> str:
    """Satellite dishes on parapets."""
    return fill(light.stone, *(f"M{n(x - 4)} {n(y - 5)}a5 5 0 0 0 8 6z" for x, y in places))


def flowers(light: Light, *places: Spot) -> str:
    """Plants behind parapets: round heads of green; ``y`` is the upper edge of the parapet."""
    heads = dots(light.leaf, 9, *(f"M{n(x)} {n(y)}h17" for x, y in places), gap=0.6)
    return heads + line(light.parapet, 6, *(f"M{n(x - 5)} {n(y + 3)}h27" for x, y in places))


def washing(light: Light, *places: Spot) -> str:
    """Washing on a line in a loggia: a towel, a shirt, a cloth."""
    pieces = [f"M{n(x)} {n(y)}h6v9h-6zm8 0h8l2 3-2 1v5h-6v-5l-2-1zm12 0h5v6h-5z" for x, y in places]
    return fill(light.stone, *pieces)


def parasols(light: Light, *places: Spot) -> str:
    """Sunshades above parapets."""
    return fill(light.spring, *(f"M{n(x - 10)} {n(y)}a10 8 0 0 1 20 0zm9 0h2v9h-2z" for x, y in places))


def bicycle(light: Light, x: float, y: float) -> str:
    """A bicycle on its stand; ``x`` and ``y`` are the middle of its rear wheel."""
    wheels = "".join(f"M{n(at - 6)} {n(y)}a6 6 0 1 1 0 .1z" for at in (x, x + 19))
    return line(
        light.trunk,
        1.6,
        wheels,
        f"M{n(x)} {n(y)}l5-9h9l-6 9zh8l6-9-1-4h4M{n(x + 19)} {n(y)}l-5-9M{n(x + 2)} {n(y - 11)}h5",
    )


def heron(light: Light, x: float, y: float) -> str:
    """A heron that stands in the water; ``x`` and ``y`` are its feet."""
    return (
        line(light.ground, 1.5, f"M{n(x)} {n(y)}v-16M{n(x + 4)} {n(y)}v-17")
        + fill(light.stone, f"M{n(x - 15)} {n(y - 12)}q6-16 24-16q3 8-6 13-8 4-18 3z")
        + line(light.stone, 3, f"M{n(x + 7)} {n(y - 25)}q8-4 2-11t4-10", round=True)
        + fill(light.ground, f"M{n(x + 12)} {n(y - 48)}l13 4-12 1z")
    )
