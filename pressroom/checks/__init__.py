"""Walks through the finished site as a visitor would. To add a check is to write it and name it here."""

from collections.abc import Callable

from pressroom.checks import links, pages
from pressroom.checks.finished import Finished, finished
from pressroom.problems import Desk

Check = Callable[[Finished, Desk], None]

CHECKS: tuple[Check, ...] = (
    links.lead_somewhere,
    pages.ids_are_unique,
    pages.headings_do_not_jump,
    pages.funding_is_named,
    pages.nothing_is_foreign,
    pages.pictures_have_words,
    pages.nothing_is_inline,
)

__all__ = ["CHECKS", "Check", "Finished", "finished"]
