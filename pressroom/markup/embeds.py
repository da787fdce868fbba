"""From embedded videos, maps and frames to links that say where they lead: who reads decides whether to go there."""

import re
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from pressroom.kinds.values import unsafe

_THINGS = "iframe|video|audio|object"
_EMPTY = re.compile(r"<(embed)\b([^>]*)>()(?:\s*</embed\s*>)?", re.IGNORECASE)
_CLOSED = re.compile(rf"<({_THINGS})\b([^>]*)>((?:(?!<(?:{_THINGS})\b).)*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
"""An embedded thing that holds no other; from the inside out, all are found."""
_LEFT_OPEN = re.compile(rf"<({_THINGS})\b([^>]*)>()", re.IGNORECASE)
"""One without an end: a browser would take all that follows for its inside."""
_SIGNS = ("<iframe", "<video", "<audio", "<object", "<embed")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_OF_PLAYER = re.compile(r"<(source|param|track)\b([^>]*)>(?:\s*</\1\s*>)?", re.IGNORECASE)
_LINE_ENDS = re.compile(r"<(/?)(?:p|h[1-6]|li|d[dt]|t[dh]|summary|caption)\b", re.IGNORECASE)
_ADDRESS = {"iframe": ("src", "data-src"), "object": ("data",), "embed": ("src",), "video": ("src",), "audio": ("src",)}
_NAMES = {
    "youtube.com": "YouTube",
    "vimeo.com": "Vimeo",
    "openstreetmap.org": "OpenStreetMap",
    "google.com": "Google",
    "google.de": "Google",
}
_VIDEO, _SOUND, _MAP, _OTHER = ("Video", "ansehen"), ("Ton", "anhören"), ("Karte", "ansehen"), ("Inhalt", "ansehen")
_SAYS_NOTHING = re.compile(
    r"(?:youtube|vimeo)? ?video player|iframe|embed|video|karte|map|openstreetmap", re.IGNORECASE
)
"""Titles that come with the code to copy, not from whoever pasted it."""


class Embed(NamedTuple):
    """What was embedded: its address as it was written, where its link leads, and what the link says."""

    written: str
    target: str
    words: str


def linked(html: str) -> tuple[str, list[Embed]]:
    """HTML with a link in place of whatever was embedded. What has no address stays, and is nobody's link."""
    lower = html.lower()
    if not any(sign in lower for sign in _SIGNS):
        return html, []
    embeds: list[Embed] = []
    for pattern in (_EMPTY, _CLOSED, _LEFT_OPEN):
        start = 0
        while match := pattern.search(html, start):
            embed = _embed(match[1].lower(), _attributes(match[2]), match[3])
            if embed is None:
                start = match.end()
                continue
            link = f'<a href="{escape(embed.target)}">{escape(embed.words)}</a>'
            if link not in match[3]:
                embeds.append(embed)
            before = html[: match.start()]
            html = f"{before}{_written(link, match[3], before)}{html[match.end() :]}"
            # What stood around it may hold no other now.
            start = 0
    return html, embeds


def _attributes(given: str) -> dict[str, str]:
    """Attributes by their names in small letters, as they were written."""
    return {name.lower(): value.strip("\"'").strip() for name, value in _ATTRIBUTE.findall(given)}


def _embed(tag: str, given: dict[str, str], inside: str) -> Embed | None:
    """The link for one of them; None where there is no address that one could go to."""
    addresses = [given[name] for name in _ADDRESS[tag] if given.get(name)]
    for part, attributes in _OF_PLAYER.findall(inside):
        found = _attributes(attributes)
        if part.lower() == "source" and found.get("src"):
            addresses.append(found["src"])
        if part.lower() == "param" and found.get("name", "").lower() in ("movie", "src") and found.get("value"):
            addresses.append(found["value"])
    written = next((address for address in addresses if address != "about:blank"), "")
    whole = unescape(f"https:{written}" if written.startswith("//") else written)
    if not whole or unsafe(whole):
        return None
    target = _page(whole)
    kind, verb = _kind(tag, target)
    title = unescape(given.get("title") or given.get("aria-label") or "")
    title = "" if _SAYS_NOTHING.fullmatch(title.strip()) else " ".join(title.split())
    name = _name(target)
    where = f" bei {name}" if name else ""
    return Embed(written, target, f"{title} ({kind}{where})" if title else f"{kind}{where} {verb}")


def _page(address: str) -> str:
    """The page that shows what the address shows in a frame."""
    parts = urlsplit(address)
    site, asked, pieces = _site(address), parse_qs(parts.query), parts.path.strip("/").split("/")
    if site in ("youtube.com", "youtube-nocookie.com") and pieces[0] in ("embed", "v") and len(pieces) > 1:
        if pieces[1] == "videoseries" and "list" in asked:
            return f"https://www.youtube.com/playlist?list={asked['list'][0]}"
        begin = f"&t={asked['start'][0]}" if "start" in asked else ""
        return f"https://www.youtube.com/watch?v={pieces[1]}{begin}"
    if parts.netloc == "player.vimeo.com" and pieces[0] == "video" and len(pieces) > 1:
        return f"https://vimeo.com/{pieces[1]}" + (f"/{asked['h'][0]}" if "h" in asked else "")
    if site == "openstreetmap.org" and parts.path == "/export/embed.html":
        latitude, _, longitude = asked.get("marker", [""])[0].partition(",")
        if longitude:
            return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
        box = asked.get("bbox", [""])[0].split(",")
        if len(box) == 4:
            names = ("minlon", "minlat", "maxlon", "maxlat")
            return "https://www.openstreetmap.org/?" + "&".join(f"{n}={v}" for n, v in zip(names, box, strict=True))
    return address


def _kind(tag: str, target: str) -> tuple[str, str]:
    site, path = _site(target), urlsplit(target).path
    if tag == "video" or site in ("youtube.com", "vimeo.com") or path.endswith((".mp4", ".webm")):
        return _VIDEO
    if tag == "audio" or path.endswith((".mp3", ".ogg")):
        return _SOUND
    return _MAP if site == "openstreetmap.org" or (site.startswith("google.") and "/maps" in path) else _OTHER


def _site(address: str) -> str:
    """The last two parts of a server's name, ``openstreetmap.org``."""
    return ".".join((urlsplit(address).hostname or "").split(".")[-2:])


def _name(target: str) -> str:
    """How people call the server; empty for our own."""
    return _NAMES.get(_site(target)) or (urlsplit(target).hostname or "").removeprefix("www.")


def _written(link: str, inside: str, before: str) -> str:
    """The link, and what was to be shown where nothing can be embedded: that is now the case for all."""
    rest = _OF_PLAYER.sub("", inside).strip()
    link = "" if link in rest else link
    tags = _LINE_ENDS.findall(before)
    if tags and not tags[-1]:
        return f"{link} {rest}".strip()
    return (f"<p>{link}</p>" if link else "") + (rest if not rest or rest.startswith("<p>") else f"<p>{rest}</p>")
