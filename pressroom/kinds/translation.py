"""Translations: the words of a story in another language. Facts stand in the German file alone."""

from typing import Literal

from pydantic import Field

from pressroom.kinds.dates import Day
from pressroom.kinds.values import Line, Marks, Model, Sentence, Summary, Title


class Translated(Model):
    """What a translation was made from. ``build.py translated`` writes it; nobody types it."""

    date: Day = Field(title="Übersetzt am", description="Wann das Programm den Stand festgehalten hat.")
    source: Marks = Field(
        title="Vorlage",
        description="Kennzeichen des deutschen Titels, der Kurzfassung und jedes Absatzes, aus denen übersetzt wurde.",
    )
    review: Literal["pending", "done"] = Field(
        default="pending",
        title="Durchsicht",
        description="done, wenn jemand den Text gelesen hat, dessen Muttersprache es ist.",
        json_schema_extra={"labels": {"pending": "steht aus", "done": "erfolgt"}},
    )


class YearlyWords(Model):
    """A public day that comes back every year, in the other language; its sources stand in ``site.yaml``."""

    title: Title = Field(title="Name", description="In der anderen Sprache.")
    rule: Sentence = Field(title="Regel", description="In der anderen Sprache.")
    text: Sentence = Field(title="Erklärung", description="In der anderen Sprache.")


class SiteTranslation(Model):
    """``site.en.yaml`` beside ``site.yaml``."""

    title: Title = Field(title="Name der Website", description="In der anderen Sprache.")
    claim: Line = Field(title="Leitsatz", description="In der anderen Sprache.")
    description: Summary = Field(title="Beschreibung", description="In der anderen Sprache.")
    menu: dict[str, Title] = Field(
        default={}, title="Menü", description="Zu jedem Ziel von navigation und footer das Wort in der anderen Sprache."
    )
    topics: dict[str, Title] = Field(
        default={}, title="Themen", description="Zu jedem Thema das Wort in der anderen Sprache."
    )
    yearly: dict[str, YearlyWords] = Field(
        default={},
        title="Jährliche Tage",
        description="Zum deutschen Namen jedes Tages eine Gruppe aus title, rule und text in der anderen Sprache.",
    )
    office_note: Sentence | None = Field(
        default=None, title="Bemerkung zum Büro", description="office.note in der anderen Sprache."
    )
    translated: Translated | None = Field(
        default=None,
        title="Stand der Übersetzung",
        description="Gruppe aus date, source und review; „build.py translated DATEI“ schreibt sie.",
    )


class Translation(Model):
    """``name.en.md`` beside ``name.md``."""

    title: Title = Field(title="Überschrift", description="In der anderen Sprache.")
    summary: Summary = Field(title="Kurzfassung", description="In der anderen Sprache.")
    alt: dict[str, Sentence] = Field(
        default={},
        title="Bildbeschreibungen",
        description="Zu jedem Bild des Beitrags eine Zeile: Dateiname und Beschreibung in der anderen Sprache.",
    )
    translated: Translated | None = Field(
        default=None,
        title="Stand der Übersetzung",
        description="Gruppe aus date, source und review; „build.py translated DATEI“ schreibt sie.",
    )

    @property
    def descriptions(self) -> dict[str, str]:
        """What it says of pictures, by the names of their files without folders."""
        return {name.replace("\\", "/").rpartition("/")[2]: text for name, text in self.alt.items()}
