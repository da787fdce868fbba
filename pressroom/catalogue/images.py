"""Messages about pictures: their files, and the rights of those who made them and those they show."""

from pressroom.catalogue.entry import error, warning

PICTURES = {
    "picture-missing": error(
        "Das Bild „{text}“ gibt es nicht.",
        "Legen Sie die Bilddatei in content/media/ ab und verweisen Sie darauf, zum Beispiel ../media/name.jpg.{hint}",
    ),
    "picture-undescribed": error(
        "Zum Bild „{text}“ fehlt die Datei {wanted} mit Bildbeschreibung und Urheber.",
        "Legen Sie sie neben das Bild, mit den Zeilen alt: …, author: …, licence: …, people: no.",
        rule="URHG-13",
    ),
    "picture-broken": error(
        "Das Bild kann nicht verwendet werden: {reason}",
        "{cure}",
    ),
    "picture-moving": warning(
        "Das Bild bewegt sich; gezeigt wird nur sein erstes Einzelbild.",
        "Genügt das nicht, beschreiben Sie die Bewegung im Text, oder wählen Sie ein Foto.",
    ),
    "picture-reduced": warning(
        "Aus der SVG-Zeichnung wurde weggelassen, was nicht nur zeichnet: {text}.",
        "Sehen Sie nach, ob sie noch stimmt. Wenn nicht, speichern Sie sie als PNG.",
    ),
    "picture-consent": error(
        "Auf dem Bild sind Menschen zu erkennen, aber es liegt keine gültige Einwilligung vor: {reason}",
        "Tragen Sie unter „consent:“ ein, wann sie gegeben wurde (given), bis wann sie gilt (until) und wo das "
        "Schreiben liegt (reference). Gibt es keine, entfernt „build.py withdraw {name}“ das Bild.",
        rule="KUG-22",
    ),
    "picture-guardians": error(
        "Auf dem Bild sind Kinder zu erkennen, aber es liegt keine gültige Einwilligung der Sorgeberechtigten vor: "
        "{reason}",
        "Tragen Sie unter „consent:“ die Gruppe „guardians:“ ein: wann sie eingewilligt haben (given) und wo das "
        "Schreiben liegt (reference). Gibt es keine, entfernt „build.py withdraw {name}“ das Bild.",
        rule="DSGVO-8",
    ),
    "picture-clash": error(
        "children: yes und people: no widersprechen sich.",
        "Sind Kinder zu erkennen, schreiben Sie auch „people: yes“.",
        rule="KUG-22",
    ),
    "picture-children": warning(
        "Es ist nicht angegeben, ob unter den Menschen auf dem Bild Kinder oder Jugendliche zu erkennen sind.",
        "Ergänzen Sie „children: no“, oder „children: yes“ und unter „consent:“ die Einwilligung der "
        "Sorgeberechtigten (guardians).",
        rule="DSGVO-8",
    ),
    "picture-proof": warning(
        "Es ist nicht angegeben, wo die Einwilligung liegt (consent.reference); dann lässt sie sich nicht nachweisen.",
        "Ergänzen Sie unter „consent:“ eine Zeile „reference: …“, ohne Namen, zum Beispiel Ordner Bildrechte, "
        "Blatt 12.",
        rule="DSGVO-7",
    ),
    "picture-licence": warning(
        "Es ist nicht angegeben, unter welchen Bedingungen das Bild gezeigt werden darf (licence).",
        "Ergänzen Sie eine Zeile „licence: …“, zum Beispiel {known}. Andere Worte sind erlaubt.",
        rule="URHG-13",
    ),
    "picture-returned": error(
        "Dieses Bild wurde am {day} zurückgezogen und darf nicht wieder erscheinen: {reason}",
        "Entfernen Sie es wieder: „build.py withdraw {name}“. Ist es ein anderes Bild, geben Sie ihm einen anderen "
        "Namen. Liegt eine neue Einwilligung vor, löschen Sie den Eintrag in {record}.",
        rule="DSGVO-17",
    ),
    "picture-withdrawn": error(
        "Das Bild „{text}“ wurde am {day} zurückgezogen.",
        "{cure}",
        rule="DSGVO-17",
    ),
    "withdrawn-form": error(
        "In diese Datei lässt sich kein Eintrag anfügen; nichts wurde gelöscht.",
        "Unter „withdrawn:“ beginnt jeder Eintrag mit zwei Leerzeichen und „- picture: …“. Stellen Sie das her, oder "
        "benennen Sie die Datei um: Dann legt der Befehl eine neue an.",
        rule="DSGVO-17",
    ),
    "picture-twice": error(
        "Es gibt schon ein Bild dieses Namens: {other}.",
        "Benennen Sie eines der beiden Bilder und seine Beschreibung um.",
    ),
    "picture-people": warning(
        "Es ist nicht angegeben, ob auf dem Bild Menschen zu erkennen sind.",
        "Ergänzen Sie „people: no“, oder „people: yes“ und die Einwilligung unter „consent:“.",
        rule="KUG-22",
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
