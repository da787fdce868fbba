"""News for feed readers: Atom (RFC 4287) and JSON Feed 1.1, with full text."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from xml.etree import ElementTree as etree

from pressroom import urls
from pressroom.files import File, Text, later
from pressroom.kinds import News
from pressroom.kinds.dates import BERLIN
from pressroom.kinds.languages import SOURCE
from pressroom.validate import Site, Story

MOST = 50
"""Feeds are read from the top; more would only cost data on a phone."""

_ATOM = "http://www.w3.org/2005/Atom"


def news(site: Site) -> Iterator[File]:
    """All news in both formats."""
    base = urls.section("news")
    yield later(f"{base}feed.xml", "content/news", atom)
    yield later(f"{base}feed.json", "content/news", json_feed)


def atom(site: Site) -> Text:
    """All news as Atom."""
    return Text(_atom(site, site.news, urls.section("news"), site.settings.title))


def json_feed(site: Site) -> Text:
    """All news as JSON Feed."""
    return Text(_json(site, urls.section("news")))


def news_by_topic(site: Site) -> Iterator[File]:
    """The news of each topic."""
    for topic in site.settings.topics:
        if site.on_topic("news", topic):
            yield later(f"{urls.by_topic('news', topic)}feed.xml", "content/news", topic_feed, topic)


def topic_feed(site: Site, topic: str) -> Text:
    """The news of a topic as Atom."""
    title = f"{site.settings.title}: {site.settings.topics[topic]}"
    return Text(_atom(site, site.on_topic("news", topic), urls.by_topic("news", topic), title))


def _changed(story: Story[News]) -> str:
    """When a story last changed. Atom wants a full time: of a month or year it is the first instant."""
    day = date.fromisoformat(story.changed or str(story.rank[0]))
    return datetime(day.year, day.month, day.day, tzinfo=BERLIN).isoformat()


def _atom(site: Site, stories: Sequence[Story[News]], base: str, title: str) -> str:
    feed = etree.Element("feed", {"xmlns": _ATOM, "xml:lang": site.lang})
    _add(feed, "id", urls.permanent("feeds", site.turned(base).removeprefix(urls.SITE)))
    _add(feed, "title", title)
    _add(feed, "subtitle", site.settings.description)
    # A feed without stories is as old as can be: no date is made up for it.
    _add(feed, "updated", max((_changed(story) for story in stories[:MOST]), default="1970-01-01T00:00:00+00:00"))
    _add(
        feed,
        "link",
        rel="self",
        type="application/atom+xml",
        href=site.absolute(f"{base}feed.xml"),
    )
    _add(feed, "link", rel="alternate", type="text/html", href=site.absolute(base))
    author = etree.SubElement(feed, "author")
    _add(author, "name", site.settings.organisation)
    etree.indent(feed)
    text = etree.tostring(feed, encoding="unicode").removesuffix("\n</feed>")
    entries = "".join(site.derived(_entry, story.id) for story in stories[:MOST])
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}{entries}\n</feed>\n'


def _entry(site: Site, name: str) -> str:
    """One story; it stands in the feed of all news and in that of each of its topics.

    Its id is that of the German feed in every language: whoever reads two of them is told of it once, and a
    translation that is added later makes nothing new. What is told in German alone says so.
    """
    story: Story[News] = site.story("news", name)
    entry = etree.Element("entry")
    _add(entry, "id", urls.permanent(story.folder, story.id))
    spoken = {} if story.lang == site.lang else {"xml:lang": story.lang}
    _add(entry, "title", story.fields.title, **spoken)
    if story.fields.date.exact:
        day = story.fields.date.exact
        _add(entry, "published", datetime(day.year, day.month, day.day, tzinfo=BERLIN).isoformat())
    _add(entry, "updated", _changed(story))
    there = {"href": site.absolute(story.address), **({"hreflang": story.lang} if spoken else {})}
    _add(entry, "link", rel="alternate", type="text/html", **there)
    _add(entry, "summary", story.fields.summary, **spoken)
    for topic in story.fields.topics:
        _add(entry, "category", term=topic, label=site.settings.topics[topic])
    _add(entry, "content", _full_text(story, site), type="html", **spoken)
    etree.indent(entry, level=1)
    return f"\n  {etree.tostring(entry, encoding='unicode')}"


def _full_text(story: Story[News], site: Site) -> str:
    """Its text; links of a translation lead on to pages in its language, those of a German text to German ones."""
    html = story.body.html
    return urls.settle_absolute(html if story.lang == SOURCE else urls.turned(html, site.turned), site.base)


def _add(parent: etree.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    etree.SubElement(parent, tag, attributes).text = text


def _json(site: Site, base: str) -> str:
    items = []
    for story in site.news[:MOST]:
        item = {
            "id": urls.permanent(story.folder, story.id),
            "url": site.absolute(story.address),
            "title": story.fields.title,
            "summary": story.fields.summary,
            "content_html": _full_text(story, site),
            "tags": [site.settings.topics[topic] for topic in story.fields.topics],
            "language": story.lang,
        }
        if story.fields.date.exact:
            day = story.fields.date.exact
            item["date_published"] = datetime(day.year, day.month, day.day, tzinfo=BERLIN).isoformat()
        items.append(item)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.settings.title,
        "description": site.settings.description,
        "home_page_url": site.absolute(urls.HOME),
        "feed_url": site.absolute(f"{base}feed.json"),
        "language": site.lang,
        "authors": [{"name": site.settings.organisation}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
