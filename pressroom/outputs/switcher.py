"""The ways from a page to the same page in other languages, for readers and for programs."""

from typing import NamedTuple

from pressroom import urls
from pressroom.kinds.languages import LOCALES, NAMES, SOURCE, direction
from pressroom.validate import Site


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


def ways(site: Site, address: str, base: str, *, listed: bool) -> Ways:
    """The ways from the page at a German address. One that is not ``listed`` has no place in other languages."""
    languages = site.languages
    if len(languages) < 2:
        return Ways()
    links, alternates = [], []
    for lang in languages:
        there, instead = site.there(address, lang)
        links.append(_way(site, lang, there, instead))
        if listed and not instead:
            alternates.append((lang, urls.absolute(there, base)))
    if len(alternates) < 2:
        return Ways(tuple(links))
    own = LOCALES[site.lang]
    locales = dict.fromkeys(LOCALES[lang] for lang, _ in alternates if LOCALES[lang] != own)
    default = ("x-default", next(href for lang, href in alternates if lang == SOURCE))
    return Ways(tuple(links), (*alternates, default), tuple(locales))


def _way(site: Site, lang: str, there: str, instead: str) -> Way:
    said = site.signs(lang) if instead else {}
    word = said[instead] if instead else ""
    label = said["label_instead"].format(name=NAMES[lang], instead=word) if instead else ""
    return Way(lang, direction(lang), NAMES[lang], site.fixed(there), word, label, lang == site.lang)
