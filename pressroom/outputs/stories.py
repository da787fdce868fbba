"""One page for each story."""

from collections.abc import Iterable, Iterator
from typing import Any

from pressroom import calendar, urls
from pressroom.files import File, Page, later
from pressroom.kinds import Event
from pressroom.kinds.project import Project
from pressroom.kinds.values import dial
from pressroom.outputs import charts, conduct, dates, sharing, statement, structured, views
from pressroom.outputs.frame import page
from pressroom.outputs.papers import offers
from pressroom.outputs.views import Card, Link, fact, facts
from pressroom.validate import Site, Story
from pressroom.words import joined

DAYS = 8
"""So many days of a series are listed on its page."""
RELATED = 20
"""So many stories of a kind, the newest, stand below one they name; the lists hold the rest."""


def told(stories: Iterable[Story[Any]], site: Site) -> Iterator[Story[Any]]:
    """Those of some stories that have a page in the site's language."""
    return (story for story in stories if story.lang == site.lang)


def above(site: Site, folder: str, *more: Link) -> tuple[Link, ...]:
    """The way from the front page to a story of a kind."""
    return (Link(site.tongue[folder], urls.section(folder)), *more)


def _common(story: Story[Any], site: Site) -> dict[str, Any]:
    """What the page of any Markdown story shows."""
    told = story.fields
    return {
        "summary": told.summary,
        "body": story.body.html,
        "picture": views.picture(story, site),
        "sources": tuple(views.source(reference, site.tongue) for reference in told.sources),
        "updated": site.tongue.day(told.updated) if told.updated else "",
        "topics": tuple(
            Link(site.settings.topics[topic], urls.by_topic(story.folder, topic))
            for topic in told.topics
            if story.folder != "pages"
        ),
        "projects": views.linked(site.project(name) for name in told.projects),
        "partners": views.linked(site.partner(name) for name in told.partners),
        "prints": (),
        "timeline": None,
        "curves": (),
        "statement": None,
        "conduct": None,
    }


def news(site: Site) -> Iterator[File]:
    """Each news story."""
    for story in told(site.news, site):
        yield later(story.address, story.words_path, article_page, story.id)


def article_page(site: Site, name: str) -> Page:
    """The page of one of them."""
    story = site.story("news", name)
    told = story.fields
    year = Link(str(told.date.year), urls.by_year("news", told.date.year))
    values = {
        **_common(story, site),
        "date": site.tongue.partial(told.date),
        "iso": str(told.date),
        "prints": offers.of_news(story, site),
    }
    return page(
        site,
        story.address,
        "pages/story.html",
        values,
        title=told.title,
        description=told.summary,
        crumbs=above(site, "news", year),
        data=[structured.news(story, site)],
        og_type="article",
        card=sharing.card_of(story, site),
        draft=told.draft,
    )


def events(site: Site) -> Iterator[File]:
    """Each event."""
    for story in told(site.events, site):
        yield later(story.address, story.words_path, event_page, story.id)


def event_page(site: Site, name: str) -> Page:
    """The page of one of them."""
    story = site.story("events", name)
    told = story.fields
    values = {
        **_common(story, site),
        "leaf": views.leaf(told, site),
        "iso": views.iso(told),
        "over": calendar.is_over(told, site.today),
        "past": views.over(told),
        "new_time": site.tongue.when(told.new_start, None) if told.new_start else "",
        "days": dates.next_days(story, site, DAYS),
        "off": dates.days_off(story, site),
        "series": told.rule is not None,
        "reports": views.linked(site.reports(name)),
        "status": told.status,
        "status_label": site.tongue[f"status_{told.status}"],
        "facts": (*event_facts(told, site), *facts(offers.of_event(story, site))),
        "ics": story.address + "termin.ics" if calendar.can_be_listed(told) else "",
    }
    return page(
        site,
        story.address,
        "pages/event.html",
        values,
        title=told.title,
        description=f"{views.dated(told, site)}. {told.summary}",
        crumbs=above(site, "events"),
        data=[structured.event(story, site)],
        card=sharing.card_of(story, site),
        draft=told.draft,
    )


def event_facts(told: Event, site: Site) -> tuple[views.Fact, ...]:
    """When and where an event is, and what somebody who wants to come must know."""
    place, organizer = site.place(told.place), site.partner(told.organizer)
    phone = told.phone or (organizer.fields.phone if organizer else None)
    return facts(
        fact(site.tongue["when"], views.dated(told, site)),
        fact(site.tongue["where"], *views.linked([place]), place.fields.address if place else None),
        fact(site.tongue["organizer"], *views.linked([organizer])),
        fact(site.tongue["questions"], Link(phone, urls.phone(dial(phone))) if phone else None),
        fact(site.tongue["audience"], told.audience),
        fact(site.tongue["languages"], told.languages),
        fact(site.tongue["cost"], told.cost),
        fact(site.tongue["registration"], told.registration),
        fact(site.tongue["accessibility"], told.accessibility or (place.fields.accessibility if place else None)),
    )


def projects(site: Site) -> Iterator[File]:
    """Each project, with the news and events that tell of it."""
    for story in told(site.projects, site):
        yield later(story.address, story.words_path, project_page, story.id)


def project_page(site: Site, name: str) -> Page:
    """The page of one of them."""
    story = site.story("projects", name)
    told = story.fields
    values = {
        **_common(story, site),
        "marks": views.standing(told, site),
        "esf": told.esf,
        "plus": told.funding is not None and told.funding.programme == "esf-plus-2021-2027",
        "unconfirmed": told.status == "unconfirmed",
        "ended": told.status == "completed",
        "facts": (*project_facts(told, site), *facts(offers.of_project(story, site))),
        "money": money(told, site),
        "aims": told.aims,
        "results": told.results,
        "links": tuple(Link(link.title, link.url) for link in told.links),
        "related": related(site, f"projects/{story.id}"),
    }
    return page(
        site,
        story.address,
        "pages/project.html",
        values,
        title=told.title,
        description=told.summary,
        crumbs=above(site, "projects"),
        data=[structured.project(story, site)],
        card=sharing.card_of(story, site),
        draft=told.draft,
    )


def project_facts(told: Project, site: Site) -> tuple[views.Fact, ...]:
    """How far a project is, when and where it is, for whom, and who leads it."""
    place, funding = site.place(told.place), told.funding
    town = joined(" ", (part for part in (funding.postcode, funding.town) if part)) if funding and not place else None
    return facts(
        fact(site.tongue["standing"], views.status_of(told, site)),
        fact(site.tongue["project_period"], site.tongue.period(told.start, told.end)),
        fact(site.tongue["audience"], *told.target_groups),
        fact(site.tongue["where"], *views.linked([place]), town),
        fact(site.tongue["lead"], *views.linked([site.partner(told.lead)])),
    )


def money(told: Project, site: Site) -> tuple[views.Fact, ...]:
    """Who paid, and how much, as far as it is known."""
    funding = told.funding
    if funding is None:
        return ()
    cost, total, rate = funding.eligible_cost, funding.total_cost, funding.cofinancing_rate
    return facts(
        fact(site.tongue["funding"], site.tongue[f"programme_{funding.programme}"]),
        fact(site.tongue["funders"], *funding.funders),
        fact(site.tongue["beneficiary"], *views.linked([site.partner(funding.beneficiary)])),
        fact(site.tongue["contractor"], *views.linked([site.partner(funding.contractor)])),
        fact(site.tongue["eligible_total"], site.tongue.euro(cost) if cost is not None else None),
        fact(site.tongue["total_cost"], site.tongue.euro(total) if total is not None else None),
        fact(site.tongue["rate"], f"{site.tongue.number(rate)} %" if rate is not None else None),
        fact(site.tongue["intervention"], funding.intervention),
        fact(site.tongue["objective"], funding.specific_objective),
        fact(site.tongue["code"], funding.code),
    )


def pages(site: Site) -> Iterator[File]:
    """Each page but the front page."""
    for story in told(site.pages, site):
        if story.address != urls.HOME:
            yield later(story.address, story.words_path, text_page, story.id)


def text_page(site: Site, name: str) -> Page:
    """The page of one of them."""
    story = site.story("pages", name)
    told = story.fields
    entries = (*told.timeline, *(value for series in told.series for value in series.values))
    references = charts.collect(told.sources, *(entry.sources for entry in entries))
    values = {
        **_common(story, site),
        "date": "",
        "iso": "",
        "timeline": charts.timeline(story, site, references),
        "curves": tuple(charts.curve(series, references, site.tongue) for series in told.series),
        "sources": references.links(site.tongue),
        "prints": offers.of_page(story, site),
        "statement": statement.statement(site) if name == statement.PAGE else None,
        "conduct": conduct.of(site) if name == urls.PRIVACY else None,
    }
    return page(
        site,
        story.address,
        "pages/story.html",
        values,
        title=told.title,
        description=told.summary,
        card=sharing.card_of(story, site),
        draft=told.draft,
    )


def related(site: Site, key: str) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The stories that name something, by kind, each group under its title."""
    groups = []
    for folder in ("projects", "news", "events"):
        stories = [story for story in site.naming(key) if story.folder == folder]
        cards = tuple(views.card(story, site) for story in stories[:RELATED])
        if cards:
            groups.append((site.tongue[f"related_{folder}"], cards))
    return tuple(groups)
