"""The sheets to print among the open data: each PDF there is, in each language, as a set of its own."""

import json
from collections.abc import Iterator

from pressroom import urls
from pressroom.files import File, Later, Typeset, spoken
from pressroom.outputs.opendata.shelf import Offer, Set
from pressroom.validate import Site

AUTHORITY = {"de": "DEU", "hsb": "HSB", "de-simple": "DEU", "en": "ENG", "uk": "UKR", "ru": "RUS", "ar": "ARA"}
"""Each language in the Union's list of them."""


def sheets(site: Site) -> tuple[Set, ...]:
    """The set of all sheets; none where there are none."""
    offers = site.derived(_offers)
    if not offers:
        return ()
    return (
        Set(
            "blaetter",
            "",
            "Blätter zum Ausdrucken",
            "Sheets to print",
            "Plakate und andere Blätter, die das Programm aus den Texten dieser Website setzt, als barrierefreie PDF "
            "(PDF/UA-1). Blätter zu Terminen gibt es, solange der Termin nicht vorbei ist.",
            ("SOCI", "GOVE"),
            ("Plakate", "Aushang"),
            offers,
            lambda site: (None, None),
        ),
    )


def _offers(site: Site) -> tuple[Offer, ...]:
    return tuple(offer for lang in site.languages for offer in _told(site.speaking(lang))) if site.papers else ()


def _told(site: Site) -> Iterator[Offer]:
    # Imported here, because the list of outputs names this room too.
    from pressroom.outputs import PAPERS

    stories = {one.path: one for one in (*site.news, *site.events, *site.projects, *site.pages)}
    for file in (file for output in PAPERS for file in output(site)):
        path = spoken(file, site.lang).path
        story = stories.get(file.origin)
        title = str(story.fields.title) if story else _document(file, site)
        mark = path.removesuffix(".pdf").replace("/", "-")
        address = urls.SITE + path
        yield Offer(mark, address, "PDF", "application/pdf", "", title=title, lang=site.lang)


def _document(file: File, site: Site) -> str:
    """What a sheet calls itself that is about no single story."""
    assert isinstance(file.recipe, Later), file
    recipe = file.recipe.function(site, *file.recipe.arguments)
    assert isinstance(recipe, Typeset), recipe
    return str(json.loads(recipe.data)["document"])
