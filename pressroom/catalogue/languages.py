"""Messages about languages: translations, and the words of the site."""

from pressroom.catalogue.entry import error, warning

LANGUAGES = {
    "translation-facts": error(
        "{field}: Diese Angabe gehört nicht in eine Übersetzung.",
        "Löschen Sie die Zeile. Angaben zu Zeit, Ort, Stand und Bild stehen allein in {source}, damit sie in allen "
        "Sprachen stimmen.",
    ),
    "translation-alone": error(
        "Zu dieser Übersetzung fehlt die deutsche Datei {source}.",
        "Benennen Sie die Datei so wie die deutsche, mit der Sprache vor der Endung: {example}.{hint}",
    ),
    "translation-outdated": warning(
        "Der deutsche Text ist inzwischen ein anderer: {where}.",
        "Übersetzen Sie, was sich geändert hat, und rufen Sie „build.py translated {file}“ auf. Hat sich am Sinn "
        "nichts geändert, genügt „build.py translated {source} --minor“.",
    ),
    "translation-unmarked": warning(
        "Es ist nicht festgehalten, aus welchem Stand des deutschen Textes übersetzt wurde.",
        "Rufen Sie „build.py translated {file}“ auf, sobald die Übersetzung stimmt.",
    ),
}
