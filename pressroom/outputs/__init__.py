"""What the site is published as. To add an output is to write a function and name it here."""

from collections.abc import Callable, Iterable

from pressroom.files import File
from pressroom.outputs import (
    addresses,
    calendars,
    credits,
    design,
    feeds,
    home,
    hosting,
    languages,
    listings,
    media,
    opendata,
    schedule,
    search,
    sharing,
    stories,
    wayfinding,
)
from pressroom.outputs.papers import cards as card_sheets
from pressroom.outputs.papers import events as event_posters
from pressroom.outputs.papers import funding as funding_posters
from pressroom.outputs.papers import news as news_sheets
from pressroom.outputs.papers import previews
from pressroom.outputs.papers import programme as month_programmes
from pressroom.outputs.papers import projects as project_sheets
from pressroom.validate import Site

Output = Callable[[Site], Iterable[File]]

SPOKEN: tuple[Output, ...] = (
    home.home,
    stories.news,
    stories.events,
    stories.projects,
    stories.pages,
    listings.news,
    listings.news_by_year,
    schedule.events,
    schedule.months,
    schedule.archive,
    listings.projects,
    listings.by_topic,
    listings.partners,
    listings.places,
    search.search,
    feeds.news,
    feeds.news_by_topic,
    calendars.events,
    languages.languages,
    wayfinding.redirects,
)
"""What there is in every language."""

PAPERS: tuple[Output, ...] = (
    funding_posters.posters,
    event_posters.posters,
    project_sheets.sheets,
    news_sheets.sheets,
    card_sheets.sheets,
    month_programmes.programmes,
)
"""Sheets to print in every language, each only where its story is told in it."""

PREVIEWS: tuple[Output, ...] = (previews.previews,)
"""Pictures that are set like sheets."""

OUTPUTS: tuple[Output, ...] = (
    addresses.partners,
    addresses.places,
    search.scripts,
    opendata.data,
    wayfinding.not_found,
    wayfinding.sitemap,
    wayfinding.robots,
    design.files,
    media.pictures,
    credits.credits,
    sharing.cards,
    hosting.files,
)
"""What there is once."""


def told(site: Site) -> tuple[Output, ...]:
    """What there is in every language; sheets only where they are wanted."""
    return (*SPOKEN, *PAPERS, *PREVIEWS) if site.papers else SPOKEN
