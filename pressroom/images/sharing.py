"""The picture a messenger shows beside a shared link."""

import io

from PIL import Image, ImageFilter, ImageOps

from pressroom.images import colours
from pressroom.images.variants import SHARING

MOST_BYTES = 100_000
"""Some messengers drop larger ones, and prepaid data pays for all."""
_STEPS = ((82, 0), (76, 0), (70, 0), (60, 0), (50, 0), (40, 0), (30, 0), (30, 3), (30, 9))
"""JPEG qualities and blurs in pixels, tried until it is light enough. Only noise needs more than the fourth."""
_FOCUS = (0.5, 0.4)
"""What is cut off is cut a little more from below: faces and roofs are above the middle."""


def card(picture: Image.Image, whole: tuple[int, int]) -> bytes:
    """A JPEG of 1200 by 630 pixels. ``picture`` is RGB or RGBA; ``whole`` the size of the original in pixels.

    A picture large enough is cut to fit. A smaller one is never enlarged: it stands on the colour most of it has.
    """
    if picture.mode == "RGBA":
        white = Image.new("RGBA", picture.size, "#ffffff")
        picture = Image.alpha_composite(white, picture).convert("RGB")
    if whole[0] >= SHARING[0] and whole[1] >= SHARING[1]:
        result = ImageOps.fit(picture, SHARING, Image.Resampling.LANCZOS, centering=_FOCUS)
    else:
        scale = min(1.0, SHARING[0] / whole[0], SHARING[1] / whole[1])
        size = max(1, round(whole[0] * scale)), max(1, round(whole[1] * scale))
        result = Image.new("RGB", SHARING, colours.dominant(picture))
        place = (SHARING[0] - size[0]) // 2, (SHARING[1] - size[1]) // 2
        result.paste(picture.resize(size, Image.Resampling.LANCZOS), place)
    for quality, blur in _STEPS:
        data = io.BytesIO()
        tried = result.filter(ImageFilter.GaussianBlur(blur)) if blur else result
        tried.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
        if data.tell() < MOST_BYTES:
            break
    return data.getvalue()


def part(width: int, height: int) -> float:
    """Which part of a picture's pixels a card needs."""
    return min(1.0, max(SHARING[0] / width, SHARING[1] / height))
