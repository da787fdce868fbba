"""What the servers answered, as findings in the texts and in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pressroom import problems, words
from pressroom.outbound.answers import Answer
from pressroom.outbound.gathering import Gathered
from pressroom.problems import Desk, Problem, quoted

_CODES = {
    "gone": "outbound-gone",
    "moved": "outbound-moved",
    "certificate": "outbound-certificate",
    "unknown": "outbound-unknown",
    "unreached": "outbound-unknown",
}


@dataclass(frozen=True, slots=True)
class Told:
    """The answers there are, old ones among them, and what they mean for the texts.

    ``offline`` says that servers were to be asked and not one could be reached.
    """

    gathered: Gathered
    answers: Mapping[str, Answer]
    problems: tuple[Problem, ...]
    offline: bool
    today: date


def told(gathered: Gathered, known: Mapping[str, Answer], new: Mapping[str, Answer], today: date) -> Told:
    """What is to be said. Where no server could be reached, the last answers stand, however old."""
    offline = bool(new) and all(one.kind == "unreached" for one in new.values())
    answers = {**known} if offline else {**known, **new}
    desk = Desk()
    for address, mentions in gathered.mentions.items():
        answer = answers.get(address)
        if answer is None or answer.kind == "good":
            continue
        said = {"status": answer.status, "reason": answer.reason, "target": answer.target}
        for one in mentions:
            place = (one.path, one.line, one.column)
            desk.report(_CODES[answer.kind], *place, text=quoted(one.written, 100), **said)
    kept = {address: answers[address] for address in gathered.mentions if address in answers}
    return Told(gathered, kept, desk.sorted(), offline, today)


def as_text(told: Told) -> str:
    """The findings as ``check`` shows them, and what was asked."""
    rows = [problems.as_text(told.problems), ""] if told.problems else []
    if told.offline:
        rows.append("Es konnte nichts gefragt werden: Kein Server ist zu erreichen. Vermutlich fehlt das Netz.")
        days = [one.day for one in told.answers.values()]
        if days:
            span = (
                words.day(min(days)) if min(days) == max(days) else f"{words.day(min(days))} bis {words.day(max(days))}"
            )
            rows.append(f"Gezeigt ist, was zuletzt bekannt war (gefragt: {span}).")
    counts = {kind: sum(one.kind == kind for one in told.answers.values()) for kind in ("good", "moved", "gone")}
    total = len(told.gathered.mentions)
    unsure = total - sum(counts.values())
    rows.append(
        f"{words.count(total, 'Adresse', 'Adressen')}: {counts['good']} erreichbar, {counts['moved']} umgezogen, "
        f"{counts['gone']} verschwunden, {unsure} nicht prüfbar."
    )
    if told.gathered.left_out:
        stories = words.count(told.gathered.left_out, "Beitrag ist", "Beiträge sind")
        rows.append(f"{stories} vorbei oder nicht veröffentlicht und deshalb ausgelassen; --all nimmt sie dazu.")
    return "\n".join(rows)


def as_json(told: Told) -> str:
    """The same for programs: every address with its answer and the places it stands in, and the findings."""
    rows: list[dict[str, Any]] = []
    for address, mentions in told.gathered.mentions.items():
        answer = told.answers.get(address)
        rows.append(
            {
                "address": address,
                "kind": answer.kind if answer else None,
                "status": answer.status or None if answer else None,
                "reason": answer.reason if answer else "",
                "target": answer.target if answer else "",
                "asked": answer.day.isoformat() if answer else None,
                "places": [{"path": one.path, "line": one.line, "column": one.column} for one in mentions],
            }
        )
    found = [problem.as_dict() for problem in told.problems]
    said = {"offline": told.offline, "addresses": rows, "problems": found}
    return json.dumps(said, ensure_ascii=False, indent=1)
