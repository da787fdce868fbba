"""What every sheet of paper has in common: size, language, colours of the design, emblem, notice, way to its page."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pressroom import urls
from pressroom.files import Typeset
from pressroom.kinds.languages import SOURCE
from pressroom.outputs import design, drawing, emblem, views
from pressroom.outputs.papers.offers import SIZES, Size
from pressroom.outputs.views import Fact
from pressroom.validate import Site, Story
from pressroom.words import German

_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})\b")
_LENGTH = re.compile(r"--([a-z0-9-]+):\s*(?:clamp\([^;]*?)?([\d.]+)rem\)?\s*;")
"""A size or space of the design; of one that grows with the screen, the largest."""

_POSTCODE = re.compile(r"\b(\d{5}) (?=[^\W\d])")
"""A postcode stays on the line of its town."""

Said = str | dict[str, str]
"""Words as a template takes them: in the language of the sheet, or ``{"de": …}`` where they stay German."""


def tokens(site: Site) -> tuple[dict[str, str], dict[str, float]]:
    """Colours by day and lengths in rem, by name, from the style sheet, where they are declared."""
    colours: dict[str, str] = {}
    for name, colour in _COLOUR.findall(site.design.style):
        # What comes later is for the night.
        colours.setdefault(name, colour)
    lengths = {name: float(length) for name, length in _LENGTH.findall(site.design.style)}
    drawn = drawing.DAY
    return {**colours, "clay": drawn.clay, "pane": drawn.pane, "front": drawn.front, "sill": drawn.parapet}, lengths


def sheet(site: Site, story: Story[Any], template: str, size: Size, title: str, values: Mapping[str, Any]) -> Typeset:
    """A sheet about a story, in the language of the site."""
    own = {
        "art": drawing.tile(drawing.DAY, *views.tile_of(story, site)),
        "title": story.fields.title,
        "summary": story.fields.summary,
        **values,
    }
    return plain_sheet(site, story.address, template, SIZES[size], title, own)


def plain_sheet(
    site: Site, address: str, template: str, paper: tuple[int, int], title: str, values: Mapping[str, Any]
) -> Typeset:
    """A sheet of paper so many millimetres wide and high that leads to an address, in the language of the site."""
    there = site.absolute(address)
    own = {
        "emblem": emblem.svg(),
        "flag": site.tongue["label_flag"],
        "state": said(site.settings.funding_notice.state or "", site, german=True),
        "more": said(site.tongue["on_paper"], site),
        "address": there,
        "shown": urls.shown(there),
        "code": site.tongue.say("label_code", address=urls.shown(there)),
        **values,
    }
    return Typeset(template, data_of(site, paper, title, own), (there,), "pdf")


def data_of(site: Site, size: tuple[float, float], title: str, values: Mapping[str, Any]) -> str:
    """The JSON of anything that is set, so many millimetres wide and high: language, design, name of the site, and
    ``values`` of its own.
    """
    colours, lengths = site.derived(tokens)
    settings, (width, height) = site.settings, size
    data = {
        "lang": SOURCE if site.lang.startswith(SOURCE) else site.lang,
        "dir": site.tongue.direction,
        "width": width,
        "height": height,
        "colours": colours,
        "lengths": lengths,
        "mark": design.ICON,
        "document": title,
        "site": {"title": settings.title, "title_hsb": settings.title_hsb, "publisher": settings.organisation},
        **values,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def said(text: str, site: Site, *, german: bool = False) -> Said:
    """Words for a template. What has no translation says that it is German, to voices and to the line it stands on."""
    held = _POSTCODE.sub("\\1\u00a0", str(text))
    if text and (isinstance(text, German) or german) and not site.lang.startswith(SOURCE):
        return {SOURCE: held}
    return held


def rows(facts: Iterable[Fact], site: Site, *, german: bool) -> list[tuple[Said, list[Said]]]:
    """Facts for a template; ``german`` says that their values are words an editor wrote, which nobody translates."""
    return [(said(row.label, site), [said(one.text, site, german=german) for one in row.entries]) for row in facts]
