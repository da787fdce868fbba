"""build.py build: the whole site."""

import argparse
from dataclasses import replace
from time import perf_counter

from pressroom import building
from pressroom.commands import options
from pressroom.commands.command import DONE, NOT_PROVED, Command
from pressroom.germanargs import Parser
from pressroom.pipeline import Watch


def _takes(parser: Parser) -> None:
    add = parser.add_argument
    add("--release", action="store_true", help="für die Veröffentlichung: fehlende Pflichtangaben sind Fehler")
    add("--timings", action="store_true", help="sagen, wo die Zeit blieb")
    add("--prove", action="store_true", help="beweisen, dass ein Bau ohne Gemerktes Byte für Byte dasselbe ergibt")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    watch = Watch(perf_counter) if given.timings else None
    job = replace(options.job(given), watch=watch)
    report = building.build(job, given.given, dated=given.today is not None, again=not (given.prove or given.timings))
    if watch is not None:
        print(building.said_of_time(watch), end="")
    if given.prove and not building.prove(replace(job, watch=None), report):
        return NOT_PROVED
    return DONE


COMMAND = Command("build", "die Website bauen: content/ → public/", _takes, _run)
