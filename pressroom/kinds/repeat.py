"""How an event comes back: in an office's words, or by a rule."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from pressroom.kinds.dates import Day, order_error
from pressroom.kinds.recurrence import MOST_DAYS, Recurrence, last_second, parse_rule
from pressroom.kinds.spoken import WEEKDAYS, Every, On, parse_every, parse_on
from pressroom.kinds.values import Model, Title, items, number, plain


class Break(Model):
    """School holidays."""

    title: Title = Field(title="Name", description="Wie die Ferien heißen.", examples=["Winterferien 2027"])
    start: Day = Field(title="Erster Tag", description="Der erste freie Tag.")
    end: Day = Field(title="Letzter Tag", description="Der letzte freie Tag.")

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: date, info: ValidationInfo) -> date:
        start = info.data.get("start")
        if start is not None and end < start:
            raise order_error(start, end)
        return end


@dataclass(frozen=True, slots=True)
class Breaks:
    """The school holidays a series leaves out; ``validate`` fills in those of content/site.yaml."""

    ranges: tuple[Break, ...] = ()


def _skip(value: Any) -> Breaks:
    if isinstance(value, Breaks):
        return value
    text = plain(value)
    if text != "skip":
        raise PydanticCustomError("value-choice", "", {"text": text, "known": "skip", "options": "skip", "meant": ""})
    return Breaks()


_WORD = {"type": "string"}
_times = number(1, MOST_DAYS, f"Schreiben Sie, wie oft es stattfindet: eine ganze Zahl von 1 bis {MOST_DAYS}.", r"\d+")
_OnDay = Annotated[On, PlainValidator(parse_on), WithJsonSchema(_WORD)]


class Repeat(Model):
    """When an event comes back: ``every`` in plain words, or ``rule`` as RFC 5545 writes it."""

    every: (
        Annotated[
            Every, PlainValidator(parse_every), WithJsonSchema({**_WORD, "examples": ["week", "2 weeks", "month"]})
        ]
        | None
    ) = Field(
        default=None,
        title="Wie oft",
        description="week, 2 weeks, month, 3 months, day oder year.",
        examples=["week"],
    )
    on: Annotated[tuple[_OnDay, ...], BeforeValidator(items, json_schema_input_type=str | list[str])] = Field(
        default=(),
        title="Wochentag",
        description="Bei week: [monday, thursday]; bei month: 2nd tuesday, last friday oder last day. Ohne Angabe gilt "
        "der Tag aus start.",
        examples=["2nd tuesday"],
    )
    until: Day | None = Field(
        default=None, title="Bis", description="Letzter Tag, der noch dazugehört.", examples=["2027-06-30"]
    )
    times: (
        Annotated[
            int,
            PlainValidator(lambda value: value if isinstance(value, int) else int(_times(value))),
            WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "maximum": MOST_DAYS}),
        ]
        | None
    ) = Field(
        default=None,
        title="Anzahl",
        description="Statt until: wie oft. Ausgefallene Tage zählen mit.",
        examples=["10"],
    )
    rule: Annotated[Recurrence, PlainValidator(parse_rule), WithJsonSchema(_WORD)] | None = Field(
        default=None,
        title="Regel",
        description="Statt every, on, until und times: eine Regel nach RFC 5545 (RRULE).",
        examples=["FREQ=MONTHLY;BYDAY=2TU"],
    )
    holidays: Literal["skip"] | None = Field(
        default=None, title="Feiertage", description="skip: nicht an gesetzlichen Feiertagen in Sachsen."
    )
    school_holidays: Annotated[Breaks, PlainValidator(_skip), WithJsonSchema({"const": "skip"})] | None = Field(
        default=None,
        title="Schulferien",
        description="skip: nicht in den Schulferien, die in content/site.yaml stehen.",
        examples=["skip"],
    )

    @field_validator("on")
    @classmethod
    def _on_fits_every(cls, on: tuple[On, ...], info: ValidationInfo) -> tuple[On, ...]:
        every: Every | None = info.data.get("every")
        if every is not None and len({day.weekday is None for day in on}) > 1:
            cure = "Schreiben Sie entweder last day, oder Wochentage."
            raise PydanticCustomError("repeat-on", "", {"text": "last day", "every": str(every), "cure": cure})
        for day in on if every is not None else ():
            assert every is not None
            cure = ""
            if every.frequency in ("DAILY", "YEARLY"):
                cure = "Lassen Sie die Zeile weg; es gilt der Tag aus start."
            elif every.frequency == "WEEKLY" and day.position:
                only = WEEKDAYS[day.weekday] if day.weekday is not None else "tuesday"
                cure = f"Schreiben Sie nur den Wochentag, on: {only}, oder stellen Sie auf „every: month“ um."
            elif every.frequency == "MONTHLY" and not day.position:
                cure = f"Schreiben Sie, der wievielte im Monat: 1st {day}, 2nd {day}, … oder last {day}."
            if cure:
                raise PydanticCustomError("repeat-on", "", {"text": str(day), "every": str(every), "cure": cure})
        return tuple(sorted(set(on)))

    @field_validator("times")
    @classmethod
    def _one_end(cls, times: int | None, info: ValidationInfo) -> int | None:
        if times is not None and info.data.get("until") is not None:
            raise conflict("repeat.until", "Behalten Sie eine der beiden Zeilen: bis wann, oder wie oft.")
        return times

    @field_validator("rule")
    @classmethod
    def _one_rule(cls, rule: Recurrence | None, info: ValidationInfo) -> Recurrence | None:
        given = next((name for name in ("every", "on", "until", "times") if info.data.get(name)), None)
        if rule is not None and given:
            cure = "Die Regel sagt schon alles. Behalten Sie entweder rule, oder every mit on und until."
            raise conflict(f"repeat.{given}", cure)
        return rule

    @model_validator(mode="after")
    def _says_how_often(self) -> Self:
        if self.every is None and self.rule is None:
            raise PydanticCustomError("repeat-empty", "", {})
        return self

    @property
    def recurrence(self) -> Recurrence:
        """The one model both spellings give."""
        if self.rule is not None:
            return self.rule
        assert self.every is not None
        return Recurrence(
            frequency=self.every.frequency,
            interval=self.every.interval,
            days=tuple((day.position, day.weekday) for day in self.on if day.weekday is not None),
            month_days=tuple(-1 for day in self.on if day.weekday is None),
            count=self.times,
            until=last_second(self.until) if self.until else None,
        )


def conflict(other: str, cure: str) -> PydanticCustomError:
    """What to raise for a field that cannot stand beside another."""
    return PydanticCustomError("field-conflict", "", {"other": other, "cure": cure})
