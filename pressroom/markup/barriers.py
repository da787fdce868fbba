"""Finds what makes a text hard to use for people who listen to it or steer by its headings and links (WCAG 2.2).

Only what is certain: whoever is told of faults that are none stops reading. Each finder first asks for a sign without
which it would find nothing, because most texts have none of these faults.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise

from pressroom.markup.body import Fault, Heading, Use
from pressroom.markup.foreign import SIGNS, unmarked
from pressroom.markup.vague import address_only, says_nothing

NEAR = 10
"""Two links with the same words and different ends are told of if so few lines lie between them."""

_HASHES = re.compile(r"\n(#{1,6})(?!#)")
_UNDERLINED = re.compile(r"(?:\A|\n[ \t]*\n)\S[^\n]*\n(=+|-+)[ ]*$", re.MULTILINE)
_BOLD = re.compile(
    r"(?:\A|\n[ \t]*\n)(\*\*|__)(?P<text>[^*_\n\[\d]{2,80}?)\1:?[ \t]*(?=\n[ \t]*\n[ \t]*[^\s>]|\n[-*+1] )"
)
_RULE = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?")
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_SHOUT = re.compile(r"[A-Z][A-Z][A-Z][A-Z]")
_CAPITALS = re.compile(r"(?<![\w./-])[A-ZÄÖÜẞ]{2,}(?:[ ,:–]+[A-ZÄÖÜẞ]{2,}){3,}(?![\w/-]|\.\w)")
_LONG = re.compile(r"(?=[A-ZÄÖÜẞ]*[AEIOUÄÖÜY])[A-ZÄÖÜẞ]{5,}")
_ODD = re.compile("[•‣▪▫◦●○■□►▶➢➤·∙\u2600-\u27bf\U0001f1e6-\U0001faff]")
_STRANGE = re.compile("[^\0-\u00b6\u00b8-\u036f\u2000-\u2021\u2024-\u2218]")
"""Any sign of ``_ODD`` or of another script; what German texts are written with is faster to name than what is not."""
_BULLET = re.compile(r"^[ \t]*[•‣▪▫◦●○■□►▶➢➤·∙][ \t]*\S[^\n]*", re.MULTILINE)
_DASHES = re.compile(r"^[–—] \S[^\n]*(?=\n[–—] )", re.MULTILINE)
_SIGN = "[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_EMOJI = re.compile(f"(?:(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_SIGN}(?:\u200d{_SIGN})*)[ \t]*){{3,}}")

_FILE = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?)|(?:img|dsc[nf]?|pxl|image|bild|foto)[_-]?\d{2,}\S*", re.I
)
_OPENING = re.compile(
    r"(?:(?:ein |das |dieses )?(?:bild|foto|photo|grafik|abbildung|aufnahme)\s+(?:von|mit|zeigt)\b)", re.I
)
_KIND = re.compile(r"(?:ein |das )?(?:bild|foto|photo|grafik|abbildung)\.?", re.I)


def found(
    text: str,
    plain: str,
    html: str,
    headings: tuple[Heading, ...],
    links: list[tuple[str, str, int]],
    pictures: tuple[Use, ...],
    next_line: Callable[[str], int],
) -> Iterator[Fault]:
    """Every barrier of a text.

    ``plain`` is the text with its code blanked, ``html`` the clean HTML it became; ``links`` are target, inner HTML and
    line; ``next_line`` gives the line of the next place that holds some words.
    """
    if headings:
        yield from _headings(plain, headings)
    if "\n**" in plain or "\n__" in plain or plain.startswith(("**", "__")):
        yield from _bold(plain)
    if links:
        yield from _links(links)
    for use in pictures:
        code = of_words(use.alt)
        if code:
            yield Fault(code, use.line, use.alt)
    if "<table" in html:
        yield from _tables(plain, html, next_line)
    if _SHOUT.search(plain):
        yield from _capitals(plain)
    if "\n– " in plain or "\n— " in plain:
        yield from _runs(_DASHES, plain)
    strange = _STRANGE.search(text) is not None
    if strange and _ODD.search(plain):
        yield from _runs(_BULLET, plain)
        yield from (Fault("text-emoji", _line(plain, m.start()), m[0].strip()) for m in _EMOJI.finditer(plain))
    if strange or any(sign in text for sign in SIGNS):
        yield from unmarked(text, html)


def of_words(alt: str) -> str:
    """What is wrong with the description of a picture: the code of a message, or nothing."""
    alt = alt.strip()
    if _FILE.fullmatch(alt):
        return "alt-name"
    if _OPENING.match(alt) or _KIND.fullmatch(alt):
        return "alt-opening"
    return ""


def shouted(text: str) -> str:
    """The first words written in capitals throughout, four or more, of which two are no abbreviations; or nothing."""
    for match in _CAPITALS.finditer(text) if _SHOUT.search(text) else ():
        if _is_shouted(match[0]):
            return match[0]
    return ""


def _headings(plain: str, headings: tuple[Heading, ...]) -> Iterator[Fault]:
    """Levels as they were written: on the page they are put right, but nobody can know what was meant."""
    # A pattern that begins with a certain sign is found three times as fast as one that begins with a line.
    starts = [(m.start(), len(m[1])) for m in _HASHES.finditer("\n" + plain)]
    if "=\n" in plain or "-\n" in plain or plain.endswith(("=", "-")):
        starts += [(m.start(1), 1 if m[1][0] == "=" else 2) for m in _UNDERLINED.finditer(plain)]
    starts.sort()
    if len(starts) != len(headings):
        # Headings of another kind are among them; which line is whose would be a guess.
        return
    seen: set[tuple[str, ...]] = set()
    path: list[tuple[int, str]] = []
    told_first = False
    above = 1
    for (start, level), heading in zip(starts, headings, strict=True):
        line = _line(plain, start) - (plain[start] in "=-")
        if not heading.text and "![" not in plain[start:].partition("\n")[0]:
            yield Fault("heading-empty", line, "")
        if level == 1 and not told_first:
            told_first = True
            yield Fault("heading-first", line, heading.text)
        elif level > above + 1:
            yield Fault("heading-jump", line, heading.text)
        above = level
        while path and path[-1][0] >= level:
            path.pop()
        path.append((level, heading.text.casefold()))
        place = tuple(words for _, words in path)
        if heading.text and place in seen:
            yield Fault("heading-twice", line, heading.text)
        seen.add(place)


def _bold(plain: str) -> Iterator[Fault]:
    for match in _BOLD.finditer(plain):
        if not match["text"].rstrip().endswith((".", "!", "?", "…", "“", ",")):
            yield Fault("heading-bold", _line(plain, match.start("text")), match["text"])


def _links(links: list[tuple[str, str, int]]) -> Iterator[Fault]:
    before: dict[str, tuple[str, int]] = {}
    for target, inner, line in links:
        if "<img" in inner or target.startswith("#fn"):
            continue
        said = " ".join(unescape(re.sub(r"<[^>]*>", "", inner)).split())
        if address_only(said):
            yield Fault("link-bare", line, said)
        elif says_nothing(said):
            yield Fault("link-vague", line, said)
        else:
            there, last = before.get(said.casefold(), (target, line))
            if there != target and line - last <= NEAR:
                yield Fault("link-alike", line, said)
            before[said.casefold()] = target, line


def _tables(plain: str, html: str, next_line: Callable[[str], int]) -> Iterator[Fault]:
    lines = plain.split("\n")
    for number, (line, below) in enumerate(pairwise(lines), 1):
        if "|" in line and "-" in below and _RULE.fullmatch(below):
            cells = line.replace("\\|", "x").strip().removeprefix("|").removesuffix("|").split("|")
            if not any(cell.strip() for cell in cells):
                yield Fault("table-head", number, "")
            elif not all(cell.strip() for cell in cells):
                yield Fault("table-cell", number, line.strip())
    for table in _TABLE.findall(html) if "<table" in plain else ():
        if "<th" not in table.replace("<thead", ""):
            yield Fault("table-head", next_line("<table"), "")


def _capitals(plain: str) -> Iterator[Fault]:
    for match in _CAPITALS.finditer(plain):
        if _is_shouted(match[0]):
            yield Fault("text-capitals", _line(plain, match.start()), match[0])


def _is_shouted(words: str) -> bool:
    return len(_LONG.findall(words)) >= 2


def _runs(pattern: re.Pattern[str], plain: str) -> Iterator[Fault]:
    """The first line of each list."""
    last = -2
    for match in pattern.finditer(plain):
        line = _line(plain, match.start())
        if line > last + 2:
            yield Fault("text-bullets", line, match[0].strip())
        last = line


def _line(text: str, position: int) -> int:
    """The line of a place, of the first sign there that is no white space."""
    rest = text[position:]
    return text.count("\n", 0, position + len(rest) - len(rest.lstrip())) + 1
