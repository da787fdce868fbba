"""Begins translations, and writes into them what they were made from, so that it is known when they are outdated."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from pressroom import aside, load
from pressroom.kinds.languages import TRANSLATED
from pressroom.load import Found, Library, Source
from pressroom.markup import to_body
from pressroom.problems import ContentError, Desk, did_you_mean
from pressroom.validate import SHELVES, translations

_GROUP = re.compile(r"^translated:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
_REVIEW = re.compile(r"^\s+review:\s*(\w+)", re.MULTILINE)
_DATE = re.compile(r"^\s+date:\s*(\d{4}-\d{2}-\d{2})", re.MULTILINE)


class Refused(Exception):
    """It cannot be written; the text says why and what to do, in German."""


class Noted(NamedTuple):
    """A translation and whether what it is made from had to be written down anew."""

    path: str
    written: bool


def note(content: Path, typed: str, today: date, *, minor: bool) -> tuple[Noted, ...]:
    """Notes in a translation the present state of its source; of a source, with ``minor``, in all its translations.

    Raises Refused, ContentError where a file cannot be read, and OSError.
    """
    desk = Desk()
    library = load.library(content, SHELVES, desk)
    found = _meant(library, typed)
    source = _source_of(library, found)
    if not found.lang and not minor:
        raise Refused(
            f"„{found.path}“ ist der deutsche Text. Nennen Sie die Übersetzung, zum Beispiel {_example(found)}. "
            "Hat sich am deutschen Text nur eine Kleinigkeit geändert, die keine Übersetzung betrifft: --minor."
        )
    told = _read(source, desk)
    if told is None or desk.failed:
        raise ContentError(desk.sorted())
    marks = translations.marks(translations.blocks(told))
    files = [found] if found.lang else list(_translations_of(library, source))
    if not files:
        raise Refused(f"Zu „{found.path}“ gibt es noch keine Übersetzung.")
    return tuple(Noted(one.path, _write(Path(one.file), marks, today, minor=minor)) for one in files)


def begin(content: Path, typed: str, lang: str | None) -> Path:
    """Makes the file of a translation, with each German piece as a remark above the place for the other language.

    Raises Refused, ContentError where the German text cannot be read, and OSError.
    """
    desk = Desk()
    library = load.library(content, SHELVES, desk)
    found = _meant(library, typed)
    if not lang:
        known = ", ".join(TRANSLATED)
        raise Refused(f"In welche Sprache? Zum Beispiel: build.py new translation {found.path} en. Möglich: {known}.")
    if found.lang or not found.folder:
        raise Refused(
            f"„{found.path}“ ist kein deutscher Beitrag. Nennen Sie ihn, zum Beispiel content/pages/kontakt.md."
        )
    told = _read(found, desk)
    if told is None or desk.failed:
        raise ContentError(desk.sorted())
    file = Path(found.file).with_suffix(f".{lang}{found.suffix}")
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(_begun(told, _described(library, told, desk)))
    except FileExistsError:
        raise Refused(f"„{file.name}“ gibt es schon; die Datei bleibt, wie sie ist.") from None
    return file


def _begun(told: Source, pictures: Mapping[str, str]) -> str:
    lines = ["---", "# Zeilen mit # sind Erklärungen und werden nicht veröffentlicht."]
    for field in ("title", "summary"):
        lines += [f"# Deutsch: {' '.join(str(told.fields.get(field) or '').split())}", f"{field}:"]
    lines += ["# Was auf jedem Bild zu sehen ist:", "alt:"] if pictures else []
    for name, alt in pictures.items():
        lines += [f"  # Deutsch: {alt}", f"  {name}:"]
    # A remark has no other inside.
    pieces = [
        piece.strip().replace("<!--", "<! --").replace("-->", "-- >")
        for piece in re.split(r"\n[^\S\n]*\n", told.text)
        if piece.strip()
    ]
    return "\n".join([*lines, "---", "", *(f"<!--\n{piece}\n-->\n\n" for piece in pieces)])


def _described(library: Library, told: Source, desk: Desk) -> dict[str, str]:
    """The pictures a story shows, with what is said of them in German."""
    named = [str(told.fields.get("picture") or ""), *(use.target for use in to_body(told.text).pictures)]
    names = dict.fromkeys(unquote(name).rpartition("/")[2] for name in named if name)
    said = {}
    for name in names:
        notes = next((one for one in library.texts if one.folder == "media" and one.name == Path(name).stem), None)
        source = _read(notes, desk) if notes is not None else None
        said[name] = " ".join(str(source.fields.get("alt") or "").split()) if source is not None else ""
    return said


def _meant(library: Library, typed: str) -> Found:
    path = normalize("NFC", typed.strip().strip("\"'")).replace("\\", "/").removeprefix("./")
    texts = [
        one for one in library.texts if (one.folder and one.suffix == ".md") or (one.name == "site" and not one.folder)
    ]
    for one in texts:
        if one.path in (path, f"{library.name}/{path}") or Path(one.file) == Path(typed).absolute():
            return one
    hint = did_you_mean(path, [one.path for one in texts])
    raise Refused(f"„{typed}“ gibt es nicht.{hint} Nennen Sie die Datei, zum Beispiel content/pages/kontakt.en.md.")


def _source_of(library: Library, found: Found) -> Found:
    for one in library.texts:
        if (one.folder, one.name, one.lang) == (found.folder, found.name, ""):
            return one
    raise Refused(f"Zu „{found.path}“ fehlt der deutsche Text {found.name}{found.suffix}.")


def _translations_of(library: Library, source: Found) -> Iterator[Found]:
    return (one for one in library.texts if (one.folder, one.name) == (source.folder, source.name) and one.lang)


def _read(found: Found, desk: Desk) -> Source | None:
    return load.source(found, Path(found.file).read_bytes(), desk)


def _example(found: Found) -> str:
    return f"{found.path.removesuffix(found.suffix)}.en{found.suffix}"


def _write(file: Path, marks: str, today: date, *, minor: bool) -> bool:
    """Writes the group ``translated`` at the end of the front matter; what else stands in the file stays as it is."""
    raw = file.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in raw else "\n"
    text = raw.replace("\r\n", "\n")
    opening, closing = -4, len(text) - 1
    if file.suffix == ".md":
        opening = text.find("---\n")
        closing = text.find("\n---", opening + 3)
        if opening < 0 or closing < 0:
            raise Refused(f"„{file.name}“ hat keinen Kopf zwischen zwei Zeilen „---“. „build.py check“ sagt mehr.")
    elif not text.endswith("\n"):
        text, closing = text + "\n", closing + 1
    front = text[opening + 4 : closing + 1]
    before = _GROUP.search(front)
    known = before[0] if before else ""
    review, day = _REVIEW.search(known), _DATE.search(known)
    written = day[1] if minor and day else today.isoformat()
    group = f"translated:\n  date: {written}\n  source: {marks}\n  review: {review[1] if review else 'pending'}\n"
    if known == group:
        return False
    rest = _GROUP.sub("", front)
    done = text[: opening + 4] + rest + group + text[closing + 1 :]
    aside.put(file, done.replace("\n", end).encode("utf-8"))
    return True
