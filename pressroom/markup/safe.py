"""The safe set of HTML, and a list of what did not belong to it."""

from collections import Counter
from html.parser import HTMLParser
from typing import NamedTuple

import nh3

TAGS = frozenset(
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td "
    "tfoot th thead time tr u ul var wbr".split()
)
"""Elements an editor may use. Nothing that runs, loads, embeds or asks for input."""

ATTRIBUTES = {
    "*": {"id", "lang", "dir", "class", "title"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "img": {"src", "alt"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "details": {"open"},
}
CLASSES = frozenset({"gap", "footnote", "footnote-ref", "footnote-backref"})
CELL_CLASSES = CLASSES | {"center", "end"}
"""What ``:---:`` and ``---:`` in the second line of a table become."""
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script", "style", "template", "iframe", "object", "noscript", "textarea", "title"},
    attributes={tag: set(names) - {"class"} for tag, names in ATTRIBUTES.items()},
    allowed_classes={tag: set(CELL_CLASSES if tag in ("td", "th") else CLASSES) for tag in TAGS},
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)


_SCROLL = '<div class="scroll" role="group" aria-label="Tabelle" tabindex="0">'


def scrolling(html: str) -> str:
    """Clean HTML whose tables each lie in a box of their own: on a narrow screen it scrolls, by keyboard too."""
    return html.replace("<table", f"{_SCROLL}<table").replace("</table>", "</table></div>")


class Removed(NamedTuple):
    """A tag or attribute that was taken out, as written: ``<script>``, ``style=color:red``; ``kept`` is how many of the
    same wording stood before it and stayed, because they belong to another element.
    """

    piece: str
    kept: int


def clean(html: str) -> tuple[str, list[Removed]]:
    """HTML of the safe set only, and all that was taken out."""
    result = _CLEANER.clean(html)
    # Most of what it changes is how a space is spelt. To list all that is in both takes as long as to read the text.
    if result.replace("&nbsp;", "\u00a0") == html.replace("&nbsp;", "\u00a0"):
        return result, []
    stays = Counter(_inventory(result))
    passed: Counter[str] = Counter()
    removed = []
    for tag, piece in _inventory(html):
        if stays[tag, piece] > 0:
            stays[tag, piece] -= 1
            passed[piece] += 1
        else:
            removed.append(Removed(piece, passed.pop(piece, 0)))
    return result, removed


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append((tag, f"<{tag}>"))
        if tag not in TAGS:
            # The tag is gone as a whole; a message for each of its attributes would say nothing more.
            return
        for name, value in attrs:
            if name == "class":
                self.pieces += [(tag, f"class={word}") for word in (value or "").split()]
            else:
                self.pieces.append((tag, f"{name}={' '.join((value or '').split())}"))

    def handle_comment(self, data: str) -> None:
        # Comments are the editor's notes; taking them out harms nobody and needs no message.
        return


def _inventory(html: str) -> list[tuple[str, str]]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.pieces
