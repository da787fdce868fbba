"""build.py rename: another name for a file, and all that refers to it mended."""

import argparse
import sys

from pressroom import words
from pressroom.commands import options
from pressroom.commands.command import DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("old", metavar="ALT", help="die Datei, wie content/news/2021-07-14-muell.md oder news/2021-07-14-muell")
    add("new", metavar="NEU", help="der neue Name, mit oder ohne Endung; eine Art/ davor ist nicht nötig")
    add("--dry-run", action="store_true", help="nur sagen, was sich ändern würde")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import renaming

    if renaming.restore(given.content):
        print("Ein früheres Umbenennen war abgebrochen; alles ist wieder, wie es war.", file=sys.stderr)
    try:
        plan = renaming.plan(options.job(given), given.old, given.new)
        if not given.dry_run:
            renaming.carry_out(given.content, plan)
    except renaming.Refused as refused:
        print(f"{refused}\nNichts wurde geändert.", file=sys.stderr)
        return WRONG_USAGE
    for change in plan.changes:
        print(f"{change.path}:{change.line}: {change.old or '(neu)'} → {change.new}")
    for move in plan.moves:
        print(f"{move.old} → {move.new}")
    if plan.address:
        print(f"Die alte Adresse {plan.address} leitet weiter.")
    lines = words.count(len(plan.changes), "Zeile", "Zeilen")
    if given.dry_run:
        print(f"Das würde sich ändern: {lines}. Ohne --dry-run geschieht es.")
    else:
        print(f"Umbenannt, {lines} geändert. Prüfen Sie mit „build.py check“.")
    return DONE


COMMAND = Command("rename", "eine Datei umbenennen; Verweise ziehen mit, die alte Adresse leitet weiter", _takes, _run)
