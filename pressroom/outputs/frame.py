"""What every page has in common: title, menu, way back, funding notice, contact, and words for machines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pressroom import hosting, images, urls
from pressroom.files import Page
from pressroom.kinds.contact import Contact
from pressroom.kinds.languages import LOCALES
from pressroom.kinds.settings import FundingNotice, NavigationItem
from pressroom.kinds.values import dial
from pressroom.outputs import sharing, structured
from pressroom.outputs.switcher import Sign, Ways, signs, ways
from pressroom.outputs.views import Link
from pressroom.validate import Site
from pressroom.words import Tongue


@dataclass(frozen=True, slots=True)
class Way:
    """How to reach somebody, ready to print."""

    name: str
    lines: tuple[str, ...]
    phone: Link | None
    email: Link | None
    url: Link | None
    hours: tuple[str, ...]
    note: str


class Alternate(NamedTuple):
    """The same content in another form: its media type, what it is called, where it lies."""

    kind: str
    title: str
    href: str


class Outdated(NamedTuple):
    """That a translation is older than the German text, and the way there."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame that ``templates/base.html`` draws around a page."""

    policy: str
    referrer: str
    title: str
    heading: str
    description: str
    canonical: str
    site_title: str
    site_title_hsb: str
    home: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    notice: FundingNotice
    emblem: str
    icon: str
    style: str
    clock: str
    feed: str
    alternates: tuple[Alternate, ...]
    ways: Ways
    locale: str
    outdated: Outdated | None
    contact: Way
    publisher: str
    structured: str
    share: tuple[Link, ...]
    og_type: str
    og_image: str
    og_alt: str
    og_size: tuple[int, int]
    listed: bool
    draft: bool


def page(
    site: Site,
    address: str,
    template: str,
    values: Mapping[str, Any],
    *,
    title: str,
    description: str,
    crumbs: Iterable[Link] = (),
    data: Iterable[Mapping[str, Any]] = (),
    og_type: str = "website",
    card: sharing.Shared | None = None,
    alternates: Iterable[Alternate] = (),
    listed: bool = True,
    draft: bool = False,
    absolute: bool = False,
    within: str = "",
) -> Page:
    """A page of the site. ``crumbs`` lead from the front page to the page above; ``data`` is schema.org,
    ``card`` the picture a messenger shows, without one the district; ``within`` is said behind the title in the
    browser's tab; ``alternates`` are the same for programs.
    """
    alike = site.derived(_alike)
    shared = card or sharing.district(site)
    way = (Link(site.tongue["start"], urls.HOME), *crumbs) if address != urls.HOME else ()
    here = Link(title, address, "page")
    blocks = [*data, structured.breadcrumbs((*way, here), site)] if way else [*data]
    frame = Frame(
        policy=hosting.POLICY,
        referrer=hosting.REFERRER,
        title=alike.home_title if address == urls.HOME else " – ".join(filter(None, (title, within, alike.site_title))),
        heading=title,
        description=str(description),
        canonical=site.absolute(address) if listed else "",
        site_title=alike.site_title,
        site_title_hsb=alike.site_title_hsb,
        home=urls.HOME,
        menu=_links(alike.menu, address),
        footer=_links(alike.footer, address),
        crumbs=(*way, here) if way else (),
        notice=alike.notice,
        emblem=urls.asset("eu-emblem.svg"),
        icon=urls.asset("icon.svg"),
        style=alike.style,
        clock=alike.clock,
        feed=urls.section("news") + "feed.xml",
        alternates=tuple(alternates),
        # What is found nowhere leads home: there is no such page in any language.
        ways=ways(site, address if listed else urls.HOME, alike.base, alike.languages, listed=listed and not draft),
        locale=LOCALES[site.lang],
        outdated=_outdated(site, address),
        contact=alike.contact,
        publisher=alike.publisher,
        structured=structured.as_json(blocks),
        share=_share(title, site.absolute(address), site.tongue),
        og_type=og_type,
        og_image=shared.address,
        og_alt=shared.alt,
        og_size=images.SHARING,
        listed=listed and not draft,
        draft=draft,
    )
    return Page(template, {"page": frame, **values}, site, absolute)


def _outdated(site: Site, address: str) -> Outdated | None:
    """What to say where the German text was changed since it was translated."""
    standing = site.standing(address)
    if standing is None or standing.state != "outdated":
        return None
    if not standing.day:
        return Outdated(site.tongue["outdated_unknown"], site.fixed(address))
    day = site.tongue.day(date.fromisoformat(standing.day))
    return Outdated(site.tongue.say("outdated", day=day), site.fixed(address))


class _Word(NamedTuple):
    """A word of a menu; ``section`` says that it leads to a list, and so stands for all below it."""

    title: str
    address: str
    section: bool


class _Alike(NamedTuple):
    """What the frames of all pages have in common."""

    base: str
    home_title: str
    site_title: str
    site_title_hsb: str
    menu: tuple[_Word, ...]
    footer: tuple[_Word, ...]
    notice: FundingNotice
    style: str
    clock: str
    contact: Way
    publisher: str
    languages: tuple[Sign, ...]


def _alike(site: Site) -> _Alike:
    settings = site.settings
    return _Alike(
        base=site.base,
        home_title=f"{settings.title} – {settings.claim}",
        site_title=settings.title,
        site_title_hsb=settings.title_hsb,
        menu=tuple(_words(site, settings.navigation)),
        footer=(*_words(site, settings.footer), *_about_languages(site)),
        notice=settings.funding_notice,
        style=urls.stamped("site.css", site.design.style),
        clock=urls.stamped("clock.js", site.design.clock),
        contact=way_to(settings.client),
        publisher=settings.organisation,
        languages=signs(site),
    )


def _words(site: Site, items: Iterable[NavigationItem]) -> Iterator[_Word]:
    """The words of a menu whose pages are published."""
    for item in items:
        page = None if item.to in urls.MENU else site.page(item.to)
        if item.to in urls.MENU:
            yield _Word(item.title, urls.MENU[item.to], True)
        elif page is not None:
            yield _Word(item.title, page.address, False)


def _about_languages(site: Site) -> Iterator[_Word]:
    """The page about languages, where there are several; no editor need think of it."""
    if len(site.languages) > 1:
        yield _Word(site.tongue["languages"], urls.LANGUAGES, False)


def _links(words: Iterable[_Word], here: str) -> tuple[Link, ...]:
    """The words of a menu. Inside a section its word is the current one."""
    return tuple(
        Link(
            word.title,
            word.address,
            "page" if here == word.address else "true" if word.section and here.startswith(word.address) else "",
        )
        for word in words
    )


def _share(title: str, address: str, tongue: Tongue) -> tuple[Link, ...]:
    """Ways to tell somebody of a page, without anybody else hearing of it."""
    return (
        Link(tongue["share_mail"], urls.share_by_mail(title, address)),
        Link(tongue["share_text"], urls.share_by_text(title, address)),
    )


def way_to(contact: Contact) -> Way:
    """A contact, ready to print. The address stands on as many lines as it has parts."""
    lines = [line for line in (contact.unit, contact.person) if line]
    lines += [part.strip() for part in contact.address.split(",")]
    return Way(
        name=contact.name,
        lines=tuple(lines),
        phone=Link(contact.phone, urls.phone(dial(contact.phone))) if contact.phone else None,
        email=Link(contact.email, urls.mail(contact.email)) if contact.email else None,
        url=Link(urls.shown(contact.url), contact.url) if contact.url else None,
        hours=contact.hours,
        note=contact.note or "",
    )
