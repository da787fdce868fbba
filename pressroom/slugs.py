"""Pieces of addresses: what becomes of a title or a file's name in the address bar."""

import re
from unicodedata import normalize

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "đ": "d"})


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; empty where nothing is left.

    German umlauts are spelt out, other Latin letters lose their marks.

    >>> slug("Müllsammelaktion am Schiefen Haus")
    'muellsammelaktion-am-schiefen-haus'
    """
    text = normalize("NFC", text).lower().translate(_GERMAN)
    text = normalize("NFD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")
