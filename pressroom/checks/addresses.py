"""Every address of the own site that stands in a file, be it a feed, a calendar, a style sheet or an index."""

import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

LEADS_ON = "→"
"""Before a target: a redirect leads there. As a mark of a page: it is a redirect itself. No id can be this sign."""

_REFRESH = re.compile(r'<meta\b[^<>]*http-equiv="refresh"[^<>]*content="[^";]*;\s*url=([^"]*)"', re.IGNORECASE)
_DATA = re.compile(r'\sdata-search-(?:script|index)="([^"]*)"')
_UNTIL = re.compile(r"[^\s\"'<>\\&)\]}]*")
"""As far as an address goes in whatever it stands in."""
_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_INDEX = re.compile(r"window\.searchIndex=(\{.*\});\s*", re.DOTALL)
_FOLDED = re.compile(r"\r?\n[ \t]")
"""A long line of a calendar goes on in the next one, behind a space (RFC 5545, 3.1)."""


READ = (".xml", ".json", ".ics", ".txt", ".css", ".js", ".webmanifest")
"""Endings of the files that are looked through, beside pages."""


def wanted(path: str, text: str, base: str) -> Iterator[str]:
    """Every file of the site that a file names, beside the links of a page: ``kontakt/index.html#mit-dem-bus``.

    ``base`` is the site's own address, with a slash at its end.
    """
    ending = path.rpartition(".")[2]
    if ending == "ics":
        text = _FOLDED.sub("", text)
    # To part the text at each of them takes a fifth of the time of a pattern.
    for rest in {_UNTIL.match(piece)[0] for piece in text.split(f"://{base.partition('://')[2]}")[1:]}:  # type: ignore[index]
        yield _file(rest.rstrip(".,;:!?"))
    if ending == "html":
        yield from _of_page(path, text)
    elif ending == "css":
        for match in _STYLE.finditer(text):
            target = match[1] or match[2]
            if not urlsplit(target).scheme:
                yield _beside(path, target)
    elif ending == "webmanifest":
        yield from (_beside(path, target) for target in _of_manifest(json.loads(text)))
    elif ending == "js" and (index := _INDEX.fullmatch(text)):
        yield from _of_index(json.loads(index[1]))


def _of_page(path: str, text: str) -> Iterator[str]:
    """Where a page leads on to by itself, and what its scripts fetch."""
    if 'http-equiv="refresh"' in text:
        for match in _REFRESH.finditer(text):
            yield LEADS_ON + _beside(path, match[1])
    if "data-search-" in text:
        for match in _DATA.finditer(text):
            yield _beside(path, match[1])


def _file(target: str) -> str:
    """The file behind an address below the site's own; a folder may be named without the slash at its end."""
    path, _, mark = target.partition("#")
    path = unquote(path.partition("?")[0])
    if not path or path.endswith("/"):
        path += "index.html"
    elif "." not in path.rpartition("/")[2]:
        path += "/index.html"
    return f"{path}#{unquote(mark)}" if mark else path


def _beside(here: str, target: str) -> str:
    """The file behind a relative address; what does not lie in the site is kept as it is written."""
    if urlsplit(target).scheme or target.startswith("/"):
        return target
    path = posixpath.join(posixpath.dirname(here), target)
    folder = path.endswith("/") or posixpath.basename(path) in (".", "..", "")
    plain = posixpath.normpath(path)
    return _file(("" if plain == "." else plain) + ("/" if folder and plain != "." else ""))


def _of_manifest(value: Any) -> Iterator[str]:
    """Start page, icons and shortcuts of a web app manifest (W3C)."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key in ("src", "start_url", "url") and isinstance(member, str):
                yield member
            else:
                yield from _of_manifest(member)
    elif isinstance(value, list):
        for member in value:
            yield from _of_manifest(member)


def _of_index(told: Any) -> Iterator[str]:
    """The stories a part of the search knows, and the part that follows."""
    yield from (_file(path) for _, path, *_ in told["stories"])
    if told.get("next"):
        yield told["next"]
