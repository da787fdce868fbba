"""From whatever a camera or scanner wrote to plain upright sRGB, the one colour space every browser shows alike."""

import io
from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms

from pressroom.images.grounds import Colour

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns each EXIF orientation upright (EXIF 2.32, tag 274)."""


def simple(picture: Image.Image) -> Image.Image:
    """The picture in a mode that can be made smaller without harm: L, RGB, RGBA or CMYK."""
    if picture.mode.startswith("I"):
        # Sixteen bits a pixel: keep the upper eight, which is what a screen shows.
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("L", "RGB", "CMYK"):
        return picture.convert("RGBA") if picture.has_transparency_data else picture
    if picture.mode == "1":
        return picture.convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def true(picture: Image.Image, orientation: int, profile: bytes) -> Image.Image:
    """A simple picture, upright and in sRGB: RGB or RGBA, with nothing else in it.

    A profile that is broken or of another kind of picture is passed over, as browsers do.
    """
    if orientation in _TURNS:
        picture = picture.transpose(_TURNS[orientation])
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    plain = (_to_srgb(picture, profile, mode) if profile else None) or picture.convert(mode)
    # EXIF, GPS position, colour profile and comments travel in here, and nowhere else.
    plain.info = {}
    return plain


def dominant(picture: Image.Image) -> Colour:
    """The colour most of a picture has; ``picture`` is RGB."""
    small = picture.resize((48, 48), Image.Resampling.BOX).quantize(
        6, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    palette = small.getpalette() or [0, 0, 0]
    counts = small.histogram()
    most = max(range(len(palette) // 3), key=lambda place: counts[place])
    return palette[3 * most], palette[3 * most + 1], palette[3 * most + 2]


def _to_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
        return ImageCms.profileToProfile(picture, source, _srgb(), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


@lru_cache(1)
def _srgb() -> Any:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
