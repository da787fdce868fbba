"""The files of the design: style sheet, emblem, icon and drawings."""

from collections.abc import Iterator

from pressroom import urls
from pressroom.files import File, Text, later
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


_PLACES = {
    "brunnen": drawing.well,
    "schiefes-haus": drawing.leaning_house,
    "schwimmhalle": drawing.pool,
    "skatepark": drawing.skate_bowl,
    "spree": drawing.spree,
    "wohnblock": drawing.slabs,
}
_LIGHTS = {"tag": drawing.DAY, "nacht": drawing.NIGHT}
_ORIGIN = "pressroom/outputs/drawing"


def files(site: Site) -> Iterator[File]:
    """Style sheet, emblem, icon and drawings."""
    yield later(urls.stamped("site.css", site.design.style), "assets/css", style)
    yield later(urls.stamped("clock.js", site.design.clock), "assets/js/clock.js", clock)
    yield later(urls.asset("eu-emblem.svg"), "pressroom/outputs/emblem.py", flag)
    yield later(urls.asset("icon.svg"), "pressroom/outputs/design.py", icon)
    for hour in _LIGHTS:
        yield later(urls.asset(f"panorama-{hour}.svg"), _ORIGIN, panorama, hour)
        for name in _PLACES:
            yield later(urls.asset(f"{name}-{hour}.svg"), _ORIGIN, place, name, hour)
        for accent in views.ACCENTS:
            for number in range(views.TILES):
                yield later(urls.asset(f"fassade-{accent}-{number}-{hour}.svg"), _ORIGIN, facade, accent, number, hour)


def style(site: Site) -> Text:
    """The style sheet."""
    return Text(site.design.style)


def clock(site: Site) -> Text:
    """The script that knows what is over."""
    return Text(site.design.clock)


def flag(site: Site) -> Text:
    """The emblem of the European Union."""
    return Text(emblem.svg())


def icon(site: Site) -> Text:
    """The mark of the site."""
    return Text(ICON)


def panorama(site: Site, hour: str) -> Text:
    """The district by day or by night."""
    return Text(drawing.panorama(_LIGHTS[hour], *views.windows(site)))


def place(site: Site, name: str, hour: str) -> Text:
    """A place of the district by day or by night."""
    return Text(_PLACES[name](_LIGHTS[hour]))


def facade(site: Site, accent: str, number: int, hour: str) -> Text:
    """A piece of façade by day or by night."""
    return Text(drawing.tile(_LIGHTS[hour], accent, number))
