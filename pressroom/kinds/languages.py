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
