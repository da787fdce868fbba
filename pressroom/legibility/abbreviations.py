"""Finds abbreviations that a text uses and does not explain."""

import re
from collections.abc import Container, Iterable

_CAPITALS = re.compile(r"(?<![\w./@-])[A-ZÄÖÜ]{2,6}(?![\w@/!]|\.\w|[ \u00a0]?\d)")
"""In front of a figure they name a type or a road (WBS 70, B 156); in front of „!“ somebody shouts."""
_DOTTED = re.compile(
    r"\b(?:(?:z[. \u00a0]+B|d[. \u00a0]+h|[uv][. \u00a0]+a|[ou][. \u00a0]+ä|s[. \u00a0]+[ou]|i[. \u00a0]+d[. \u00a0]+R)"
    r"|usw|bzw|ggf|evtl|ca|inkl|vgl|etc)\."
)
_ROMAN = re.compile(r"[IVXLCM]+")
COMMON = frozenset(
    (
        "EU ESF DDR BRD USA UNO UN NATO PC TV CD DVD SMS PDF QR GPS WC LKW PKW ICE AG KG BMW VW ARD ZDF MDR TÜV IP BMX "
        "OK FC SV"
    ).split()
)
"""What everybody knows, what belongs to a name, and the ESF, which the notice on every page spells out."""


def unexplained(text: str, known: Container[str]) -> Iterable[str]:
    """Each abbreviation in capitals whose first use is not explained: by brackets around it, or right behind it."""
    seen: set[str] = set()
    for match in _CAPITALS.finditer(text):
        short = match[0]
        if short in seen or short in COMMON or short in known:
            continue
        seen.add(short)
        if not (_ROMAN.fullmatch(short) or _is_shouted(text, match) or _is_explained(text, match)):
            yield short


def dotted(text: str) -> Iterable[str]:
    """Each abbreviation such as „z. B.“, for texts that should have none."""
    return dict.fromkeys(" ".join(match[0].split()) for match in _DOTTED.finditer(text))


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether it is a word of a name in capitals: STADTKULTUR HAMBURG."""
    around = text[max(0, match.start() - 30) : match.end() + 30]
    return re.search(r"[A-ZÄÖÜ]{7,}", around) is not None


def _is_explained(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 80) : match.start()].rstrip(), text[match.end() : match.end() + 30]
    if before.endswith("(") or re.search(r"(?:kurz|Kurz|Abkürzung|abgekürzt|Das heißt)[:,]?[ „“\"(]*$", before):
        return _begins_alike(before, match[0]) or not before.endswith("(")
    return re.match(r"[“\"]?\s*(?:\(\w|[–-]\s|=|(?:heißt|steht für|bedeutet|ist die Abkürzung)\b)", after) is not None


def _begins_alike(before: str, short: str) -> bool:
    """Whether one of the words before a bracket begins with the same letter: Europäischer Sozialfonds (ESF)."""
    return any(word[:1].upper() == short[0] for word in re.findall(r"\w+", before)[-8:])
