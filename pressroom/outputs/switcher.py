"""The ways from a page to the same page in other languages, for readers and for programs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pressroom import urls
from pressroom.kinds.languages import LOCALES, NAMES, SOURCE, direction
from pressroom.validate import Site
from pressroom.words import German


class Way(NamedTuple):
    """The link to a page in a language, which is called as its speakers call it.

    Where it leads elsewhere, ``instead`` says so in that language, and ``label`` says the same to who only hears it.
    """

    lang: str
    direction: str
    name: str
    href: str
    instead: str
    label: str
    current: bool


class Ways(NamedTuple):
    """All of them: ``links`` for readers; ``alternates``, language and whole address, and ``locales`` for programs.

    ``alternates`` hold the page itself and, as ``x-default``, the German one; all are empty where nothing is told in
    another language. A page that is told in German alone is no alternate of anything.
    """

    links: tuple[Way, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    locales: tuple[str, ...] = ()


class Sign(NamedTuple):
    """A language, and its words for where a link leads."""

    lang: str
    direction: str
    name: str
    said: Mapping[str, str]


def signs(site: Site) -> tuple[Sign, ...]:
    """Those of all languages of the site; none where there is but one."""
    languages = site.languages if len(site.languages) > 1 else ()
    return tuple(Sign(lang, direction(lang), NAMES[lang], site.signs(lang)) for lang in languages)


def ways(site: Site, address: str, base: str, languages: Sequence[Sign], *, listed: bool) -> Ways:
    """The ways from the page at a German address. One that is not ``listed`` has no place in other languages."""
    if not languages:
        return Ways()
    links, alternates = [], []
    for sign in languages:
        there, instead = site.there(address, sign.lang)
        links.append(_way(site, sign, there, instead))
        if listed and not instead:
            alternates.append((sign.lang, urls.absolute(there, base)))
    if len(alternates) < 2:
        return Ways(tuple(links))
    own = LOCALES[site.lang]
    locales = dict.fromkeys(LOCALES[lang] for lang, _ in alternates if LOCALES[lang] != own)
    default = ("x-default", next(href for lang, href in alternates if lang == SOURCE))
    return Ways(tuple(links), (*alternates, default), tuple(locales))


def _way(site: Site, sign: Sign, there: str, instead: str) -> Way:
    word = sign.said[instead] if instead else ""
    # What is missing in a language would be German in its element; then the words of the link must do.
    whole = instead and not any(isinstance(one, German) for one in (word, sign.said["label_instead"]))
    label = sign.said["label_instead"].format(name=sign.name, instead=word) if whole else ""
    return Way(sign.lang, sign.direction, sign.name, site.fixed(there), word, label, sign.lang == site.lang)
