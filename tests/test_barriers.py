"""Barriers in texts are told at their line, and nothing is told of texts that have none."""

import pytest

from pressroom.markup import of_words, says_nothing, to_body


def told(text: str) -> list[tuple[str, int]]:
    return [(fault.code, fault.line) for fault in to_body(text).faults]


@pytest.mark.parametrize(
    "text",
    [
        "## Sport\n\n### Zeiten\n\nA\n\n## Musik\n\n### Zeiten\n\nB\n",
        "**Achtung: Das Fest fällt aus!**\n\nWir bitten um Verständnis.\n",
        "**Telefon 03591 534-0**\n\nMontag bis Freitag.\n",
        "Der Text endet fett.\n\n**Ihr Quartiersmanagement**\n",
        "Ein **Wort** und __noch eins__.\n\nEnde.\n",
        "[Alle Termine hier im Überblick](../events/a.md), [mehr über das Haus](../places/b.yaml)\n",
        "[www.bautzen.de](https://www.bautzen.de/) und <stadt@bautzen.example>\n",
        "[Haus](a.md) und wieder [Haus](a.md)\n",
        "[Haus](a.md)\n" + "\nText.\n" * 12 + "\n[Haus](b.md)\n",
        "ESF, EU, DRK, AWO, KEM, SAB und BBB arbeiten zusammen.\n",
        "PLZ 02625, AGB UND DSGVO.\n",
        "Text.\n\n## ![Ein Hund läuft.](a.jpg)\n",
        "- eins\n- zwei\n\n– Kurt Tucholsky\n",
        "Ein Fest 🎉 im Park. ✓ erledigt\n",
        "Die Flagge 🇺🇦 und eine Familie 👨‍👩‍👧.\n",
        "[Ласкаво просимо!]{lang=uk} und ein Winkel α von 3°.\n",
        '<p lang="ar">مرحبا بكم</p>\n',
        "`BITTE NICHT DIESEN BEFEHL EINGEBEN` und `Budyšin`\n\n```\n# kein Titel\n• Punkt\n```\n",
        "| Tag | Zeit |\n|---|---|\n| Montag | 9 |\n",
        "Sport\n-----\n\nText.\n\n---\n\nEnde.\n",
        "![Kinder tragen Säcke.](a.jpg) ![](b.jpg)\n",
    ],
)
def test_nothing_is_said_of_what_is_no_fault(text: str) -> None:
    assert [code for code, _ in told(text) if code != "lang-sorbian"] == []


def test_each_fault_is_told_at_its_own_line() -> None:
    text = "Anfang.\n\n## Eins\n\n#### Drei\n\n[hier](a.md)\n\n• a\n• b\n\n• c\n\n[mehr](b.md) [Mehr …](c.md)\n"

    assert told(text) == [
        ("heading-jump", 5),
        ("link-vague", 7),
        ("link-vague", 14),
        ("link-vague", 14),
        ("text-bullets", 9),
    ]


def test_a_line_below_signs_is_a_heading_of_that_line() -> None:
    assert told("Fest\n====\n\nText.\n\nProgramm\n--------\n\n#### Zeiten\n\nText.\n") == [
        ("heading-first", 1),
        ("heading-jump", 9),
    ]


def test_the_second_place_of_a_word_is_found_though_the_first_is_marked() -> None:
    assert told("[Budyšin]{lang=hsb}\n\nAlso Budyšin.\n") == [("lang-sorbian", 3)]


def test_a_text_in_capitals_ends_with_its_sentence() -> None:
    assert to_body("BITTE NICHT AM EINGANG WARTEN. Danke.").faults[0].text == "BITTE NICHT AM EINGANG WARTEN"


def test_a_table_in_html_needs_headings_too() -> None:
    html = "Text.\n\n<table><thead><tr><td>a</td></tr></thead></table>\n"

    assert told(html) == [("table-head", 3)]
    assert told(html.replace("td", "th")) == []


@pytest.mark.parametrize(
    ("alt", "code"),
    [
        ("DSC01234", "alt-name"),
        ("fest-am-see.jpeg", "alt-name"),
        ("Foto von Kindern", "alt-opening"),
        ("Ein Bild", "alt-opening"),
        ("Bildnis einer Frau, gemalt 1890", ""),
        ("Fotografinnen bei der Arbeit", ""),
        ("", ""),
    ],
)
def test_a_description_says_what_is_seen(alt: str, code: str) -> None:
    assert of_words(alt) == code


def test_only_languages_with_a_table_are_judged() -> None:
    assert says_nothing("Klicken Sie hier!") and not says_nothing("here", "en")
