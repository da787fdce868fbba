"""Signs for visitors who come from elsewhere: redirects, the page for wrong addresses, sitemap, robots."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as etree

from pressroom import hosting, urls
from pressroom.files import File, Page, Text, later
from pressroom.outputs import opendata
from pressroom.outputs.frame import page
from pressroom.outputs.views import Link, drawn
from pressroom.validate import Site, Story


def redirects(site: Site) -> Iterator[File]:
    """A page at every old address that leads to the new one, without JavaScript."""
    for story in _everything(site):
        for number, written in enumerate(story.aliases):
            yield later(urls.alias(written), story.path, redirect, story.folder, story.id, number)


def redirect(site: Site, folder: str, name: str, number: int) -> Page:
    """One old address."""
    story = site.story(folder, name)
    values = {
        "policy": hosting.POLICY,
        "referrer": hosting.REFERRER,
        "title": getattr(story.fields, "title", None) or story.fields.name,
        "href": story.address,
        "canonical": urls.absolute(story.address, site.base),
        "notice": site.settings.funding_notice,
        "emblem": urls.asset("eu-emblem.svg"),
        "style": urls.stamped("site.css", site.design.style),
    }
    return Page("pages/redirect.html", values, site)


def not_found(site: Site) -> Iterator[File]:
    """The page a server shows for a wrong address, at whatever depth: its links start at the site's own path."""
    yield later(f"{urls.SITE}404.html", "templates/pages/notfound.html", lost)


def lost(site: Site) -> Page:
    """The page for a wrong address."""
    ways = [Link(site.tongue[folder], urls.section(folder)) for folder in urls.SECTIONS]
    return page(
        site,
        f"{urls.SITE}404.html",
        "pages/notfound.html",
        {"ways": (Link(site.tongue["home"], urls.HOME), *ways), "art": drawn("skatepark", 300, 240)},
        title=site.tongue["lost"],
        description=site.tongue["lost_description"],
        listed=False,
        absolute=True,
    )


def sitemap(site: Site) -> Iterator[File]:
    """Every story and list for search engines (not the further sheets), with the day of its last change if told."""
    yield later(f"{urls.SITE}sitemap.xml", "content", all_addresses)


def all_addresses(site: Site) -> Text:
    """The sitemap."""
    newest = max((story.changed for story in site.news), default="")
    entries: list[tuple[str, str]] = [(urls.HOME, newest)]
    data_changed = max(opendata.changed(site, one) for one in opendata.SETS)
    entries += [(urls.SEARCH, ""), (urls.DATA, data_changed), (urls.CREDITS, "")]
    entries += [(urls.section(folder), newest if folder == "news" else "") for folder in urls.SECTIONS]
    stories = [story for story in _everything(site) if story.address != urls.HOME and not story.draft]
    entries += [(story.address, story.changed) for story in stories]
    root = etree.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address, changed in entries:
        entry = etree.SubElement(root, "url")
        etree.SubElement(entry, "loc").text = urls.absolute(address, site.base)
        if changed:
            etree.SubElement(entry, "lastmod").text = changed
    etree.indent(root)
    text = '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    return Text(text)


def _everything(site: Site) -> list[Story[Any]]:
    return [*site.news, *site.events, *site.projects, *site.pages, *site.partners, *site.places]


def robots(site: Site) -> Iterator[File]:
    """Everyone may read everything; a site with drafts is for nobody else."""
    if site.drafts:
        text = "User-agent: *\nDisallow: /\n"
    else:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n"
    yield File("robots.txt", Text(text), "content/site.yaml")
