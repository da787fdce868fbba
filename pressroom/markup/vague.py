"""Words of links that do not say where they lead, by language."""

import re

_NOTHING = {
    "de": (
        "hier|hier klicken|klick hier|klicke hier|klicken sie hier|bitte hier klicken|hier entlang|siehe hier"
        "|hier lesen|mehr|mehr lesen|mehr erfahren|mehr dazu|mehr infos|mehr info|mehr informationen|weitere infos"
        "|weitere informationen|weiter|weiterlesen|zum weiterlesen|link|zum link|dieser link|diesem link|diesen link"
        "|linktext|url|klick|klicken|dort|da|diese seite|dieser seite|zur seite|details|download|herunterladen|pdf"
    ),
}
"""For each language what says nothing, in small letters. A language that is not here is not judged."""
_TABLE = {language: frozenset(words.split("|")) for language, words in _NOTHING.items()}
_EDGE = " \u00a0.,:;!?…»«›‹→>„“\"'()[]"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def says_nothing(words: str, language: str = "de") -> bool:
    """Whether a link of these words could lead anywhere."""
    return words.strip(_EDGE).casefold() in _TABLE.get(language, ())


def address_only(words: str) -> bool:
    """Whether a link shows an address instead of words. A name such as www.bautzen.de can be spoken and will do."""
    return _ADDRESS.fullmatch(words) is not None
