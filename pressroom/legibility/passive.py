"""Finds the passive: a form of „werden“ and a participle in the same part of a sentence.

A guess from the look of words. What it takes for a participle begins with ge-, be-, ver- and the like or ends with
-iert, and is written small. So it misses „wurde ihm zuteil“ and „lässt sich machen“, and of „wird“ with a form that
might be an infinitive (wird bekommen) it says nothing.
"""

import re

_CLAUSE = re.compile(r"[^,;:–()]+")
_IS = re.compile(r"\b(?:[Ww]ird|[Ww]irst|[Ww]erde[nt]?|[Ww]urde(?:n|t|st)?|[Ww]ürde(?:n|t|st)?|worden)\b")
_PAST = re.compile(r"\b(?:[Ww]urde(?:n|t|st)?|worden)\b")
_PARTICIPLE = re.compile(
    r"\b(?!(?:gegen|gern|genug|gemeinsam|gesamt|gesund|gerecht|geeignet|gewohnt|bekannt|bereit|berühmt|beliebt)"
    r"|(?:gewinnen|gefallen|gelingen|gehören|geschehen|genießen|gestalten|gewähren|genügen|gedenken|gehen|geben)\b"
    r"|[a-zäöüß]+sten\b)"
    r"(?:[a-zäöüß]*ge[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]+iert"
    r"|(?:be|emp|er|ent|ver|zer|miss|über|unter|um|durch|wider|hinter)[a-zäöüß]{2,}t)\b(?! haben\b)"
)
_MOST = 1000
"""A longer sentence has other troubles, and words of many thousand letters would keep the patterns busy."""
_STRONG = re.compile(r"\b(?:be|emp|er|ent|ver|zer|miss|über|unter)[a-zäöüß]{3,}en\b")
"""Participles that might be infinitives; behind „wurde“ they are none."""


def passive(sentence: str) -> str:
    """The first passive of a sentence as it is quoted, ``wurde … gebaut``; empty where there is none."""
    for clause in _CLAUSE.findall(sentence[:_MOST]):
        form = _IS.search(clause)
        if form is None:
            continue
        found = _PARTICIPLE.search(clause) or (_STRONG.search(clause) if _PAST.search(clause) else None)
        if found is not None:
            first, last = sorted((form, found), key=lambda match: match.start())
            between = clause[first.end() : last.start()].strip()
            return f"{first[0]} {'… ' if between else ''}{last[0]}"
    return ""
