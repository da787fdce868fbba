"""What went wrong, said so that whoever wrote the text can put it right."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import zip_longest
from typing import Literal, NamedTuple

from pressroom.catalogue import CATALOGUE, RULES, Rule

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one place.

    ``path`` is relative to the project with forward slashes; ``line`` and ``column`` count from 1, 0 means
    "the file as a whole". ``message`` and ``cure`` are German sentences.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    cure: str

    @property
    def rule(self) -> Rule:
        """The rule it stands on."""
        return RULES[CATALOGUE[self.code].rule]

    def as_dict(self) -> dict[str, str | int]:
        """The problem as the command line's JSON interface promises it."""
        return {
            "code": self.code,
            "rule": self.rule.number,
            "source": self.rule.source,
            "severity": self.severity,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "message": self.message,
            "cure": self.cure,
        }


class Waiver(NamedTuple):
    """An exception a story asks for: hints of one code, why they do not hold, since which day; where it stands."""

    code: str
    reason: str
    day: str
    line: int = 0
    column: int = 0


class Waived(NamedTuple):
    """A hint that does not hold, and the story's own reason."""

    problem: Problem
    waiver: Waiver


_PAGE = re.compile(r"(?<= )/\S*\.html\b")
"""A page in a message."""

Row = tuple[str, int, int, str, str, str]
"""A problem as it is remembered: without how severe it is, which is not the text's to say."""


@dataclass(slots=True)
class Desk:
    """Collects what every room finds, so that an editor reads all mistakes at once."""

    found: list[Problem] = field(default_factory=list)
    strict: frozenset[str] = frozenset()
    """Codes of warnings that count as errors this time."""

    waivers: dict[tuple[str, str], Waiver] = field(default_factory=dict)
    """Exceptions by file and code. They hold for hints; no story can excuse an error."""

    def report(self, code: str, path: str, line: int = 0, column: int = 0, /, **words: object) -> None:
        """Puts one problem on the desk, worded by the catalogue; raises KeyError for an unknown code."""
        entry = CATALOGUE[code]
        self.again([(path, line, column, code, entry.message.format(**words), entry.cure.format(**words))])

    def again(self, rows: Iterable[Row]) -> None:
        """Puts problems on the desk that were found before."""
        for path, line, column, code, message, cure in rows:
            severity = "error" if code in self.strict else CATALOGUE[code].severity
            self.found.append(Problem(path, line, column, code, severity, message, cure))

    def take(self, problems: Iterable[Problem]) -> None:
        """Puts problems on the desk that were raised, unless they lie there already."""
        self.found += [problem for problem in problems if problem not in self.found]

    def retract(self, code: str, path: str, line: int) -> bool:
        """Takes back what the next finding says better; whether there was anything to take back."""
        before = len(self.found)
        self.found[:] = [one for one in self.found if (one.code, one.path, one.line) != (code, path, line)]
        return len(self.found) < before

    def rows(self) -> tuple[Row, ...]:
        """Everything found, to be remembered."""
        return tuple((one.path, one.line, one.column, one.code, one.message, one.cure) for one in self.found)

    def waive(self, path: str, waivers: Iterable[Waiver]) -> None:
        """Takes down the exceptions of one story."""
        self.waivers.update({(path, waiver.code): waiver for waiver in waivers})

    def sorted(self) -> tuple[Problem, ...]:
        """Every problem once, by file and line, but for those that are waived.

        What is wrong in one line is told of one page only, however many show it.
        """
        told: dict[tuple[str, int, str, str], Problem] = {}
        for problem in sorted(set(self.found)):
            about = _PAGE.sub("", problem.message) if problem.code.startswith("page-") else problem.message
            if self._waiver(problem) is None:
                told.setdefault((problem.path, problem.line, problem.code, f"{problem.column} {about}"), problem)
        return tuple(told.values())

    def waived(self) -> tuple[Waived, ...]:
        """Every hint that a story excuses, by file and line."""
        every = ((problem, self._waiver(problem)) for problem in sorted(set(self.found)))
        return tuple(Waived(problem, waiver) for problem, waiver in every if waiver is not None)

    def complain_of_idle_waivers(self, unseen: Container[str], unasked: Container[str] = ()) -> None:
        """Reports each exception that excuses nothing. Only at the end of all checks is that known.

        ``unseen`` are the files whose pages were not made, so that nobody could look at them; ``unasked`` are hints
        nobody looked for this time.
        """
        used = {(problem.path, problem.code) for problem in self.found}
        for path, code in self.waivers.keys() - used:
            if path not in unseen and code not in unasked:
                waiver = self.waivers[path, code]
                self.report("waiver-idle", path, waiver.line, waiver.column, text=code)

    def _waiver(self, problem: Problem) -> Waiver | None:
        return self.waivers.get((problem.path, problem.code)) if problem.severity == "warning" else None

    @property
    def failed(self) -> bool:
        """Whether anything found forbids publishing."""
        return any(problem.severity == "error" for problem in self.found)


class ContentError(Exception):
    """The writer's mistakes: shown as messages, never as a traceback."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problems")

    def __reduce__(self) -> tuple[type["ContentError"], tuple[tuple[Problem, ...]]]:
        return ContentError, (self.problems,)


def quoted(text: str, most: int = 60) -> str:
    """A piece of someone's text on one line, short enough for a message."""
    line = " ".join(text.split())
    if not line.isprintable():
        line = "".join(sign if sign.isprintable() else "�" for sign in line)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word somebody most likely meant, or None."""
    lower = {name.lower(): name for name in known}
    match = get_close_matches(word.lower(), lower, n=1, cutoff=0.6)
    return lower[match[0]] if match else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question to append to a cure, or nothing: `` Meinten Sie „title“?``."""
    match = nearest(word, known)
    return f" Meinten Sie „{match}“?" if match else ""


def as_text(problems: Iterable[Problem]) -> str:
    """Problems as an editor reads them: where, what, and below it the cure.

    Neighbours with the same cure share it, so that a long list stays readable.
    """
    lines = []
    told = tuple(problems)
    for problem, following in zip_longest(told, told[1:]):
        assert problem is not None
        where = problem.path
        if problem.line:
            where += f":{problem.line}"
        if problem.column:
            where += f":{problem.column}"
        mark = "Fehler" if problem.severity == "error" else "Hinweis"
        number = problem.rule.number
        # The rules of the house are good manners; those of law and grants somebody may have to look up.
        code = problem.code if number.startswith("HAUS-") else f"{problem.code}, {number}"
        lines.append(f"{where}: {mark} [{code}] {problem.message}")
        if problem.cure and (following is None or following.cure != problem.cure):
            lines.append(f"    → {problem.cure}")
    return "\n".join(lines)
