"""The search: a page that lists everything, and the index by which a script finds words in it."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from pressroom import calendar, urls, words
from pressroom.files import File, Text
from pressroom.kinds import Event, News, Project
from pressroom.outputs.frame import page
from pressroom.outputs.views import Link
from pressroom.validate import Site, Story

KINDS = {
    "projects": "Projekte",
    "news": "Nachrichten",
    "events": "Termine",
    "pages": "Seiten",
    "partners": "Partner",
    "places": "Orte",
}
MOST_WORDS = 60
"""So many words of a story's text are kept, the rarest first: enough to find it, little enough for a phone."""
MOST_WORDS_OF_A_PAGE = 250
"""Pages are few, and long."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l"})
_WORD = re.compile(r"[a-z0-9\u0400-\u04ff\u0600-\u06ff]+")


def fold(text: str) -> list[str]:
    """The words of a text as the index keeps them. ``assets/js/search.js`` folds what is asked in the same way."""
    folded = normalize("NFD", normalize("NFC", text).lower().translate(_GERMAN))
    return _WORD.findall(re.sub("[\u0300-\u036f]", "", folded))


def search(site: Site) -> Iterator[File]:
    """The page and its index."""
    stories = _stories(site)
    index = urls.SEARCH + "index.js"
    script = urls.stamped("search.js", site.design.script)
    groups = tuple(
        (title, tuple(_entry(story, site) for story in stories if story.folder == folder))
        for folder, title in KINDS.items()
    )
    values = {"groups": groups, "root": urls.HOME, "index": index, "script": script}
    yield page(
        site,
        urls.SEARCH,
        "pages/search.html",
        "content",
        values,
        title="Suche",
        description="Alles auf einen Blick, und ein Feld zum Suchen.",
    )
    yield File(urls.path(index), Text(_index(stories, site)), "content")
    yield File(urls.path(script), Text(site.design.script), "assets/js/search.js")


def _stories(site: Site) -> list[Story[Any]]:
    everything: list[Story[Any]] = [*site.projects, *site.news, *site.events, *site.pages, *site.partners, *site.places]
    return [story for story in everything if not getattr(story.fields, "draft", False)]


def _name(story: Story[Any]) -> str:
    name: str = getattr(story.fields, "title", None) or story.fields.name
    return name


def _entry(story: Story[Any], site: Site) -> tuple[Link, str]:
    """A story's link and what stands behind it: its date, and whether it is over."""
    told = story.fields
    dated = ""
    if isinstance(told, News):
        dated = words.partial(told.date)
    elif isinstance(told, Event):
        over = " · vorbei" if calendar.is_over(told, site.today) else ""
        dated = words.when(told.start, told.end) + over
    elif isinstance(told, Project):
        dated = words.period(told.start, told.end)
    return Link(_name(story), story.address), dated


def _index(stories: list[Story[Any]], site: Site) -> str:
    """The index as a script, so that it can be read from a folder without a server.

    ``stories`` are [title, path, kind, date]; ``words`` is a text of ``word:12.3.7``: the numbers of the stories that
    hold it, each told by the distance from the one before, in base 36.
    """
    texts = [Counter(fold(f"{story.body.words} {getattr(story.fields, 'words', '')}")) for story in stories]
    common = Counter(word for text in texts for word in text)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (story, text) in enumerate(zip(stories, texts, strict=True)):
        told = story.fields
        head = fold(f"{_name(story)} {told.summary or ''} {getattr(told, 'address', None) or ''} {story.id}")
        most = MOST_WORDS_OF_A_PAGE if story.folder == "pages" else MOST_WORDS
        head += [word for topic in getattr(told, "topics", ()) for word in fold(site.settings.topics[topic])]
        rare = sorted((word for word in text if len(word) > 3), key=lambda word: (common[word], word))
        for word in {*head, *rare[:most]}:
            if len(word) > 1:
                holders[word].append(number)
    told = [[link.text, link.href.removeprefix(urls.SITE), KINDS[story.folder], dated] for story, (link, dated) in (
        (story, _entry(story, site)) for story in stories
    )]  # fmt: skip
    listed = " ".join(f"{word}:{_steps(numbers)}" for word, numbers in sorted(holders.items()))
    data = json.dumps({"stories": told, "words": listed}, ensure_ascii=False, separators=(",", ":"))
    return f"window.searchIndex={data};\n"


def _steps(numbers: list[int]) -> str:
    steps, last = [], 0
    for number in numbers:
        steps.append(_base36(number - last))
        last = number
    return ".".join(steps)


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits
