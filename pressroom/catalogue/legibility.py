"""Messages about how hard texts are to read. None of them ever stops a build."""

from pressroom.catalogue.entry import warning

LEGIBILITY = {
    "text-hard": warning(
        "Manches liest sich schwer. {what}",
        "{cure}",
    ),
    "simple-hard": warning(
        "Für Einfache Sprache ist manches zu schwer. {what}",
        "{cure}",
    ),
    "text-abbreviation": warning(
        "Nicht jeder kennt diese Abkürzung: {text}.",
        "Schreiben Sie beim ersten Mal aus, was sie bedeutet, zum Beispiel „Agentur für Arbeit (AfA)“. Kennt sie hier "
        "jeder, tragen Sie sie in content/site.yaml bei „legibility“ unter „known“ ein.",
    ),
    "simple-abbreviation": warning(
        "In Einfacher Sprache stört die Abkürzung: {text}.",
        "Schreiben Sie die Wörter aus: „zum Beispiel“ statt „z. B.“.",
    ),
}
HINTS = frozenset(LEGIBILITY)
"""Only check looks for them, and shows them behind all that is wrong."""
