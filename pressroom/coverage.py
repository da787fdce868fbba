"""How far the site is translated: what is current, outdated or missing, by language and kind."""

import json
from collections.abc import Iterable, Iterator

from pressroom.kinds.languages import TRANSLATED
from pressroom.validate import Site
from pressroom.validate.standings import Standing, standing

KINDS = {"pages": "Seiten", "news": "Nachrichten", "events": "Termine", "projects": "Vorhaben"}


def standings(site: Site) -> tuple[Standing, ...]:
    """Every published story in every language but German; within a language those first that have waited longest."""
    found = []
    for lang in TRANSLATED:
        rows = [standing(site.index, lang, head.key) for kind in KINDS for head in site.index.sorted[kind]]
        order = ("outdated", "missing", "current")
        found += sorted(rows, key=lambda row: (order.index(row.state), row.day, list(KINDS).index(row.kind), row.path))
    return tuple(found)


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
        yield from _next(row for row in rows if row.lang == lang)
        pending = sum(row.lang == lang and row.review == "pending" for row in rows)
        if pending:
            yield f"  noch von niemandem durchgesehen: {pending}"


def _next(rows: Iterable[Standing]) -> Iterator[str]:
    """What to do next in a language: what has waited longest, else the first text that is missing."""
    row = next((row for row in rows if row.state in ("outdated", "missing")), None)
    if row is not None and row.state == "outdated":
        what = "übersetzen, was sich geändert hat („build.py check“ nennt die Zeilen)"
        yield f"  als Nächstes: {what}, dann „build.py translated {row.path}“"
    elif row is not None:
        yield f"  als Nächstes: „build.py new translation {row.path} {row.lang}“"
