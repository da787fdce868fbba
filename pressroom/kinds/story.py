"""The fields that every story has, whatever it tells."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from pressroom.kinds.dates import Day, order_error
from pressroom.kinds.values import Ids, Model, Plain, Sources, Summary, Title, Yes, sentences
from pressroom.kinds.waiver import Waiver


class StoryFields(Model):
    """Title, summary, and when, under which topic and from which source it is told."""

    title: Title = Field(
        title="Überschrift",
        description="Sagt, was geschehen ist. Höchstens 120 Zeichen, gut sind 60.",
        examples=["Zwölf Säcke weniger im Grünen"],
    )
    summary: Summary = Field(
        title="Kurzfassung",
        description="Ein oder zwei Sätze für Listen und Suchmaschinen.",
        examples=["Vier Schulklassen, ein Verein und Nachbarn haben einen Tag lang aufgeräumt."],
    )
    topics: Ids = Field(
        default=(),
        title="Themen",
        description="Kennungen aus content/site.yaml, mehrere in Klammern.",
        examples=["[umwelt, mitmachen]"],
    )
    projects: Ids = Field(
        default=(),
        title="Vorhaben",
        description="Dateinamen ohne Endung aus content/projects/.",
        examples=["[quartiersmanagement]"],
    )
    partners: Ids = Field(
        default=(),
        title="Partner",
        description="Dateinamen ohne Endung aus content/partners/.",
        examples=["[leuchtturm-majak]"],
    )
    picture: Plain | None = Field(
        default=None,
        title="Bild",
        description="Dateiname eines Bildes in content/media/.",
        examples=["muellsammelaktion.jpg"],
    )
    sources: Sources = Field(
        default=(),
        title="Quellen",
        description="Woher die Angaben stammen: Adressen, oder Gruppen aus title, url und date.",
        examples=["https://www.bautzen.de/presse/…"],
    )
    draft: Yes = Field(
        default=False,
        title="Entwurf",
        description="yes: wird noch nicht veröffentlicht.",
        examples=["yes"],
    )
    publish: Day | None = Field(
        default=None,
        title="Erscheint am",
        description="Vor diesem Tag wird nichts veröffentlicht.",
        examples=["2021-07-20"],
    )
    expires: Day | None = Field(
        default=None,
        title="Läuft ab am",
        description="Letzter Tag, an dem die Seite gezeigt wird.",
        examples=["2021-12-31"],
    )
    updated: Day | None = Field(
        default=None,
        title="Geändert am",
        description="Tag der letzten inhaltlichen Änderung; wird den Lesern gezeigt.",
        examples=["2021-07-16"],
    )
    aliases: Ids = Field(
        default=(),
        title="Frühere Adressen",
        description="Alte Adressen dieser Seite; sie leiten weiter.",
        examples=["[/alt/adresse/]"],
    )
    waivers: Annotated[tuple[Waiver, ...], BeforeValidator(sentences)] = Field(
        default=(),
        title="Ausnahmen",
        description="Hinweise der Prüfung, die für diesen Beitrag nicht gelten: Gruppen aus code, reason und date.",
    )

    @field_validator("expires")
    @classmethod
    def _appears_before_it_expires(cls, expires: date | None, info: ValidationInfo) -> date | None:
        publish = info.data.get("publish")
        if publish is not None and expires is not None and expires < publish:
            raise order_error(publish, expires, "publish", "expires")
        return expires
