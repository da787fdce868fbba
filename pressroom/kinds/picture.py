"""Pictures: what they show, who made them, under what terms, and who agreed."""

import re

from pydantic import Field

from pressroom.kinds.dates import Day
from pressroom.kinds.values import Line, Model, Plain, Sentence, Title, Web, Yes

LICENCES = {
    "Alle Rechte vorbehalten": "",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.de",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.de",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.de",
    "dl-de/by-2-0": "https://www.govdata.de/dl-de/by-2-0",
    "dl-de/zero-2-0": "https://www.govdata.de/dl-de/zero-2-0",
    "gemeinfrei": "",
}
"""Terms as editors should write them, and where they can be read. Any other words are allowed too."""


def deed(licence: str) -> str:
    """Where well-known terms can be read, however hyphens, spaces and case are written; empty for others."""
    return _DEEDS.get(_bare(licence), "")


def _bare(licence: str) -> str:
    return re.sub(r"[\W_]+", "", licence.lower())


_DEEDS = {_bare(licence): address for licence, address in LICENCES.items()}


class Guardians(Model):
    """The consent of those who have custody of the children shown (Art. 8 DSGVO, § 22 KUG)."""

    given: Day = Field(
        title="Erteilt am", description="Der Tag, an dem die letzten eingewilligt haben.", examples=["2021-07-12"]
    )
    reference: Line = Field(
        title="Ablage",
        description="Wo die Schreiben liegen, ohne Namen.",
        examples=["Ordner Bildrechte, Blatt 13"],
    )


class Consent(Model):
    """The consent of the people shown (§ 22 KUG)."""

    given: Day = Field(title="Erteilt am", description="Der Tag der Einwilligung.", examples=["2021-07-14"])
    until: Day | None = Field(
        default=None,
        title="Gilt bis",
        description="Letzter Tag; danach wird nicht mehr veröffentlicht. Gelten mehrere, der früheste.",
    )
    reference: Line | None = Field(
        default=None,
        title="Ablage",
        description="Wo das Schreiben liegt, ohne Namen.",
        examples=["Ordner Bildrechte, Blatt 12"],
    )
    guardians: Guardians | None = Field(
        default=None, title="Sorgeberechtigte", description="Ihre Einwilligung; nötig, wenn children: yes."
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
        description=f"Unter welchen Bedingungen. Üblich sind: {', '.join(LICENCES)}. Andere Worte sind erlaubt.",
        examples=["Alle Rechte vorbehalten"],
    )
    source: Web | None = Field(default=None, title="Quelle", description="Woher es stammt.")
    people: Yes | None = Field(
        default=None,
        title="Menschen erkennbar",
        description="yes, wenn jemand zu erkennen ist.",
        examples=["no"],
    )
    children: Yes | None = Field(
        default=None,
        title="Kinder erkennbar",
        description="yes, wenn darunter jemand unter 18 Jahren ist; dann willigen auch die Sorgeberechtigten ein.",
        examples=["no"],
    )
    consent: Consent | None = Field(default=None, title="Einwilligung", description="Nötig, wenn people: yes.")
    download: Yes = Field(
        default=False,
        title="Zum Herunterladen",
        description="yes, wenn man das Bild in voller Größe laden darf, zum Beispiel für die Presse. Ohne Kameradaten.",
        examples=["yes"],
    )

    @property
    def needs_consent(self) -> bool:
        """Whether somebody can be recognised."""
        return bool(self.people or self.children)


class Withdrawal(Model):
    """That a picture was withdrawn: the deed, without anything of the picture but its name and digest."""

    picture: Plain = Field(title="Datei", description="Wo das Bild in content/ lag, zum Beispiel media/park.jpg.")
    date: Day = Field(title="Tag", description="Wann es zurückgezogen wurde.")
    digest: Plain | None = Field(
        default=None, title="Prüfsumme", description="Woran das Programm dieselbe Datei erkennt."
    )
    reason: Sentence | None = Field(default=None, title="Grund", description="Ohne Namen von Menschen.")
    pages: tuple[Plain, ...] = Field(default=(), title="Beiträge", description="Wo es genannt wurde.")


class Withdrawals(Model):
    """content/withdrawn.yaml."""

    withdrawn: tuple[Withdrawal, ...] = Field(
        default=(), title="Zurückgezogen", description="Ein Eintrag für jedes Bild."
    )
