"""What the style sheet makes of the notice: typefaces, colours, no effects, never hidden (P14-2 to P14-7).

The sheet is applied to the notices as the templates write them; a test holds both against each other.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from pressroom import stylesheet
from pressroom.checks.cascade import HOVER, Cascade, Declared, Scene, cascade, scenes
from pressroom.checks.contrast import ratio
from pressroom.checks.notice import LEAST_HEIGHT
from pressroom.problems import Desk, quoted
from pressroom.stylesheet import Sheet

NOTICES = """\
<html><body><a class="skip"/><div class="funding" role="region"><div class="wrap funding-row">
<img class="funding-emblem" width="60" height="40"/><p class="funding-words"><strong/><br/></p></div></div><header/>
<main id="seiteninhalt" tabindex="-1"><article class="wrap story"><h1/><p class="story-summary"/><div class="paid">
<img width="90" height="60"/><p><br/></p></div></article></main></body></html>"""

_AROUND = ("html", "body", "main", "article")
"""What notices stand in. What they inherit from there, their own rules have to overrule."""

_FACES = "Arial Auto Calibri Garamond Trebuchet Tahoma Verdana Ubuntu".split()
"""Typefaces that may stand beside the emblem: 821/2014, Art. 4(4); 2021/1060, Annex IX, 1.3 (P14-6, P21-3)."""
_COLOURS = {"#003399", "#000000", "#ffffff"}
_IN_TABLE = ("var(--eu-words)", "var(--soft)")
"""The pair that assets/css/pairs.txt declares; ``contrast`` measures it."""
_NAMED = {"black": "#000000", "white": "#ffffff"}
_PIXELS = re.compile(r"(\d+(?:\.\d+)?)(px|rem|em)?")
_CENTIMETRE = 96 / 2.54


class Demand(NamedTuple):
    """What a property may be: a test of its value, and the same in words; ``initial`` is what it is if nobody says."""

    code: str
    name: str
    allowed: str
    initial: str
    fits: Callable[[str], bool]


def _one_of(code: str, name: str, *values: str) -> Demand:
    return Demand(code, name, f"nur „{name}: {values[0]}“", values[0], lambda value: value in values)


_TEXT = (
    Demand(
        "style-words",
        "font-family",
        f"die Schriften {', '.join(_FACES)}",
        "serif",
        lambda value: value.split(",")[0].strip("\"' ").removesuffix(" MS") in _FACES,
    ),
    Demand("style-words", "color", "Reflex Blue (#003399), Schwarz und Weiß", "#000000", lambda v: _hex(v) in _COLOURS),
    _one_of("style-words", "font-style", "normal"),
    _one_of("style-words", "font-variant", "normal", "none"),
    _one_of("style-words", "text-transform", "none"),
    _one_of("style-words", "text-shadow", "none"),
    _one_of("style-hidden", "visibility", "visible"),
)
"""What words may look like, however they came to it."""

_EVERY = (
    _one_of("style-words", "text-decoration-line", "none"),
    _one_of("style-emblem", "filter", "none"),
    _one_of("style-emblem", "backdrop-filter", "none"),
    _one_of("style-emblem", "opacity", "1", "100%"),
    _one_of("style-emblem", "mix-blend-mode", "normal"),
    _one_of("style-emblem", "transform", "none"),
    _one_of("style-emblem", "rotate", "none"),
    _one_of("style-emblem", "scale", "none", "1"),
    _one_of("style-emblem", "translate", "none"),
    _one_of("style-emblem", "animation-name", "none"),
    _one_of("style-emblem", "mask-image", "none"),
    _one_of("style-hidden", "clip-path", "none"),
    Demand("style-hidden", "display", "alles außer „display: none“", "block", lambda value: value != "none"),
    _one_of("style-hidden", "content-visibility", "visible", "auto"),
)
"""What would change words and emblem wherever it stands above them."""

_PICTURE = (
    _one_of("style-emblem", "border-radius", "0", "0px"),
    _one_of("style-emblem", "object-fit", "fill"),
    _one_of("style-emblem", "aspect-ratio", "auto", "3 / 2", "3/2", "1.5"),
    _one_of("style-emblem", "block-size", "auto"),
    _one_of("style-emblem", "max-block-size", "none"),
    _one_of("style-emblem", "max-inline-size", "none", "100%"),
    _one_of("style-emblem", "box-shadow", "none"),
    _one_of("style-hidden", "visibility", "visible"),
    Demand("style-emblem", "forced-color-adjust", "nur „forced-color-adjust: none“", "auto", lambda v: v == "none"),
)
_PAPER = Demand(
    "style-emblem", "print-color-adjust", "nur „print-color-adjust: exact“", "economy", lambda v: v == "exact"
)


class _Seen(NamedTuple):
    """One finding: its code, where, and its words."""

    code: str
    offset: int
    words: tuple[tuple[str, str], ...]


def suits_the_notice(style: str, sheets: tuple[Sheet, ...], desk: Desk) -> None:
    """Reports every declaration that gives a notice what it may not have, at its line in assets/css."""
    root = ElementTree.fromstring(NOTICES)
    sheet = cascade(style, root)
    told = set()
    for scene in scenes(sheet.queries):
        for seen in _seen(sheet, root, scene):
            if seen[:2] not in told:
                told.add(seen[:2])
                place = stylesheet.origin(sheets, seen.offset)
                desk.report(seen.code, *place, **dict(seen.words), where=_where(scene))


def _seen(sheet: Cascade, root: ElementTree.Element, scene: Scene) -> Iterator[_Seen]:
    """All that is wrong in one scene, the notices' own elements and whatever they stand in."""
    notices = [element for element in root.iter("div") if element.get("class") in ("funding", "paid")]
    within = [element for notice in notices for element in notice.iter()]
    above = {id(one): one for notice in notices for one in _above(sheet, notice)}
    for element in (*within, *above.values()):
        words, picture = element.tag in ("p", "strong") and element in within, element.tag == "img"
        paper = (_PAPER,) if scene.medium == "print" else ()
        for demand in (*_EVERY, *(_TEXT if words else ()), *((*_PICTURE, *paper) if picture else ())):
            found = sheet.value(element, demand.name, scene)
            if not demand.fits(found.value.lower() if demand.name != "font-family" and found else _said(found, demand)):
                said = f"{demand.name}: {quoted(_said(found, demand))}"
                place = _place(sheet, element, demand.name, scene, found)
                yield _Seen(demand.code, place, (("text", said), ("allowed", demand.allowed)))
        if words:
            yield from _contrast(sheet, element, scene)
        if picture:
            yield from _size(sheet, element, scene)


def _contrast(sheet: Cascade, element: ElementTree.Element, scene: Scene) -> Iterator[_Seen]:
    """Words against the nearest ground that is not transparent (WCAG 2.2, 1.4.3)."""
    colour = sheet.value(element, "color", scene)
    ground = written = None
    for one in (element, *_above(sheet, element)):
        ground = sheet.value(one, "background-color", scene)
        if ground is not None and ground.value.lower() not in ("transparent", "none"):
            written = sheet.declared(one, "background-color", scene)
            break
    ink, paper = _hex(colour.value if colour else "#000000"), _hex(ground.value if ground else "#ffffff")
    if ink is None or paper is None:
        if paper is None and ground is not None:
            words = (("text", f"background: {quoted(ground.value)}"), ("allowed", "eine einzelne Farbe als Grund"))
            yield _Seen("style-words", ground.offset, words)
        return
    if ink not in _COLOURS:
        return
    asked = sheet.declared(element, "color", scene)
    if asked and written and (asked.value, written.value) == _IN_TABLE:
        return
    found = ratio(ink, paper)
    if found < 4.5:
        number = f"{int(found * 10) / 10}".replace(".", ",")
        # A ground that is given here and nowhere else is to blame; else it is the words, which must suit any ground.
        blamed = ground if ground is not None and ground == written else colour
        place = blamed.offset if blamed is not None else _place(sheet, element, "color", scene, None)
        yield _Seen("style-contrast", place, (("ratio", number),))


def _size(sheet: Cascade, element: ElementTree.Element, scene: Scene) -> Iterator[_Seen]:
    """At least 32 pixels high on a screen and 1 cm on paper, without its border (P21-8)."""
    least = 1.5 * (_CENTIMETRE if scene.medium == "print" else LEAST_HEIGHT)
    for name in ("inline-size", "width"):
        found = sheet.value(element, name, scene)
        border = sheet.value(element, "border-width", scene)
        wide = _pixels(found.value) if found else None
        if found is not None and (wide is None or wide - 2 * (_pixels(border.value) or 0 if border else 0) < least):
            allowed = f"eine Breite von wenigstens {least:.0f} Pixeln ohne Rand"
            said = f"{name}: {quoted(found.value)}"
            yield _Seen("style-emblem", found.offset, (("text", said), ("allowed", allowed)))


def _above(sheet: Cascade, element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    while (above := sheet.parents.get(element)) is not None:
        yield above
        element = above


def _said(found: Declared | None, demand: Demand) -> str:
    return found.value if found is not None else demand.initial


def _place(sheet: Cascade, element: ElementTree.Element, name: str, scene: Scene, found: Declared | None) -> int:
    """Where a value was given; if not for the notice, the strongest rule for the element, which should have."""
    giver = next((one for one in (element, *_above(sheet, element)) if sheet.gives(one, name, scene)), None)
    if found is not None and giver is not None and (giver is element or giver.tag not in _AROUND):
        return found.offset
    near = [
        (style.layer, -distance, declared.offset)
        for distance, one in enumerate((element, *_above(sheet, element)))
        for _, style in sheet.matched[one]
        for _, declared in style.declared
        if not style.queries and one.tag not in _AROUND
    ]
    return max(near)[2] if near else len(stylesheet.joined(()))


def _where(scene: Scene) -> str:
    """The scene in words."""
    paper = "im Druck" if scene.medium == "print" else "dunkel" if scene.dark else "hell"
    held = ["unter dem Mauszeiger" if one == HOVER else one for one in sorted(scene.holding)]
    return ", ".join([paper, *held[:2]])


def _hex(value: str) -> str | None:
    """A colour as ``#rrggbb``; None for what is none by itself."""
    found = re.search(r"#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\b(?:black|white)\b", value.strip().lower())
    if found is None or found[0] != value.strip().lower():
        rgb = re.fullmatch(r"rgb\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)\s*\)", value.strip().lower())
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in rgb.groups()) if rgb else None
    colour = _NAMED.get(found[0], found[0])
    return colour if len(colour) == 7 else "#" + "".join(2 * sign for sign in colour[1:])


def _pixels(value: str) -> float | None:
    """A length at the usual size of letters; of a border the first length it names."""
    found = next((match for word in value.split() if (match := _PIXELS.fullmatch(word))), None)
    return float(found[1]) * (1 if found[2] in (None, "px") else 16) if found else None
