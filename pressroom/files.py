"""The plan's vocabulary: a file there will be, the recipe it is made by, and the text it comes from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from pressroom import urls
from pressroom.calendar import Entry
from pressroom.kinds.languages import SOURCE
from pressroom.problems import Desk
from pressroom.words import Tongue


@dataclass(frozen=True, slots=True)
class Text:
    """Text that is ready."""

    text: str


class Voice(Protocol):
    """Who speaks on a page: the words of its language, and how an address reads in it."""

    @property
    def tongue(self) -> Tongue:
        """The words."""

    def turned(self, address: str) -> str:
        """An address of the site as it is in this language."""


@dataclass(frozen=True, slots=True)
class Page:
    """A template and all it may see, beside the words of the ``voice``, which it knows as ``t``.

    ``absolute`` is for a page that is served at any depth; ``more`` are templates that it names by its values.
    """

    template: str
    values: Mapping[str, Any]
    voice: Voice
    absolute: bool = False
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resize:
    """A picture made fit for the web: so many pixels wide, as jpg, png, webp or avif; a drawing as svg."""

    file: Path
    width: int
    kind: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A picture as large as its original, to be downloaded and printed; without metadata, as jpg or png."""

    file: Path
    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """A photo as the card a messenger shows beside a link: a JPEG of ``images.SHARING`` pixels, below 100 KB."""

    file: Path


@dataclass(frozen=True, slots=True)
class Painted:
    """Coloured polygons on a ground as a PNG: each area is a colour, ``#rrggbb``, and its corners in pixels."""

    width: int
    height: int
    ground: str
    areas: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]


@dataclass(frozen=True, slots=True)
class Typeset:
    """A sheet of paper or a picture, set by a template of Typst from ``data``, which is JSON.

    ``codes`` are the texts it wants as QR codes; ``kind`` is pdf or png.
    """

    template: str
    data: str
    codes: tuple[str, ...]
    kind: Literal["pdf", "png"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """An iCalendar file."""

    name: str
    entries: tuple[Entry, ...]


class Later(NamedTuple):
    """A recipe that is written when somebody needs it: a function of the site and of plain words and numbers.

    A page that is described by a function of its own can know nothing but what it asked the site for.
    """

    function: "Callable[..., Recipe]"
    arguments: tuple[str | int, ...] = ()
    lang: str = SOURCE

    @property
    def plain(self) -> tuple[str, str, tuple[str | int, ...], str]:
        """The same as plain words, to be remembered."""
        return self.function.__module__, self.function.__qualname__, self.arguments, self.lang

    @classmethod
    def of(cls, plain: tuple[str, str, tuple[str | int, ...], str]) -> "Later":
        """What was remembered."""
        module, name, arguments, lang = plain
        return cls(_function(module, name), arguments, lang)


@cache
def _function(module: str, name: str) -> "Callable[..., Recipe]":
    function: Callable[..., Recipe] = getattr(import_module(module), name)
    return function


Recipe = Text | Page | Resize | Whole | Card | Painted | Typeset | Calendar
"""What there is to do for a file."""


class File(NamedTuple):
    """``path`` is from the output folder; ``origin`` is the text, template or setting it comes from."""

    path: str
    recipe: Recipe | Later
    origin: str


def later(address: str, origin: str, function: Callable[..., Recipe], *arguments: str | int) -> File:
    """A file at an address, described by ``function(site, *arguments)`` when it is needed."""
    return File(urls.path(address), Later(function, arguments), origin)


def spoken(file: File, lang: str) -> File:
    """A file that is described later, at its place among those of a language."""
    if lang == SOURCE or not isinstance(file.recipe, Later):
        return file
    there = urls.spoken(urls.SITE + file.path.removesuffix("index.html"), lang)
    return file._replace(path=urls.path(there or urls.SITE + file.path), recipe=file.recipe._replace(lang=lang))


def unique(files: Sequence[File], desk: Desk) -> tuple[File, ...]:
    """Every file once; two for one path are a problem that names both origins."""
    folders: set[str] = set()
    paths = {file.path.lower() for file in files}
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    if len(paths) < len(files) or not paths.isdisjoint(folders):
        return tuple(_unique(files, desk))
    return tuple(files)


def _unique(files: Iterable[File], desk: Desk) -> Iterator[File]:
    seen: dict[str, File] = {}
    folders: dict[str, File] = {}
    for file in files:
        # Windows and macOS hold two paths for one if they differ in case alone; and no path is file and folder at once.
        key = file.path.lower()
        above = [key[:end] for end, sign in enumerate(key) if sign == "/"]
        other = seen.get(key) or folders.get(key) or next((seen[name] for name in above if name in seen), None)
        if other is not None:
            desk.report("address-twice", file.origin, 1, address=f"/{file.path}", other=other.origin)
            continue
        seen[key] = file
        folders.update(dict.fromkeys(above, file))
        yield file
