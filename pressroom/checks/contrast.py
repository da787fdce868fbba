"""The contrast of every pair of colours, computed from the tokens for each scheme (WCAG 2.2, 1.4.3, 1.4.11)."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pressroom.problems import Desk, nearest

LEAST = {"text": 4.5, "part": 3.0, "ornament": 0.0}
"""The contrast that each kind of pair needs. Large words get no discount: nobody knows which will be large."""
TOUCH = 24
"""CSS pixels that a target needs in both directions (2.5.8)."""
SCHEMES = {
    "hell": (),
    "dunkel": ("dark",),
    "Druck": ("print",),
    "Druck bei dunkler Anzeige": ("dark", "print"),
}
"""Each scheme as messages name it, and the media in force then. What forces its own colours brings its own contrast."""

FOLDER = "assets/css"
TABLE = "assets/css/pairs.txt"
WITH_TOKENS = ("tokens", "print")
"""The sheets that give the whole page its colours, in the order in which they count."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"([^{};]*)([{};])")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MEDIUM = re.compile(r"^@media\b.*?\b(dark|print)\b")
_REM = 16


class Token(NamedTuple):
    """A custom property of ``:root``: its value, the media it is for, and where it stands."""

    name: str
    value: str
    media: tuple[str, ...]
    path: str
    line: int


class Pair(NamedTuple):
    """A colour and the ground it stands on, and the line of the table that says so."""

    kind: str
    colour: str
    ground: str
    line: int


def of_house(root: Path, desk: Desk) -> None:
    """Reports what is wrong with the colours of assets/css. Raises OSError."""
    sheets = {f"{FOLDER}/{name}.css": (root / FOLDER / f"{name}.css").read_text("utf-8") for name in WITH_TOKENS}
    check(sheets, (root / TABLE).read_text("utf-8"), TABLE, desk)


def check(sheets: Mapping[str, str], table: str, path: str, desk: Desk) -> None:
    """Reports every pair that cannot be told apart, and every colour of which nobody has said what it stands on.

    ``sheets`` are the style sheets with tokens in the order in which they count, by their paths; ``table`` is the text
    of the file ``path``, which declares the pairs.
    """
    tokens = [token for name, text in sheets.items() for token in declared(text, name)]
    pairs = list(_pairs(table, path, desk))
    known = {token.name for token in tokens}
    for pair in pairs:
        for name in (pair.colour, pair.ground):
            if name not in known:
                desk.report("contrast-unknown", path, pair.line, 0, text=name)
    strange = {name for pair in pairs for name in (pair.colour, pair.ground)} - known
    used = {name for pair in pairs for name in (pair.colour, pair.ground)}
    told: set[str] = set()
    for token in tokens:
        # A colour whose name the table misspells has been told of there.
        if _COLOUR.fullmatch(token.value) and token.name not in used | told and nearest(token.name, strange) is None:
            told.add(token.name)
            desk.report("contrast-undeclared", token.path, token.line, 0, text=f"--{token.name}", table=path)
    for scheme, media in SCHEMES.items():
        in_force = {token.name: token for token in tokens if set(token.media) <= set(media)}
        poor = [found for pair in pairs if (found := _poor(pair, in_force, scheme, media))]
        # One colour that is too near several grounds is one mistake: it is told of the nearest.
        for code, where in {(code, where): None for _, code, where, _ in poor}:
            words = min(found[::3] for found in poor if found[1:3] == (code, where))[1]
            desk.report(code, where.path, where.line, 0, **dict(words))
    _check_touch(tokens, desk)


def declared(sheet: str, path: str) -> Iterator[Token]:
    """The custom properties that a sheet gives ``:root``, with their media."""
    text = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), sheet)
    open_: list[str] = []
    for match in _PIECE.finditer(text):
        piece, end = match[1].strip(), match[2]
        if end == "{":
            open_.append(piece)
            continue
        name, colon, value = piece.partition(":")
        if colon and name.startswith("--") and open_ and open_[-1] == ":root":
            media = tuple(found[1] for one in open_ if (found := _MEDIUM.match(one)))
            line = text.count("\n", 0, match.end() - 1) + 1
            yield Token(name[2:].strip(), value.strip(), media, path, line)
        if end == "}" and open_:
            open_.pop()


def ratio(one: str, other: str) -> float:
    """The contrast of two colours ``#rrggbb``, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pairs(table: str, path: str, desk: Desk) -> Iterator[Pair]:
    for number, line in enumerate(table.split("\n"), 1):
        kind, colour, *grounds = line.partition("#")[0].split() or ("", "")
        if kind and (kind not in LEAST or not grounds):
            desk.report("contrast-table", path, number, 0, text=line.strip())
        elif kind:
            yield from (Pair(kind, colour, ground, number) for ground in grounds)


_Poor = tuple[float, str, Token, tuple[tuple[str, str], ...]]
"""A contrast that is too low, the code of its message, the colour to change, and the words of the message."""


def _poor(pair: Pair, in_force: Mapping[str, Token], scheme: str, media: tuple[str, ...]) -> _Poor | None:
    """What there is to say of a pair in one scheme."""
    colour, ground = in_force.get(pair.colour), in_force.get(pair.ground)
    if colour is None or ground is None or not (_COLOUR.fullmatch(colour.value) and _COLOUR.fullmatch(ground.value)):
        return None
    if media and not {medium for token in (colour, ground) for medium in token.media} >= set(media):
        # Nothing of this pair is another in this scheme than in one without it; it is told of there.
        return None
    found = ratio(colour.value, ground.value)
    if found >= LEAST[pair.kind]:
        return None
    words = (
        ("text", f"--{pair.colour} ({colour.value})"),
        ("ground", f"--{pair.ground} ({ground.value})"),
        ("found", _german(found)),
        ("least", _german(LEAST[pair.kind])),
        ("scheme", scheme),
    )
    code = "contrast-text" if pair.kind == "text" else "contrast-part"
    # The newer of the two is the one somebody has just changed for this scheme.
    return found, code, max(colour, ground, key=lambda token: (len(token.media), token is colour)), words


def _check_touch(tokens: list[Token], desk: Desk) -> None:
    for token in tokens:
        if token.name == "target":
            number = re.fullmatch(r"([\d.]+)(rem|px)", token.value)
            size = float(number[1]) * (_REM if number[2] == "rem" else 1) if number else 0.0
            if size < TOUCH:
                desk.report("target-small", token.path, token.line, 0, text=token.value, least=TOUCH)


def _german(number: float) -> str:
    """A contrast with two places, cut and never rounded up."""
    return f"{int(number * 100) / 100:.2f}".replace(".", ",")
