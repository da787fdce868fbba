"""What lies in the folder of the evidence: pages as they are published, and copies that open without a network."""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from pressroom import checks, urls
from pressroom.evidence import notices
from pressroom.evidence.gather import Gathered
from pressroom.evidence.publication import Publication
from pressroom.evidence.ready import Ready

COPIES, ORIGINALS, PICTURES = "seiten", "original", "bilder"
"""The folders: copies to read and files, pages byte for byte, pictures of the screen."""

_SCRIPT = re.compile(r'<script\b[^>]*\ssrc="[^>]*></script>\n?')
_EMBLEM = "assets/eu-emblem.svg"


class Exhibit(NamedTuple):
    """A publication and where it lies in the folder.

    ``file`` is what one opens, ``original`` the bytes that were published (of a feed both are the same); ``digest``
    and ``digest_published`` are theirs. ``notices`` is what was found on the page, ``rules`` the numbers kept by it.
    """

    publication: Publication
    address: str
    file: str
    original: str
    digest: str
    digest_published: str
    language: str
    notices: tuple[notices.Notice, ...]
    rules: tuple[str, ...]
    words: str
    coloured: bool


class Copies(NamedTuple):
    """All exhibits, and every file to be written, by its path in the folder."""

    exhibits: tuple[Exhibit, ...]
    files: dict[str, bytes]


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()


def copies(ready: Ready, gathered: Gathered) -> Copies:
    """Pages, feeds and all that the pages load."""
    pages = [one.path for one in gathered.pages]
    loaded = {path for page in pages for path in _loads(ready, page)}
    carriers = {one.path for one in gathered.carriers}
    originals = ready.made(dict.fromkeys([*pages, *sorted(carriers | loaded)]))
    kept = frozenset(originals)
    files = {f"{COPIES}/{path}": data for path, data in originals.items() if path not in pages}
    for path in pages:
        files[f"{ORIGINALS}/{path}"] = originals[path]
        # A copy stays what it was: the script that takes away what is over would change it with every day.
        files[f"{COPIES}/{path}"] = _SCRIPT.sub("", ready.apart(path, kept)).encode()
    state = notices.one_line(ready.site.settings.funding_notice.state or "")
    coloured = notices.coloured(originals.get(_EMBLEM, b""))
    every = [*((one, True) for one in gathered.pages), *((one, False) for one in gathered.carriers)]
    exhibits = [_exhibit(one, page, ready.site.base, files, coloured, state) for one, page in every]
    return Copies(tuple(exhibits), files)


def differing(published: Iterable[tuple[str, bytes | None]], ours: Copies) -> int:
    """How many of the pages and feeds lie otherwise, or not at all, in a folder that is or will be on the server."""
    there = dict(published)
    return sum(there.get(path) != data for path, data in originals(ours).items())


def originals(ours: Copies) -> dict[str, bytes]:
    """The published bytes of all exhibits, by their path on the site."""
    return {one.publication.path: ours.files[one.original] for one in ours.exhibits}


def _loads(ready: Ready, page: str) -> set[str]:
    """The files a page loads but for its scripts."""
    html = _SCRIPT.sub("", ready.made([page])[page].decode())
    base = urls.base_path(ready.site.base)
    only = checks.Facts(loads=checks.read(html).loads)
    return {path for path in checks.links.wanted(page, only, base) if path in ready.files}


def _exhibit(one: Publication, page: bool, base: str, files: dict[str, bytes], coloured: bool, state: str) -> Exhibit:
    file = f"{COPIES}/{one.path}"
    original = f"{ORIGINALS}/{one.path}" if page else file
    seen = notices.read(files[original].decode()) if page else notices.Seen(one.language, (), "")
    rules = {number for notice in seen.notices for number in notice.rules(coloured)}
    if state and state in seen.words:
        rules.add("SN-3")
    return Exhibit(
        one,
        urls.public(one.path, base),
        file,
        original,
        digest(files[file]),
        digest(files[original]),
        seen.language,
        seen.notices,
        tuple(sorted(rules, key=_by_number)),
        seen.words,
        coloured,
    )


def _by_number(rule: str) -> tuple[str, int]:
    family, _, number = rule.partition("-")
    return family, int(number)
