"""The emblem that is published, measured against its published geometry by a reader of its own.

Implementing Regulation (EU) No 821/2014, Art. 3 and Annex II. Whoever changes the drawing cannot change this with it.
"""

import re
from collections.abc import Iterator
from math import atan2, degrees, hypot
from xml.etree import ElementTree

from pressroom.problems import Desk, quoted

BLUE, YELLOW = "#003399", "#FFCC00"
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PATH = re.compile(r"M[-\d. ]+(?:L[-\d. ]+){9}Z")
_KNOWN = {
    f"{_SVG}svg": {"viewBox", "width", "height"},
    f"{_SVG}title": set(),
    f"{_SVG}rect": {"width", "height", "fill"},
    f"{_SVG}g": {"fill"},
    f"{_SVG}path": {"d"},
}
"""All that an emblem in colour needs; anything else would be an effect or an addition."""

Point = tuple[float, float]


def is_as_published(data: bytes, origin: str, desk: Desk) -> None:
    """Reports what differs from the published form (P14-8) and colours (P14-2)."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as problem:
        desk.report("emblem-form", origin, 0, text=f"Die Datei ist kein SVG ({problem}).")
        return
    for text in _forms(root):
        desk.report("emblem-form", origin, 0, text=text)
    for text in _colours(root):
        desk.report("emblem-colour", origin, 0, text=text)


def _forms(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        known = _KNOWN.get(element.tag)
        odd = element.tag.removeprefix(_SVG) if known is None else ", ".join(sorted(set(element.attrib) - known))
        if odd:
            yield f"„{quoted(odd)}“ gehört nicht hinein."
    left, top, fly, hoist = (*map(float, _NUMBER.findall(root.get("viewBox", ""))), 0, 0, 0, 0)[:4]
    if (left, top) != (0, 0) or not hoist or fly != 1.5 * hoist:
        yield "Das Rechteck ist nicht anderthalbmal so breit wie hoch."
        return
    field = root.find(f"{_SVG}rect")
    if root.get("width") and root.get("height") and _number(root, "width") != 1.5 * _number(root, "height"):
        yield "Die Zeichnung ist nicht anderthalbmal so breit wie hoch."
    if field is None or (_number(field, "width"), _number(field, "height")) != (fly, hoist):
        yield "Das blaue Feld füllt das Rechteck nicht."
    stars = [path.get("d", "") for path in root.iter(f"{_SVG}path")]
    if len(stars) != 12:
        yield f"Der Kreis hat {len(stars)} Sterne statt zwölf."
        return
    if not all(map(_PATH.fullmatch, stars)):
        yield "Ein Stern hat nicht zehn Ecken."
        return
    yield from _stars([_points(star) for star in stars], fly, hoist)


def _stars(stars: list[list[Point]], fly: float, hoist: float) -> Iterator[str]:
    """Twelve upright stars at the hours of a clock: radius a third of the hoist, each a eighteenth."""
    near = hoist / 1000
    hours = []
    for star in stars:
        points, notches = star[::2], star[1::2]
        x, y = sum(point[0] for point in points) / 5, sum(point[1] for point in points) / 5
        hours.append(degrees(atan2(x - fly / 2, hoist / 2 - y)) % 360)
        if abs(hypot(x - fly / 2, y - hoist / 2) - hoist / 3) > near:
            yield "Ein Stern liegt nicht auf dem Kreis mit einem Drittel der Höhe als Radius."
        if any(abs(hypot(px - x, py - y) - hoist / 18) > near for px, py in points):
            yield "Ein Stern hat nicht ein Achtzehntel der Höhe als Radius."
        highest = min(points, key=lambda point: point[1])
        if abs(highest[0] - x) > near or abs(highest[1] - (y - hoist / 18)) > near:
            yield "Ein Stern steht nicht aufrecht."
        # The edges of a regular pentagram meet at the outer radius divided by the square of the golden ratio.
        if any(abs(hypot(px - x, py - y) - hoist / 18 / ((1 + 5**0.5) / 2) ** 2) > near for px, py in notches):
            yield "Ein Stern hat keine geraden Kanten von Spitze zu Spitze."
    if sorted(round(hour) % 360 for hour in hours) != [30 * hour for hour in range(12)]:
        yield "Die Sterne stehen nicht wie die Stunden einer Uhr."


def _colours(root: ElementTree.Element) -> Iterator[str]:
    field = root.find(f"{_SVG}rect")
    if field is not None and field.get("fill") != BLUE:
        yield f"Das Feld ist „{quoted(field.get('fill', 'ohne Farbe'))}“."
    groups = {path: group for group in root.iter(f"{_SVG}g") for path in group}
    for path in root.iter(f"{_SVG}path"):
        fill = groups[path].get("fill", "ohne Farbe") if path in groups else "ohne Farbe"
        if fill != YELLOW:
            yield f"Ein Stern ist „{quoted(fill)}“."


def _points(path: str) -> list[Point]:
    numbers = [float(number) for number in _NUMBER.findall(path)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _number(element: ElementTree.Element, name: str) -> float:
    found = _NUMBER.fullmatch(element.get(name, ""))
    return float(found[0]) if found else 0
