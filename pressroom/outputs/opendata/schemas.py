"""What is in the files, for programs: JSON Schema (2020-12), and CSV on the Web with headings in German and English."""

import json
from typing import Any

from pressroom import urls
from pressroom.files import Text
from pressroom.kinds.event import STATUS_LABELS
from pressroom.outputs.opendata.columns import COLUMNS, Column
from pressroom.outputs.opendata.dcat import licence
from pressroom.outputs.opendata.shelf import EVENTS_SCHEMA, PROJECTS, PROJECTS_SCHEMA, changed
from pressroom.validate import Site

Schema = dict[str, Any]

_PARTIAL = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_MOMENT = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?)?)?$"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
NOTE = (
    "Unbekannt ist leer. Beginnt ein Text mit = + - @ oder einem Apostroph, steht ein Apostroph davor, damit kein "
    "Tabellenprogramm ihn für eine Formel hält; ebenso hinter einem Semikolon."
)


def _text(help: str) -> Schema:
    return {"type": ["string", "null"], "minLength": 1, "description": help}


def _known(help: str) -> Schema:
    return {"type": "string", "minLength": 1, "description": help}


def _moment(help: str) -> Schema:
    return {"type": ["string", "null"], "pattern": _MOMENT, "description": help}


def _address(help: str, *, known: bool = False) -> Schema:
    kind = "string" if known else ["string", "null"]
    return {"type": kind, "format": "uri", "pattern": "^https?://", "description": help}


def _degrees(help: str) -> Schema:
    return {"type": ["number", "null"], "minimum": -180, "maximum": 180, "description": help}


def _object(title: str, properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "title": title,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def projects(site: Site) -> Text:
    """The schema of projekte.json, from the columns."""
    row = _object("Vorhaben", {column.name: _value(column) for column in COLUMNS})
    return _schema(site, PROJECTS_SCHEMA, "Liste der Vorhaben", "projekte", row)


def _value(column: Column) -> Schema:
    help = f"{column.title} / {column.title_english}. {column.help}"
    if column.name in ("id", "titel", "zusammenfassung", "status"):
        told = _known(help)
    elif column.kind == "number":
        told = {"type": ["number", "null"], "minimum": 0, "description": help}
    elif column.kind == "date":
        told = {"type": ["string", "null"], "pattern": _PARTIAL, "description": help}
    elif column.kind == "address":
        told = _address(help, known=column.name == "seite_url")
    else:
        told = _text(help)
    if column.options:
        told["enum"] = [*column.options, *([None] if "null" in told["type"] else [])]
    return told


def events(site: Site) -> Text:
    """The schema of events.json."""
    states = list(STATUS_LABELS.values())
    where = _object(
        "Ort",
        {
            "name": _known("Wie der Ort heißt."),
            "anschrift": _text("In einer Zeile."),
            "breite": _degrees("Nördliche Breite (WGS 84)."),
            "laenge": _degrees("Östliche Länge (WGS 84)."),
        },
    )
    place = {"anyOf": [{"$ref": "#/$defs/ort"}, {"type": "null"}]}
    day = _object(
        "Tag",
        {
            "beginn": {**_moment("Tag, mit Uhrzeit, wo sie bekannt ist."), "type": "string"},
            "ende": _moment("Wie der Beginn."),
            "status": {"enum": states},
            "anderer_ort": {**place, "description": "Nur, wenn der Tag an einem anderen Ort ist als der Termin."},
            "anmerkung": _text("Warum der Tag verlegt, abgesagt oder dazugekommen ist."),
        },
    )
    event = _object(
        "Termin",
        {
            "id": _known("Unverwechselbar; bleibt, solange die Datei nicht umbenannt wird."),
            "titel": _known("Wie der Termin heißt."),
            "zusammenfassung": _known("Ein oder zwei Sätze."),
            "status": {"enum": states},
            "beginn": {**_moment("So genau, wie er bekannt ist; einer Serie ihr erster Tag."), "type": "string"},
            "ende": _moment("Wie der Beginn."),
            "neuer_beginn": _moment("Bei verschobenen Terminen, wenn der neue Tag feststeht."),
            "serie": {"type": "boolean", "description": "Ob der Termin wiederkehrt."},
            "wiederholung": _text("Die Regel einer Serie in Worten, wenn ein Satz sie sagen kann."),
            "ort": place,
            "veranstalter": _text("Eine Organisation."),
            "kosten": _text("In Worten."),
            "anmeldung": _text("Ob und wo man sich anmeldet."),
            "fuer_wen": _text("Wer eingeladen ist."),
            "sprachen": _text("Welche Sprachen gesprochen werden."),
            "barrierefreiheit": _text("Was Menschen mit Behinderungen wissen müssen."),
            "themen": {"type": "array", "items": {"type": "string"}, "description": "Themen dieser Website."},
            "url": _address("Die Seite des Termins.", known=True),
            "kalender_url": _address("Der Termin als iCalendar-Datei; nur, wenn sein Tag bekannt ist."),
            "stand": {"type": ["string", "null"], "format": "date", "description": "Tag der letzten Änderung."},
            "tage": {
                "type": "array",
                "items": {"$ref": "#/$defs/tag"},
                "description": "Die Tage des Termins. Einer Serie alle vom Ersten des laufenden Monats an, zwölf "
                "Monate weit. Leer, wenn der Tag nicht bekannt ist.",
            },
        },
    )
    return _schema(site, EVENTS_SCHEMA, "Termine", "termine", event, {"ort": where, "tag": day})


def _schema(
    site: Site, address: str, title: str, held: str, item: Schema, parts: dict[str, Schema] | None = None
) -> Text:
    whole = _object(
        title,
        {
            "$schema": _address("Dieses Schema.", known=True),
            "titel": _known("Was die Datei enthält."),
            "herausgeber": _known("Wer sie veröffentlicht."),
            "lizenz": _address("Wo der Text der Lizenz steht; leer, solange keine gewählt ist."),
            "namensnennung": _text("Wer zu nennen ist, wenn die Lizenz es verlangt."),
            "stand": {"type": ["string", "null"], "format": "date", "description": "Tag der letzten Änderung."},
            held: {"type": "array", "items": item},
        },
    )
    told = {"$schema": _DRAFT, "$id": urls.absolute(address, site.base), **whole}
    if parts:
        told["$defs"] = parts
    return as_json(told)


def csv_metadata(site: Site, table: str, language: str) -> Text:
    """What the columns of a CSV file are (Metadata Vocabulary for Tabular Data)."""
    one = PROJECTS
    named, address = licence(site.settings)
    told: Schema = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "de"}],
        "url": table.removeprefix(urls.DATA),
        "dc:title": [{"@value": one.title, "@language": "de"}, {"@value": one.english, "@language": "en"}],
        "dc:description": one.description,
        "dc:publisher": site.settings.organisation,
        "dc:language": "de",
        **({"dc:license": {"@id": address}} if named else {}),
        **({"dc:modified": day} if (day := changed(site, one)) else {}),
        "rdfs:comment": NOTE,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": [_csv_column(column, language) for column in COLUMNS], "primaryKey": "id"},
    }
    return as_json(told)


def _csv_column(column: Column, language: str) -> Schema:
    """Its first title in the language of the file is the heading that stands in it."""
    german, english = [column.title], [column.title_english]
    (german if language == "de" else english).insert(0, column.name if language == "de" else column.english)
    kind: Schema = {"base": "string"}
    if column.kind == "number":
        kind = {"base": "decimal", "minimum": "0"}
    elif column.kind == "date":
        kind = {"base": "string", "format": _PARTIAL.strip("^$")}
    elif column.kind == "address":
        kind = {"base": "anyURI"}
    return {
        "name": column.name,
        "titles": {"de": german, "en": english},
        "dc:description": column.help,
        "datatype": kind,
        "required": column.name in ("id", "titel", "zusammenfassung", "status", "seite_url"),
    }


def as_json(told: Schema) -> Text:
    """A record as a file."""
    return Text(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
