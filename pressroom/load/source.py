"""What was read from one file, with the line of everything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

Value = str | list["Value"] | dict[str, "Value"]
"""What YAML can say here: text, lists and groups. Nothing is guessed to be a number or a date."""

Key = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something stands, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file as an editor wrote it.

    ``path`` is as shown in messages, ``content/news/2021-07-14-muell.md``; ``name`` is the file's name without
    its ending, in NFC; ``text`` is the Markdown below the front matter and ``text_line`` its first line.
    """

    path: str
    folder: str
    name: str
    fields: Mapping[str, Value]
    places: Mapping[Key, Place]
    text: str
    text_line: int
    file: Path
    complete: bool = True
    """False where the fields could not be read to their end: then nobody complains of missing ones."""

    passed: Mapping[int, str] = field(default_factory=dict)
    """Lines of the front matter that are no field and were passed over, by their numbers."""

    lang: str = ""
    """The language of a translation; empty for what it is made from."""

    def place(self, *key: str | int) -> Place:
        """The place of a field, or of the nearest thing that holds it."""
        while key:
            if key in self.places:
                return self.places[key]
            key = key[:-1]
        return Place(1, 0)
