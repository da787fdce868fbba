"""The catalogue of messages: every code with its severity, its German sentence and its cure."""

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """One kind of problem; ``message`` and ``cure`` are format strings."""

    severity: Literal["error", "warning"]
    message: str
    cure: str


def error(message: str, cure: str) -> Entry:
    """An entry that stops the build."""
    return Entry("error", message, cure)


def warning(message: str, cure: str) -> Entry:
    """An entry that is said, and the build goes on."""
    return Entry("warning", message, cure)


FILES = {
    "file-empty": error(
        "Die Datei ist leer.",
        "Schreiben Sie den Text hinein oder löschen Sie die Datei. Ein Muster legt „build.py new“ an.",
    ),
    "file-huge": error(
        "Die Datei hat {size} MB Text; erlaubt ist 1 MB.",
        "Teilen Sie den Text auf mehrere Dateien auf, oder prüfen Sie, ob versehentlich etwas anderes "
        "hineinkopiert wurde.",
    ),
    "file-encoding": error(
        "Die Datei ist nicht in UTF-8 gespeichert, sondern vermutlich in {likely}: „{text}“.",
        "Speichern Sie die Datei im Editor mit der Codierung „UTF-8“ (Datei → Speichern unter → Codierung).",
    ),
    "file-binary": error(
        "Die Datei enthält unsichtbare Steuerzeichen (Zeichen {sign}) und ist vielleicht keine Textdatei.",
        "Legen Sie die Datei neu an und fügen Sie den Text als reinen Text ein (Strg+Umschalt+V).",
    ),
    "file-link": error(
        "„{name}“ ist eine Verknüpfung, die aus dem Ordner content/ hinausführt.",
        "Kopieren Sie die Datei selbst an diese Stelle.",
    ),
    "file-unreadable": error(
        "Die Datei lässt sich nicht lesen ({reason}).",
        "Schließen Sie andere Programme, die sie geöffnet haben, und prüfen Sie die Zugriffsrechte.",
    ),
    "file-stray": warning(
        "„{name}“ gehört zu keiner bekannten Art von Inhalt und wird nicht veröffentlicht.",
        "{cure}",
    ),
    "file-name": error(
        "Aus dem Dateinamen „{name}“ lässt sich keine Adresse bilden.",
        "Benennen Sie die Datei mit Buchstaben und Ziffern, zum Beispiel 2021-07-14-muellsammelaktion.md.",
    ),
    "site-missing": error(
        "Die Datei mit den Einstellungen fehlt.",
        "Holen Sie content/site.yaml aus der letzten Sicherung zurück.",
    ),
    "folder-missing": error(
        "Den Ordner „{name}“ gibt es nicht.",
        "Rufen Sie build.py im Ordner der Website auf, oder nennen Sie den Ordner mit --content.",
    ),
}

FRONT = {
    "front-missing": error(
        "Der Kopf der Datei fehlt: Die erste Zeile ist „{text}“ und nicht „---“.",
        "Beginnen Sie die Datei mit einer Zeile aus drei Bindestrichen, darunter die Angaben wie „title: …“, "
        "dann wieder eine Zeile mit drei Bindestrichen.",
    ),
    "front-dashes": error(
        "Die Zeile „{text}“ soll wohl den Kopf begrenzen, besteht aber nicht aus genau drei Bindestrichen.",
        "Ersetzen Sie die Zeile durch „---“ (dreimal die Taste Minus). Word macht daraus gern lange Striche.",
    ),
    "front-end": error(
        "Der Kopf der Datei hat kein Ende.",
        "Setzen Sie nach der letzten Angabe eine Zeile mit drei Bindestrichen „---“, darunter beginnt der Text.",
    ),
    "yaml-colon": error(
        "{key}: Der Wert „{text}“ enthält einen Doppelpunkt und muss deshalb in Anführungszeichen stehen.",
        "Schreiben Sie: {fixed}",
    ),
    "yaml-space": error(
        "Nach dem Doppelpunkt fehlt ein Leerzeichen: „{text}“.",
        "Schreiben Sie: {fixed}",
    ),
    "yaml-tab": error(
        "Die Zeile ist mit einem Tabulator eingerückt: „{text}“.",
        "Ersetzen Sie jeden Tabulator durch zwei Leerzeichen.",
    ),
    "yaml-sign": error(
        "{key}: Der Wert „{text}“ beginnt mit einem Zeichen, das hier eine besondere Bedeutung hat.",
        "Setzen Sie ihn in gerade Anführungszeichen: {fixed}",
    ),
    "yaml-quote": error(
        "Ein Anführungszeichen ist nicht geschlossen oder steht mitten im Wert: „{text}“.",
        "Setzen Sie gerade Anführungszeichen an den Anfang und an das Ende des Wertes, und im Innern „…“.",
    ),
    "yaml-comment": warning(
        "{key}: Alles nach „ #“ wird als Anmerkung überlesen: „{text}“.",
        "Gehört es zum Wert, setzen Sie den Wert in gerade Anführungszeichen. Eine Anmerkung schreiben Sie "
        "besser in eine eigene Zeile, die mit # beginnt.",
    ),
    "yaml-indent": error(
        "Die Einrückung stimmt nicht: „{text}“.",
        "Angaben auf gleicher Stufe beginnen in derselben Spalte; was dazugehört, ist zwei Leerzeichen weiter "
        "eingerückt.",
    ),
    "yaml-other": error(
        "Diese Zeile kann nicht gelesen werden: „{text}“.",
        "Angaben haben die Form „name: Wert“. Setzen Sie Werte mit Sonderzeichen in gerade Anführungszeichen.",
    ),
    "yaml-deep": error(
        "Die Angaben sind tiefer als {most} Stufen verschachtelt.",
        "Entfernen Sie überzählige Klammern oder Einrückungen.",
    ),
    "yaml-alias": error(
        "„{text}“ ist ein Verweis innerhalb der Datei; solche Verweise sind hier nicht erlaubt.",
        "Schreiben Sie den Wert aus. Soll er wirklich mit & oder * beginnen, setzen Sie ihn in "
        "Anführungszeichen.",
    ),
    "yaml-document": error(
        "Die Datei enthält mehr als einen Teil (eine zweite Zeile „---“).",
        "Entfernen Sie die zweite Zeile „---“. Jede Datei beschreibt genau eine Sache.",
    ),
}

FIELDS = {
    "field-unknown": error(
        "{field}: Dieses Feld gibt es nicht.",
        "Erlaubt sind: {known}.{hint}",
    ),
    "field-missing": error(
        "{field} fehlt ({title}).",
        "Ergänzen Sie im Kopf der Datei eine Zeile „{field}: …“. {help}",
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
        "{field}: Den Tag „{text}“ gibt es nicht.",
        "Prüfen Sie Tag und Monat. {reason}",
    ),
    "date-order": error(
        "{last}: Das Ende „{end}“ liegt vor dem Anfang „{start}“ ({first}).",
        "Prüfen Sie beide Angaben; vielleicht sind sie vertauscht oder die Jahreszahl ist falsch.",
    ),
    "date-clash": error(
        "date: Der Dateiname beginnt mit {name}, im Kopf steht aber {date}.",
        "Gleichen Sie beide an. Es gilt, was im Kopf steht; der Dateiname dient nur der Ordnung.",
    ),
    "url-form": error(
        "{field}: „{text}“ ist keine Internetadresse.",
        "Schreiben Sie sie vollständig: https://www.beispiel.de/seite",
    ),
    "url-unsafe": error(
        "{field}: Die Adresse „{text}“ ist nicht erlaubt.",
        "Erlaubt sind Adressen mit https://, http://, mailto: und tel: sowie Pfade zu Dateien in content/.",
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
    ),
    "alias-form": error(
        "aliases: „{text}“ ist keine Adresse dieser Website.",
        "Schreiben Sie nur den Teil nach dem Servernamen, mit Schrägstrichen: /alt/adresse/",
    ),
    "link-missing": error(
        "Der Verweis „{text}“ führt zu keiner Datei.",
        "Schreiben Sie den Pfad von dieser Datei aus, zum Beispiel ../projects/quartiersmanagement.md.{hint}",
    ),
    "link-unpublished": warning(
        "Der Verweis „{text}“ führt zu einer Seite, die noch nicht oder nicht mehr veröffentlicht ist; "
        "er erscheint nur als Text.",
        "Prüfen Sie draft, publish und expires in der anderen Datei, oder nehmen Sie den Verweis heraus.",
    ),
    "heading-missing": error(
        "Der Verweis „{text}“ zeigt auf eine Überschrift, die es dort nicht gibt.",
        "Vorhanden sind: {known}.{hint}",
    ),
    "picture-missing": error(
        "Das Bild „{text}“ gibt es nicht.",
        "Legen Sie die Bilddatei in content/media/ ab und verweisen Sie darauf: ../media/name.jpg{hint}",
    ),
    "picture-undescribed": error(
        "Zum Bild „{text}“ fehlt die Datei {wanted} mit Bildbeschreibung und Urheber.",
        "Legen Sie sie mit „build.py new“ nicht an, sondern von Hand: alt: …, author: …, licence: …, people: no",
    ),
    "picture-broken": error(
        "Das Bild kann nicht verwendet werden: {reason}",
        "Öffnen Sie es in einem Bildprogramm und speichern Sie es neu als JPEG oder PNG.",
    ),
    "picture-consent": error(
        "Auf dem Bild sind Menschen zu erkennen (people: yes), aber es liegt keine Einwilligung vor.",
        "Tragen Sie unter „consent:“ ein, wann und von wem sie gegeben wurde, oder verwenden Sie ein anderes Bild "
        "(§ 22 KUG).",
    ),
    "picture-alone": warning(
        "Zu dieser Beschreibung gibt es kein Bild gleichen Namens.",
        "Legen Sie das Bild daneben in content/media/ ab, oder löschen Sie die Beschreibung.",
    ),
    "picture-unused": warning(
        "Das Bild wird auf keiner Seite verwendet und deshalb nicht veröffentlicht.",
        "Verweisen Sie in einem Text darauf, oder löschen Sie es.",
    ),
}

TEXT = {
    "html-removed": warning(
        "Dieses HTML ist nicht erlaubt und wurde weggelassen: {text}",
        "Schreiben Sie Markdown. Erlaubtes HTML nennt docs/handbuch.md.",
    ),
    "text-nested": error(
        "Der Text ist zu tief verschachtelt: „{text}“.",
        "Entfernen Sie überzählige Zeichen wie >, [ oder * am Anfang der Zeile.",
    ),
    "text-lang": error(
        "„{text}“ ist kein Sprachkürzel.",
        "Schreiben Sie zum Beispiel [Strowotna studnja]{{lang=hsb}} für Sorbisch oder {{lang=en}} für Englisch.",
    ),
    "text-alt": error(
        "Das Bild „{text}“ hat im Text keine eigene und in seiner Beschreibungsdatei keine Bildbeschreibung.",
        "Ergänzen Sie „alt: …“ in der Datei zum Bild.",
    ),
}

FUNDING = {
    "funding-period": error(
        "funding: Ein Vorhaben der Förderperiode {period} trägt nicht das Programm {programme}.",
        "Prüfen Sie start, end und programme; die beiden Förderhinweise dürfen nie vermischt werden (Regel P21-2).",
    ),
    "funding-results": warning(
        "results: Das ESF-Vorhaben ist beendet, Ergebnisse sind nicht eingetragen.",
        "Tragen Sie belegte Ergebnisse ein; bis dahin steht auf der Seite, dass keine vorliegen (Regel P14-9).",
    ),
    "funding-aims": error(
        "aims: Ein ESF-Vorhaben muss seine Ziele nennen.",
        "Ergänzen Sie „aims:“ mit wenigstens einem Satz (Regel P14-9).",
    ),
}

LEGAL = {
    "legal-gap": warning(
        "Hier fehlt noch eine Angabe: {text}",
        "Ergänzen Sie sie, bevor die Website veröffentlicht wird; „build.py build --release“ lässt sie nicht durch.",
    ),
}

FINISHED = {
    "page-link": error(
        "Auf der Seite {page} führt der Verweis „{text}“ ins Leere.",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
    ),
    "page-anchor": error(
        "Auf der Seite {page} zeigt „{text}“ auf eine Stelle, die es nicht gibt.",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
    ),
    "page-id": error(
        "Auf der Seite {page} kommt die Marke „{text}“ zweimal vor.",
        "Geben Sie einer der beiden Überschriften einen anderen Wortlaut.",
    ),
    "page-heading": error(
        "Auf der Seite {page} springt die Überschrift „{text}“ um mehr als eine Stufe.",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
    ),
    "page-funding": error(
        "Der Seite {page} fehlt der Förderhinweis: {text}",
        "Jede Seite braucht Emblem, „Europäische Union“ und „Europäischer Sozialfonds“ (Regel P14-1).",
    ),
    "page-foreign": error(
        "Die Seite {page} lädt etwas von einem fremden Server: {text}",
        "Seiten dürfen nur Dateien der eigenen Website laden (§ 25 TDDDG).",
    ),
    "page-alt": error(
        "Auf der Seite {page} hat ein Bild kein alt-Attribut: {text}",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
    ),
    "page-inline": error(
        "Die Seite {page} enthält eingebetteten Stil oder Code: {text}",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
    ),
}

CATALOGUE: dict[str, Entry] = {
    **FILES,
    **FRONT,
    **FIELDS,
    **RELATIONS,
    **TEXT,
    **FUNDING,
    **LEGAL,
    **FINISHED,
}
