"""What every finished page must keep so that it can be used without seeing it or without a mouse (WCAG 2.2 AA).

The texts are told of their own faults when they are read (``markup/barriers.py``); what is found here was mostly
written by a template, and each finding names the line of it.
"""

import re
from collections import Counter

from pressroom.checks.finished import Finished
from pressroom.problems import Desk, quoted

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?(-[a-z0-9]{5,8})*")
"""What may stand in ``lang`` (BCP 47), as far as a site has need of it."""
_BODY = "<body>"


def ids_are_unique(page: Finished, desk: Desk) -> None:
    """A mark that stands twice leads nowhere certain (4.1.2)."""
    for name in {name for name in page.facts.ids if page.facts.ids.count(name) > 1}:
        place = page.place(f'id="{name}"', name)
        desk.report("page-id", *place, page=f"/{page.path}", text=quoted(name))


def headings_lead(page: Finished, desk: Desk) -> None:
    """One heading of the first level, then no level left out, and none without words (1.3.1, 2.4.6)."""
    headings = page.facts.headings
    tags = [tag for kind, _, tag in page.facts.signs if kind == "heading"]
    if len(tags) != len(headings):
        # One has no end; which is whose would be a guess.
        tags = [""] * len(headings)
    firsts = [number for number, (level, _) in enumerate(headings) if level == 1]
    if len(firsts) != 1:
        place = page.place(tags[firsts[-1]], headings[firsts[-1]][1]) if firsts else page.place(_BODY)
        desk.report("page-first", *place, page=f"/{page.path}", text=len(firsts))
    above = 0
    for (level, text), tag in zip(headings, tags, strict=True):
        if level > above + 1 and (above or firsts):
            desk.report("page-heading", *page.place(tag, text), page=f"/{page.path}", text=quoted(text))
        if not text:
            desk.report("page-wordless", *page.place(tag), page=f"/{page.path}", text=f"<h{level}>")
        above = level


def pictures_have_words(page: Finished, desk: Desk) -> None:
    """Every picture says what it shows, or that it is an ornament (1.1.1)."""
    for kind, source, tag in page.facts.signs:
        if kind == "img":
            # How its address begins depends on where the page lies; the fault is the same.
            words = {"page": f"/{page.path}", "text": quoted(source.rsplit("/", 1)[-1])}
            desk.report("page-alt", *page.place(tag, source), **words)


def links_have_words(page: Finished, desk: Desk) -> None:
    """Every link and button says where it leads or what it does, be it in a word nobody sees (2.4.4, 4.1.2)."""
    for tag in page.facts.hollow:
        place = page.place(tag, hollow=True)
        desk.report("page-wordless", *place, page=f"/{page.path}", text=tag.split()[0].rstrip(">") + ">")


def tables_have_headings(page: Finished, desk: Desk) -> None:
    """Every table has headings, and each says whether it is that of a row or of a column (1.3.1)."""
    opened = ""
    for kind, value, tag in page.facts.signs:
        if kind == "table":
            opened = tag
        elif kind == "th":
            opened = ""
            if not value:
                desk.report("page-scope", *page.place(tag), page=f"/{page.path}", text=quoted(tag))
        elif kind == "/table" and opened:
            desk.report("page-table", *page.place(opened), page=f"/{page.path}")


def fields_have_labels(page: Finished, desk: Desk) -> None:
    """Every field stands in a label or is named by one (3.3.2)."""
    named = {value for kind, value, _ in page.facts.signs if kind == "label"}
    inside = False
    for kind, value, tag in page.facts.signs:
        if kind in ("label", "/label"):
            inside = kind == "label"
        elif kind == "field" and not inside and (not value or value not in named):
            desk.report("page-label", *page.place(tag), page=f"/{page.path}", text=quoted(tag))


def references_exist(page: Finished, desk: Desk) -> None:
    """What names another element by its mark names one that is there (4.1.2)."""
    for kind, value, tag in page.facts.signs:
        if kind == "ref" and value not in page.facts.ids:
            desk.report("page-ref", *page.place(tag), page=f"/{page.path}", text=quoted(value))


def languages_are_named(page: Finished, desk: Desk) -> None:
    """The page says its language, and every mark of another is one (3.1.1, 3.1.2)."""
    for kind, value, tag in page.facts.signs:
        if kind in ("html", "lang") and not _LANGUAGE.fullmatch(value):
            desk.report("page-lang", *page.place(tag), page=f"/{page.path}", text=quoted(value or tag))


def one_can_go_to_the_content(page: Finished, desk: Desk) -> None:
    """One main part; where a menu stands before it, the first link leads past it (2.4.1)."""
    kinds = Counter(kind for kind, _, _ in page.facts.signs)
    mains = [value for kind, value, _ in page.facts.signs if kind == "main"]
    if len(mains) != 1:
        desk.report("page-main", *page.place(_BODY), page=f"/{page.path}", text=len(mains))
    elif kinds["nav"]:
        first = next((kind, value) for kind, value, _ in page.facts.signs if kind in ("skip", "nav"))
        if first != ("skip", f"#{mains[0]}"):
            desk.report("page-skip", *page.place(_BODY), page=f"/{page.path}")


def it_has_a_title(page: Finished, desk: Desk) -> None:
    """Every page says its name (2.4.2); that no two have the same one, ``titles`` sees to."""
    if not page.facts.title:
        desk.report("page-untitled", *page.place("<title>"), page=f"/{page.path}")
