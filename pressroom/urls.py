"""Every address of the site is made here and nowhere else.

Inside the site an address is written ``site:/aktuelles/`` until the page it stands on is known; ``settle``
then makes it relative, so that the folder works at a domain's root, in a sub-folder, and moved.
"""

import posixpath
import re
from collections.abc import Callable, Container
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5
from zlib import crc32

from pressroom.slugs import slug

SITE = "site:/"
HOME = SITE
SECTIONS = {
    "news": "aktuelles",
    "events": "termine",
    "projects": "projekte",
    "partners": "partner",
    "places": "orte",
}
SEARCH = f"{SITE}suche/"
LANGUAGES = f"{SITE}sprachen/"
"""What is told in which language; only where there are several."""
PRIVACY = "datenschutz"
"""The page that informs as Art. 13 DSGVO demands; what the site does is added to it."""
CONTACT = "kontakt"
"""The page that says how to reach the office; cards to cut out lead there."""
CREDITS = f"{SITE}bildnachweis/"
DATA = f"{SITE}daten/"
MENU = {
    **{folder: f"{SITE}{piece}/" for folder, piece in SECTIONS.items()},
    "search": SEARCH,
    "data": DATA,
    "credits": CREDITS,
}
"""What a word of the menu may lead to, beside the pages."""

PREFIXES = {"en": "en", "hsb": "hsb", "uk": "uk", "ru": "ru", "ar": "ar", "de-simple": "einfache-sprache"}
"""The folder of each language but German."""
_NAMES = {
    "en": "news events projects partners places search languages",
    "hsb": "nowinki terminy projekty partnerojo mestna pytanje rece",
    "uk": "novyny podii proiekty partnery mistsia poshuk movy",
    "ru": "novosti sobytiya proekty partnery mesta poisk yazyki",
    "ar": "akhbar mawaid mashari shuraka amakin bahth lughat",
    "de-simple": "aktuelles termine projekte partner orte suche sprachen",
}
"""The sections in each language, in the order of ``SECTIONS``, then search and languages; in Latin letters, to be read
out."""
_SECTIONS_IN = {
    lang: dict(zip((*SECTIONS.values(), "suche", "sprachen"), names.split(), strict=True))
    for lang, names in _NAMES.items()
}
_WITHOUT_LANGUAGE = frozenset({"assets", "media", "daten", "bildnachweis"})
_FIXED = f"{SITE}=/"
"""Before an address that is meant as it is written; no page has it, for no slug holds this sign."""
_ANYWHERE = re.compile(r'site:/[^" #,]*')

_NAMESPACE = UUID("5f0c3c0e-7a6b-5d0e-9a53-6b7c1f3a2b10")
"""Drawn once for this site; changing it would make every story new to every feed reader."""
_DATED = re.compile(r"^\d{4}(?:-\d{2}){0,2}-(?=.)")
_INTERNAL = re.compile(r'("|"0; url=| [0-9]+w, )site:/([^" ]*)')
"""An internal address in a document: at the start of an attribute, behind the delay of a redirect, or the next of a
list of pictures (``a.jpg 480w, b.jpg 720w``)."""


def bare_id(name: str) -> str:
    """A file's name without its leading date: ``2021-07-14-muell`` is ``muell``."""
    return _DATED.sub("", name, count=1)


def section(folder: str) -> str:
    """The list of a kind: ``site:/aktuelles/``."""
    return f"{SITE}{SECTIONS[folder]}/"


def story(folder: str, name: str, year: int | None = None) -> str:
    """A story's own address; empty where the file's name holds no letter or digit.

    >>> story("news", "2021-07-14-muellsammelaktion", 2021)
    'site:/aktuelles/2021/muellsammelaktion/'
    """
    piece = slug(bare_id(name) if folder in ("news", "events") else name)
    if not piece:
        return ""
    if folder == "pages":
        return HOME if piece == "start" else f"{SITE}{piece}/"
    dated = f"{year}/" if year is not None else ""
    return f"{section(folder)}{dated}{piece}/"


def listing(base: str, number: int = 1) -> str:
    """One sheet of a list."""
    return base if number == 1 else f"{base}seite/{number}/"


def by_topic(folder: str, topic: str) -> str:
    """The list of a kind under one topic."""
    return f"{section(folder)}thema/{slug(topic)}/"


def by_year(folder: str, year: int) -> str:
    """The list of a kind for one year."""
    return f"{section(folder)}{year}/"


def by_month(first: date) -> str:
    """The dates of one month: ``site:/termine/monat/2026-12/``."""
    return f"{section('events')}monat/{first:%Y-%m}/"


def calendar(listing: str) -> str:
    """The calendar file of a list, a topic, a place or an organizer, beside its page."""
    return f"{listing}termine.ics"


def beside(story: str, name: str) -> str:
    """A file beside the page of a story: its calendar, ``termin.ics``, or its poster, ``plakat-a3.pdf``."""
    return f"{story}{name}"


def webcal(address: str, base: str) -> str:
    """A calendar file for programs that subscribe to it: the whole address with the scheme they listen to."""
    return "webcal://" + absolute(address, base).split("//", 1)[1]


def spoken(address: str, lang: str) -> str:
    """A German address in another language: ``site:/aktuelles/2021/x/`` is ``site:/en/news/2021/x/``.

    Empty for what has no language: assets, pictures, and files beside the front page.
    """
    inside = address.removeprefix(SITE)
    first, slash, rest = inside.partition("/")
    if first in _WITHOUT_LANGUAGE or not address.startswith(SITE) or (inside and not slash):
        return ""
    return f"{SITE}{PREFIXES[lang]}/{_SECTIONS_IN[lang].get(first, first)}{slash}{rest}"


def turned(html: str, turn: Callable[[str], str]) -> str:
    """A document whose internal addresses all lead to pages in its own language, where there are any.

    Those that are ``fixed`` lead where they say.
    """

    def turn_one(match: re.Match[str]) -> str:
        address = match[0]
        return SITE + address.removeprefix(_FIXED) if address.startswith(_FIXED) else turn(address)

    return _ANYWHERE.sub(turn_one, html)


def fixed(address: str) -> str:
    """An address that ``turned`` leaves as it is: a page in another language."""
    return _FIXED + address.removeprefix(SITE)


def asset(name: str) -> str:
    """A file of the design."""
    return f"{SITE}assets/{name}"


@lru_cache(maxsize=16)
def stamped(name: str, content: str) -> str:
    """A file of the design whose name changes with its content, so that no browser shows an old one."""
    stem, _, suffix = name.rpartition(".")
    return asset(f"{stem}-{crc32(content.encode()):08x}.{suffix}")


def data(name: str) -> str:
    """A file of open data."""
    return f"{DATA}{name}"


def media(name: str) -> str:
    """A published picture."""
    return f"{SITE}media/{name}"


def alias(address: str) -> str:
    """An old address as an editor wrote it, ``/alt/adresse``, in our own form; empty if it is none."""
    path = address.strip()
    pieces = path.strip("/").split("/")
    if not path.startswith("/") or path.startswith("//"):
        return ""
    if any(not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._~-]*", piece) for piece in pieces):
        return ""
    last = pieces[-1]
    return SITE + "/".join(pieces) + ("" if last.endswith((".html", ".htm")) else "/")


def path(address: str) -> str:
    """The file behind an address, from the output folder."""
    inside = address.removeprefix(SITE).split("#")[0]
    return inside + "index.html" if not inside or inside.endswith("/") else inside


def settle(html: str, here: str) -> str:
    """Makes every internal address in a document relative to the file ``here``."""
    up = "../" * here.count("/")
    if up:
        # Nearly all are written so, and a plain replacement takes a quarter of the pattern's time.
        html = html.replace(f'"{SITE}', f'"{up}')
    if SITE not in html:
        return html

    def relative(match: re.Match[str]) -> str:
        inside = match[2]
        start = up if up or (inside and not inside.startswith("#")) else "./"
        return f"{match[1]}{start}{inside}"

    return _INTERNAL.sub(relative, html)


def settle_absolute(html: str, base: str) -> str:
    """Makes every internal address absolute, for feeds and for pages that are served at any depth."""
    html = html.replace(f'"{SITE}', f'"{base}')
    return _INTERNAL.sub(lambda match: f"{match[1]}{base}{match[2]}", html) if SITE in html else html


def settle_apart(html: str, here: str, base: str, kept: Container[str]) -> str:
    """Makes the internal addresses of a document fit for a folder that holds a part of the site and is opened without
    a server: what is ``kept`` there, by its path, is named as a file, all else by its public address.
    """

    def apart(match: re.Match[str]) -> str:
        inside, mark, name = match[2].partition("#")
        file = path(inside)
        there = posixpath.relpath(file, posixpath.dirname(here) or ".") if file in kept else f"{base}{inside}"
        return f"{match[1]}{there}{mark}{name}"

    return _INTERNAL.sub(apart, html)


def public(path: str, base: str) -> str:
    """The public address of a file of the site: that of a page ends with its folder."""
    return base + (path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path)


def absolute(address: str, base: str) -> str:
    """One internal address with the server's name; others stay as they are."""
    return base + address.removeprefix(SITE) if address.startswith(SITE) else address


def base_of(address: str) -> str:
    """The site's address with exactly one slash at its end, without query or fragment."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"


def base_path(base: str) -> str:
    """The path part of the site's address: ``/`` or ``/unterordner/``."""
    return urlsplit(base).path or "/"


def permanent(folder: str, name: str) -> str:
    """A story's name for feed readers, which stays when the site moves to another address."""
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{folder}/{name}')}"


def shown(address: str) -> str:
    """A web address as people say it, without ``https://`` and the slash at its end."""
    return address.split("//", 1)[-1].rstrip("/")


def mail(address: str, subject: str = "") -> str:
    """A mail link."""
    return f"mailto:{address}" + (f"?subject={quote(subject)}" if subject else "")


def phone(dialled: str) -> str:
    """A telephone link."""
    return f"tel:{dialled}"


def share_by_mail(title: str, address: str) -> str:
    """A mail to nobody yet, that tells of a page."""
    return f"mailto:?subject={_quoted(title)}&body={_quoted(address)}"


def share_by_text(title: str, address: str) -> str:
    """A text message to nobody yet; ``?&body`` is understood by telephones of both kinds."""
    return f"sms:?&body={_quoted(title)}%20{_quoted(address)}"


@lru_cache(maxsize=2)
def _quoted(text: str) -> str:
    """Every page is shared in two ways, and its title and address are the same in both."""
    return quote(text)


def map_of(latitude: object, longitude: object) -> str:
    """A place on OpenStreetMap, as a plain link; nothing is loaded from there."""
    return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
