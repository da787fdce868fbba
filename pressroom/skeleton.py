"""New files, ready to fill in, with every field explained."""

import re
from datetime import date
from pathlib import Path

from pressroom.kinds import Kind
from pressroom.slugs import slug

_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![:\s])")
_DATED = ("news",)
_BODY = """<!--
Hier unter den Pfeil kommt der Text. Absätze trennt eine leere Zeile.
Eine Zwischenüberschrift beginnt mit zwei Rauten: ## So geht es weiter
Ein Verweis: [das Quartiersmanagement](../projects/quartiersmanagement.md)
-->"""


class Exists(Exception):
    """There is such a file already, or none can be made; the text says so in German."""


def text(kind: Kind, title: str, today: date) -> str:
    """The content of a new file. Optional fields are comments until somebody takes the # away."""
    given = {"title": title, "name": title, "date": today.isoformat()}
    required = ["# Zeilen mit # sind Erklärungen und werden nicht veröffentlicht.", "# Pflicht:"]
    optional = ["", "# Freiwillig – das # am Anfang der Zeile wegnehmen und ausfüllen:"]
    for field, info in kind.model.model_fields.items():
        name = info.alias or field
        example = str((info.examples or [""])[0])
        if not info.is_required():
            optional += [f"# {info.title}: {info.description}", *_commented(name, example)]
            continue
        # What only the editor knows stays empty, so that nothing made up can be published by mistake.
        shown = "" if name in given or not example else f" Zum Beispiel: {example}"
        value = _value(given[name]) if name in given else ""
        required += [f"# {info.title}: {info.description}{shown}", f"{name}: {value}".rstrip()]
    if kind.suffix == ".yaml":
        return "\n".join([*required, *optional, ""])
    return "\n".join(["---", *required, *optional, "---", "", _BODY, ""])


def write(kind: Kind, title: str, content: Path, today: date) -> Path:
    """Makes the file and never overwrites one; its path. Raises Exists."""
    name = slug(title)
    if not name:
        raise Exists(f"Aus dem Titel „{title}“ lässt sich kein Dateiname bilden. Er braucht Buchstaben oder Ziffern.")
    dated = f"{today.isoformat()}-" if kind.name in _DATED else ""
    file = content / kind.folder / f"{dated}{name[:60].rstrip('-')}{kind.suffix}"
    if not content.is_dir():
        raise Exists(f"Den Ordner „{content}“ gibt es nicht. Nennen Sie mit --content den Ordner der Inhalte.")
    file.parent.mkdir(exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text(kind, title, today))
    except FileExistsError:
        raise Exists(
            f"Die Datei „{file}“ gibt es schon; sie bleibt, wie sie ist. Wählen Sie einen anderen Titel."
        ) from None
    return file


def _commented(name: str, example: str) -> list[str]:
    """An optional field as a comment; what takes several lines is a block below its name."""
    if "\n" in example:
        return [f"# {name}:", *(f"#   {line}" for line in example.split("\n"))]
    return [f"# {name}: {example if example.startswith('[') else _value(example)}".rstrip()]


def _value(example: str) -> str:
    """A value as it may stand in YAML: plain words as they are, anything else quoted."""
    if _PLAIN.fullmatch(example):
        return example
    one_line = " ".join(example.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{one_line}"'
