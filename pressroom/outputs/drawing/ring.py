"""The round frame of the small drawings: a look into the well."""

from pressroom.outputs.drawing.light import NIGHT, Light
from pressroom.outputs.drawing.shapes import disc, dots, fill, svg

WIDTH, HEIGHT = 300, 240
MIDDLE, RADIUS = (150, 122), 116


def ring(light: Light, *parts: str, orb: tuple[int, int] = (214, 62)) -> str:
    """Parts on a round piece of sky with sun or moon."""
    x, y = orb
    shine = fill(light.orb, disc(x, y, 18))
    if light is NIGHT:
        shine = fill(light.orb, f"M{x + 2} {y - 17}a18 18 0 1 0 12 30a15 15 0 0 1-12-30z")
        places = ((x - 100, y - 8), (x - 130, y + 22), (x - 52, y - 30))
        shine += dots(light.star, 3, *(f"M{across} {down}h0" for across, down in places))
    round_sky = f'<circle cx="{MIDDLE[0]}" cy="{MIDDLE[1]}" r="{RADIUS}"'
    # The sky of the panorama is nearly the colour of the page: another one makes the round stand out.
    sky = light.hill if light is NIGHT else light.distant
    clipped = f'<clipPath id="c">{round_sky}/></clipPath>'
    return svg(WIDTH, HEIGHT, clipped, f'<g clip-path="url(#c)">{round_sky} fill="{sky}"/>{shine}{"".join(parts)}</g>')


def hills(light: Light, line: str) -> str:
    """The hills behind everything."""
    return fill(light.distant if light is NIGHT else light.hill, line)
