"""The picture a messenger shows beside a link to a story: its title, what it is, and its piece of façade."""

from collections.abc import Iterator

from pressroom import images, urls
from pressroom.files import File, Typeset, later
from pressroom.outputs import drawing, sharing, views
from pressroom.outputs.papers.sheet import data_of, said
from pressroom.outputs.stories import told
from pressroom.validate import Site

TEMPLATE = "print/preview.typ"
POINT = 25.4 / 72
"""Millimetres to a point (ISO 32000-1, 8.3.2.3), which is a pixel of the picture."""


def previews(site: Site) -> Iterator[File]:
    """A card for each story that has no photo, in each language in which it is told."""
    for story in told((*site.news, *site.events, *site.projects, *site.pages), site):
        if story.address != urls.HOME and sharing.is_set(story, site):
            yield later(sharing.beside(story), story.words_path, preview, story.folder, story.id)


def preview(site: Site, folder: str, name: str) -> Typeset:
    """The card of one of them."""
    story = site.story(folder, name)
    width, height = images.SHARING
    status = sharing.status(story)
    values = {
        "art": drawing.tile(drawing.DAY, *views.tile_of(story, site)),
        "title": story.fields.title,
        "strong": said(views.status_word(status, site), site),
        "loud": status == "cancelled",
        "about": [[said(part, site) for part in row] for row in sharing.about(story, site)],
    }
    data = data_of(site, (width * POINT, height * POINT), str(story.fields.title), values)
    return Typeset(TEMPLATE, data, (), "png")
