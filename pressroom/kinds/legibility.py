"""How hard texts may be before a hint says so."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from pressroom import legibility
from pressroom.kinds.languages import SOURCE
from pressroom.kinds.values import Ids, Model, number

_CURE = "Schreiben Sie nur die Zahl: 12"
_NUMBER = {"type": ["number", "string"]}
Score = Annotated[Decimal, PlainValidator(number(1, 100, _CURE)), WithJsonSchema(_NUMBER)]
Count = Annotated[Decimal, PlainValidator(number(5, 100, _CURE, r"\d+")), WithJsonSchema(_NUMBER)]


class LegibilityLimits(Model):
    """The limits of one kind; what is not given is as the program has it."""

    wiener: Score | None = Field(
        default=None,
        title="Wiener Sachtextformel",
        description="Höchstwert; er entspricht ungefähr der Schulstufe.",
        examples=["10"],
    )
    lix: Score | None = Field(
        default=None, title="Lesbarkeitsindex LIX", description="Höchstwert für den ganzen Text.", examples=["48"]
    )
    sentence: Count | None = Field(
        default=None, title="Satzlänge", description="So viele Wörter darf ein Satz höchstens haben.", examples=["25"]
    )
    word: Count | None = Field(
        default=None,
        title="Wortlänge",
        description="So viele Buchstaben darf ein Wort höchstens haben.",
        examples=["24"],
    )


def _limits(title: str, default: legibility.Limits) -> LegibilityLimits:
    """The field of one kind."""
    told = f"wiener {default.wiener}, lix {default.lix}, sentence {default.sentence}, word {default.word}"
    limits: LegibilityLimits = Field(
        default=LegibilityLimits.model_construct(), title=title, description=f"Grenzen. Ohne Angabe gilt: {told}."
    )
    return limits


class Legibility(Model):
    """The limits of every kind, and what needs no explanation here."""

    known: Ids = Field(
        default=(),
        title="Bekannte Wörter",
        description="Abkürzungen, die niemand erklären muss, und lange Namen, die bleiben dürfen.",
        examples=["[ESF, Quartiersmanagement]"],
    )
    news: LegibilityLimits = _limits("Nachrichten", legibility.LIMITS["news"])
    events: LegibilityLimits = _limits("Termine", legibility.LIMITS["events"])
    projects: LegibilityLimits = _limits("Vorhaben", legibility.LIMITS["projects"])
    pages: LegibilityLimits = _limits("Seiten", legibility.LIMITS["pages"])
    partners: LegibilityLimits = _limits("Partner", legibility.LIMITS["partners"])
    places: LegibilityLimits = _limits("Orte", legibility.LIMITS["places"])
    simple: LegibilityLimits = _limits("Einfache Sprache", legibility.SIMPLE)

    def limits(self, folder: str, lang: str) -> legibility.Limits:
        """The limits for a text: those of its folder, or of Einfache Sprache."""
        ours, given = (
            (legibility.LIMITS[folder], getattr(self, folder))
            if lang in ("", SOURCE)
            else (
                legibility.SIMPLE,
                self.simple,
            )
        )
        return legibility.Limits(
            float(ours.wiener if given.wiener is None else given.wiener),
            float(ours.lix if given.lix is None else given.lix),
            int(ours.sentence if given.sentence is None else given.sentence),
            int(ours.word if given.word is None else given.word),
        )
