"""build.py translations: how far the site is translated."""

import argparse

from pressroom import pipeline
from pressroom.commands import options
from pressroom.commands.command import DONE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    options.form(parser, "text", "json")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    planned = pipeline.plan(options.job(given))
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import coverage

    rows = coverage.standings(planned.site)
    print(coverage.as_json(rows) if given.format == "json" else coverage.as_text(rows))
    return DONE


COMMAND = Command("translations", "was übersetzt ist, was veraltet und was fehlt", _takes, _run)
