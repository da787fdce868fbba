"""The files in which stories stand beside their own pages: feeds, calendars, tables of data, prints."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from pressroom import urls
from pressroom.evidence.publication import Publication
from pressroom.evidence.ready import Ready
from pressroom.files import File
from pressroom.kinds import Project
from pressroom.validate import Site, Story

PRINT, DATA = "Druckfassung", "Datensatz"

_ENTRIES = {
    "feed.xml": ("Feed", r'<link [^>]*href="{}"'),
    "feed.json": ("Feed", r'"url": "{}"'),
    "ics": ("Kalender", r"(?m)^URL(?:;[^:\n]*)?:{}$"),
}
"""What a file is, by its name or ending, and how it gives the address of an entry. An article may lead to further
stories; those do not stand in the feed.
"""
_DATA = re.compile(r"(?!sitemap|suche/).*\.(?:xml|json|csv)")
"""Tables for others to use; not those for machines, which name every page."""
_TITLES = (
    re.compile(r"<title>([^<]*)</title>"),
    re.compile(r'^ "title": "([^"]*)"', re.MULTILINE),
    re.compile(r"^(?:X-WR-CALNAME|NAME):(.*)$", re.MULTILINE),
)
_LANGUAGES = (re.compile(r'xml:lang="([a-z-]+)"'), re.compile(r'^ "language": "([a-z-]+)"', re.MULTILINE))


def carriers(ready: Ready, project: Story[Project], stories: Iterable[Story[Any]]) -> Iterator[Publication]:
    """Every feed, calendar and table with a news or event among the stories, every table with the project, and every
    print made of a story or linked from its page.
    """
    site = ready.site
    within = {story.path: story for story in stories}
    linked = {
        want
        for story in within.values()
        for lang in site.languages
        for want in ready.led_to(urls.path(site.speaking(lang).turned(story.address)))
    }
    others = {story.path for folder in ("news", "events", "projects") for story in site.every(folder)} - within.keys()
    entries = [story for story in within.values() if story.folder in ("news", "events")]
    for path, file in sorted(ready.files.items()):
        if file.origin in others:
            continue
        if path.endswith(".pdf"):
            if file.origin in within or path in linked:
                yield Publication(PRINT, _title(within.get(file.origin)), path, file.origin)
            continue
        kind, pattern = _form(path)
        if kind:
            text = _unfolded(ready.made([path])[path])
            told = entries if kind != DATA else [project, *entries]
            if any(_holds(text, pattern, address) for story in told for address in _addresses(site, story)):
                yield _carrier(kind, path, file, text)


def _addresses(site: Site, story: Story[Any]) -> set[str]:
    """The addresses of a story in every language."""
    return {site.speaking(lang).absolute(story.address) for lang in site.languages}


def _form(path: str) -> tuple[str, str]:
    """What kind of carrier a file is, and how it names what it carries; empty for none."""
    name = path.rpartition("/")[2]
    form = _ENTRIES.get(name) or _ENTRIES.get(name.rpartition(".")[2])
    return form or ((DATA, r"{}(?![A-Za-z0-9])") if _DATA.fullmatch(path) else ("", ""))


def _unfolded(data: bytes) -> str:
    """The text of a file. The lines of a calendar are broken after 75 bytes (RFC 5545, 3.1)."""
    return data.replace(b"\r\n ", b"").replace(b"\r\n", b"\n").decode()


def _holds(text: str, pattern: str, address: str) -> bool:
    return address in text and re.search(pattern.format(re.escape(address)), text) is not None


def _carrier(kind: str, path: str, file: File, text: str) -> Publication:
    title = next((match[1].strip() for one in _TITLES if (match := one.search(text))), "")
    language = next((match[1] for one in _LANGUAGES if (match := one.search(text))), "")
    plain = unescape(title) if path.endswith(".xml") else title.replace("\\,", ",").replace("\\;", ";")
    return Publication(kind, plain or path, path, file.origin, language=language)


def _title(story: Story[Any] | None) -> str:
    return str(story.fields.title) if story is not None else PRINT
