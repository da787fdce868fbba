"""The emblem of the European Union, constructed from its published geometry.

Implementing Regulation (EU) No 821/2014, Art. 3 and Annex II: a rectangle whose fly is one and a half times its
hoist; twelve upright five-pointed stars, evenly spaced on an invisible circle with a radius of a third of the
hoist about the centre; each star within an invisible circle with a radius of an eighteenth of the hoist.
Reflex Blue is RGB 0/51/153, yellow RGB 255/204/0 (rules P14-2, P14-8).
"""

from math import cos, pi, sin, sqrt

BLUE = "#003399"
YELLOW = "#FFCC00"
HOIST = 540
FLY = HOIST * 3 // 2
RING = HOIST / 3
STAR = HOIST / 18
# Where two edges of the pentagram cross: the outer radius divided by the square of the golden ratio.
_INNER = STAR / ((1 + sqrt(5)) / 2) ** 2


def star(x: float, y: float) -> str:
    """The ten corners of an upright star about a point, as an SVG path."""
    corners = []
    for corner in range(10):
        radius = STAR if corner % 2 == 0 else _INNER
        angle = pi / 5 * corner
        corners.append(f"{x + radius * sin(angle):.2f} {y - radius * cos(angle):.2f}")
    return "M" + "L".join(corners) + "Z"


def svg() -> str:
    """The emblem as an SVG document in colour.

    The white border that coloured grounds ask for lies outside the 3:2 rectangle, so the style sheet draws it.
    """
    stars = "".join(
        f'<path d="{star(FLY / 2 + RING * sin(pi / 6 * hour), HOIST / 2 - RING * cos(pi / 6 * hour))}"/>'
        for hour in range(12)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FLY} {HOIST}" width="{FLY}" height="{HOIST}">'
        "<title>Flagge der Europäischen Union</title>"
        f'<rect width="{FLY}" height="{HOIST}" fill="{BLUE}"/><g fill="{YELLOW}">{stars}</g></svg>\n'
    )
