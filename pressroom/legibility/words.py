"""Words: how many syllables and letters they have."""

import re
from functools import lru_cache
from typing import NamedTuple

WORD = r"[^\W\d_]+(?:[-’'\u00ad][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*\w*(?:-[^\W\d_]+)*"
"""A word as a reader counts them: ``ESF-Vorhaben`` is one, and so is ``896.074``."""

_CAPITALS = re.compile("[A-ZÄÖÜ]{2}")
# Two vowels that are one sound, and all single ones. What is not listed has a sound for each: The-a-ter, Na-ti-on.
_SOUND = re.compile("ai|au|äu|ay|ei|eu|ey|ie|oi|oy|aa|ee|oo|[aeiouyäöüáàâéèêěíìïóòôúùû]")
_SILENT = re.compile(r"(?<=q)u|\by(?=[aeiou])")
_PARTED = re.compile("((?:famil|fer|lin|med|stud|ser|präm|akt|al|an|kriter)i(?=e(?:[ns]?\\b|n))|(?:muse|jubilä)(?=um))")
"""Where two vowels are two sounds against the rule: Fa-mi-li-e, Fe-ri-en, Mu-se-um."""
_MANY = 20_000


class Weight(NamedTuple):
    """Syllables and letters of a word, and whether it holds two capitals in a row. No syllables: it is no word."""

    syllables: int
    letters: int
    capitals: bool = False


@lru_cache(_MANY)
def weighed(token: str) -> Weight:
    """The weight of a word, or of the sign at the end of a sentence.

    A figure counts as one short word: it is read at a glance, however long it is to say.
    """
    if token[0].isdigit():
        return Weight(1, 0)
    if not token[0].isalpha():
        return Weight(0, 0)
    return Weight(syllables(token), sum(map(str.isalpha, token)), _CAPITALS.search(token) is not None)


def syllables(word: str) -> int:
    """How many syllables a German word has, at least one.

    Counted by sounds of vowels. So seams that only the meaning shows are not seen: ``be-enden`` has one less here.

    >>> [syllables(word) for word in ("Haus", "Quartier", "Theater", "Förderung", "Nachbarschaft")]
    [1, 2, 3, 3, 3]
    """
    if word.isupper() and len(word) <= 4:
        # Letters are said one by one.
        return len(word)
    low = _SILENT.sub("", word.lower())
    if "ie" in low or "um" in low:
        low = _PARTED.sub(r"\1-", low)
    return max(1, len(_SOUND.findall(low)))
