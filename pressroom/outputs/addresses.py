"""One page for each partner and each place: who they are, and what happened there."""

from collections.abc import Iterator, Mapping
from typing import Any

from pressroom import urls
from pressroom.files import File, Page, later
from pressroom.kinds.values import dial
from pressroom.outputs import dates, views
from pressroom.outputs.frame import page
from pressroom.outputs.stories import above, related
from pressroom.outputs.views import Link, fact, facts
from pressroom.validate import Site, Story


def partners(site: Site) -> Iterator[File]:
    """Each partner, with what it does here."""
    for story in site.partners:
        yield later(story.address, story.path, partner_page, story.id)


def partner_page(site: Site, name: str) -> Page:
    """The page of one of them."""
    story = site.story("partners", name)
    told = story.fields
    rows = facts(
        fact(site.tongue["kind"], site.tongue[f"partner_{told.kind}"] if told.kind else None),
        fact(site.tongue["address"], told.address),
        fact(site.tongue["phone"], Link(told.phone, urls.phone(dial(told.phone))) if told.phone else None),
        fact(site.tongue["email"], Link(told.email, urls.mail(told.email)) if told.email else None),
        fact(site.tongue["website"], Link(urls.shown(told.url), told.url) if told.url else None),
        fact(site.tongue["topics"], *(site.settings.topics[topic] for topic in told.topics)),
        fact(site.tongue["events_by"], *_subscription(story, "organizer", site)),
        fact(site.tongue["verified"], site.tongue.partial(told.verified) if told.verified else None),
    )
    return _page(story, "pages/partner.html", {"facts": rows, "verified": told.verified is not None}, site)


def places(site: Site) -> Iterator[File]:
    """Each place, with what happened there."""
    for story in site.places:
        yield later(story.address, story.path, place_page, story.id)


def place_page(site: Site, name: str) -> Page:
    """The page of one of them."""
    story = site.story("places", name)
    told = story.fields
    known = told.latitude is not None and told.longitude is not None
    on_map = Link(site.tongue["on_map"], urls.map_of(told.latitude, told.longitude)) if known else None
    rows = facts(
        fact(site.tongue["address"], told.address),
        fact(site.tongue["accessibility"], told.accessibility),
        fact(site.tongue["website"], Link(urls.shown(told.url), told.url) if told.url else None),
        fact(site.tongue["map"], on_map),
        fact(site.tongue["events_here"], *_subscription(story, "place", site)),
    )
    return _page(story, "pages/place.html", {"facts": rows, "name_hsb": told.name_hsb or ""}, site)


def _page(story: Story[Any], template: str, own: Mapping[str, Any], site: Site) -> Page:
    """What is said of partners and places alike, and what of one of them only."""
    told = story.fields
    values = {
        "summary": told.summary or "",
        "related": related(site, f"{story.folder}/{story.id}"),
        "sources": tuple(views.source(reference, site.tongue) for reference in told.sources),
        **own,
    }
    return page(
        site,
        story.address,
        template,
        values,
        title=told.name,
        description=told.summary or told.name,
        crumbs=above(site, story.folder),
        # A school is a partner and a place, and both pages bear its name.
        within=site.tongue[story.folder],
    )


def _subscription(story: Story[Any], field: str, site: Site) -> tuple[Link, ...]:
    """The calendar of a place or an organizer, where it has one."""
    folder = {"place": "places", "organizer": "partners"}[field]
    naming = site.events_naming(f"{folder}/{story.id}")
    named = [event for event in naming if getattr(event.fields, field) == story.id]
    return dates.subscription(story.address, named, site)
