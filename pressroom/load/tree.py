"""Walks the content folder: which files there are, and what they say."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from pressroom.kinds.languages import TRANSLATED
from pressroom.load import front, text
from pressroom.load.source import Source
from pressroom.problems import Desk

PICTURES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".gif",
    ".avif",
    ".svg",
    ".heic",
    ".heif",
    ".tif",
    ".tiff",
    ".bmp",
)
_SILENT = frozenset({"thumbs.db", "desktop.ini"})


class Found(NamedTuple):
    """A file of text that lies in content/, not yet read.

    ``path`` is as shown in messages, ``file`` where it lies on disk; ``name`` is the file's name without its ending,
    in NFC. ``lang`` is the language of a translation, ``name.en.md``, and empty for what it is made from.
    """

    path: str
    folder: str
    name: str
    suffix: str
    file: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that lies in content/.

    ``media`` maps a picture's path as shown in messages to the file on disk; ``words`` are the words of the site in
    each language, which tell nothing and name nobody.
    """

    texts: tuple[Found, ...]
    media: Mapping[str, Path]
    name: str
    words: tuple[Found, ...] = ()


def library(content: Path, shelves: Mapping[str, str], desk: Desk) -> Library:
    """Walks a content folder without reading what is in its files.

    ``shelves`` maps each folder to the ending of its files; the folder ``""`` is content/ itself. What does not
    belong there is reported to the desk and left out.
    """
    if not content.is_dir():
        desk.report("folder-missing", content.as_posix(), name=content.as_posix())
        return Library((), {}, _name(content))
    top = _name(content)
    texts: list[Found] = []
    media: dict[str, Path] = {}
    words: list[Found] = []
    for above, name, file in _files(content, top, desk):
        path = f"{above}/{name}"
        folder = above[len(top) + 1 :].split("/", 1)[0]
        stem, dot, ending = name.rpartition(".")
        suffix = f".{ending.lower()}" if dot and stem else ""
        if folder == "media" and suffix in PICTURES:
            media[path] = Path(file)
        elif suffix and shelves.get(folder) == suffix:
            # Beside texts, the settings alone are translated.
            written, lang = _tongue(stem) if suffix == ".md" or not folder else (stem, "")
            (words if folder == "words" else texts).append(Found(path, folder, written, suffix, file, lang))
        else:
            desk.report("file-stray", path, name=name, cure=_stray_cure(folder, suffix, shelves))
    return Library(tuple(texts), media, top, tuple(words))


def source(found: Found, data: bytes | int, desk: Desk) -> Source | None:
    """What one file says, or None if it says nothing that can be read. ``data`` is as for ``text.read``."""
    raw = text.read(data, found.path, desk)
    if raw is None:
        return None
    read = front.split if found.suffix == ".md" else front.whole
    told = read(raw, found.path, found.folder, found.name, Path(found.file), desk)
    return replace(told, lang=found.lang) if found.lang else told


def sources(library: Library, desk: Desk) -> Iterator[tuple[Found, bytes, Source]]:
    """Every text of a library that says something, with its bytes, for who asks on demand; a build remembers what it
    reads. What cannot be read is reported to the desk and left out.
    """
    for found in library.texts:
        try:
            data = Path(found.file).read_bytes()
        except OSError as trouble:
            desk.report("file-unreadable", found.path, reason=trouble.strerror or type(trouble).__name__)
            continue
        told = source(found, data if len(data) <= text.MOST_BYTES else len(data), desk)
        if told is not None:
            yield found, data, told


def _tongue(stem: str) -> tuple[str, str]:
    """The name and the language of a file: ``kontakt.en`` is ``kontakt`` in English."""
    name, dot, lang = stem.rpartition(".")
    return (name, lang.lower()) if dot and name and lang.lower() in TRANSLATED else (stem, "")


def _name(content: Path) -> str:
    """What the content folder is called in messages."""
    return normalize("NFC", content.resolve().name)


def project_files(folder: Path, suffixes: Collection[str]) -> Iterator[tuple[str, Path]]:
    """The generator's own files (templates, styles) below a folder, by path from there, in order."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in suffixes and file.is_file():
            yield file.relative_to(folder).as_posix(), file


def _files(content: Path, top: str, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Every regular file below content/, in order: its folder as shown in messages, its name in NFC, its place."""
    root = os.path.realpath(content)
    pending: list[tuple[str, str]] = [(top, str(content.absolute()))]
    while pending:
        above, folder = pending.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(((normalize("NFC", entry.name), entry) for entry in found), key=_by_name)
        except OSError as trouble:
            desk.report("file-unreadable", above, reason=trouble.strerror or type(trouble).__name__)
            continue
        for name, entry in entries:
            if name.startswith((".", "~$")) or name.lower() in _SILENT:
                continue
            linked = entry.is_symlink()
            if linked and not Path(os.path.realpath(entry.path)).is_relative_to(root):
                desk.report("file-link", f"{above}/{name}", name=name)
            elif entry.is_dir(follow_symlinks=False):
                pending.append((f"{above}/{name}", entry.path))
            elif not entry.is_file():
                desk.report("file-unreadable", f"{above}/{name}", reason="keine gewöhnliche Datei")
            else:
                yield above, name, entry.path


def _by_name(pair: tuple[str, os.DirEntry[str]]) -> str:
    return pair[0]


def _stray_cure(folder: str, suffix: str, shelves: Mapping[str, str]) -> str:
    if folder == "media":
        return "Hierher gehören nur Bilder (JPEG, PNG, WebP, AVIF, GIF, SVG) und ihre Beschreibungen (.yaml)."
    if suffix in PICTURES:
        return "Bilder gehören nach content/media/."
    if folder in shelves and folder:
        if suffix in (".txt", ".markdown", ".yml", ".md", ".yaml"):
            return f"Dateien in {folder}/ enden auf {shelves[folder]}; benennen Sie sie um, oder löschen Sie sie."
        return "Legen Sie mit „build.py new“ eine Datei an, kopieren Sie den Text hinein, und löschen Sie diese."
    known = ", ".join(sorted(f"{name}/" for name in shelves if name))
    return f"Legen Sie sie in einen dieser Ordner: {known}. Oder löschen Sie sie."
