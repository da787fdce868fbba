"""Opens and decodes a picture file, or says in one German sentence why it cannot be used."""

import struct
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, UnidentifiedImageError

from pressroom.images.broken import Broken

MOST_PIXELS = 80_000_000
"""80 megapixels hold every camera; what claims more is a mistake or an attack."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_MOVING = ("GIF", "PNG", "WEBP", "AVIF")
"""Formats whose further pictures are an animation. A telephone's JPEG may hold a second one for another screen."""
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
"""The brands of HEIF files with HEVC pictures (ISO/IEC 23008-12, annex B); iPhones write the first."""
_KNOWN = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
_FOREIGN = {
    b"II*\x00": "TIFF-Bild",
    b"MM\x00*": "TIFF-Bild",
    b"BM": "BMP-Bild",
    b"%PDF": "PDF-Dokument",
    b"8BPS": "Photoshop-Bild",
}
_ORIENTATION = 0x0112
# What Pillow's readers raise for a file that is cut short or altered.
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, TypeError, LookupError, struct.error, zlib.error, RuntimeError)

DAMAGED = "Die Datei ist beschädigt oder unvollständig."
_COPY_AGAIN = "Kopieren Sie die Datei noch einmal von der Kamera oder aus der E-Mail."
_SMALLER = "Verkleinern Sie es in einem Bildprogramm auf höchstens 8000 Bildpunkte an der langen Seite."
_FROM_IPHONE = (
    "Wählen Sie auf dem iPhone unter Einstellungen, Kamera, Formate „Maximale Kompatibilität“ oder schicken Sie das "
    "Foto per E-Mail, dann kommt es als JPEG. Oder lassen Sie das Programm um HEIC erweitern: pip install -e .[heic]"
)


class Raw(NamedTuple):
    """A decoded picture as the camera wrote it.

    ``size`` is that of the whole picture, upright, in pixels; ``picture`` may be decoded smaller and lie on its
    side, as ``orientation`` (1 to 8, EXIF) tells. ``profile`` is its ICC colour profile.
    """

    picture: Image.Image
    size: tuple[int, int]
    orientation: int
    profile: bytes
    moving: bool


def raw(file: Path, part: Callable[[int, int], float]) -> Raw:
    """Decodes the first picture of a file, whatever its name says it is; raises Broken.

    ``part`` is told width and height and answers which part of them is needed, 1.0 for all: a JPEG is then decoded
    at a half, a quarter or an eighth of its size, which is most of the work saved.
    """
    try:
        with warnings.catch_warnings():
            # Large pictures are refused by our own limit; the other warnings of Pillow are about notes in the file.
            warnings.simplefilter("ignore")
            with _opened(file) as picture:
                return _decoded(picture, part)
    except _DAMAGE as problem:
        raise Broken(DAMAGED, _COPY_AGAIN) from problem
    except MemoryError as problem:
        raise Broken("Für dieses Bild reicht der Arbeitsspeicher nicht.", _SMALLER) from problem


def _decoded(picture: Image.Image, part: Callable[[int, int], float]) -> Raw:
    width, height = picture.size
    if not width or not height:
        raise Broken(DAMAGED, _COPY_AGAIN)
    if width * height > MOST_PIXELS:
        raise Broken(f"Es hat {width * height // 1_000_000} Millionen Bildpunkte; 80 sind möglich.", _SMALLER)
    moving = picture.format in _MOVING and getattr(picture, "n_frames", 1) > 1
    orientation = _orientation(picture)
    # Orientations 5 to 8 of the EXIF standard lie on their side.
    upright = (height, width) if orientation >= 5 else (width, height)
    least = part(*upright)
    if picture.format in ("JPEG", "MPO") and least < 1:
        picture.draft(None, (max(1, int(width * least)), max(1, int(height * least))))
    picture.load()
    # Only now: some formats have read all they know of a picture when it is decoded.
    profile = picture.info.get("icc_profile")
    return Raw(picture, upright, orientation, profile if isinstance(profile, bytes) else b"", moving)


def _orientation(picture: Image.Image) -> int:
    try:
        found = picture.getexif().get(_ORIENTATION, 1)
    except _DAMAGE:
        # The picture may be whole though its notes are not.
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _opened(file: Path) -> Image.Image:
    try:
        with file.open("rb") as stream:
            head = stream.read(32)
    except OSError as problem:
        raise Broken(
            "Die Datei lässt sich nicht lesen.", "Prüfen Sie, ob ein anderes Programm sie geöffnet hat."
        ) from problem
    if not head:
        raise Broken("Die Datei ist leer.", _COPY_AGAIN)
    foreign = next((name for start, name in _FOREIGN.items() if head.startswith(start)), None)
    if foreign:
        raise Broken(f"Es ist ein {foreign}; angenommen werden JPEG, PNG, WebP, AVIF, GIF und SVG.")
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS and not _is_avif(head):
        return _heif(file)
    try:
        return Image.open(file, formats=_FORMATS)
    except UnidentifiedImageError as problem:
        if head.startswith(_KNOWN) or head[4:8] == b"ftyp":
            raise Broken(DAMAGED, _COPY_AGAIN) from problem
        known = "JPEG, PNG, WebP, AVIF, GIF, SVG"
        raise Broken(f"Die Datei ist kein Bild in einem bekannten Format ({known}).") from problem
    except Image.DecompressionBombError as problem:
        raise Broken("Es gibt an, riesengroß zu sein; 80 Millionen Bildpunkte sind möglich.", _SMALLER) from problem


def _is_avif(head: bytes) -> bool:
    """Whether a file of the general brand mif1 holds AVIF all the same: its further brands say so."""
    return b"avif" in head[8:]


def _heif(file: Path) -> Image.Image:
    """An iPhone's picture, where the library for it is installed."""
    try:
        import pillow_heif
    except ImportError as missing:
        raise Broken(
            "Es ist ein HEIC-Foto vom iPhone; dafür fehlt dem Programm ein Baustein.", _FROM_IPHONE
        ) from missing
    library: Any = pillow_heif
    picture: Image.Image = library.HeifImageFile(file)
    return picture
