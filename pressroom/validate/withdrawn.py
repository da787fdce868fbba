"""The pictures that were withdrawn, so that none of them comes back by mistake.

content/withdrawn.yaml holds the deed and nothing of the picture: its file's name, a digest by which the same file is
known again, the day, a reason without names, and the stories concerned.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pressroom.kinds import Withdrawals
from pressroom.load import Found, Source
from pressroom.memo import Memo
from pressroom.problems import Desk, quoted
from pressroom.validate import fields, record
from pressroom.validate.paths import resolved

FILE = "withdrawn.yaml"


class Withdrawn(NamedTuple):
    """One of them: where it lay, ``media/park.jpg``, its digest, empty where it is not known, the day, ``23.11.2026``,
    and the line of the record.
    """

    path: str
    digest: str
    day: str
    line: int

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.path.rsplit("/", 1)[-1]


Register = tuple[Withdrawn, ...]


def register(memo: Memo, texts: Iterable[Found], top: str, desk: Desk) -> Register:
    """All of them. ``texts`` are files of content/, whose name is ``top``."""
    found = next((found for found in texts if found.path == f"{top}/{FILE}"), None)
    if found is None:
        return ()
    source = record.source_of(memo, found, desk)
    return of_source(source, desk) if source is not None else ()


def of_source(source: Source, desk: Desk) -> Register:
    """The same from what was read."""
    told = fields.read(Withdrawals, source, desk)
    if told is None:
        return ()
    return tuple(
        Withdrawn(
            one.picture, one.digest or "", f"{one.date:%d.%m.%Y}", source.place("withdrawn", number, "picture").line
        )
        for number, one in enumerate(told.withdrawn)
    )


def named(known: Register, name: str) -> Withdrawn | None:
    """The last time a picture of a file's name was withdrawn."""
    return next((one for one in reversed(known) if one.name.lower() == name.lower()), None)


def returned(known: Register, name: str, digest: str) -> tuple[Withdrawn, str] | None:
    """What a picture that lies in content/ was withdrawn as, and how one knows: a German sentence."""
    one = next((one for one in reversed(known) if one.digest and one.digest == digest), None)
    if one is not None:
        same = one.name.lower() == name.lower()
        return one, "Es ist dieselbe Datei." if same else f"Es ist dieselbe Datei wie „{quoted(one.name)}“."
    one = named(known, name)
    return (one, "Es hat denselben Namen.") if one is not None else None


def cure(name: str, line: int, *, head: bool) -> str:
    """What to take out of a text, and in which line of it."""
    if head:
        return f"Löschen Sie Zeile {line}, „picture: {name}“, oder nennen Sie dort ein anderes Bild."
    return f"Löschen Sie in Zeile {line} „![…]({name})“, oder zeigen Sie dort ein anderes Bild."


def missing(known: Register, path: str, use: tuple[str, int, int], hint: str, desk: Desk, *, head: bool) -> None:
    """Reports a picture that a text names and that is not there; of one that was withdrawn, what to take out.

    ``use`` is what is written, its line and its column; ``head`` says that it stands in the fields.
    """
    text, line, column = use
    short = (text if head else resolved(path, text)).rsplit("/", 1)[-1]
    one = named(known, short)
    if one is None:
        desk.report("picture-missing", path, line, column, text=quoted(text), hint=hint)
        return
    words = {"text": quoted(short), "day": one.day, "cure": cure(quoted(text), line, head=head)}
    desk.report("picture-withdrawn", path, line, column, **words)
