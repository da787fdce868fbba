"""SVG drawings reduced to shapes: what could run, load, move or explode is left out.

A drawing is read event by event and written anew from a list of what is harmless. Style sheets and style attributes are
turned into plain attributes, so that nothing of them is left for a browser to interpret.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from pressroom.images.reading import Broken
from pressroom.images.vectorwords import (
    ATTRIBUTES,
    DRAWING,
    ELEMENTS,
    INVISIBLE,
    NAMESPACE,
    ROOT_ATTRIBUTES,
    STYLES,
    XLINK,
)

MOST_BYTES = 1024 * 1024
"""1 MiB of shapes is far more than a phone draws gladly."""
MOST_SHAPES = 20_000
"""So many shapes may come of a drawing once everything it repeats has been repeated (`use`)."""

_EXPORT = "Exportieren Sie die Zeichnung neu als „Einfaches SVG“ (Inkscape) oder speichern Sie sie als PNG."
_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")
"""The first sign of XML, alone or behind the mark of its encoding."""
_PHOTOS = (b"", b"\x89", b"\xff", b"R", b"G")
"""The first bytes of an empty file, PNG, JPEG, WebP and GIF."""
_HERE = re.compile(r"#[^\s\"'()<>\\]+")
_URL = re.compile(r"url\(\s*[\"']?(#[^\s\"'()<>\\]+)[\"']?\s*\)")
_HARMLESS = re.compile(r"[^\\@<>{}]*")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\.?[A-Za-z_][\w-]*")
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_NUMBERS = re.compile(r"[\s,]+")


class Drawing(NamedTuple):
    """A drawing made harmless: its bytes, its size in CSS pixels, and the names of what was left out."""

    data: bytes
    width: float
    height: float
    dropped: tuple[str, ...]


@dataclass(slots=True)
class _Event:
    """A start tag, an end tag (without attributes) or text (without a name)."""

    name: str = ""
    attributes: Mapping[str, str] | None = None
    text: str = ""


@dataclass(slots=True)
class _Cost:
    """What an element with an id holds: shapes of its own, and the ids of what it repeats or refers to."""

    own: int = 0
    used: list[str] = field(default_factory=list)


def is_drawing(file: Path) -> bool:
    """Whether a file is XML or at least says it is a drawing; what it holds counts more than what it is called."""
    try:
        with file.open("rb") as stream:
            head = stream.read(256)
    except OSError:
        return False
    named = file.suffix.lower() == ".svg" and head[:1] not in _PHOTOS
    return head.lstrip().startswith(_STARTS) or named


def drawing(file: Path) -> Drawing:
    """Reads a drawing and makes it harmless; raises Broken."""
    if file.stat().st_size > MOST_BYTES:
        raise Broken("Die SVG-Zeichnung ist größer als 1 MB.", "Vereinfachen Sie sie oder speichern Sie sie als PNG.")
    return cleaned(file.read_bytes())


def cleaned(data: bytes) -> Drawing:
    """The same for bytes."""
    events = _events(data)
    root = next((event for event in events if event.name), _Event())
    if root.name != "svg" or root.attributes is None:
        raise Broken("Die Datei ist keine SVG-Zeichnung.", _EXPORT)
    width, height, box = _frame(root.attributes)
    writer = _Writer(_rules(events), box, width, height)
    for event in events:
        writer.take(event)
    if not writer.shapes:
        raise Broken("Die SVG-Zeichnung enthält keine Formen, die gezeigt werden können.", _EXPORT)
    if _total(writer.costs) > MOST_SHAPES:
        raise Broken("Die SVG-Zeichnung wiederholt sich zu oft.", _EXPORT)
    dropped = tuple(dict.fromkeys(writer.dropped))
    return Drawing("".join(writer.pieces).encode() + b"\n", width, height, dropped)


def _events(data: bytes) -> list[_Event]:
    """Everything between the tags; names of other namespaces keep their address in front."""
    events: list[_Event] = []
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True

    def name(written: str) -> str:
        return written.removeprefix(f"{NAMESPACE} ") if " " in written else f"? {written}"

    def start(written: str, attributes: dict[str, str]) -> None:
        events.append(_Event(name(written), attributes))

    def doctype(_name: str, _system: str | None, _public: str | None, inner: int) -> None:
        # An address alone is never fetched; declarations of our own could repeat themselves without end.
        if inner:
            raise Broken("Die SVG-Zeichnung enthält eigene Vereinbarungen (DOCTYPE mit ENTITY).", _EXPORT)

    reader.StartElementHandler = start
    reader.EndElementHandler = lambda written: events.append(_Event(name(written)))
    reader.CharacterDataHandler = lambda text: events.append(_Event(text=text))
    reader.StartDoctypeDeclHandler = doctype
    try:
        reader.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as problem:
        raise Broken("Die SVG-Zeichnung ist beschädigt oder unvollständig (kein lesbares XML).", _EXPORT) from problem
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


def _rules(events: list[_Event]) -> dict[str, dict[str, str]]:
    """What the drawing's style sheets say of plain names and classes; all else in them is passed over."""
    texts: list[str] = []
    inside = False
    for event in events:
        if event.name == "style":
            inside = event.attributes is not None
        elif inside:
            texts.append(event.text)
    rules: dict[str, dict[str, str]] = {}
    for match in _RULE.finditer(re.sub(r"/\*.*?\*/", "", "".join(texts), flags=re.DOTALL)):
        for selector in match[1].split(","):
            if _SELECTOR.fullmatch(selector.strip()):
                rules.setdefault(selector.strip(), {}).update(_declared(match[2]))
    return rules


def _declared(written: str) -> dict[str, str]:
    """The harmless part of ``fill: red; stroke: url(#a)``."""
    found = {}
    for line in written.split(";"):
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), value.replace("!important", "").strip()
        if name in STYLES and _is_harmless(value):
            found[name] = value
    return found


def _is_harmless(value: str) -> bool:
    rest = _URL.sub("", value)
    return _HARMLESS.fullmatch(rest) is not None and re.search(r"url|expression|script|image", rest, re.I) is None


def _total(costs: Mapping[str, _Cost]) -> float:
    """How many shapes the drawing becomes; infinite where it repeats itself. The whole drawing has the id ``""``."""
    known: dict[str, float] = {}
    pending = [""]
    open_ids: set[str] = set()
    while pending:
        here = pending[-1]
        cost = costs.get(here, _Cost())
        open_ids.add(here)
        missing = [name for name in cost.used if name in costs and name not in known]
        if any(name in open_ids for name in missing):
            return float("inf")
        if missing:
            pending.append(missing[0])
            continue
        known[here] = cost.own + sum(known.get(name, 0) for name in cost.used)
        open_ids.discard(here)
        pending.pop()
    return known[""]


class _Writer:
    """Writes the harmless part of the events."""

    def __init__(self, rules: Mapping[str, Mapping[str, str]], box: str, width: float, height: float) -> None:
        self.rules = rules
        self.frame = f' viewBox="{escape(box)}" width="{width:g}" height="{height:g}"'
        self.pieces: list[str] = []
        self.dropped: list[str] = []
        self.costs: dict[str, _Cost] = {"": _Cost()}
        self.shapes = 0
        self._open: list[tuple[str, str]] = []
        self._skipped = 0

    def take(self, event: _Event) -> None:
        """Takes the next event."""
        if event.attributes is not None:
            self._start(event.name, event.attributes)
        elif event.name:
            self._end(event.name)
        elif not self._skipped and self._open and self._open[-1][0] in ("text", "tspan", "title", "desc"):
            self.pieces.append(escape(event.text, quote=False))

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        if self._skipped or name not in ELEMENTS or (name == "svg" and self._open):
            self._skipped += 1
            if self._skipped == 1 and name not in INVISIBLE and not name.startswith("? "):
                self.dropped.append(name)
            return
        kept = dict(self._kept(name, given))
        mark = given.get("id", "")
        self._open.append((name, mark))
        self._count(name, mark, kept)
        root = f' xmlns="{NAMESPACE}"{self.frame}' if name == "svg" else ""
        words = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        self.pieces.append(f"<{name}{root}{words}>")

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._open.pop()
        self.pieces.append(f"</{name}>")

    def _count(self, name: str, mark: str, kept: Mapping[str, str]) -> None:
        """Adds the element to everything it stands in."""
        used = [kept["href"][1:]] if "href" in kept else []
        used += [match[1][1:] for value in kept.values() for match in _URL.finditer(value)]
        drawn = name in DRAWING
        self.shapes += drawn
        for holder in {"", *(held for _, held in self._open if held)}:
            cost = self.costs.setdefault(holder, _Cost())
            cost.own += drawn
            cost.used += used
        if mark in used:
            self.costs[mark].used.append(mark)

    def _kept(self, name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The harmless attributes, those of the style sheet and the style attribute among them."""
        styles = dict(self.rules.get(name, {}))
        for word in given.get("class", "").split():
            styles |= self.rules.get(f".{word}", {})
        styles |= _declared(given.get("style", ""))
        allowed = ROOT_ATTRIBUTES if name == "svg" else ATTRIBUTES
        for key, value in given.items():
            if key in ("href", f"{XLINK} href"):
                if _HERE.fullmatch(value.strip()):
                    yield "href", value.strip()
            elif (key in allowed or key in STYLES) and key not in styles and _is_harmless(value):
                yield key, _URL.sub(r"url(\1)", value)
        for key, value in styles.items():
            yield key, _URL.sub(r"url(\1)", value)
