"""A finished page, as the checks are handed it."""

from typing import NamedTuple

from pressroom.checks.reading import Facts


class Finished(NamedTuple):
    """One page: where it lies, the text it comes from, and what there is to know of it."""

    path: str
    origin: str
    facts: Facts
