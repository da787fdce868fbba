"""What every page has in common: title, menu, way back, funding notice, contact, and words for machines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pressroom import images, urls
from pressroom.files import Page
from pressroom.kinds.settings import Contact, FundingNotice, NavigationItem
from pressroom.kinds.values import dial
from pressroom.outputs import sharing, structured
from pressroom.outputs.views import Link
from pressroom.validate import Site


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


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame that ``templates/base.html`` draws around a page."""

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
    contact: Way
    publisher: str
    structured: str
    share: tuple[Link, ...]
    og_type: str
    og_image: str
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
    card: str = sharing.DISTRICT,
    listed: bool = True,
    draft: bool = False,
    absolute: bool = False,
) -> Page:
    """A page of the site. ``crumbs`` lead from the front page to the page above; ``data`` is schema.org,
    ``card`` the address of the picture a messenger shows.
    """
    settings = site.settings
    way = (Link("Start", urls.HOME), *crumbs) if address != urls.HOME else ()
    here = Link(title, address, "page")
    name = f"{settings.title} – {settings.claim}" if address == urls.HOME else f"{title} – {settings.title}"
    blocks = [*data, structured.breadcrumbs((*way, here), site.base)] if way else [*data]
    frame = Frame(
        title=name,
        heading=title,
        description=description,
        canonical=urls.absolute(address, site.base) if listed else "",
        site_title=settings.title,
        site_title_hsb=settings.title_hsb,
        home=urls.HOME,
        menu=_links(site, settings.navigation, address),
        footer=_links(site, settings.footer, address),
        crumbs=(*way, here) if way else (),
        notice=settings.funding_notice,
        emblem=urls.asset("eu-emblem.svg"),
        icon=urls.asset("icon.svg"),
        style=urls.stamped("site.css", site.design.style),
        clock=urls.stamped("clock.js", site.design.clock),
        feed=urls.section("news") + "feed.xml",
        contact=way_to(settings.client),
        publisher=settings.organisation,
        structured=structured.as_json(blocks),
        share=_share(title, urls.absolute(address, site.base)),
        og_type=og_type,
        og_image=urls.absolute(card, site.base),
        og_size=images.SHARING,
        listed=listed and not draft,
        draft=draft,
    )
    return Page(template, {"page": frame, **values}, absolute)


def _share(title: str, address: str) -> tuple[Link, ...]:
    """Ways to tell somebody of a page, without anybody else hearing of it."""
    return (
        Link("per E-Mail", urls.share_by_mail(title, address)),
        Link("per SMS", urls.share_by_text(title, address)),
    )


def _links(site: Site, items: Iterable[NavigationItem], here: str) -> tuple[Link, ...]:
    """The words of a menu. Inside a section its word is the current one."""
    links = []
    for item in items:
        target = None if item.to in urls.MENU else site.page(item.to)
        address = target.address if target is not None else urls.MENU.get(item.to)
        if address is None:
            continue
        inside = "true" if item.to in urls.MENU and here.startswith(address) else ""
        links.append(Link(item.title, address, "page" if here == address else inside))
    return tuple(links)


@lru_cache(maxsize=16)
def way_to(contact: Contact) -> Way:
    """A contact, ready to print; one stands on every page. The address stands on as many lines as it has parts."""
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
