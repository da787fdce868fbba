#!/usr/bin/env python3
"""The same site built by this generator, Hugo and Pelican, turn by turn on the same machine.

    python3 bench/peers.py [--n 1000,5000] [--runs 3] [--serve 50]
    python3 bench/peers.py --report

One command from a clone; README.md beside this file tells what is measured and how.
"""

import argparse
import itertools
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import flavours, machine, programs, report, results, serving, start
from bench.programs import Ground

BUILDS = ("cold", "warm", "edit", "title", "base")
"""Every mode but cold finds the site as the one before left it."""
STARTS = 11


def main() -> None:
    """Prepares and measures, or reports."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--n", default="1000,5000", help="how many news, several with commas")
    add("--runs", type=int, default=3, help="rounds; in each, the programs take turns")
    add("--serve", type=int, default=50, metavar="K", help="saves with the preview running, over all rounds")
    add("--peers", default=",".join(programs.NAMES))
    add("--modes", default=",".join((*BUILDS, "serve", "start")))
    add("--corpus", type=Path, metavar="FILE", help="another Python file with a function make(kind, i)")
    add("--label", default="given", help="what the report calls that corpus")
    add("--limit", type=float, default=900, metavar="S", help="a command that takes longer has failed")
    add("--prepare", action="store_true", help="only install, write the sites and say where they are")
    add("--report", action="store_true", help="only write docs/performance.md and .svg from all results so far")
    options = parser.parse_args()
    if options.report:
        report.write()
        return
    # So that a preview that is running ends with us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    names = options.peers.split(",")
    for name in names:
        programs.install(name)
    corpus = flavours.load(options.corpus, options.label)
    sizes = [int(n) for n in options.n.split(",")]
    modes = options.modes.split(",")
    if not options.prepare:
        results.begin({name: programs.version(name) for name in names}, corpus)
    for n in sizes:
        grounds = [Ground(programs.program(name), corpus, n) for name in names]
        for ground in grounds:
            ground.prepare()
            print(ground.folder)
        if not options.prepare:
            measure(grounds, modes, options.runs, options.serve, options.limit)
    if "start" in modes and "ours" in names and not options.prepare:
        begin()


def measure(grounds: Sequence[Ground], modes: Sequence[str], runs: int, saves: int, limit: float) -> None:
    """All modes, round by round. Within a mode the programs take turns, so that a slow minute falls on all of them."""
    # A mark that no earlier session left anywhere, and that is as long as all others.
    marks = (f"x{os.getpid():07d}x{number:05d}x" for number in itertools.count())
    builds = [mode for mode in BUILDS if mode in modes]
    for round_ in range(1, runs + 1):
        for ground in grounds:
            ground.restore()
            if builds and "cold" not in builds:
                build(ground, "warm", marks, limit)
        for mode in builds:
            for ground in grounds:
                if mode in ground.program.modes:
                    build_quietly(ground, mode, round_, marks, limit)
        if "serve" not in modes:
            continue
        for ground in grounds:
            ground.restore()
            part = saves // runs + (1 if round_ <= saves % runs else 0)
            for wait in serving.waits(ground, part, marks):
                figures = {"wall": wait.seconds or 0.0, "disturbed": wait.disturbed}
                tell(ground, wait.mode, round_, wait.seconds is not None, **figures)


def build_quietly(ground: Ground, mode: str, round_: int, marks: Iterator[str], limit: float) -> None:
    """One run that counts, repeated where others disturbed it."""
    for last in range(machine.TRIES, 0, -1):
        run, shown = build(ground, mode, marks, limit)
        ok = run.status == 0 and shown
        if ok and run.disturbed and last > 1:
            print(f"  disturbed by others for {run.foreign:.2f} s, once more")
            continue
        files, size = ground.made() if mode == "cold" else (0, 0)
        tell(ground, mode, round_, ok, **asdict(run), disturbed=run.disturbed, files=files, bytes=size)
        if not ok:
            log = (ground.folder / "bench.log").read_text("utf-8", errors="replace")
            print(f"{ground.program.name} failed:\n{log[-1500:]}")
        return


def build(ground: Ground, mode: str, marks: Iterator[str], limit: float) -> tuple[machine.Run, bool]:
    """One build, and whether the page shows what was edited before it."""
    words = ""
    if mode == "cold":
        ground.wipe()
    elif mode != "warm":
        words = ground.edit(mode, next(marks))
    run = machine.timed(ground.program.build, ground.folder, ground.folder / "bench.log", limit)
    return run, ground.shows(mode, words)


def begin() -> None:
    """What the start of our process costs."""
    start.ground().prepare()
    for what, run in start.starts(STARTS):
        results.add(kind="start", what=what, wall=run.wall, disturbed=run.disturbed)
    for library in start.imports():
        results.add(kind="import", **library._asdict())
    print(f"{STARTS} starts measured")


def tell(ground: Ground, mode: str, round_: int, ok: bool, **figures: float) -> None:
    """Records one figure and shows it."""
    place = {"corpus": ground.corpus.name, "n": ground.n, "peer": ground.program.name, "mode": mode}
    results.add(kind="run", **place, round=round_, ok=ok, **figures)
    told = "  FAILED" if not ok else "  disturbed" if figures.get("disturbed") else ""
    cpu = f"  CPU {figures['cpu']:.2f}  peak {figures['peak']:.0f} MiB" if figures.get("cpu") else ""
    clock = f"{datetime.now():%H:%M:%S}"
    print(f"{clock}  {ground.n:>6} {mode:<10} {ground.program.name:<8} {figures['wall']:8.3f} s{cpu}{told}", flush=True)


if __name__ == "__main__":
    main()
