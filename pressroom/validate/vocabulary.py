"""The site's own words in each language: content/words/de.yaml, and beside it one file for each other language."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pressroom.kinds.languages import LANGUAGES, SOURCE
from pressroom.load import Found, Source
from pressroom.memo import Memo, digest
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.validate.record import source_of
from pressroom.words import Said, plurals

_FILLED = re.compile(r"\{(\w*)\}")
REVIEW = "review"
"""Whether a native speaker has looked through a file, ``pending`` or ``done``; kept beside its words."""


Words = Mapping[str, Said]
Vocabulary = dict[str, Words]
"""What is said in each language there is."""


def read(memo: Memo, files: Iterable[Found], german: str, desk: Desk) -> bytes:
    """The vocabulary of the site, as the digest of a value of the memo; mistakes go to the desk.

    ``german`` is the path of the words that must be there; empty where nothing is.
    """
    found = tuple(files)
    memo.ledger.answerers["vocabulary"] = lambda about: digest(
        "\n".join(f"{one.path} {memo.contents.digest(one.file)}" for one in found).encode()
    )
    note = memo.ledger.recall("vocabulary")
    if note is None:
        own = Desk()
        with memo.ledger.noting() as asked:
            memo.ledger.ask("vocabulary")
            sources = {one.name: source for one in found if (source := source_of(memo, one, own)) is not None}
            if german and SOURCE not in sources:
                own.report("words-none", german)
            vocabulary = _vocabulary(sources, own)
        note = memo.ledger.keep("vocabulary", asked, (memo.keep(vocabulary), own.rows()))
    kept, rows = note.outcome
    desk.again(rows)
    value: bytes = kept
    return value


def _vocabulary(sources: Mapping[str, Source], desk: Desk) -> Vocabulary:
    for name, source in sources.items():
        if name not in LANGUAGES:
            known = ", ".join(f"{lang}.yaml" for lang in LANGUAGES)
            desk.report("words-language", source.path, 0, text=quoted(name), known=known)
    if SOURCE not in sources:
        return {}
    german = _words(SOURCE, sources[SOURCE], None, desk)
    lost = _lost(sources, desk)
    told = {SOURCE: german}
    for lang in LANGUAGES[1:]:
        if lang in sources:
            told[lang] = _words(lang, sources[lang], ({**german, **lost}, sources[SOURCE]), desk)
    return told


def _lost(sources: Mapping[str, Source], desk: Desk) -> Words:
    """The words that German has lost, which is told once and not of every language: several others have them, or one
    has, and no German word looks like it.
    """
    german = sources[SOURCE]
    others = [source for lang, source in sources.items() if lang in LANGUAGES and lang != SOURCE]
    lost: dict[str, Any] = {}
    for key in dict.fromkeys(key for source in others for key in source.fields if key != REVIEW):
        having = [source for source in others if key in source.fields]
        if key not in german.fields and (len(having) > 1 or not did_you_mean(key, german.fields)):
            places = ", ".join(f"{source.path}, Zeile {source.place(key).line}" for source in having)
            desk.report("words-lost", german.path, text=quoted(key), held=f" Es steht noch in {places}.")
            lost[key] = having[0].fields[key]
    return lost


def _words(lang: str, source: Source, original: tuple[Words, Source] | None, desk: Desk) -> Words:
    """The words of one file, held against the German ones."""
    german = original[0] if original else {}
    said: dict[str, Said] = {}
    for key, value in source.fields.items():
        place = source.place(key)
        if key == REVIEW:
            said[key] = str(value)
            continue
        if original and key not in german:
            desk.report("words-unknown", source.path, *place, text=quoted(key), hint=did_you_mean(key, german))
        elif isinstance(value, list) or isinstance(value, dict) != isinstance(german.get(key, value), dict):
            desk.report("words-form", source.path, *place, text=quoted(key), wanted=_wanted(lang, german.get(key)))
        elif isinstance(value, dict) and (lacking := [form for form in plurals(lang) if not value.get(form)]):
            desk.report("words-plural", source.path, *place, text=quoted(key), forms=", ".join(lacking))
        elif value and _gaps(value) <= _gaps(german.get(key, value)):
            said[key] = value if isinstance(value, str) else {form: str(text) for form, text in value.items()}
        elif value:
            gaps = ", ".join(f"{{{gap}}}" for gap in sorted(_gaps(german[key]))) or "keine"
            desk.report("words-gap", source.path, *place, text=quoted(key), gaps=gaps)
    if original:
        for key in (key for key in german if key not in source.fields and key in original[1].fields):
            line = original[1].place(key).line
            text = german[key] if isinstance(german[key], str) else key
            here = source.place(key).line if (key,) in source.places else 0
            desk.report("words-missing", source.path, here, text=quoted(key), line=line, german=quoted(str(text)))
    return said


def _gaps(value: object) -> set[str]:
    """What is filled in when a word is said."""
    texts = value.values() if isinstance(value, Mapping) else [value]
    return {gap for text in texts for gap in _FILLED.findall(str(text))}


def _wanted(lang: str, german: Said | None) -> str:
    if isinstance(german, Mapping):
        return f"eine Gruppe mit {', '.join(plurals(lang))}"
    return "ein Text"
