"""build.py check: everything there is to say of the texts and of the site they would become."""

import argparse
import json
import sys
from collections.abc import Iterable

from pressroom import pipeline, words
from pressroom.commands import options
from pressroom.commands.command import CONTENT_PROBLEMS, DONE, Command
from pressroom.germanargs import Parser
from pressroom.problems import Problem, as_text
from pressroom.progress import Progress


def _takes(parser: Parser) -> None:
    parser.add_argument("--release", action="store_true", help="auch fehlende Pflichtangaben sind Fehler")
    options.form(parser, "text", "json")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    progress = Progress()
    try:
        found = pipeline.check(options.job(given), progress.show)
    finally:
        progress.clear()
    if given.format == "json":
        print(json.dumps([problem.as_dict() for problem in found], ensure_ascii=False, indent=1))
        return CONTENT_PROBLEMS if any(problem.severity == "error" for problem in found) else DONE
    return _say(found)


def _say(found: Iterable[Problem]) -> int:
    found = tuple(found)
    errors = sum(problem.severity == "error" for problem in found)
    if found:
        print(as_text(found), end="\n\n", file=sys.stderr)
    summary = f"{words.count(errors, 'Fehler', 'Fehler')}, {words.count(len(found) - errors, 'Hinweis', 'Hinweise')}."
    print(summary if found else "Alles in Ordnung.", file=sys.stderr)
    return CONTENT_PROBLEMS if errors else DONE


COMMAND = Command("check", "alles prüfen, nichts schreiben", _takes, _run)
