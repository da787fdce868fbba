"""A news story as sheets A4 to be pinned up: the whole text in large letters, on as many pages as it takes."""

from collections.abc import Iterator

from pressroom.files import File, Typeset, later
from pressroom.kinds import News
from pressroom.outputs.papers import offers
from pressroom.outputs.papers.flow import flow
from pressroom.outputs.papers.leaflet import cited, common
from pressroom.outputs.papers.sheet import said, sheet
from pressroom.outputs.stories import told
from pressroom.validate import Site

TEMPLATE = "print/news.typ"


def sheets(site: Site) -> Iterator[File]:
    """A sheet for each news story that is among the newest."""
    for story in told(site.news, site):
        if offers.is_pinned(story, site):
            yield later(offers.news_sheet(story), story.path, pinned, story.id)


def pinned(site: Site, name: str) -> Typeset:
    """The sheet of one of them."""
    story = site.story("news", name)
    news: News = story.fields
    tongue, notice = site.tongue, site.settings.funding_notice
    text = flow(story.body.html, site.absolute)
    values = {
        "date": tongue.partial(news.date),
        "body": {
            "blocks": text.blocks,
            "addresses_label": said(tongue["addresses"], site),
            "addresses": text.addresses,
            "sources": cited(news.sources, site),
            "updated": said(tongue.say("updated", day=tongue.day(news.updated)), site) if news.updated else "",
        },
        **common(site, (notice.union, notice.fund, notice.region)),
    }
    return sheet(site, story, TEMPLATE, "a4", tongue.say("notice_title", title=news.title), values)
