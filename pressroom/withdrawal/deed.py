"""Withdraws a picture: records that it was done, then deletes everything that is left of it."""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pressroom import aside, load, publish
from pressroom.load import Found
from pressroom.problems import ContentError, Desk
from pressroom.validate import withdrawn
from pressroom.validate.withdrawn import Register
from pressroom.withdrawal.finding import Traces

HEAD = """\
# Zurückgezogene Bilder. Diese Datei schreibt „build.py withdraw“; sie wird nicht veröffentlicht.
# Sie hält nur fest, dass und wann ein Bild zurückgezogen wurde, damit es nicht versehentlich wiederkommt:
# den Dateinamen, eine Prüfsumme, die vom Bild nichts verrät, den Tag, den Grund und die Beiträge, die es nannten.
# Schreiben Sie keine Namen von Menschen hinein.
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What could not be deleted, each with the reason the operating system gives."""

    failed: tuple[tuple[Path, str], ...]


def withdraw(found: Traces, output: Path, today: date, reason: str) -> Done:
    """Deletes all traces of a picture, its own files last, so that a run that is broken off can be repeated.

    Raises publish.Refused while a build writes to the output folder, ContentError, and OSError where the deed cannot
    be recorded; then nothing is deleted.
    """
    _record(found, today, reason)
    with publish.alone(output) if found.published else nullcontext():
        failed = [*_deleted(found.published), *_deleted(found.remembered), *_deleted(found.own)]
    return Done(tuple(failed))


def _deleted(files: Iterable[Path]) -> list[tuple[Path, str]]:
    """Deletes files; those that could not be, with the reason."""
    failed = []
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as trouble:
            failed.append((file, trouble.strerror or type(trouble).__name__))
    return failed


def _record(found: Traces, today: date, reason: str) -> None:
    """Adds the deed to the record, unless it stands there already. Raises ContentError."""
    if not found.unrecorded:
        return
    file = found.content / withdrawn.FILE
    known = len(_register(file, file.read_bytes())) if file.exists() else 0
    text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") if file.exists() else f"{HEAD}withdrawn:\n"
    longer = text.rstrip("\n") + "\n" + _entry(found, today, reason)
    if len(_register(file, longer.encode())) != known + 1:
        # Somebody has given the file another form; nothing of it may be lost, and nothing go unrecorded.
        desk = Desk()
        desk.report("withdrawn-form", f"{file.parent.name}/{file.name}")
        raise ContentError(desk.sorted())
    aside.put(file, longer.encode("utf-8"))


def _register(file: Path, data: bytes) -> Register:
    """The entries of a record; none where they cannot be read to their end."""
    desk = Desk()
    source = load.source(Found(file.name, "", file.stem, file.suffix, str(file)), data, desk)
    known = withdrawn.of_source(source, desk) if source is not None else ()
    return known if not desk.failed else ()


def _entry(found: Traces, today: date, reason: str) -> str:
    lines = [f"  - picture: {_quoted(found.path)}", f"    date: {today.isoformat()}"]
    lines += [f"    digest: {found.digest}"] if found.digest else []
    lines += [f"    reason: {_quoted(reason)}"] if reason else []
    paths = sorted({mention.path for mention in found.mentions})
    lines += ["    pages:", *(f"      - {_quoted(path)}" for path in paths)] if paths else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever is in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
