"""Follows the links and pictures of a text, and puts addresses in their place."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from unicodedata import normalize
from urllib.parse import unquote

from pressroom import urls
from pressroom.load import Source
from pressroom.markup import Body, Use
from pressroom.problems import Desk, did_you_mean, nearest, quoted
from pressroom.validate.site import Media

_ANCHOR = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_ALONE = re.compile(r"<p>\s*(<img\b[^>]*>)\s*</p>")
_LAZY = re.compile(r'(<img\b[^>]*) loading="lazy">')
_SRC = re.compile(r'\ssrc="([^"]*)"')
_ALT = re.compile(r'\salt="([^"]*)"')
_WEB = re.compile(r"https?://[^\s/.\[\]]+\.[^\s/\[\]]+(?=/|$|\?|#)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
_ID = re.compile(r'<[a-z][^>]*?\sid="([^"]*)"')
_SIZES = "(min-width: 42rem) 40rem, 100vw"
"""How wide a picture stands in a text: the measure of a line, or the screen."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link may lead to. ``address`` is empty while the story is not published."""

    address: str
    headings: tuple[str, ...] | None
    """The marks of its headings; None where they are not known, because the file has mistakes of its own."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything that can be linked to, by its path in content/."""

    targets: Mapping[str, Target]
    pictures: Mapping[str, Media]
    broken_pictures: frozenset[str]
    """Pictures that exist but have been complained about already."""
    names: Mapping[str, str]
    """The paths of the targets by their file names, to guess what was meant."""


def settle(source: Source, body: Body, atlas: Atlas, desk: Desk) -> str:
    """The body's HTML with every link and picture leading where it should; mistakes go to the desk."""
    addresses = {use.target: _address(source, body, use, atlas, desk) for use in body.links}
    pictures = {use.target: _picture(source, use, atlas, desk) for use in body.pictures}

    def link(match: re.Match[str]) -> str:
        target = unescape(match[2])
        address = addresses.get(target, target)
        if address is None:
            return match[4]
        return f'<a{match[1]} href="{escape(address)}"{match[3]}>{match[4]}</a>'

    def figure(match: re.Match[str]) -> str:
        media = pictures.get(_target(match[1]))
        if media is None:
            return ""
        return f"<figure>{_tag(match[1], media)}<figcaption>{_caption(media)}</figcaption></figure>"

    def image(match: re.Match[str]) -> str:
        if _target(match[0]).startswith(urls.SITE):
            return match[0]
        media = pictures.get(_target(match[0]))
        return _tag(match[0], media) if media else ""

    html = _ANCHOR.sub(link, body.html)
    if not body.pictures:
        return html
    html = _IMAGE.sub(image, _ALONE.sub(figure, html))
    # The first picture of a page is likely to be seen at once. Above a text there may be one already.
    return html if source.fields.get("picture") else _LAZY.sub(r"\1>", html, count=1)


def marks(body: Body) -> tuple[str, ...]:
    """Everything in a text that a link can point to: its headings, and what an editor marked by hand."""
    return tuple(unescape(name) for name in _ID.findall(body.html))


def credit(media: Media) -> str:
    """Who made a picture, and under what terms."""
    licence = f", {media.fields.licence}" if media.fields.licence else ""
    return f"Bild: {media.fields.author}{licence}"


def _target(tag: str) -> str:
    match = _SRC.search(tag)
    return unescape(match[1]) if match else ""


def _caption(media: Media) -> str:
    """The words below a picture: whose it is, and where it can be had in full size."""
    offer = f' · <a href="{escape(media.whole)}" download>{escape(media.offer)}</a>' if media.whole else ""
    return escape(credit(media)) + offer


def _tag(tag: str, media: Media) -> str:
    """A picture for every screen, fetched when the reader comes near it."""
    written = _ALT.search(tag)
    alt = unescape(written[1]).strip() if written else ""
    ground = f'class="{media.ground}" ' if media.ground else ""
    plain = f'srcset="{media.srcset(media.kinds[-1])}" sizes="{_SIZES}" ' if not media.drawn else ""
    image = (
        f'<img {ground}src="{media.address}" {plain}alt="{escape(alt or media.fields.alt)}" '
        f'width="{media.shape.width}" height="{media.shape.height}" loading="lazy">'
    )
    sources = "".join(
        f'<source type="image/{kind}" srcset="{media.srcset(kind)}" sizes="{_SIZES}">' for kind in media.kinds[:-1]
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def _resolve(source: Source, target: str) -> str:
    """The path in content/ that a relative link means."""
    written = normalize("NFC", unquote(target.split("#")[0])).replace("\\", "/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source.path), written))


def _line(source: Source, use: Use) -> int:
    return source.text_line + use.line - 1


def _address(source: Source, body: Body, use: Use, atlas: Atlas, desk: Desk) -> str | None:
    """Where a link leads; None where it must become plain text."""
    line, text = _line(source, use), quoted(use.target)
    if _SCHEME.match(use.target):
        if use.target.lower().startswith("http") and not _WEB.match(use.target):
            desk.report("url-form", source.path, line, 0, field="Verweis im Text", text=text)
        return use.target
    mark = unquote(use.target.partition("#")[2])
    if use.target.startswith("#"):
        _check_mark(source, line, text, mark, marks(body), desk)
        return use.target
    path = _resolve(source, use.target)
    target = atlas.targets.get(path)
    if target is None and use.target.lower().startswith("www."):
        desk.report("url-form", source.path, line, 0, field="Verweis im Text", text=text)
        return None
    if target is None:
        desk.report("link-missing", source.path, line, 0, text=text, hint=_hint(source, use.target, path, atlas))
        return None
    if mark and target.headings is not None:
        _check_mark(source, line, text, mark, target.headings, desk)
    if not target.address:
        desk.report("link-unpublished", source.path, line, 0, text=text)
        return None
    return target.address + (f"#{mark}" if mark else "")


def _hint(source: Source, target: str, path: str, atlas: Atlas) -> str:
    """What a link that leads nowhere may have meant."""
    if _MAIL.fullmatch(target):
        return f" Meinten Sie „mailto:{target}“?"
    meant = nearest(path.rsplit("/", 1)[-1], atlas.names) if target else None
    if meant is None:
        return ""
    return f" Meinten Sie „{posixpath.relpath(atlas.names[meant], posixpath.dirname(source.path))}“?"


def _check_mark(source: Source, line: int, text: str, mark: str, known: tuple[str, ...], desk: Desk) -> None:
    if mark and mark not in known:
        shown = ", ".join(f"#{name}" for name in known) or "keine"
        hint = did_you_mean(mark, known)
        desk.report("heading-missing", source.path, line, 0, text=text, known=shown, hint=hint)


def _picture(source: Source, use: Use, atlas: Atlas, desk: Desk) -> Media | None:
    path = _resolve(source, use.target)
    media = atlas.pictures.get(path)
    if media is None and path not in atlas.broken_pictures:
        known = {name.rsplit("/", 1)[-1]: name for name in atlas.pictures}
        hint = did_you_mean(path.rsplit("/", 1)[-1], known)
        desk.report("picture-missing", source.path, _line(source, use), 0, text=quoted(use.target), hint=hint)
    return media
