"""Lists and tables as people type them: no blank line before, two spaces to nest."""

import re

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +)(?P<rest>\S.*)")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_RULE = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?")
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DATE = re.compile(rf"( *)(\d{{1,2}})\. ((?:{_MONTHS})\b)")
_INNER = 4
"""Spaces that python-markdown wants for each level."""


def straighten(text: str) -> str:
    """Markdown whose lists python-markdown understands as a reader would.

    - A list may follow its introduction without a blank line. A numbered one only if it starts with 1, so that
      a line that happens to begin with "2021." stays text.
    - Items nest by any deeper indentation, two spaces included.
    - A table may follow a line of text, as a list may.
    - A date at the start of a line ("14. Juli") is no list.

    Code between fences is left alone.
    """
    result: list[str] = []
    levels: list[int] = []
    fence = ""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        first = line.lstrip(" ")[:1]
        opened = _FENCE.match(line) if first in ("`", "~") else None
        if opened:
            mark = opened[1][:3]
            fence = "" if fence == mark else fence or mark
        if opened or fence:
            result.append(line)
            continue
        item = None
        if first in ("-", "*", "+") or first.isdecimal():
            line = _DATE.sub("\\1\\2.\u00a0\\3", line) if _DATE.match(line) else line
            item = _ITEM.fullmatch(line)
        previous = result[-1] if result else ""
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if "|" in line and previous.strip() and "|" not in previous and _RULE.fullmatch(below):
            result.append("")
        if item and (levels or not item["indent"].startswith(" " * 4)):
            result.extend(_item(item, levels, previous))
        elif line.strip() and levels and line.startswith(" "):
            result.append(" " * (_INNER * len(levels)) + line.strip())
        else:
            if line.strip() and not previous.strip():
                levels.clear()
            result.append(line)
    return "\n".join(result)


def _item(item: re.Match[str], levels: list[int], previous: str) -> list[str]:
    """The lines an item becomes; keeps the open indentations in ``levels`` up to date."""
    indent = len(item["indent"])
    numbered = item["mark"][0].isdigit()
    if not levels:
        if previous.strip() and numbered and item["mark"][:-1] != "1":
            return [item[0]]
        levels.append(indent)
        before = [""] if previous.strip() else []
    else:
        while len(levels) > 1 and indent < levels[-1]:
            levels.pop()
        if indent > levels[-1]:
            levels.append(indent)
        before = []
    mark = item["mark"].replace(")", ".") if numbered else item["mark"]
    return [*before, " " * (_INNER * (len(levels) - 1)) + f"{mark} {item['rest']}"]
