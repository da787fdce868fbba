"""The page of picture credits: whose each published picture is, under what terms, and where it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pressroom import urls
from pressroom.files import File, Page, later
from pressroom.kinds.picture import deed
from pressroom.outputs import views
from pressroom.outputs.frame import page
from pressroom.outputs.listings import Sheet
from pressroom.outputs.views import Fact, Link
from pressroom.validate import Media, Site, Story

PER_SHEET = 50
TITLE = "Bildnachweis"
DESCRIPTION = (
    "Wer die Bilder dieser Website gemacht hat, unter welchen Bedingungen sie stehen und wo sie zu sehen sind."
)
_ORIGIN = "content/media"


@dataclass(frozen=True, slots=True)
class Credit:
    """One picture: what it shows in words, and what there is to say of its rights."""

    alt: str
    facts: tuple[Fact, ...]


def credits(site: Site) -> Iterator[File]:
    """The credits in sheets of fifty; one sheet also where there is no picture, because the menu leads there."""
    for number in range(1, _last(site) + 1):
        yield later(urls.listing(urls.CREDITS, number), _ORIGIN, sheet, number)


def sheet(site: Site, number: int) -> Page:
    """One sheet of them."""
    part = site.derived(_published)[(number - 1) * PER_SHEET : number * PER_SHEET]
    where = site.derived(_shown_on)
    last = _last(site)
    turn = Sheet(
        number,
        last,
        newer=urls.listing(urls.CREDITS, number - 1) if number > 1 else "",
        older=urls.listing(urls.CREDITS, number + 1) if number < last else "",
    )
    return page(
        site,
        urls.listing(urls.CREDITS, number),
        "pages/credits.html",
        {
            "credits": tuple(_credit(media, where[media.path], site) for media in part),
            "sheet": turn,
            "summary": DESCRIPTION,
        },
        title=TITLE if number == 1 else f"{TITLE}, Seite {number}",
        description=DESCRIPTION,
        crumbs=() if number == 1 else (Link(TITLE, urls.CREDITS),),
    )


def _last(site: Site) -> int:
    """The number of the last sheet."""
    return max(1, -(-len(site.derived(_published)) // PER_SHEET))


def _published(site: Site) -> tuple[Media, ...]:
    """Every picture that is published, by its path."""
    named, shown = site.pictured()
    return tuple(
        media
        for media in sorted(site.pictures.values(), key=lambda media: media.path)
        if media.name in named or media.path in shown
    )


def _shown_on(site: Site) -> dict[str, list[Story[Any]]]:
    """The published stories that show each picture, by its path."""
    paths = {media.name: media.path for media in site.derived(_published)}
    found: dict[str, list[Story[Any]]] = {path: [] for path in paths.values()}
    if not found:
        return found
    for story in (*site.news, *site.events, *site.projects, *site.pages):
        named = paths.get(story.picture.rsplit("/", 1)[-1], "")
        for path in dict.fromkeys((named, *story.shown)):
            if path in found:
                found[path].append(story)
    return found


def _credit(media: Media, stories: list[Story[Any]], site: Site) -> Credit:
    told = media.fields
    licence = told.licence or ""
    return Credit(
        told.alt,
        views.facts(
            views.fact(site.tongue["author"], told.author),
            views.fact(site.tongue["licence"], Link(licence, deed(licence)) if licence else site.tongue["not_given"]),
            views.fact(site.tongue["source"], Link(urls.shown(told.source), told.source) if told.source else None),
            views.fact(site.tongue["shown_on"], *views.linked(stories)),
        ),
    )
