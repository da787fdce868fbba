"""Looks at a picture file: what it will be once published, and what an editor should know of it."""

from pathlib import Path
from typing import NamedTuple

from pressroom.images import grounds
from pressroom.images.broken import Broken

WIDTHS = (480, 720, 960, 1440)
"""What a page lets a browser choose from, in pixels: small phones, phones, tablets, large screens."""
MOST_WIDTH = WIDTHS[-1]
MOST_HEIGHT = 8000
"""No WebP picture is higher than 16,383 pixels, and nobody scrolls through half of that."""
_ENOUGH = 96
"""The longer side of a picture, in pixels, in which its colour can be seen."""


class Shape(NamedTuple):
    """What a picture will be once published: its size in CSS pixels and the ending of its file."""

    width: int
    height: int
    suffix: str


class Look(NamedTuple):
    """What was seen. ``reason`` and ``cure`` are German sentences, empty for a picture that can be used.

    ``whole`` is the size of the original, upright, in pixels. ``ground`` is the number of the tone that stands in its
    place while it loads, 0 for none. ``moving``: it is an animation, of which the first picture is used. ``dropped``
    are the parts of a drawing that were left out.
    """

    shape: Shape = Shape(0, 0, "")
    whole: tuple[int, int] = (0, 0)
    ground: int = 0
    moving: bool = False
    dropped: tuple[str, ...] = ()
    reason: str = ""
    cure: str = ""


def look(file: Path) -> Look:
    """Looks at one file. It is decoded, so that a damaged one is found before anything is made."""
    # Imported by need, as in ``variants`` and ``painting``: with Pillow it is 14 ms to load, and most builds remember
    # all they saw and made of pictures.
    from pressroom.images import vector

    try:
        if vector.is_drawing(file):
            drawing = vector.drawing(file)
            return Look(_shape(drawing.width, drawing.height, ".svg"), dropped=drawing.dropped)
        return _photo(file)
    except Broken as problem:
        return Look(reason=problem.reason, cure=problem.cure)


def _photo(file: Path) -> Look:
    from pressroom.images import colours
    from pressroom.images.reading import raw

    seen = raw(file, lambda width, height: _ENOUGH / max(width, height))
    simple = colours.simple(seen.picture)
    # Pictures with few colours are diagrams and signs, which JPEG would blur.
    few = seen.picture.mode in ("P", "PA")
    if simple.mode == "RGBA":
        least = simple.getchannel("A").getextrema()[0]
        if not isinstance(least, tuple) and least < 255:
            return Look(_shape(*seen.size, ".png"), seen.size, 0, seen.moving)
    small = simple.resize((min(simple.width, _ENOUGH), min(simple.height, _ENOUGH)), reducing_gap=2.0)
    ground = grounds.nearest(colours.dominant(colours.true(small, 1, seen.profile).convert("RGB")))
    return Look(_shape(*seen.size, ".png" if few else ".jpg"), seen.size, ground, seen.moving)


def _shape(width: float, height: float, suffix: str) -> Shape:
    """No larger than a page has use for, and never larger than it is."""
    scale = min(1.0, MOST_WIDTH / width, MOST_HEIGHT / height)
    chosen = max(1, round(width * scale))
    return Shape(chosen, max(1, round(height * chosen / width)), suffix)
