"""What is said of a withdrawal, before and after it was done."""

from collections.abc import Iterator
from pathlib import Path

from pressroom import words
from pressroom.problems import quoted
from pressroom.validate import withdrawn
from pressroom.withdrawal.deed import Done
from pressroom.withdrawal.finding import Traces

_SHOWN = 12
"""So many pages are named; the others are counted."""


def said(found: Traces, done: Done | None) -> str:
    """The whole account; ``done`` is None where nothing was done yet."""
    return "\n".join(_lines(found, done)) + "\n"


def _lines(found: Traces, done: Done | None) -> Iterator[str]:
    name = quoted(found.name)
    if found.nothing:
        day = f" am {found.before.day}" if found.before is not None else ""
        yield f"Das Bild „{name}“ wurde{day} zurückgezogen. Es ist nichts mehr davon da; nichts wurde geändert."
        yield from _places(found)
        return
    if done is None:
        yield f"Probelauf für „{name}“: Nichts wird geändert. Ohne --dry-run wird gelöscht:"
    else:
        yield f"Das Bild „{name}“ ist zurückgezogen. Gelöscht:"
    for file in found.own:
        yield f"  {_from_here(file)}"
    if found.published:
        kinds = ", ".join(file.name for file in found.published)
        yield f"  {_from_here(found.published[0].parent)}/: {_files(len(found.published))} ({kinds})"
    if found.remembered:
        count = _files(len(found.remembered))
        yield f"  .cache/: {count}, in denen etwas davon stehen kann. Der nächste Bau dauert dafür länger."
    for file, reason in done.failed if done is not None else ():
        yield f"Nicht gelöscht: {_from_here(file)} ({reason}). Beenden Sie, was sie offen hält, und löschen Sie sie."
    if found.unrecorded:
        yield f"In {_from_here(found.content / withdrawn.FILE)} {'kommt' if done is None else 'steht nun'} ein Eintrag:"
        yield "  Tag, Dateiname, Prüfsumme, Grund und die Beiträge; vom Bild selbst nichts."
    yield from _copies(found)
    yield from _places(found)
    yield from _pages(found)
    yield from _still_to_do(found)


def _files(count: int) -> str:
    return words.count(count, "Datei", "Dateien")


def _copies(found: Traces) -> Iterator[str]:
    if found.copies:
        yield "Dieselbe Datei liegt auch hier. Ziehen Sie sie ebenfalls zurück; solange bricht jeder Bau ab:"
    for path in found.copies:
        yield f"  {path}"


def _places(found: Traces) -> Iterator[str]:
    if not found.mentions:
        yield "Kein Text nennt es."
        return
    yield "Diese Texte nennen es noch. Sie bleiben, wie sie sind; jeder Bau nennt die Stellen, bis Sie sie ändern:"
    for mention in found.mentions:
        column = f":{mention.column}" if mention.column else ""
        yield f"  {mention.path}:{mention.line}{column}"
        yield f"    → {mention.cure}"


def _pages(found: Traces) -> Iterator[str]:
    if not found.pages:
        return
    yield "Diese Seiten zeigten es; bis zum nächsten Bau steht seine Beschreibung noch dort und im Bildnachweis:"
    for path in found.pages[:_SHOWN]:
        yield f"  {path}"
    if len(found.pages) > _SHOWN:
        yield f"  und {words.count(len(found.pages) - _SHOWN, 'weitere', 'weitere')}"


def _still_to_do(found: Traces) -> Iterator[str]:
    yield "Was dieser Befehl nicht kann:"
    yield "  - Auf dem Server liegt das Bild, bis Sie neu bauen und hochladen. Löschen Sie dort auch, was fehlt."
    yield "  - Verwaltet Git diesen Ordner, steht das Bild noch in der Geschichte. Wer sich auskennt, entfernt es:"
    yield f'    git filter-repo --invert-paths --path "{found.content.resolve().name}/{found.path}"'
    yield "  - Papierkorb, Sicherungen, E-Mails und die Kamera räumen Sie selbst auf."
    yield "  - Eine laufende Vorschau hat das Bild noch im Gedächtnis. Beenden Sie sie."


def _from_here(file: Path) -> str:
    """A path as it is shown to whoever gave the command."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)
