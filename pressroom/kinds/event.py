"""Events: what takes place, when and where."""

import re
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from pressroom.kinds.dates import Moment, When, order_error
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Line, Plain

_TIME = re.compile(r"\d{1,2}:\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

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
    status: Status = Field(
        default="scheduled",
        title="Stand",
        description="Ob es stattfindet.",
        examples=["cancelled"],
        json_schema_extra={"labels": dict(STATUS_LABELS)},
    )

    @model_validator(mode="before")
    @classmethod
    def _end_on_the_same_day(cls, data: Any) -> Any:
        """An end that is a time alone belongs to the day of the start."""
        if isinstance(data, dict):
            start, end = data.get("start"), data.get("end")
            if isinstance(start, str) and isinstance(end, str) and _TIME.fullmatch(end.strip()):
                day = _DAY.match(start.strip())
                # Without a day in the start there is nothing to add the time to; the start gets its own message.
                return {**data, "end": f"{day[0]} {end.strip()}"} if day else {**data, "end": None}
        return data

    @field_validator("status", mode="before")
    @classmethod
    def _known_status(cls, value: Any) -> Any:
        return value.strip() if isinstance(value, str) else value

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: Moment | None, info: ValidationInfo) -> Moment | None:
        start = info.data.get("start")
        if start is not None and end is not None and end.clock is not None and start.clock is None:
            example = f"auch den Beginn mit Uhrzeit: start: {start.day} 10:00"
            raise PydanticCustomError("date-form", "", {"text": str(end), "example": example})
        if start is not None and end is not None and ends_before(start, end):
            raise order_error(start, end)
        return end


def ends_before(start: Moment, end: Moment) -> bool:
    """Whether an end certainly lies before its start, given how precisely both are known."""
    if start.local is not None and end.local is not None:
        return end.local < start.local
    return end.day.last < start.day.first
