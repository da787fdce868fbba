"""Every link, anchor and file that a page names is there."""

import posixpath
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from pressroom.checks.reading import Facts
from pressroom.problems import Desk, quoted


def wanted(here: str, facts: Facts, base_path: str) -> tuple[str, ...]:
    """Every file of the site that a page leads to or loads, ``kontakt/index.html#mit-dem-bus``, as a browser would."""
    folder = posixpath.dirname(here)
    found = set()
    for target in dict.fromkeys((*facts.links, *facts.loads)):
        if not target or target.startswith("#"):
            found.add(here + unquote(target))
        else:
            found.add(_wanted(folder, target, base_path))
    return tuple(sorted(found - {""}))


@lru_cache(maxsize=20_000)
def _wanted(folder: str, target: str, base_path: str) -> str:
    """One of them; empty for what lies elsewhere."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    there = _file(folder, unquote(parts.path), base_path)
    return f"{there}#{unquote(parts.fragment)}" if parts.fragment else there


def lead_somewhere(
    path: str,
    origin: str,
    wants: Iterable[str],
    is_file: Callable[[str], bool],
    has_mark: Callable[[str, str], bool],
    desk: Desk,
) -> None:
    """Reports what a page wants and the site does not have."""
    for target in wants:
        there, _, mark = target.partition("#")
        words = {"page": f"/{path}", "text": quoted(f"/{target}")}
        if not is_file(there):
            desk.report("page-link", origin, 0, **words)
        elif mark and not has_mark(there, mark):
            desk.report("page-anchor", origin, 0, **words)


def _file(folder: str, target: str, base_path: str) -> str:
    """The file in the output folder that a link's path means."""
    if target.startswith("/"):
        there = target.removeprefix(base_path) if target.startswith(base_path) else "/outside"
    else:
        there = posixpath.join(folder, target)
    is_folder = there.endswith("/") or there in ("", ".")
    there = posixpath.normpath(there) if there else "."
    if is_folder:
        return "index.html" if there == "." else f"{there}/index.html"
    return there
