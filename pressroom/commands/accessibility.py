"""build.py accessibility: takes what the browser tests measured into content/site.yaml."""

import argparse
import sys
from pathlib import Path

from pressroom.commands import options
from pressroom.commands.command import CACHE, DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser

_HOW = "Messen Sie zuerst (CONTRIBUTING.md): Die Tests im Browser schreiben diese Datei."


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    default = CACHE / "accessibility.json"
    add("measured", type=Path, nargs="?", default=default, metavar="DATEI", help="was die Tests geschrieben haben")
    options.content(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import measuring

    try:
        run = measuring.read(given.measured.read_text("utf-8"))
    except FileNotFoundError:
        print(f"{given.measured} gibt es nicht. {_HOW}", file=sys.stderr)
        return WRONG_USAGE
    except ValueError as trouble:
        print(f"{given.measured} ist keine Messung ({trouble}). {_HOW}", file=sys.stderr)
        return WRONG_USAGE
    settings = given.content / "site.yaml"
    settings.write_text(measuring.noted(settings.read_text("utf-8"), run), "utf-8", newline="\n")
    print(f"{settings}: {run.date}, {run.pages} Seiten, {run.violations} Verstöße.")
    return DONE


COMMAND = Command("accessibility", "die Messung der Barrierefreiheit in site.yaml eintragen", _takes, _run)
