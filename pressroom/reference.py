"""What editors may write, as JSON Schema for their tools and as a page for themselves."""

import json
from typing import Any, get_args

from pydantic.fields import FieldInfo

from pressroom.kinds import Kind
from pressroom.kinds.values import Model
from pressroom.validate.fields import declared, inner
from pressroom.validate.kinds import KINDS, PICTURE, SETTINGS


def documents() -> dict[str, str]:
    """Every document by its path in the repository."""
    kinds = (*KINDS, PICTURE, SETTINGS)
    made = {f"schemas/{kind.name}.schema.json": _schema(kind) for kind in kinds}
    made["docs/felder.md"] = _page(kinds)
    return made


def _schema(kind: Kind) -> str:
    schema = kind.model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = kind.many
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _page(kinds: tuple[Kind, ...]) -> str:
    lines = [
        "# Alle Felder",
        "",
        "Diese Seite wird aus dem Programm erzeugt (`build.py schemas`); bitte nicht von Hand ändern.",
        "Datumsangaben sind so genau, wie es bekannt ist: `2021-07-14`, `2021-07` oder `2021`.",
    ]
    for kind in kinds:
        where = f"content/{kind.folder}/…{kind.suffix}" if kind.folder else "content/site.yaml"
        lines += ["", f"## {kind.many} (`{where}`)", ""]
        lines += _table(kind.model)
    return "\n".join(lines) + "\n"


def _table(model: type[Model], above: str = "") -> list[str]:
    rows = [] if above else ["| Feld | Bedeutung | Pflicht | Beispiel |", "| --- | --- | --- | --- |"]
    for name, info in declared(model).items():
        # What takes several lines is shown by the examples of its parts, and in the handbook.
        example = f"`{info.examples[0]}`" if info.examples and "\n" not in info.examples[0] else ""
        needed = "ja" if info.is_required() else ""
        choices = _choices(info)
        words = f"{info.title}. {info.description or ''}{choices}".replace("|", "\\|")
        rows.append(f"| `{above}{name}` | {words} | {needed} | {example} |")
        part = inner(info.annotation)
        if part is not None:
            rows += _table(part, f"{above}{name}.")
    return rows


def _choices(info: FieldInfo) -> str:
    extra: Any = info.json_schema_extra
    labels = extra.get("labels") if isinstance(extra, dict) else None
    options = [option for option in get_args(info.annotation) if isinstance(option, str)]
    if labels:
        return " Möglich: " + ", ".join(f"`{option}` ({label})" for option, label in labels.items()) + "."
    return " Möglich: " + ", ".join(f"`{option}`" for option in options) + "." if options else ""
