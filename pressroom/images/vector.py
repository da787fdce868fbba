"""SVG drawings reduced to shapes: what could run, load, move or explode is left out.

A drawing is read event by event and written anew from a list of what is harmless. Style sheets and style attributes are
turned into plain attributes, so that nothing of them is left for a browser to interpret.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from pressroom.images.broken import Broken
from pressroom.images.vectorwords import NAMESPACE
from pressroom.images.vectorwriter import EXPORT, MOST_SHAPES, Event, Writer, rules, total

MOST_BYTES = 1024 * 1024
"""1 MiB of shapes is far more than a phone draws gladly."""
_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")
"""The first sign of XML, alone or behind the mark of its encoding."""
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_NUMBERS = re.compile(r"[\s,]+")


class Drawing(NamedTuple):
    """A drawing made harmless: its bytes, its size in CSS pixels, and the names of what was left out."""

    data: bytes
    width: float
    height: float
    dropped: tuple[str, ...]


def is_drawing(file: Path) -> bool:
    """Whether a file is XML. What it holds counts, not what it is called."""
    try:
        with file.open("rb") as stream:
            return stream.read(256).lstrip().startswith(_STARTS)
    except OSError:
        return False


def drawing(file: Path) -> Drawing:
    """Reads a drawing and makes it harmless; raises Broken."""
    if file.stat().st_size > MOST_BYTES:
        raise Broken("Die SVG-Zeichnung ist größer als 1 MB.", "Vereinfachen Sie sie oder speichern Sie sie als PNG.")
    return cleaned(file.read_bytes())


def cleaned(data: bytes) -> Drawing:
    """The same for bytes."""
    events = _events(data)
    root = next((event for event in events if event.name), Event())
    if root.name != "svg" or root.attributes is None:
        raise Broken("Die Datei ist keine SVG-Zeichnung.", EXPORT)
    width, height, box = _frame(root.attributes)
    writer = Writer(rules(events), box, width, height)
    for event in events:
        writer.take(event)
    if not writer.shapes:
        raise Broken("Die SVG-Zeichnung enthält keine Formen, die gezeigt werden können.", EXPORT)
    if total(writer.costs) > MOST_SHAPES:
        raise Broken("Die SVG-Zeichnung wiederholt sich zu oft.", EXPORT)
    dropped = tuple(dict.fromkeys(writer.dropped))
    return Drawing("".join(writer.pieces).encode() + b"\n", width, height, dropped)


def _events(data: bytes) -> list[Event]:
    """Everything between the tags; names of other namespaces keep their address in front."""
    events: list[Event] = []
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True

    def name(written: str) -> str:
        return written.removeprefix(f"{NAMESPACE} ") if " " in written else f"? {written}"

    def start(written: str, attributes: dict[str, str]) -> None:
        events.append(Event(name(written), attributes))

    def doctype(_name: str, _system: str | None, _public: str | None, inner: int) -> None:
        # An address alone is never fetched; declarations of our own could repeat themselves without end.
        if inner:
            raise Broken("Die SVG-Zeichnung enthält eigene Vereinbarungen (DOCTYPE mit ENTITY).", EXPORT)

    reader.StartElementHandler = start
    reader.EndElementHandler = lambda written: events.append(Event(name(written)))
    reader.CharacterDataHandler = lambda text: events.append(Event(text=text))
    reader.StartDoctypeDeclHandler = doctype
    try:
        reader.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as problem:
        raise Broken("Die SVG-Zeichnung ist beschädigt oder unvollständig (kein lesbares XML).", EXPORT) from problem
    return events


def _frame(given: Mapping[str, str]) -> tuple[float, float, str]:
    """Width and height in CSS pixels, and the viewBox."""
    width, height = _length(given.get("width", "")), _length(given.get("height", ""))
    parts = _NUMBERS.split(given.get("viewBox", "").strip())
    try:
        box = [float(part) for part in parts] if len(parts) == 4 else []
    except ValueError:
        box = []
    if box and all(abs(number) < 1e7 for number in box) and box[2] > 0 and box[3] > 0:
        if not width or not height:
            width, height = box[2], box[3]
        return width, height, " ".join(parts)
    if not width or not height:
        cure = "Geben Sie der Zeichnung eine Größe, oder speichern Sie sie als PNG."
        raise Broken("Der SVG-Zeichnung fehlt die Größe (viewBox oder width und height).", cure)
    return width, height, f"0 0 {width:g} {height:g}"


def _length(written: str) -> float:
    """A length in CSS pixels; 0 where it is none, such as 100 %."""
    match = _LENGTH.fullmatch(written)
    pixels = float(match[1]) * _PIXELS[match[2].lower()] if match else 0.0
    return pixels if 0 < pixels < 1e6 else 0.0
