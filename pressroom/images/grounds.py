"""The colour that stands where a photo will be, until it has arrived.

A page must not carry inline style (default-src 'self'), so the colour cannot be written beside the picture. The style
sheet knows 24 tones instead (assets/css/parts/picture.css), and a picture names the nearest of them as its class: some
0.3 KB of style, compressed and fetched once, and 17 bytes a picture. A small picture in each page would cost more, and
a drawing behind each photo a request more.
"""

GROUNDS = (
    *("#1f2326", "#5b6167", "#9aa1a6", "#dfe3e5"),
    *("#5a2d22", "#8f4a35", "#b98468", "#d9b79a"),
    *("#b5792f", "#dcb75a", "#ecdca8"),
    *("#27381f", "#4a6332", "#7d9150", "#b3bf8b"),
    *("#1f4a49", "#4f8785", "#a3c4c0"),
    *("#1f3350", "#3f6693", "#7fa3cb", "#bfd3e8"),
    *("#4d3a5c", "#9a86a8"),
)
"""Greys, bricks, sand, leaves, water, sky, dusk. The class of the first is ``ground-1``."""

Colour = tuple[int, int, int]


def nearest(colour: Colour) -> int:
    """The number, from 1, of the tone that looks most like a colour."""
    return min(range(len(GROUNDS)), key=lambda place: _distance(colour, _rgb(GROUNDS[place]))) + 1


def _rgb(written: str) -> Colour:
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


def _distance(one: Colour, other: Colour) -> float:
    """How different two colours look: a cheap approximation by the mean of their red (CompuPhase, "redmean")."""
    red = (one[0] + other[0]) / 2
    weights = (2 + red / 256, 4.0, 2 + (255 - red) / 256)
    return sum(weight * (a - b) ** 2 for weight, a, b in zip(weights, one, other, strict=True))
