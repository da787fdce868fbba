"""The files of the design: style sheet, emblem, icon and drawings."""

from collections.abc import Iterator

from pressroom import urls
from pressroom.files import File, Text
from pressroom.outputs import drawing, emblem, views
from pressroom.validate import Site

# The mark of the site: quarter rings of a drop in the well, and one lit window.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 54 54"><title>Gesundbrunnen</title>'
    '<rect width="54" height="54" rx="4" fill="#0a5a5c"/>'
    '<g fill="none" stroke="#fff" stroke-width="3.4"><path d="M8 46A38 38 0 0 1 46 8"/>'
    '<path d="M17.5 46A28.5 28.5 0 0 1 46 17.5"/><path d="M27 46a19 19 0 0 1 19-19"/></g>'
    '<rect x="35" y="35" width="11" height="11" rx="1" fill="#ffcf40"/></svg>\n'
)


def _drawings(site: Site) -> Iterator[File]:
    """Every drawing by day and by night."""
    for hour, light in (("tag", drawing.DAY), ("nacht", drawing.NIGHT)):
        drawn = {
            "panorama": drawing.panorama(light, *views.windows(site)),
            "brunnen": drawing.well(light),
            "schiefes-haus": drawing.leaning_house(light),
            "schwimmhalle": drawing.pool(light),
            "skatepark": drawing.skate_bowl(light),
            "spree": drawing.spree(light),
            "wohnblock": drawing.slabs(light),
        }
        for accent in views.ACCENTS:
            for number in range(views.TILES):
                drawn[f"fassade-{accent}-{number}"] = drawing.tile(light, accent, number)
        for name, svg in drawn.items():
            yield File(urls.path(urls.asset(f"{name}-{hour}.svg")), Text(svg), "pressroom/outputs/drawing")


def files(site: Site) -> Iterator[File]:
    """Style sheet, emblem, icon and drawings."""
    style = site.design.style
    yield File(urls.path(urls.stamped("site.css", style)), Text(style), "assets/css")
    clock = site.design.clock
    yield File(urls.path(urls.stamped("clock.js", clock)), Text(clock), "assets/js/clock.js")
    yield File(urls.path(urls.asset("eu-emblem.svg")), Text(emblem.svg()), "pressroom/outputs/emblem.py")
    yield File(urls.path(urls.asset("icon.svg")), Text(ICON), "pressroom/outputs/design.py")
    yield from _drawings(site)
