"""Which file is meant by what somebody typed, and what it is to be called."""

import os
import re
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from pressroom import urls
from pressroom.load import Library
from pressroom.problems import did_you_mean
from pressroom.slugs import slug
from pressroom.validate import KINDS

_NAME = re.compile(r"[^\W_][\w -]*(?<! )")
_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_SUFFIXES = {kind.folder: kind.suffix for kind in KINDS} | {"media": ".yaml"}


class Refused(Exception):
    """It cannot be renamed so; the text says why and what to do, in German."""


class Move(NamedTuple):
    """One file and its new place, both as shown in messages: ``content/news/a.md``; ``file`` is where it lies."""

    old: str
    new: str
    file: str


class Target(NamedTuple):
    """What is renamed: its folder, its old name and its new one, and all files that move, the first one first.

    Names are without ending; those of a picture have theirs.
    """

    folder: str
    old: str
    new: str
    moves: tuple[Move, ...]


def target(library: Library, content: Path, old: str, new: str) -> Target:
    """What is to be renamed, and to what. Raises Refused."""
    files = {found.path: found.file for found in library.texts if found.folder}
    files |= {path: str(file) for path, file in library.media.items()}
    path = _meant(_typed(old, library.name, content), files, library.name, old)
    folder = path.split("/")[1]
    there = _there(_typed(new, library.name, content), path, folder, library.name, new)
    if there == path:
        raise Refused(f"„{path}“ heißt schon so. Nennen Sie einen anderen Namen.")
    moves = _moves(path, there, files)
    _refuse_taken(moves, files, path)
    ending = len(_SUFFIXES[folder]) if folder != "media" else 0
    before, after = (one.rpartition("/")[2] for one in (path, there))
    return Target(folder, before[: len(before) - ending], after[: len(after) - ending], moves)


def _typed(text: str, top: str, content: Path) -> str:
    """A path below content/, however it was typed: ``news/2021-07-14-muell.md``."""
    path = normalize("NFC", text.strip().strip("\"'„“")).replace("\\", "/")
    absolute = normalize("NFC", content.absolute().as_posix())
    if os.path.normcase(path).startswith(os.path.normcase(absolute + "/")):
        path = path[len(absolute) + 1 :]
    path = re.sub(r"^(\./)+", "", re.sub(r"/{2,}", "/", path)).strip("/")
    return path.removeprefix(f"{top}/").removeprefix("content/")


def _meant(typed: str, files: dict[str, str], top: str, written: str) -> str:
    """The file somebody means by a path, by kind and name, or by a name alone."""
    kind, slash, rest = typed.partition("/")
    folder = next((one.folder for one in KINDS if one.name == kind), "media" if kind == "picture" else kind)
    stems = {path: path.removeprefix(f"{top}/").rpartition(".")[0] for path in files}
    tries = [typed, f"{folder}/{rest}"] if slash else [typed]
    for one in tries:
        found = [path for path in files if path == f"{top}/{one}"]
        found = found or [path for path, stem in stems.items() if stem == one]
        found = found or [path for path, stem in stems.items() if not slash and one in _names(path, stem)]
        # Of a picture and its description the picture is meant.
        pictures = [path for path in found if not path.endswith(".yaml")] if f"{top}/media/" in "".join(found) else []
        found = [_picture_of(path, files, top) for path in pictures or found]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(f"„{written}“ ist nicht eindeutig. Gemeint sein kann: {', '.join(found)}.")
    hint = did_you_mean(typed, [path.removeprefix(f"{top}/") for path in files]) or did_you_mean(typed, stems.values())
    raise Refused(
        f"„{written}“ gibt es nicht.{hint} Nennen Sie die Datei wie in „build.py plan“, zum Beispiel "
        "content/news/2021-07-14-muellsammelaktion.md."
    )


def _names(path: str, stem: str) -> tuple[str, str]:
    return path.rpartition("/")[2], stem.rpartition("/")[2]


def _picture_of(path: str, files: dict[str, str], top: str) -> str:
    """The picture a description belongs to; any other file is itself."""
    if not path.startswith(f"{top}/media/") or not path.endswith(".yaml"):
        return path
    stem = path.removesuffix(".yaml")
    found = [one for one in files if one.rpartition(".")[0] == stem and one != path]
    if len(found) != 1:
        raise Refused(
            f"Zu „{path}“ gibt es {'kein Bild' if not found else 'mehrere Bilder'} gleichen Namens. "
            "Nennen Sie die Bilddatei selbst, oder räumen Sie erst auf; „build.py check“ nennt, was fehlt."
        )
    return found[0]


def _there(typed: str, old: str, folder: str, top: str, written: str) -> str:
    """The new path; raises Refused where there can be none."""
    suffix = f".{old.rpartition('.')[2]}"
    above, _, name = typed.rpartition("/")
    stem = name[: -len(suffix)] if name.lower().endswith(suffix.lower()) else name
    if folder == "media" and name.lower().endswith(".yaml"):
        stem = name[: -len(".yaml")]
    if above:
        first, slash, rest = above.partition("/")
        named = next((kind.folder for kind in KINDS if kind.name == first), "media" if first == "picture" else first)
        if named != folder:
            raise Refused(
                f"„{old}“ liegt in {folder}/ und bleibt dort: Beim Umbenennen ändert sich die Art nicht. "
                f"Soll daraus etwas anderes werden, legen Sie mit „build.py new“ eine neue Datei an."
            )
        above = f"{top}/{named}{slash}{rest}"
        if any(not _NAME.fullmatch(piece) for piece in above.split("/")[2:]):
            raise Refused(f"Der Ordner „{above}“ ist nicht möglich. Nehmen Sie Buchstaben, Ziffern und Bindestriche.")
    else:
        above = old.rpartition("/")[0]
    if "." in stem:
        raise Refused(
            f"„{written}“ passt nicht: Die Datei endet auf {suffix}, und das bleibt so. "
            "Nennen Sie den neuen Namen ohne Punkt, am einfachsten ganz ohne Endung."
        )
    if not _NAME.fullmatch(stem) or _WINDOWS.fullmatch(stem):
        raise Refused(
            f"„{written}“ taugt nicht als Dateiname. Nehmen Sie Buchstaben, Ziffern und Bindestriche, "
            "zum Beispiel 2021-07-14-muellsammelaktion."
        )
    bare = urls.bare_id(stem) if folder in ("news", "events") else stem
    if not slug(bare):
        raise Refused(
            f"Aus „{written}“ lässt sich keine Adresse bilden. "
            "Der Name braucht lateinische Buchstaben oder Ziffern, nicht nur ein Datum."
        )
    return f"{above}/{stem}{suffix}"


def _moves(old: str, new: str, files: dict[str, str]) -> tuple[Move, ...]:
    """The file, and what belongs to it: translations of a text, the description of a picture."""
    stem, new_stem = old.rpartition(".")[0], new.rpartition(".")[0]
    moves = [Move(old, new, files[old])]
    if "/media/" in old:
        others = [path for path in files if path.rpartition(".")[0] == stem and path not in (old, f"{stem}.yaml")]
        if others:
            raise Refused(
                f"Neben „{old}“ liegt „{others[0]}“ mit demselben Namen; beide teilen sich die Beschreibung. "
                "Geben Sie erst einem der beiden von Hand einen anderen Namen."
            )
        if f"{stem}.yaml" in files:
            moves.append(Move(f"{stem}.yaml", f"{new_stem}.yaml", files[f"{stem}.yaml"]))
        return tuple(moves)
    ending = old.removeprefix(stem)
    for path in sorted(files):
        language = re.fullmatch(re.escape(stem) + r"(\.[a-z]{2,3}(?:-[A-Za-z]+)*)" + re.escape(ending), path)
        if language:
            moves.append(Move(path, f"{new_stem}{language[1]}{ending}", files[path]))
    return tuple(moves)


def _refuse_taken(moves: tuple[Move, ...], files: dict[str, str], path: str) -> None:
    """Windows and macOS hold two names for one if they differ in case alone."""
    folder = path.split("/")[1]
    ours = {move.old for move in moves}
    taken = {other.lower(): other for other in files if other not in ours}
    # The name of a story and of a picture is used without its folder, so it must be the only one.
    names = {other.rpartition("/")[2].lower(): other for other in taken.values() if other.split("/")[1] == folder}
    for move in moves:
        other = taken.get(move.new.lower()) or names.get(move.new.rpartition("/")[2].lower())
        if other is None and os.path.lexists(_beside(move)) and not _same(move):
            other = move.new
        if other is not None:
            raise Refused(f"„{other}“ gibt es schon. Wählen Sie einen anderen Namen, oder löschen Sie erst jene Datei.")


def _beside(move: Move) -> str:
    top = move.file[: len(move.file) - len(move.old.partition("/")[2])]
    return f"{top}{move.new.partition('/')[2]}"


def _same(move: Move) -> bool:
    """Whether both names mean one file, as on a disk that does not tell capital letters from small ones."""
    try:
        return os.path.samefile(move.file, _beside(move))
    except OSError:
        return False


def place_of(move: Move) -> str:
    """Where a file will lie on disk."""
    return _beside(move)
