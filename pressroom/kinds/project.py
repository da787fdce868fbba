"""Projects: who does what, with whose money, and what came of it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from pressroom.kinds.dates import Partial, PartialDate, order_error
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import (
    Euro,
    Line,
    Model,
    Percent,
    Plain,
    Postcode,
    Sentence,
    Sentences,
    Title,
    Web,
    sentences,
)

ProjectStatus = Literal["planned", "running", "completed", "unconfirmed"]
PROJECT_STATUS_LABELS: dict[str, str] = {
    "planned": "geplant",
    "running": "läuft",
    "completed": "abgeschlossen",
    "unconfirmed": "geplant (Umsetzung nicht belegt)",
}
Programme = Literal["esf-2014-2020", "esf-plus-2021-2027", "other", "none"]
PROGRAMME_LABELS: dict[str, str] = {
    "esf-2014-2020": "Europäischer Sozialfonds (ESF) 2014–2020",
    "esf-plus-2021-2027": "Europäischer Sozialfonds Plus (ESF Plus) 2021–2027",
    "other": "andere Förderung",
    "none": "keine Förderung",
}


class WebLink(Model):
    """A page elsewhere."""

    title: Title = Field(title="Titel", description="Was man dort findet.")
    url: Web = Field(title="Adresse", description="Vollständig, mit https://.")


class Funding(Model):
    """Who pays, and how much."""

    programme: Programme = Field(
        title="Programm",
        description="Entscheidet, welcher Förderhinweis auf der Seite steht.",
        examples=["esf-2014-2020"],
        json_schema_extra={"labels": dict(PROGRAMME_LABELS)},
    )
    funders: Sentences = Field(
        default=(),
        title="Geldgeber",
        description="Wer Geld gibt, einer je Zeile.",
        examples=["[Europäische Union, Freistaat Sachsen]"],
    )
    code: Line | None = Field(
        default=None, title="Kennung", description="Nummer des Vorhabens beim Geldgeber.", examples=["24278"]
    )
    eligible_cost: Euro | None = Field(
        default=None,
        title="Förderfähige Gesamtkosten",
        description="In Euro, nur Ziffern. Unbekannt: weglassen.",
        examples=["241571"],
    )
    cofinancing_rate: Percent | None = Field(
        default=None,
        title="Kofinanzierungssatz der EU",
        description="In Prozent. Unbekannt: weglassen.",
        examples=["95"],
    )
    total_cost: Euro | None = Field(
        default=None,
        title="Gesamtkosten",
        description="Alles, was das Vorhaben kostet, auch was nicht förderfähig ist. In Euro, nur Ziffern.",
        examples=["250000"],
    )
    beneficiary: Plain | None = Field(
        default=None,
        title="Begünstigter",
        description="Wer den Zuwendungsbescheid bekommen hat: Dateiname ohne Endung aus content/partners/.",
        examples=["stadt-bautzen"],
    )
    contractor: Plain | None = Field(
        default=None,
        title="Auftragnehmer",
        description="Wer nach einer Ausschreibung beauftragt wurde: Dateiname ohne Endung aus content/partners/.",
        examples=["kem"],
    )
    intervention: Sentence | None = Field(
        default=None,
        title="Interventionskategorie",
        description="Wörtlich, wie sie in der Liste der Vorhaben oder im Bescheid steht. Unbekannt: weglassen.",
    )
    specific_objective: Sentence | None = Field(
        default=None,
        title="Spezifisches Ziel",
        description="Wörtlich, wie es in der Liste der Vorhaben oder im Bescheid steht. Unbekannt: weglassen.",
    )
    postcode: Postcode | None = Field(
        default=None,
        title="Postleitzahl",
        description="Wo das Vorhaben stattfindet; nur, wenn kein Ort (place) mit Anschrift genannt ist.",
        examples=["02625"],
    )
    town: Line | None = Field(
        default=None,
        title="Gemeinde",
        description="Wie die Postleitzahl: nur, wenn kein Ort mit Anschrift genannt ist.",
        examples=["Bautzen"],
    )


class Project(StoryFields):
    """A measure with a lead, aims and results."""

    status: ProjectStatus = Field(
        title="Stand",
        description="Wie weit das Vorhaben ist.",
        examples=["completed"],
        json_schema_extra={"labels": dict(PROJECT_STATUS_LABELS)},
    )
    lead: Plain | None = Field(
        default=None,
        title="Träger",
        description="Dateiname ohne Endung aus content/partners/.",
        examples=["stadt-bautzen"],
    )
    start: Partial | None = Field(
        default=None, title="Beginn", description="So genau, wie es bekannt ist.", examples=["2017-11-16"]
    )
    end: Partial | None = Field(
        default=None, title="Ende", description="So genau, wie es bekannt ist.", examples=["2021-12-31"]
    )
    funding: Funding | None = Field(
        default=None, title="Förderung", description="Gruppe aus programme, funders, code, eligible_cost."
    )
    aims: Sentences = Field(default=(), title="Ziele", description="Was erreicht werden soll, ein Satz je Zeile.")
    results: Sentences = Field(
        default=(), title="Ergebnisse", description="Was belegt erreicht wurde, ein Satz je Zeile."
    )
    target_groups: Sentences = Field(default=(), title="Zielgruppen", description="Für wen das Vorhaben da ist.")
    place: Plain | None = Field(
        default=None,
        title="Ort",
        description="Dateiname ohne Endung aus content/places/.",
        examples=["schiefes-haus"],
    )
    links: Annotated[tuple[WebLink, ...], BeforeValidator(sentences)] = Field(
        default=(), title="Verweise", description="Seiten anderswo, je title und url."
    )

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: PartialDate | None, info: ValidationInfo) -> PartialDate | None:
        start = info.data.get("start")
        if start is not None and end is not None and end.last < start.first:
            raise order_error(start, end)
        return end

    @property
    def esf(self) -> bool:
        """Whether the European Social Fund pays; only then may the emblem stand beside it."""
        return self.funding is not None and self.funding.programme.startswith("esf")
