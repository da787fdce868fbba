"""A reader of Markdown that takes only those of python-markdown's steps that a text has need of.

A usual text needs twenty of nearly fifty steps, yet python-markdown tries each of them on each piece of the text.
Here a step is left out where none of the signs occurs without which it would do nothing; that, and one reader for all
texts, takes reading a thousand stories from 2.9 to 1.8 s. tests/test_frugal.py holds the HTML against that of all.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

Step = TypeVar("Step")
Signs = frozenset[str]

# Keys are python-markdown's names of its steps and ours; a step without a line here is always taken.
_TEXT: Mapping[str, tuple[str, ...]] = {
    "fenced_code_block": ("```", "~~~"),
    "html_block": ("<", "&"),
}
# Whatever is taken from a line's beginning, its end stays: a rule ends with its own sign, or with spaces. Only the end
# of a footnote is cut, and that by more than spaces.
_BLOCKS: Mapping[str, tuple[str, ...]] = {
    "indent": ("    ",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("=\n", "-\n", " \n", "[^"),
    "hr": ("-\n", "*\n", "_\n", " \n", "[^"),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "reference": ("]:",),
}
# Patterns put marks of \x02…\x03 in place of what they found, so they never join what stood apart.
_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "gap": ("[[",),
    "foreign-words": ("{lang=",),
    "link": ("](",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "reference": ("[",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
}
_REFERENCES = ("reference", "image_reference", "short_reference", "short_image_ref")
"""Patterns that look up what was defined elsewhere as ``[name]: address``."""
_TREE: Mapping[str, tuple[str, ...]] = {
    "footnote": ("[^",),
    "footnote-duplicate": ("[^",),
    "attr_list": ("{",),
    "headings": ("#", "=\n", "-\n", " \n", "[^"),
    "tables": ("|",),
    "unescape": ("\\",),
}
_SIGNS = frozenset({""}).union(*(signs for table in (_BLOCKS, _PATTERNS, _TREE) for signs in table.values()))


class Frugal(Markdown):
    """Gives the HTML that ``Markdown`` gives, for one text after the other."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._text = _with_signs(self.preprocessors, _TEXT)
        self._blocks = _with_signs(self.parser.blockprocessors, _BLOCKS)
        self._patterns = _with_signs(self.inlinePatterns, _PATTERNS)
        self._tree = _with_signs(self.treeprocessors, _TREE)
        self._lookups = [self.inlinePatterns[name] for name in _REFERENCES]

    def convert(self, source: str) -> str:
        """The HTML of a text. A reader that raised RecursionError has lost its place and must not be used again."""
        if not source.strip():
            return ""
        self.reset()
        text = source
        for step, signs in self._text:
            if any(sign in text for sign in signs):
                text = "\n".join(step.run(text.split("\n")))
        found = frozenset(sign for sign in _SIGNS if sign in text)
        # The parser only walks through its steps in their order, for which a list serves as well as a Registry.
        blocks = [step for step, signs in self._blocks if signs & found]
        self.parser.blockprocessors = blocks  # type: ignore[assignment]
        root = etree.Element(self.doc_tag)
        self.parser.parseChunk(root, text)
        for process, signs in self._tree:
            if process is self.treeprocessors["inline"]:
                self._inline(root, found)
            elif signs & found:
                process.run(root)
        html = self.serializer(root)
        html = html[len(f"<{self.doc_tag}>") : html.rindex(f"</{self.doc_tag}>")].strip()
        for last in self.postprocessors:
            html = last.run(html)
        return html.strip()

    def _inline(self, root: etree.Element, found: Signs) -> None:
        """Emphasis, links and the like, in the few elements that may hold some."""
        wanted = [
            (pattern, signs)
            for pattern, signs in self._patterns
            if signs & found and (self.references or pattern not in self._lookups)
        ]
        if not wanted:
            return
        may_hold = _finder(frozenset().union(*(signs for _, signs in wanted)))
        for element in root.iter():
            if element.text and not may_hold(element.text):
                # python-markdown does not look into an AtomicString.
                element.text = AtomicString(element.text)
        step = self.treeprocessors["inline"]
        assert isinstance(step, InlineProcessor)
        step.inlinePatterns = [pattern for pattern, _ in wanted]  # type: ignore[assignment]
        step.run(root)


def _with_signs(steps: Registry[Step], signs: Mapping[str, tuple[str, ...]]) -> list[tuple[Step, Signs]]:
    """Steps in their order, each with its signs; raises KeyError for a name that python-markdown does not know."""
    known = {id(steps[name]): frozenset(found) for name, found in signs.items()}
    # The empty sign occurs in every text.
    return [(step, known.get(id(step), frozenset({""}))) for step in steps]


@cache
def _finder(signs: Signs) -> Callable[[str], re.Match[str] | None]:
    """Finds the first of some signs in a text."""
    return re.compile("|".join(re.escape(sign) for sign in sorted(signs))).search
