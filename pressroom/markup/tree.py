"""What is done to the tree of elements before it becomes HTML: headings, typography, tables."""

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from pressroom.slugs import slug
from pressroom.typography import polish

_BLOCKS = frozenset("p li dt dd h1 h2 h3 h4 h5 h6 td th div blockquote caption figcaption".split())
# \x02…\x03 are python-markdown's place holders for what it has set aside.
_ASIDE = "\x02"
_SET_ASIDE = re.compile("(\x02[^\x03]*\x03)")
_SIDES = {"left": "", "center": "center", "right": "end"}
"""Sides as python-markdown names them, and our classes: in the direction of reading, in which cells begin anyway."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Polish(Treeprocessor):
    """German typography in running text, not in code."""

    def run(self, root: etree.Element) -> None:
        """Walks the text in reading order, so that a quotation may span emphasis."""
        self._last = ""
        self._walk(root, False)

    def _walk(self, element: etree.Element, code: bool) -> None:
        if element.tag in _BLOCKS:
            self._last = ""
        code = code or element.tag in ("code", "pre")
        if element.text:
            element.text = self._text(element.text, code)
        for child in element:
            self._walk(child, code)
            if child.tag == "br":
                self._last = " "
            if child.tail:
                child.tail = self._text(child.tail, code)

    def _text(self, text: str, code: bool) -> str:
        if code:
            self._last = text[-1]
            return text
        if _ASIDE not in text:
            polished = polish(text, self._last)
            self._last = text[-1]
            return polished
        pieces = _SET_ASIDE.split(text)
        for position, piece in enumerate(pieces):
            if position % 2 == 0 and piece:
                pieces[position] = polish(piece, self._last)
                self._last = piece[-1]
            elif piece:
                self._last = "x"
        return "".join(pieces)


class Headings(Treeprocessor):
    """Puts headings below the page's own, without jumps, each with a mark to link to."""

    def run(self, root: etree.Element) -> None:
        """Renumbers the levels and gives every heading an id."""
        taken: set[str] = set()
        stack: list[int] = []
        for element in root.iter():
            if element.tag not in _HEADINGS:
                continue
            written = _HEADINGS.index(element.tag)
            while stack and stack[-1] >= written:
                stack.pop()
            stack.append(written)
            element.tag = f"h{min(1 + len(stack), 6)}"
            wanted = slug(element.get("id") or "".join(element.itertext())) or "abschnitt"
            mark, count = wanted, 2
            while mark in taken:
                mark, count = f"{wanted}-{count}", count + 1
            taken.add(mark)
            element.set("id", mark)


class Tables(Treeprocessor):
    """Gives header cells their scope, and cells the side that ``---:`` asks for."""

    def run(self, root: etree.Element) -> None:
        """Marks every header cell as the head of its column, and turns alignment into a class, as styles are barred."""
        for cell in root.iter():
            if cell.tag == "th":
                cell.set("scope", "col")
            if cell.tag in ("th", "td") and cell.get("align") in _SIDES:
                side = _SIDES[cell.attrib.pop("align")]
                if side:
                    cell.set("class", f"{cell.get('class', '')} {side}".strip())
