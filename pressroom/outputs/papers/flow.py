"""From the HTML of a text to blocks that a template of Typst sets: paragraphs, headings, lists, tables, links."""

from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from pressroom import urls

Block = dict[str, Any]
"""``kind`` and what belongs to it: ``inner`` of p, h, item, quote; ``items`` of ul, ol; ``rows`` of a table; ``pairs``
of dl. Inner pieces are words or again groups with a ``kind``: b, i, sup, sub, mono, quoted, lang, link, span (nothing
special), br.
"""

_VOID = frozenset({"br", "hr", "img", "col", "wbr", "source"})
_DROPPED = frozenset({"img", "picture", "figcaption", "wbr", "colgroup"})
"""Pictures are not for a sheet that is copied in black and white; what they show is said in the text."""
_BLOCKS = frozenset(
    "header section p h2 h3 h4 h5 h6 ul ol li blockquote pre table caption thead tbody tfoot tr td th dl dt dd div "
    "details summary hr".split()
)
_INLINE = {
    **dict.fromkeys(("b", "strong", "dfn"), "b"),
    **dict.fromkeys(("i", "em", "cite", "var"), "i"),
    **dict.fromkeys(("code", "kbd", "samp"), "mono"),
    "sup": "sup",
    "sub": "sub",
}


class Flow(NamedTuple):
    """A text in blocks, and the addresses its links lead to, each once, in the order of their numbers from 1."""

    blocks: tuple[Block, ...]
    addresses: tuple[str, ...]


class _Node(NamedTuple):
    """An element of HTML. The root has no tag."""

    tag: str
    given: dict[str, str]
    inner: "list[_Node | str]"


def flow(html: str, absolute: Callable[[str], str], *, apart: bool = False) -> Flow:
    """Clean HTML as blocks. ``absolute`` turns an internal address, ``site:/…``, into one for the whole world.

    Nothing is left out but pictures and their words. An element that is not known is read as what stands in it.
    ``apart`` is for a page whose links lead into the folder it lies in: no address has a number, and the words below
    pictures, which lie there, too, are kept.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    making = _Making(absolute, apart)
    return Flow(tuple(making.blocks(reader.root.inner)), tuple(making.addresses))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("", {}, [])
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {name: value or "" for name, value in attrs}, [])
        self._open[-1].inner.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        # nh3 closes every element in its order.
        if self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].inner.append(data)


class _Making:
    def __init__(self, absolute: Callable[[str], str], apart: bool) -> None:
        self._dropped = _DROPPED - {"figcaption"} if apart else _DROPPED
        self._apart = apart
        self.addresses: list[str] = []
        self._absolute = absolute
        self._level = 1

    def blocks(self, nodes: Iterable[_Node | str]) -> Iterator[Block]:
        """Blocks in their order; words that stand between them become paragraphs."""
        loose: list[_Node | str] = []
        for node in nodes:
            if isinstance(node, str) or node.tag not in _BLOCKS:
                loose.append(node)
                continue
            yield from self._paragraph(loose)
            loose = []
            yield from self._block(node)
        yield from self._paragraph(loose)

    def _paragraph(self, nodes: Iterable[_Node | str]) -> Iterator[Block]:
        inner = list(self._inner(nodes))
        if any(not isinstance(piece, str) or piece.strip() for piece in inner):
            yield {"kind": "p", "inner": inner}

    def _block(self, node: _Node) -> Iterator[Block]:
        tag = node.tag
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            # A voice that reads the sheet is told of no level that is not there.
            self._level = min(int(tag[1]), self._level + 1)
            yield {"kind": "h", "level": self._level, "inner": list(self._inner(node.inner))}
        elif tag in ("ul", "ol"):
            items = [list(self.blocks(item.inner)) for item in _within(node, "li")]
            yield {"kind": tag, "items": items, "start": _number(node.given.get("start", ""), 1)}
        elif tag == "blockquote":
            yield {"kind": "quote", "inner": list(self.blocks(node.inner))}
        elif tag == "table":
            yield from self._table(node)
        elif tag == "dl":
            yield {"kind": "dl", "pairs": list(self._pairs(node))}
        elif tag == "hr":
            yield {"kind": "hr"}
        elif tag == "pre":
            yield {"kind": "pre", "inner": list(self._inner(node.inner, kept=True))}
        elif tag == "summary":
            yield {"kind": "p", "inner": [{"kind": "b", "inner": list(self._inner(node.inner))}]}
        elif tag == "p":
            yield from self._paragraph(node.inner)
        else:
            yield from self.blocks(node.inner)

    def _table(self, node: _Node) -> Iterator[Block]:
        for caption in _within(node, "caption"):
            yield {"kind": "p", "inner": [{"kind": "b", "inner": list(self._inner(caption.inner))}]}
        head = [row for part in _within(node, "thead") for row in _within(part, "tr")]
        lines = head + [row for part in _within(node, "tbody", "tfoot") for row in _within(part, "tr")]
        lines += list(_within(node, "tr"))
        rows = [[self._cell(cell) for cell in _within(line, "td", "th")] for line in lines]
        if any(rows):
            width = max(sum(cell["across"] for cell in row) for row in rows)
            yield {"kind": "table", "rows": [row for row in rows if row], "head": len(head), "columns": width}

    def _cell(self, node: _Node) -> Block:
        across, down = (_number(node.given.get(name, ""), 1) for name in ("colspan", "rowspan"))
        inner = list(self.blocks(node.inner))
        return {
            "inner": inner,
            "strong": node.tag == "th" and node.given.get("scope") != "row",
            "across": across,
            "down": down,
        }

    def _pairs(self, node: _Node) -> Iterator[tuple[list[Any], list[Block]]]:
        """Each term with all that is said of it."""
        term: list[Any] = []
        said: list[Block] = []
        for one in _within(node, "dt", "dd"):
            if one.tag == "dd":
                said += self.blocks(one.inner)
                continue
            if term:
                yield term, said
            term, said = list(self._inner(one.inner)), []
        if term or said:
            yield term, said

    def _inner(self, nodes: Iterable[_Node | str], *, kept: bool = False) -> Iterator[Any]:
        """Words and what is done with them. Ends of lines are spaces, but where they are ``kept``."""
        for node in nodes:
            if isinstance(node, str):
                yield node if kept else node.replace("\n", " ")
            elif node.tag == "br":
                yield {"kind": "br"}
            elif node.tag not in self._dropped:
                inner = list(self._inner(node.inner, kept=kept))
                if node.tag == "a":
                    # On paper nobody leaps back from a note to its number.
                    if "footnote-backref" not in node.given.get("class", ""):
                        yield self._link(node, inner)
                elif node.tag == "q":
                    yield {"kind": "quoted", "inner": inner}
                elif "lang" in node.given:
                    yield {"kind": "lang", "lang": node.given["lang"].partition("-")[0].lower(), "inner": inner}
                elif node.tag in _INLINE:
                    yield {"kind": _INLINE[node.tag], "inner": inner}
                else:
                    yield from inner

    def _link(self, node: _Node, inner: list[Any]) -> Block:
        """A link. One whose words are its address has no number."""
        to = self._absolute(node.given.get("href", ""))
        shown = urls.shown(to) if to.startswith("http") else to.partition(":")[2]
        said = "".join(_words(node.inner))
        if to.startswith(("#", "tel:")) or not to:
            return {"kind": "span", "inner": inner}
        number = 0
        if urls.shown(said) != shown and not self._apart:
            if shown not in self.addresses:
                self.addresses.append(shown)
            number = self.addresses.index(shown) + 1
        return {"kind": "link", "to": to, "number": number, "inner": inner}


def _within(node: _Node, *tags: str) -> Iterator[_Node]:
    """The elements of some kinds that stand right in another; those in a div between, too."""
    for one in node.inner:
        if isinstance(one, _Node):
            if one.tag in tags:
                yield one
            elif one.tag == "div":
                yield from _within(one, *tags)


def _words(nodes: Iterable[_Node | str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _words(node.inner)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else otherwise
