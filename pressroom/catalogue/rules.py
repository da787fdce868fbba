"""Messages about texts, law, and the finished pages."""

from pressroom.catalogue.entry import error, warning

TEXT = {
    "html-removed": warning(
        "Dieses HTML ist nicht erlaubt und wurde weggelassen: {text}",
        "Schreiben Sie Markdown. Erlaubtes HTML nennt docs/handbuch.md.",
    ),
    "text-nested": error(
        "Der Text ist zu tief verschachtelt: „{text}“.",
        "Entfernen Sie überzählige Zeichen wie >, [ oder * am Anfang der Zeile.",
    ),
    "text-link": error(
        "„{text}“ sieht aus wie ein Verweis, wird aber keiner.",
        "Schreiben Sie [Wörter](Adresse): eckige Klammern zuerst, runde gleich dahinter, ohne Leerzeichen. "
        "Zu einer Fußnote [^1] gehört weiter unten eine Zeile „[^1]: …“.",
    ),
    "text-comment": error(
        "Die Anmerkung „<!--“ hat kein Ende; sie würde als Text gezeigt.",
        "Schreiben Sie an ihr Ende „-->“, oder löschen Sie „<!--“.",
    ),
    "text-lang": error(
        "„{text}“ ist kein Sprachkürzel.",
        "Schreiben Sie zum Beispiel [Strowotna studnja]{{lang=hsb}} für Sorbisch oder {{lang=en}} für Englisch.",
        rule="WCAG-3.1.2",
    ),
}

WAIVERS = {
    "waiver-unknown": error(
        "waivers: Einen Hinweis „{text}“ gibt es nicht.",
        "Schreiben Sie hinter „code:“ das Wort, das im Hinweis in eckigen Klammern vorn steht. Alle nennt "
        "docs/regeln.md.{hint}",
    ),
    "waiver-error": error(
        "waivers: „{text}“ ist ein Fehler; davon gibt es keine Ausnahme.",
        "Beheben Sie den Fehler und nehmen Sie die Ausnahme heraus. Ausnahmen gelten nur für Hinweise.",
    ),
    "waiver-idle": warning(
        "waivers: Die Ausnahme „{text}“ wird nicht gebraucht; den Hinweis gibt es in dieser Datei nicht mehr.",
        "Löschen Sie ihre Zeilen.",
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
        "Steht er in Ihrem Text, berichtigen Sie die Adresse; besser noch verweisen Sie auf die Datei in content/. "
        "Sonst ist es ein Fehler in einer Vorlage: Bitte melden Sie ihn.",
    ),
    "page-anchor": error(
        "Auf der Seite {page} zeigt „{text}“ auf eine Stelle, die es nicht gibt.",
        "Steht er in Ihrem Text, berichtigen Sie die Adresse; besser noch verweisen Sie auf die Datei in content/. "
        "Sonst ist es ein Fehler in einer Vorlage: Bitte melden Sie ihn.",
    ),
    "page-chain": error(
        "Die Weiterleitung {page} führt nach „{text}“, und das ist selbst nur eine Weiterleitung.",
        "Das ist ein Fehler im Programm, nicht in Ihrem Text. Bitte melden Sie ihn.",
    ),
    "page-foreign": error(
        "Die Seite {page} lädt etwas von einem fremden Server: {text}",
        "Seiten dürfen nur Dateien der eigenen Website laden.",
        rule="TDDDG-25",
    ),
    "page-inline": error(
        "Die Seite {page} enthält eingebetteten Stil oder Code: {text}",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
        rule="CSP-1",
    ),
}
