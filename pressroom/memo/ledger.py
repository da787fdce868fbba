"""Results that remember what they looked at: each holds as long as every answer is still the same."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

Answer = Callable[[str], bytes]
"""From the rest of a question to a digest of its answer; empty where there is nothing."""


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

    def __init__(self, known: Mapping[str, Note] | None = None) -> None:
        self.known = known or {}
        self.kept: dict[str, Note] = {}
        self.answerers: dict[str, Answer] = {}
        self._now: dict[str, bytes] = {}
        self._open: list[dict[str, bytes]] = []

    def __getstate__(self) -> dict[str, Answer]:
        return self.answerers

    def __setstate__(self, answerers: dict[str, Answer]) -> None:
        self.__init__()  # type: ignore[misc]
        self.answerers = answerers

    def answer(self, question: str) -> bytes:
        """The answer of today, asked once in a build."""
        now = self._now.get(question)
        if now is None:
            word, _, about = question.partition(" ")
            now = self._now[question] = self.answerers[word](about)
        return now

    def ask(self, question: str) -> None:
        """Writes down that whoever is at work right now has seen an answer."""
        if self._open:
            self._open[-1][question] = self.answer(question)

    def ask_all(self, asked: Mapping[str, bytes]) -> None:
        """Writes down all that was asked for something that is used again."""
        if self._open:
            self._open[-1].update(asked)

    def forget(self, *questions: str) -> None:
        """The world has changed in the middle of a run: these are asked anew."""
        for question in questions:
            self._now.pop(question, None)

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
        note = self.kept[name] = Note(tuple(asked), tuple(asked.values()), outcome)
        return note


def plain(value: Any) -> Any:
    """The same with every named tuple as a bare one, as outcomes must be."""
    return tuple(map(plain, value)) if isinstance(value, tuple) else value
