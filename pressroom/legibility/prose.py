"""From Markdown to its sentences, each with the line it begins in."""

import re
from typing import NamedTuple

from pressroom.legibility.sentences import BREAK

_FENCED = re.compile(r"^(```|~~~).*?(?:^\1[^\n]*|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SIGNS = re.compile(
    r"!\[[^\]\n\x1f]{0,500}\]\([^)\n\x1f]{0,500}\)"
    r"|\[\[\s?[Ff]ehlt\b[^\]\n\x1f]{0,500}\]\]"
    r"|\]\{lang=[^}\s]{0,20}\}"
    r"|\[\^[^\]\n\x1f]{0,50}\]:?"
    r"|\]\([^)\n\x1f]{0,500}\)|\]\[[^\]\n\x1f]{0,50}\]"
    r"|\{:?[ ]?[.#][^}\n\x1f]{0,100}\}"
    r"|<[^>\n\x1f]{0,500}>"
    r"|https?://[^\s)>]*[^\s)>.,;:!?]"
    r"|[*`\[\]\\]+|(?<!\w)_+|_+(?!\w)"
)
"""What is no word: pictures, gaps, where links lead, addresses, and marks."""
_NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+(?!(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|\w+(?:ember|ober))\b)")
_DEFINED = re.compile(r"\s*:[ \t]")
_NOTE = re.compile(r"\[\^[^\]]+\]:")
_REFERENCE = re.compile(r"\[[^\]]+\]:\s")
_SPACE_BEFORE = re.compile(r"\s+([.,;:!?)“])")
_QUOTES = "„“\"»«‚‘' "


class Piece(NamedTuple):
    """Something written, without anything that is not read as a sentence, and its first line.

    Its lines end where they did: with a line feed, or with BREAK.
    """

    text: str
    line: int

    def line_at(self, place: int) -> int:
        """The line of a place in it."""
        return self.line + self.text.count("\n", 0, place) + self.text.count(BREAK, 0, place)


def of_words(text: str, line: int) -> Piece:
    """Plain words, such as those of a field."""
    return Piece(text.replace(BREAK, " "), line)


def of_markdown(text: str, line: int) -> Piece:
    """The sentences of a Markdown text; headings, tables and code are none."""
    text = text.replace(BREAK, " ")
    if "<!--" in text:
        text = _COMMENT.sub(_blank, text)
    if "```" in text or "~~~" in text:
        text = _FENCED.sub(_blank, text)
    return Piece(_SIGNS.sub(" ", _prose(text)), line)


def shown(text: str) -> str:
    """A sentence on one line, as it is quoted."""
    return _SPACE_BEFORE.sub(r"\1", " ".join(text.split())).strip(_QUOTES)


def _prose(text: str) -> str:
    """The text with blanks for headings, tables and the signs that begin a line, and with BREAK for each end of a line
    that is the end of a paragraph, item or term.
    """
    lines, breaks, table = text.split("\n"), set(), False
    for number, line in enumerate(lines):
        lead = len(line) - len(line.lstrip(" \t>"))
        bare = line[lead:]
        table = bool(bare) and (table or bare[0] == "|" or ("|" in bare and _is_rule(lines[number + 1 : number + 2])))
        mark = _mark(bare)
        if not bare or table or mark == len(bare):
            breaks |= {number - 1, number}
            if mark and number and (bare[0] == "=" or bare[:2] == "--") and number - 2 in breaks | {-1}:
                lines[number - 1] = " " * len(lines[number - 1])
            lead, mark = len(line), 0
        elif mark:
            breaks.add(number - 1)
            if bare[0] == ":" and number and lines[number - 1].strip() and not _DEFINED.match(lines[number - 1]):
                lines[number - 1] = " " * len(lines[number - 1])
        if line.endswith(("  ", "\\")):
            breaks.add(number)
        if lead or mark:
            lines[number] = " " * (lead + mark) + line[lead + mark :]
    return "".join(line + (BREAK if number in breaks else "\n") for number, line in enumerate(lines[:-1])) + lines[-1]


def _mark(bare: str) -> int:
    """How many signs at the beginning of a line are a mark of Markdown; all of them where nothing is left to read."""
    sign = bare[:1]
    if sign.isalpha():
        return 0
    if sign == "#" or (sign and sign in "=-*_" and len(set(bare.replace(" ", ""))) == 1 and len(bare) > 1):
        return len(bare)
    if sign and sign in "-*+:" and bare[1:2] in (" ", "\t"):
        return 2
    if sign == "[" and bare[1:2] != "^" and _REFERENCE.match(bare):
        return len(bare)
    marked = _NOTE.match(bare) if sign == "[" else _NUMBERED.match(bare) if sign.isdigit() else None
    return marked.end() if marked else 0


def _is_rule(below: list[str]) -> bool:
    return bool(below) and "-" in below[0] and "|" in below[0] and set(below[0]) <= set("|-: \t")


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
