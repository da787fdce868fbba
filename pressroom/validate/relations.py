"""What stories name: which things, whether they exist."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple, Protocol

from pressroom.kinds import Project
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Model
from pressroom.load import Source, Value
from pressroom.load.source import Key
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.validate import fields

_REFERENCES = {
    "projects": ("projects", "Vorhaben"),
    "partners": ("partners", "Partner"),
    "events": ("events", "Termin"),
    "lead": ("partners", "Partner"),
    "beneficiary": ("partners", "Partner"),
    "contractor": ("partners", "Partner"),
    "organizer": ("partners", "Partner"),
    "place": ("places", "Ort"),
    "project": ("projects", "Vorhaben"),
    "news": ("news", "Nachricht"),
    "event": ("events", "Termin"),
}
"""Each field that names something: the folder of content/ it lies in, and what it is."""


_MENUS = ("navigation", "footer")


class Names(Protocol):
    """The names of a folder."""

    def __contains__(self, name: object) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...


class Claim(NamedTuple):
    """Something a story names, and where it does; the folder is ``topics`` for a topic of the settings."""

    field: str
    folder: str
    name: str
    line: int
    column: int


def claims(told: Model, source: Source) -> Iterator[Claim]:
    """Everything a story names."""
    within: list[tuple[tuple[str | int, ...], Model]] = [((), told)]
    within += [(("timeline", n), entry) for n, entry in enumerate(getattr(told, "timeline", ()))]
    within += [(("funding",), told.funding)] if isinstance(told, Project) and told.funding is not None else []
    for (above, teller), field in product(within, _REFERENCES):
        given = getattr(teller, field, None) or ()
        for number, name in enumerate((given,) if isinstance(given, str) else given):
            place = source.place(*above, field, number)
            yield Claim(fields.name_of((*above, field)), _REFERENCES[field][0], name, *place)
    for number, topic in enumerate(getattr(told, "topics", ())):
        yield Claim("topics", "topics", topic, *source.place("topics", number))


def check(
    path: str,
    claimed: Iterable[Claim],
    names: Mapping[str, Names],
    topics: Mapping[str, str] | None,
    desk: Desk,
) -> None:
    """Reports every id and topic that does not exist, with the nearest one that does.

    ``topics`` is None where the settings could not be read; then nobody complains of one.
    """
    for claim in claimed:
        place = (claim.line, claim.column)
        if claim.folder != "topics":
            known = names[claim.folder]
            if claim.name not in known:
                what = _REFERENCES[claim.field.rsplit(".", 1)[-1]][1]
                words = {"field": claim.field, "text": quoted(claim.name), "what": what}
                desk.report("id-unknown", path, *place, hint=did_you_mean(claim.name, known), **words)
        elif topics is not None and claim.name not in topics:
            words = {"known": ", ".join(topics), "hint": did_you_mean(claim.name, topics)}
            desk.report("topic-unknown", path, *place, field="topics", text=quoted(claim.name), **words)


def named(told: StoryFields) -> set[str]:
    """The keys of everything a story names."""
    keys = {f"projects/{name}" for name in told.projects} | {f"partners/{name}" for name in told.partners}
    keys |= {f"events/{name}" for name in getattr(told, "events", ())}
    for field, folder in (("lead", "partners"), ("organizer", "partners"), ("place", "places")):
        if getattr(told, field, None):
            keys.add(f"{folder}/{getattr(told, field)}")
    if isinstance(told, Project) and told.funding is not None:
        keys |= {f"partners/{name}" for name in (told.funding.beneficiary, told.funding.contractor) if name}
    return keys


def named_in(model: type[Model], given: Mapping[str, Value], above: Key = ()) -> Iterator[tuple[Key, str]]:
    """The places of all fields that name a file, also in a file with mistakes, and the folder each names one of.

    A picture is named by its file, all else without ending; a list of names may be one text, parted by commas.
    """
    for field, info in fields.declared(model).items():
        value, key = given.get(field), (*above, field)
        folder = _folder(key)
        if folder and isinstance(value, str):
            yield key, folder
        elif folder and isinstance(value, list):
            yield from (((*key, number), folder) for number, name in enumerate(value) if isinstance(name, str))
        below = fields.inner(info.annotation)
        if below is None or folder:
            continue
        groups = enumerate(value) if isinstance(value, list) else [(None, value)]
        for member, group in groups:
            if isinstance(group, dict):
                yield from named_in(below, group, key if member is None else (*key, member))


def _folder(key: Key) -> str:
    """The folder whose files a field names; empty if it names none."""
    field = str(key[-1])
    if field == "to" and key[0] in _MENUS:
        return "pages"
    return "media" if field == "picture" and len(key) == 1 else _REFERENCES.get(field, ("",))[0]
