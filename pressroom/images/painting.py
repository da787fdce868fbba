"""Plain coloured shapes as a small PNG, for places where no drawing can stand."""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

Point = tuple[float, float]
Area = tuple[str, tuple[Point, ...]]
"""A colour, ``#rrggbb``, and the corners of a polygon in pixels."""

_FINE = 2
"""Painted so many times larger and then made smaller, which smooths slanting edges. Three times looks the same and
takes half as long again."""


def painted(width: int, height: int, ground: str, areas: tuple[Area, ...]) -> bytes:
    """The areas on their ground, later ones over earlier ones: a PNG with a palette, the same bytes every time."""
    # Imported by need: see images/look.py.
    from PIL import Image, ImageDraw

    large = Image.new("RGB", (width * _FINE, height * _FINE), ground)
    brush = ImageDraw.Draw(large)
    for colour, corners in areas:
        brush.polygon([(x * _FINE, y * _FINE) for x, y in corners], fill=colour)
    data = io.BytesIO()
    _with_palette(large.reduce(_FINE)).save(data, "PNG", optimize=True)
    return data.getvalue()


def _with_palette(picture: Image.Image) -> Image.Image:
    """The same with a palette: areas keep their colours, and edges are off by a few of 256 steps at most.

    Such a picture has 20 to 230 colours, so that all find room. Choosing the best 64 of them took 26 ms for a card of
    1200 by 630 pixels; this takes 3.
    """
    from PIL import Image

    plain = Image.Dither.NONE
    counted: list[tuple[int, Any]] | None = picture.getcolors(256)
    if counted is None:
        return picture.quantize(64, Image.Quantize.MEDIANCUT, dither=plain)
    colours = [colour for _, colour in sorted(counted)]
    palette = Image.new("P", (1, 1))
    palette.putpalette(bytes(chain.from_iterable(colours)))
    result = picture.quantize(palette=palette, dither=plain)
    # Pillow looks colours up in steps of four, so similar ones may get one place: it belongs to the commonest of them.
    strip = Image.new("RGB", (len(colours), 1))
    strip.putdata(colours)
    places = dict(zip(strip.quantize(palette=palette, dither=plain).tobytes(), colours, strict=True))
    result.putpalette(bytes(chain.from_iterable(places.get(place, (0, 0, 0)) for place in range(max(places) + 1))))
    return result
