"""Translations: what may stand in them, what they were made from, and whether that is still so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pressroom.kinds import Settings, SiteTranslation, Translation
from pressroom.load import Source
from pressroom.memo import digest
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.validate import fields
from pressroom.validate.kinds import MODELS
from pressroom.validate.relations import Claim

_KEYED = ("menu", "topics", "yearly")
"""The groups of a translation of the settings that have a line for each thing the settings name."""
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


class Block(NamedTuple):
    """A piece of a source that is translated as a whole: title, summary or a paragraph; its digest and its line."""

    mark: str
    line: int


class State(NamedTuple):
    """How a translation stands to its source.

    ``changed`` are the lines of the pieces that are new in the source or were written anew since; ``gone`` is how many
    pieces it was made from that are there no longer. Both are empty where it is current.
    """

    changed: tuple[int, ...]
    gone: int

    @property
    def current(self) -> bool:
        """Whether it says what the source says."""
        return not self.changed and not self.gone


def read(source: Source, desk: Desk) -> Translation | SiteTranslation | None:
    """The fields of a translation. Whatever is no matter of words is reported, and named where it belongs."""
    model: type[Translation] | type[SiteTranslation] = Translation if source.folder else SiteTranslation
    known = fields.declared(model)
    facts = fields.declared(MODELS[source.folder])
    original = f"{source.name}{'.md' if source.folder else '.yaml'}"
    words = {}
    for key, value in source.fields.items():
        if key in known or key not in facts:
            words[key] = value
        else:
            desk.report("translation-facts", source.path, *source.place(key), field=quoted(key), source=original)
    checked = fields.read(model, replace(source, fields=words), desk)
    return checked if len(words) == len(source.fields) else None


def spoken(settings: Settings, told: SiteTranslation) -> Settings:
    """The settings in the words of another language; what it does not say stays German."""
    menus = {
        field: tuple(
            item.model_copy(update={"title": told.menu.get(item.to, item.title)}) for item in getattr(settings, field)
        )
        for field in ("navigation", "footer")
    }
    topics = {name: told.topics.get(name, title) for name, title in settings.topics.items()}
    yearly = tuple(
        day.model_copy(update=dict(told.yearly[day.title])) if day.title in told.yearly else day
        for day in settings.yearly
    )
    office = settings.office.model_copy(update={"note": told.office_note}) if told.office_note else settings.office
    # A name that stays the German one bears its mark like any other.
    title = settings.title if told.title == settings.title else told.title
    words = {"title": title, "claim": told.claim, "description": told.description}
    return settings.model_copy(update={**words, **menus, "topics": topics, "yearly": yearly, "office": office})


def keys(told: SiteTranslation, source: Source) -> tuple[Claim, ...]:
    """What the translation of the settings says words for."""
    return tuple(
        Claim(field, field, name, *source.place(field, name)) for field in _KEYED for name in getattr(told, field)
    )


def check_keys(path: str, claims: Iterable[Claim], settings: Settings, desk: Desk) -> None:
    """Whether the settings have all that their translation says words for."""
    known = {
        "menu": {item.to for item in (*settings.navigation, *settings.footer)},
        "topics": set(settings.topics),
        "yearly": {day.title for day in settings.yearly},
    }
    for claim in claims:
        if claim.name not in known[claim.folder]:
            hint = did_you_mean(claim.name, known[claim.folder])
            words = {"field": claim.field, "text": quoted(claim.name), "hint": hint}
            desk.report("translation-key", path, claim.line, claim.column, **words)


def blocks(source: Source) -> tuple[Block, ...]:
    """The pieces of a source: its title, its summary, and each paragraph of its text; of the settings each word that
    other languages say otherwise.

    Spaces and ends of lines are no change.
    """
    if not source.folder:
        return tuple(Block(digest(" ".join(text.split()).encode())[:3].hex(), line) for text, line in _words(source))
    pieces = [(str(source.fields.get(key) or ""), source.place(key).line) for key in ("title", "summary")]
    line, start = source.text_line, 0
    for gap in (*_GAP.finditer(source.text), None):
        end = gap.start() if gap is not None else len(source.text)
        text = source.text[start:end]
        lead = len(text) - len(text.lstrip())
        if text.strip():
            pieces.append((text, line + text.count("\n", 0, lead)))
        if gap is not None:
            line += source.text.count("\n", start, gap.end())
            start = gap.end()
    return tuple(Block(digest(" ".join(text.split()).encode())[:3].hex(), line) for text, line in pieces)


def _words(source: Source) -> Iterator[tuple[str, int]]:
    """The words of the settings that are translated, with their lines."""
    for key in ("title", "claim", "description"):
        yield str(source.fields.get(key) or ""), source.place(key).line
    for key in ("navigation", "footer", "yearly"):
        items = source.fields.get(key)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            words = [str(item.get(word) or "") for word in ("title", "rule", "text")] if isinstance(item, dict) else []
            yield " ".join(words), source.place(key, number).line
    for key, word in (("topics", ""), ("office", "note")):
        group = source.fields.get(key)
        for name, text in group.items() if isinstance(group, dict) else ():
            if not word or name == word:
                yield str(text), source.place(key, name).line


def marks(pieces: Sequence[Block]) -> str:
    """What stands for a source in the front matter of its translations."""
    return " ".join(piece.mark for piece in pieces)


def state(pieces: Sequence[tuple[str, int]], made_from: str) -> State:
    """How a translation stands to its source, piece by piece, as ``blocks`` gives them."""
    before = made_from.split()
    now = {mark for mark, _ in pieces}
    return State(tuple(line for mark, line in pieces if mark not in before), sum(mark not in now for mark in before))
