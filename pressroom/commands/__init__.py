"""The commands of build.py. To add one is to write it and name it here."""

import argparse
import os
import sys
from collections.abc import Callable

from pressroom import publish, still
from pressroom.commands import (
    accessibility,
    agenda,
    build,
    check,
    evidence,
    links,
    new,
    plan,
    printer,
    rename,
    schemas,
    serve,
    translated,
    translations,
    withdraw,
)
from pressroom.commands.command import CONTENT_PROBLEMS, DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser, system_trouble
from pressroom.problems import ContentError, as_text

COMMANDS: tuple[Command, ...] = (
    build.COMMAND,
    serve.COMMAND,
    check.COMMAND,
    links.COMMAND,
    plan.COMMAND,
    agenda.COMMAND,
    evidence.COMMAND,
    printer.COMMAND,
    accessibility.COMMAND,
    new.COMMAND,
    withdraw.COMMAND,
    rename.COMMAND,
    translated.COMMAND,
    translations.COMMAND,
    schemas.COMMAND,
)

_EXAMPLES = """
Beispiele:
  build.py                             die Website nach public/ bauen
  build.py serve                       Vorschau im Browser, die sich selbst erneuert
  build.py new news "Fest im Hof"      eine neue Nachricht anlegen
  build.py check                       alles prüfen, nichts schreiben
  build.py agenda                      was als Nächstes fällig ist
  build.py print programme 2026-12     alle Termine eines Monats auf einem Blatt zum Falten
  build.py rename news/muell putztag   eine Datei umbenennen, Verweise ziehen mit
  build.py withdraw park.jpg           ein Bild mit allem, was daraus wurde, zurückziehen
"""


def main(given: list[str]) -> int:
    """Runs one command; the exit status."""
    still.speak_plainly()
    options = _parser().parse_args(_with_default(given))
    options.given = given
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except ContentError as trouble:
        # Hints would bury what keeps the site from being built; check shows them all.
        errors = [problem for problem in trouble.problems if problem.severity == "error"]
        print(as_text(errors), end="\n\n", file=sys.stderr)
        print(f"{len(errors)} Fehler. Nichts wurde geschrieben. Hinweise zeigt „build.py check“.", file=sys.stderr)
        return CONTENT_PROBLEMS
    except publish.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USAGE
    except OSError as trouble:
        if isinstance(trouble, BrokenPipeError):
            return _nobody_listens()
        print(system_trouble(trouble), file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 130


def _nobody_listens() -> int:
    """Whoever read our output has left; there is nobody to tell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _with_default(given: list[str]) -> list[str]:
    """``build.py --drafts`` means ``build.py build --drafts``."""
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        return ["build", *given]
    return given


def _parser() -> Parser:
    parser = Parser(prog="build.py", description="Baut die Website aus den Texten in content/.", epilog=_EXAMPLES)
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="Befehl")
    for command in COMMANDS:
        made: Parser = commands.add_parser(command.name, help=command.text, description=command.text)
        made.set_defaults(run=command.run)
        command.takes(made)
    return parser
