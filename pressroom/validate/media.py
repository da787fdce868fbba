"""A picture with its description, and where all that is made of it lies."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pressroom.images import WIDTHS, Look, Shape
from pressroom.kinds import Picture
from pressroom.validate.withdrawn import Register


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


class Album(NamedTuple):
    """Every usable picture, as the digest of a dict by its path in content/; the paths of those that are not; and the
    pictures that were withdrawn.
    """

    pictures: bytes
    broken: tuple[str, ...] = ()
    withdrawn: Register = ()
