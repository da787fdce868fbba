"""The languages of the site."""

from typing import Literal

SOURCE = "de"
"""The language that stories are written in; translations are made from it."""

LANGUAGES = ("de", "hsb", "de-simple", "en", "uk", "ru", "ar")
"""In the order of the switcher: German and Sorbian first by duty, then the others by their scripts.

``de-simple`` is Einfache Sprache, a variant that BCP 47 has registered.
"""
Language = Literal["de", "hsb", "de-simple", "en", "uk", "ru", "ar"]
TRANSLATED = LANGUAGES[1:]
RIGHT_TO_LEFT = frozenset({"ar"})

NAMES = {
    "de": "Deutsch",
    "hsb": "Hornjoserbsce",
    "de-simple": "Einfache Sprache",
    "en": "English",
    "uk": "Українська",
    "ru": "Русский",
    "ar": "العربية",
}
"""What each language is called by those who read it. Einfache Sprache is never called Leichte Sprache."""

LOCALES = {
    "de": "de_DE",
    "hsb": "hsb_DE",
    "de-simple": "de_DE",
    "en": "en_GB",
    "uk": "uk_UA",
    "ru": "ru_RU",
    "ar": "ar_AR",
}
"""``og:locale`` of each: language and country, as the Open Graph protocol wants them (for Arabic its own ``ar_AR``)."""


def direction(lang: str) -> str:
    """``ltr`` or ``rtl``."""
    return "rtl" if lang in RIGHT_TO_LEFT else "ltr"
