"""Walks through the finished site as a visitor would. To add a check is to write it and name it here."""

from collections.abc import Callable

from pressroom.checks import access, addresses, contrast, emblem, links, notice, pages, sources, titles
from pressroom.checks.facts import Facts
from pressroom.checks.finding import Finder
from pressroom.checks.finished import Finished
from pressroom.checks.reading import read
from pressroom.problems import Desk

Check = Callable[[Finished, Desk], None]

CHECKS: tuple[Check, ...] = (
    access.ids_are_unique,
    access.headings_lead,
    access.pictures_have_words,
    access.links_have_words,
    access.tables_have_headings,
    access.fields_have_labels,
    access.references_exist,
    access.languages_are_named,
    access.one_can_go_to_the_content,
    access.it_has_a_title,
    notice.stands_first,
    notice.is_that_of_the_programme,
    pages.nothing_is_foreign,
    pages.forms_stay_here,
    pages.nothing_is_inline,
    pages.the_policy_comes_first,
)
"""What every page must keep by itself."""

__all__ = [
    "CHECKS",
    "Check",
    "Facts",
    "Finder",
    "Finished",
    "addresses",
    "contrast",
    "emblem",
    "links",
    "read",
    "sources",
    "titles",
]
