"""Events: what takes place, when and where."""

from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from pressroom.kinds.dates import Moment, When, check_order, end_on_the_same_day
from pressroom.kinds.days import Changes, DaysOff, Extras, Moves
from pressroom.kinds.recurrence import Recurrence
from pressroom.kinds.repeat import Repeat
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Line, Phone, Plain

Status = Literal["scheduled", "cancelled", "postponed", "online"]
STATUS_LABELS: dict[str, str] = {
    "scheduled": "findet statt",
    "cancelled": "abgesagt",
    "postponed": "verschoben",
    "online": "findet online statt",
}


class Event(StoryFields):
    """A date to go to."""

    start: When = Field(
        title="Beginn",
        description="Tag und Uhrzeit (Ortszeit); ist die Uhrzeit nicht bekannt, nur der Tag.",
        examples=["2021-07-14 08:00"],
    )
    end: When | None = Field(
        default=None,
        title="Ende",
        description="Wie der Beginn. Am selben Tag genügt die Uhrzeit.",
        examples=["18:00"],
    )
    place: Plain | None = Field(
        default=None,
        title="Ort",
        description="Dateiname ohne Endung aus content/places/.",
        examples=["schiefes-haus"],
    )
    organizer: Plain | None = Field(
        default=None,
        title="Veranstalter",
        description="Dateiname ohne Endung aus content/partners/.",
        examples=["stadt-bautzen"],
    )
    cost: Line | None = Field(default=None, title="Kosten", description="Was es kostet.", examples=["kostenlos"])
    accessibility: Line | None = Field(
        default=None,
        title="Barrierefreiheit",
        description="Was Menschen mit Behinderungen wissen müssen.",
        examples=["stufenloser Zugang"],
    )
    registration: Line | None = Field(
        default=None,
        title="Anmeldung",
        description="Ob und wo man sich anmeldet.",
        examples=["ohne Anmeldung"],
    )
    audience: Line | None = Field(
        default=None, title="Für wen", description="Wer eingeladen ist.", examples=["Kinder ab 6 Jahren mit Eltern"]
    )
    languages: Line | None = Field(
        default=None,
        title="Sprachen",
        description="Welche Sprachen gesprochen werden.",
        examples=["Deutsch, Russisch"],
    )
    phone: Phone | None = Field(
        default=None,
        title="Telefon",
        description="Wen man zu diesem Termin anruft; sonst gilt die Nummer des Veranstalters.",
        examples=["03591 534-501"],
    )
    status: Status = Field(
        default="scheduled",
        title="Stand",
        description="Ob es stattfindet.",
        examples=["cancelled"],
        json_schema_extra={"labels": dict(STATUS_LABELS)},
    )
    new_start: When | None = Field(
        default=None,
        title="Neuer Beginn",
        description="Nur bei status: postponed, wenn der neue Tag feststeht. start bleibt, wie es war.",
        examples=["2027-05-15 18:00"],
    )
    repeat: Repeat | None = Field(
        default=None,
        title="Wiederholung",
        description="Kommt der Termin wieder, steht hier, wie oft. start ist dann der erste Tag.",
        examples=["every: week\non: [tuesday]\nuntil: 2027-06-30"],
    )
    # "except" is a word of Python, so the field has another name inside.
    off: DaysOff = Field(
        default=(),
        alias="except",
        title="Fällt aus",
        description="Tage der Serie, an denen planmäßig nichts ist, je mit oder ohne Grund.",
        examples=["- 2027-02-16\n- date: 2027-03-09\n  reason: Betriebsausflug"],
    )
    moved: Moves = Field(
        default=(),
        title="Verlegt",
        description="Tage der Serie, die auf einen anderen Tag, eine andere Zeit oder an einen anderen Ort kommen.",
        examples=["- date: 2027-04-06\n  to: 2027-04-07 19:00\n  reason: Wahlabend im Haus"],
    )
    extra: Extras = Field(
        default=(),
        title="Zusätzlich",
        description="Tage außer der Reihe.",
        examples=["- 2027-05-06\n- date: 2027-05-20 17:00\n  end: 19:00"],
    )
    changes: Changes = Field(
        default=(),
        title="Abgesagt und geändert",
        description="Tage der Serie, die angekündigt waren und abgesagt, verschoben oder online sind.",
        examples=["- date: 2027-04-13\n  status: cancelled\n  reason: Heizung defekt"],
    )

    _same_day = model_validator(mode="before")(lambda data: end_on_the_same_day(data, "start"))

    @field_validator("status", mode="before")
    @classmethod
    def _known_status(cls, value: Any) -> Any:
        return value.strip() if isinstance(value, str) else value

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: Moment | None, info: ValidationInfo) -> Moment | None:
        start = info.data.get("start")
        if start is not None and end is not None:
            check_order(start, end)
        return end

    @property
    def rule(self) -> Recurrence | None:
        """The rule of a series with all it takes from the start; None for a single event."""
        day = self.start.day.exact
        return self.repeat.recurrence.anchored(day) if self.repeat is not None and day is not None else None

    @property
    def first(self) -> datetime:
        """The start as wall time in Europe/Berlin; midnight of its first possible day where no more is known."""
        return self.start.local or datetime(self.start.day.year, self.start.day.month or 1, self.start.day.day or 1)

    @property
    def span(self) -> timedelta | None:
        """From start to end on the wall clock, to midnight of the last day if the end has no hour; None if unknown."""
        if self.end is None or self.end.day.exact is None or self.start.day.exact is None:
            return None
        end = self.end.local or datetime.combine(self.end.day.exact, datetime.min.time())
        return end - self.first
