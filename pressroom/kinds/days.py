"""What is different on single days of a series: off, moved, additional, cancelled."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from pressroom.kinds.dates import Day, Moment, check_order, end_on_the_same_day, parse_moment
from pressroom.kinds.values import Line, Model, Plain, items


def parse_exact(value: Any) -> Moment:
    """Reads a day with or without time; raises PydanticCustomError where only month or year is given."""
    moment = parse_moment(value)
    if moment.day.exact is None:
        example = "den Tag, wenn nötig mit Uhrzeit: 2027-04-07 19:00"
        raise PydanticCustomError("date-form", "", {"text": str(moment), "example": example})
    return moment


Exactly = Annotated[
    Moment,
    PlainValidator(parse_exact),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([ T]\d{1,2}:\d{2})?$"}),
]


class DayOff(Model):
    """A day on which a series is off, as planned."""

    date: Day = Field(title="Tag", description="Ein Tag der Serie.", examples=["2027-02-16"])
    reason: Line | None = Field(default=None, title="Grund", description="Steht dabei.", examples=["Betriebsausflug"])


_END: Any = Field(default=None, title="Ende", description="Nur, wenn es anders dauert als sonst.", examples=["21:00"])
_PLACE: Any = Field(default=None, title="Ort", description="Nur, wenn es anderswo ist.", examples=["schiefes-haus"])
_REASON: Any = Field(default=None, title="Grund", description="Steht dabei.")


class Moved(Model):
    """One day of a series at another time or place."""

    date: Day = Field(title="Tag", description="Der Tag, an dem es sonst wäre.", examples=["2027-04-06"])
    to: Exactly | None = Field(
        default=None,
        title="Verlegt auf",
        description="Neuer Tag, wenn nötig mit Uhrzeit. Ohne Angabe bleibt der Tag, und place nennt den neuen Ort.",
        examples=["2027-04-07 19:00"],
    )
    end: Exactly | None = _END
    place: Plain | None = _PLACE
    reason: Line | None = _REASON

    _same_day = model_validator(mode="before")(lambda data: end_on_the_same_day(data, "to", "date"))

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to is not None and self.end is not None:
            check_order(self.to, self.end, "to")
        return self


class Extra(Model):
    """A day beside those of the rule."""

    date: Exactly = Field(
        title="Tag", description="Mit Uhrzeit, wenn sie anders ist als sonst.", examples=["2027-05-06 17:00"]
    )
    end: Exactly | None = _END
    place: Plain | None = _PLACE
    reason: Line | None = _REASON

    _same_day = model_validator(mode="before")(lambda data: end_on_the_same_day(data, "date"))

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end is not None:
            check_order(self.date, self.end, "date")
        return self


ChangeStatus = Literal["cancelled", "postponed", "online"]


class Change(Model):
    """What became of one day of a series that was already announced."""

    date: Day = Field(title="Tag", description="Ein Tag der Serie.", examples=["2027-04-13"])
    status: ChangeStatus = Field(
        title="Stand",
        description="Was mit diesem Tag ist.",
        examples=["cancelled"],
        json_schema_extra={
            "labels": {
                "cancelled": "abgesagt",
                "postponed": "verschoben, ohne neuen Tag",
                "online": "findet online statt",
            }
        },
    )
    reason: Line | None = Field(default=None, title="Grund", description="Steht dabei.", examples=["Heizung defekt"])


def _days(value: Any) -> Any:
    """A list whose items may be bare days; a single text counts as a list, its days parted by commas."""
    listed = items(value) if isinstance(value, str) else [value] if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return listed
    return [{"date": item} if isinstance(item, str) else item for item in listed]


DaysOff = Annotated[tuple[DayOff, ...], BeforeValidator(_days, json_schema_input_type=str | list[str | DayOff])]
Extras = Annotated[tuple[Extra, ...], BeforeValidator(_days, json_schema_input_type=str | list[str | Extra])]
Moves = Annotated[tuple[Moved, ...], BeforeValidator(_days, json_schema_input_type=list[Moved])]
Changes = Annotated[tuple[Change, ...], BeforeValidator(_days, json_schema_input_type=list[Change])]
