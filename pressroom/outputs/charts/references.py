"""The sources of a page and of all its figures, each once, with a number to point to."""

from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.kinds.values import Reference
from pressroom.outputs import views
from pressroom.outputs.views import Link
from pressroom.words import Tongue


@dataclass(frozen=True, slots=True)
class References:
    """Sources in the order they are first named. A bare address means the source that gives its title and date."""

    known: tuple[Reference, ...]

    def links(self, tongue: Tongue) -> tuple[Link, ...]:
        """Every source with its date, in order."""
        return tuple(views.source(one, tongue) for one in self.known)

    def pointers(self, references: Iterable[Reference], tongue: Tongue) -> tuple[Link, ...]:
        """``Quelle 3``, leading to the third of the list."""
        numbers = sorted({self.known.index(_full(one, self.known)) + 1 for one in references})
        return tuple(Link(tongue.say("source_number", number=number), f"#quelle-{number}") for number in numbers)


def collect(*groups: Iterable[Reference]) -> References:
    """All the sources that a page names, in one list."""
    given = [reference for group in groups for reference in group]
    return References(tuple(dict.fromkeys(_full(one, given) for one in given)))


def _full(reference: Reference, given: Iterable[Reference]) -> Reference:
    if reference.title or reference.date:
        return reference
    return next((one for one in given if one.url == reference.url and one.title), reference)
