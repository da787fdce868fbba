"""Messages about barriers: in texts, in descriptions of pictures, on finished pages, in colours, in the statement."""

from pressroom.catalogue.entry import error, warning

BARRIERS = {
    "heading-empty": error(
        "Hier steht eine Überschrift ohne Worte.",
        "Schreiben Sie hinter die Rauten, worum es geht, oder löschen Sie die Zeile.",
        rule="WCAG-2.4.6",
    ),
    "heading-first": warning(
        "„{text}“ ist mit einer einzelnen Raute geschrieben; die gehört dem Titel der Seite.",
        "Beginnen Sie Überschriften im Text mit zwei Rauten: ## Überschrift.",
        rule="WCAG-1.3.1",
    ),
    "heading-jump": warning(
        "Vor „{text}“ fehlt eine Stufe der Überschriften.",
        "Unter ## steht ###, unter ### steht ####. Setzen Sie eine Raute weniger.",
        rule="WCAG-1.3.1",
    ),
    "heading-twice": warning(
        "Die Überschrift „{text}“ steht zweimal im selben Abschnitt.",
        "Geben Sie einer der beiden einen anderen Wortlaut; wer danach sucht, kann sie nicht unterscheiden.",
        rule="WCAG-2.4.6",
    ),
    "heading-bold": warning(
        "„{text}“ steht fett in einer eigenen Zeile und sieht aus wie eine Überschrift.",
        "Ist es eine, schreiben Sie ## davor, statt Sternchen darum. Nur solche findet, wer mit den Ohren liest.",
        rule="WCAG-1.3.1",
    ),
    "link-vague": warning(
        "Der Verweis „{text}“ sagt nicht, wohin er führt.",
        "Verweisen Sie mit den Wörtern, die das Ziel nennen: [Programm der Woche](…) statt [hier](…).",
        rule="WCAG-2.4.4",
    ),
    "link-bare": warning(
        "Statt Wörtern steht eine Adresse als Verweis: {text}",
        "Schreiben Sie, was dort zu finden ist: [Wörter](Adresse). Vorgelesen dauert eine Adresse lange.",
        rule="WCAG-2.4.4",
    ),
    "link-alike": warning(
        "Der Verweis „{text}“ führt woandershin als der gleichlautende kurz davor.",
        "Ergänzen Sie einen der beiden um das, was die Ziele unterscheidet.",
        rule="WCAG-2.4.4",
    ),
    "alt-name": warning(
        "Die Bildbeschreibung „{text}“ ist der Name einer Datei.",
        "Schreiben Sie in einem Satz, was auf dem Bild zu sehen ist.",
        rule="WCAG-1.1.1",
    ),
    "alt-opening": warning(
        "Die Bildbeschreibung „{text}“ beginnt damit, dass es ein Bild ist. Das sagt schon jedes Vorleseprogramm.",
        "Beginnen Sie mit dem, was zu sehen ist: „Kinder tragen …“.",
        rule="WCAG-1.1.1",
    ),
    "table-head": warning(
        "Dieser Tabelle fehlen die Überschriften der Spalten.",
        "Schreiben Sie in die erste Zeile, was in jeder Spalte steht.",
        rule="WCAG-1.3.1",
    ),
    "table-cell": warning(
        "Die Kopfzeile der Tabelle hat eine leere Zelle: {text}",
        "Schreiben Sie auch dort, was in der Spalte steht, zum Beispiel „Angebot“ oder „Tag“.",
        rule="WCAG-1.3.1",
    ),
    "text-capitals": warning(
        "Hier steht ein Satz nur in Großbuchstaben: „{text}“.",
        "Schreiben Sie normal, und heben Sie mit **Sternchen** hervor. Manche Vorleseprogramme buchstabieren sonst.",
        rule="WCAG-1.3.1",
    ),
    "text-bullets": warning(
        "Diese Liste ist von Hand getippt: „{text}“.",
        "Beginnen Sie jeden Punkt mit „- “; dann ist es für alle eine Liste.",
        rule="WCAG-1.3.1",
    ),
    "text-emoji": warning(
        "Hier stehen mehrere Bildzeichen hintereinander: {text}",
        "Ein Vorleseprogramm spricht jedes einzeln. Lassen Sie höchstens eines stehen; sagen Sie das Übrige in Worten.",
        rule="WCAG-1.1.1",
    ),
    "lang-script": warning(
        "„{text}“ steht in einer anderen Schrift und trägt kein Sprachkürzel.",
        "Schreiben Sie [Wörter]{{lang=uk}} für Ukrainisch, {{lang=ru}} für Russisch, {{lang=ar}} für Arabisch.",
        rule="WCAG-3.1.2",
    ),
    "lang-sorbian": warning(
        "„{text}“ ist Sorbisch und nicht so gekennzeichnet.",
        "Schreiben Sie [{text}]{{lang=hsb}}; dann wird es richtig gesprochen.",
        rule="WCAG-3.1.2",
    ),
}

_TEMPLATE = (
    "Steht die Zeile in einer Vorlage, melden Sie es bitte den Betreuern; steht sie in Ihrem Text, ändern Sie sie."
)

PAGES = {
    "page-id": error(
        "Auf der Seite {page} kommt die Marke „{text}“ zweimal vor.",
        "Geben Sie einer der beiden Überschriften einen anderen Wortlaut.",
        rule="WCAG-4.1.2",
    ),
    "page-first": error(
        "Die Seite {page} hat {text} Überschriften der ersten Stufe; eine muss es sein.",
        _TEMPLATE,
        rule="WCAG-1.3.1",
    ),
    "page-heading": error(
        "Auf der Seite {page} springt die Überschrift „{text}“ um mehr als eine Stufe.",
        _TEMPLATE,
        rule="WCAG-1.3.1",
    ),
    "page-alt": error(
        "Auf der Seite {page} hat ein Bild kein alt-Attribut: {text}",
        _TEMPLATE,
        rule="WCAG-1.1.1",
    ),
    "page-wordless": error(
        "Auf der Seite {page} steht etwas ohne Worte, was man ansteuern kann: {text}",
        _TEMPLATE,
        rule="WCAG-2.4.4",
    ),
    "page-scope": error(
        "Auf der Seite {page} sagt eine Kopfzelle nicht, ob sie für Zeile oder Spalte gilt: {text}",
        _TEMPLATE,
        rule="WCAG-1.3.1",
    ),
    "page-table": error(
        "Auf der Seite {page} steht eine Tabelle ohne Kopfzellen.",
        _TEMPLATE,
        rule="WCAG-1.3.1",
    ),
    "page-label": error(
        "Auf der Seite {page} hat ein Feld keine Beschriftung: {text}",
        _TEMPLATE,
        rule="WCAG-3.3.2",
    ),
    "page-ref": error(
        "Auf der Seite {page} verweist ein Attribut auf die Marke „{text}“, die es dort nicht gibt.",
        _TEMPLATE,
        rule="WCAG-4.1.2",
    ),
    "page-lang": error(
        "Auf der Seite {page} ist „{text}“ keine Angabe einer Sprache.",
        _TEMPLATE,
        rule="WCAG-3.1.1",
    ),
    "page-main": error(
        "Die Seite {page} hat {text} Hauptteile (main); einer muss es sein.",
        _TEMPLATE,
        rule="WCAG-2.4.1",
    ),
    "page-skip": error(
        "Auf der Seite {page} führt kein Verweis am Menü vorbei zum Inhalt.",
        _TEMPLATE,
        rule="WCAG-2.4.1",
    ),
    "page-untitled": error(
        "Der Seite {page} fehlt der Titel.",
        _TEMPLATE,
        rule="WCAG-2.4.2",
    ),
    "title-twice": warning(
        "Die Seite {page} hat denselben Titel wie {other}: „{text}“.",
        "Ergänzen Sie, was sie unterscheidet, zum Beispiel das Jahr oder den Ort.",
        rule="WCAG-2.4.2",
    ),
}

COLOURS = {
    "contrast-text": error(
        "{text} auf {ground}: Kontrast {found} : 1 statt mindestens {least} : 1 (Anzeige: {scheme}).",
        "Machen Sie eine der beiden Farben dunkler oder heller.",
        rule="WCAG-1.4.3",
    ),
    "contrast-part": error(
        "{text} auf {ground}: Kontrast {found} : 1 statt mindestens {least} : 1 (Anzeige: {scheme}).",
        "Machen Sie eine der beiden Farben dunkler oder heller.",
        rule="WCAG-1.4.11",
    ),
    "contrast-undeclared": error(
        "Von der Farbe {text} ist nicht gesagt, worauf sie steht.",
        "Tragen Sie sie in {table} ein.",
        rule="WCAG-1.4.3",
    ),
    "contrast-unknown": error(
        "Eine Farbe --{text} gibt es nicht.",
        "Die Farben stehen in assets/css/tokens.css.",
        rule="WCAG-1.4.3",
    ),
    "contrast-table": error(
        "Diese Zeile ist nicht zu verstehen: {text}",
        "Eine Zeile nennt text, part oder ornament, dann eine Farbe, dann ihre Gründe.",
        rule="WCAG-1.4.3",
    ),
    "target-small": error(
        "--target ist {text}; was man antippt, braucht mindestens {least} Pixel.",
        "Nehmen Sie wenigstens 1.5rem; gut sind 2.75rem.",
        rule="WCAG-2.5.8",
    ),
}

STATEMENT = {
    "statement-claim": error(
        "accessibility.result: „{text}“ ist behauptet, aber niemand hat bewertet.",
        "Tragen Sie assessed (Tag), method und assessor ein, oder löschen Sie result.",
    ),
    "statement-flaws": error(
        "accessibility.result: „full“ ist behauptet, aber es sind Verstöße oder Barrieren eingetragen.",
        "Schreiben Sie partial, oder beheben Sie, was unter measured und barriers steht.",
    ),
    "statement-old": warning(
        "Die Erklärung zur Barrierefreiheit wurde seit einem Jahr nicht überprüft (zuletzt {day}).",
        "Prüfen Sie die Website neu, und tragen Sie den Tag unter accessibility.reviewed ein.",
    ),
}
