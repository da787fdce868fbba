"""The shape of a message: severity, sentence, cure."""

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """One kind of problem; ``message`` and ``cure`` are format strings."""

    severity: Literal["error", "warning"]
    message: str
    cure: str


def error(message: str, cure: str) -> Entry:
    """An entry that stops the build."""
    return Entry("error", message, cure)


def warning(message: str, cure: str) -> Entry:
    """An entry that is said, and the build goes on."""
    return Entry("warning", message, cure)
