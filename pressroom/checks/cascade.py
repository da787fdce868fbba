"""Reads a style sheet as a browser would: which declaration wins for an element, and what its value comes to.

Kept by tinycss2 and cssselect2, which are imported by need: only a changed style sheet is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.etree import ElementTree

_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_STATE = re.compile(r":(?:hover|active)\b")
_ITALIC = re.compile(r"\b(?:italic|oblique)\b")
_FAMILY = re.compile(r"(?:^|\s)\S*\d\S*(?:\s*/\s*\S+)?\s+(?P<family>.+)$")
_INHERITED = frozenset(
    "color font-family font-style font-variant text-transform text-shadow visibility forced-color-adjust "
    "print-color-adjust".split()
)
HOVER = ":hover"


class Declared(NamedTuple):
    """What one declaration says, and where it stands in the sheet."""

    value: str
    offset: int


class Scene(NamedTuple):
    """What a page is looked at under: ``print`` or ``screen``, whether it is dark, and which other queries hold."""

    medium: str
    dark: bool
    holding: frozenset[str]


class Style(NamedTuple):
    """A rule: when it holds, how strong it is, and what it declares by the names of longhands."""

    queries: tuple[str, ...]
    layer: int
    order: int
    declared: tuple[tuple[str, Declared], ...]


@dataclass
class Cascade:
    """The style sheet: for each element of a tree the rules that can match it, and the queries those depend on."""

    queries: frozenset[str]
    matched: Mapping[ElementTree.Element, Sequence[tuple[tuple[Any, ...], Style]]]
    parents: Mapping[ElementTree.Element, ElementTree.Element]
    _known: dict[tuple[ElementTree.Element, Scene], dict[str, Declared]] = field(default_factory=dict)

    def declared(self, element: ElementTree.Element, name: str, scene: Scene) -> Declared | None:
        """What wins for one property; of an inherited one what its parents were given, else None."""
        found = self._winners(element, scene).get(name)
        if found is None or found.value == "inherit":
            parent = self.parents.get(element)
            inherits = name in _INHERITED or name.startswith("--") or found is not None
            return self.declared(parent, name, scene) if inherits and parent is not None else None
        return found

    def gives(self, element: ElementTree.Element, name: str, scene: Scene) -> bool:
        """Whether a rule for this very element says what a property is."""
        return name in self._winners(element, scene)

    def value(self, element: ElementTree.Element, name: str, scene: Scene) -> Declared | None:
        """The same with the values of custom properties put in; the place is then theirs, where they are to blame."""
        found = self.declared(element, name, scene)
        for _ in range(20):
            match = _VAR.search(found.value) if found else None
            if found is None or match is None:
                break
            custom = self.declared(element, match[1], scene)
            put = custom.value if custom else (match[2] or "").strip()
            alone = match[0] == found.value and custom is not None
            offset = custom.offset if alone and custom else found.offset
            found = Declared(found.value.replace(match[0], put), offset)
        return _last(name, found) if found else None

    def _winners(self, element: ElementTree.Element, scene: Scene) -> dict[str, Declared]:
        key = element, scene
        if key not in self._known:
            won: dict[str, Declared] = {}
            for _, style in self.matched[element]:
                if all(_holds(query, scene) for query in style.queries):
                    won.update(style.declared)
            self._known[key] = won
        return self._known[key]


def cascade(style: str, root: ElementTree.Element) -> Cascade:
    """The style sheet as it concerns a tree of elements."""
    import cssselect2

    layers: list[str] = []
    matcher = cssselect2.Matcher()
    lines = [0]
    for line in style.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    rules = list(_rules(style, layers, lines))
    for selectors, rule in rules:
        try:
            compiled = cssselect2.compile_selector_list(selectors)
        except cssselect2.SelectorError:
            # What this reader does not know, such as :focus-visible, matches nothing that cannot be focused.
            continue
        for selector in compiled:
            matcher.add_selector(selector, rule)
    matched = {}
    for wrapped in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        found = [
            ((rule.layer, specificity, rule.order), rule)
            for specificity, _, pseudo, rule in matcher.match(wrapped)
            if pseudo is None
        ]
        matched[wrapped.etree_element] = sorted(found, key=lambda one: one[0])
    parents = {child: parent for parent in root.iter() for child in parent}
    queries = frozenset(query for found in matched.values() for _, rule in found for query in rule.queries)
    return Cascade(queries, matched, parents)


def scenes(queries: Iterable[str]) -> Iterator[Scene]:
    """Light, dark and paper, each with no other condition holding, with each alone, and with all together."""
    others = sorted({part for query in queries for part in _parts(query)} - {"print", "screen", "all", _DARK, _LIGHT})
    holding = [frozenset(), *(frozenset({one}) for one in others), frozenset(others)]
    for medium, dark in (("screen", False), ("screen", True), ("print", False), ("print", True)):
        for one in dict.fromkeys(holding):
            yield Scene(medium, dark, one)


_DARK, _LIGHT = "(prefers-color-scheme: dark)", "(prefers-color-scheme: light)"


def _parts(query: str) -> list[str]:
    return [part.strip() for one in query.split(",") for part in one.split(" and ")]


def _holds(query: str, scene: Scene) -> bool:
    known = {"all": True, _DARK: scene.dark, _LIGHT: not scene.dark, scene.medium: True, "print": False}
    known = {"screen": False, **known, scene.medium: True}
    return any(
        all(known.get(part.strip(), part.strip() in scene.holding) for part in one.split(" and "))
        for one in query.split(",")
    )


def _rules(style: str, layers: list[str], lines: Sequence[int]) -> Iterator[tuple[str, Style]]:
    """Every rule with its selectors, in order."""
    import tinycss2

    def within(nodes: Iterable[Any], layer: str, queries: tuple[str, ...]) -> Iterator[tuple[str, Style]]:
        for node in nodes:
            if node.type == "at-rule":
                prelude = tinycss2.serialize(node.prelude).strip()
                if node.at_keyword == "layer":
                    layers.extend(name.strip() for name in prelude.split(",") if name.strip() not in layers)
                if node.content is None or node.at_keyword in ("font-face", "page", "keyframes", "property"):
                    continue
                inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                more = () if node.at_keyword == "layer" else (prelude,)
                yield from within(inner, prelude if node.at_keyword == "layer" else layer, (*queries, *more))
            elif node.type == "qualified-rule":
                selectors = tinycss2.serialize(node.prelude).strip()
                state = (HOVER,) if _STATE.search(selectors) else ()
                inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                declared = [one for item in inner if item.type == "declaration" for one in _longhands(item, lines)]
                rank = layers.index(layer) if layer in layers else len(layers) + 1000
                yield _STATE.sub("", selectors), Style((*queries, *state), rank, next(order), tuple(declared))

    order = iter(range(10**6))
    nodes = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    yield from within(nodes, "", ())


def _longhands(node: Any, lines: Sequence[int]) -> Iterator[tuple[str, Declared]]:
    """A declaration by the names that are asked for; what a shorthand says is told apart when it is known whole."""
    import tinycss2

    offset = lines[node.source_line - 1] + node.source_column - 1
    said = Declared(tinycss2.serialize(node.value).strip(), offset)
    name = node.name if node.name.startswith("--") else node.lower_name.removeprefix("-webkit-")
    shorthands = {
        "font": ("font-family", "font-style", "font-variant"),
        "text-decoration": ("text-decoration-line",),
        "background": ("background-color",),
        "animation": ("animation-name",),
        "mask": ("mask-image",),
        "border": ("border-width",),
        "font-variant-caps": ("font-variant",),
    }
    for longhand in shorthands.get(name, (name,)):
        yield longhand, said._replace(value=f"{name}: {said.value}") if name == "font" else said


def _last(name: str, found: Declared) -> Declared:
    """The part of a shorthand that a property is given."""
    if not found.value.startswith("font: "):
        return found
    rest = found.value.removeprefix("font: ")
    if name == "font-style":
        return found._replace(value="italic" if _ITALIC.search(rest) else "normal")
    if name == "font-variant":
        return found._replace(value="small-caps" if "small-caps" in rest else "normal")
    match = _FAMILY.search(rest)
    return found._replace(value=match["family"] if match else rest)
