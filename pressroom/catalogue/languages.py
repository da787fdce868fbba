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
    "translation-key": warning(
        "{field}: „{text}“ gibt es in site.yaml nicht; die Zeile bewirkt nichts.",
        "Schreiben Sie den Namen so wie dort, oder löschen Sie die Zeile.{hint}",
    ),
    "translation-picture": warning(
        "alt: Das Bild „{text}“ kommt in diesem Beitrag nicht vor.{hint}",
        "Der Beitrag zeigt: {known}. Berichtigen Sie den Namen, oder löschen Sie die Zeile.",
    ),
    "words-none": error(
        "Die Datei mit den deutschen Wörtern der Website fehlt.",
        "Holen Sie content/words/de.yaml aus der letzten Sicherung zurück.",
    ),
    "words-lost": error(
        "Das Wort „{text}“ fehlt in content/words/de.yaml.{held}",
        "Ergänzen Sie dort die Zeile, oder holen Sie die Datei aus der letzten Sicherung zurück. Nur wenn die Website "
        "das Wort nicht mehr braucht: Löschen Sie es in allen Sprachen.",
    ),
    "words-language": error(
        "„{text}“ ist keine Sprache dieser Website.",
        "Möglich sind: {known}.",
    ),
    "words-unknown": error(
        "Das Wort „{text}“ gibt es in content/words/de.yaml nicht.",
        "Benennen Sie es so wie dort, oder löschen Sie die Zeile.{hint}",
    ),
    "words-form": error(
        "„{text}“: Hier wird {wanted} gebraucht.",
        "Richten Sie sich nach content/words/de.yaml.",
    ),
    "words-plural": error(
        "„{text}“: Es fehlen Formen der Mehrzahl: {forms}.",
        "Ergänzen Sie je eine Zeile, zwei Leerzeichen eingerückt. Welche Formen eine Sprache hat, sagt CLDR.",
    ),
    "words-gap": error(
        "„{text}“: Die Lücken in geschweiften Klammern sind andere als im Deutschen.",
        "Erlaubt sind: {gaps}.",
    ),
    "words-missing": warning(
        "Das Wort „{text}“ fehlt; gezeigt wird das deutsche „{german}“.",
        "Ergänzen Sie es. Im Deutschen steht es in content/words/de.yaml, Zeile {line}.",
    ),
    "translation-unmarked": warning(
        "Es ist nicht festgehalten, aus welchem Stand des deutschen Textes übersetzt wurde.",
        "Rufen Sie „build.py translated {file}“ auf, sobald die Übersetzung stimmt.",
    ),
}
