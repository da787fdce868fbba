"""The search: a page that lists what there is, and the words by which a script finds stories."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from pressroom import calendar, urls
from pressroom.files import File, Page, Text, later
from pressroom.kinds import Event, News, Project
from pressroom.kinds.dates import PartialDate
from pressroom.kinds.languages import SOURCE
from pressroom.outputs import credits, opendata, views, wordindex
from pressroom.outputs.frame import page
from pressroom.outputs.views import Link
from pressroom.validate import Site, Story, remembered
from pressroom.words import joined

KINDS = ("projects", "news", "events", "pages", "partners", "places")
_DATA = "daten"
MOST_WORDS = 60
"""So many words of a story's text are kept, the rarest first: enough to find it, little enough for a phone."""
MOST_WORDS_OF_A_PAGE = 250
"""Pages are few, and long."""
MOST_LISTED = 130
"""So many links on the page; with the style sheet they stay within the 14 KB a server sends at once."""

_LETTERS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ґ": "г", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
}  # fmt: skip
_MARKS = re.compile("[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]")
"""Accents, Arabic vowel marks, the sign that stretches Arabic words, and the invisible signs inside words."""
_NUMERALS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_APOSTROPHE = re.compile("([\u0400-\u04ff])['`\u00b4\u2018\u2019\u02bc\u2032](?=[\u0400-\u04ff])")
"""Inside Ukrainian words; it is a letter there, written in many ways or not at all."""
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=..)")
"""Arabic writes the article, and short words before it, as one with the word."""
_ARABIC = "\u0600"
"""Where its letters begin; those of the other languages stand before. Its words are short."""
_WORD = re.compile("[a-z0-9\u0400-\u04ff\u0621-\u064a\u0660-\u0669\u066e-\u06d3\u06f0-\u06f9]+")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories of a kind: link and date of each; where not all stand here, how many there are and where."""

    title: str
    entries: tuple[tuple[Link, str], ...]
    rest: str
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What the field knows: the site's root, its two scripts, the first file of words, and the day the site is of."""

    root: str
    begin: str
    find: str
    index: str
    today: str


def fold(text: str) -> list[str]:
    """The words of a text as the index keeps them. ``assets/js/find.js`` folds what is asked in the same way."""
    folded = normalize("NFC", text).lower()
    for letter, plain in _LETTERS.items():
        # Eleven of these take a third of the time of one str.translate.
        folded = folded.replace(letter, plain)
    if folded.isascii():
        return _WORD.findall(folded)
    bare = _APOSTROPHE.sub(r"\1", _MARKS.sub("", normalize("NFD", folded)))
    return [word if word.isascii() else _ARTICLE.sub("", word.translate(_NUMERALS)) for word in _WORD.findall(bare)]


def search(site: Site) -> Iterator[File]:
    """The page and its index."""
    yield later(urls.SEARCH, "content", overview)
    for number, sheaf in enumerate(site.derived(_sheaves)):
        yield later(sheaf.address, "content", words_file, number)


def scripts(site: Site) -> Iterator[File]:
    """What searches, in any language."""
    yield later(urls.stamped("search.js", site.design.begin), "assets/js/search.js", beginning)
    yield later(urls.stamped("find.js", site.design.find), "assets/js/find.js", finding)


def overview(site: Site) -> Page:
    """The page: all there is at a glance, and a field to search in."""
    shelves = _shelves(_stories(site), site)
    begin, find = urls.stamped("search.js", site.design.begin), urls.stamped("find.js", site.design.find)
    index = site.derived(_sheaves)[0].address
    values = {
        "shelves": shelves,
        "complete": not any(shelf.rest for shelf in shelves),
        "way": Way(urls.HOME, begin, find, index, site.today.isoformat()),
    }
    return page(
        site,
        urls.SEARCH,
        "pages/search.html",
        values,
        title=site.tongue["search"],
        description=site.tongue["search_description"],
    )


def words_file(site: Site, number: int) -> Text:
    """One file of the index."""
    return Text(site.derived(_sheaves)[number].script)


def beginning(site: Site) -> Text:
    """The script that waits for somebody to search."""
    return Text(site.design.begin)


def finding(site: Site) -> Text:
    """The script that finds."""
    return Text(site.design.find)


def _stories(site: Site) -> list[Story[Any]]:
    """What can be found: first what lasts, then what has a date, newest first."""
    lasting: list[Story[Any]] = [*site.projects, *site.pages, *site.places, *site.partners]
    dated: list[Story[Any]] = sorted([*site.news, *site.events], key=_day, reverse=True)
    return [story for story in (*lasting, *dated) if not story.draft]


def _day(story: Story[Any]) -> str:
    return str(story.rank[0])


def _sheaves(site: Site) -> tuple[wordindex.Sheaf, ...]:
    """The index. The words of a part are remembered: whoever edits one text, waits for the words of its part only."""
    calls: dict[str, tuple[str | int, ...]] = {}
    for number, part in enumerate(wordindex.parts(_stories(site), _weight)):
        # The page of open data stands in the first part; a part with it is another one than the same stories without.
        own = () if number else (_DATA,)
        ends = f"{part[0].path} {part[-1].path}" if part else ""
        keys = (*(f"{story.folder}/{story.id}" for story in part), *own)
        calls[f"search {site.lang} {len(keys)} {ends} {' '.join(own)}"] = keys
    return wordindex.sheaves(remembered(site, _packed, calls), "" if site.lang == SOURCE else f"{site.lang}-")


def _packed(site: Site, *keys: str) -> wordindex.Packed:
    entries = _entries([site.story(*key.split("/", 1)) for key in keys if key != _DATA], site)
    return wordindex.packed(entries + ([_open_data(site)] if _DATA in keys else []))


def _open_data(site: Site) -> wordindex.Entry:
    """The page of open data, which no story tells of."""
    found_by = frozenset(fold(f"{opendata.TITLE} {opendata.SUMMARY} {opendata.WORDS}"))
    foreign = site.lang != SOURCE
    return wordindex.Entry(opendata.TITLE, urls.DATA, site.tongue["search_pages"], "", "", "", found_by, foreign)


def _weight(story: Story[Any]) -> tuple[int, bool]:
    """About how many words are kept of a story, and whether it is one of those with a date."""
    return MOST_WORDS_OF_A_PAGE if story.folder == "pages" else MOST_WORDS + 15, story.folder in ("news", "events")


def _known(story: Story[News] | Story[Event]) -> PartialDate:
    told = story.fields
    return told.date if isinstance(told, News) else told.start.day


def _name(story: Story[Any]) -> str:
    name: str = getattr(story.fields, "title", None) or story.fields.name
    return name


def _dated(story: Story[Any], site: Site) -> str:
    """A story's date, and whether an event is other than announced."""
    told = story.fields
    if isinstance(told, News):
        return site.tongue.partial(told.date)
    if isinstance(told, Event):
        status = "" if told.status == "scheduled" else site.tongue[f"status_{told.status}"]
        return joined(" · ", filter(None, (site.tongue.when(told.start, told.end), status)))
    return site.tongue.period(told.start, told.end) if isinstance(told, Project) else ""


def _line(story: Story[Any], site: Site) -> tuple[Link, str]:
    """A story's link and what stands behind it: its date, and whether it is over."""
    over = isinstance(story.fields, Event) and calendar.is_over(story.fields, site.today)
    behind = joined(" · ", filter(None, (_dated(story, site), site.tongue["over"] if over else "")))
    return views.link(story), behind


def _shelves(stories: Sequence[Story[Any]], site: Site) -> tuple[Shelf, ...]:
    """The stories by kind. Pages are all listed, they stand in no other list; the other kinds share the room left."""
    by_kind = {folder: [story for story in stories if story.folder == folder] for folder in KINDS}
    room = _rooms({folder: len(members) for folder, members in by_kind.items() if folder != "pages"})
    shelves = []
    for folder in KINDS:
        members = by_kind[folder]
        shown = members[: room.get(folder, len(members))]
        rest = ""
        ways: tuple[Link, ...] = ()
        if len(shown) < len(members):
            said = "shelf_newest" if folder in ("news", "events") else "shelf_some"
            rest = site.tongue.say(said, shown=len(shown), count=site.tongue.number(len(members)))
            ways = (Link(site.tongue[folder], urls.section(folder)), *_years(folder, site))
        lines = [_line(story, site) for story in shown]
        if folder == "pages":
            foreign = site.lang != SOURCE
            lines += [
                (Link(site.german(title), address, german=foreign), "")
                for title, address in ((opendata.TITLE, urls.DATA), (credits.TITLE, urls.CREDITS))
            ]
        if lines:
            shelves.append(Shelf(site.tongue[f"search_{folder}"], tuple(lines), rest, ways))
    return tuple(shelves)


def _rooms(counts: Mapping[str, int]) -> dict[str, int]:
    """How many of each kind are listed: small kinds whole, and the large ones share what these leave."""
    rooms, left = {}, MOST_LISTED
    smallest_first = sorted(counts, key=lambda folder: counts[folder])
    for place, folder in enumerate(smallest_first):
        rooms[folder] = min(counts[folder], left // (len(counts) - place))
        left -= rooms[folder]
    return rooms


def _years(folder: str, site: Site) -> tuple[Link, ...]:
    """The lists of single years; there are some for news."""
    years = site.years() if folder == "news" else ()
    return tuple(Link(str(year), urls.by_year(folder, year)) for year in years)


def _entries(stories: Sequence[Story[Any]], site: Site) -> list[wordindex.Entry]:
    """The stories with the words they are found by: those of their heads, and the rarest of their texts."""
    texts = [Counter(fold(f"{story.words} {getattr(story.fields, 'words', '')}")) for story in stories]
    common = Counter(word for text in texts for word in text)
    entries = []
    for story, text in zip(stories, texts, strict=True):
        told = story.fields
        head = fold(f"{_name(story)} {told.summary or ''} {getattr(told, 'address', None) or ''} {story.id}")
        most = MOST_WORDS_OF_A_PAGE if story.folder == "pages" else MOST_WORDS
        head += [word for topic in getattr(told, "topics", ()) for word in fold(site.settings.topics[topic])]
        rare = sorted([(common[word], word) for word in text if len(word) > (2 if word > _ARABIC else 3)])[:most]
        found_by = frozenset(word for word in (*head, *(word for _, word in rare)) if len(word) > 1)
        # A series without end has no last day, and is never over.
        final = calendar.last_day(told) if isinstance(told, Event) else None
        last = final.isoformat() if final else ""
        since = site.tongue.partial(_known(story)) if isinstance(told, News | Event) else ""
        kind = site.tongue[f"search_{story.folder}"]
        shown = _name(story), site.turned(story.address), kind, _dated(story, site)
        entries.append(wordindex.Entry(*shown, last, since, found_by, story.lang != site.lang))
    return entries
