"""The pictures the stories use, in every width and format a page offers."""

from collections.abc import Iterator

from pressroom import urls
from pressroom.files import Card, File, Resize, Whole
from pressroom.validate import Site


def pictures(site: Site) -> Iterator[File]:
    """Every picture a story names or shows in its text; what nobody uses is not published."""
    used = {story.fields.picture for story in (*site.news, *site.events, *site.projects, *site.pages)}
    named = {name.rsplit("/", 1)[-1] for name in used if name}
    html = "".join(story.body.html for story in (*site.news, *site.events, *site.projects, *site.pages))
    for media in site.pictures.values():
        if media.name not in named and f'"{media.address}"' not in html:
            continue
        for kind in media.kinds:
            for width in media.widths:
                path = urls.path(media.address_of(width, kind))
                yield File(path, Resize(media.file, width, kind), media.path)
        if media.name in named and media.sharing:
            yield File(urls.path(media.sharing), Card(media.file), media.path)
        if media.whole and not media.drawn:
            kind = media.shape.suffix.removeprefix(".")
            yield File(urls.path(media.whole), Whole(media.file, kind), media.path)
