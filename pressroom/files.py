"""The plan's vocabulary: a file there will be, the recipe it is made by, and the text it comes from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressroom.calendar import Entry
from pressroom.problems import Desk


@dataclass(frozen=True, slots=True)
class Text:
    """Text that is ready, with internal addresses still to be settled if ``settle``."""

    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A template and all it may see. ``absolute`` is for a page that is served at any depth."""

    template: str
    values: Mapping[str, Any]
    absolute: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A file as it is, from the design's own folder."""

    file: Path


@dataclass(frozen=True, slots=True)
class Resize:
    """A picture made fit for the web."""

    file: Path


@dataclass(frozen=True, slots=True)
class Calendar:
    """An iCalendar file."""

    name: str
    entries: tuple[Entry, ...]


Recipe = Text | Page | Copy | Resize | Calendar


@dataclass(frozen=True, slots=True)
class File:
    """``path`` is from the output folder; ``origin`` is the text, template or setting it comes from."""

    path: str
    recipe: Recipe
    origin: str


def unique(files: Iterable[File], desk: Desk) -> Iterator[File]:
    """Every file once; two for one path are a problem that names both origins."""
    seen: dict[str, File] = {}
    for file in files:
        # Windows and macOS hold two paths for one if they differ in case alone.
        key = file.path.lower()
        if key in seen:
            desk.report("address-twice", file.origin, 1, address=f"/{file.path}", other=seen[key].origin)
        else:
            seen[key] = file
            yield file
