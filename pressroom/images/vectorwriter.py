"""Writes the harmless part of a drawing: shapes and their looks, never code, foreign addresses, endless repetition."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from pressroom.images.broken import Broken
from pressroom.images.vectorwords import (
    ATTRIBUTES,
    DRAWING,
    ELEMENTS,
    INVISIBLE,
    NAMESPACE,
    ROOT_ATTRIBUTES,
    STYLES,
    WRAPPERS,
    XLINK,
)

MOST_SHAPES = 20_000
"""So many shapes may come of a drawing once everything it repeats has been repeated (`use`)."""

MOST_DEPTH = 100
"""No drawing program puts groups into groups as often."""

EXPORT = "Exportieren Sie die Zeichnung neu als „Einfaches SVG“ (Inkscape) oder speichern Sie sie als PNG."
_HERE = re.compile(r"#[^\s\"'()<>\\]+")
_MARK = re.compile(r"[A-Za-z_][\w.-]*")
_URL = re.compile(r"url\(\s*[\"']?(#[^\s\"'()<>\\]+)[\"']?\s*\)")
_HARMLESS = re.compile(r"[^\\@<>{}]*")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\.?[A-Za-z_][\w-]*")


@dataclass(slots=True)
class Event:
    """A start tag, an end tag (without attributes) or text (without a name)."""

    name: str = ""
    attributes: Mapping[str, str] | None = None
    text: str = ""


@dataclass(slots=True)
class Cost:
    """What an element with an id holds: shapes of its own, and the ids of what it repeats or refers to."""

    own: int = 0
    used: list[str] = field(default_factory=list)


class Writer:
    """Writes the harmless part of the events."""

    def __init__(self, rules: Mapping[str, Mapping[str, str]], box: str, width: float, height: float) -> None:
        self.rules = rules
        self.frame = f' viewBox="{escape(box)}" width="{width:g}" height="{height:g}"'
        self.pieces: list[str] = []
        self.dropped: list[str] = []
        self.costs: dict[str, Cost] = {"": Cost()}
        self.shapes = 0
        self._open: list[tuple[str, str]] = []
        self._skipped = 0

    def take(self, event: Event) -> None:
        """Takes the next event."""
        if event.attributes is not None:
            self._start(event.name, event.attributes)
        elif event.name:
            self._end(event.name)
        elif not self._skipped and self._open and self._open[-1][0] in ("text", "tspan", "title", "desc"):
            self.pieces.append(escape(event.text, quote=False))

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        kept = dict(self._kept(name, given))
        empty = (name == "svg" and bool(self._open)) or (name == "use" and "href" not in kept)
        if self._skipped or empty or name not in ELEMENTS | WRAPPERS:
            self._skipped += 1
            if self._skipped == 1 and name not in INVISIBLE and not name.startswith("? "):
                self.dropped.append(name)
            return
        mark = kept.get("id", "")
        self._open.append((name, mark))
        if len(self._open) > MOST_DEPTH:
            raise Broken("Die SVG-Zeichnung ist zu tief verschachtelt.", EXPORT)
        if name in WRAPPERS:
            return
        self._count(name, mark, kept)
        root = f' xmlns="{NAMESPACE}"{self.frame}' if name == "svg" else ""
        words = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        self.pieces.append(f"<{name}{root}{words}>")

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._open.pop()
        if name in WRAPPERS:
            return
        last = self.pieces[-1]
        if last.startswith((f"<{name} ", f"<{name}>")) and not last.endswith("/>"):
            self.pieces[-1] = f"{self.pieces[-1][:-1]}/>"
        else:
            self.pieces.append(f"</{name}>")

    def _count(self, name: str, mark: str, kept: Mapping[str, str]) -> None:
        """Adds the element to everything it stands in."""
        used = [kept["href"][1:]] if "href" in kept else []
        used += [match[1][1:] for value in kept.values() for match in _URL.finditer(value)]
        drawn = name in DRAWING
        self.shapes += drawn
        if mark:
            self.costs[mark] = Cost()
        for holder in {"", *(held for _, held in self._open if held)}:
            cost = self.costs.setdefault(holder, Cost())
            cost.own += drawn
            cost.used += used
        if mark in used:
            self.costs[mark].used.append(mark)

    def _kept(self, name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The harmless attributes, those of the style sheet and the style attribute among them."""
        styles = dict(self.rules.get(name, {}))
        for word in given.get("class", "").split():
            styles |= self.rules.get(f".{word}", {})
        styles |= declared(given.get("style", ""))
        allowed = ROOT_ATTRIBUTES if name == "svg" else ATTRIBUTES
        for key, value in given.items():
            if key in ("href", f"{XLINK} href"):
                if _HERE.fullmatch(value.strip()):
                    yield "href", value.strip()
            elif key == "id":
                # Two of one name would leave open which is meant; what is no name could not be referred to.
                if value not in self.costs and _MARK.fullmatch(value):
                    yield key, value
            elif (key in allowed or key in STYLES) and key not in styles and _is_harmless(value):
                yield key, _URL.sub(r"url(\1)", value)
        for key, value in styles.items():
            yield key, _URL.sub(r"url(\1)", value)


def rules(events: Sequence[Event]) -> dict[str, dict[str, str]]:
    """What the drawing's style sheets say of plain names and classes; all else in them is passed over."""
    texts: list[str] = []
    inside = False
    for event in events:
        if event.name == "style":
            inside = event.attributes is not None
        elif inside:
            texts.append(event.text)
    found: dict[str, dict[str, str]] = {}
    for match in _RULE.finditer(re.sub(r"/\*.*?\*/", "", "".join(texts), flags=re.DOTALL)):
        for selector in match[1].split(","):
            if _SELECTOR.fullmatch(selector.strip()):
                found.setdefault(selector.strip(), {}).update(declared(match[2]))
    return found


def declared(written: str) -> dict[str, str]:
    """The harmless part of ``fill: red; stroke: url(#a)``."""
    found: dict[str, str] = {}
    for line in written.split(";"):
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), value.replace("!important", "").strip()
        if name in STYLES and _is_harmless(value):
            found[name] = value
    return found


def _is_harmless(value: str) -> bool:
    rest = _URL.sub("", value)
    return _HARMLESS.fullmatch(rest) is not None and re.search(r"url|expression|script|image", rest, re.I) is None


def total(costs: Mapping[str, Cost]) -> float:
    """How many shapes the drawing becomes; infinite where it repeats itself. The whole drawing has the id ``""``."""
    known: dict[str, float] = {}
    pending = [""]
    open_ids: set[str] = set()
    while pending:
        here = pending[-1]
        cost = costs.get(here, Cost())
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
