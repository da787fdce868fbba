"""How often, and on which day, as an office says it: ``2 weeks``, ``2nd tuesday``."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from pressroom.kinds.recurrence import Frequency
from pressroom.kinds.values import plain

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GERMAN_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_POSITIONS = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1}
_GERMAN_POSITIONS = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "erste": "1st", "zweite": "2nd", "dritte": "3rd",
                     "vierte": "4th", "letzte": "last", "first": "1st", "second": "2nd", "third": "3rd",
                     "fourth": "4th"}  # fmt: skip
_UNITS: dict[str, Frequency] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_GERMAN_UNITS = {"tag": "day", "täg": "day", "dai": "day", "woch": "week", "wöch": "week", "week": "week",
                 "monat": "month", "month": "month", "jahr": "year", "jähr": "year", "year": "year"}  # fmt: skip
_GERMAN_NUMBERS = {"zwei": "2", "drei": "3", "vier": "4", "sechs": "6"}
_EVERY = re.compile(r"(?:(\d{1,2})\s+)?([a-z]+?)s?")


@dataclass(frozen=True, slots=True)
class Every:
    """How often: a unit, and how many of it lie between two days."""

    frequency: Frequency
    interval: int

    def __str__(self) -> str:
        unit = next(word for word, frequency in _UNITS.items() if frequency == self.frequency)
        return unit if self.interval == 1 else f"{self.interval} {unit}s"


@dataclass(frozen=True, slots=True, order=True)
class On:
    """Which day: ``tuesday`` (position 0), ``2nd tuesday``, ``last friday`` (-1), ``last day`` (no weekday)."""

    position: int
    weekday: int | None

    def __str__(self) -> str:
        word = "day" if self.weekday is None else WEEKDAYS[self.weekday]
        names = {place: name for name, place in _POSITIONS.items()}
        return f"{names[self.position]} {word}" if self.position else word


def parse_every(value: Any) -> Every:
    """Reads ``week``, ``2 weeks``, ``month``; raises PydanticCustomError that says what was meant."""
    text = plain(value).lower()
    match = _EVERY.fullmatch(text)
    unit = _UNITS.get(match[2]) if match else None
    if match is not None and unit is not None and int(match[1] or 1) > 0:
        return Every(unit, int(match[1] or 1))
    words = {"text": plain(value), "known": "day, week, 2 weeks, month, 3 months, year", "options": ",".join(_UNITS)}
    raise PydanticCustomError("value-choice", "", {**words, "meant": _every_meant(text)})


def _every_meant(text: str) -> str:
    if re.match(r"(14|vierzehn)\W*t[aä]g", text):
        return "2 weeks"
    for german, digit in _GERMAN_NUMBERS.items():
        text = text.replace(german, digit)
    found = next((unit for piece, unit in _GERMAN_UNITS.items() if piece in text), "")
    count = re.search(r"\d{1,2}", text)
    return f"{int(count[0])} {found}s" if found and count and int(count[0]) > 1 else found


def parse_on(value: Any) -> On:
    """Reads ``tuesday``, ``2nd tuesday``, ``last friday``, ``last day``; raises PydanticCustomError."""
    text = " ".join(plain(value).lower().split())
    first, _, second = text.rpartition(" ")
    if second == "day" and first == "last":
        return On(-1, None)
    if second in WEEKDAYS and (not first or first in _POSITIONS):
        return On(_POSITIONS.get(first, 0), WEEKDAYS.index(second))
    # A fifth Tuesday comes in a few months only; whoever writes it mostly means the last one.
    fifth = re.match(r"(5|fünft|fifth)", first) and second in WEEKDAYS
    meant = f"last {second}" if fifth else _on_meant(first, second)
    known = f"{', '.join(WEEKDAYS)}; bei every: month davor 1st, 2nd, 3rd, 4th oder last, oder last day"
    raise PydanticCustomError(
        "value-choice", "", {"text": plain(value), "known": known, "options": ",".join(WEEKDAYS), "meant": meant}
    )


def _on_meant(first: str, second: str) -> str:
    """The English for a German day such as „2. Dienstag“ or „letzten Freitag“; empty where it is none."""
    bare = "samstag" if second.startswith("sonnabend") else second.rstrip("s.")
    found = [number for number, name in enumerate(_GERMAN_DAYS) if name == bare or (name[:2] == bare)]
    if not found:
        return "last day" if second in ("tag", "monatstag") and first.startswith("letzte") else ""
    word = first.rstrip(".") if first.rstrip(".").isdecimal() else re.sub(r"[rsn]$", "", first.removeprefix("jeden "))
    position = _GERMAN_POSITIONS.get(word, first if first in _POSITIONS else "")
    return f"{position} {WEEKDAYS[found[0]]}".strip()
