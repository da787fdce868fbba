"""What the statement on accessibility rests on (Directive (EU) 2016/2102, Article 7; Decision (EU) 2018/1523)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pressroom.kinds.contact import Contact
from pressroom.kinds.dates import Day
from pressroom.kinds.history import Whole
from pressroom.kinds.values import Ids, Line, Model, Sentence, Sentences, sentences

Result = Literal["full", "partial", "none"]


class Measured(Model):
    """A run of the machine checks, written down by ``build.py accessibility``."""

    date: Day = Field(title="Tag", description="An welchem Tag gemessen wurde.", examples=["2026-11-23"])
    tools: Sentences = Field(title="Werkzeuge", description="Womit, mit Versionen.", examples=["axe-core 4.14.1"])
    pages: Whole = Field(title="Seiten", description="Wie viele Seiten angesehen wurden.", examples=["30"])
    widths: Ids = Field(title="Breiten", description="In welchen Breiten, in Pixeln.", examples=["[320, 1280]"])
    schemes: Sentences = Field(title="Anzeigen", description="In welchen Anzeigen.", examples=["hell", "dunkel"])
    violations: Whole = Field(title="Verstöße", description="Wie viele Verstöße gefunden wurden.", examples=["0"])


class Barrier(Model):
    """Something that not everybody can use, and why."""

    what: Sentence = Field(title="Was", description="Was nicht barrierefrei ist.")
    reason: Literal["non-compliance", "disproportionate-burden", "out-of-scope"] = Field(
        title="Grund",
        description="non-compliance (noch nicht behoben), disproportionate-burden (unverhältnismäßige Belastung) oder "
        "out-of-scope (fällt nicht unter das Gesetz).",
    )
    alternative: Sentence | None = Field(
        default=None, title="Stattdessen", description="Wie man anders an den Inhalt kommt."
    )


class Accessibility(Model):
    """What is known of the site's accessibility. What is not here, the statement does not claim."""

    prepared: Day | None = Field(default=None, title="Erstellt am", description="Wann die Erklärung entstand.")
    reviewed: Day | None = Field(
        default=None, title="Überprüft am", description="Wann sie zuletzt durchgesehen wurde; einmal im Jahr."
    )
    measured: Measured | None = Field(
        default=None, title="Maschinell geprüft", description="Schreibt „build.py accessibility“."
    )
    assessed: Day | None = Field(default=None, title="Bewertet am", description="Wann Menschen die Website bewerteten.")
    method: Literal["self-assessment", "third-party"] | None = Field(
        default=None,
        title="Art der Bewertung",
        description="self-assessment (Selbstbewertung) oder third-party (durch Dritte).",
    )
    assessor: Line | None = Field(
        default=None, title="Bewertet von", description="Wer: das Amt oder die Stelle, kein Name."
    )
    result: Result | None = Field(
        default=None,
        title="Ergebnis",
        description="full, partial oder none: vollständig, teilweise oder nicht vereinbar. Nur nach einer Bewertung.",
    )
    barriers: Annotated[tuple[Barrier, ...], BeforeValidator(sentences)] = Field(
        default=(), title="Bekannte Barrieren", description="Liste aus what, reason und alternative."
    )
    contact: Contact | None = Field(default=None, title="Meldestelle", description="Wem man Barrieren meldet.")
    enforcement: Contact | None = Field(
        default=None, title="Durchsetzungsstelle", description="Wer hilft, wenn niemand antwortet."
    )
    monitoring: Sentence | None = Field(
        default=None, title="Überwachungsstelle", description="Wem die Website gemeldet wird."
    )
    reported: Day | None = Field(
        default=None, title="Gemeldet am", description="Wann die Website der Überwachungsstelle gemeldet wurde."
    )

    @property
    def status(self) -> Result | None:
        """What people found when they assessed the site; None before that, whatever machines found.

        The claim must rest on an evaluation (Decision (EU) 2018/1523, Art. 3).
        """
        return self.result if self.assessed is not None else None

    @property
    def flawless(self) -> bool:
        """Whether nothing is known that speaks against ``full``."""
        found = self.measured.violations if self.measured is not None else 0
        return not found and all(barrier.reason == "out-of-scope" for barrier in self.barriers)

    @property
    def last_review(self) -> date | None:
        """The last day on which anybody looked at it as a whole."""
        measured = self.measured.date if self.measured is not None else None
        return max((day for day in (self.reviewed, self.assessed, measured, self.prepared) if day), default=None)

    @property
    def due(self) -> date | None:
        """The day on which it must be looked at again: a year later (BITV 2.0, § 7)."""
        last = self.last_review
        if last is None:
            return None
        return date(last.year + 1, last.month, 28 if (last.month, last.day) == (2, 29) else last.day)
