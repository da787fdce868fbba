"""Signs for visitors who come from elsewhere: redirects, the page for wrong addresses, sitemap, robots."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree as etree

from pressroom import hosting, urls
from pressroom.files import File, Page, Text, later
from pressroom.kinds.languages import SOURCE, direction
from pressroom.outputs import opendata
from pressroom.outputs.frame import page
from pressroom.outputs.views import Link, drawn
from pressroom.validate import Site, Story


def redirects(site: Site) -> Iterator[File]:
    """A page at every old address that leads to the new one, without JavaScript; in each language that tells it."""
    for story in _everything(site):
        aliases = story.aliases if story.lang == site.lang else ()
        for number, written in enumerate(aliases):
            # An old address that no language can have, as /alt.html, leads to German alone.
            if site.lang == SOURCE or urls.spoken(urls.alias(written), site.lang):
                yield later(urls.alias(written), story.path, redirect, story.folder, story.id, number)


def redirect(site: Site, folder: str, name: str, number: int) -> Page:
    """One old address."""
    story = site.story(folder, name)
    values = {
        "policy": hosting.POLICY,
        "referrer": hosting.REFERRER,
        "title": getattr(story.fields, "title", None) or story.fields.name,
        "href": story.address,
        "canonical": site.absolute(story.address),
        "notice": site.settings.funding_notice,
        "emblem": urls.asset("eu-emblem.svg"),
        "style": urls.stamped("site.css", site.design.style),
    }
    return Page("pages/redirect.html", values, site)


class Home(NamedTuple):
    """That there is no such page, and the way to the front page, in a language."""

    lang: str
    direction: str
    lost: str
    home: str
    href: str


def not_found(site: Site) -> Iterator[File]:
    """The page a server shows for a wrong address, at whatever depth: its links start at the site's own path."""
    yield later(f"{urls.SITE}404.html", "templates/pages/notfound.html", lost)


def lost(site: Site) -> Page:
    """The page for a wrong address."""
    ways = [Link(site.tongue[folder], urls.section(folder)) for folder in urls.SECTIONS]
    # One page answers wrong addresses in every language, so it says the most important thing in all of them.
    homes = tuple(_home(site, lang) for lang in site.languages if lang != SOURCE)
    return page(
        site,
        f"{urls.SITE}404.html",
        "pages/notfound.html",
        {
            "ways": (Link(site.tongue["home"], urls.HOME), *ways),
            "art": drawn("skatepark", 300, 240),
            "languages": homes,
        },
        title=site.tongue["lost"],
        description=site.tongue["lost_description"],
        listed=False,
        absolute=True,
    )


def _home(site: Site, lang: str) -> Home:
    said = site.signs(lang)
    return Home(lang, direction(lang), said["lost"], said["home"], site.there(urls.HOME, lang).address)


def sitemap(site: Site) -> Iterator[File]:
    """Every story and list for search engines (not the further sheets), with the day of its last change if told.

    Each stands there in every language it is told in, and each time names all the others.
    """
    yield later(f"{urls.SITE}sitemap.xml", "content", all_addresses)


def all_addresses(site: Site) -> Text:
    """The sitemap."""
    newest = max((story.changed for story in site.news), default="")
    entries: list[tuple[str, str]] = [(urls.HOME, newest)]
    data_changed = max(opendata.changed(site, one) for one in opendata.SETS)
    entries += [(urls.SEARCH, ""), (urls.DATA, data_changed), (urls.CREDITS, "")]
    entries += [(urls.LANGUAGES, "")] if len(site.languages) > 1 else []
    entries += [(urls.section(folder), newest if folder == "news" else "") for folder in urls.SECTIONS]
    stories = [story for story in _everything(site) if story.address != urls.HOME and not story.draft]
    entries += [(story.address, story.changed) for story in stories]
    many = {"xmlns:xhtml": "http://www.w3.org/1999/xhtml"} if len(site.languages) > 1 else {}
    root = etree.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", **many})
    keys = {story.address: f"{story.folder}/{story.id}" for story in stories}
    for address, changed in entries:
        spoken = _spoken(site, address, keys.get(address, ""))
        others = [*spoken.items(), ("x-default", spoken[SOURCE])] if len(spoken) > 1 else []
        for href in spoken.values():
            entry = etree.SubElement(root, "url")
            etree.SubElement(entry, "loc").text = href
            if changed:
                etree.SubElement(entry, "lastmod").text = changed
            for lang, other in others:
                etree.SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": lang, "href": other})
    etree.indent(root)
    text = '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    return Text(text)


def _spoken(site: Site, address: str, key: str) -> dict[str, str]:
    """The whole addresses of a page in every language it is told in; ``key`` is that of a story, else empty."""
    told = (SOURCE, *site.translated().get(key, ())) if key else site.languages
    pairs = ((lang, address if lang == SOURCE else urls.spoken(address, lang)) for lang in site.languages)
    return {lang: urls.absolute(there, site.base) for lang, there in pairs if there and lang in told}


def _everything(site: Site) -> list[Story[Any]]:
    return [*site.news, *site.events, *site.projects, *site.pages, *site.partners, *site.places]


def robots(site: Site) -> Iterator[File]:
    """Everyone may read everything; a site with drafts is for nobody else."""
    if site.drafts:
        text = "User-agent: *\nDisallow: /\n"
    else:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n"
    yield File("robots.txt", Text(text), "content/site.yaml")
