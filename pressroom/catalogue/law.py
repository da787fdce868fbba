"""The rules of law and of this house that findings stand on."""

from pressroom.catalogue.rule import Rule

_WCAG = "WCAG 2.2 über EN 301 549, BITV 2.0 und BfWebG"

RIGHTS = (
    Rule(
        "DDG-5",
        "Das Impressum nennt Anbieter, Anschrift, Vertretung und Kontakt und ist von jeder Seite zu erreichen.",
        "§ 5 DDG",
        "https://www.gesetze-im-internet.de/ddg/__5.html",
        kept="Was im Impressum mit [[fehlt: …]] gekennzeichnet ist oder in content/site.yaml unter `legal:` "
        "nicht steht, meldet `legal-gap`, und `build.py build --release` lehnt es ab. Dass jede Seite in der "
        "Fußzeile zum Impressum führt, prüft tests/test_real_content.py.",
    ),
    Rule(
        "MSTV-18",
        "Das Impressum nennt, wer für den Inhalt verantwortlich ist.",
        "§ 18 Abs. 2 MStV",
        kept="Solange der Name fehlt, meldet ihn `legal-gap`, und `build.py build --release` lehnt die "
        "Website ab (tests/test_real_content.py).",
    ),
    Rule(
        "DSGVO-13",
        "Wer Daten verarbeitet, sagt wozu, wie lange und an wen man sich wendet.",
        "Art. 13 DSGVO",
        confirmed=False,
    ),
    Rule(
        "DSGVO-7",
        "Wer sich auf eine Einwilligung stützt, kann sie nachweisen; sie lässt sich jederzeit widerrufen.",
        "Art. 7 DSGVO",
        confirmed=False,
    ),
    Rule("DSGVO-8", "Für Kinder willigen die Sorgeberechtigten ein.", "Art. 8 DSGVO", confirmed=False),
    Rule(
        "DSGVO-17",
        "Was nicht mehr gezeigt werden darf, wird gelöscht und bleibt es.",
        "Art. 17 DSGVO",
        confirmed=False,
    ),
    Rule(
        "DSGVO-25",
        "Dateien verraten nicht mehr als nötig: keine Aufnahmeorte, keine Kameradaten.",
        "Art. 25 DSGVO",
        confirmed=False,
        kept="Jedes Bild wird neu geschrieben und nimmt keine Angaben der Kamera mit; geprüft an den Bytes "
        "aller Formate (tests/test_images_bytes.py).",
    ),
    Rule(
        "TDDDG-25",
        "Auf dem Gerät der Besucher wird nichts gespeichert oder ausgelesen, von fremden Servern nichts geladen.",
        "§ 25 TDDDG",
        confirmed=False,
    ),
    Rule("KUG-22", "Bilder von Menschen erscheinen nur mit deren Einwilligung.", "§§ 22, 23 KUG"),
    Rule("URHG-13", "Zu jedem Bild sind Urheber und Bedingungen genannt.", "§ 13 UrhG", confirmed=False),
    Rule(
        "BFWEBG-1",
        "Öffentliche Stellen in Sachsen halten ihre Websites barrierefrei und erklären, wie weit sie sind.",
        "BfWebG, BITV 2.0, Durchführungsbeschluss (EU) 2018/1523",
        "https://umwelt-online.de/recht/arbeitss/arbeitsrecht/laender/sa/bfwebg.htm",
    ),
    Rule(
        "CSP-1",
        "Seiten enthalten weder Stil noch Code; eine strenge Content Security Policy gilt überall.",
        "Regel dieses Projekts, Content Security Policy Level 3",
        "https://www.w3.org/TR/CSP3/",
    ),
)

ACCESS = tuple(
    Rule(f"WCAG-{criterion}", demand, f"{_WCAG}, {criterion}", f"https://www.w3.org/TR/WCAG22/#{mark}")
    for criterion, mark, demand in (
        ("1.1.1", "non-text-content", "Jedes Bild sagt in Worten, was es zeigt, oder ist ausdrücklich Schmuck."),
        (
            "1.3.1",
            "info-and-relationships",
            "Überschriften, Listen, Tabellen und Beschriftungen sind als solche ausgezeichnet; keine Stufe fehlt.",
        ),
        ("1.4.3", "contrast-minimum", "Text hebt sich vom Grund mit mindestens 4,5 : 1 ab, großer mit 3 : 1."),
        ("1.4.11", "non-text-contrast", "Bedienelemente und Zeichen heben sich mit mindestens 3 : 1 ab."),
        ("2.4.1", "bypass-blocks", "An dem, was auf jeder Seite steht, kommt man mit der Tastatur vorbei."),
        ("2.4.2", "page-titled", "Jede Seite hat einen eigenen Titel, der sagt, worum es geht."),
        ("2.4.4", "link-purpose-in-context", "Der Text eines Verweises sagt, wohin er führt."),
        ("2.4.6", "headings-and-labels", "Überschriften und Beschriftungen sagen, worum es geht."),
        ("2.5.8", "target-size-minimum", "Was man antippt, ist mindestens 24 mal 24 Pixel groß."),
        ("3.1.1", "language-of-page", "Jede Seite nennt ihre Sprache."),
        ("3.1.2", "language-of-parts", "Wörter in anderer Sprache sind ausgezeichnet."),
        ("3.3.2", "labels-or-instructions", "Jedes Eingabefeld hat eine Beschriftung."),
        ("4.1.2", "name-role-value", "Was man bedient, hat einen Namen; keine Marke kommt zweimal vor."),
    )
)

HOUSE = (
    Rule("HAUS-1", "Dateien sind lesbarer Text in UTF-8 und liegen, wo sie hingehören.", "docs/handbuch.md"),
    Rule("HAUS-2", "Der Kopf einer Datei hat die Form „name: Wert“.", "docs/handbuch.md"),
    Rule("HAUS-3", "Felder heißen und enthalten, was docs/felder.md sagt.", "docs/felder.md"),
    Rule("HAUS-4", "Wiederkehrende Termine sind eindeutig.", "docs/handbuch.md"),
    Rule("HAUS-5", "Was ein Beitrag nennt, gibt es.", "docs/handbuch.md"),
    Rule("HAUS-6", "Texte sind Markdown und zeigen nichts, was niemand schreiben wollte.", "docs/handbuch.md"),
    Rule("HAUS-7", "Jeder Verweis führt irgendwohin, auch nach einer Umbenennung.", "docs/handbuch.md"),
    Rule("HAUS-8", "Eine Ausnahme nennt Grund und Tag und wird gebraucht.", "docs/handbuch.md"),
    Rule(
        "HAUS-9",
        "Was noch fehlt, ist als Lücke gekennzeichnet und wird vor der Veröffentlichung ergänzt.",
        "docs/handbuch.md",
    ),
    Rule(
        "HAUS-10",
        "Eine Übersetzung enthält nur Wörter und sagt, aus welchem Stand sie gemacht ist.",
        "docs/handbuch.md",
    ),
    Rule(
        "HAUS-11",
        "Texte sind so geschrieben, dass man sie beim ersten Lesen versteht.",
        "docs/handbuch.md",
        kept="Gemessen wird nur als Hilfe beim Schreiben: Kein Wert hält einen Bau auf, und keiner steht auf einer "
        "Seite. Die erste Wiener Sachtextformel (R. Bamberger, E. Vanecek 1984) und LIX (C.-H. Björnsson 1968) zählen "
        "Wörter und Silben; ob ein Text richtig und freundlich ist, wissen sie nicht. Die Grenzen stehen in "
        "content/site.yaml unter `legibility:`.",
    ),
    Rule(
        "HAUS-12",
        "Was ausgedruckt wird, ist lesbar, wo es hängt; nichts ist abgeschnitten.",
        "docs/handbuch.md",
    ),
)
