"""build.py new: a file with all fields, to fill in."""

import argparse
import sys

from pressroom import building
from pressroom.commands import options
from pressroom.commands.command import DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser
from pressroom.validate import KINDS


def _takes(parser: Parser) -> None:
    kinds = ", ".join(f"{kind.name} ({kind.many})" for kind in KINDS)
    parser.add_argument("kind", metavar="ART", choices=[kind.name for kind in KINDS], help=kinds)
    parser.add_argument("title", metavar="TITEL", help="die Überschrift oder der Name, in Anführungszeichen")
    options.content(parser)


def _run(given: argparse.Namespace) -> int:
    kind = next(kind for kind in KINDS if kind.name == given.kind)
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import skeleton

    try:
        file = skeleton.write(kind, given.title, given.content, options.today(given))
    except skeleton.Exists as there:
        print(there, file=sys.stderr)
        return WRONG_USAGE
    print(f"Angelegt: {building.shown(file).rstrip('/')}")
    print("Öffnen Sie die Datei, füllen Sie sie aus und prüfen Sie mit „build.py check“.")
    return DONE


COMMAND = Command("new", "eine neue Datei mit allen Feldern anlegen", _takes, _run)
