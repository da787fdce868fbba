"""build.py agenda: what falls due for the editors."""

import argparse
import sys
from collections.abc import Callable

from pressroom import arguments, building, pipeline
from pressroom.commands import options
from pressroom.commands.command import DONE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    options.form(parser, "text", "json", "ics")
    add = parser.add_argument
    add("--until", type=arguments.day, default=None, metavar="TAG", help="nur bis zu diesem Tag")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    planned = pipeline.plan(options.job(given))
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import agenda

    forms: dict[str, Callable[[agenda.Agenda], str | bytes]] = {
        "text": agenda.as_text,
        "json": agenda.as_json,
        "ics": agenda.as_ics,
    }
    told = agenda.drawn_up(planned.site, building.gaps(planned.warnings), given.until)
    form = forms[given.format](told)
    if isinstance(form, bytes):
        # A calendar has its own ends of lines, which print would change on Windows.
        sys.stdout.buffer.write(form)
    else:
        print(form)
    return DONE


COMMAND = Command("agenda", "was für die Redaktion ansteht, nach Tagen; schreibt nichts", _takes, _run)
