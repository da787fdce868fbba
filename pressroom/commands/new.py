"""build.py new: a file with all fields, or a translation, to fill in."""

import argparse
import sys

from pressroom import building
from pressroom.commands import options
from pressroom.commands.command import DONE, WRONG_USAGE, Command
from pressroom.germanargs import Parser
from pressroom.kinds.languages import TRANSLATED
from pressroom.validate import KINDS

_TRANSLATION = "translation"


def _takes(parser: Parser) -> None:
    kinds = ", ".join(f"{kind.name} ({kind.many})" for kind in KINDS)
    names = [*(kind.name for kind in KINDS), _TRANSLATION]
    add = parser.add_argument
    add("kind", metavar="ART", choices=names, help=f"{kinds}, {_TRANSLATION} (Übersetzungen)")
    add("title", metavar="TITEL", help="die Überschrift oder der Name, in Anführungszeichen; für eine Übersetzung die "
        "deutsche Datei, zum Beispiel content/pages/kontakt.md")  # fmt: skip
    add("language", metavar="SPRACHE", nargs="?", choices=TRANSLATED,
        help=f"nur für eine Übersetzung: {', '.join(TRANSLATED)}")  # fmt: skip
    options.content(parser)


def _run(given: argparse.Namespace) -> int:
    if given.kind == _TRANSLATION:
        return _translation(given)
    if given.language:
        print("Nur eine Übersetzung hat eine Sprache. Steht der Titel in Anführungszeichen?", file=sys.stderr)
        return WRONG_USAGE
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


def _translation(given: argparse.Namespace) -> int:
    from pressroom import translating

    try:
        file = translating.begin(given.content, given.title, given.language)
    except translating.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USAGE
    shown = building.shown(file).rstrip("/")
    print(f"Angelegt: {shown}")
    print(f"Übersetzen Sie darin jeden Absatz, und rufen Sie dann „build.py translated {shown}“ auf.")
    return DONE


COMMAND = Command("new", "eine neue Datei mit allen Feldern anlegen", _takes, _run)
