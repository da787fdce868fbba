"""The whole site as one frozen value; everything an output may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from pressroom.images import WIDTHS, Look, Shape
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
    look: Look
    file: Path
    path: str
    address: str

    @property
    def shape(self) -> Shape:
        """What its widest published form is like."""
        return self.look.shape

    @property
    def ground(self) -> str:
        """The class of the colour that stands in its place while it loads; empty for what one can see through."""
        return f"ground-{self.look.ground}" if self.look.ground else ""

    @property
    def drawn(self) -> bool:
        """Whether it is a drawing (SVG), which has one size and one format."""
        return self.shape.suffix == ".svg"

    @property
    def sharing(self) -> str:
        """Where its card for messengers lies (1200 × 630, JPEG); empty for a drawing, which they cannot show."""
        return "" if self.drawn else self._beside("teilen", "jpg")

    @property
    def whole(self) -> str:
        """Where it lies as large as its original; empty unless its description offers that with ``download: yes``."""
        if not self.fields.download:
            return ""
        return self.address if self.drawn else self._beside("volle-groesse", self.shape.suffix.removeprefix("."))

    @property
    def offer(self) -> str:
        """The words of the link to ``whole``. How many bytes it will have is not known before it is made."""
        width, height = self.look.whole
        kind = {".svg": "SVG", ".png": "PNG"}.get(self.shape.suffix, "JPEG")
        size = "" if self.drawn else f", {width} × {height} Bildpunkte"
        return f"In voller Größe herunterladen ({kind}{size})"

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths it is published in, in pixels; never more than its own."""
        narrower = () if self.drawn else (width for width in WIDTHS if width < self.shape.width)
        return (*narrower, self.shape.width)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The formats it is published in, the smallest files first, the one every browser reads last."""
        last = self.shape.suffix.removeprefix(".")
        return (last,) if self.drawn else ("avif", "webp", last)

    def address_of(self, width: int, kind: str) -> str:
        """Where one size in one format lies; the widest in the last format is ``address`` itself."""
        widest = width == self.shape.width and f".{kind}" == self.shape.suffix
        return self.address if widest else self._beside(str(width), kind)

    def srcset(self, kind: str) -> str:
        """The sizes of one format for a browser to choose from; empty where there is no choice."""
        if kind not in self.kinds or self.drawn:
            return ""
        return ", ".join(f"{self.address_of(width, kind)} {width}w" for width in self.widths)

    def _beside(self, what: str, kind: str) -> str:
        return f"{self.address.removesuffix(self.shape.suffix)}-{what}.{kind}"


@dataclass(frozen=True, slots=True)
class Design:
    """The own style sheet, in one piece, and the scripts: what begins the search, what finds, and the clock."""

    style: str
    begin: str
    find: str
    clock: str


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
