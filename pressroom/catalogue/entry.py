"""The shape of a message: severity, sentence, cure, and the rule it stands on."""

import re
from typing import Literal, NamedTuple

FILLED = re.compile(r"\{\w+\}")
"""What is filled in when a message is said."""


class Entry(NamedTuple):
    """One kind of problem; ``message`` and ``cure`` are format strings, ``rule`` the number of a rule."""

    severity: Literal["error", "warning"]
    message: str
    cure: str
    rule: str = ""


def error(message: str, cure: str, rule: str = "") -> Entry:
    """An entry that stops the build."""
    return Entry("error", message, cure, rule)


def warning(message: str, cure: str, rule: str = "") -> Entry:
    """An entry that is said, and the build goes on."""
    return Entry("warning", message, cure, rule)


def under(rule: str, entries: dict[str, Entry]) -> dict[str, Entry]:
    """Entries of one family: each stands on this rule unless it names its own."""
    return {code: entry if entry.rule else entry._replace(rule=rule) for code, entry in entries.items()}
