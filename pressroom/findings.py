"""What the checks found, in the forms that machines read: JSON for scripts, SARIF for the tools of code hosts."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from pressroom.catalogue import CATALOGUE, RULES
from pressroom.catalogue.entry import FILLED
from pressroom.problems import Problem, Waived, Waiver

_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(found: Iterable[Problem], waived: Iterable[Waived]) -> str:
    """A list with every finding; ``waived`` is null, or reason and date."""
    rows = [{**problem.as_dict(), "waived": _said(waiver)} for problem, waiver in _every(found, waived)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_sarif(found: Iterable[Problem], waived: Iterable[Waived]) -> str:
    """SARIF 2.1.0 (OASIS): one run, every message a rule; what stories excuse is suppressed in the source."""
    codes = sorted(CATALOGUE)
    driver = {"name": "pressroom", "language": "de", "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "Der Ordner, in dem build.py liegt."}}},
        "results": [_result(problem, waiver, codes) for problem, waiver in _every(found, waived)],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _every(found: Iterable[Problem], waived: Iterable[Waived]) -> list[tuple[Problem, Waiver | None]]:
    """All findings by file and line, each with its exception or None."""
    return sorted([*((problem, None) for problem in found), *waived], key=lambda pair: pair[0])


def _said(waiver: Waiver | None) -> dict[str, str] | None:
    return {"reason": waiver.reason, "date": waiver.day} if waiver is not None else None


def _rule(code: str) -> dict[str, Any]:
    """A message of the catalogue; what is filled in when it is said stands as an ellipsis."""
    entry = CATALOGUE[code]
    rule = RULES[entry.rule]
    told: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": FILLED.sub("…", entry.message)},
        "fullDescription": {"text": f"{rule.demand} ({rule.number}: {rule.source})"},
        "help": {"text": FILLED.sub("…", entry.cure).strip("… ") or rule.demand},
        "defaultConfiguration": {"level": entry.severity},
        "properties": {"tags": [rule.number]},
    }
    return {**told, "helpUri": rule.url} if rule.url else told


def _result(problem: Problem, waiver: Waiver | None, codes: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path), "uriBaseId": "ROOT"}}
    if problem.line:
        place["region"] = {"startLine": problem.line}
        if problem.column:
            place["region"]["startColumn"] = problem.column
    result = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": f"{problem.message} {problem.cure}".strip()},
        "locations": [{"physicalLocation": place}],
    }
    if waiver is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": f"{waiver.reason} ({waiver.day})"}]
    return result
