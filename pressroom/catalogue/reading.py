"""Messages about files, front matter and YAML."""

from pressroom.catalogue.entry import error, warning

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
    "file-foreign": error(
        "Das ist {what} und keine Textdatei.",
        "Öffnen Sie sie im zugehörigen Programm, kopieren Sie den Text und fügen Sie ihn in eine Datei ein, die "
        "„build.py new“ angelegt hat.",
    ),
    "file-binary": error(
        "Die Datei enthält unsichtbare Steuerzeichen (Zeichen {sign}) und ist vielleicht keine Textdatei.",
        "Legen Sie die Datei neu an und fügen Sie den Text als reinen Text ein (Strg+Umschalt+V).",
    ),
    "file-garbled": warning(
        "Umlaute sind hier verstümmelt: „{text}“.",
        "Die Datei wurde einmal mit falscher Codierung geöffnet und gespeichert. Tippen Sie die Umlaute neu.",
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
        "Benennen Sie die Datei mit Buchstaben, Ziffern und Bindestrichen, ohne weiteren Punkt, zum Beispiel "
        "2021-07-14-muellsammelaktion.md.",
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
        "{key}: Die Anführungszeichen passen nicht zusammen, oder es steht ein \\ darin: „{text}“.",
        "Schreiben Sie: {fixed}",
    ),
    "yaml-bracket": error(
        "{key}: Die Klammer ist nicht geschlossen: „{text}“.",
        "Schreiben Sie: {fixed}",
    ),
    "yaml-line": error(
        "Diese Zeile ist keine Angabe: „{text}“.",
        "Angaben haben die Form „name: Wert“. Gehört die Zeile noch zum Wert darüber, schreiben Sie beides in eine "
        "Zeile. Ist sie schon der Text, gehört eine Zeile „---“ davor.",
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
        "Schreiben Sie den Wert aus. Soll er wirklich mit & oder * beginnen, setzen Sie ihn in Anführungszeichen.",
    ),
    "yaml-document": error(
        "Hier beginnt ein zweiter Kopf (noch eine Zeile „---“).",
        "Legen Sie für den zweiten Beitrag eine eigene Datei an. Jede Datei beschreibt genau eine Sache.",
    ),
}
