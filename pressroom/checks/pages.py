"""What every single page must keep, whatever it tells."""

from urllib.parse import urlsplit

from pressroom.checks.finished import Finished
from pressroom.problems import Desk, quoted


def nothing_is_foreign(page: Finished, desk: Desk) -> None:
    """Nothing is loaded from another server (§ 25 TDDDG)."""
    for target in page.facts.loads:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            desk.report("page-foreign", page.origin, 0, page=f"/{page.path}", text=quoted(target))


def nothing_is_inline(page: Finished, desk: Desk) -> None:
    """No style and no code inside a page, so that it runs under default-src 'self'."""
    for piece in page.facts.inline:
        desk.report("page-inline", page.origin, 0, page=f"/{page.path}", text=quoted(piece))
