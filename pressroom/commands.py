"""The commands of build.py: what they are called, what they take, what they print."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

from pressroom import arguments, building, pipeline, publish, still, words
from pressroom.germanargs import Parser, system_trouble
from pressroom.kinds.dates import BERLIN
from pressroom.pipeline import Job, Watch
from pressroom.problems import ContentError, Problem, as_text
from pressroom.progress import Progress
from pressroom.validate import KINDS

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"

DONE, CONTENT_PROBLEMS, WRONG_USAGE, NOT_PROVED = 0, 1, 2, 3

_EXAMPLES = """
Beispiele:
  build.py                             die Website nach public/ bauen
  build.py serve                       Vorschau im Browser, die sich selbst erneuert
  build.py new news "Fest im Hof"      eine neue Nachricht anlegen
  build.py check                       alles prüfen, nichts schreiben
  build.py agenda                      was als Nächstes fällig ist
"""


def main(given: list[str]) -> int:
    """Runs one command; the exit status."""
    still.speak_plainly()
    options = _parser().parse_args(_with_default(given))
    options.given = given
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except ContentError as trouble:
        # Hints would bury what keeps the site from being built; check shows them all.
        errors = [problem for problem in trouble.problems if problem.severity == "error"]
        print(as_text(errors), end="\n\n", file=sys.stderr)
        print(f"{len(errors)} Fehler. Nichts wurde geschrieben. Hinweise zeigt „build.py check“.", file=sys.stderr)
        return CONTENT_PROBLEMS
    except publish.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USAGE
    except OSError as trouble:
        if isinstance(trouble, BrokenPipeError):
            return _nobody_listens()
        print(system_trouble(trouble), file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 130


def _nobody_listens() -> int:
    """Whoever read our output has left; there is nobody to tell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _with_default(given: list[str]) -> list[str]:
    """``build.py --drafts`` means ``build.py build --drafts``."""
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        return ["build", *given]
    return given


def _parser() -> Parser:
    parser = Parser(prog="build.py", description="Baut die Website aus den Texten in content/.", epilog=_EXAMPLES)
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="Befehl")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> Parser:
        made: Parser = commands.add_parser(name, help=text, description=text)
        made.set_defaults(run=run)
        return made

    made_by = command("build", _build, "die Website bauen: content/ → public/")
    made_by.add_argument(
        "--release", action="store_true", help="für die Veröffentlichung: fehlende Pflichtangaben sind Fehler"
    )
    made_by.add_argument("--timings", action="store_true", help="sagen, wo die Zeit blieb")
    made_by.add_argument(
        "--prove", action="store_true", help="beweisen, dass ein Bau ohne Gemerktes Byte für Byte dasselbe ergibt"
    )
    serving = command("serve", _serve, "Vorschau auf diesem Rechner, erneuert sich beim Speichern")
    serving.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="Anschluss, sonst 8000")
    checking = command("check", _check, "alles prüfen, nichts schreiben")
    checking.add_argument("--release", action="store_true", help="auch fehlende Pflichtangaben sind Fehler")
    planning = command("plan", _plan, "jede Datei nennen, die entstehen wird, und woraus")
    for made in (checking, planning):
        made.add_argument("--format", choices=("text", "json"), default="text", help="Form der Ausgabe")
    coming = command("agenda", _agenda, "was für die Redaktion ansteht, nach Tagen; schreibt nichts")
    coming.add_argument("--format", choices=("text", "json", "ics"), default="text", help="Form der Ausgabe")
    coming.add_argument("--until", type=arguments.day, default=None, metavar="TAG", help="nur bis zu diesem Tag")
    for made in (made_by, serving, checking, planning, coming):
        _common(made)
    new = command("new", _new, "eine neue Datei mit allen Feldern anlegen")
    new.add_argument("kind", metavar="ART", choices=[kind.name for kind in KINDS], help=_kind_names())
    new.add_argument("title", metavar="TITEL", help="die Überschrift oder der Name, in Anführungszeichen")
    new.add_argument("--content", type=Path, default=ROOT / "content", metavar="ORDNER", help="Ordner der Inhalte")
    new.add_argument("--today", type=arguments.day, default=None, metavar="TAG", help="als wäre dieser Tag, 2021-07-14")
    command("schemas", _schemas, "schemas/ und docs/felder.md aus den Feldern neu schreiben")
    return parser


def _kind_names() -> str:
    return ", ".join(f"{kind.name} ({kind.many})" for kind in KINDS)


def _common(parser: Parser) -> None:
    add = parser.add_argument
    add("--content", type=Path, default=ROOT / "content", metavar="ORDNER", help="Ordner der Inhalte")
    add("--output", type=Path, default=ROOT / "public", metavar="ORDNER", help="wohin gebaut wird")
    add("--base-url", type=arguments.address, default=None, metavar="URL", help="andere Adresse als in site.yaml")
    add("--today", type=arguments.day, default=None, metavar="TAG", help="als wäre dieser Tag, 2021-07-14")
    add("--drafts", action="store_true", help="auch Entwürfe zeigen")
    add(
        "--jobs",
        type=arguments.jobs,
        default=min(os.cpu_count() or 1, arguments.MOST_JOBS),
        metavar="N",
        help="wie viele Prozesse zugleich",
    )
    add("--fresh", action="store_true", help="nichts Gemerktes verwenden")


def _today(options: argparse.Namespace) -> date:
    chosen: date | None = options.today
    return chosen or datetime.now(BERLIN).date()


def _job(options: argparse.Namespace) -> Job:
    return Job(
        root=ROOT,
        content=options.content,
        output=options.output,
        today=_today(options),
        memo=CACHE / "memo",
        base_url=options.base_url,
        drafts=options.drafts,
        release=getattr(options, "release", False),
        fresh=options.fresh,
        jobs=options.jobs,
    )


def _build(options: argparse.Namespace) -> int:
    watch = Watch(perf_counter) if options.timings else None
    job = replace(_job(options), watch=watch)
    report = building.build(
        job, options.given, dated=options.today is not None, again=not (options.prove or options.timings)
    )
    if watch is not None:
        print(building.said_of_time(watch), end="")
    if options.prove and not building.prove(replace(job, watch=None), report):
        return NOT_PROVED
    return DONE


def _check(options: argparse.Namespace) -> int:
    progress = Progress()
    try:
        found = pipeline.check(_job(options), progress.show)
    finally:
        progress.clear()
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in found], ensure_ascii=False, indent=1))
        return CONTENT_PROBLEMS if any(problem.severity == "error" for problem in found) else DONE
    return _say_problems(found)


def _say_problems(found: Iterable[Problem]) -> int:
    found = tuple(found)
    errors = sum(problem.severity == "error" for problem in found)
    if found:
        print(as_text(found), end="\n\n", file=sys.stderr)
    summary = f"{words.count(errors, 'Fehler', 'Fehler')}, {words.count(len(found) - errors, 'Hinweis', 'Hinweise')}."
    print(summary if found else "Alles in Ordnung.", file=sys.stderr)
    return CONTENT_PROBLEMS if errors else DONE


def _plan(options: argparse.Namespace) -> int:
    planned = pipeline.plan(_job(options))
    if options.format == "json":
        rows = [{"path": file.path, "source": file.origin} for file in planned.files]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    width = max(len(file.path) for file in planned.files)
    for file in sorted(planned.files, key=lambda file: file.path):
        print(f"{file.path:<{width}}  ← {file.origin}")
    print("\n".join(building.said_of_withheld(planned.site.withheld)), end="\n" if planned.site.withheld else "")
    return DONE


def _agenda(options: argparse.Namespace) -> int:
    planned = pipeline.plan(_job(options))
    # Imported by need, here and below: whoever builds waits for every room that is opened.
    from pressroom import agenda

    forms: dict[str, Callable[[agenda.Agenda], str | bytes]] = {
        "text": agenda.as_text,
        "json": agenda.as_json,
        "ics": agenda.as_ics,
    }
    told = agenda.drawn_up(planned.site, building.gaps(planned.warnings), options.until)
    form = forms[options.format](told)
    if isinstance(form, bytes):
        # A calendar has its own ends of lines, which print would change on Windows.
        sys.stdout.buffer.write(form)
    else:
        print(form)
    return DONE


def _new(options: argparse.Namespace) -> int:
    kind = next(kind for kind in KINDS if kind.name == options.kind)
    from pressroom import skeleton

    try:
        file = skeleton.write(kind, options.title, options.content, _today(options))
    except skeleton.Exists as there:
        print(there, file=sys.stderr)
        return WRONG_USAGE
    print(f"Angelegt: {building.shown(file).rstrip('/')}")
    print("Öffnen Sie die Datei, füllen Sie sie aus und prüfen Sie mit „build.py check“.")
    return DONE


def _schemas(options: argparse.Namespace) -> int:
    from pressroom import reference

    for path, text in reference.documents().items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, "utf-8", newline="\n")
        print(path)
    return DONE


def _serve(options: argparse.Namespace) -> int:
    # Imported by need: the server takes longer to load than a build of the whole site.
    from pressroom import preview

    return preview.serve(_job(options), options.port, CACHE)
