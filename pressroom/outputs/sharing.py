"""The pictures a messenger shows beside a shared link, and the words that stand for them.

A photo is a better picture than any card, so a story that has one is shared with it; all others get a card that is set
like a sheet (``papers/previews.py``), or the bare piece of façade where nothing can be set.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pressroom import images, urls
from pressroom.files import File, Painted, later
from pressroom.kinds import Event, News, Project
from pressroom.outputs import drawing, views
from pressroom.validate import Media, Site, Story
from pressroom.words import joined

DISTRICT = urls.asset("teilen.png")
"""The panorama, for pages that are no stories."""

_ORIGIN = "pressroom/outputs/drawing"
_NAME = "vorschau.png"


class Shared(NamedTuple):
    """A picture to be shared: its address, and what it shows in words."""

    address: str
    alt: str


def district(site: Site) -> Shared:
    """The panorama."""
    return Shared(site.absolute(DISTRICT), site.tongue["label_district"])


def card_of(story: Story[Any], site: Site) -> Shared:
    """What a story is shared with: its photo, its card, or the piece of façade it has in lists."""
    if story.folder in ("partners", "places"):
        return district(site)
    picture = _photo(story, site)
    if picture:
        return Shared(site.absolute(picture.sharing), site.german(picture.fields.alt))
    if site.papers:
        rows = (joined(" · ", row) for row in about(story, site))
        word = views.status_word(status(story), site)
        said = joined(", ", (story.fields.title, *rows))
        return Shared(site.absolute(beside(story)), joined(" ", filter(None, (word, said))))
    return Shared(site.absolute(_address(*views.tile_of(story, site))), site.tongue["label_facade"])


def is_set(story: Story[Any], site: Site) -> bool:
    """Whether a story is shared with a card of its own."""
    return site.papers and _photo(story, site) is None


def beside(story: Story[Any]) -> str:
    """Where a story's card lies: beside its page, so that each language has its own."""
    return urls.beside(story.address, _NAME)


def status(story: Story[Any]) -> str:
    """Whether an event takes place as planned; anything else does."""
    return story.fields.status if isinstance(story.fields, Event) else "scheduled"


def about(story: Story[Any], site: Site) -> tuple[tuple[str, ...], ...]:
    """What a card says beside its title: lines of what belongs together."""
    told = story.fields
    rows: tuple[tuple[str, ...], ...] = ()
    if isinstance(told, News):
        rows = ((site.tongue["news"], site.tongue.partial(told.date)),)
    elif isinstance(told, Event):
        place = site.place(told.place)
        rows = ((views.dated(told, site),), (place.fields.name if place else "",))
    elif isinstance(told, Project):
        rows = ((site.tongue["project"], views.status_of(told, site)), (site.tongue.period(told.start, told.end),))
    known = (tuple(part for part in row if part) for row in rows)
    return tuple(row for row in known if row)


def cards(site: Site) -> Iterator[File]:
    """The panorama, and each piece of façade some story is shared with."""
    yield later(DISTRICT, _ORIGIN, panorama)
    if site.papers:
        return
    stories = (*site.news, *site.events, *site.projects, *site.pages)
    used = {views.tile_of(story, site) for story in stories if _photo(story, site) is None}
    for accent, number in sorted(used):
        yield later(_address(accent, number), _ORIGIN, facade, accent, number)


def panorama(site: Site) -> Painted:
    """The district, with a lit window for each project."""
    return Painted(*images.SHARING, *drawing.share_panorama(*views.windows(site)))


def facade(site: Site, accent: str, number: int) -> Painted:
    """A piece of façade."""
    return Painted(*images.SHARING, *drawing.share(accent, number))


def _photo(story: Story[Any], site: Site) -> Media | None:
    """A story's photo; a drawing cannot be shared."""
    picture = site.picture_named(story.picture)
    return picture if picture and picture.sharing else None


def _address(accent: str, number: int) -> str:
    return urls.asset(f"teilen-{accent}-{number}.png")
