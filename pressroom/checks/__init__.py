"""Walks through the finished site as a visitor would. To add a check is to write it and name it here."""

from collections.abc import Callable

from pressroom.checks import links, pages
from pressroom.checks.finished import Finished
from pressroom.checks.reading import Facts, read
from pressroom.problems import Desk

Check = Callable[[Finished, Desk], None]

CHECKS: tuple[Check, ...] = (
    pages.ids_are_unique,
    pages.headings_do_not_jump,
    pages.funding_is_named,
    pages.nothing_is_foreign,
    pages.pictures_have_words,
    pages.nothing_is_inline,
)
"""What every page must keep by itself."""

__all__ = ["CHECKS", "Check", "Facts", "Finished", "links", "read"]
