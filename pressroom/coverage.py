"""How far the site is translated: what is current, outdated or missing, by language and kind."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pressroom.kinds.languages import TRANSLATED
from pressroom.validate import Site, translations

KINDS = {"pages": "Seiten", "news": "Nachrichten", "events": "Termine", "projects": "Vorhaben"}


class Standing(NamedTuple):
    """One story in one language: ``current``, ``outdated`` or ``missing``; the day it was translated, if it says so."""

    lang: str
    kind: str
    path: str
    state: str
    day: str
    review: str


def standings(site: Site) -> tuple[Standing, ...]:
    """Every published story in every language but German; within a language those first that have waited longest."""
    found = []
    for lang in TRANSLATED:
        rows = [
            _standing(site, lang, head.key, head.path, head.pieces)
            for kind in KINDS
            for head in site.index.sorted[kind]
        ]
        order = ("outdated", "missing", "current")
        found += sorted(rows, key=lambda row: (order.index(row.state), row.day, list(KINDS).index(row.kind), row.path))
    return tuple(found)


def _standing(site: Site, lang: str, key: str, path: str, pieces: tuple[tuple[str, int], ...]) -> Standing:
    kind = key.partition("/")[0]
    told = site.index.told.get((key, lang))
    if told is None:
        return Standing(lang, kind, path, "missing", "", "")
    state = translations.state(pieces, told.made_from)
    current = bool(told.made_from) and state.current
    return Standing(lang, kind, told.path, "current" if current else "outdated", told.made_on, told.review)


def as_json(rows: Iterable[Standing]) -> str:
    """A list with every story in every language."""
    return json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1)


def as_text(rows: Iterable[Standing]) -> str:
    """A line for each language and kind, and below it what is outdated, oldest first."""
    return "\n".join(_lines(tuple(rows)))


def _lines(rows: tuple[Standing, ...]) -> Iterator[str]:
    for lang in dict.fromkeys(row.lang for row in rows):
        yield lang
        for kind, title in KINDS.items():
            states = [row.state for row in rows if (row.lang, row.kind) == (lang, kind)]
            if states:
                counted = {state: states.count(state) for state in ("current", "outdated", "missing")}
                yield (
                    f"  {title + ':':<13}{counted['current']:>4} aktuell, {counted['outdated']:>3} veraltet, "
                    f"{counted['missing']:>4} fehlen"
                )
        for row in rows:
            if row.lang == lang and row.state == "outdated":
                yield f"  veraltet: {row.path}" + (f" (übersetzt am {row.day})" if row.day else "")
        pending = sum(row.lang == lang and row.review == "pending" for row in rows)
        if pending:
            yield f"  noch von niemandem durchgesehen: {pending}"
