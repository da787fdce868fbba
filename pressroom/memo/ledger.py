"""Results that remember what they looked at: each holds as long as every answer is still the same."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from pressroom.memo.store import digest

Answer = Callable[[str], bytes]
"""From the rest of a question to a digest of its answer; empty where there is nothing."""

_MANY = 8
"""So many questions that stand in many notes are worth a name of their own."""

_MOST_UNASKED = 2000
"""More than so many that nobody asked for are given up: most of them belong to files that are gone."""

_MOST_GROUPS = 400
"""From so many on it is looked which of them are still named."""


class Note(NamedTuple):
    """What was found out, and of all that was asked for it a digest of the answer.

    ``outcome`` is text, bytes, numbers, None, or tuples, lists and dicts of those.
    """

    asked: tuple[str, ...]
    answers: tuple[bytes, ...]
    outcome: Any


class Ledger:
    """The notes of the last build, and those of this one.

    A question is a word and what it is about, ``fields news/2021-07-14-muell``; the word says who answers. There is no
    plan of what depends on what: whoever works something out does it inside ``noting``, and everything that is asked
    meanwhile is written down. The next build asks the same questions first, which costs next to nothing, and works out
    again only what got another answer. So a rule that is forgotten cannot make a page stale; only a question that is
    not asked through here could, and a page is handed nothing else.
    """

    def __init__(self, known: dict[str, Note] | None = None, groups: Mapping[str, tuple[str, ...]] | None = None):
        self.known: dict[str, Note] = known or {}
        self.groups = dict(groups or {})
        self.kept: dict[str, Note] = {}
        self.answerers: dict[str, Answer] = {"group": self._group, "note": self._note}
        self._now: dict[str, bytes] = {}
        self._indirect: set[str] = set()
        self._open: list[dict[str, bytes]] = []

    def __getstate__(self) -> tuple[str]:
        """Another process gets an empty one; who answers tells it so himself."""
        return ("empty",)

    def __setstate__(self, state: tuple[str]) -> None:
        self.__init__()  # type: ignore[misc]

    def answer(self, question: str) -> bytes:
        """The answer of today, asked once in a build."""
        now = self._now.get(question)
        if now is None:
            word, _, about = question.partition(" ")
            now = self._now[question] = self.answerers[word](about)
            if word in ("group", "note"):
                self._indirect.add(question)
        return now

    def ask(self, question: str) -> None:
        """Writes down that whoever is at work right now has seen an answer."""
        if self._open:
            self._open[-1][question] = self.answer(question)

    def ask_all(self, asked: Mapping[str, bytes]) -> None:
        """Writes down all that was asked for something that is used again; where that is much, as one question."""
        if not self._open:
            return
        if len(asked) < _MANY:
            self._open[-1].update(asked)
            return
        group = digest("\n".join(asked).encode()).hex()
        self.groups[group] = tuple(asked)
        self.ask(f"group {group}")

    def groups_of(self, notes: Iterable[Note]) -> dict[str, tuple[str, ...]]:
        """The groups that notes name; those no note names any more are many after a while."""
        if len(self.groups) < _MOST_GROUPS:
            return self.groups
        pending = [question[6:] for note in notes for question in note.asked if question.startswith("group ")]
        used: dict[str, tuple[str, ...]] = {}
        while pending:
            group = pending.pop()
            if group not in used and group in self.groups:
                used[group] = self.groups[group]
                pending += [question[6:] for question in used[group] if question.startswith("group ")]
        return used

    def _group(self, group: str) -> bytes:
        return digest(b"\n".join(self.answer(question) for question in self.groups.get(group, ())))

    def _note(self, name: str) -> bytes:
        """What a note holds that others rest on; asking for it keeps it."""
        note = self.recall(name)
        return digest(repr(note.outcome).encode()) if note is not None else b""

    def forget(self, *questions: str) -> None:
        """The world has changed in the middle of a run: these are asked anew."""
        for question in (*questions, *self._indirect):
            self._now.pop(question, None)
        self._indirect.clear()

    def forget_all(self) -> None:
        """Everything is asked anew."""
        self._now.clear()

    def recall(self, name: str) -> Note | None:
        """What was found out under a name, if it still holds."""
        note = self.kept.get(name) or self.known.get(name)
        if note is None or not self.holds(note):
            return None
        self.kept[name] = note
        return note

    def holds(self, note: Note) -> bool:
        """Whether every answer is still the same."""
        now = self._now
        for question, before in zip(note.asked, note.answers, strict=True):
            answer = now.get(question)
            if (self.answer(question) if answer is None else answer) != before:
                return False
        return True

    @contextmanager
    def noting(self) -> Iterator[dict[str, bytes]]:
        """Writes down every question asked meanwhile, with its answer."""
        asked: dict[str, bytes] = {}
        self._open.append(asked)
        try:
            yield asked
        finally:
            self._open.pop()

    def keep(self, name: str, asked: Mapping[str, bytes], outcome: Any) -> Note:
        """Notes what was found out."""
        # What comes from another process names each question with a text of its own.
        questions = tuple(map(sys.intern, asked))
        now = self._now
        answers = tuple(
            [now[question] if now.get(question) == answer else answer for question, answer in asked.items()]
        )
        note = self.kept[name] = Note(questions, answers, outcome)
        now.pop(f"note {name}", None)
        # What it replaces would only fill the memory.
        self.known.pop(name, None)
        return note

    def keep_unasked(self) -> None:
        """Keeps what holds whatever is asked, such as what was seen in a picture: it may be wanted another time."""
        unasked = {name: note for name, note in self.known.items() if not note.asked and name not in self.kept}
        if len(unasked) < _MOST_UNASKED:
            self.kept.update(unasked)


def plain(value: Any) -> Any:
    """The same with every named tuple as a bare one, as outcomes must be."""
    return tuple(map(plain, value)) if isinstance(value, tuple) else value
