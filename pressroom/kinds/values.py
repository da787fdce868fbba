"""What a single value may be, and what is said when it is not."""

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from pressroom.kinds.dates import Partial
from pressroom.typography import polish

SAFE_SCHEMES = ("https", "http", "mailto", "tel")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\s-]*):")
_MAIL = re.compile(r"[^\s@<>\"'():]+@[^\s@<>\"'()]+\.[^\s@<>\"'().]{2,}")
_PHONE = re.compile(r"[+(]?\d[\d /()-]*\d")
_WEB = re.compile(r"https?://[^\s<>\"/?#\[\]@:]+\.[^\s<>\"/?#\[\]@:]+(:\d{1,5})?([/?#][^\s<>\"]*)?")


class Model(BaseModel):
    """What all declarations have in common: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid", ser_json_inf_nan="strings")


def plain(value: Any) -> str:
    """One text, as written; raises for lists and groups."""
    if not isinstance(value, str):
        raise PydanticCustomError("value-form", "", {"expected": "ein Text"})
    return value.strip()


def limited(most: int) -> Any:
    """A check that a text has at most so many characters."""

    def check(value: str) -> str:
        if len(value) > most:
            raise PydanticCustomError("value-long", "", {"length": len(value), "most": most})
        return value

    return check


def one_line(most: int) -> Any:
    """A single line of prose, with German typography and at most so many characters."""

    def read(value: Any) -> str:
        text: str = limited(most)(polish(" ".join(plain(value).split())))
        return text

    return read


def yes_or_no(value: Any) -> bool:
    """``yes``/``no``, ``ja``/``nein``, ``true``/``false``."""
    text = plain(value).lower()
    if text in ("yes", "ja", "true"):
        return True
    if text in ("no", "nein", "false"):
        return False
    raise PydanticCustomError(
        "value-choice", "", {"text": text, "known": "yes (ja) und no (nein)", "options": "yes,no,ja,nein"}
    )


def items(value: Any) -> Any:
    """A list; a single text counts as a list, its items parted by commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, dict):
        raise PydanticCustomError("value-form", "", {"expected": "eine Liste"})
    return value


def sentences(value: Any) -> Any:
    """A list of sentences; a single sentence counts as a list of one."""
    if isinstance(value, str | dict):
        return [value]
    return value


def web_address(value: Any) -> str:
    """An address on the web, http or https."""
    text = plain(value)
    if unsafe(text) or (_SCHEME.match(text) and not text.lower().startswith("http")):
        raise PydanticCustomError("url-unsafe", "", {"text": text, "allowed": "Adressen mit https:// oder http://"})
    if not _WEB.fullmatch(text):
        raise PydanticCustomError("url-form", "", {"text": text})
    return text


def is_web_address(text: str) -> bool:
    """Whether a text is an address on the web."""
    return _WEB.fullmatch(text) is not None


def unsafe(target: str) -> bool:
    """Whether an address could run code or carry data: anything with a scheme that is not on the short list.

    Browsers overlook white space and control characters inside a scheme, so they are taken out first.
    """
    bare = re.sub(r"[\x00-\x20\x7f]", "", target)
    match = _SCHEME.match(bare)
    return bare.startswith("//") or (match is not None and match[1].lower() not in SAFE_SCHEMES)


def mail_address(value: Any) -> str:
    """An e-mail address."""
    text = plain(value)
    if not _MAIL.fullmatch(text):
        raise PydanticCustomError("value-mail", "", {"text": text})
    return text


def phone_number(value: Any) -> str:
    """A telephone number as people write it: ``03591 534-501``."""
    # Word makes long dashes of hyphens; nobody sees the difference, and a telephone does not dial it.
    text = re.sub("[–—‐‑−]", "-", plain(value))
    if not _PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < 3:
        raise PydanticCustomError("value-phone", "", {"text": text})
    return text


def dial(number: str) -> str:
    """The number as a telephone dials it, with Germany's prefix: ``+493591534501``."""
    digits = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    return digits if digits.startswith("+") else "+49" + digits.removeprefix("0")


def number(least: float, most: float, cure: str, digits: str = r"-?\d+([.,]\d+)?") -> Any:
    """A decimal number between two bounds, written with digits only or with the German comma."""

    def read(value: Any) -> Decimal:
        text = plain(value)
        try:
            result = Decimal(text.replace(",", "."))
        except InvalidOperation:
            result = Decimal("NaN")
        if not re.fullmatch(digits, text) or not Decimal(str(least)) <= result <= Decimal(str(most)):
            raise PydanticCustomError("value-number", "", {"text": text, "cure": cure})
        return result

    return read


def digits(count: int, cure: str) -> Any:
    """So many digits, kept as text, because leading zeros count."""

    def read(value: Any) -> str:
        text = plain(value)
        if not re.fullmatch(f"[0-9]{{{count}}}", text):
            raise PydanticCustomError("value-number", "", {"text": text, "cure": cure})
        return text

    return read


_TEXT = {"type": ["string", "number", "boolean"]}
PROSE = "prose"
"""Stands in the declaration of what are words of the language the content is written in."""
Line = Annotated[str, PlainValidator(one_line(200)), WithJsonSchema({**_TEXT, "maxLength": 200}), PROSE]
Title = Annotated[str, PlainValidator(one_line(120)), WithJsonSchema({**_TEXT, "maxLength": 120}), PROSE]
Summary = Annotated[str, PlainValidator(one_line(320)), WithJsonSchema({**_TEXT, "maxLength": 320}), PROSE]
Sentence = Annotated[str, PlainValidator(one_line(600)), WithJsonSchema({**_TEXT, "maxLength": 600}), PROSE]
Plain = Annotated[str, PlainValidator(plain), WithJsonSchema(_TEXT)]
Web = Annotated[str, PlainValidator(web_address), WithJsonSchema({"type": "string", "format": "uri"})]
Mail = Annotated[str, PlainValidator(mail_address), WithJsonSchema({"type": "string", "format": "email"})]
Phone = Annotated[str, PlainValidator(phone_number), WithJsonSchema(_TEXT)]
Yes = Annotated[
    bool,
    PlainValidator(yes_or_no),
    WithJsonSchema({"enum": ["yes", "no", "ja", "nein", "true", "false", True, False]}),
]
Ids = Annotated[tuple[Plain, ...], BeforeValidator(items)]
Marks = Annotated[str, PlainValidator(one_line(20_000)), WithJsonSchema(_TEXT)]
"""What a program wrote for itself."""
Sentences = Annotated[tuple[Sentence, ...], BeforeValidator(sentences)]
Euro = Annotated[
    Decimal,
    # 241.571 could be meant either way, so a point or comma takes exactly one or two digits behind it.
    PlainValidator(number(0, 10**10, "Schreiben Sie den Betrag in Euro nur mit Ziffern: 241571", r"\d+([.,]\d\d?)?")),
    WithJsonSchema({"type": ["number", "string"]}),
]
Percent = Annotated[
    Decimal,
    PlainValidator(number(0, 100, "Schreiben Sie den Anteil in Prozent, nur die Zahl: 95")),
    WithJsonSchema({"type": ["number", "string"]}),
]
Latitude = Annotated[
    Decimal,
    PlainValidator(number(47, 55.1, "Nördliche Breite in Grad mit Punkt: 51.1903")),
    WithJsonSchema({"type": ["number", "string"]}),
]
Longitude = Annotated[
    Decimal,
    PlainValidator(number(5.8, 15.1, "Östliche Länge in Grad mit Punkt: 14.4417")),
    WithJsonSchema({"type": ["number", "string"]}),
]


Postcode = Annotated[
    str,
    PlainValidator(digits(5, "Schreiben Sie die Postleitzahl mit fünf Ziffern: 02625")),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{5}$"}),
]
MunicipalityKey = Annotated[
    str,
    PlainValidator(digits(8, "Schreiben Sie den Gemeindeschlüssel mit acht Ziffern, ohne Leerzeichen: 14625020")),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{8}$"}),
]


class Reference(Model):
    """Where a statement comes from."""

    title: Line | None = Field(default=None, title="Titel", description="Wer hat was veröffentlicht.")
    url: Web | None = Field(default=None, title="Adresse", description="Vollständig, mit https://.")
    date: Partial | None = Field(default=None, title="Datum", description="So genau, wie es bekannt ist.")


def _reference(value: Any) -> Any:
    """A source may be a bare address or a group."""
    if isinstance(value, str):
        return {"url": value}
    if isinstance(value, dict) and not (value.get("url") or value.get("title")):
        raise PydanticCustomError("source-empty", "", {})
    return value


Source = Annotated[Reference, BeforeValidator(_reference)]
Sources = Annotated[tuple[Source, ...], BeforeValidator(sentences)]
