"""The words of the site, for tests of what says them."""

import yaml

from pressroom.words import Tongue
from tests.town import ROOT, WORDS

_GERMAN = yaml.safe_load(WORDS)
GERMAN = Tongue("de", _GERMAN, _GERMAN)


def alone(lang: str) -> Tongue:
    """A language without German to stand in: whatever is missing is a KeyError."""
    text = (ROOT / "content" / "words" / f"{lang}.yaml").read_text("utf-8")
    return Tongue(lang, yaml.safe_load(text), {})
