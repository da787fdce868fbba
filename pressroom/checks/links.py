"""Every link, anchor and file that a page names is there."""

import posixpath
from urllib.parse import unquote, urlsplit

from pressroom.checks.finished import Finished
from pressroom.problems import Desk, quoted


def lead_somewhere(site: Finished, desk: Desk) -> None:
    """Follows every internal link of every page, as a browser would."""
    ids = {path: frozenset(facts.ids) for path, facts in site.pages.items()}
    for path, facts in site.pages.items():
        for target in dict.fromkeys((*facts.links, *facts.loads)):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            there = _file(path, unquote(parts.path), site.base_path)
            words = {"page": f"/{path}", "text": quoted(target)}
            if there not in site.paths:
                desk.report("page-link", site.origins[path], 0, **words)
            elif parts.fragment and unquote(parts.fragment) not in ids.get(there, frozenset()):
                desk.report("page-anchor", site.origins[path], 0, **words)


def _file(here: str, target: str, base_path: str) -> str:
    """The file in the output folder that a link's path means."""
    if not target:
        return here
    if target.startswith("/"):
        there = target.removeprefix(base_path) if target.startswith(base_path) else "/outside"
    else:
        there = posixpath.join(posixpath.dirname(here), target)
    folder = there.endswith("/") or there in ("", ".")
    there = posixpath.normpath(there) if there else "."
    if folder:
        return "index.html" if there == "." else f"{there}/index.html"
    return there
