"""Every address of others that stands in the texts, with file and line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit

from pressroom import calendar, load, urls, validate
from pressroom.kinds import Event
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import is_web_address
from pressroom.load import Source, Value
from pressroom.load.source import Key
from pressroom.markup import to_body
from pressroom.pipeline import Job
from pressroom.problems import Desk
from pressroom.validate.fields import read as fields_of
from pressroom.validate.kinds import MODELS

_RESERVED = (".example", ".invalid", ".test", ".localhost")
"""Names that nobody can ever have (RFC 2606); they stand where the real one is not known yet."""


class Mention(NamedTuple):
    """An address as it is written somewhere."""

    path: str
    line: int
    column: int
    written: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """All addresses to ask for, without what follows ``#``, each with its mentions; the site's name and address.

    ``left_out`` is how many stories were not looked at because they are over, lapsed or not published.
    """

    mentions: Mapping[str, tuple[Mention, ...]]
    title: str
    base: str
    left_out: int


def gather(job: Job, desk: Desk, *, everything: bool = False) -> Gathered:
    """Looks through all texts. Files that cannot be read are reported to the desk and passed over."""
    library = load.library(job.content, validate.SHELVES, desk)
    sources = [source for _, _, source in load.sources(library, desk)]
    settings = next((source.fields for source in sources if not source.folder and not source.lang), {})
    address = job.base_url or str(settings.get("base_url") or "")
    base = urls.base_of(address) if is_web_address(address) else ""
    found_in: dict[str, list[Mention]] = {}
    left_out = 0
    for source in sources:
        mentions = list(_mentions(source, base))
        if mentions and not everything and _is_past(source, job):
            left_out += 1
            continue
        for mention in mentions:
            found_in.setdefault(urldefrag(mention.written)[0], []).append(mention)
    by_address = {one: tuple(mentions) for one, mentions in sorted(found_in.items())}
    return Gathered(by_address, str(settings.get("title") or ""), base, left_out)


def _is_past(source: Source, job: Job) -> bool:
    """Whether a story is not shown on that day, or tells of what is over."""
    told = fields_of(MODELS[source.folder], source, Desk())
    if not isinstance(told, StoryFields):
        return False
    hidden = told.draft and not job.drafts
    early = told.publish is not None and told.publish > job.today
    late = told.expires is not None and told.expires < job.today
    return hidden or early or late or (isinstance(told, Event) and calendar.is_over(told, job.today))


def _mentions(source: Source, base: str) -> Iterator[Mention]:
    for key, text in _values(source.fields):
        if _is_foreign(text, base):
            yield Mention(source.path, *source.place(*key), text)
    for use in to_body(source.text).links if "://" in source.text else ():
        if _is_foreign(use.target, base):
            yield Mention(source.path, source.text_line + use.line - 1, 0, use.target)


def _values(value: Value | Mapping[str, Value], key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Every text in the fields, with its place."""
    if isinstance(value, str):
        yield key, value.strip()
        return
    for part, member in enumerate(value) if isinstance(value, list) else value.items():
        yield from _values(member, (*key, part))


def _is_foreign(text: str, base: str) -> bool:
    if not is_web_address(text) or (base and f"{text}/".startswith(base)):
        return False
    return not (urlsplit(text).hostname or "").endswith(_RESERVED)
