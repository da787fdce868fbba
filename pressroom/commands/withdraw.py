"""build.py withdraw: takes a picture back, with everything that was made of it."""

import argparse
import sys

from pressroom import arguments
from pressroom.commands import options
from pressroom.commands.command import CACHE, DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("picture", metavar="BILD", help="Dateiname oder Pfad, zum Beispiel park.jpg")
    add("--reason", type=arguments.sentence, default="", metavar="TEXT", help="warum, ohne Namen von Menschen")
    add("--dry-run", action="store_true", help="nur sagen, was geschähe")
    options.content(parser)
    options.output(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import withdrawal

    try:
        found = withdrawal.traces(given.picture, given.content, given.output, CACHE)
    except withdrawal.Unknown as unknown:
        print(unknown, file=sys.stderr)
        return WRONG_USAGE
    done = None
    if not given.dry_run and not found.nothing:
        done = withdrawal.withdraw(found, given.output, options.today(given), given.reason)
    print(withdrawal.said(found, done), end="")
    return WRONG_USAGE if done is not None and done.failed else DONE


COMMAND = Command("withdraw", "ein Bild zurückziehen und alles löschen, was daraus wurde", _takes, _run)
