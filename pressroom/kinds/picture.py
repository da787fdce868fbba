"""Pictures: what they show, who made them, and who agreed."""

from pydantic import Field

from pressroom.kinds.dates import Day
from pressroom.kinds.values import Line, Model, Sentence, Title, Web, Yes


class Consent(Model):
    """The consent of the people shown (§ 22 KUG)."""

    given: Day = Field(title="Erteilt am", description="Der Tag der Einwilligung.", examples=["2021-07-14"])
    until: Day | None = Field(
        default=None, title="Gilt bis", description="Letzter Tag; danach wird nicht mehr veröffentlicht."
    )
    reference: Line | None = Field(
        default=None,
        title="Ablage",
        description="Wo das Schreiben liegt.",
        examples=["Ordner Bildrechte, Blatt 12"],
    )


class Picture(Model):
    """What lies beside a picture in content/media/."""

    alt: Sentence = Field(
        title="Bildbeschreibung",
        description="Was man sieht, für Menschen, die es nicht sehen. Ein oder zwei Sätze.",
        examples=["Kinder tragen volle Müllsäcke über eine Wiese."],
    )
    author: Title = Field(title="Urheber", description="Wer das Bild gemacht hat.", examples=["Stadt Bautzen"])
    licence: Title | None = Field(
        default=None,
        title="Lizenz",
        description="Unter welchen Bedingungen.",
        examples=["Alle Rechte vorbehalten"],
    )
    source: Web | None = Field(default=None, title="Quelle", description="Woher es stammt.")
    people: Yes | None = Field(
        default=None,
        title="Menschen erkennbar",
        description="yes, wenn jemand zu erkennen ist.",
        examples=["no"],
    )
    consent: Consent | None = Field(default=None, title="Einwilligung", description="Nötig, wenn people: yes.")
    download: Yes = Field(
        default=False,
        title="Zum Herunterladen",
        description="yes, wenn man das Bild in voller Größe laden darf, zum Beispiel für die Presse. Ohne Kameradaten.",
        examples=["yes"],
    )
