"""The picture a messenger shows beside a link to a story: its title, what it is, and its piece of façade."""

import json
from collections.abc import Iterator

from pressroom import images, urls
from pressroom.files import File, Typeset, later
from pressroom.kinds.languages import SOURCE
from pressroom.outputs import design, drawing, sharing, views
from pressroom.outputs.papers.sheet import said, tokens
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
    colours, lengths = site.derived(tokens)
    settings = site.settings
    width, height = images.SHARING
    status = sharing.status(story)
    data = {
        "lang": SOURCE if site.lang.startswith(SOURCE) else site.lang,
        "dir": site.tongue.direction,
        "width": width * POINT,
        "height": height * POINT,
        "colours": colours,
        "lengths": lengths,
        "mark": design.ICON,
        "art": drawing.tile(drawing.DAY, *views.tile_of(story, site)),
        "document": str(story.fields.title),
        "title": story.fields.title,
        "strong": said(views.status_word(status, site), site),
        "loud": status == "cancelled",
        "about": [[said(part, site) for part in row] for row in sharing.about(story, site)],
        "site": {"title": settings.title, "title_hsb": settings.title_hsb, "publisher": settings.organisation},
    }
    return Typeset(TEMPLATE, json.dumps(data, ensure_ascii=False, sort_keys=True), (), "png")
