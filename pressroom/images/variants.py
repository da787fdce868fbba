"""Everything that is wanted of one picture, in one call."""

from pathlib import Path
from typing import NamedTuple

from pressroom.images.broken import Broken

SHARING = (1200, 630)
"""Width and height in pixels that messengers and networks show uncropped (Open Graph, 1.91 to 1)."""


class Want(NamedTuple):
    """One file of a picture: so many pixels wide, as jpg, png, webp, avif or svg.

    ``full-jpg`` and ``full-png`` are as large as the original, ``sharing`` is the card for messengers; their widths
    are 0.
    """

    width: int
    kind: str


class Variants(NamedTuple):
    """The bytes of each wanted file, or the reason why there are none, and the cure: German sentences."""

    files: tuple[bytes, ...]
    reason: str = ""
    cure: str = ""


def variants(file: Path, wants: tuple[Want, ...]) -> Variants:
    """Everything wanted of one picture: upright, in sRGB, without metadata."""
    # Imported by need: see images/look.py.
    from pressroom.images import sizes, vector

    try:
        if vector.is_drawing(file):
            return Variants((vector.drawing(file).data,) * len(wants))
        return Variants(sizes.photo(file, wants))
    except Broken as problem:
        return Variants((b"",) * len(wants), problem.reason, problem.cure)
