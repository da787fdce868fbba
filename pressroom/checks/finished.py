"""A finished page, as the checks are handed it."""

from collections.abc import Callable
from typing import NamedTuple

from pressroom.checks.facts import Facts
from pressroom.checks.finding import Place, nowhere


class Finished(NamedTuple):
    """One page: where it lies, the text it comes from, what there is to know of it, and who finds what wrote a tag.

    ``template`` is the file it is made with; ``programme`` is what the project is paid from whose page this is,
    ``none`` for a project without funding, empty where it is no project's page.
    """

    path: str
    origin: str
    facts: Facts
    find: Callable[..., Place] = nowhere
    template: str = ""
    programme: str = ""

    def place(self, tag: str, words: str = "", *, hollow: bool = False) -> Place:
        """The file and line to open for a tag, ``<img src="a">`` or ``id="a"``: see ``finding.Finder``."""
        path, line = self.find(tag, words, hollow=hollow)
        return path or self.origin, line
