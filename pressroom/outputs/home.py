"""The front page: who we are, how to reach us, what is on, what was achieved, and who pays."""

from collections.abc import Iterator

from pressroom import calendar, urls
from pressroom.files import File, Page, later
from pressroom.outputs import charts, dates, structured, views
from pressroom.outputs.dates import Month
from pressroom.outputs.frame import page, way_to
from pressroom.validate import Site

NEWS = 3
EVENTS, SHOWN = 12, 3
"""So many dates the page holds, and so many it shows; the reader's clock moves the others up."""


def home(site: Site) -> Iterator[File]:
    """The front page; its words come from content/pages/start.md."""
    start = site.page("start")
    yield later(urls.HOME, start.words_path if start else "content/site.yaml", front)


def front(site: Site) -> Page:
    """What the front page shows."""
    start = site.page("start")
    coming = dates.agenda(site, site.events, site.today, calendar.ahead(site.today))
    measures = [story for story in site.projects if story.fields.esf]
    ideas = site.page("mitmachen")
    explained = site.page("esf-erklaert")
    esf, rest = views.windows(site)
    values = {
        "panorama": views.drawn("panorama", 1680, 400, site.tongue.say("label_panorama", count=esf + rest)),
        "panorama_caption": site.tongue.say("panorama_caption", esf=esf, rest=rest),
        "well": views.drawn("brunnen", 300, 240),
        "house": views.drawn("schiefes-haus", 300, 240),
        "summary": start.fields.summary if start else site.settings.description,
        "body": start.body.html if start else "",
        "office": way_to(site.settings.office),
        "months": (Month("", coming[:EVENTS]),) if coming else (),
        "shown": SHOWN,
        "yearly": tuple((day.title, day.rule) for day in site.settings.yearly),
        "events_href": urls.section("events"),
        "known_on": site.tongue.day(site.today),
        "news": tuple(views.card(story, site) for story in site.news[:NEWS]),
        "running": tuple(
            (views.link(story), views.status_of(story.fields, site))
            for story in site.projects
            if story.fields.status == "running"
        ),
        "news_href": urls.section("news"),
        "bars": charts.measures(measures, site.tongue),
        "projects_href": urls.section("projects"),
        "ideas": views.link(ideas) if ideas else None,
        "ideas_summary": ideas.fields.summary if ideas else "",
        "explained": views.link(explained) if explained else None,
    }
    return page(
        site,
        urls.HOME,
        "pages/home.html",
        values,
        title=start.fields.title if start else site.settings.claim,
        description=site.settings.description,
        data=[structured.website(site), structured.organisation(site)],
    )
