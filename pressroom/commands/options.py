"""The options that several commands share, and the job they describe."""

import argparse
import os
from datetime import date, datetime
from pathlib import Path

from pressroom import arguments
from pressroom.commands.command import CACHE, ROOT
from pressroom.germanargs import Parser
from pressroom.kinds.dates import BERLIN
from pressroom.pipeline import Job


def site(parser: Parser, *, drafts: bool = True) -> None:
    """What every command takes that reads or makes the site; ``drafts`` says whether those may be shown too."""
    add = parser.add_argument
    content(parser)
    output(parser)
    add("--base-url", type=arguments.address, default=None, metavar="URL", help="andere Adresse als in site.yaml")
    if drafts:
        add("--drafts", action="store_true", help="auch Entwürfe zeigen")
    add(
        "--jobs",
        type=arguments.jobs,
        default=min(os.cpu_count() or 1, arguments.MOST_JOBS),
        metavar="N",
        help="wie viele Prozesse zugleich",
    )
    add("--no-print", action="store_true", help="ohne Plakate und andere Blätter zum Ausdrucken")
    add("--fresh", action="store_true", help="nichts Gemerktes verwenden")


def content(parser: Parser) -> None:
    """Where the texts are, and which day it is."""
    add = parser.add_argument
    add("--content", type=Path, default=ROOT / "content", metavar="ORDNER", help="Ordner der Inhalte")
    add("--today", type=arguments.day, default=None, metavar="TAG", help="als wäre dieser Tag, 2021-07-14")


def output(parser: Parser) -> None:
    """Where the site lies."""
    help_ = "wohin gebaut wird"
    parser.add_argument("--output", type=Path, default=ROOT / "public", metavar="ORDNER", help=help_)


def form(parser: Parser, *forms: str) -> None:
    """In which form the answer is printed: the first, unless another is wanted."""
    parser.add_argument("--format", choices=forms, default=forms[0], help="Form der Ausgabe")


def today(options: argparse.Namespace) -> date:
    """The day the command is to believe in."""
    chosen: date | None = options.today
    return chosen or datetime.now(BERLIN).date()


def job(options: argparse.Namespace) -> Job:
    """What ``site`` describes."""
    return Job(
        root=ROOT,
        content=options.content,
        output=options.output,
        today=today(options),
        memo=CACHE / "memo",
        base_url=options.base_url,
        drafts=getattr(options, "drafts", False),
        release=getattr(options, "release", False),
        fresh=options.fresh,
        jobs=options.jobs,
        papers=not options.no_print,
    )
