"""The index of the search: files of words, each small enough for an old phone on a slow line."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from pressroom import urls

MOST_IN_A_FILE = 16_000
"""So many words of stories in one file: about 45 KB compressed, so that the first answer needs at most 60 KB."""

Story = TypeVar("Story")

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the search knows of a story: how it is shown, and the folded words it is found by.

    ``last`` is the last day of an event as ``2021-07-14``, so that the reader's side can say whether it is over;
    ``since`` is the day of a dated story in words, empty for what lasts. ``foreign`` says that it is told in German in
    the index of another language.
    """

    title: str
    address: str
    kind: str
    dated: str
    last: str
    since: str
    words: frozenset[str]
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One file of the index."""

    address: str
    script: str


@dataclass(frozen=True, slots=True)
class Packed:
    """The words of a part as JSON without its closing bracket, and the day of its first story."""

    text: str
    since: str


def parts(stories: Sequence[Story], weight: Callable[[Story], tuple[int, bool]]) -> list[list[Story]]:
    """The stories in parts that each make one file; one part where all fit, even where there is nothing to find.

    What has a date is counted from the oldest on, so that a new story changes the newest part only. ``weight`` says of
    a story about how many words are kept, and whether it has a date; those come last and the newest first.
    """
    if sum(weight(story)[0] for story in stories) <= MOST_IN_A_FILE:
        return [list(stories)]
    lasting = [story for story in stories if not weight(story)[1]]
    dated = [story for story in stories if weight(story)[1]]
    first = _filled(lasting, weight)
    then = [part[::-1] for part in reversed(_filled(reversed(dated), weight))]
    if first and then and sum(weight(story)[0] for story in first[-1] + then[0]) <= MOST_IN_A_FILE:
        first[-1] += then.pop(0)
    return first + then


def _filled(stories: Iterable[Story], weight: Callable[[Story], tuple[int, bool]]) -> list[list[Story]]:
    filled: list[list[Story]] = []
    room = 0
    for story in stories:
        words = weight(story)[0]
        if words > room:
            filled.append([])
            room = MOST_IN_A_FILE
        filled[-1].append(story)
        room -= words
    return filled


def sheaves(packed: Sequence[Packed], mark: str = "") -> tuple[Sheaf, ...]:
    """The parts as files, in their order; each names the next, so that none is fetched before it is needed.

    ``mark`` stands in their names.
    """
    made: list[Sheaf] = []
    follows = "}"
    # From the last to the first: a file's name holds a digest of its text, and its text the name of the next.
    for number in range(len(packed), 0, -1):
        part = packed[number - 1]
        script = f"window.searchIndex={part.text}{follows};\n"
        made.append(Sheaf(urls.stamped(f"words-{mark}{number}.js", script), script))
        told = {"next": made[-1].address.removeprefix(urls.SITE), "older": part.since}
        follows = "," + json.dumps(told, ensure_ascii=False, separators=(",", ":")).removeprefix("{")
    return tuple(reversed(made))


def packed(part: Sequence[Entry]) -> Packed:
    """``stories`` are [title, path, kind, date, last day], and 1 behind it for one in German among those of another
    language.

    ``words`` are in order, each told by how many letters it shares with the one before, as a digit in base 36, and the
    rest. ``holders`` has for each word the numbers of the stories that hold it, ``12.3.7``: each told by the distance
    from the one before, in base 36.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(part):
        for word in entry.words:
            holders[word].append(number)
    words = sorted(holders)
    told = {
        "stories": [
            [entry.title, entry.address.removeprefix(urls.SITE), entry.kind, entry.dated, entry.last]
            + [1] * entry.foreign
            for entry in part
        ],
        "words": " ".join(_shortened(before, word) for before, word in pairwise(["", *words])),
        "holders": " ".join(_steps(holders[word]) for word in words),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).removesuffix("}")
    return Packed(text, part[0].since if part else "")


def _shortened(before: str, word: str) -> str:
    shared = 0
    while shared < min(len(before), len(word), 35) and before[shared] == word[shared]:
        shared += 1
    return _DIGITS[shared] + word[shared:]


def _steps(numbers: Sequence[int]) -> str:
    return ".".join(_base36(number - before) for before, number in pairwise([0, *numbers]))


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
