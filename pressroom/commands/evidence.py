"""build.py evidence: what was published for a project, for the report to whoever pays."""

import argparse
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom import arguments, building, words
from pressroom.commands import options
from pressroom.commands.command import DONE, ROOT, WRONG_USAGE, Command
from pressroom.germanargs import Parser
from pressroom.kinds.dates import BERLIN
from pressroom.progress import Progress

if TYPE_CHECKING:
    from pressroom.evidence import Evidence


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("project", metavar="VORHABEN", help="Dateiname ohne Endung aus content/projects/")
    add("--from", dest="first", type=arguments.day, default=None, metavar="TAG", help="Nachrichten, Termine ab hier")
    add("--to", dest="last", type=arguments.day, default=None, metavar="TAG", help="Nachrichten, Termine bis hier")
    add("--folder", type=Path, default=ROOT / "nachweise", metavar="ORDNER", help="wo der neue Ordner angelegt wird")
    add("--no-screenshots", action="store_true", help="ohne Bildschirmfotos; geht schneller")
    options.site(parser, drafts=False)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import camera, evidence

    order = evidence.Order(
        given.project,
        evidence.Period(given.first, given.last),
        given.folder,
        evidence.NOT_WANTED if given.no_screenshots else camera.browser() or evidence.NO_BROWSER,
        _version(),
        pretended=given.today is not None and given.today != datetime.now(BERLIN).date(),
    )
    progress = Progress()
    try:
        found = evidence.write(options.job(given), order, progress.show)
    except evidence.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USAGE
    finally:
        progress.clear()
    print("\n".join(_said(found)))
    for warning in _warnings(found, given.output):
        print(warning, file=sys.stderr)
    return DONE


def _said(found: "Evidence") -> Iterator[str]:
    kinds = Counter(one.publication.kind for one in found.exhibits)
    yield f"Nachweis: {building.shown(found.place)}"
    yield f"  {', '.join(f'{kind}: {amount}' for kind, amount in kinds.items())}."
    yield f"  {words.count(found.files, 'Datei', 'Dateien')}, darunter {found.pictures} Bildschirmfotos."
    yield f"  Prüfsumme von SHA256SUMS: {found.sums}"
    also = "" if found.unprinted else " (zum Drucken: uebersicht.pdf)"
    yield f"Öffnen Sie darin uebersicht.html{also}. Legen Sie den ganzen Ordner zu den Unterlagen des Vorhabens."


def _warnings(found: "Evidence", output: Path) -> Iterator[str]:
    from pressroom import evidence

    if found.dark and found.dark != evidence.NOT_WANTED:
        yield f"Hinweis: Ohne Bildschirmfotos. {found.dark} Alles andere ist vollständig."
    if found.unprinted and found.unprinted != evidence.NOT_PRINTED:
        yield f"Hinweis: Ohne uebersicht.pdf. {found.unprinted} Alles andere ist vollständig."
    if found.other:
        yield (
            f"Hinweis: {found.other} von {len(found.exhibits)} Veröffentlichungen liegen in {building.shown(output)} "
            "anders oder gar nicht. Der Nachweis zeigt, was ein Bau jetzt ergibt. Bauen Sie, laden Sie die Website "
            "hoch, und machen Sie den Nachweis danach."
        )
    if evidence.is_placeholder(found.base):
        yield (
            f"Hinweis: Die Adresse {found.base} ist ein Platzhalter, den niemand aufrufen kann. Tragen Sie die "
            "wirkliche in content/site.yaml ein (base_url); sonst taugt der Nachweis nur zur Probe."
        )


def _version() -> str:
    """The generator as it can be found again: its version, and its commit where there is one."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version = f"{told['name']} {told['version']}"
    commit = _git("rev-parse", "HEAD")
    if not commit:
        return version
    changed = ", danach geändert" if _git("status", "--porcelain", "--untracked-files=normal") else ""
    return f"{version}, git {commit}{changed}"


def _git(*words: str) -> str:
    """What git says; nothing where there is no git or no repository."""
    command = ["git", "-C", str(ROOT), *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=20, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


COMMAND = Command("evidence", "belegen, was zu einem Vorhaben veröffentlicht ist", _takes, _run)
