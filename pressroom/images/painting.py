"""Plain coloured shapes as a small PNG, for places where no drawing can stand."""

import io

Point = tuple[float, float]
Area = tuple[str, tuple[Point, ...]]
"""A colour, ``#rrggbb``, and the corners of a polygon in pixels."""

_FINE = 3
"""Painted so many times larger and then made smaller, which smooths slanting edges."""


def painted(width: int, height: int, ground: str, areas: tuple[Area, ...]) -> bytes:
    """The areas on their ground, later ones over earlier ones: a PNG with a palette, the same bytes every time."""
    # Imported by need: see images/look.py.
    from PIL import Image, ImageDraw

    large = Image.new("RGB", (width * _FINE, height * _FINE), ground)
    brush = ImageDraw.Draw(large)
    for colour, corners in areas:
        brush.polygon([(x * _FINE, y * _FINE) for x, y in corners], fill=colour)
    small = large.reduce(_FINE)
    data = io.BytesIO()
    small.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()
