"""Says in German what a YAML parser does not understand, and mends the line in memory so that reading can go on."""

import re

import yaml

from pressroom.problems import Desk, quoted
from pressroom.typography import polish

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FIELD = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[\w-]+)(?P<colon>\s*:\s+)(?P<value>\S.*?)\s*")
_ITEM = re.compile(r"(?P<indent>\s*- +)(?P<key>)(?P<value>\S.*?)\s*")
_GLUED = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>[A-Za-z][\w-]*):(?P<value>[^\s/:].*)")
_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"))
# All that ``prepared`` is about; few files hold any of it, and one search takes a fifth of going through their lines.
_UNPREPARED = re.compile("(?m)[\t\u00a0\u200b\u200c\u200d\u2060\ufeff]|^\\s*(?:- +)?[A-Za-z][\\w-]*:[^\\s/:]")


def prepared(text: str, path: str, first_line: int, desk: Desk) -> list[str]:
    """The lines of a text without tabs, without invisible signs, and with a space behind each field's colon.

    Tabs and missing spaces are reported; what nobody can see is put right without a word.
    """
    lines = text.split("\n")
    if not _UNPREPARED.search(text):
        return lines
    result = []
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            desk.report("yaml-tab", path, first_line + number, indent.index("\t") + 1, text=quoted(line))
        line = line.replace("\t", "  ").translate(_INVISIBLE)
        line = re.sub(r"^(\s*(?:- +)?[\w-]+:)\u00a0\s*", r"\1 ", line)
        glued = _GLUED.fullmatch(line)
        if glued and not line.startswith(" "):
            line = _separate(glued, path, first_line + number, desk)
        result.append(line)
    return result


def _separate(glued: re.Match[str], path: str, line: int, desk: Desk) -> str:
    fixed = f"{glued['indent']}{glued['key']}: {glued['value']}"
    words = {"text": quoted(glued[0]), "fixed": fixed.strip()}
    desk.report("yaml-space", path, line, glued.end("key") + 1, **words)
    return fixed


def repair(
    lines: list[str], error: yaml.YAMLError | None, path: str, first_line: int, desk: Desk, passed: dict[int, str]
) -> bool:
    """Finds the line that is to blame, reports it and mends it in ``lines``; False if reading cannot go on.

    A line that says nothing is passed over and put into ``passed``.
    """
    mark = getattr(error, "problem_mark", None)
    last = min(mark.line, len(lines) - 1) if mark else len(lines) - 1
    for number in range(last, -1, -1):
        if _mend(lines, number, path, first_line, desk, passed):
            return True
    if error is not None and _dedent(lines, last, path, first_line, desk):
        return True
    while last > 0 and not lines[last].strip():
        last -= 1
    column = mark.column + 1 if mark and mark.line == last else 1
    desk.report("yaml-other", path, first_line + last, column, text=quoted(lines[last]))
    return False


def _mend(lines: list[str], number: int, path: str, first_line: int, desk: Desk, passed: dict[int, str]) -> bool:
    """Mends a line that cannot be read by itself."""
    line = lines[number]
    if not line.strip() or line.lstrip().startswith("#"):
        return False
    glued = _GLUED.fullmatch(line)
    match = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    if glued and not _FIELD.fullmatch(line):
        lines[number] = _separate(glued, path, first_line + number, desk)
        return True
    if match is None:
        if not _no_field(lines, number, path, first_line, desk):
            return False
        passed[first_line + number] = line
        return True
    value = match["value"]
    if _readable(value) or (value[0] in "[{" and _closed_below(lines, number, "]" if value[0] == "[" else "}")):
        return False
    code, fixed_value = _diagnosis(value)
    lines[number] = line[: match.start("value")] + fixed_value
    words = {"key": match["key"] or "Eintrag", "text": quoted(value), "fixed": lines[number].strip()}
    desk.report(code, path, first_line + number, match.start("value") + 1, **words)
    return True


def _diagnosis(value: str) -> tuple[str, str]:
    """What is wrong with a value that cannot be read, and the value as it should be."""
    if value[0] in "\"'":
        return "yaml-quote", _quote(value)
    if value[0] in "[{":
        closing = "]" if value[0] == "[" else "}"
        if closing not in value:
            return "yaml-bracket", value.rstrip(" )") + closing
        if value[0] == "[" and value.endswith("]"):
            items = [item.strip() for item in value[1:-1].split(",")]
            fixed = ", ".join(item if _readable(item or "x") else _quote(item) for item in items)
            if _readable(f"[{fixed}]"):
                return "yaml-sign", f"[{fixed}]"
    if value[0] in "[{&*!|>%@`]},?-":
        return "yaml-sign", _quote(value)
    return "yaml-colon", _quote(value)


def _readable(value: str) -> bool:
    """Whether a value by itself is one value. A block sign goes on below."""
    if re.fullmatch(r"[|>][+-]?\d?", value):
        return True
    try:
        events = list(yaml.parse(f"k: {value}", Loader=LOADER))
    except yaml.YAMLError:
        return False
    return len(events) >= 7


def _closed_below(lines: list[str], number: int, closing: str) -> bool:
    """Whether a bracket that is opened in a line is closed in one of those below, before the next field."""
    for line in lines[number + 1 :]:
        if re.match(r"[\w-]+\s*:", line):
            return False
        if closing in line:
            return True
    return False


def _no_field(lines: list[str], number: int, path: str, first_line: int, desk: Desk) -> bool:
    """A line at the margin that is neither a field nor an item of a list; it is passed over."""
    line = lines[number]
    if line.startswith((" ", "-")) or re.match(r"[\w-]+\s*:\s*$", line) or line.strip() in "]}":
        return False
    desk.report("yaml-line", path, first_line + number, 1, text=quoted(line))
    lines[number] = f"# {line}"
    return True


def _quote(value: str) -> str:
    """A value in straight quotation marks, as an editor would write it; those inside become typographic."""
    mark = value[0] if value[0] in "\"'" else ""
    if mark and len(value) > 1 and value.endswith(mark):
        value = value[1:-1]
    elif mark and value.count(mark) % 2 == 1 and not re.match(r"'\w\s", value):
        # An odd mark out: the one in front was meant to hold the whole value, and its partner is missing.
        value = value[1:]
    elif mark == "'" and value.count(mark) == 1:
        value = "’" + value[1:]
    value = polish(value)
    return f"'{value}'" if '"' in value or "\\" in value else f'"{value}"'


def _dedent(lines: list[str], last: int, path: str, first_line: int, desk: Desk) -> bool:
    """Moves a line that stands too far in or out to the column of the field above it."""
    above = next((line for line in reversed(lines[:last]) if line.strip()), "")
    line = lines[last]
    wanted = len(above) - len(above.lstrip(" -" if above.lstrip().startswith("- ") else " "))
    if not above or not line.strip() or len(line) - len(line.lstrip()) == wanted:
        return False
    desk.report("yaml-indent", path, first_line + last, 1, text=quoted(line))
    lines[last] = " " * wanted + line.lstrip()
    return True
