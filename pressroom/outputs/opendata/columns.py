"""The columns of the list of projects: their names and headings in German and English, and what they mean.

They hold all that the two lists of operations ask for: Annex XII, 1, of Regulation (EU) 1303/2013 (2014 to 2020, its
headings in a second language of the Union) and Article 49(3) of Regulation (EU) 2021/1060 (2021 to 2027, P21-10).
"""

from typing import Literal, NamedTuple

from pressroom.kinds.project import PROGRAMME_LABELS, PROJECT_STATUS_LABELS

Kind = Literal["text", "date", "number", "address"]
OLD, NEW = "2014–2020", "2021–2027"

PERIODS = {"esf-2014-2020": "2014-2020", "esf-plus-2021-2027": "2021-2027"}
FUNDS = {"esf-2014-2020": "Europäischer Sozialfonds", "esf-plus-2021-2027": "Europäischer Sozialfonds Plus"}
LOCATED = "DE"
"""The country of every German postcode (ISO 3166-1)."""


class Column(NamedTuple):
    """One column. ``lists`` names the periods whose list of operations asks for it, ``options`` all it may hold."""

    name: str
    english: str
    title: str
    title_english: str
    help: str
    kind: Kind = "text"
    lists: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


COLUMNS = (
    Column("id", "id", "Schlüssel", "Key", "Unverwechselbar; Teil der Adresse der Seite."),
    Column(
        "code",
        "code",
        "Kennung",
        "Operation code",
        "Nummer beim Geldgeber, zum Beispiel in der Datenbank „Europa fördert Sachsen“.",
        lists=(NEW,),
    ),
    Column(
        "status",
        "status",
        "Umsetzung",
        "State of implementation",
        "Wie weit das Vorhaben ist.",
        options=tuple(PROJECT_STATUS_LABELS.values()),
    ),
    Column(
        "foerderung",
        "funding",
        "Förderung",
        "Funding",
        "Das Programm. Leer: Eine Förderung ist nicht belegt.",
        options=tuple(PROGRAMME_LABELS.values()),
    ),
    Column(
        "foerderperiode",
        "programming_period",
        "Förderperiode",
        "Programming period",
        "Nur bei Vorhaben, die der Europäische Sozialfonds (Plus) fördert.",
        options=tuple(PERIODS.values()),
    ),
    Column(
        "fonds",
        "fund",
        "Fonds",
        "Fund",
        "Nur bei Vorhaben, die der Europäische Sozialfonds (Plus) fördert.",
        lists=(NEW,),
        options=tuple(FUNDS.values()),
    ),
    Column("geldgeber", "funders", "Geldgeber", "Funders", "Wer Geld gibt, durch Semikolon getrennt."),
    Column(
        "beguenstigter",
        "beneficiary",
        "Begünstigter",
        "Beneficiary name",
        "Wer den Zuwendungsbescheid bekommen hat. Nur Organisationen, nie Privatleute.",
        lists=(OLD, NEW),
    ),
    Column(
        "auftragnehmer",
        "contractor",
        "Auftragnehmer",
        "Contractor",
        "Wer nach einer Ausschreibung beauftragt wurde.",
        lists=(NEW,),
    ),
    Column(
        "traeger_weiterleitung",
        "implementing_body",
        "Träger",
        "Implementing body",
        "Wer das Vorhaben umsetzt. Ist er nicht selbst der Begünstigte, leitet der die Mittel an ihn weiter.",
    ),
    Column(
        "titel", "title", "Name des Vorhabens", "Operation name", "Wie es auf dieser Website heißt.", lists=(OLD, NEW)
    ),
    Column("zusammenfassung", "summary", "Zusammenfassung", "Operation summary", "Ein oder zwei Sätze.", lists=(OLD,)),
    Column(
        "zweck_ergebnisse",
        "purpose_and_results",
        "Zweck und Ergebnisse",
        "Purpose and achievements",
        "Was erreicht werden sollte („Ziele:“) und was belegt erreicht wurde („Ergebnisse:“).",
        lists=(NEW,),
    ),
    Column("beginn", "start", "Beginn", "Start date", "So genau, wie er bekannt ist.", "date", (OLD, NEW)),
    Column(
        "ende",
        "end",
        "Ende",
        "End date",
        "So genau, wie es bekannt ist; bei laufenden Vorhaben das geplante.",
        "date",
        (OLD, NEW),
    ),
    Column(
        "foerderfaehige_kosten_eur",
        "eligible_cost_eur",
        "Förderfähige Gesamtkosten",
        "Total eligible expenditure",
        "In Euro, mit Punkt vor den Cents.",
        "number",
        (OLD,),
    ),
    Column(
        "gesamtkosten_eur",
        "total_cost_eur",
        "Gesamtkosten",
        "Total cost",
        "In Euro, mit Punkt vor den Cents.",
        "number",
        (NEW,),
    ),
    Column(
        "kofinanzierungssatz",
        "cofinancing_rate",
        "Kofinanzierungssatz der Union",
        "Union co-financing rate",
        "In Prozent.",
        "number",
        (OLD, NEW),
    ),
    Column("plz", "postcode", "Postleitzahl", "Operation postcode", "Mit führender Null, also Text.", lists=(OLD, NEW)),
    Column("ort", "town", "Gemeinde", "Town", "Zur Postleitzahl."),
    Column("ortsangabe", "location", "Ortsangabe", "Location indicator", "Ort und Straße.", lists=(OLD, NEW)),
    Column("breite", "latitude", "Nördliche Breite", "Latitude", "In Grad (WGS 84).", "number", (NEW,)),
    Column("laenge", "longitude", "Östliche Länge", "Longitude", "In Grad (WGS 84).", "number", (NEW,)),
    Column("land", "country", "Staat", "Country", "Zwei Buchstaben nach ISO 3166-1.", lists=(OLD, NEW)),
    Column(
        "interventionskategorie",
        "category_of_intervention",
        "Interventionskategorie",
        "Category of intervention",
        "Wie sie in der amtlichen Liste steht.",
        lists=(OLD, NEW),
    ),
    Column(
        "spezifisches_ziel",
        "specific_objective",
        "Spezifisches Ziel",
        "Specific objective",
        "Wie es in der amtlichen Liste steht.",
        lists=(NEW,),
    ),
    Column("quelle_url", "source_url", "Quelle", "Source", "Die erste Quelle mit Adresse im Netz.", "address"),
    Column("seite_url", "page_url", "Seite", "Page", "Wo auf dieser Website alle Quellen stehen.", "address"),
    Column(
        "stand",
        "updated",
        "Stand",
        "Date of last update",
        "Tag der letzten Änderung der Angaben, wo er festgehalten ist.",
        "date",
        (OLD,),
    ),
)
"""All columns in their order."""
