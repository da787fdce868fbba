"""Every link, anchor and file that a page names is there."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pressroom.checks import addresses
from pressroom.checks.addresses import LEADS_ON
from pressroom.checks.facts import Facts
from pressroom.urls import SITE, base_path

_PLAIN = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*(?:[a-z0-9-]+(?:\.[a-z0-9]+)?)?")
"""The rest of a relative address that needs no resolving: small letters, and no dots but one before the ending."""


_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r'\s(?:href|src|srcset|content|poster|data|data-[a-z-]+)="([^"]*)"')


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


class Lost(NamedTuple):
    """A target that is not there: the message that says so, and the target as a file of the site."""

    code: str
    target: str


def lost(wants: Iterable[str], is_file: Callable[[str], bool], has_mark: Callable[[str, str], bool]) -> Iterator[Lost]:
    """What a file wants and the site does not have."""
    for want in wants:
        target = want.removeprefix(LEADS_ON)
        there, _, mark = target.partition("#")
        if not is_file(there):
            yield Lost("page-link", target)
        elif mark and not has_mark(there, mark):
            yield Lost("page-anchor", target)
        elif target != want and has_mark(there, LEADS_ON):
            yield Lost("page-chain", target)


def written(here: str, html: str, target: str, base: str) -> tuple[str, str]:
    """How a page names a target: the address as it is written, and its tag; empty where it does not.

    In the tag it is as it was before the page was known (``urls.settle``), for that is what a template says.
    """
    for tag in _TAG.findall(html):
        for address in _ADDRESS.findall(tag):
            plain = unescape(address)
            named = {_resolved(posixpath.dirname(here), plain, base_path(base)), *addresses.wanted(here, tag, base)}
            if target in named or (plain.startswith("#") and here + unquote(plain) == target):
                inside = address.removeprefix("../" * here.count("/"))
                return plain, tag if plain.startswith("#") else tag.replace(f'"{address}', f'"{SITE}{inside}')
    return "", ""


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
