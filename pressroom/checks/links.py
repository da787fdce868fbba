"""Every link, anchor and file that a page names is there."""

import posixpath
import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from pressroom.checks.facts import Facts
from pressroom.problems import Desk, quoted

_PLAIN = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*(?:[a-z0-9-]+(?:\.[a-z0-9]+)?)?")
"""The rest of a relative address that needs no resolving: small letters, and no dots but one before the ending."""


def wanted(here: str, facts: Facts, base_path: str) -> tuple[str, ...]:
    """Every file of the site that a page leads to or loads, ``kontakt/index.html#mit-dem-bus``, as a browser would."""
    folder = posixpath.dirname(here)
    up = "../" * here.count("/")
    found = set()
    for target in {*facts.links, *facts.loads}:
        rest, _, mark = target.removeprefix(up).partition("#")
        if not target or target.startswith("#"):
            found.add(here + unquote(target))
        elif up and target.startswith(up) and not mark and _PLAIN.fullmatch(rest):
            # Nearly all are of this kind, and to look at them takes a tenth of the time of resolving them.
            found.add(f"{rest}index.html" if not rest or rest.endswith("/") else rest)
        else:
            found.add(_resolved(folder, target, base_path))
    return tuple(sorted(found - {""}))


def _resolved(folder: str, target: str, base_path: str) -> str:
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
