"""build.py check: everything there is to say of the texts and of the site they would become."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date

from pressroom import findings, pipeline, words
from pressroom.catalogue.legibility import HINTS
from pressroom.commands import options
from pressroom.commands.command import CONTENT_PROBLEMS, DONE, Command
from pressroom.germanargs import Parser
from pressroom.pipeline import Checked
from pressroom.problems import Waived, as_text
from pressroom.progress import Progress

LEGIBLE = "Was sich leichter lesen ließe (docs/handbuch.md, „Verständlich schreiben“):"


def _takes(parser: Parser) -> None:
    parser.add_argument("--release", action="store_true", help="auch fehlende Pflichtangaben sind Fehler")
    options.form(parser, "text", "json", "sarif")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    progress = Progress()
    try:
        checked = pipeline.check(options.job(given), progress.show)
    finally:
        progress.clear()
    if given.format == "text":
        print(_as_text(checked), file=sys.stderr)
    else:
        form = findings.as_json if given.format == "json" else findings.as_sarif
        print(form(checked.problems, checked.waived))
    return CONTENT_PROBLEMS if any(problem.severity == "error" for problem in checked.problems) else DONE


def _as_text(checked: Checked) -> str:
    found = checked.problems
    errors = sum(problem.severity == "error" for problem in found)
    wrong = [problem for problem in found if problem.code not in HINTS]
    hard = [problem for problem in found if problem.code in HINTS]
    told = [as_text(wrong), ""] if wrong else []
    told += [LEGIBLE, as_text(hard), ""] if hard else []
    told += [*_exceptions(checked.waived), ""] if checked.waived else []
    if not found:
        return "\n".join([*told, "Alles in Ordnung."])
    counted = [words.count(errors, "Fehler", "Fehler"), words.count(len(wrong) - errors, "Hinweis", "Hinweise")]
    counted += [f"{len(hard)} zur Verständlichkeit"] if hard else []
    return "\n".join([*told, f"{', '.join(counted)}."])


def _exceptions(waived: Iterable[Waived]) -> Iterable[str]:
    """What stories excuse, each with its reason, so that nothing is forgotten."""
    yield "Ausnahmen:"
    for problem, waiver in waived:
        day = words.day(date.fromisoformat(waiver.day))
        yield f"{problem.path}:{waiver.line}: Seit {day} gilt hier nicht: [{problem.code}] {problem.message}"
        yield f"    Grund: {waiver.reason}"


COMMAND = Command("check", "alles prüfen, nichts schreiben", _takes, _run)
