"""What editors may write and what is checked, as JSON Schema for their tools and as pages for themselves."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from pressroom import hosting
from pressroom.catalogue import CATALOGUE, GROUPS
from pressroom.catalogue.entry import FILLED
from pressroom.kinds import Kind
from pressroom.kinds.values import Model
from pressroom.validate.fields import declared, inner
from pressroom.validate.kinds import KINDS, PICTURE, SETTINGS


def documents() -> dict[str, str]:
    """Every document by its path in the repository."""
    kinds = (*KINDS, PICTURE, SETTINGS)
    made = {f"schemas/{kind.name}.schema.json": _schema(kind) for kind in kinds}
    made["docs/felder.md"] = _page(kinds)
    made["docs/nginx.conf"] = hosting.nginx("/")
    made["docs/regeln.md"] = "\n".join(_rules()) + "\n"
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


def _rules() -> Iterator[str]:
    """Every rule with its source, and below it the messages that watch over it."""
    yield from (
        "# Alle Regeln",
        "",
        "Diese Seite wird aus dem Programm erzeugt (`build.py schemas`); bitte nicht von Hand ändern.",
        "Ein **Fehler** verhindert, dass die Website gebaut wird. Ein *Hinweis* verhindert es nicht; gilt er für einen",
        "Beitrag nicht, nennt dieser unter `waivers:` die Kennung, den Grund und den Tag (docs/handbuch.md).",
        "Wo „Wortlaut bestätigen“ steht, lag die Vorschrift selbst nicht vor; es gilt der Zuwendungsbescheid.",
    )
    for group, rules in GROUPS.items():
        yield from ("", f"## {group}")
        for rule in rules:
            source = f"[{rule.source}]({rule.url})" if rule.url else rule.source
            yield from ("", f"### {rule.number}", "", f"{rule.demand}  ")
            yield f"Quelle: {source}{'' if rule.confirmed else ' – Wortlaut bestätigen'}"
            messages = [(code, entry) for code, entry in sorted(CATALOGUE.items()) if entry.rule == rule.number]
            yield from ("", rule.kept) if rule.kept else ()
            yield from ("",) if messages else ()
            for code, entry in messages:
                mark = "**Fehler**" if entry.severity == "error" else "*Hinweis*"
                yield f"- `{code}` ({mark}): {FILLED.sub('…', entry.message)}"


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
