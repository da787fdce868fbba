"""Words that know which language they are of; inside a page they say so."""

import re
from collections.abc import Iterable
from html import escape
from typing import Any, Self, SupportsIndex

_FIRST = re.compile(r"^((?:<[^>]*>)*)([^<&])")
"""The first letter of a piece of HTML, behind the tags before it."""


class Html(str):
    """A piece of HTML: attributes of a tag."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


class Marked(str):
    """Plain text that stands in a page as ``html``, with the marks its pieces need; added to others it keeps them."""

    __slots__ = ("_html",)
    _html: str

    def __new__(cls, text: str, html: str) -> Self:  # noqa: D102
        made = super().__new__(cls, text)
        made._html = html
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Marked, (str(self), self._html)

    def __html__(self) -> str:
        return self._html

    def __add__(self, other: str) -> str:
        return joined("", (self, other))

    def __radd__(self, other: str) -> str:
        return joined("", (other, self))


def raised(text: str) -> str:
    """The same with a large letter in front, as a sentence begins; marks stay."""
    large = text[:1].upper() + text[1:]
    if isinstance(text, German) or not isinstance(text, Marked):
        return German(large) if isinstance(text, German) else large
    return Marked(large, _FIRST.sub(lambda match: match[1] + match[2].upper(), html_of(text), count=1))


class German(Marked):
    """German words on a page of another language. Their pieces are German too."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:  # noqa: D102
        return super().__new__(cls, text, "")

    def __reduce__(self) -> tuple[Any, ...]:
        return German, (str(self),)

    def __html__(self) -> str:
        return f'<span lang="de" dir="ltr">{escape(self)}</span>'

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """Its parts are German too."""
        return [German(part) for part in super().split(sep, maxsplit)]

    def strip(self, chars: str | None = None) -> str:
        """German too."""
        return German(super().strip(chars))


def html_of(value: object) -> str:
    """What stands for a value in a page."""
    return value.__html__() if isinstance(value, Marked) else escape(str(value))


def joined(separator: str, parts: Iterable[str]) -> str:
    """Words in a row, each with its mark."""
    pieces = tuple(parts)
    text = separator.join(pieces)
    if not any(isinstance(piece, Marked) for piece in pieces):
        return text
    return Marked(text, escape(separator).join(map(html_of, pieces)))


def isolated(text: str) -> Marked:
    """A telephone number or an address on the net among words that run from right to left."""
    return Marked(text, f'<bdi dir="ltr">{escape(text)}</bdi>')
