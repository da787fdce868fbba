"""What happened when, and how a figure changed over the years."""

from typing import Annotated

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from pressroom.kinds.dates import Partial, PartialDate, order_error
from pressroom.kinds.values import Line, Model, Plain, Sentence, Sources, Title, number

_whole = number(
    0,
    10**12,
    "Schreiben Sie nur Ziffern, ohne Punkt und Leerzeichen: 7520. Ein Wort wie „rund“ steht im Feld text.",
    r"\d+",
)

Whole = Annotated[
    int,
    PlainValidator(lambda value: int(_whole(value))),
    WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d+$"}),
]
"""A whole number of 0 or more. Like Euro it is written without thousands signs, so that 7.520 has one meaning."""


class Span(Model):
    """A point in time, or the time between two, each as precise as it is known."""

    date: Partial = Field(
        title="Datum", description="So genau, wie es bekannt ist: 2003-07-01, 2003-07 oder 2003.", examples=["2003-07"]
    )
    end: Partial | None = Field(
        default=None, title="Ende", description="Nur, wenn es länger dauerte.", examples=["2004"]
    )
    sources: Sources = Field(
        default=(),
        title="Quellen",
        description="Wie bei Nachrichten. Steht die Quelle oben schon ganz, genügt hier ihre Adresse.",
    )

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: PartialDate | None, info: ValidationInfo) -> PartialDate | None:
        start = info.data.get("date")
        if start is not None and end is not None and end.last < start.first:
            raise order_error(start, end, "date")
        return end

    @property
    def last(self) -> PartialDate:
        """The end, or the date itself where there is none."""
        return self.end or self.date


class Milestone(Span):
    """An entry of a timeline. It leads to one page at most."""

    title: Title = Field(
        title="Überschrift", description="Was geschah, in wenigen Wörtern.", examples=["Das Röhrscheidtbad öffnet"]
    )
    text: Sentence | None = Field(default=None, title="Text", description="Ein oder zwei Sätze dazu.")
    project: Plain | None = Field(
        default=None,
        title="Vorhaben",
        description="Wohin die Überschrift führt: Dateiname ohne Endung aus content/projects/.",
        examples=["spielpark-sprejnik"],
    )
    news: Plain | None = Field(
        default=None,
        title="Nachricht",
        description="Oder aus content/news/.",
        examples=["2016-12-19-foerderbescheid"],
    )
    event: Plain | None = Field(
        default=None, title="Termin", description="Oder aus content/events/.", examples=["2018-03-einwohnerforum"]
    )
    place: Plain | None = Field(
        default=None, title="Ort", description="Oder aus content/places/.", examples=["roehrscheidtbad"]
    )

    @field_validator("news", "event", "place")
    @classmethod
    def _leads_to_one_page(cls, name: str | None, info: ValidationInfo) -> str | None:
        other = next((field for field in ("project", "news", "event") if info.data.get(field)), None)
        if name is not None and other is not None:
            raise PydanticCustomError("relation-many", "", {"other": other})
        return name


class Value(Span):
    """A figure at one time."""

    value: Whole = Field(title="Wert", description="Eine ganze Zahl, nur Ziffern.", examples=["7520"])
    text: Line | None = Field(
        default=None,
        title="Wort vor der Zahl",
        description="Wenn die Zahl gerundet ist. Sie wird dann auch so gezeichnet.",
        examples=["rund"],
    )
    when: Line | None = Field(
        default=None,
        title="Zeitpunkt in Worten",
        description="Wenn die Quelle kein Datum nennt; date und end sagen dann, wo der Wert gezeichnet wird.",
        examples=["Ende der 1980er Jahre"],
    )


class Series(Model):
    """A figure over the years."""

    title: Title = Field(
        title="Überschrift", description="Was gezählt wurde.", examples=["Wie viele Menschen hier leben"]
    )
    unit: Line = Field(title="Einheit", description="Wer oder was gezählt wurde.", examples=["Menschen"])
    note: Sentence | None = Field(
        default=None, title="Anmerkung", description="Was man wissen muss, um die Zahlen richtig zu lesen."
    )
    values: tuple[Value, ...] = Field(
        title="Werte", description="Liste aus date, value, text, when und sources, wenigstens einer."
    )

    @field_validator("values")
    @classmethod
    def _holds_something(cls, values: tuple[Value, ...]) -> tuple[Value, ...]:
        if not values:
            raise PydanticKnownError("missing")
        return values
