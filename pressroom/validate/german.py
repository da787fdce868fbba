"""German fields on the pages of another language: each of their words is marked as what it is."""

from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from pressroom.kinds.languages import RIGHT_TO_LEFT, SOURCE
from pressroom.kinds.values import PROSE, Model, Phone
from pressroom.words import German, isolated

Fields = TypeVar("Fields", bound=Model)


def marked(fields: Fields, lang: str) -> Fields:
    """Fields for pages in ``lang``: prose and names are German, numbers to call keep their direction.

    What are no words, such as addresses on the net and names of files, stay as they are; so do Sorbian names.
    """
    if lang == SOURCE:
        return fields
    update = {}
    for name in _wordy(type(fields)):
        value = getattr(fields, name)
        if value:
            update[name] = _marked(value, lang)
    if lang in RIGHT_TO_LEFT:
        update |= {name: isolated(value) for name in _called(type(fields)) if (value := getattr(fields, name))}
    return fields.model_copy(update=update) if update else fields


def _marked(value: Any, lang: str) -> Any:
    if isinstance(value, str):
        return German(value)
    if isinstance(value, Model):
        return marked(value, lang)
    if isinstance(value, tuple):
        return tuple(_marked(one, lang) for one in value)
    return {key: _marked(one, lang) for key, one in value.items()} if isinstance(value, dict) else value


@cache
def _wordy(model: type[Model]) -> tuple[str, ...]:
    """The fields that hold prose somewhere, by their declaration."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(name for name in model.model_fields if not name.endswith("_hsb") and _has_prose(hints[name]))


@cache
def _called(model: type[Model]) -> tuple[str, ...]:
    hints = get_type_hints(model, include_extras=True)
    return tuple(name for name in model.model_fields if Phone in (hints[name], *get_args(hints[name])))


def _has_prose(hint: Any) -> bool:
    if get_origin(hint) is Annotated and PROSE in hint.__metadata__:
        return True
    if isinstance(hint, type) and issubclass(hint, Model):
        return True
    return any(_has_prose(one) for one in get_args(hint))
