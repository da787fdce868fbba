"""Finds everything in a cache that may tell of a file, so that it can be deleted."""

from collections.abc import Collection
from pathlib import Path

from pressroom.memo.contents import UNREADABLE, Contents


def digest_of(file: Path) -> str:
    """The digest of what is in a file, as it begins the names of all that was made of it and remembered.

    Empty where the file cannot be read.
    """
    digest = Contents({}, 0).digest(file)
    return digest if digest != UNREADABLE else ""


OURS = ("memo", "still", "preview")
"""How the names in a cache begin that builds and previews write. The checks' own tools lie there, too."""


def traces(cache: Path, spared: Collection[str]) -> tuple[Path, ...]:
    """Every file that builds and previews wrote into a cache but the large results made of files of these digests.

    A memo is one file, in which nothing can be deleted for certain: SQLite leaves the bytes of what is deleted where
    they were. So it goes as a whole, with whatever else lies there, such as what previews made. Large results, which
    take long to make again, are files of their own, and stay where they were made of something else. That they are
    known by what is spared and not by what shall go, finds those as well that were made of an earlier state.
    """
    return tuple(
        file
        for top in sorted(cache.iterdir() if cache.is_dir() else ())
        if top.name.startswith(OURS)
        for file in (sorted(top.rglob("*")) if top.is_dir() else (top,))
        if not file.is_dir() and not (file.parent.name.endswith(".large") and file.name.partition("-")[0] in spared)
    )
