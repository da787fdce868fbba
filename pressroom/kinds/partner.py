"""Partners: who works in the district. Organisations only, never private people."""

from typing import Literal

from pydantic import Field

from pressroom.kinds.dates import Partial
from pressroom.kinds.values import Ids, Line, Mail, Model, Phone, Sources, Summary, Title, Web

PartnerKind = Literal[
    "authority",
    "operator",
    "association",
    "church",
    "company",
    "school",
    "kindergarten",
    "youth-work",
    "programme",
]
PARTNER_LABELS: dict[str, str] = {
    "authority": "Behörden",
    "operator": "Beauftragte",
    "association": "Vereine und Verbände",
    "church": "Kirche",
    "company": "Unternehmen",
    "school": "Schulen",
    "kindergarten": "Kindertagesstätten",
    "youth-work": "Jugendarbeit",
    "programme": "Programme",
}


class Partner(Model):
    """An organisation and how to reach it."""

    name: Title = Field(title="Name", description="Der volle Name.", examples=["Steinhaus e. V. Bautzen"])
    kind: PartnerKind | None = Field(
        default=None,
        title="Art",
        description="Unter welcher Überschrift er im Verzeichnis steht.",
        examples=["association"],
        json_schema_extra={"labels": dict(PARTNER_LABELS)},
    )
    summary: Summary | None = Field(
        default=None, title="Kurzfassung", description="Was er im Stadtteil tut, in einem oder zwei Sätzen."
    )
    address: Line | None = Field(
        default=None,
        title="Anschrift",
        description="In einer Zeile.",
        examples=["Steinstraße 37, 02625 Bautzen"],
    )
    phone: Phone | None = Field(default=None, title="Telefon", description="Mit Vorwahl.", examples=["03591 534-501"])
    email: Mail | None = Field(
        default=None, title="E-Mail", description="Nur Funktionspostfächer.", examples=["info@beispiel.de"]
    )
    url: Web | None = Field(
        default=None, title="Website", description="Vollständig.", examples=["https://www.beispiel.de/"]
    )
    topics: Ids = Field(
        default=(), title="Themen", description="Kennungen aus content/site.yaml.", examples=["[begegnung]"]
    )
    verified: Partial | None = Field(
        default=None,
        title="Stand",
        description="Wann die Angaben zuletzt bestätigt wurden; wird den Lesern gezeigt.",
        examples=["2021-07"],
    )
    sources: Sources = Field(default=(), title="Quellen", description="Woher die Angaben stammen.")
    aliases: Ids = Field(
        default=(),
        title="Frühere Adressen",
        description="Alte Adressen dieser Seite; sie leiten weiter.",
        examples=["[/alt/adresse/]"],
    )
