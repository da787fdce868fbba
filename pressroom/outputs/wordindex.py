"""The index of the search: files of words, each small enough for an old phone on a slow line."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressroom import urls

MOST_IN_A_FILE = 16_000
"""So many words of stories in one file: about 45 KB compressed, so that the first answer needs at most 60 KB."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the search knows of a story: how it is shown, and the folded words it is found by.

    ``last`` is the last day of an event as ``2021-07-14``, so that the reader's side can say whether it is over;
    ``since`` is the day of a dated story in words, empty for what lasts.
    """

    title: str
    address: str
    kind: str
    dated: str
    last: str
    since: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One file of the index."""

    address: str
    script: str


def sheaves(entries: Sequence[Entry]) -> tuple[Sheaf, ...]:
    """The entries in files, in their order; each names the next, so that none is fetched before it is needed."""
    parts = list(_parts(entries))
    made: list[Sheaf] = []
    follows: dict[str, str] = {}
    # From the last to the first: a file's name holds a digest of its text, and its text the name of the next.
    for number in range(len(parts), 0, -1):
        part = parts[number - 1]
        script = f"window.searchIndex={_data(part, follows)};\n"
        made.append(Sheaf(urls.stamped(f"words-{number}.js", script), script))
        older = part[0].since if part else ""
        follows = {"next": made[-1].address.removeprefix(urls.SITE), "older": older}
    return tuple(reversed(made))


def _parts(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """At least one, even where there is nothing to find."""
    part: list[Entry] = []
    size = 0
    for entry in entries:
        if part and size + len(entry.words) > MOST_IN_A_FILE:
            yield part
            part, size = [], 0
        part.append(entry)
        size += len(entry.words)
    yield part


def _data(part: Sequence[Entry], follows: dict[str, str]) -> str:
    """``stories`` are [title, path, kind, date, last day].

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
            [entry.title, entry.address.removeprefix(urls.SITE), entry.kind, entry.dated, entry.last] for entry in part
        ],
        "words": " ".join(_shortened(before, word) for before, word in pairwise(["", *words])),
        "holders": " ".join(_steps(holders[word]) for word in words),
        **follows,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


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
