"""Reads YAML as plain strings with the line of each, and explains what it cannot read.

The tree is built from the parser's events: so nothing is guessed (02625 stays 02625), a repeated key is seen,
and neither deep nesting nor aliases that expand without end can do harm.
"""

from dataclasses import dataclass
from typing import NamedTuple

import yaml

from pressroom.load import yamlrepair
from pressroom.load.source import Key, Place, Value
from pressroom.problems import Desk, quoted

MOST_DEPTH = 12
MOST_REPAIRS = 40


class Told(NamedTuple):
    """What a YAML text says: its fields, the place of each, whether it could be read to its end, and the lines that
    were passed over, by their numbers.
    """

    fields: dict[str, Value]
    places: dict[Key, Place]
    complete: bool
    passed: dict[int, str]


def read(text: str, path: str, first_line: int, desk: Desk) -> Told:
    """The fields of a YAML text.

    Every mistake goes to the desk. A mistake of spelling is put right in memory, so that the lines below it are
    read in the same run.
    """
    lines = yamlrepair.prepared(text, path, first_line, desk)
    passed: dict[int, str] = {}
    unread = Told({}, {}, False, passed)
    for _ in range(MOST_REPAIRS):
        mended = "\n".join(lines)
        tree = _Tree(lines, path, first_line, desk, comments=" #" in mended)
        try:
            for event in iter(yamlrepair.LOADER(mended).get_event, None):
                tree.take(event)
                if tree.stopped:
                    return unread
        except yaml.YAMLError as error:
            if not yamlrepair.repair(lines, error, path, first_line, desk, passed):
                return unread
            continue
        if tree.root is None:
            return Told({}, {}, True, passed)
        if isinstance(tree.root, dict):
            tree.publish()
            return Told(tree.root, tree.places, True, passed)
        if not yamlrepair.repair(lines, None, path, first_line, desk, passed):
            return unread
    return unread


@dataclass(slots=True)
class _Group:
    """A list or group that is being read: what it holds, its own key, and the field whose value comes next."""

    value: list[Value] | dict[str, Value]
    key: Key
    field: str | None = None


class _Tree:
    """Builds strings, lists and groups from the parser's events."""

    def __init__(self, lines: list[str], path: str, first_line: int, desk: Desk, *, comments: bool) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.desk = desk
        self.later = Desk()
        self.root: Value | None = None
        self.places: dict[Key, Place] = {}
        self.open: list[_Group] = []
        self.documents = 0
        self.stopped = False
        self.comments = comments

    def publish(self) -> None:
        """Hands on what was found, once the text has been read to its end."""
        self.desk.found.extend(self.later.found)

    def take(self, event: yaml.Event) -> None:
        """Takes the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
            if self.open:
                self.open[-1].field = None
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop("yaml-document", event)
        elif isinstance(event, yaml.AliasEvent):
            self._stop("yaml-alias", event, text=quoted(f"*{event.anchor}"))

    def _stop(self, code: str, event: yaml.Event, **words: object) -> None:
        self.desk.report(code, self.path, *self._place(event), **words)
        self.stopped = True

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        return Place(self.first_line + mark.line, mark.column + 1)

    def _awaits_field(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.open[-1].field is None

    def _plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Whether no anchor or tag was set, which nobody here needs: the value only begins with & or !."""
        tag = event.tag if event.tag and event.tag != "!" else ""
        if event.anchor or tag:
            self._stop("yaml-alias", event, text=quoted(f"&{event.anchor}" if event.anchor else tag))
            return False
        return True

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if not self._plain(event):
            return
        if len(self.open) >= MOST_DEPTH:
            self._stop("yaml-deep", event, most=MOST_DEPTH)
        elif self._awaits_field():
            self._stop("yaml-other", event, text=quoted(self.lines[self._place(event).line - self.first_line]))
        else:
            value: list[Value] | dict[str, Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
            key = self._put(value, event)
            self.open.append(_Group(value, key))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if not self._plain(event):
            return
        if self._awaits_field():
            self._field(self.open[-1], event)
            return
        if not event.style:
            self._warn_of_comment(event)
        self._put(event.value, event)
        if self.open:
            self.open[-1].field = None

    def _field(self, group: _Group, event: yaml.ScalarEvent) -> None:
        group.field = name = event.value.strip()
        key = (*group.key, name)
        place = self._place(event)
        if key in self.places:
            first = self.places[key].line
            self.later.report("field-twice", self.path, *place, field=name, first=first)
        else:
            self.places[key] = place

    def _put(self, value: Value, event: yaml.Event) -> Key:
        """Puts a value where it belongs; its key.

        An empty value counts as left out, and of a repeated field the first is kept.
        """
        if not self.open:
            self.root = value if value != "" else None
            return ()
        group = self.open[-1]
        if isinstance(group.value, list):
            key = (*group.key, len(group.value))
            if value != "":
                self.places[key] = self._place(event)
                group.value.append(value)
            return key
        assert group.field is not None
        if value != "":
            group.value.setdefault(group.field, value)
        return (*group.key, group.field)

    def _warn_of_comment(self, event: yaml.ScalarEvent) -> None:
        """Says when part of a value, or all of it, is lost because a # begins a comment."""
        if not self.comments:
            return
        place = self._place(event)
        line = self.lines[place.line - self.first_line] if place.line - self.first_line < len(self.lines) else ""
        value, hash_sign, rest = line[place.column - 1 :].partition(" #")
        if hash_sign and value.strip() == event.value and not line.lstrip().startswith("#"):
            key = (self.open[-1].field if self.open else None) or "Wert"
            column = place.column + len(value) + 1
            self.later.report("yaml-comment", self.path, place.line, column, key=key, text=quoted(f"#{rest}"))
