"""Says in German what a YAML parser does not understand, and mends the line in memory so that reading can go on."""

import re

import yaml

from pressroom.problems import Desk, quoted

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FIELD = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[\w-]+)(?P<colon>\s*:\s+)(?P<value>\S.*?)\s*")
_ITEM = re.compile(r"(?P<indent>\s*- +)(?P<key>)(?P<colon>)(?P<value>\S.*?)\s*")
_NO_SPACE = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>[A-Za-z][\w-]*):(?P<value>[^\s/:].*)")


def without_tabs(lines: list[str], path: str, first_line: int, desk: Desk) -> list[str]:
    """The lines indented with spaces; each tab in an indentation is reported."""
    result = []
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            desk.report("yaml-tab", path, first_line + number, indent.index("\t") + 1, text=quoted(line))
            line = indent.replace("\t", "  ") + line.lstrip()
        result.append(line.replace("\t", "  ") if "\t" in line else line)
    return result


def repair(lines: list[str], error: yaml.YAMLError | None, path: str, first_line: int, desk: Desk) -> bool:
    """Finds the line that is to blame, reports it and mends it in ``lines``; False if reading cannot go on."""
    mark = getattr(error, "problem_mark", None)
    last = min(mark.line, len(lines) - 1) if mark else len(lines) - 1
    for number in range(last, -1, -1):
        if _mend(lines, number, path, first_line, desk):
            return True
    if error is not None and _dedent(lines, last, path, first_line, desk):
        return True
    shown = next((line for line in lines[last::-1] if line.strip()), "")
    desk.report("yaml-other", path, first_line + last, (mark.column + 1) if mark else 1, text=quoted(shown))
    return False


def _mend(lines: list[str], number: int, path: str, first_line: int, desk: Desk) -> bool:
    """Mends a line that cannot be read by itself."""
    line = lines[number]
    if not line.strip() or line.lstrip().startswith("#"):
        return False
    glued = _NO_SPACE.fullmatch(line)
    if glued and not _FIELD.fullmatch(line):
        fixed = f"{glued['indent']}{glued['key']}: {glued['value']}"
        words = {"text": quoted(line), "fixed": quoted(fixed)}
        desk.report("yaml-space", path, first_line + number, glued.end("key") + 1, **words)
        lines[number] = fixed
        return True
    match = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    if match is None or _readable(match["value"]):
        return False
    value = match["value"]
    fixed_value = _quote(value)
    words = {
        "key": match["key"] or "Eintrag",
        "text": quoted(value),
        "fixed": quoted(f"{match['key']}{match['colon'].rstrip() + ' ' if match['key'] else '- '}{fixed_value}", 200),
    }
    column = match.start("value") + 1
    if value[0] in "\"'":
        desk.report("yaml-quote", path, first_line + number, column, text=words["text"])
    elif value[0] in "[{&*!|>%@`]},":
        desk.report("yaml-sign", path, first_line + number, column, **words)
    else:
        desk.report("yaml-colon", path, first_line + number, column, **words)
    lines[number] = line[: match.start("value")] + fixed_value
    return True


def _readable(value: str) -> bool:
    """Whether a value by itself is one plain value. An open bracket or block sign may go on below."""
    if re.fullmatch(r"[|>][+-]?\d?", value) or (value[0] in "[{" and value[-1] not in "]}"):
        return True
    try:
        events = list(yaml.parse(f"k: {value}", Loader=LOADER))
    except yaml.YAMLError:
        return False
    return len(events) >= 7


def _quote(value: str) -> str:
    """A value in quotation marks, as an editor would write it."""
    bare = value
    for mark in ('"', "'"):
        if len(value) > 1 and value[0] == mark:
            bare = value.replace(mark, "").strip()
    if '"' in bare or "\\" in bare:
        return "'" + bare.replace("'", "''") + "'"
    return f'"{bare}"'


def _dedent(lines: list[str], last: int, path: str, first_line: int, desk: Desk) -> bool:
    """Moves a line that stands too far in or out to the column of the field above it."""
    above = next((line for line in reversed(lines[:last]) if line.strip()), "")
    line = lines[last]
    wanted = len(above) - len(above.lstrip())
    if not above or not line.strip() or len(line) - len(line.lstrip()) == wanted:
        return False
    desk.report("yaml-indent", path, first_line + last, 1, text=quoted(line))
    lines[last] = " " * wanted + line.lstrip()
    return True
