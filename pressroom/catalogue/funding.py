"""Messages about those who pay: the fields of projects, the notice in the settings, the finished pages."""

from pressroom.catalogue.entry import error, warning

_TEMPLATE = "Das ist ein Fehler in einer Vorlage, nicht in Ihrem Text. Bitte melden Sie ihn."
_RESULTS = "Tragen Sie belegte Ergebnisse ein; bis dahin steht auf der Seite, dass keine vorliegen."
_RESULTS_OPEN = "results: Das ESF-Vorhaben ist beendet, Ergebnisse sind nicht eingetragen."
_AIMS = "Ergänzen Sie „aims:“ mit wenigstens einem Satz."
_AIMS_OPEN = "aims: Ein ESF-Vorhaben muss seine Ziele nennen."
_GAP = "Ergänzen Sie „{field}: …“, sobald es belegt ist. Bis dahin lässt die Seite es weg."
_GAP_OPEN = "{field} fehlt ({title}); zu einem ESF-Vorhaben gehört diese Angabe."

FUNDING = {
    "funding-period": error(
        "funding: Ein Vorhaben der Förderperiode {period} trägt nicht das Programm {programme}.",
        "Prüfen Sie start, end und programme; die beiden Förderhinweise dürfen nie vermischt werden.",
        rule="P21-2",
    ),
    "funding-results": warning(_RESULTS_OPEN, _RESULTS, rule="P14-9"),
    "plus-results": warning(_RESULTS_OPEN, _RESULTS, rule="P21-6"),
    "funding-aims": error(_AIMS_OPEN, _AIMS, rule="P14-9"),
    "plus-aims": error(_AIMS_OPEN, _AIMS, rule="P21-6"),
    "funding-gap": warning(_GAP_OPEN, _GAP, rule="P14-9"),
    "plus-gap": warning(_GAP_OPEN, _GAP, rule="P21-10"),
    "funding-other": error(
        "funders: „{text}“ ist der Europäische Sozialfonds oder die Union, das Programm ist aber „{programme}“.",
        "Zahlt der ESF, tragen Sie programme: esf-2014-2020 oder esf-plus-2021-2027 ein. Zahlt ein anderer Fonds der "
        "Union, nennen Sie ihn mit Namen. Sonst entfernen Sie die Zeile.",
        rule="P-1",
    ),
    "funding-funder": error(
        "funders: Das Programm ist {programme}, aber niemand steht als „Europäische Union“ da.",
        "Schreiben Sie „Europäische Union – {fund}“; „EU“ allein genügt nicht.",
        rule="P14-5",
    ),
    "funding-mixed": error(
        "funders: „{text}“ gehört nicht zum Programm {programme}.",
        "Der Fonds heißt dort „{fund}“. Prüfen Sie programme und funders; die beiden Förderhinweise dürfen nie "
        "vermischt werden.",
        rule="P21-2",
    ),
    "funding-none": error(
        "funding: Das Programm ist „none“ (keine Förderung), aber {field} ist angegeben.",
        "Schreiben Sie programme: other, oder entfernen Sie die Angabe.",
        rule="P-1",
    ),
    "funding-rate": error(
        "funding.cofinancing_rate: „{text}“ kann nicht stimmen: {reason}",
        "Prüfen Sie die Zahl im Zuwendungsbescheid. Unbekannt: die Zeile weglassen.",
        rule="P21-10",
    ),
    "funding-zero": error(
        "funding.{field}: Kein Vorhaben kostet 0 Euro.",
        "Ist der Betrag unbekannt, lassen Sie die Zeile weg.",
        rule="P21-10",
    ),
    "funding-unproven": error(
        "funding: Das Vorhaben ist nur geplant und nicht belegt (status: unconfirmed), trägt aber den Hinweis des ESF.",
        "Ist belegt, dass es gefördert wurde, ändern Sie status. Sonst entfernen Sie „funding:“.",
        rule="P-1",
    ),
    "funding-statement": error(
        "Der Satz „{text}“ gehört zum ESF Plus; dieses Vorhaben hat ein anderes Programm.",
        "Entfernen Sie ihn; den richtigen Hinweis setzt das Programm selbst auf die Seite.",
        rule="P21-2",
    ),
    "funding-claim": warning(
        "Hier steht, der ESF habe etwas bezahlt, aber keines der genannten Vorhaben ist ein ESF-Vorhaben: „{text}“",
        "Nennen Sie das ESF-Vorhaben unter „projects:“, oder prüfen Sie den Satz.",
        rule="P-1",
    ),
    "state-sentence": error(
        "Der Satz zu den Steuermitteln des Freistaats steht nur in content/site.yaml: „{text}“",
        "Tragen Sie ihn dort unter „funding_notice:“ bei „state:“ ein, wörtlich wie im Zuwendungsbescheid; das "
        "Programm setzt ihn unter jede Seite.",
        rule="SN-3",
    ),
    "imprint-wording": warning(
        "Im Impressum fehlt zum Förderhinweis: {text}",
        "Schreiben Sie: Europa fördert Sachsen. · ESF · Europäischer Sozialfonds",
        rule="SN-5",
    ),
}

NOTICE = {
    "notice-mixed": error(
        "funding_notice: „{union}“ und „{fund}“ gehören nicht zusammen.",
        "Zum Fonds „Europäischer Sozialfonds“ gehört „Europäische Union“, zum Fonds „Europäischer Sozialfonds Plus“ "
        "gehört „Kofinanziert von der Europäischen Union“.",
        rule="P21-2",
    ),
    "notice-fund": error(
        "funding_notice.fund: „{fund}“ hat hier kein einziges Vorhaben gefördert.",
        "Der Hinweis steht auf jeder Seite. Nennen Sie den Fonds, aus dem die Vorhaben bezahlt wurden: {known}.",
        rule="P14-1",
    ),
    "notice-state": warning(
        "funding_notice.state: Der Satz hat nicht den Wortlaut, den die SAB veröffentlicht.",
        "Vergleichen Sie ihn Wort für Wort mit dem Zuwendungsbescheid. Üblich ist: Diese Maßnahme wird mitfinanziert "
        "durch Steuermittel auf der Grundlage des vom Sächsischen Landtag beschlossenen Haushaltes.",
        rule="SN-3",
    ),
    "notice-region": warning(
        "funding_notice.region: Hier steht „{text}“.",
        "Üblich ist: Europa fördert Sachsen.",
        rule="SN-5",
    ),
}

SHOWN = {
    "page-funding": error(
        "Der Förderhinweis, der auf jeder Seite oben steht, ist nicht vollständig: {text}",
        _TEMPLATE,
        rule="P14-1",
    ),
    "page-late": error(
        "Der Förderhinweis steht nicht vor Kopf, Menü und Inhalt der Seite.",
        _TEMPLATE,
        rule="P14-4",
    ),
    "page-emblem": error(
        "Im Inhalt der Seite steht das Emblem der Union, obwohl sie kein ESF-Vorhaben zeigt.",
        _TEMPLATE,
        rule="P-1",
    ),
    "page-paid": error(
        "Die Seite eines Vorhabens ({programme}) trägt nicht genau den Hinweis seines Programms, sondern: {text}",
        _TEMPLATE,
        rule="P21-2",
    ),
    "page-logo": error(
        "Im Förderhinweis steht neben dem Emblem ein weiteres Bild: {text}",
        _TEMPLATE,
        rule="P21-4",
    ),
    "page-size": error(
        "Das Emblem ist {width} mal {height} Pixel groß; verlangt sind 3 : 2 und wenigstens 32 Pixel Höhe.",
        _TEMPLATE,
        rule="P21-8",
    ),
    "emblem-form": error(
        "Das Emblem der Union entspricht nicht der vorgeschriebenen Form: {text}",
        "Das ist ein Fehler im Programm, nicht in Ihrem Text. Bitte melden Sie ihn.",
        rule="P14-8",
    ),
    "emblem-colour": error(
        "Das Emblem der Union hat nicht die vorgeschriebenen Farben #003399 und #FFCC00: {text}",
        "Das ist ein Fehler im Programm, nicht in Ihrem Text. Bitte melden Sie ihn.",
        rule="P14-2",
    ),
    "style-words": error(
        "Die Wörter neben dem Emblem bekommen hier „{text}“ ({where}).",
        "Erlaubt sind {allowed}.",
        rule="P14-6",
    ),
    "style-emblem": error(
        "Das Emblem bekommt hier „{text}“ ({where}).",
        "Erlaubt ist {allowed}.",
        rule="P21-4",
    ),
    "style-hidden": error(
        "Der Förderhinweis ist hier nicht oder nicht ganz zu sehen: „{text}“ ({where}).",
        "Er steht auf jeder Seite, auf jedem Gerät und auf Papier. Erlaubt ist {allowed}.",
        rule="P14-3",
    ),
    "style-contrast": error(
        "Die Wörter neben dem Emblem heben sich mit {ratio} : 1 vom Grund ab ({where}).",
        "Verlangt sind 4,5 : 1. Ändern Sie die Farbe der Wörter oder des Grundes.",
        rule="P14-6",
    ),
}
