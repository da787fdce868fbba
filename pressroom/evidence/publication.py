"""A page or file of the site that tells of a project."""

from typing import NamedTuple


class Publication(NamedTuple):
    """A page or file of the site. Dates are as precise as the text knows them, and empty where it does not.

    ``date`` and ``until`` are of what it tells; ``published`` is the day before which it did not appear, ``changed``
    that of its last change, both only where an editor has written them down. ``language`` is that of a feed; a page
    tells its own.
    """

    kind: str
    title: str
    path: str
    origin: str
    date: str = ""
    until: str = ""
    published: str = ""
    changed: str = ""
    language: str = ""
