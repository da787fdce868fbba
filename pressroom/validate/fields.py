"""From strings with lines to a model, and from the model's complaints to messages."""

import re
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from pressroom.catalogue import CATALOGUE
from pressroom.kinds.values import Model
from pressroom.load import Source
from pressroom.problems import Desk, did_you_mean, nearest, quoted
from pressroom.validate.synonyms import SYNONYMS

M = TypeVar("M", bound=Model)

_FORMS = {
    "string_type": "ein Text",
    "list_type": "eine Liste",
    "tuple_type": "eine Liste",
    "dict_type": "eine Gruppe von Angaben",
    "model_type": "eine Gruppe von Angaben",
    "model_attributes_type": "eine Gruppe von Angaben",
}


def read(model: type[M], source: Source, desk: Desk) -> M | None:
    """The model filled from a file, or None after every mistake has been reported."""
    try:
        return model.model_validate(dict(source.fields))
    except ValidationError as trouble:
        complaints = trouble.errors(include_url=False)
        meant = {
            (*complaint["loc"][:-1], _meant(str(complaint["loc"][-1]), _names(model, complaint["loc"])))
            for complaint in complaints
            if complaint["type"] == "extra_forbidden"
        }
        for complaint in complaints:
            # "titel: gibt es nicht. Meinten Sie title?" says all there is to say; "title fehlt" would be a second
            # message for one mistake. So it would be beside "Diese Zeile ist keine Angabe".
            if complaint["type"] != "missing" or (
                complaint["loc"] not in meant and not _passed(model, source, complaint)
            ):
                _report(model, source, complaint, desk)
        return None


def _report(model: type[Model], source: Source, complaint: Any, desk: Desk) -> None:
    """One complaint of pydantic as one message of ours."""
    loc: tuple[str | int, ...] = complaint["loc"]
    context: dict[str, Any] = dict(complaint.get("ctx") or {})
    for name in ("text", "start", "end"):
        if name in context:
            context[name] = quoted(context[name])
    code, field, given = complaint["type"], name_of(loc), complaint["input"]
    if code == "missing":
        _missing(model, source, loc, desk)
        return
    place = source.place(*loc)
    if code == "extra_forbidden":
        known = _names(model, loc)
        meant = _meant(str(loc[-1]), known)
        hint = f" Meinten Sie „{meant}“?" if meant else ""
        desk.report("field-unknown", source.path, *place, field=field, known=", ".join(known), hint=hint)
    elif code == "literal_error" and isinstance(given, str):
        _choice(model, source, loc, quoted(str(given)), desk)
    elif code in _FORMS or code in ("value-form", "literal_error"):
        expected = context["expected"] if code == "value-form" else _FORMS.get(code, "ein Wort")
        cure = _form_cure(given, str(expected))
        desk.report("value-form", source.path, *place, field=field, found=_found(given), expected=expected, cure=cure)
    elif code == "value-choice":
        options, meant = context.pop("options").split(","), context.pop("meant", "")
        hint = f" Meinten Sie „{meant}“?" if meant else did_you_mean(context["text"], options)
        desk.report(code, source.path, *place, field=field, hint=hint, **context)
    else:
        assert code in CATALOGUE, f"no message for {code}"
        desk.report(code, source.path, *place, field=field, **context)


def _missing(model: type[Model], source: Source, loc: tuple[str | int, ...], desk: Desk) -> None:
    """A required field that is not there, or stands there without a value."""
    info = _info(model, loc)
    words = {
        "title": info.title if info else "",
        "help": (info.description or "") if info else "",
        "field": name_of(loc),
    }
    labels = _labels(info)
    if labels:
        words["help"] = f"{words['help']} Möglich sind: {', '.join(labels)}."
    if loc in source.places:
        if desk.retract("yaml-comment", source.path, source.places[loc].line):
            words["help"] = (
                "Was mit # beginnt, ist eine Anmerkung; gehört es zum Wert, setzen Sie es in Anführungszeichen."
            )
        desk.report("field-empty", source.path, *source.places[loc], **words)
        return
    where = f"unter „{name_of(loc[:-1])}“ " if len(loc) > 1 else ""
    line = source.place(*loc[:-1]).line if len(loc) > 1 else 1
    desk.report("field-missing", source.path, line, 0, where=where, name=loc[-1], **words)


def _passed(model: type[Model], source: Source, complaint: Any) -> bool:
    """Whether a missing value stands in a line that was passed over: behind the field's name, or below it."""
    loc = complaint["loc"]
    if loc in source.places:
        return source.places[loc].line + 1 in source.passed
    first = (re.match(r"[\w-]*", line.lstrip(" -")) for line in source.passed.values())
    return len(loc) == 1 and any(word and _meant(word[0], _names(model, loc)) == loc[0] for word in first)


def name_of(loc: tuple[str | int, ...]) -> str:
    """A field as an editor knows it: ``sources (2).url``."""
    name = ""
    for part in loc:
        name += f" ({part + 1})" if isinstance(part, int) else f".{quoted(part, 40)}" if name else quoted(part, 40)
    return name


def declared(model: type[Model]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that editors write."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _model_at(model: type[Model], loc: tuple[str | int, ...]) -> type[Model]:
    """The model whose fields a place in the file belongs to."""
    for part in loc:
        info = declared(model).get(str(part))
        below = inner(info.annotation) if info else None
        if below is not None:
            model = below
    return model


def inner(annotation: Any) -> type[Model] | None:
    """The model inside an annotation such as ``tuple[WebLink, ...]`` or ``Funding | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for part in get_args(annotation):
        found = inner(part)
        if found is not None:
            return found
    return None


def _info(model: type[Model], loc: tuple[str | int, ...]) -> FieldInfo | None:
    return declared(_model_at(model, loc[:-1])).get(str(loc[-1]))


def _names(model: type[Model], loc: tuple[str | int, ...]) -> list[str]:
    return list(declared(_model_at(model, loc[:-1])))


def _meant(word: str, known: list[str]) -> str | None:
    """The field somebody meant, found by its name or by the German word for it."""
    meant = next((field for field in SYNONYMS.get(word.lower(), ()) if field in known), None)
    return meant or nearest(word, known)


def _choice(model: type[Model], source: Source, loc: tuple[str | int, ...], text: str, desk: Desk) -> None:
    info = _info(model, loc)
    options = [str(option) for option in _options(info.annotation if info else None)]
    labels = _labels(info)
    known = [f"{option} ({labels[option]})" if option in labels else option for option in options]
    german = {str(label): option for option, label in labels.items()}
    match = nearest(text, german)
    hint = f" Meinten Sie „{german[match]}“?" if match else did_you_mean(text, options)
    words = {"field": name_of(loc), "text": text, "known": ", ".join(known), "hint": hint}
    desk.report("value-choice", source.path, *source.place(*loc), **words)


def _labels(info: FieldInfo | None) -> dict[str, str]:
    """The German words for a field's choices, where it has some."""
    extra = info.json_schema_extra if info else None
    labels = extra.get("labels", {}) if isinstance(extra, dict) else {}
    return {str(option): str(label) for option, label in labels.items()} if isinstance(labels, dict) else {}


def _options(annotation: Any) -> list[Any]:
    found: list[Any] = []
    for part in get_args(annotation):
        found += [part] if isinstance(part, str) else _options(part)
    return found


def _found(given: Any) -> str:
    if isinstance(given, dict):
        return "eine Gruppe von Angaben"
    if isinstance(given, list):
        return "eine Liste"
    return f"„{quoted(str(given))}“"


def _form_cure(given: Any, expected: str) -> str:
    if expected == "eine Liste":
        return "Schreiben Sie eine Zeile je Eintrag, mit „- “ davor, oder alles in eckigen Klammern: [eins, zwei]."
    if expected == "eine Gruppe von Angaben":
        return "Schreiben Sie eine Zeile je Angabe, zwei Leerzeichen eingerückt; docs/felder.md nennt die Angaben."
    if isinstance(given, dict):
        return "Ist es ein Text mit Doppelpunkt, setzen Sie ihn in gerade Anführungszeichen."
    return "Schreiben Sie nur einen Wert, ohne Klammern und ohne Bindestrich davor."
