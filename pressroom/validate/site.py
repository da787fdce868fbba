"""The whole site as one frozen value; everything an output may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from pressroom.images import WIDTHS, Shape
from pressroom.kinds import Event, News, Page, Partner, Picture, Place, Project, Settings
from pressroom.markup import Body

Fields = TypeVar("Fields", covariant=True)


@dataclass(frozen=True, slots=True)
class Story(Generic[Fields]):
    """One file of content, checked. ``id`` is its file's name, ``path`` where it lies, for messages."""

    folder: str
    id: str
    fields: Fields
    body: Body
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture with its description; ``address`` is where its published form lies."""

    name: str
    fields: Picture
    shape: Shape
    file: Path
    path: str
    address: str

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths it is published in, in pixels; never more than its own."""
        return (*(width for width in WIDTHS if width < self.shape.width), self.shape.width)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The formats it is published in, the smallest files first, the one every browser reads last."""
        return "avif", "webp", self.shape.suffix.removeprefix(".")

    def address_of(self, width: int, kind: str) -> str:
        """Where one size in one format lies; the widest in the last format is ``address`` itself."""
        stem = self.address.removesuffix(self.shape.suffix)
        whole = width == self.shape.width and f".{kind}" == self.shape.suffix
        return self.address if whole else f"{stem}-{width}.{kind}"

    def srcset(self, kind: str) -> str:
        """The sizes of one format for a browser to choose from."""
        return ", ".join(f"{self.address_of(width, kind)} {width}w" for width in self.widths)


@dataclass(frozen=True, slots=True)
class Design:
    """The generator's own style sheet, in one piece, and the script of the search."""

    style: str
    script: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """A story that is not published: why, and the day it will appear or has lapsed."""

    path: str
    title: str
    reason: str
    day: date | None


AnyStory = Story[News] | Story[Event] | Story[Project]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything published on one day. News newest first, events by start, newest first, the rest by title.

    ``about`` maps ``projects/x``, ``partners/x`` and ``places/x`` to the stories that name them.
    """

    settings: Settings
    design: Design
    base: str
    today: date
    news: tuple[Story[News], ...]
    events: tuple[Story[Event], ...]
    projects: tuple[Story[Project], ...]
    pages: tuple[Story[Page], ...]
    partners: tuple[Story[Partner], ...]
    places: tuple[Story[Place], ...]
    pictures: Mapping[str, Media]
    about: Mapping[str, tuple[AnyStory, ...]]
    withheld: tuple[Withheld, ...]
    drafts: bool

    def project(self, name: str) -> Story[Project] | None:
        """A published project by its id."""
        return next((story for story in self.projects if story.id == name), None)

    def partner(self, name: str | None) -> Story[Partner] | None:
        """A partner by its id."""
        return next((story for story in self.partners if story.id == name), None)

    def place(self, name: str | None) -> Story[Place] | None:
        """A place by its id."""
        return next((story for story in self.places if story.id == name), None)

    def page(self, name: str) -> Story[Page] | None:
        """A page by its id."""
        return next((story for story in self.pages if story.id == name), None)
