"""Finds everything that is left of a picture: its files, what was published and remembered, and who names it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from pressroom import load, memo, publish, urls, validate
from pressroom.load import Found, Library
from pressroom.markup import to_body
from pressroom.problems import ContentError, Desk, did_you_mean
from pressroom.slugs import slug
from pressroom.validate import withdrawn
from pressroom.validate.paths import resolved
from pressroom.validate.withdrawn import Register, Withdrawn

_SUFFIXES = "jpg|png|webp|avif|svg"
_PAGES = (".html", ".xml", ".json")


class Unknown(Exception):
    """There is no such picture, or several are meant; the text says so in German."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names the picture, and what is to be done there (a German sentence)."""

    path: str
    line: int
    column: int
    cure: str


@dataclass(frozen=True, slots=True)
class Traces:
    """All that there is of a picture.

    ``path`` is where it lies or lay, ``media/park.jpg``; ``content`` the folder of that. ``own`` are its file and its
    description, as far as they are there; ``digest`` is of its file, empty where that is gone. ``published`` are files
    of the output folder, ``remembered`` those of the cache that may hold something of it. ``copies`` are other
    pictures of the same bytes. ``mentions`` are places in texts, ``pages`` published files that show it. ``before`` is
    the record of an earlier withdrawal.
    """

    path: str
    content: Path
    own: tuple[Path, ...]
    digest: str
    published: tuple[Path, ...]
    remembered: tuple[Path, ...]
    copies: tuple[str, ...]
    mentions: tuple[Mention, ...]
    pages: tuple[str, ...]
    before: Withdrawn | None

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def unrecorded(self) -> bool:
        """Whether the deed stands in no record yet."""
        return self.before is None or (bool(self.digest) and self.digest != self.before.digest)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing left to delete."""
        return not self.own and not self.published and not self.remembered


def traces(wanted: str, content: Path, output: Path, cache: Path) -> Traces:
    """All that there is of the picture an editor means by a file's name or path.

    Raises Unknown, ContentError where content/withdrawn.yaml has mistakes, and OSError.
    """
    if not content.is_dir():
        raise Unknown(f"Den Ordner „{content}“ gibt es nicht. Nennen Sie mit --content den Ordner der Inhalte.")
    library = load.library(content, validate.SHELVES, Desk())
    known = _register(library)
    described = {found.path: Path(found.file) for found in library.texts if found.folder == "media"}
    path = _meant(wanted, library, described, known, output)
    whole = f"{library.name}/{path}"
    file = library.media.get(whole)
    before = next((one for one in reversed(known) if one.path == path), None)
    own = tuple(one for one in (file, described.get(f"{whole.rpartition('.')[0]}.yaml")) if one is not None)
    digest = memo.digest_of(file) if file is not None else before.digest if before is not None else ""
    others = {there: memo.digest_of(other) for there, other in library.media.items() if there != whole}
    spared = set(others.values()) - {digest}
    published = _published(path, output)
    names = tuple(sorted({one.name for one in published}))
    remembered = memo.traces(cache, spared)
    if not own and not published:
        # Whoever is done has nothing left here but what was made since, which knows no more than the record.
        remembered = tuple(one for one in remembered if digest and one.name.startswith(digest))
    return Traces(
        path,
        content,
        own,
        digest if file is not None else "",
        published,
        remembered,
        tuple(sorted(there for there, other in others.items() if file is not None and other == digest)),
        tuple(sorted(_mentions(whole, library), key=lambda one: (one.path, one.line, one.column))),
        tuple(_pages(names, output)) if names else (),
        before,
    )


def _register(library: Library) -> Register:
    """The pictures that were withdrawn before. Raises ContentError where the record has mistakes."""
    found = next((found for found in library.texts if found.path == f"{library.name}/{withdrawn.FILE}"), None)
    desk = Desk()
    source = load.source(found, Path(found.file).read_bytes(), desk) if found is not None else None
    known = withdrawn.of_source(source, desk) if source is not None else ()
    if desk.failed:
        raise ContentError(desk.sorted())
    return known


def _meant(wanted: str, library: Library, described: dict[str, Path], known: Register, output: Path) -> str:
    """The path below content/ of the picture that is meant. Raises Unknown."""
    top = f"{library.name}/"
    written = normalize("NFC", wanted).replace("\\", "/").rstrip("/")
    stem = written.rpartition(".")[0] if written.lower().endswith(".yaml") else written
    lonely = {path for path in described if not any(_stem(media) == _stem(path) for media in library.media)}
    there = sorted({*library.media, *lonely})
    whole = Path(wanted).resolve()
    exact = [path for path in library.media if library.media[path].resolve() == whole or path == f"{top}{written}"]
    found = exact or [path for path in there if f"/{path}".lower().endswith(f"/{written}".lower())]
    found = found or [path for path in there if f"/{_stem(path)}".lower().endswith(f"/{stem}".lower())]
    if len(found) > 1:
        names = "".join(f"\n  {path}" for path in found)
        raise Unknown(f"„{wanted}“ meint mehrere Bilder. Nennen Sie den ganzen Pfad:{names}")
    if found:
        return found[0].removeprefix(top)
    name = written.rsplit("/", 1)[-1]
    before = withdrawn.named(known, name)
    if before is not None:
        return before.path
    # Somebody may have deleted the picture by hand, while what was made of it is still there.
    gone = written.removeprefix(top).removeprefix("content/")
    gone = gone if gone.startswith("media/") else f"media/{gone}"
    if "." in name and _published(gone, output):
        return gone
    hint = did_you_mean(name, [path.rsplit("/", 1)[-1] for path in there])
    raise Unknown(f"Ein Bild „{wanted}“ gibt es nicht, und es wurde auch keines dieses Namens zurückgezogen.{hint}")


def _stem(path: str) -> str:
    return path.rpartition(".")[0]


def _published(path: str, output: Path) -> tuple[Path, ...]:
    """What was made of a picture for visitors, known by its name: every size and format, the card, the full size.

    A name that two pictures could claim counts as this one's: the next build makes again what belongs to the other.
    """
    if not (output / publish.MARKER).is_file():
        return ()
    stem = slug(_stem(path).removeprefix("media/")) or "bild"
    mine = re.compile(rf"{re.escape(stem)}(-(\d+|teilen|volle-groesse))?\.({_SUFFIXES})")
    folder = urls.path(urls.media(""))[: -len("index.html")]
    places = (output / folder, output / publish.ASIDE / folder)
    return tuple(
        file for place in places if place.is_dir() for file in sorted(place.iterdir()) if mine.fullmatch(file.name)
    )


def _pages(names: Iterable[str], output: Path) -> Iterator[str]:
    """The published files that lead to any of these pictures."""
    needles = re.compile(b"media/(" + b"|".join(re.escape(name.encode()) for name in names) + rb")(?![\w.-])")
    for file in sorted(output.rglob("*")):
        if file.suffix in _PAGES and file.is_file() and needles.search(file.read_bytes()):
            yield file.relative_to(output).as_posix()


def _mentions(whole: str, library: Library) -> Iterator[Mention]:
    """Every place in the texts that names or shows the picture, published or not."""
    short = whole.rsplit("/", 1)[-1]
    for found in library.texts:
        if found.suffix != ".md":
            continue
        data = Path(found.file).read_bytes()
        # To read Markdown takes a hundred times as long as to see that the name does not occur.
        if short in unescape(unquote(normalize("NFC", data.decode("utf-8", "replace")))):
            yield from _in_text(found, data, whole, short, library)


def _in_text(found: Found, data: bytes, whole: str, short: str, library: Library) -> Iterator[Mention]:
    source = load.source(found, data, Desk())
    if source is None:
        return
    head = source.fields.get("picture")
    if isinstance(head, str) and head.strip().rsplit("/", 1)[-1] == short:
        line, column = source.place("picture")
        yield Mention(found.path, line, column, withdrawn.cure(head.strip(), line, head=True))
    for use in to_body(source.text).pictures if source.text else ():
        there = resolved(found.path, use.target)
        if there == whole or (there.rsplit("/", 1)[-1] == short and there not in library.media):
            line = source.text_line + use.line - 1
            yield Mention(found.path, line, 0, withdrawn.cure(use.target, line, head=False))
