"""build.py schemas: what the code knows of fields and rules, written down for people and their tools."""

import argparse

from pressroom.commands.command import DONE, ROOT, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    """Nothing."""


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import reference

    for path, text in reference.documents().items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, "utf-8", newline="\n")
        print(path)
    return DONE


COMMAND = Command("schemas", "schemas/, docs/felder.md und docs/regeln.md neu schreiben", _takes, _run)
