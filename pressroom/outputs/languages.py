"""The page about languages: which there are, what is told in each, and how much of it a native speaker has read."""

from collections.abc import Iterator
from typing import NamedTuple

from pressroom import urls
from pressroom.files import File, Page, later
from pressroom.kinds.languages import NAMES, SOURCE, direction
from pressroom.outputs.frame import page
from pressroom.outputs.views import Fact, fact, facts
from pressroom.validate import Site

_KINDS = {"pages": "search_pages", "news": "news", "events": "events", "projects": "projects"}
"""What is translated, and the word for it."""


class Language(NamedTuple):
    """A language, called as its speakers call it: the way to its front page, a remark, and how much is told in it."""

    lang: str
    direction: str
    name: str
    href: str
    remark: str
    facts: tuple[Fact, ...]


def languages(site: Site) -> Iterator[File]:
    """The page, where there is more than one language."""
    if len(site.languages) > 1:
        yield later(urls.LANGUAGES, "content/words", about)


def about(site: Site) -> Page:
    """What it says."""
    return page(
        site,
        urls.LANGUAGES,
        "pages/languages.html",
        {"languages": tuple(_language(site, lang) for lang in site.languages)},
        title=site.tongue["languages_title"],
        description=site.tongue["languages_description"],
    )


def _language(site: Site, lang: str) -> Language:
    remarks = {SOURCE: "languages_german", "de-simple": "languages_simple"}
    remark = site.tongue[remarks[lang]] if lang in remarks else ""
    rows = _told(site, lang) if lang != SOURCE else ()
    href = site.fixed(site.there(urls.HOME, lang).address)
    return Language(lang, direction(lang), NAMES[lang], href, remark, rows)


def _told(site: Site, lang: str) -> tuple[Fact, ...]:
    """How much of each kind is translated, what of it was read, and what is older than the German text."""
    shares = site.shares(lang)
    told = sum(share.told for share in shares.values())
    read = told - sum(share.unread for share in shares.values())
    older = sum(share.outdated for share in shares.values())
    tongue = site.tongue
    read_words = tongue["done" if site.read_through(lang) else "not_yet"]
    counted = [_of(site, word, shares[kind].told, shares[kind].stories) for kind, word in _KINDS.items()]
    return facts(
        fact(tongue["translated"], *counted),
        fact(
            tongue["read_through"],
            tongue.say("says", what=tongue["fixed_words"], value=read_words),
            _of(site, "translated_texts", read, told) if told else None,
        ),
        fact(tongue["older"], _of(site, "translated_texts", older, told) if older else None),
    )


def _of(site: Site, word: str, some: int, every: int) -> str:
    tongue = site.tongue
    amount = tongue.say("some_of", some=tongue.number(some), all=tongue.number(every))
    return tongue.say("says", what=tongue[word], value=amount)
