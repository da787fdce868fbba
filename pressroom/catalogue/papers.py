"""Messages about sheets of paper."""

from pressroom.catalogue.entry import error, warning

PAPERS = {
    "paper-long": warning(
        "Auf dem Blatt ist zu wenig Platz für „{text}“; die Schrift ist kleiner, als man von Weitem lesen kann.",
        "Kürzen Sie hier oder, auf dem Plakat eines Termins, die Angaben zu Kosten, Anmeldung und so weiter. "
        "Abgeschnitten ist nichts.",
    ),
    "paper-pages": warning(
        "Das Blatt {page} hat mehr Seiten, als es haben soll.",
        "Kürzen Sie die Angaben, die darauf stehen. Abgeschnitten ist nichts.",
    ),
    "paper-sign": warning(
        "Das Zeichen „{text}“ hat keine der Schriften; auf dem Blatt {page} fehlt es.",
        "Auf der Seite bleibt es. Sagt es etwas, das auch auf Papier stehen soll, schreiben Sie es in Worten.",
    ),
    "paper-full": warning(
        "Auf dem Blatt {page} ist zu wenig Platz für alles; die Schrift ist kleiner, als man gut lesen kann.",
        "Drucken Sie dieses Blatt eine Größe größer, das Programm also auf A3, oder kürzen Sie Überschriften, "
        "Kurzfassungen und Angaben der Termine dieses Monats. Weggelassen oder abgeschnitten ist nichts.",
    ),
    "paper-unset": error(
        "Das Blatt {page} lässt sich nicht setzen: {text}",
        "Nehmen Sie Zeichen heraus, die in Überschrift, Kurzfassung oder Angaben ungewöhnlich sind, etwa Bildzeichen. "
        "Bleibt der Fehler, melden Sie ihn bitte; mit „--no-print“ entsteht die Website ohne Blätter.",
    ),
}
