"""Pictures made fit for the web: turned upright, small enough, and without anything but the picture."""

import io
import warnings
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

WIDTHS = (480, 720, 960, 1440)
"""What a page lets a browser choose from, in pixels: small phones, phones, tablets, large screens."""
MOST_WIDTH = WIDTHS[-1]
MOST_PIXELS = 80_000_000
"""80 megapixels hold every camera; what claims more is a mistake or an attack."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_OPAQUE = ("1", "L", "RGB", "CMYK", "YCbCr", "I;16", "I", "F")

# Quality by eye; speed 8 makes AVIF five times as fast as 6 at the same size (design/libraries.md, A6).
_SAVING: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "optimize": True},
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
}


class Shape(NamedTuple):
    """What a picture will be once published: its size in CSS pixels and the ending of its file."""

    width: int
    height: int
    suffix: str


class Broken(Exception):
    """The picture cannot be used; the text is the reason, a German sentence."""


def shape(file: Path) -> Shape:
    """Reads a picture's head; raises Broken with the reason."""
    try:
        return _shape(file)
    except (OSError, ValueError, SyntaxError) as problem:
        # Some formats read the whole picture to find its orientation.
        raise Broken("Die Datei ist beschädigt oder unvollständig.") from problem


def _shape(file: Path) -> Shape:
    with _opened(file) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Broken(f"Es hat {picture.width * picture.height // 1_000_000} Millionen Bildpunkte.")
        width, height = picture.size
        # Orientations 5 to 8 of the EXIF standard lie on their side.
        if picture.getexif().get(0x0112, 1) >= 5:
            width, height = height, width
        suffix = ".jpg" if picture.mode in _OPAQUE and picture.format != "GIF" else ".png"
    if width > MOST_WIDTH:
        width, height = MOST_WIDTH, max(1, round(height * MOST_WIDTH / width))
    return Shape(width, height, suffix)


class Published(NamedTuple):
    """The bytes of a picture, or the reason why there are none."""

    data: bytes
    reason: str = ""


def publishable(path: str, content_digest: str, width: int, kind: str) -> Published:
    """The picture as it is published: upright, ``width`` pixels wide, without metadata, as jpg, png, webp or avif.

    ``content_digest`` is not read; it makes the call differ when the file's bytes do.
    """
    try:
        whole = shape(Path(path))
        height = max(1, round(whole.height * width / whole.width))
        with _opened(Path(path)) as picture:
            # A JPEG can be decoded at a half, a quarter or an eighth of its size, which is most of the work saved.
            picture.draft(None, (2 * max(width, height), 2 * max(width, height)))
            small = _small(picture, Shape(width, height, whole.suffix))
    except Broken as problem:
        return Published(b"", str(problem))
    # A new image carries no EXIF, no GPS position, no colour profile, no comment.
    bare = Image.new(small.mode, small.size)
    bare.paste(small)
    data = io.BytesIO()
    bare.save(data, **_SAVING[kind])
    return Published(data.getvalue())


def _small(picture: Image.Image, wanted: Shape) -> Image.Image:
    try:
        upright = ImageOps.exif_transpose(picture)
        if upright.mode.startswith("I"):
            # Sixteen bits a pixel: keep the upper eight, which is what a screen shows.
            upright = upright.point(lambda value: value / 256).convert("L")
        plain = upright.convert("RGB" if wanted.suffix == ".jpg" else "RGBA")
        return plain.resize((wanted.width, wanted.height), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError) as problem:
        raise Broken("Die Datei ist beschädigt oder unvollständig.") from problem


def _opened(file: Path) -> Image.Image:
    if file.suffix.lower() == ".svg":
        raise Broken("SVG-Bilder können Programmcode enthalten und werden hier nicht angenommen.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(file, formats=_FORMATS)
    except UnidentifiedImageError as problem:
        raise Broken("Die Datei ist kein Bild in einem bekannten Format (JPEG, PNG, WebP, GIF).") from problem
    except Image.DecompressionBombError as problem:
        raise Broken("Es gibt an, riesengroß zu sein.") from problem
    except (OSError, ValueError, SyntaxError) as problem:
        raise Broken("Die Datei ist beschädigt oder unvollständig.") from problem
