"""Judges a text by its limits: whether it is hard as a whole, its hardest sentences, and what makes each hard."""

import re
from collections.abc import Container, Iterable, Iterator
from heapq import nlargest
from typing import NamedTuple

from pressroom.legibility.abbreviations import dotted, unexplained
from pressroom.legibility.limits import Limits
from pressroom.legibility.measures import Figures, Measured, measured
from pressroom.legibility.passive import passive
from pressroom.legibility.prose import Piece, shown
from pressroom.legibility.sentences import BREAK, TOKEN
from pressroom.legibility.words import weighed

ENOUGH = 80
"""The formulas were made for whole texts; of fewer words they say nothing."""

MOST = 3
"""So many sentences are pointed at."""


class Hard(NamedTuple):
    """A hard sentence: its line and its text; how many words it has if those are too many, else 0; the words that are
    too long, and the passive, as they are quoted.
    """

    line: int
    text: str
    length: int
    words: tuple[str, ...]
    passive: str


class Verdict(NamedTuple):
    """What is to be said of a text. ``wiener`` and ``lix`` are None where they are good; ``hardest`` is empty where the
    text is easy; ``short`` are the unexplained abbreviations, ``line`` that of the first.
    """

    wiener: float | None
    lix: float | None
    hardest: tuple[Hard, ...]
    short: tuple[str, ...]
    line: int


class Sentence(NamedTuple):
    """A sentence on one line, its words and its line."""

    text: str
    words: list[str]
    line: int


def judged(pieces: Iterable[Piece], limits: Limits, known: Container[str], *, simple: bool = False) -> Verdict | None:
    """The verdict on a text; None where there is nothing to say.

    ``known`` are words and abbreviations that need no change here; in a ``simple`` text „z. B.“ is too short.
    """
    pieces = tuple(pieces)
    whole = BREAK.join([piece.text for piece in pieces])
    seen = measured(TOKEN.findall(whole))
    wiener, lix = _scores(seen.figures, limits)
    hardest: tuple[Hard, ...] = ()
    # Most texts are easy. Where a sentence stands, and what it looks like, is only asked of the others.
    if wiener or lix or seen.longest > limits.sentence or seen.letters > limits.word:
        hardest = _hardest(list(sentences(pieces, whole, seen)), limits, known, whole=bool(wiener or lix))
    short = tuple(unexplained(whole, known)) if seen.capitals else ()
    short += tuple(dotted(whole)) if simple else ()
    if not hardest and not short:
        return None
    return Verdict(wiener, lix, hardest, short, _line_of(short[0], pieces) if short else 0)


def _scores(counted: Figures, limits: Limits) -> tuple[float | None, float | None]:
    if counted.words < ENOUGH:
        return None, None
    wiener, lix = counted.wiener, counted.lix
    return wiener if wiener > limits.wiener else None, lix if lix > limits.lix else None


def sentences(pieces: tuple[Piece, ...], whole: str, seen: Measured) -> Iterator[Sentence]:
    """The sentences of some pieces; ``whole`` are their texts, joined with BREAK, and ``seen`` what was measured."""
    tokens = list(TOKEN.finditer(whole))
    upto = number = 0
    for start, end in seen.spans:
        words = [token for token in tokens[start:end] if weighed(token[0]).syllables]
        while words[0].start() > upto + len(pieces[number].text):
            upto += len(pieces[number].text) + len(BREAK)
            number += 1
        text = shown(whole[tokens[start - 1].end() if start else 0 : tokens[end - 1].end()])
        line = pieces[number].line_at(words[0].start() - upto)
        yield Sentence(text, [word[0] for word in words], line)


def _hardest(every: list[Sentence], limits: Limits, known: Container[str], *, whole: bool) -> tuple[Hard, ...]:
    """The hardest sentences; none where only words are long that everybody knows."""
    if not whole and not any(len(one.words) > limits.sentence or _too_long(one, limits, known) for one in every):
        return ()
    ranked = nlargest(MOST, every, key=lambda sentence: _weight(sentence, limits, known))
    told = (_hard(sentence, limits, known, whole=whole) for sentence in ranked)
    return tuple(hard for hard in told if hard.length or hard.words or hard.passive)


def _too_long(sentence: Sentence, limits: Limits, known: Container[str]) -> list[str]:
    """The words that have too many letters; each part of one with hyphens counts by itself."""
    return [
        word
        for word in dict.fromkeys(sentence.words)
        if len(word) > limits.word
        and any(len(part) > limits.word and not _is_known(part, known) for part in word.split("-"))
    ]


def _is_known(word: str, known: Container[str]) -> bool:
    """Whether readers know it; so they do with the s of its genitive."""
    return word in known or word.removesuffix("s") in known


def _weight(sentence: Sentence, limits: Limits, known: Container[str]) -> float:
    """What sentences are ranked by: their words in measures of what is good, half a measure for each word that is too
    long, a quarter for the passive, and the share of words of four syllables and more.
    """
    many = sum(weighed(word).syllables > 3 for word in sentence.words) / max(len(sentence.words), 8)
    turned = bool(passive(sentence.text))
    return len(sentence.words) / limits.sentence + len(_too_long(sentence, limits, known)) / 2 + turned / 4 + many


def _hard(sentence: Sentence, limits: Limits, known: Container[str], *, whole: bool) -> Hard:
    length = len(sentence.words) if len(sentence.words) > limits.sentence else 0
    words = _too_long(sentence, limits, known)
    if whole and not words:
        # Nothing stands out; then it is the many long words.
        words = [word for word in sentence.words if weighed(word).syllables > 4 and not _is_known(word, known)]
        words = sorted(dict.fromkeys(words), key=len, reverse=True)[:2]
    return Hard(sentence.line, sentence.text, length, tuple(words[:3]), passive(sentence.text))


def _line_of(short: str, pieces: tuple[Piece, ...]) -> int:
    """The line in which an abbreviation stands first."""
    start = re.compile(rf"(?<!\w){re.escape(short).replace(chr(92) + ' ', chr(92) + 's')}")
    for piece in pieces:
        found = start.search(piece.text)
        if found:
            return piece.line_at(found.start())
    return pieces[0].line
