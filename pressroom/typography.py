"""German typography: from what a keyboard offers to what a reader expects."""

import re

# A quotation mark opens at the start, after white space and after an opening bracket or dash; else it closes.
_OPENS_AFTER = frozenset(" \t\n\u00a0([{–—„‚")
# Each begins with the sign it is about and then looks back at what stands before: so the search may leap from sign to
# sign, which is at least fifteen times faster than to try each place of the text.
_DASH = re.compile(r"-(?<=\s-)-?(?=\s)")
_RANGE = re.compile(r"--(?<=\d--)(?=\d)")
_DOUBLE = re.compile(r"--(?<![-\w]--)(?![-\w])")
_ABBREVIATION = re.compile(r"\.(?<=\b[zudioe]\.) ?([BahdäÄAV]\.)")
_DAY_AND_MONTH = re.compile(
    r"\. (?:(?<=\b\d\. )|(?<=\b\d\d\. ))"
    r"(?=Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
)


def polish(text: str, before: str = "") -> str:
    """Straight quotes, double hyphens and three dots become „…“, – and ….

    ``before`` is the last sign in front of the text, for text that is cut into pieces by markup. What is
    typographic already stays as it is, so polishing twice changes nothing.
    """
    if '"' in text or "'" in text:
        text = _quotes(text, before)
    if "-" in text:
        text = _DASH.sub("–", text)
        if "--" in text:
            text = _RANGE.sub("–", text)
            text = _DOUBLE.sub("–", text)
    if "..." in text:
        text = text.replace("...", "…")
    if "." in text:
        text = _ABBREVIATION.sub(".\u00a0\\1", text)
        text = _DAY_AND_MONTH.sub(".\u00a0", text)
    return text


def _quotes(text: str, before: str) -> str:
    signs = []
    previous = before
    for position, sign in enumerate(text):
        if sign == '"':
            following = text[position + 1 : position + 2]
            opens = not previous or previous in _OPENS_AFTER or (previous == "/" and following.isalnum())
            sign = "„" if opens else "“"
        elif sign == "'":
            following = text[position + 1 : position + 2]
            if previous and previous.isalnum():
                sign = "’" if following.isalpha() or "‚" not in signs else "‘"
            else:
                sign = "‚" if following and not following.isspace() else "‘"
        signs.append(sign)
        previous = sign
    return "".join(signs)
