"""What there is to know of a finished page, read from its HTML once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple

from pressroom.files import File
from pressroom.memo import Memo

_LOADING = {"src", "srcset", "poster", "data"}
_LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}


class Facts(NamedTuple):
    """A page as a visitor's browser sees it: where its links lead, what it loads, what it says."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    wordless: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    funding: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole site: what is known of each page, every path there is, where each file comes from, its address."""

    pages: Mapping[str, Facts]
    paths: frozenset[str]
    origins: Mapping[str, str]
    base_path: str


def finished(
    files: Iterable[File], made: Mapping[str, bytes], base_path: str, memo: Memo, done: Callable[[int], None]
) -> Finished:
    """Reads every page that was made."""
    html = [path for path in made if path.endswith(".html")]
    facts = memo.remember_all(read, [(made[path].decode(),) for path in html], done)
    origins = {file.path: file.origin for file in files}
    return Finished(dict(zip(html, facts, strict=True)), frozenset(made), origins, base_path)


def read(html: str) -> Facts:
    """The facts of one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Facts(
        tuple(reader.ids),
        tuple(reader.links),
        tuple(reader.loads),
        tuple(reader.headings),
        tuple(reader.wordless),
        tuple(reader.inline),
        " ".join("".join(reader.funding).split()),
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.wordless: list[str] = []
        self.inline: list[str] = []
        self.funding: list[str] = []
        self._heading: tuple[int, list[str]] | None = None
        self._funding_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self._note_loading(tag, given)
        if tag == "img" and "alt" not in given:
            self.wordless.append(given.get("src", "img"))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = (int(tag[1]), [])
        self._note_inline(tag, given)
        if self._funding_depth:
            self._funding_depth += 0 if tag in ("img", "br", "wbr") else 1
            self.funding.append(f" [{given.get('src', '')}] " if tag == "img" else "")
        elif "funding" in given.get("class", "").split():
            self._funding_depth = 1

    def _note_loading(self, tag: str, given: dict[str, str]) -> None:
        if tag == "link":
            loads = set(given.get("rel", "").split()) & _LOADING_LINKS
            (self.loads if loads else self.links).append(given.get("href", ""))
        for name in _LOADING & set(given):
            targets = given[name].split(",") if name == "srcset" else [given[name]]
            self.loads += [target.split()[0] for target in targets if target.strip()]

    def _note_inline(self, tag: str, given: dict[str, str]) -> None:
        if tag == "style" or "style" in given:
            self.inline.append(f"<{tag} style>")
        if tag == "script" and "src" not in given and given.get("type") != "application/ld+json":
            self.inline.append("<script>")
        self.inline += [f"<{tag} {name}>" for name in given if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        if self._heading and tag == f"h{self._heading[0]}":
            self.headings.append((self._heading[0], " ".join("".join(self._heading[1]).split())))
            self._heading = None
        if self._funding_depth:
            self._funding_depth -= 1

    def handle_data(self, data: str) -> None:
        if self._heading:
            self._heading[1].append(data)
        if self._funding_depth:
            self.funding.append(data)
