"""The pictures the stories use, in every width and format a page offers."""

from collections.abc import Iterator

from pressroom import urls
from pressroom.files import Card, File, Resize, Whole
from pressroom.validate import Site


def pictures(site: Site) -> Iterator[File]:
    """Every picture a story names or shows in its text; what nobody uses is not published."""
    named, shown = site.pictured()
    for media in site.pictures.values():
        if media.name not in named and media.path not in shown:
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
