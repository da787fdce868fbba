"""Messages about addresses of others; „build.py links“ says them, no build does."""

from pressroom.catalogue.entry import error, warning

OUTBOUND = {
    "outbound-gone": error(
        "Die Seite „{text}“ gibt es nicht mehr (Antwort {status}).",
        "Suchen Sie die neue Adresse. Gibt es keine, nehmen Sie den Verweis heraus; bei einer Quelle bleiben Titel "
        "und Datum stehen.",
    ),
    "outbound-moved": warning(
        "Die Seite „{text}“ ist dauerhaft umgezogen, nach {target}",
        "Sehen Sie nach, ob dort noch dasselbe steht, und tragen Sie die neue Adresse ein.",
    ),
    "outbound-certificate": warning(
        "Das Zertifikat der Seite „{text}“ hält nicht: {reason}. Leser werden von ihrem Browser gewarnt.",
        "Sagen Sie es dem Betreiber, oder nennen Sie eine andere Adresse.",
    ),
    "outbound-unknown": warning(
        "Die Seite „{text}“ ist nicht prüfbar: {reason}.",
        "Sehen Sie selbst im Browser nach. Steht sie dort, ist nichts zu tun.",
    ),
}
