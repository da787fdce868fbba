"""Messages about events that come back, and about what became of single days."""

from pressroom.catalogue.entry import error

SERIES = {
    "field-conflict": error(
        "{field}: Diese Angabe geht nicht zusammen mit „{other}“.",
        "{cure}",
    ),
    "status-start": error(
        "new_start: Ein neuer Beginn steht nur bei einem einzelnen Termin mit „status: postponed“.",
        "{cure}",
    ),
    "repeat-empty": error(
        "{field}: Es fehlt, wie oft der Termin wiederkommt.",
        "Ergänzen Sie, zwei Leerzeichen eingerückt, eine Zeile „every: week“. Möglich sind day, week, month, year.",
    ),
    "repeat-alone": error(
        "{field}: Das gibt es nur bei einem Termin, der wiederkommt; hier fehlt „repeat:“.",
        "Schreiben Sie „repeat:“ und darunter eingerückt zum Beispiel „every: week“. "
        "Ein einzelner Termin braucht "
        "nur start und status.",
    ),
    "repeat-rule": error(
        "{field}: „{text}“ ist keine gültige Regel. {reason}",
        "Richtig ist zum Beispiel FREQ=MONTHLY;BYDAY=2TU. Einfacher geht es mit every und on.",
    ),
    "repeat-on": error(
        "{field}: „{text}“ passt nicht zu „every: {every}“.",
        "{cure}",
    ),
    "repeat-start": error(
        "{field}: Von „{text}“ aus lässt sich nicht weiterzählen; zu einer Serie gehört ein genauer Tag.",
        "Schreiben Sie den Tag: 2027-01-12 18:00, oder 2027-01-12, wenn die Uhrzeit nicht bekannt ist.",
    ),
    "repeat-first": error(
        "start: Am {day}, ist kein Tag der Serie.",
        "Schreiben Sie den ersten Tag, an dem es wirklich stattfindet; der nächste wäre {next}. "
        "Oder prüfen Sie, was unter repeat steht.",
    ),
    "repeat-never": error(
        "{field}: Nach dieser Regel findet der Termin an keinem einzigen Tag statt.",
        "Prüfen Sie Wochentag, Monat und Ende. Einen 31. Februar gibt es zum Beispiel nicht.",
    ),
    "repeat-short": error(
        "{field}: Den {day}. gibt es nicht {where}; dort fiele der Termin stillschweigend aus.",
        "{cure}",
    ),
    "repeat-many": error(
        "{field}: Das wären {count} Termine; mehr als {most} in einer Serie sind wohl ein Versehen.",
        "Prüfen Sie das Ende. Soll die Serie ohne Ende weiterlaufen, lassen Sie until weg.",
    ),
    "repeat-school": error(
        "{field}: In content/site.yaml stehen keine Schulferien, die ausgelassen werden könnten.",
        "Tragen Sie sie dort unter „school_holidays:“ ein, je mit title, start, end, oder nehmen Sie die Zeile heraus.",
    ),
    "repeat-day": error(
        "{field}: Am {day}, hat die Serie keinen Termin.",
        "Am nächsten liegen: {near}. Einen zusätzlichen Tag nennen Sie unter „extra:“.",
    ),
    "repeat-twice": error(
        "{field}: Zu diesem Tag ({day}) steht schon etwas in Zeile {line}.",
        "Behalten Sie eine der beiden Angaben. "
        "Ein Tag fällt aus (except), wird verlegt (moved) oder ist zusätzlich (extra).",
    ),
    "repeat-same": error(
        "{field}: Der Termin am {day}, würde auf sich selbst verlegt.",
        "Nennen Sie mit to einen anderen Tag oder eine andere Uhrzeit, oder mit place einen anderen Ort.",
    ),
    "repeat-taken": error(
        "{field}: Am {day}, hat die Serie schon einen Termin.",
        "{cure}",
    ),
    "repeat-early": error(
        "{field}: Der {day}, liegt vor dem ersten Tag der Serie.",
        "Eine Serie beginnt mit start. Legen Sie für den Tag davor einen eigenen Termin an.",
    ),
}
