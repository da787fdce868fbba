"""What the start of our process costs: Python itself, the command line, a build with nothing to do, the libraries."""

import re
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from bench import flavours, machine, programs
from bench.programs import Ground

SMALL = 20
"""News of the site whose build has nothing to do."""
WORTH_TELLING = 5.0
"""Milliseconds from which an import is told of."""

_TIMED = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|( +)(\S+)")


class Loaded(NamedTuple):
    """A module that was imported: by which, and milliseconds, alone or with all it imports itself."""

    name: str
    by: str
    ms: float


def ground() -> Ground:
    """A site so small that only the start is felt."""
    return Ground(programs.program("ours"), flavours.load(), SMALL)


def commands() -> dict[str, tuple[str, ...]]:
    """What is started, by what it is called in the report."""
    python, script = ground().program.build[:2]
    return {
        "`python -c pass`": (python, "-c", "pass"),
        "`build.py --help`": (python, script, "--help"),
        f"a build with nothing to do, {SMALL} news": ground().program.build,
    }


def starts(runs: int) -> Iterator[tuple[str, machine.Run]]:
    """Each command so many times, turn by turn."""
    site = ground()
    for _ in range(2):
        machine.timed(site.program.build, site.folder, site.folder / "bench.log", 60)
    for _ in range(runs):
        for what, command in commands().items():
            yield what, machine.timed(command, site.folder, site.folder / "bench.log", 60)


def imports() -> list[Loaded]:
    """What a build with nothing to do imports that takes long."""
    site = ground()
    python, *rest = site.program.build
    ran = subprocess.run(
        [python, "-X", "importtime", *rest], cwd=site.folder, capture_output=True, text=True, errors="replace"
    )
    return loaded(ran.stderr)


def loaded(report: str) -> list[Loaded]:
    """The slow modules of a report of ``-X importtime``, the slowest first: our own each alone, of a library what we or
    another library first ask for, with all that brings along.

    In the report a module stands below all it imports, each level two spaces further in.
    """
    found: list[Loaded] = []
    above: list[str] = []
    for line in reversed(report.splitlines()):
        match = _TIMED.match(line)
        if not match:
            continue
        alone, together, depth, name = int(match[1]) / 1000, int(match[2]) / 1000, (len(match[3]) - 1) // 2, match[4]
        above[depth:] = [name]
        by = above[depth - 1] if depth else "the start"
        ours = _library(name) == "pressroom"
        ms = alone if ours else together
        if ms >= WORTH_TELLING and (ours or _library(by) != _library(name)):
            found.append(Loaded(name, by, ms))
    return sorted(found, key=lambda one: -one.ms)


def _library(module: str) -> str:
    return module.partition(".")[0]
