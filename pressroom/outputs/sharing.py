"""The pictures a messenger shows beside a shared link, for stories that have no photo of their own."""

from collections.abc import Iterator
from typing import Any

from pressroom import images, urls
from pressroom.files import File, Painted, later
from pressroom.outputs import drawing, views
from pressroom.validate import Site, Story

DISTRICT = urls.asset("teilen.png")
"""The panorama, for pages that are no stories."""

_ORIGIN = "pressroom/outputs/drawing"


def card_of(story: Story[Any], site: Site) -> str:
    """The address of a story's card: its photo's, or the piece of façade it has in lists."""
    if story.folder in ("partners", "places"):
        return DISTRICT
    picture = site.picture_named(story.picture)
    if picture and picture.sharing:
        return picture.sharing
    return _address(*views.tile_of(story, site))


def cards(site: Site) -> Iterator[File]:
    """The panorama, and each piece of façade some story is shared with."""
    yield later(DISTRICT, _ORIGIN, panorama)
    stories = (*site.news, *site.events, *site.projects, *site.pages)
    used = {views.tile_of(story, site) for story in stories if card_of(story, site).endswith(".png")}
    for accent, number in sorted(used):
        yield later(_address(accent, number), _ORIGIN, facade, accent, number)


def panorama(site: Site) -> Painted:
    """The district, with a lit window for each project."""
    return Painted(*images.SHARING, *drawing.share_panorama(*views.windows(site)))


def facade(site: Site, accent: str, number: int) -> Painted:
    """A piece of façade."""
    return Painted(*images.SHARING, *drawing.share(accent, number))


def _address(accent: str, number: int) -> str:
    return urls.asset(f"teilen-{accent}-{number}.png")
