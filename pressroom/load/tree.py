"""Walks the content folder: which files there are, and what they say."""

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

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


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that lies in content/.

    ``media`` maps a picture's path as shown in messages to the file on disk.
    """

    sources: tuple[Source, ...]
    media: Mapping[str, Path]
    name: str


def library(content: Path, shelves: Mapping[str, str], desk: Desk) -> Library:
    """Reads a content folder.

    ``shelves`` maps each folder to the ending of its files; the folder ``""`` is content/ itself. What cannot
    be read is reported to the desk and left out.
    """
    if not content.is_dir():
        desk.report("folder-missing", content.as_posix(), name=content.as_posix())
        return Library((), {}, _name(content))
    root = Path(os.path.realpath(content))
    sources = []
    media: dict[str, Path] = {}
    for parts, file in _files(content, root, desk):
        path = "/".join((_name(content), *parts))
        folder = parts[0] if len(parts) > 1 else ""
        suffix = Path(parts[-1]).suffix.lower()
        if folder == "media" and suffix in PICTURES:
            media[path] = file
        elif shelves.get(folder) == suffix:
            found = _source(file, path, folder, suffix, desk)
            if found:
                sources.append(found)
        else:
            desk.report("file-stray", path, name=parts[-1], cure=_stray_cure(folder, suffix, shelves))
    return Library(tuple(sources), media, _name(content))


def _name(content: Path) -> str:
    """What the content folder is called in messages."""
    return normalize("NFC", content.resolve().name)


def project_files(folder: Path, suffixes: Collection[str]) -> Iterator[tuple[str, Path]]:
    """The generator's own files (templates, styles) below a folder, by path from there, in order."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in suffixes and file.is_file():
            yield file.relative_to(folder).as_posix(), file


def _files(content: Path, root: Path, desk: Desk) -> Iterator[tuple[tuple[str, ...], Path]]:
    """Every regular file below content/, with the NFC parts of its path, in order."""
    pending: list[tuple[tuple[str, ...], Path]] = [((), content)]
    while pending:
        above, folder = pending.pop()
        try:
            entries = sorted(folder.iterdir(), key=lambda entry: normalize("NFC", entry.name))
        except OSError as trouble:
            shown = "/".join((_name(content), *above))
            desk.report("file-unreadable", shown, reason=trouble.strerror or type(trouble).__name__)
            continue
        for entry in entries:
            name = normalize("NFC", entry.name)
            parts = (*above, name)
            shown = "/".join((_name(content), *parts))
            if name.startswith((".", "~$")) or name.lower() in _SILENT:
                continue
            if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(root):
                desk.report("file-link", shown, name=name)
            elif entry.is_dir() and not entry.is_symlink():
                pending.append((parts, entry))
            elif not _regular(entry):
                desk.report("file-unreadable", shown, reason="keine gewöhnliche Datei")
            else:
                yield parts, entry


def _regular(entry: Path) -> bool:
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return False


def _source(file: Path, path: str, folder: str, suffix: str, desk: Desk) -> Source | None:
    raw = text.read(file, path, desk)
    if raw is None:
        return None
    name = normalize("NFC", file.stem)
    if suffix == ".md":
        return front.split(raw, path, folder, name, file, desk)
    return front.whole(raw, path, folder, name, file, desk)


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
