"""How each translation stands to its source: current or outdated, of which day, read by whom."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pressroom.kinds.languages import TRANSLATED
from pressroom.validate import translations
from pressroom.validate.index import Index

KINDS = ("pages", "news", "events", "projects")
"""The stories that are translated."""


class Standing(NamedTuple):
    """One story in one language: ``current``, ``outdated`` or ``missing``; the day it was translated, if it says so."""

    lang: str
    kind: str
    path: str
    state: str
    day: str
    review: str


class Share(NamedTuple):
    """How much of a kind is told in a language: of so many stories ``told``, of them ``outdated``, of them ``unread``
    by anybody whose language it is.
    """

    stories: int
    told: int
    outdated: int
    unread: int


def standing(index: Index, lang: str, key: str) -> Standing:
    """How a published story, ``pages/kontakt``, stands in a language."""
    source, told = index.shown[key], index.told.get((key, lang))
    if told is None:
        return Standing(lang, source.folder, source.path, "missing", "", "")
    current = bool(told.made_from) and translations.state(source.pieces, told.made_from).current
    return Standing(lang, source.folder, told.path, "current" if current else "outdated", told.made_on, told.review)


# The page of languages of every language asks for all of them.
@lru_cache(maxsize=len(TRANSLATED))
def shares(index: Index, lang: str) -> Mapping[str, Share]:
    """How much of each kind is told in a language."""
    told = [standing(index, lang, key) for key, langs in index.told_in.items() if lang in langs]
    return {
        kind: Share(
            len(index.sorted[kind]),
            sum(one.kind == kind for one in told),
            sum(one.kind == kind and one.state == "outdated" for one in told),
            sum(one.kind == kind and one.review != "done" for one in told),
        )
        for kind in KINDS
    }
