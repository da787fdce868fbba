"""build.py plan: every file there will be, and what it comes from."""

import argparse
import json

from pressroom import building, pipeline
from pressroom.commands import options
from pressroom.commands.command import DONE, Command
from pressroom.germanargs import Parser


def _takes(parser: Parser) -> None:
    options.form(parser, "text", "json")
    options.site(parser)


def _run(given: argparse.Namespace) -> int:
    planned = pipeline.plan(options.job(given))
    if given.format == "json":
        rows = [{"path": file.path, "source": file.origin} for file in planned.files]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    width = max(len(file.path) for file in planned.files)
    for file in sorted(planned.files, key=lambda file: file.path):
        print(f"{file.path:<{width}}  ← {file.origin}")
    print("\n".join(building.said_of_withheld(planned.site.withheld)), end="\n" if planned.site.withheld else "")
    return DONE


COMMAND = Command("plan", "jede Datei nennen, die entstehen wird, und woraus", _takes, _run)
