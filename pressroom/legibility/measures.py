"""Counts a text, sentence by sentence, and puts the counts into the two formulas."""

from collections.abc import Sequence
from typing import NamedTuple

from pressroom.legibility.sentences import is_end
from pressroom.legibility.words import weighed

LONG = 6
"""A word is long if it has more letters than so many; both formulas say so."""


class Figures(NamedTuple):
    """What was counted: sentences, words, words of more than six letters, of three or more syllables, of one."""

    sentences: int
    words: int
    long: int
    many: int
    one: int

    @property
    def wiener(self) -> float:
        """The first Wiener Sachtextformel, roughly the school year that a text suits: 4 is very easy, 15 very hard.

        MS, IW and ES are the words of three or more syllables, of more than six letters and of one syllable, in
        percent; SL is words a sentence: 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875. Of the four variants it
        is the one that looks at all that the others look at. R. Bamberger, E. Vanecek: Lesen, Verstehen, Lernen,
        Schreiben, Wien 1984.
        """
        many, long, one = (100 * count / self.words for count in (self.many, self.long, self.one))
        return 0.1935 * many + 0.1672 * self.words / self.sentences + 0.1297 * long - 0.0327 * one - 0.875

    @property
    def lix(self) -> float:
        """LIX: words a sentence and words of more than six letters in percent. C.-H. Björnsson: Läsbarhet, 1968."""
        return self.words / self.sentences + 100 * self.long / self.words


class Measured(NamedTuple):
    """A text measured: its figures, where its sentences lie among its tokens, and what hints at trouble: the most words
    of a sentence, the most letters of a word, and whether anything is written in capitals.
    """

    figures: Figures
    spans: list[tuple[int, int]]
    longest: int
    letters: int
    capitals: bool


def measured(tokens: Sequence[str]) -> Measured:
    """Measures a text by its tokens, as ``sentences.TOKEN`` finds them."""
    spans = []
    words = long = many = one = start = before = longest = most = 0
    loud = False
    for at, token in enumerate(tokens):
        syllables, letters, capitals = weighed(token)
        if syllables:
            words += 1
            if letters > LONG:
                long += 1
                most = max(most, letters)
            if syllables > 2:
                many += 1
            elif syllables == 1:
                one += 1
            if capitals:
                loud = True
        elif is_end(tokens, at):
            if words > before:
                spans.append((start, at + 1))
                longest = max(longest, words - before)
                before = words
            start = at + 1
    if words > before:
        spans.append((start, len(tokens)))
        longest = max(longest, words - before)
    return Measured(Figures(len(spans), words, long, many, one), spans, longest, most, loud)
