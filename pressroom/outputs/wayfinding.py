"""Signs for visitors who come from elsewhere: redirects, the page for wrong addresses, sitemap, robots."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree as etree

from pressroom import urls
from pressroom.files import File, Page, Text
from pressroom.outputs.frame import page
from pressroom.outputs.stories import SECTION_TITLES
from pressroom.outputs.views import Link, drawn
from pressroom.validate import Site, Story


def redirects(site: Site) -> Iterator[File]:
    """A page at every old address that leads to the new one, without JavaScript."""
    stories: list[Story[Any]] = [*site.news, *site.events, *site.projects, *site.pages]
    for story in stories:
        for written in story.fields.aliases:
            values = {
                "title": story.fields.title,
                "href": story.address,
                "canonical": urls.absolute(story.address, site.base),
                "notice": site.settings.funding_notice,
                "emblem": urls.asset("eu-emblem.svg"),
                "style": urls.stamped("site.css", site.design.style),
            }
            yield File(urls.path(urls.alias(written)), Page("pages/redirect.html", values), story.path)


def not_found(site: Site) -> Iterator[File]:
    """The page a server shows for a wrong address, at whatever depth: its links start at the site's own path."""
    ways = [Link(title, urls.section(folder)) for folder, title in SECTION_TITLES.items()]
    yield page(
        site,
        f"{urls.SITE}404.html",
        "pages/notfound.html",
        "templates/pages/notfound.html",
        {"ways": (Link("Startseite", urls.HOME), *ways), "art": drawn("skatepark", 300, 240)},
        title="Seite nicht gefunden",
        description="Unter dieser Adresse gibt es keine Seite.",
        listed=False,
        absolute=True,
    )


def sitemap(site: Site) -> Iterator[File]:
    """Every story and list for search engines (not the further sheets), with the day of its last change if told."""
    newest = max((day for story in site.news if (day := _changed(story))), default=None)
    entries: list[tuple[str, date | None]] = [(urls.HOME, newest)]
    entries.append((urls.SEARCH, None))
    entries += [(urls.section(folder), newest if folder == "news" else None) for folder in urls.SECTIONS]
    everything: list[Story[Any]] = [
        *site.news,
        *site.events,
        *site.projects,
        *site.pages,
        *site.partners,
        *site.places,
    ]
    entries += [
        (story.address, _changed(story))
        for story in everything
        if story.address != urls.HOME and not getattr(story.fields, "draft", False)
    ]
    root = etree.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address, changed in entries:
        entry = etree.SubElement(root, "url")
        etree.SubElement(entry, "loc").text = urls.absolute(address, site.base)
        if changed:
            etree.SubElement(entry, "lastmod").text = changed.isoformat()
    etree.indent(root)
    text = '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    yield File("sitemap.xml", Text(text), "content")


def _changed(story: Story[Any]) -> date | None:
    """The day a story last changed, or None where the text does not say: no date is made up."""
    told = story.fields
    updated: date | None = getattr(told, "updated", None)
    if updated is None and story.folder == "news":
        updated = told.date.exact
    return updated


def robots(site: Site) -> Iterator[File]:
    """Everyone may read everything; a site with drafts is for nobody else."""
    if site.drafts:
        text = "User-agent: *\nDisallow: /\n"
    else:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n"
    yield File("robots.txt", Text(text), "content/site.yaml")
