"""build.py serve: the preview."""

import argparse

from pressroom import arguments
from pressroom.commands import options
from pressroom.commands.command import CACHE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    parser.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="Anschluss, sonst 8000")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: the server takes longer to load than a build of the whole site.
    from pressroom import preview

    return preview.serve(options.job(given), given.port, CACHE)


COMMAND = Command("serve", "Vorschau auf diesem Rechner, erneuert sich beim Speichern", _takes, _run)
