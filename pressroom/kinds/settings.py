"""The settings of the site: who runs it, how to reach them, who pays, what the menu holds."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pressroom.kinds.accessibility import Accessibility
from pressroom.kinds.contact import Contact
from pressroom.kinds.languages import Language
from pressroom.kinds.legibility import Legibility
from pressroom.kinds.repeat import Break
from pressroom.kinds.values import (
    Line,
    Mail,
    Model,
    MunicipalityKey,
    Plain,
    Sentence,
    Sources,
    Summary,
    Title,
    Web,
    items,
    sentences,
)

DataLicence = Literal["cc-zero", "cc-by-4.0", "dl-zero-de-2.0", "dl-by-de-2.0"]
"""What GovData recommends for open data: anybody may use them, at most the publisher is to be named."""
DATA_LICENCE_LABELS: dict[str, str] = {
    "cc-zero": "Creative Commons Zero 1.0",
    "cc-by-4.0": "Creative Commons Namensnennung 4.0 International",
    "dl-zero-de-2.0": "Datenlizenz Deutschland – Zero – Version 2.0",
    "dl-by-de-2.0": "Datenlizenz Deutschland – Namensnennung – Version 2.0",
}


class FundingNotice(Model):
    """The words beside the emblem on every page (P14-1, P14-5, SN-5)."""

    union: Literal["Europäische Union", "Kofinanziert von der Europäischen Union"] = Field(
        title="Union",
        description="Immer ausgeschrieben; „Kofinanziert von der Europäischen Union“ nur beim ESF Plus.",
    )
    fund: Literal["Europäischer Sozialfonds", "Europäischer Sozialfonds Plus"] = Field(
        title="Fonds", description="Der Fonds, ausgeschrieben."
    )
    region: Line = Field(title="Land", description="Zum Beispiel: Europa fördert Sachsen.")
    state: Sentence | None = Field(
        default=None,
        title="Landeshinweis",
        description="Der Satz aus dem Zuwendungsbescheid, wenn er verlangt ist; steht unter jeder Seite.",
    )

    @property
    def plus(self) -> bool:
        """Whether the fund is that of 2021 to 2027."""
        return self.fund == "Europäischer Sozialfonds Plus"


class NavigationItem(Model):
    """One word of the menu."""

    title: Title = Field(title="Wort", description="Wie es im Menü steht.")
    to: Plain = Field(
        title="Ziel",
        description="news, events, projects, partners, places, search, data (Offene Daten), credits (Bildnachweis) "
        "oder eine Seite.",
    )


class YearlyDay(Model):
    """A public day that comes back every year; only its rule is published, never a date nobody confirmed."""

    title: Title = Field(title="Name", description="Wie der Tag heißt.")
    rule: Sentence = Field(title="Regel", description="Wann er ist: jedes Jahr am 9. Mai.")
    text: Sentence = Field(title="Erklärung", description="Was der Tag bedeutet und was nicht bekannt ist.")
    sources: Sources = Field(default=(), title="Quellen", description="Woher die Regel stammt.")


class Legal(Model):
    """What the law wants to be named; an empty field is a gap that --release refuses."""

    provider: Line | None = Field(default=None, title="Diensteanbieter", description="§ 5 DDG.")
    represented_by: Line | None = Field(default=None, title="Vertreten durch", description="§ 5 DDG.")
    responsible: Line | None = Field(default=None, title="Verantwortlich", description="§ 18 Abs. 2 MStV.")
    privacy_contact: Mail | None = Field(default=None, title="Datenschutzbeauftragter", description="Art. 13 DSGVO.")
    text_licence: Line | None = Field(default=None, title="Lizenz der Texte", description="Wählt der Auftraggeber.")
    data_licence: DataLicence | None = Field(
        default=None,
        title="Lizenz der offenen Daten",
        description="Wählt der Auftraggeber.",
        examples=["dl-zero-de-2.0"],
        json_schema_extra={"labels": dict(DATA_LICENCE_LABELS)},
    )


class OpenData(Model):
    """What the catalogue of open data says of the area and of whom to name (DCAT-AP.de)."""

    area: Line | None = Field(
        default=None,
        title="Gebiet",
        description="Wovon die Daten handeln.",
        examples=["Stadtteil Gesundbrunnen der Stadt Bautzen"],
    )
    municipality_key: MunicipalityKey | None = Field(
        default=None,
        title="Gemeindeschlüssel",
        description="Der amtliche Gemeindeschlüssel, acht Ziffern. Nur, wenn er belegt ist.",
        examples=["14625020"],
    )
    attribution: Line | None = Field(
        default=None,
        title="Namensnennung",
        description="Wer zu nennen ist, wenn die Lizenz es verlangt; sonst gilt der Herausgeber.",
        examples=["Stadt Bautzen"],
    )


class Settings(Model):
    """content/site.yaml."""

    title: Title = Field(title="Name der Website", description="Steht oben auf jeder Seite.")
    title_hsb: Title = Field(title="Sorbischer Name", description="Steht gleich groß daneben.")
    claim: Line = Field(title="Leitsatz", description="Steht im Titel der Startseite.")
    description: Summary = Field(title="Beschreibung", description="Für Suchmaschinen, ein oder zwei Sätze.")
    base_url: Web = Field(title="Adresse", description="Unter welcher Adresse die Website erreichbar ist.")
    organisation: Title = Field(title="Herausgeber", description="Wer diese Website herausgibt.")
    client: Contact = Field(title="Auftraggeber", description="Die Stadt.")
    operator: Contact = Field(title="Beauftragter", description="Wer das Quartiersmanagement führt.")
    office: Contact = Field(title="Büro", description="Das Büro im Stadtteil.")
    funding_notice: FundingNotice = Field(title="Förderhinweis", description="Steht auf jeder Seite oben.")
    navigation: Annotated[tuple[NavigationItem, ...], BeforeValidator(sentences)] = Field(
        title="Menü", description="Die Wörter des Menüs in ihrer Reihenfolge."
    )
    footer: Annotated[tuple[NavigationItem, ...], BeforeValidator(sentences)] = Field(
        title="Fußzeile", description="Impressum, Datenschutz, Barrierefreiheit und anderes."
    )
    topics: dict[str, Title] = Field(title="Themen", description="Kennung und Wort, je eine Zeile.")
    yearly: Annotated[tuple[YearlyDay, ...], BeforeValidator(sentences)] = Field(
        default=(), title="Jährliche Tage", description="Öffentliche Tage, die jedes Jahr wiederkehren."
    )
    school_holidays: Annotated[tuple[Break, ...], BeforeValidator(sentences)] = Field(
        default=(),
        title="Schulferien",
        description="Die Ferien, die Serien mit school_holidays: skip auslassen.",
    )
    languages: Annotated[tuple[Language, ...], BeforeValidator(items)] = Field(
        default=("de",),
        title="Sprachen",
        description="In welchen Sprachen die Website erscheint. Zu jeder gehört eine Datei in content/words/.",
        examples=["[de, hsb, en]"],
    )
    legibility: Legibility = Field(
        default=Legibility.model_construct(),
        title="Verständlichkeit",
        description="Von wann an ein Text als schwer gilt.",
    )
    open_data: OpenData = Field(
        default=OpenData.model_construct(), title="Offene Daten", description="Angaben für den Katalog der Daten."
    )
    legal: Legal = Field(default=Legal.model_construct(), title="Rechtliches", description="Pflichtangaben.")
    accessibility: Accessibility | None = Field(
        default=None,
        title="Barrierefreiheit",
        description="Was geprüft wurde und wem man Barrieren meldet; daraus entsteht die Erklärung.",
    )
