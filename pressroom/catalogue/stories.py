"""Messages about fields, and about how stories relate."""

from pressroom.catalogue.entry import error, warning

FIELDS = {
    "field-unknown": error(
        "{field}: Dieses Feld gibt es nicht.",
        "Erlaubt sind: {known}.{hint}",
    ),
    "field-missing": error(
        "{field} fehlt ({title}).",
        "Ergänzen Sie {where}eine Zeile „{name}: …“. {help}",
    ),
    "field-empty": error(
        "{field} ist leer ({title}).",
        "Schreiben Sie etwas hinter den Doppelpunkt. {help}",
    ),
    "field-twice": error(
        "{field}: Das Feld steht schon in Zeile {first}.",
        "Behalten Sie nur eine der beiden Zeilen.",
    ),
    "value-form": error(
        "{field}: Hier steht {found}, erwartet wird {expected}.",
        "{cure}",
    ),
    "value-choice": error(
        "{field}: „{text}“ ist keine der Möglichkeiten.",
        "Erlaubt sind: {known}.{hint}",
    ),
    "value-long": error(
        "{field}: Der Text hat {length} Zeichen; höchstens {most} sind möglich.",
        "Kürzen Sie ihn; Einzelheiten gehören in den Text unter dem Kopf.",
    ),
    "value-markup": warning(
        "{field}: „{text}“ wird hier nicht gestaltet, sondern so gezeigt, wie es dasteht.",
        "Schreiben Sie nur Wörter. Fettschrift und Verweise gehören in den Text unter dem Kopf.",
    ),
    "value-number": error(
        "{field}: „{text}“ ist keine Zahl im erwarteten Bereich.",
        "{cure}",
    ),
    "value-mail": error(
        "{field}: „{text}“ ist keine E-Mail-Adresse.",
        "Schreiben Sie sie so: name@beispiel.de",
    ),
    "value-phone": error(
        "{field}: „{text}“ ist keine Telefonnummer.",
        "Schreiben Sie sie mit Vorwahl, Ziffern und Leerzeichen: 03591 534-501",
    ),
    "date-form": error(
        "{field}: „{text}“ ist kein Datum in der richtigen Schreibweise.",
        "Schreiben Sie {example}.",
    ),
    "date-impossible": error(
        "{field}: „{text}“ gibt es nicht. {reason}",
        "Prüfen Sie die Angabe.",
    ),
    "date-order": error(
        "{last}: Das Ende „{end}“ liegt vor dem Anfang „{start}“ ({first}).",
        "Prüfen Sie beide Angaben; vielleicht sind sie vertauscht. Endet es nach Mitternacht, gehört zum Ende der Tag.",
    ),
    "date-clash": error(
        "{field}: Der Dateiname beginnt mit {name}, im Kopf steht aber {date}.",
        "Gleichen Sie beide an. Es gilt, was im Kopf steht; der Dateiname dient nur der Ordnung.",
    ),
    "url-form": error(
        "{field}: „{text}“ ist keine Internetadresse.",
        "Schreiben Sie sie vollständig: https://www.beispiel.de/seite",
    ),
    "url-unsafe": error(
        "{field}: Die Adresse „{text}“ ist nicht erlaubt.",
        "Erlaubt sind {allowed}.",
    ),
    "source-empty": error(
        "{field}: Eine Quelle braucht wenigstens eine Adresse (url) oder einen Titel (title).",
        "Schreiben Sie zum Beispiel „- title: Amtsblatt der Stadt Bautzen, Nr. 7/2021“.",
    ),
}

RELATIONS = {
    "id-unknown": error(
        "{field}: „{text}“ gibt es nicht ({what}).",
        "Geben Sie den Dateinamen ohne Endung an.{hint}",
    ),
    "relation-many": error(
        "{field}: Ein Eintrag führt zu höchstens einer Seite; hier steht schon {other}.",
        "Behalten Sie nur eine der beiden Zeilen.",
    ),
    "topic-unknown": error(
        "{field}: Das Thema „{text}“ gibt es nicht.",
        "Erlaubt sind: {known}. Neue Themen werden in content/site.yaml eingetragen.{hint}",
    ),
    "address-twice": error(
        "Diese Datei ergäbe die Adresse „{address}“, die schon zu {other} gehört.",
        "Benennen Sie eine der beiden Dateien um.",
    ),
    "alias-taken": error(
        "aliases: Unter der alten Adresse „{address}“ liegt heute schon {other}.",
        "Entfernen Sie die alte Adresse aus einer der beiden Dateien.",
        rule="HAUS-7",
    ),
    "alias-form": error(
        "aliases: „{text}“ ist keine Adresse dieser Website.",
        "Schreiben Sie nur den Teil nach dem Servernamen, mit Schrägstrichen: /alt/adresse/",
        rule="HAUS-7",
    ),
    "link-missing": error(
        "Der Verweis „{text}“ führt zu keiner Datei.",
        "Schreiben Sie den Pfad von dieser Datei aus, zum Beispiel ../projects/quartiersmanagement.md.{hint}",
        rule="HAUS-7",
    ),
    "link-unpublished": warning(
        "Der Verweis „{text}“ führt zu einer Seite, die noch nicht oder nicht mehr veröffentlicht ist; "
        "er erscheint nur als Text.",
        "Prüfen Sie draft, publish und expires in der anderen Datei, oder nehmen Sie den Verweis heraus.",
        rule="HAUS-7",
    ),
    "heading-missing": error(
        "Der Verweis „{text}“ zeigt auf eine Überschrift, die es dort nicht gibt.",
        "Vorhanden sind: {known}.{hint}",
        rule="HAUS-7",
    ),
}
