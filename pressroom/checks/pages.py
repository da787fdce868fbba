"""What every single page must keep, whatever it tells."""

from urllib.parse import urlsplit

from pressroom.checks.finished import Finished
from pressroom.problems import Desk, quoted


def ids_are_unique(page: Finished, desk: Desk) -> None:
    """A mark that stands twice leads nowhere certain (WCAG 2.2, 4.1.2)."""
    for name in {name for name in page.facts.ids if page.facts.ids.count(name) > 1}:
        desk.report("page-id", page.origin, 0, page=f"/{page.path}", text=quoted(name))


def headings_do_not_jump(page: Finished, desk: Desk) -> None:
    """Who reads by headings must not miss a level (WCAG 2.2, 1.3.1)."""
    above = 0
    for level, text in page.facts.headings:
        if level > above + 1:
            desk.report("page-heading", page.origin, 0, page=f"/{page.path}", text=quoted(text))
        above = level


def funding_is_named(page: Finished, desk: Desk) -> None:
    """Emblem, Union and fund on every page (P14-1, P14-5)."""
    for wanted in ("eu-emblem.svg]", "Europäische Union", "Europäischer Sozialfonds"):
        if wanted not in page.facts.funding:
            desk.report("page-funding", page.origin, 0, page=f"/{page.path}", text=wanted.rstrip("]"))


def nothing_is_foreign(page: Finished, desk: Desk) -> None:
    """Nothing is loaded from another server (§ 25 TDDDG)."""
    for target in page.facts.loads:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            desk.report("page-foreign", page.origin, 0, page=f"/{page.path}", text=quoted(target))


def pictures_have_words(page: Finished, desk: Desk) -> None:
    """Every picture says what it shows, or that it is an ornament (WCAG 2.2, 1.1.1)."""
    for source in page.facts.wordless:
        desk.report("page-alt", page.origin, 0, page=f"/{page.path}", text=quoted(source))


def nothing_is_inline(page: Finished, desk: Desk) -> None:
    """No style and no code inside a page, so that it runs under default-src 'self'."""
    for piece in page.facts.inline:
        desk.report("page-inline", page.origin, 0, page=f"/{page.path}", text=quoted(piece))
