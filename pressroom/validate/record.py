"""Reads one file of content by itself: its fields, its text, and what the others may ask of it."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from typing import Any

from pressroom import load, urls
from pressroom.kinds import Event, News, Project, Settings, SiteTranslation, Translated, Translation
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Model
from pressroom.load import Found, Source
from pressroom.markup import Body, to_body
from pressroom.memo import Memo, digest, plain
from pressroom.problems import Desk, quoted
from pressroom.validate import (
    fields,
    funding,
    privacy,
    ranks,
    relations,
    rules,
    series,
    statement,
    translations,
    wording,
)
from pressroom.validate.head import Head, Read, Wants
from pressroom.validate.kinds import MODELS
from pressroom.validate.paths import resolved

_ALLOWED = "Adressen mit https://, http://, mailto: und tel: sowie Pfade zu Dateien in content/"
_ABOUT_GERMAN = frozenset({"lang-script", "lang-sorbian"})
"""What only a German text must mark."""
_ID = re.compile(r'<[a-z][^>]*?\sid="([^"]*)"')


class Context:
    """What a file is read in the light of; each thing is written down when it is asked for.

    ``names`` are the names of the files in each folder, ``settings`` the digest of the settings' fields, empty where
    they could not be read; ``files`` are the stories' files by their paths; ``tongues`` the languages that each,
    ``pages/kontakt``, is translated into.
    """

    def __init__(
        self,
        memo: Memo,
        today: date,
        names: dict[str, frozenset[str]],
        settings: bytes,
        files: dict[str, Found],
        tongues: dict[str, tuple[str, ...]],
    ) -> None:
        self.memo = memo
        self.tongues = tongues
        self.today = today
        self.names = names
        self.settings = settings
        self.files = files
        memo.ledger.answerers.update(self._answerers())

    def __getstate__(self) -> tuple[Any, ...]:
        return self.memo, self.today, self.names, self.settings, self.files, self.tongues

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def settings_fields(self) -> Settings | None:
        """The settings, or None."""
        self.memo.ledger.ask("holidays")
        settings: Settings | None = self.memo.kept(self.settings) if self.settings else None
        return settings

    def _answerers(self) -> dict[str, Callable[[str], bytes]]:
        return {
            "file": lambda file: self.memo.contents.digest(file).encode(),
            "day": lambda about: self.today.isoformat().encode(),
            "holidays": lambda about: self.settings,
            "name": lambda key: b"yes" if self._has(*key.split("/", 1)) else b"no",
            "tongues": lambda key: ",".join(self.tongues.get(key, ())).encode(),
            "names": lambda folder: ",".join(sorted(self.names.get(folder, ()))).encode(),
        }

    def _has(self, folder: str, name: str) -> bool:
        return name in self.names.get(folder, ())


class Names:
    """The names of a folder. Whether one is among them is one question, what they all are is another."""

    def __init__(self, context: Context, folder: str) -> None:
        self.context = context
        self.folder = folder

    def __contains__(self, name: object) -> bool:
        self.context.memo.ledger.ask(f"name {self.folder}/{name}")
        return name in self.context.names.get(self.folder, ())

    def __iter__(self) -> Iterator[str]:
        self.context.memo.ledger.ask(f"names {self.folder}")
        return iter(self.context.names.get(self.folder, ()))


Outcome = tuple[Any, tuple[tuple[Any, ...], ...]]
"""A Read as plain values, or None where the file says nothing, and the problems found."""


def read(memo: Memo, context: Context, found: Found) -> tuple[dict[str, bytes], Outcome]:
    """One file: what was asked for it, and the outcome for its note."""
    desk = Desk()
    with memo.ledger.noting() as asked:
        source = source_of(memo, found, desk)
        read = _read(memo, context, source, desk) if source is not None else None
    return asked, (plain(read), desk.rows())


def source_of(memo: Memo, found: Found, desk: Desk) -> Source | None:
    """What one file says, or None if it says nothing that can be read; that it was read is written down."""
    try:
        data = memo.contents.read(found.file, load.MOST_BYTES)
    except OSError as problem:
        desk.report("file-unreadable", found.path, reason=problem.strerror or type(problem).__name__)
        return None
    finally:
        memo.ledger.ask(f"file {found.file}")
    return load.source(found, data, desk)


def _read(memo: Memo, context: Context, source: Source, desk: Desk) -> Read:
    head, wants, of_fields, of_body = _parts(memo, context, source, desk)
    listed = (head.path, head.address, head.rank, head.topics, head.picture, head.shown, head.draft, head.aliases)
    head = head._replace(listed=digest(repr(listed).encode()))
    return Read(head, wants, of_fields, of_body, digest(repr((head.for_others, wants)).encode()))


def _parts(memo: Memo, context: Context, source: Source, desk: Desk) -> tuple[Head, Wants, bytes, bytes]:
    body = to_body(source.text) if source.text else Body()
    for fault in body.faults:
        if source.lang and fault.code in _ABOUT_GERMAN:
            continue
        line = source.text_line + fault.line - 1
        words = {"field": "Verweis im Text", "allowed": _ALLOWED}
        desk.report(fault.code, source.path, line, 0, text=quoted(fault.text, 80), **words)
    privacy.of_page(source, desk)
    checked: Model | None = None
    if source.complete:
        checked = translations.read(source, desk) if source.lang else fields.read(MODELS[source.folder], source, desk)
    address = ""
    if checked is not None and not source.lang:
        checked, address = _checked(memo, context, checked, source, desk)
    marks = tuple(unescape(name) for name in _ID.findall(body.html))
    told = funding.of_texts(checked, source, desk) if checked is not None else ()
    wants = Wants(
        links=tuple((use.target, source.text_line + use.line - 1) for use in body.links),
        pictures=tuple((use.target, source.text_line + use.line - 1) for use in body.pictures),
        marks=marks,
        told=told,
    )
    head = Head(source.folder, source.name, source.path, lang=source.lang)
    if isinstance(checked, Translation):
        return (
            _translated(head, checked, marks, source, body),
            wants,
            memo.keep(checked),
            memo.keep(body._replace(faults=())),
        )
    if isinstance(checked, SiteTranslation):
        wants = wants._replace(claims=translations.keys(checked, source))
        return _made(head._replace(usable=True), checked.translated), wants, memo.keep(checked), b""
    if isinstance(checked, Settings):
        head = head._replace(pieces=translations.blocks(source))
        return head, wants._replace(claims=_menus(checked, source)), memo.keep(checked), b""
    if checked is None or not address:
        return head, wants, b"", b""
    head = _head(head, checked, source, address)
    picture = getattr(checked, "picture", None) or ""
    context.memo.ledger.ask(f"tongues {source.folder}/{source.name}")
    if context.tongues.get(f"{source.folder}/{source.name}"):
        head = head._replace(pieces=translations.blocks(source))
    return (
        head._replace(
            marks=marks,
            picture=picture,
            shown=tuple(dict.fromkeys(resolved(source.path, use.target) for use in body.pictures)),
            about=tuple(
                sorted({path for use in body.links if "/events/" in (path := resolved(source.path, use.target))})
            ),
        ),
        wants._replace(
            claims=tuple(relations.claims(checked, source)),
            picture=(picture, *source.place("picture")) if picture else None,
        ),
        memo.keep(checked),
        memo.keep(body._replace(faults=())) if source.text else b"",
    )


def _translated(head: Head, checked: Translation, marks: tuple[str, ...], source: Source, body: Body) -> Head:
    """A translation, which has no address and stands in no list of its own."""
    shown = tuple(dict.fromkeys(resolved(source.path, use.target) for use in body.pictures))
    alts = tuple((name, *source.place("alt", name)) for name in checked.alt)
    words = head._replace(usable=True, title=checked.title, marks=marks, shown=shown, alts=alts)
    return _made(words, checked.translated)


def _made(head: Head, made: Translated | None) -> Head:
    """What a translation was made from, and when."""
    return head._replace(
        made_from=made.source if made else "",
        review=made.review if made else "pending",
        made_on=made.date.isoformat() if made else "",
    )


def _menus(settings: Settings, source: Source) -> tuple[relations.Claim, ...]:
    """Where the words of the menus lead, and which fund the notice names."""
    notice = settings.funding_notice
    fund = relations.Claim("fund", "funds", notice.fund, *source.place("funding_notice", "fund"))
    return fund, *(
        relations.Claim(f"{field} ({number + 1}).to", "pages", item.to, *source.place(field, number, "to"))
        for field in ("navigation", "footer")
        for number, item in enumerate(getattr(settings, field))
    )


def _checked(memo: Memo, context: Context, checked: Model, source: Source, desk: Desk) -> tuple[Model, str]:
    """The fields after the rules for them, and the story's address; empty where its file's name gives none."""
    if isinstance(checked, Settings):
        rules.of_settings(checked, source, desk)
        if checked.accessibility is not None:
            memo.ledger.ask("day")
            statement.check(checked, source, context.today, desk)
        return checked, ""
    if isinstance(checked, Project):
        memo.ledger.ask("day")
    rules.of_story(checked, source, context.today, desk)
    wording.of_story(checked, source, desk)
    year = checked.date.year if isinstance(checked, News) else None
    if isinstance(checked, Event):
        skips = checked.repeat is not None and checked.repeat.school_holidays is not None
        settings = context.settings_fields() if skips else None
        checked = series.settled(checked, source, settings, Names(context, "places"), desk)
        year = checked.start.day.year
    address = urls.story(source.folder, source.name, year)
    if not address or "." in source.name:
        desk.report("file-name", source.path, name=quoted(source.path.rsplit("/", 1)[-1]))
        return checked, ""
    return checked, address


def _head(head: Head, checked: Model, source: Source, address: str) -> Head:
    aliases = tuple((written, *source.place("aliases", n)) for n, written in enumerate(getattr(checked, "aliases", ())))
    head = head._replace(usable=True, address=address, rank=ranks.of(checked), aliases=aliases)
    if not isinstance(checked, StoryFields):
        return head
    return head._replace(
        title=checked.title,
        draft=checked.draft,
        publish=checked.publish.isoformat() if checked.publish else "",
        expires=checked.expires.isoformat() if checked.expires else "",
        year=checked.date.year if isinstance(checked, News) else 0,
        programme=checked.funding.programme if isinstance(checked, Project) and checked.funding else "",
        topics=tuple(checked.topics),
        names=tuple(sorted(relations.named(checked))),
        changed=_changed(checked),
        waivers=tuple(
            (waiver.code, waiver.reason, waiver.date.isoformat(), *source.place("waivers", number, "code"))
            for number, waiver in enumerate(checked.waivers)
        ),
    )


def _changed(told: StoryFields) -> str:
    """The day a story last changed; empty where the text does not say: no date is made up."""
    day = told.updated or (told.date.exact if isinstance(told, News) else None)
    return day.isoformat() if day else ""
