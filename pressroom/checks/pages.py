"""What every single page must keep, whatever it tells."""

from urllib.parse import urlsplit

from pressroom.checks.finished import Finished
from pressroom.problems import Desk, quoted


def ids_are_unique(site: Finished, desk: Desk) -> None:
    """A mark that stands twice leads nowhere certain (WCAG 2.2, 4.1.2)."""
    for path, facts in site.pages.items():
        for name in {name for name in facts.ids if facts.ids.count(name) > 1}:
            desk.report("page-id", site.origins[path], 0, page=f"/{path}", text=quoted(name))


def headings_do_not_jump(site: Finished, desk: Desk) -> None:
    """Who reads by headings must not miss a level (WCAG 2.2, 1.3.1)."""
    for path, facts in site.pages.items():
        above = 0
        for level, text in facts.headings:
            if level > above + 1:
                desk.report("page-heading", site.origins[path], 0, page=f"/{path}", text=quoted(text))
            above = level


def funding_is_named(site: Finished, desk: Desk) -> None:
    """Emblem, Union and fund on every page (P14-1, P14-5)."""
    for path, facts in site.pages.items():
        for wanted in ("eu-emblem.svg]", "Europäische Union", "Europäischer Sozialfonds"):
            if wanted not in facts.funding:
                desk.report("page-funding", site.origins[path], 0, page=f"/{path}", text=wanted.rstrip("]"))


def nothing_is_foreign(site: Finished, desk: Desk) -> None:
    """Nothing is loaded from another server (§ 25 TDDDG)."""
    for path, facts in site.pages.items():
        for target in facts.loads:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                desk.report("page-foreign", site.origins[path], 0, page=f"/{path}", text=quoted(target))


def pictures_have_words(site: Finished, desk: Desk) -> None:
    """Every picture says what it shows, or that it is an ornament (WCAG 2.2, 1.1.1)."""
    for path, facts in site.pages.items():
        for source in facts.wordless:
            desk.report("page-alt", site.origins[path], 0, page=f"/{path}", text=quoted(source))


def nothing_is_inline(site: Finished, desk: Desk) -> None:
    """No style and no code inside a page, so that it runs under default-src 'self'."""
    for path, facts in site.pages.items():
        for piece in facts.inline:
            desk.report("page-inline", site.origins[path], 0, page=f"/{path}", text=quoted(piece))
