"""What servers answered, remembered for some days in a file."""

import json
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from pressroom import aside

Kind = Literal["good", "moved", "gone", "certificate", "unknown", "unreached"]
"""There, there but elsewhere, no more there; a certificate that does not hold; nobody can say; no way to the server."""

GOOD_FOR, BAD_FOR = 14, 1
"""Days for which an answer is believed: what is there stays, what is not may be back tomorrow."""


class Answer(NamedTuple):
    """What became of an address: the day it was asked, the status (0: none), the reason in German, the new address."""

    kind: Kind
    day: date
    status: int = 0
    reason: str = ""
    target: str = ""

    def holds(self, today: date) -> bool:
        """Whether nobody need ask again."""
        return 0 <= (today - self.day).days < (GOOD_FOR if self.kind in ("good", "moved") else BAD_FOR)


class Answers:
    """The answers in a file. Whatever is odd about it means that nothing is known."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.known: dict[str, Answer] = {}
        try:
            rows = json.loads(file.read_text("utf-8"))
            for address, row in rows.items():
                kind, day, status, reason, target = row
                self.known[str(address)] = Answer(kind, date.fromisoformat(day), int(status), str(reason), str(target))
        except (OSError, ValueError, TypeError, AttributeError):
            self.known = {}

    def save(self, new: Mapping[str, Answer], wanted: Collection[str] | None = None) -> None:
        """Keeps what is new and what was known; where ``wanted`` is given, of these only. Raises OSError."""
        known = {**self.known, **new}
        rows = {
            address: [one.kind, one.day.isoformat(), one.status, one.reason, one.target]
            for address, one in sorted(known.items())
            if wanted is None or address in wanted
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        aside.put(self.file, (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
