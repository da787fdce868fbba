"""What the privacy page says of the site is proved by the checks, and what it may not say is found."""

import dataclasses
import re

import pytest

from pressroom.catalogue import CATALOGUE
from pressroom.outputs import conduct
from pressroom.validate import Design
from tests.town import ROOT, Town

PRIVACY = """\
---
title: Datenschutz
summary: Welche Daten anfallen.
---
Verantwortlich ist die Stadt.

{}
"""


def test_every_sentence_has_a_proof_that_stops_a_build() -> None:
    for claim in conduct.CLAIMS:
        assert claim.proof, claim.text
        assert {CATALOGUE[code].severity for code in claim.proof} == {"error"}, claim.text


def test_every_script_of_the_design_is_told_of() -> None:
    assert {field.name for field in dataclasses.fields(Design)} - {"style", "sheets"} == set(conduct.SCRIPTS)
    told = " ".join(conduct.SCRIPTS.values())
    assert set(re.findall(r"„(\w+\.js)“", told)) == {file.name for file in (ROOT / "assets" / "js").glob("*.js")}


def test_the_section_stands_on_the_privacy_page_and_on_no_other(town: Town) -> None:
    town.write({"pages/datenschutz.md": PRIVACY.format("")})
    town.build()

    page = town.read("datenschutz/index.html")
    told = [*(claim.text for claim in conduct.CLAIMS), *conduct.SCRIPTS.values()]
    assert [text for text in told if text not in page] == []
    assert "technisch tut" not in town.read("kontakt/index.html")


@pytest.mark.parametrize(
    "sentence",
    [
        "Diese Website verwendet Cookies.",
        "Wir nutzen Google Analytics, einen Webanalysedienst der Google Inc.",
        "Auf unserer Seite sind Videos von YouTube eingebunden.",
        "Ihre Angaben aus dem Kontaktformular werden gespeichert.",
        "- Google Fonts werden von einem Server in den USA geladen",
        "Wenn Sie unseren Newsletter beziehen möchten, brauchen wir Ihre E-Mail-Adresse.",
        "Mit dem Cookie-Banner können Sie einwilligen.",
    ],
)
def test_a_sentence_that_tells_of_what_the_site_does_not_do_is_found_in_its_line(town: Town, sentence: str) -> None:
    town.write({"pages/datenschutz.md": PRIVACY.format(sentence)})

    told = [(one.line, one.code) for one in town.check() if one.path.endswith("datenschutz.md")]

    assert told == [(7, "privacy-claim")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Diese Website setzt keine Cookies.",
        "Cookies werden nicht gesetzt. Auch auf Google Fonts verzichten wir.",
        "Es gibt weder ein Kontaktformular noch einen Newsletter.",
        "Wenn Sie uns schreiben, verarbeiten wir Ihre Angaben.",
    ],
)
def test_a_sentence_that_denies_it_is_true(town: Town, sentence: str) -> None:
    town.write({"pages/datenschutz.md": PRIVACY.format(sentence)})

    assert [one.code for one in town.check() if one.path.endswith("datenschutz.md")] == []


def test_other_pages_may_speak_of_anything(town: Town) -> None:
    town.write({"pages/medien.md": PRIVACY.format("Im Kurs geht es um Cookies und um YouTube.")})

    assert [one.code for one in town.check() if one.code == "privacy-claim"] == []
