"""build.py links: whether the pages of others that the texts lead to are still there."""

import argparse
import sys

from pressroom.commands import options
from pressroom.commands.command import CACHE, CONTENT_PROBLEMS, DONE, Command
from pressroom.germanargs import Parser
from pressroom.problems import Desk, as_text
from pressroom.progress import Progress
from pressroom.slugs import slug


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("--all", action="store_true", help="auch Vergangenes, Abgelaufenes und Entwürfe")
    add("--strict", action="store_true", help="mit Status 1 enden, wenn eine Seite verschwunden ist")
    options.form(parser, "text", "json")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    # Imported by need: whoever builds waits for every room that is opened.
    from pressroom import outbound

    job, desk = options.job(given), Desk()
    gathered = outbound.gather(job, desk, everything=given.all)
    unread = [problem for problem in desk.sorted() if problem.severity == "error"]
    if unread:
        print(as_text(unread), end="\n\n", file=sys.stderr)
    cache = outbound.Answers(CACHE / "links.json")
    held = {address: one for address, one in cache.known.items() if one.holds(job.today) and not given.fresh}
    manner = outbound.Manner(f"{slug(gathered.title) or 'pressroom'}-linkpruefung/1 (+{gathered.base})")
    progress = Progress()
    try:
        missing = [address for address in gathered.mentions if address not in held]
        new = outbound.ask_all(missing, manner, job.today, lambda count: progress.show("Adressen", count))
    finally:
        progress.clear()
    told = outbound.told(gathered, cache.known, new, job.today)
    if not told.offline:
        cache.save(new, gathered.mentions if given.all else None)
    print(outbound.as_json(told) if given.format == "json" else outbound.as_text(told))
    gone = any(problem.severity == "error" for problem in told.problems)
    return CONTENT_PROBLEMS if given.strict and gone else DONE


COMMAND = Command("links", "nachsehen, ob es die Seiten anderer noch gibt, auf die Sie verweisen", _takes, _run)
