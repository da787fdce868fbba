"""Takes what the browser tests measured into the settings, for the statement on accessibility.

The tests write a file of JSON: ``date``, ``tools`` and ``runs``, a list of ``page``, ``width``, ``scheme`` and
``violations`` (tests/test_accessibility.py). Nothing else may fill ``measured``: no figure is made up.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_SCHEMES = {"light": "hell", "dark": "dunkel", "print": "Druck", "forced": "Kontrastmodus"}
_GROUP = re.compile(r"^accessibility:[ \t]*\n", re.MULTILINE)
_MEASURED = re.compile(r"^  measured:[^\n]*\n(?:    [^\n]*\n)*", re.MULTILINE)
_NEXT = re.compile(r"^[^\s#]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """What was measured on one day: with which tools, on which pages, in which widths (CSS pixels) and schemes."""

    date: str
    tools: tuple[str, ...]
    pages: int
    widths: tuple[int, ...]
    schemes: tuple[str, ...]
    violations: int


def read(text: str) -> Run:
    """The run that a file of the tests tells of. Raises ValueError where it is none."""
    try:
        told: dict[str, Any] = json.loads(text)
        runs = [
            (str(one["page"]), int(one["width"]), str(one["scheme"]), int(one["violations"])) for one in told["runs"]
        ]
        day, tools = str(told["date"]), tuple(map(str, told["tools"]))
    except (KeyError, TypeError) as trouble:
        raise ValueError(str(trouble)) from trouble
    if not runs or not tools or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        raise ValueError("runs, tools, date")
    return Run(
        date=day,
        tools=tools,
        pages=len({page for page, _, _, _ in runs}),
        widths=tuple(sorted({width for _, width, _, _ in runs if width})),
        schemes=tuple(_SCHEMES.get(scheme, scheme) for scheme in dict.fromkeys(scheme for _, _, scheme, _ in runs)),
        violations=sum(count for _, _, _, count in runs),
    )


def noted(settings: str, run: Run) -> str:
    """The text of site.yaml with this run in it; all else stays as it was written."""
    lines = [
        "  measured:",
        f"    date: {run.date}",
        f"    tools: {_flow(run.tools)}",
        f"    pages: {run.pages}",
        f"    widths: {_flow(run.widths)}",
        f"    schemes: {_flow(run.schemes)}",
        f"    violations: {run.violations}",
    ]
    group = "\n".join(lines) + "\n"
    begin = _GROUP.search(settings)
    if begin is None:
        return f"{settings.rstrip()}\n\naccessibility:\n{group}"
    after = _NEXT.search(settings, begin.end())
    end = after.start() if after else len(settings)
    inside = _MEASURED.sub("", settings[begin.end() : end])
    return settings[: begin.end()] + group + inside + settings[end:]


def _flow(values: Iterable[object]) -> str:
    return f"[{', '.join(map(str, values))}]"
