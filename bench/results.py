"""Keeps every figure as a line of JSON, and finds those that belong together."""

import json
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.flavours import Corpus
from bench.programs import WORK

FILE = WORK / "results.jsonl"
LANGUAGES = WORK / "languages.md"
"""The table that bench/languages.py wrote last."""
PREVIEW = frozenset({"first-cold", "first", "save"})
"""The modes that are measured with a preview running; the others are builds."""
TIMES = frozenset({"wall", "cpu"})


@dataclass(frozen=True)
class Figures:
    """Several measurements of one thing, in seconds or MiB."""

    values: tuple[float, ...]
    disturbed: bool = False
    """Whether there are only such that others disturbed."""

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    @property
    def worst(self) -> float:
        """The largest."""
        return max(self.values)

    @property
    def best(self) -> float:
        """The smallest."""
        return min(self.values)


def begin(versions: dict[str, str], corpus: Corpus) -> None:
    """Opens a session: what was measured, on what, when."""
    WORK.mkdir(parents=True, exist_ok=True)
    add(
        kind="session",
        versions=versions,
        corpus=corpus.name,
        digest=corpus.digest,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release().split('-')[0]}, {platform.machine()}",
        processor=processor(),
        cores=os.cpu_count(),
        memory=memory(),
    )


def add(**row: Any) -> None:
    """Appends one line. All of one process belong to one session, named by the moment it began."""
    with FILE.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"session": SESSION, **row}, ensure_ascii=False) + "\n")


SESSION = f"{datetime.now():%Y-%m-%d %H:%M:%S}"


def processor() -> str:
    """What the processor calls itself."""
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "unknown"


def memory() -> float:
    """GiB of memory; 0 where that cannot be known."""
    if sys.platform == "win32":
        return 0.0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


class Results:
    """All lines, and of sessions that measured the same the latest.

    What is compared comes from one session: builds from the latest in which ours built cold, previews from the latest
    in which it saved.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        rows = [json.loads(line) for line in lines]
        self.sessions: dict[str, dict[str, Any]] = {row["session"]: row for row in rows if row["kind"] == "session"}
        self.runs = [row for row in rows if row["kind"] == "run" and row["ok"]]
        self.failed = [row for row in rows if row["kind"] == "run" and not row["ok"]]
        self._rows = rows
        self._latest = {
            (row["corpus"], row["n"], row["mode"] in PREVIEW): row["session"]
            for row in self.runs
            if row["mode"] in ("cold", "save") and row["peer"] == "ours"
        }

    @property
    def used(self) -> list[dict[str, Any]]:
        """The sessions that figures are taken from."""
        names = {*self._latest.values(), *(row["session"] for row in self.last("start"))}
        return [session for name, session in self.sessions.items() if name in names]

    @property
    def corpora(self) -> list[str]:
        """Their names, our own first."""
        return sorted({corpus for corpus, _, _ in self._latest}, key=lambda name: (name != "own", name))

    def sizes(self, corpus: str) -> list[int]:
        """The numbers of news that were measured."""
        return sorted({n for name, n, _ in self._latest if name == corpus})

    def figures(self, corpus: str, n: int, mode: str, peer: str, quantity: str = "wall") -> Figures | None:
        """What was measured of one program; None if it was not.

        Of times, disturbed runs count only where there are no others; memory and output do not mind who else is busy.
        """
        session = self._latest.get((corpus, n, mode in PREVIEW))
        wanted = {"session": session, "corpus": corpus, "n": n, "mode": mode, "peer": peer}
        found = [row for row in self.runs if all(row[key] == value for key, value in wanted.items())]
        calm = [row for row in found if not row.get("disturbed") or quantity not in TIMES]
        if not found:
            return None
        return Figures(tuple(row[quantity] for row in calm or found), disturbed=not calm)

    def last(self, kind: str) -> list[dict[str, Any]]:
        """The lines of a kind from the last session that has any."""
        rows = [row for row in self._rows if row["kind"] == kind]
        return [row for row in rows if row["session"] == rows[-1]["session"]]


def read() -> Results:
    """All results so far."""
    if not FILE.is_file():
        sys.exit("There are no results yet: measure first, with bench/peers.py.")
    return Results(FILE.read_text("utf-8").splitlines())
