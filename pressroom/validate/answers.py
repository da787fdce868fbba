"""What the ledger is answered when it asks whether the site is still the same."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from pressroom.kinds.languages import SOURCE
from pressroom.memo import digest
from pressroom.validate.head import Head, Read
from pressroom.validate.index import Index, Order
from pressroom.validate.media import Album, Media
from pressroom.validate.standings import shares, standing
from pressroom.validate.story import Design
from pressroom.validate.vocabulary import Vocabulary
from pressroom.validate.voices import SIGNS


class _Site(Protocol):
    reads: dict[str, Read]
    index: Index
    order: Order
    drawn: Design
    album: Album
    top: str

    def words_of(self) -> Vocabulary: ...
    def published_in(self) -> tuple[str, ...]: ...
    def media(self) -> Mapping[str, Media]: ...
    def media_named(self, short: str) -> Media | None: ...


def answerers(site: _Site) -> dict[str, Callable[[str], bytes]]:
    """For each word that begins a question, who answers it. An answer is a digest, or short enough to be its own.

    What files are read in the light of, the day among it, ``record.Context`` answers.
    """
    reads, index = site.reads, site.index
    return {
        "settings": lambda about: _settings(site),
        "papers": lambda about: b"yes" if site.order.papers else b"no",
        "design": lambda about: digest(repr((*site.drawn.scripts, site.drawn.style)).encode()),
        "sheets": lambda about: digest(repr(site.drawn.sheets).encode()),
        "fields": lambda path: reads[path].fields if path in reads else b"",
        "body": lambda path: reads[path].body if path in reads else b"",
        "changed": lambda path: reads[path].head.changed.encode() if path in reads else b"",
        "order": lambda folder: _of(index.sorted[folder]),
        "topic": lambda about: _of(index.on_topic(*about.split(" ", 1))),
        "topics": lambda folder: ",".join(sorted(index.topics(folder))).encode(),
        "year": lambda year: _of(index.of_year(int(year))),
        "newest": lambda about: _newest(index, *about.split(" ", 1)),
        "years": lambda about: ",".join(map(str, index.years())).encode(),
        "naming": lambda key: _of(index.naming(key)),
        "reports": lambda event: _of(index.reports(event)),
        "story": lambda key: index.shown[key].listed if key in index.shown else b"",
        "told": lambda about: _told(index, *about.split(" ", 1)),
        "tongues": lambda key: ",".join(index.told_in.get(key, ())).encode(),
        "standing": lambda about: _standing(index, *about.split(" ", 1)),
        "translated": lambda about: digest(repr(sorted(index.told_in.items())).encode()),
        "shares": lambda lang: repr(shares(index, lang)).encode(),
        "signs": lambda lang: _signs(site, lang),
        "words": lambda lang: _words(site, lang),
        "languages": lambda about: ",".join((*sorted(site.words_of()), *site.published_in())).encode(),
        "target": lambda path: repr(index.target(path)).encode(),
        "targets": lambda about: digest("\n".join(sorted(index.by_path)).encode()),
        "files": lambda about: digest(b"".join([_day(site), *(read.own for read in reads.values())])),
        "album": lambda about: digest(repr(tuple(site.album)).encode()),
        "picture": lambda path: digest(repr(site.media().get(path)).encode()),
        "picture-named": lambda name: digest(repr(site.media_named(name)).encode()),
        "pictured": lambda about: digest(repr(tuple(map(sorted, index.pictured()))).encode()),
    }


def _told(index: Index, lang: str, key: str) -> bytes:
    return b"yes" if (key, lang) in index.told else b"no"


def _newest(index: Index, most: str, key: str) -> bytes:
    return b"yes" if index.is_newest(key, int(most)) else b"no"


def _standing(index: Index, lang: str, key: str) -> bytes:
    return repr(standing(index, lang, key)).encode() if key in index.shown else b""


def _signs(site: _Site, lang: str) -> bytes:
    """Of the few words of a language that pages of others say."""
    words = site.words_of()
    return digest(repr([words.get(one, {}).get(word) for one in (lang, SOURCE) for word in SIGNS]).encode())


def _words(site: _Site, lang: str) -> bytes:
    """Of the words of a language, and of the German ones that stand in for those it lacks."""
    words = site.words_of()
    return digest(repr([words.get(one) for one in (lang, SOURCE)]).encode())


def _day(site: _Site) -> bytes:
    """Which files are shown depends on the day and on whether drafts are."""
    return repr((site.order.today, site.order.drafts)).encode()


def _settings(site: _Site) -> bytes:
    read = site.reads.get(f"{site.top}/site.yaml")
    return digest((read.fields if read else b"") + repr((site.order.base_url, site.order.drafts)).encode())


def _of(heads: Iterable[Head]) -> bytes:
    """What stands for a list of stories: who is in it, in which order, and what lists go by."""
    return digest(b"".join([head.listed for head in heads]))
