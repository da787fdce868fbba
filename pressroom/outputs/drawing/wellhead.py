"""The head of the well that gave the district its name."""

from pressroom.outputs.drawing.light import Light
from pressroom.outputs.drawing.shapes import ellipse, fill, line
from pressroom.outputs.drawing.shapes import number as n


def wellhead(light: Light, x: float, foot: float, width: float) -> str:
    """A round well of two courses of stones, seen a little from above."""
    half, rim, high = width / 2, width * 0.14, width * 0.5
    top, hole = foot - high, half * 0.78
    bow = f"a{n(half)} {n(rim)} 0 0 0 {n(width)} 0"
    joints = f"M{n(x - half)} {n(top + high * 0.42)}{bow}"
    for part, row in ((-0.5, 0), (0.4, 0), (-0.1, 1)):
        joints += f"M{n(x + part * half)} {n(top + rim * 0.9 + row * high * 0.42)}v{n(high * 0.4)}"
    water = f"a{n(half * 0.7)} {n(rim * 0.4)} 0 0 1 {n(half * 1.4)} 0a{n(hole)} {n(rim * 0.7)} 0 0 1-{n(half * 1.4)} 0z"
    return (
        fill(light.stone, f"M{n(x - half)} {n(top)}v{n(high - rim)}{bow}v{n(rim - high)}z")
        + line(light.plinth, width * 0.035, joints)
        + fill(light.wall, ellipse(x, top, half, rim))
        + fill(light.roof, ellipse(x, top, hole, rim * 0.7))
        + fill(light.spring, f"M{n(x - half * 0.7)} {n(top + rim * 0.3)}{water}")
    )
