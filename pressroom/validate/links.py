"""Follows the links and pictures of a text, and puts addresses in their place."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Protocol
from urllib.parse import unquote

from pressroom import urls
from pressroom.markup import Body
from pressroom.problems import Desk, did_you_mean, nearest, quoted
from pressroom.validate import withdrawn
from pressroom.validate.head import Wants
from pressroom.validate.media import Album, Media
from pressroom.validate.paths import resolved
from pressroom.words import Tongue, html_of

_ANCHOR = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_ALONE = re.compile(r"<p>\s*(<img\b[^>]*>)\s*</p>")
_LAZY = re.compile(r'(<img\b[^>]*) loading="lazy">')
_SRC = re.compile(r'\ssrc="([^"]*)"')
_ALT = re.compile(r'\salt="([^"]*)"')
_WEB = re.compile(r"https?://[^\s/.\[\]]+\.[^\s/\[\]]+(?=/|$|\?|#)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
_SIZES = "(min-width: 42rem) 40rem, 100vw"
"""How wide a picture stands in a text: the measure of a line, or the screen."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link may lead to. ``address`` is empty while the story is not published."""

    address: str
    headings: tuple[str, ...] | None
    """The marks of its headings; None where they are not known, because the file has mistakes of its own."""


class Atlas(Protocol):
    """Everything that can be linked to, by its path in content/."""

    album: Album

    @property
    def tongue(self) -> Tongue:
        """The words of the language it is read in."""

    def german(self, text: str) -> str:
        """Words of the content that are not translated."""

    def target(self, path: str) -> Target | None:
        """The file of a path."""

    def picture(self, path: str) -> Media | None:
        """The picture of a path; None also where it has been complained about already."""

    def targets(self) -> Iterable[str]:
        """The paths of all files, to guess what was meant."""

    def shown(self) -> Iterable[str]:
        """The paths of all usable pictures, to guess what was meant."""

    def broken(self, path: str) -> bool:
        """Whether there is a picture that has been complained about already."""


def check(path: str, wants: Wants, atlas: Atlas, desk: Desk) -> None:
    """Reports every link and picture of a text that leads nowhere."""
    for target, line in wants.links:
        _check_link(path, target, line, wants.marks, atlas, desk)
    for target, line in wants.pictures:
        where = resolved(path, target)
        if atlas.picture(where) is None and not atlas.broken(where):
            known = {name.rsplit("/", 1)[-1] for name in atlas.shown()}
            hint = did_you_mean(where.rsplit("/", 1)[-1], known)
            withdrawn.missing(atlas.album.withdrawn, path, (target, line, 0), hint, desk, head=False)


def placed(path: str, body: Body, atlas: Atlas, alts: Mapping[str, str], *, below_picture: bool) -> str:
    """The body's HTML with every link and picture leading where it should.

    ``alts`` are what a translation says of pictures, by the names of their files; ``below_picture`` says that a picture
    stands above the text already, so that its own may be fetched later.
    """
    addresses = {use.target: _led(path, use.target, atlas) for use in body.links}
    pictures = {use.target: atlas.picture(resolved(path, use.target)) for use in body.pictures}

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
        return f"<figure>{_tag(match[1], media, atlas, alts)}<figcaption>{_caption(media, atlas)}</figcaption></figure>"

    def image(match: re.Match[str]) -> str:
        if _target(match[0]).startswith(urls.SITE):
            return match[0]
        media = pictures.get(_target(match[0]))
        return _tag(match[0], media, atlas, alts) if media else ""

    html = _ANCHOR.sub(link, body.html) if body.links else body.html
    if not body.pictures:
        return html
    html = _IMAGE.sub(image, _ALONE.sub(figure, html))
    # The first picture of a page is likely to be seen at once. Above a text there may be one already.
    return html if below_picture else _LAZY.sub(r"\1>", html, count=1)


class Voice(Protocol):
    """Who speaks of a picture."""

    @property
    def tongue(self) -> Tongue:
        """The words."""

    def german(self, text: str) -> str:
        """Words of the content that are not translated."""


def credit(media: Media, voice: Voice) -> str:
    """Who made a picture, and under what terms."""
    said = voice.tongue.say("picture_by", author=voice.german(media.fields.author))
    return said + ", " + voice.german(media.fields.licence) if media.fields.licence else said


def offer(media: Media, voice: Voice) -> str:
    """The words of the link to ``Media.whole``. How many bytes it will have is not known before it is made."""
    width, height = media.look.whole
    kind = {".svg": "SVG", ".png": "PNG"}.get(media.shape.suffix, "JPEG")
    if not media.drawn:
        kind = voice.tongue.say("pixels", kind=kind, width=width, height=height)
    return voice.tongue.say("in_full", kind=kind)


def _target(tag: str) -> str:
    match = _SRC.search(tag)
    return unescape(match[1]) if match else ""


def _caption(media: Media, voice: Voice) -> str:
    """The words below a picture: whose it is, and where it can be had in full size."""
    link = f' · <a href="{escape(media.whole)}" download>{html_of(offer(media, voice))}</a>' if media.whole else ""
    return html_of(credit(media, voice)) + link


def description(media: Media, voice: Voice, alts: Mapping[str, str]) -> str:
    """What a picture shows: in the words of the translation, where there are any, else in German."""
    return alts.get(media.path.rpartition("/")[2]) or voice.german(media.fields.alt)


def _tag(tag: str, media: Media, voice: Voice, alts: Mapping[str, str]) -> str:
    """A picture for every screen, fetched when the reader comes near it."""
    written = _ALT.search(tag)
    alt = (unescape(written[1]).strip() if written else "") or description(media, voice, alts)
    ground = f'class="{media.ground}" ' if media.ground else ""
    plain = f'srcset="{media.srcset(media.kinds[-1])}" sizes="{_SIZES}" ' if not media.drawn else ""
    image = (
        f'<img {ground}src="{media.address}" {plain}alt="{escape(alt)}"{voice.tongue.mark(alt)} '
        f'width="{media.shape.width}" height="{media.shape.height}" loading="lazy">'
    )
    sources = "".join(
        f'<source type="image/{kind}" srcset="{media.srcset(kind)}" sizes="{_SIZES}">' for kind in media.kinds[:-1]
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def _led(path: str, target: str, atlas: Atlas) -> str | None:
    """Where a link leads; None where it must become plain text."""
    if _SCHEME.match(target) or target.startswith("#"):
        return target
    there = atlas.target(resolved(path, target))
    if there is None or not there.address:
        return None
    mark = unquote(target.partition("#")[2])
    return there.address + (f"#{mark}" if mark else "")


def _check_link(path: str, target: str, line: int, marks: tuple[str, ...], atlas: Atlas, desk: Desk) -> None:
    text = quoted(target)
    if _SCHEME.match(target):
        if target.lower().startswith("http") and not _WEB.match(target):
            desk.report("url-form", path, line, 0, field="Verweis im Text", text=text)
        return
    mark = unquote(target.partition("#")[2])
    if target.startswith("#"):
        _check_mark(path, line, text, mark, marks, desk)
        return
    there = atlas.target(resolved(path, target))
    if there is None and target.lower().startswith("www."):
        desk.report("url-form", path, line, 0, field="Verweis im Text", text=text)
    elif there is None:
        desk.report("link-missing", path, line, 0, text=text, hint=_hint(path, target, atlas))
    else:
        if mark and there.headings is not None:
            _check_mark(path, line, text, mark, there.headings, desk)
        if not there.address:
            desk.report("link-unpublished", path, line, 0, text=text)


def _hint(path: str, target: str, atlas: Atlas) -> str:
    """What a link that leads nowhere may have meant."""
    if _MAIL.fullmatch(target):
        return f" Meinten Sie „mailto:{target}“?"
    names = {known.rsplit("/", 1)[-1]: known for known in atlas.targets()}
    meant = nearest(resolved(path, target).rsplit("/", 1)[-1], names) if target else None
    if meant is None:
        return ""
    return f" Meinten Sie „{posixpath.relpath(names[meant], posixpath.dirname(path))}“?"


def _check_mark(path: str, line: int, text: str, mark: str, known: tuple[str, ...], desk: Desk) -> None:
    if mark and mark not in known:
        shown = ", ".join(f"#{name}" for name in known) or "keine"
        hint = did_you_mean(mark, known)
        desk.report("heading-missing", path, line, 0, text=text, known=shown, hint=hint)
