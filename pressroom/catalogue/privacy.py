"""Messages about what leaves the site, what is kept on a reader's device, and what is embedded."""

from pressroom.catalogue.entry import error, warning

PRIVACY = {
    "source-foreign": error(
        "Hier würde von einem fremden Server geladen oder an ihn gesendet: {text}",
        "Legen Sie die Datei in diese Website, oder führen Sie mit einem gewöhnlichen Link hin.",
        rule="TDDDG-25",
    ),
    "source-device": error(
        "Hier würde auf dem Gerät der Besucher etwas gespeichert oder ausgelesen: {text}",
        "Nehmen Sie es heraus. Die Seiten müssen ohne Einwilligung auskommen.",
        rule="TDDDG-25",
    ),
    "source-sends": error(
        "Hier würde im Hintergrund etwas gesendet: {text}",
        "Nehmen Sie es heraus. Die Datenschutzseite sagt zu, dass die Programme nichts senden.",
        rule="TDDDG-25",
    ),
    "source-form": error(
        "Dieses Formular würde Angaben wegsenden: {text}",
        "Führen Sie mit einem gewöhnlichen Link hin, oder nennen Sie Telefon und E-Mail.",
        rule="TDDDG-25",
    ),
    "source-inline": error(
        "Hier steht Stil oder Code in der Seite selbst: {text}",
        "Stil gehört nach assets/css/, Code nach assets/js/; der Browser verweigert ihn in der Seite.",
        rule="CSP-1",
    ),
    "source-unsafe": error(
        "Hier würde Text als Code oder HTML ausgeführt: {text}",
        "Setzen Sie Text mit textContent, und legen Sie Elemente mit createElement an.",
        rule="CSP-1",
    ),
    "source-embed": error(
        "Dieses Element zeigt keine Seite dieser Website: {text}",
        "Die Sicherheitsrichtlinie (pressroom/hosting.py) erlaubt weder Rahmen noch Video noch Objekte. Setzen Sie "
        "einen Link.",
        rule="CSP-1",
    ),
    "page-form": error(
        "Die Seite {page} enthält ein Formular, das an eine andere Adresse sendet: {text}",
        "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn.",
        rule="TDDDG-25",
    ),
    "page-policy": error(
        "Auf der Seite {page} steht nicht die eine Sicherheitsrichtlinie: {text}",
        'Jede Seite beginnt mit <meta http-equiv="Content-Security-Policy"> und <meta name="referrer"> gleich nach dem '
        "Zeichensatz; der Wortlaut steht allein in pressroom/hosting.py.",
        rule="CSP-1",
    ),
    "text-embed": warning(
        "Eingebettetes wird hier zu einem Link: {text}",
        "So erfährt kein anderer Anbieter von Ihren Lesern, bevor sie selbst hingehen. Schreiben Sie besser gleich "
        "[Wörter](Adresse), dann bestimmen Sie die Wörter.",
        rule="TDDDG-25",
    ),
    "privacy-claim": warning(
        "Die Datenschutzseite sagt „{text}“; diese Website tut das aber nicht.",
        "Löschen Sie den Satz. Was die Website wirklich tut, schreibt das Programm selbst auf die Seite. Meint der "
        "Satz etwas anderes, sagen Sie es mit einer Ausnahme (waivers).",
        rule="DSGVO-13",
    ),
}
