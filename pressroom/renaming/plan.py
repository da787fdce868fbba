"""What a new name for a file changes in all others, as a value; nothing is written here."""

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from pressroom import load, pipeline, urls, validate
from pressroom.kinds import Event, News
from pressroom.kinds.values import Model
from pressroom.load import Found, Library, Source
from pressroom.pipeline import Job
from pressroom.problems import ContentError, Desk
from pressroom.renaming import fields, naming, texts
from pressroom.renaming.naming import Refused, Target
from pressroom.renaming.sheet import Edit, Sheet
from pressroom.validate import relations, rules, translations
from pressroom.validate.fields import read as fields_of
from pressroom.validate.kinds import MODELS


class Change(NamedTuple):
    """A change in a line of a file; the path is the one before, the line the one there."""

    path: str
    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """All there is to do: which files move, what changes in which line, and the bytes before and after.

    ``before`` and ``after`` go by the places on disk. ``address`` is the old address, empty where it stays.
    """

    moves: tuple[naming.Move, ...]
    changes: tuple[Change, ...]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    address: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    found: Found
    data: bytes
    source: Source


def plan(job: Job, old: str, new: str) -> Renaming:
    """What is to be done to call ``old`` ``new``.

    Raises Refused where it cannot be done, ContentError where a file cannot be read.
    """
    desk = Desk()
    library = load.library(job.content, validate.SHELVES, desk)
    if not library.texts:
        raise ContentError(desk.sorted())
    target = naming.target(library, job.content, old, new)
    files = _read(library)
    address = _kept_address(job, target, files)
    moved = {move.old: move.new for move in target.moves}
    names = {(target.folder, target.old): target.new}
    changes: list[Change] = []
    before, after = {}, {}
    rewritten: dict[tuple[str, str], dict[str, str]] = {}
    # First the German texts: where a link in one reads otherwise, its translations were made from what is said now.
    for path, file in sorted(files.items(), key=lambda one: bool(one[1].found.lang)):
        edits, alias = _edits(file, moved, names, address if path == target.moves[0].old else ("", ""))
        if file.found.lang:
            marks = rewritten.get((file.found.folder, file.found.name), {})
            edits += _edits_of_translation(file, names, marks)
        if edits or alias or path in moved:
            before[file.found.file] = file.data
            place = file.found.file
            if path in moved:
                place = naming.place_of(next(move for move in target.moves if move.old == path))
            sheet = Sheet(file.data)
            after[place] = sheet.edited([*edits, *alias])
            said = _verify(file, after[place], names, bool(alias))
            rewritten[file.found.folder, file.found.name] = _rewritten(file.source, said)
            changes += _told(path, sheet, [*edits, *alias])
    for move in target.moves:
        if move.old not in files:
            before[move.file] = after[naming.place_of(move)] = Path(move.file).read_bytes()
    return Renaming(target.moves, tuple(changes), before, after, address[0])


def _read(library: Library) -> dict[str, _File]:
    """Every text. Raises ContentError for all that cannot be read: nobody could say whether it names the file."""
    desk = Desk()
    files = {found.path: _File(found, data, source) for found, data, source in load.sources(library, desk)}
    if desk.failed:
        raise ContentError(desk.sorted())
    return files


def _kept_address(job: Job, target: Target, files: Mapping[str, _File]) -> tuple[str, str]:
    """The old address and the new one as an editor writes them, ``/aktuelles/2021/muell/``; empty if it stays.

    Raises Refused or ContentError where there can be no new one.
    """
    if target.folder == "media":
        return "", ""
    file = files[target.moves[0].old]
    desk = Desk()
    model = fields_of(MODELS[target.folder], file.source, desk)
    if model is None:
        raise ContentError(desk.sorted())
    _refuse_other_date(model, target, file.source, job)
    before, after = (_address(target.folder, name, model) for name in (target.old, target.new))
    if before == after:
        return "", ""
    if not before:
        return "", ""
    if urls.HOME in (before, after):
        raise Refused(
            "„start“ ist die Startseite der Website; ihr Name lässt sich nicht ändern, und keine andere Seite "
            "kann so heißen. Ändern Sie stattdessen ihre Überschrift (title)."
        )
    if target.folder == "pages" and target.new in urls.MENU:
        raise Refused(f"„{target.new}“ bedeutet im Menü schon eine Liste. Wählen Sie einen anderen Namen.")
    _refuse_taken(job, after, target, files)
    return f"/{before.removeprefix(urls.SITE)}", f"/{after.removeprefix(urls.SITE)}"


def _refuse_other_date(model: Model, target: Target, source: Source, job: Job) -> None:
    desk = Desk()
    renamed = Source(
        target.moves[0].new,
        source.folder,
        target.new,
        source.fields,
        source.places,
        source.text,
        source.text_line,
        source.file,
    )
    rules.of_story(model, renamed, job.today, desk)
    for problem in desk.found:
        if problem.code == "date-clash":
            raise Refused(f"{problem.message} Nehmen Sie einen Namen mit diesem Datum oder ohne Datum.")


def _address(folder: str, name: str, model: Model) -> str:
    year = model.date.year if isinstance(model, News) else model.start.day.year if isinstance(model, Event) else None
    return urls.story(folder, name, year)


def _refuse_taken(job: Job, address: str, target: Target, files: Mapping[str, _File]) -> None:
    """Raises Refused where another page has the address, has had it, or a list of the site has it."""
    shown = f"/{address.removeprefix(urls.SITE)}"
    for path, file in files.items():
        if path == target.moves[0].old or file.found.folder not in urls.SECTIONS.keys() | {"pages"}:
            continue
        model = fields_of(MODELS[file.found.folder], file.source, Desk())
        if model is None:
            continue
        if _address(file.found.folder, file.source.name, model).lower() == address.lower():
            raise Refused(f"Unter der neuen Adresse „{shown}“ liegt schon {path}. Wählen Sie einen anderen Namen.")
        if any(urls.alias(written).lower() == address.lower() for written in getattr(model, "aliases", ())):
            raise Refused(
                f"Die neue Adresse „{shown}“ steht in {path} unter „aliases:“ und leitet dorthin weiter. "
                "Wählen Sie einen anderen Namen, oder nehmen Sie sie dort heraus."
            )
    try:
        planned = pipeline.plan(job).files
    except ContentError:
        # With mistakes elsewhere nobody knows all there will be; check will say the rest.
        return
    file_path = urls.path(address).lower()
    other = next((file for file in planned if file.path.lower() == file_path), None)
    if other is not None and other.origin != target.moves[0].old:
        raise Refused(f"Unter der neuen Adresse „{shown}“ liegt schon eine Liste. Wählen Sie einen anderen Namen.")


def _edits(
    file: _File, moved: Mapping[str, str], names: fields.Names, address: tuple[str, str]
) -> tuple[list[Edit], list[Edit]]:
    """What to change in a file: where it names others, and its own list of old addresses."""
    source, path = file.source, file.found.path
    sheet = Sheet(file.data)
    there = moved.get(path, path)
    alias: list[Edit] = []
    edits: list[Edit] = []
    try:
        edits += fields.edits(MODELS[file.found.folder], source, sheet.text, names)
        if address[0]:
            alias = fields.with_alias(source, sheet.text, *address)
        if source.text and _may_name(source.text, moved, path):
            start = sheet.start_of(source.text_line)
            found = texts.edits(source.text, path, there, moved)
            edits += [Edit(start + one.start, start + one.end, one.new) for one in found]
    except fields.NotFound as trouble:
        place = source.place(*trouble.args[0])
        raise _by_hand(path, place.line, f"„{trouble.args[0][0]}:“") from trouble
    except texts.NotFound as trouble:
        line = source.text.count("\n", 0, max(source.text.find(trouble.args[0]), 0)) + source.text_line
        raise _by_hand(path, line, f"der Verweis „{trouble.args[0]}“") from trouble
    return edits, alias


def _edits_of_translation(file: _File, names: fields.Names, marks: Mapping[str, str]) -> list[Edit]:
    try:
        return fields.edits_of_translation(file.source, Sheet(file.data).text, names, marks)
    except fields.NotFound as trouble:
        place = file.source.place(*trouble.args[0])
        raise _by_hand(file.found.path, place.line, f"„{trouble.args[0][0]}:“") from trouble


def _rewritten(before: Source, after: Source) -> dict[str, str]:
    """The marks of the pieces of a text that read otherwise, and what they become."""
    pairs = zip(translations.blocks(before), translations.blocks(after), strict=True)
    return {old.mark: new.mark for old, new in pairs if old.mark != new.mark}


def _by_hand(path: str, line: int, what: str) -> Refused:
    return Refused(
        f"{path}:{line}: {what} ist so geschrieben, dass wir es nicht sicher ändern können. "
        "Schreiben Sie es einfacher (docs/handbuch.md zeigt, wie), und rufen Sie den Befehl noch einmal auf."
    )


def _may_name(text: str, moved: Mapping[str, str], path: str) -> bool:
    """Whether a text may hold one of the names; to read it for certain costs a millisecond."""
    if moved.get(path, path).rpartition("/")[0] != path.rpartition("/")[0]:
        return True
    plain = normalize("NFC", unquote(text))
    for name in moved:
        pieces: list[str] = re.findall(r"[a-zA-Z0-9]+", name.rpartition("/")[2].rpartition(".")[0])
        if not pieces or max(pieces, key=len) in plain:
            return True
    return False


def _verify(file: _File, data: bytes, names: fields.Names, with_alias: bool) -> Source:
    """That the changed file says what it said, under the new name; what it says. Raises Refused."""
    desk = Desk()
    after = load.source(file.found, data, desk)
    wanted: dict[str, Any] = copy.deepcopy(dict(file.source.fields))
    for key, folder in list(relations.named_in(MODELS[file.found.folder], file.source.fields)):
        group: Any = wanted
        for part in key[:-1]:
            group = group[part]
        group[key[-1]] = _renamed(group[key[-1]], folder, names)
    if file.found.lang:
        for field, name, folder in list(fields.keyed(file.source.fields)):
            wanted[field] = {
                _renamed(key, folder, names) if key == name else key: wanted[field][key] for key in wanted[field]
            }
    said: dict[str, Any] = dict(after.fields) if after is not None else {}
    for state in (said.get("translated"), wanted.get("translated")):
        if isinstance(state, dict):
            state.pop("source", None)
    if with_alias:
        said.pop("aliases", None)
        wanted.pop("aliases", None)
    if after is None or desk.failed or said != wanted:
        odd = next((field for field in wanted if said.get(field) != wanted[field]), "aliases")
        raise _by_hand(file.found.path, file.source.place(odd).line, f"„{odd}:“")
    return after


def _renamed(value: str, folder: str, names: fields.Names) -> str:
    pieces = []
    for piece in value.split(","):
        bare = piece.strip()
        above, slash, last = bare.rpartition("/") if folder == "media" else ("", "", bare)
        new = names.get((folder, last))
        pieces.append(piece.replace(bare, above + slash + new) if new is not None else piece)
    return ",".join(pieces)


def _told(path: str, sheet: Sheet, edits: Iterable[Edit]) -> list[Change]:
    rows = [Change(path, sheet.line(one.start), sheet.text[one.start : one.end], one.new.strip()) for one in edits]
    return sorted(rows)
