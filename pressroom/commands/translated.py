"""build.py translated: a translation says again what the German text says."""

import argparse
import sys

from pressroom.commands import options
from pressroom.commands.command import DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("file", metavar="DATEI", help="die Übersetzung, zum Beispiel content/pages/kontakt.en.md")
    add("--minor", action="store_true", help="am deutschen Text hat sich nichts geändert, was Übersetzungen angeht")
    options.content(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import translating

    try:
        noted = translating.note(given.content, given.file, options.today(given), minor=given.minor)
    except translating.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USAGE
    for one in noted:
        print(f"{'Festgehalten' if one.written else 'Unverändert'}: {one.path}")
    return DONE


COMMAND = Command("translated", "festhalten, dass eine Übersetzung dem deutschen Text entspricht", _takes, _run)
