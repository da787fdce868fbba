"""The pictures a messenger shows beside a shared link, for stories that have no photo of their own."""

from collections.abc import Iterator
from typing import Any

from pressroom import images, urls
from pressroom.files import File, Painted
from pressroom.kinds import Event, News, Page, Project
from pressroom.outputs import drawing, views
from pressroom.validate import Site, Story

DISTRICT = urls.asset("teilen.png")
"""The panorama, for pages that are no stories."""

_ORIGIN = "pressroom/outputs/drawing"


def card_of(story: Story[Any], site: Site) -> str:
    """The address of a story's card: its photo's, or the piece of façade it has in lists."""
    told = story.fields
    if not isinstance(told, News | Event | Project | Page):
        return DISTRICT
    picture = views.picture(told.picture, site)
    if picture and picture.sharing:
        return picture.sharing
    return _address(*views.tile_of(story, site))


def cards(site: Site) -> Iterator[File]:
    """The panorama, and each piece of façade some story is shared with."""
    yield _painted(DISTRICT, drawing.share_panorama(*views.windows(site)))
    stories = (*site.news, *site.events, *site.projects, *site.pages)
    used = {views.tile_of(story, site) for story in stories if card_of(story, site).endswith(".png")}
    for accent, number in sorted(used):
        yield _painted(_address(accent, number), drawing.share(accent, number))


def _address(accent: str, number: int) -> str:
    return urls.asset(f"teilen-{accent}-{number}.png")


def _painted(address: str, painting: drawing.Painting) -> File:
    ground, areas = painting
    return File(urls.path(address), Painted(*images.SHARING, ground, areas), _ORIGIN)
