"""From where on a text is called hard: for each kind of content, and for Einfache Sprache."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The most that is good; what is above is told.

    ``wiener`` and ``lix`` are of the text as a whole, ``sentence`` is in words, ``word`` in letters.
    """

    wiener: float
    lix: float
    sentence: int
    word: int


# The Wiener Sachtextformel tells the school year, 4 to 15, that a text suits. LIX: below 40 is easy, 40 to 50 what
# newspapers write, 50 to 60 factual texts, above 60 the language of experts (Björnsson 1968). So news and events are
# held to the tenth year, and what explains how money is spent may be a little harder. A sentence of more than 25 words
# has to be read twice. For Einfache Sprache nobody has fixed figures; 15 words is what most who teach it name.
LIMITS = {
    "news": Limits(10, 48, 25, 24),
    "events": Limits(10, 48, 25, 24),
    "projects": Limits(11, 52, 25, 26),
    "pages": Limits(11, 52, 25, 26),
    "partners": Limits(12, 55, 25, 26),
    "places": Limits(12, 55, 25, 26),
}
"""By the folder of a kind."""

SIMPLE = Limits(7, 40, 15, 20)
"""Of whatever is written in Einfache Sprache."""
