"""build.py print: one sheet of paper, for any month and any story."""

import argparse
import sys
from pathlib import Path

from pressroom import building, typeset
from pressroom.commands import options
from pressroom.commands.command import CACHE, DONE, ROOT, WRONG_USAGE, Command
from pressroom.germanargs import Parser
from pressroom.kinds.languages import SOURCE
from pressroom.pipeline import Job


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("kind", metavar="BLATT", nargs="?", default="", help="was; ohne Angabe steht hier, was es gibt")
    add("what", metavar="WOZU", nargs="?", default="", help="der Monat, 2021-07, oder der Beitrag, events/NAME")
    add("--lang", default=SOURCE, metavar="SPRACHE", help="in welcher Sprache, zum Beispiel uk; sonst Deutsch")
    add("--size", choices=("a3", "a4"), default=None, help="Größe, wo es mehrere gibt")
    add(
        "--output",
        type=Path,
        default=None,
        metavar="DATEI",
        help="Datei oder Ordner; sonst der Ordner, in dem Sie sind",
    )
    add("--force", action="store_true", help="ersetzen, was unter diesem Namen schon da ist")
    options.content(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import printing

    if not given.kind:
        print("Zum Drucken gibt es:")
        for kind in printing.KINDS:
            print(f"  build.py print {f'{kind.name} {kind.example}':<24}  {kind.text}")
        print("Auf den Seiten der Website stehen die Blätter unter „Zum Ausdrucken“.")
        return DONE
    if lacking := typeset.missing():
        print(building.said_of_papers(lacking).strip(), file=sys.stderr)
        return WRONG_USAGE
    job = Job(ROOT, given.content, ROOT / "public", options.today(given), memo=CACHE / "memo", papers=True)
    order = printing.Order(given.kind, given.what, given.lang, given.size, given.output, given.force)
    try:
        made = printing.printed(job, order)
    except printing.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USAGE
    told = "Gesetzt" if made.new else "Liegt schon da, genau so"
    print(f"{told}: {made.place} ({-(-made.size // 1000)} KB).\n{made.hint}")
    if made.misfits:
        print(
            "Hinweis: Es ist zu wenig Platz; die Schrift ist kleiner, als man gut lesen kann. Drucken Sie eine Größe "
            "größer, oder kürzen Sie die Texte. Weggelassen ist nichts.",
            file=sys.stderr,
        )
    return DONE


COMMAND = Command("print", "ein Blatt zum Ausdrucken: Programm eines Monats, Plakat, Aushang …", _takes, _run)
