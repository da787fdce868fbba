"""What a Markdown text turns into."""

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading: 2 to 6, the mark that links lead to, and its words."""

    level: int
    id: str
    text: str


class Use(NamedTuple):
    """A link or picture as it was written, and the line of the text it stands in, counted from 1."""

    target: str
    line: int
    alt: str = ""


class Fault(NamedTuple):
    """Something in the text that a message will be about."""

    code: str
    line: int
    text: str


class Body(NamedTuple):
    """A text ready for a page.

    ``html`` is clean: only elements and attributes of the safe set. Its links and pictures still lead where
    the editor wrote them to; ``validate`` replaces those by addresses.
    """

    html: str = ""
    words: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[Use, ...] = ()
    pictures: tuple[Use, ...] = ()
    faults: tuple[Fault, ...] = ()
