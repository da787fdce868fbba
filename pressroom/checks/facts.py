"""What there is to know of a finished page."""

from typing import NamedTuple

Sign = tuple[str, str, str]
"""A kind of element, what it tells, and its tag as it stands on the page."""


class Shown(NamedTuple):
    """A picture in a notice, as it is written: its address, words, and size in CSS pixels."""

    source: str
    alt: str
    width: str
    height: str


class Notice(NamedTuple):
    """A notice of the funding: ``funding`` above every page, ``paid`` on the page of a project.

    ``words`` are its texts with ``[address]`` for each picture; ``first`` says that nothing of the page stands before.
    """

    kind: str
    words: str
    shown: tuple[Shown, ...]
    first: bool


class Facts(NamedTuple):
    """A page as a visitor's browser sees it: where its links lead, what it loads, what it says.

    ``signs`` are, in their order, what people go by who do not see the page: ``html`` with its language, ``main`` with
    its mark, ``skip`` with its target, ``nav``, ``refresh``, ``heading`` with its level, ``img`` without alt, ``lang``,
    ``label``, ``/label``, ``field`` without a name of its own with its mark, ``ref`` with the mark it names, ``table``,
    ``/table``, ``th`` with its scope; and what their privacy depends on: ``policy``, ``referrer``,
    ``sheet`` and what else a link loads, ``load`` of what is no plain path, ``form`` with where it sends to, ``inline``
    style or code. ``hollow`` are links and buttons without words, as their tags.
    """

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    signs: tuple[Sign, ...] = ()
    title: str = ""
    hollow: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    statements: int = 0
    """How often the page says „Kofinanziert von der Europäischen Union“, in a notice or not."""
