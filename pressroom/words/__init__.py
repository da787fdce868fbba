"""Dates, times and figures: in German for editors, and in each language of the site."""

from pressroom.kinds.languages import NAMES, SOURCE
from pressroom.words.cldr import plurals
from pressroom.words.marked import German, Marked, html_of, isolated, joined, raised
from pressroom.words.tongue import Said, Tongue

_TIMES: dict[str, Said] = {
    "from_to": "{start} bis {end}",
    "from": "ab {start}",
    "until": "bis {end}",
    "when_at": "{day}, {start} Uhr",
    "when_hours": "{day}, {start} bis {end} Uhr",
    "moments": "{start}, bis {end}",
}
"""What German says of times to editors. What the site says to its readers stands in content/words."""

_GERMAN = Tongue(SOURCE, _TIMES, _TIMES)
day, weekday, month, partial = _GERMAN.day, _GERMAN.weekday, _GERMAN.month, _GERMAN.partial
clock, period, when = _GERMAN.clock, _GERMAN.period, _GERMAN.when
euro, number = _GERMAN.euro, _GERMAN.number


def language(code: str) -> str:
    """``Obersorbisch`` for ``hsb``; a code that nobody knows stays as it is."""
    if code.startswith(f"{SOURCE}-") and code in NAMES:
        return NAMES[code]
    # Imported by need: Babel takes 5 ms to load.
    from babel import Locale

    named: str = Locale(SOURCE).languages.get(code.split("-")[0], code)
    return named


def sentence(text: str) -> str:
    """A note as a sentence: ``wegen Krankheit`` becomes ``Wegen Krankheit.``."""
    said = raised(text)
    if text.endswith((".", "!", "?", "…")):
        return said
    return German(f"{said}.") if isinstance(text, German) else joined("", (said, "."))


def count(amount: int, one: str, many: str) -> str:
    """``1 Seite``, ``2 Seiten``."""
    return f"{amount} {one if amount == 1 else many}"


__all__ = [
    "German",
    "Marked",
    "Said",
    "Tongue",
    "clock",
    "count",
    "day",
    "euro",
    "html_of",
    "isolated",
    "joined",
    "language",
    "month",
    "number",
    "partial",
    "period",
    "plurals",
    "raised",
    "sentence",
    "weekday",
    "when",
]
