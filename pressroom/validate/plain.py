"""Says which German texts are hard to read, and where: one hint a text, and one for its abbreviations.

Only ``build.py check`` asks for it: to measure a text takes half a millisecond, which no build has to spare.
"""

from collections.abc import Iterator

from pressroom import legibility
from pressroom.catalogue.legibility import HINTS
from pressroom.kinds.languages import SOURCE
from pressroom.kinds.legibility import Legibility
from pressroom.legibility import Hard, Piece, Verdict
from pressroom.load import Found, Source
from pressroom.memo import Memo, digest
from pressroom.problems import Desk, Row, quoted
from pressroom.validate.record import source_of
from pressroom.validate.site import Site

__all__ = ["HINTS", "hints"]

SIMPLE = "de-simple"
WORTH_WORKERS = 150
_NOTE = "legibility"
_FIELDS = ("summary", "aims", "results", "timeline", "series")
"""Fields that are read as sentences. Titles are none, and sources are others' words."""
_IN_GROUPS = ("text", "note")


def hints(site: Site) -> tuple[Row, ...]:
    """What is to be said of all texts, each measured again only if it, or a limit, is not what it was.

    All of it is one note that asks nothing: so a build that does not want it keeps it all the same.
    """
    memo, told = site.memo, site.settings.legibility
    note = memo.ledger.recall(_NOTE)
    known = {path: (mark, rows) for path, mark, rows in note.outcome} if note is not None else {}
    limits = digest(repr(told).encode()).hex()
    files = [found for found in site.context.files.values() if found.lang in ("", SIMPLE)]
    marks = {found.path: f"{limits} {memo.contents.digest(found.file)}" for found in files}
    missing = [(found,) for found in files if known.get(found.path, ("",))[0] != marks[found.path]]
    for (found,), rows in zip(missing, memo.each(_measure, told, missing, worth_workers=WORTH_WORKERS), strict=True):
        known[found.path] = marks[found.path], rows
    outcome = tuple((found.path, *known[found.path]) for found in files)
    memo.ledger.keep(_NOTE, {}, outcome)
    return tuple(row for _, _, rows in outcome for row in rows)


def _measure(memo: Memo, told: Legibility, found: Found) -> tuple[Row, ...]:
    desk = Desk()
    # What is wrong with the file was said when it was read.
    source = source_of(memo, found, Desk())
    if source is not None:
        of_text(source, told, desk)
    return desk.rows()


def of_text(source: Source, told: Legibility, desk: Desk) -> None:
    """Measures a German text and reports what is hard in it; Einfache Sprache is held to limits of its own."""
    simple = source.lang == SIMPLE
    limits = told.limits(source.folder, source.lang or SOURCE)
    verdict = legibility.judged(_pieces(source), limits, frozenset(told.known), simple=simple)
    if verdict is None:
        return
    if verdict.hardest:
        code = "simple-hard" if simple else "text-hard"
        what, cure = _what(verdict, limits), _cure(verdict.hardest[0], limits)
        desk.report(code, source.path, verdict.hardest[0].line, 0, what=what, cure=cure)
    if verdict.short:
        code = "simple-abbreviation" if simple else "text-abbreviation"
        text = ", ".join(f"„{short}“" for short in verdict.short)
        desk.report(code, source.path, verdict.line, 0, text=text)


def _pieces(source: Source) -> Iterator[Piece]:
    for field in _FIELDS:
        value = source.fields.get(field)
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            place = (field, number) if isinstance(value, list) else (field,)
            if isinstance(item, str):
                yield legibility.of_words(item, source.place(*place).line)
            elif isinstance(item, dict):
                for key in _IN_GROUPS:
                    if isinstance(text := item.get(key), str):
                        yield legibility.of_words(text, source.place(*place, key).line)
    if source.text:
        yield legibility.of_markdown(source.text, source.text_line)


def _what(verdict: Verdict, limits: legibility.Limits) -> str:
    """The figures of the whole, if they are the trouble, and the hardest sentences."""
    whole = [
        f"{name} {_shown(score)}, gut ist höchstens {_shown(most)}"
        for name, score, most in (
            ("Wiener Sachtextformel", verdict.wiener, limits.wiener),
            ("LIX", verdict.lix, limits.lix),
        )
        if score is not None
    ]
    said = f"{'; '.join(whole)}. " if whole else ""
    hardest = [f"Zeile {hard.line} ({', '.join(_why(hard))}): „{quoted(hard.text)}“" for hard in verdict.hardest]
    return f"{said}Am schwersten: {'; '.join(hardest)}"


def _why(hard: Hard) -> Iterator[str]:
    if hard.length:
        yield f"{hard.length} Wörter"
    if hard.words:
        words = ", ".join(f"„{quoted(word)}“" for word in hard.words)
        yield f"{'langes Wort' if len(hard.words) == 1 else 'lange Wörter'} {words}"
    if hard.passive:
        yield f"Passiv „{quoted(hard.passive)}“"


def _cure(hard: Hard, limits: legibility.Limits) -> str:
    """What helps the hardest sentence."""
    if hard.length:
        return (
            f"Teilen Sie den Satz in Zeile {hard.line}: ein Gedanke, ein Satz, höchstens {limits.sentence} Wörter. "
            "Prüfen Sie danach die anderen Stellen."
        )
    if hard.words:
        return f"Sagen Sie „{quoted(hard.words[0])}“ in Zeile {hard.line} mit kürzeren Wörtern, oder erklären Sie es."
    return f"Sagen Sie in Zeile {hard.line}, wer etwas tut: „Der Verein baut“ statt „es wird gebaut“."


def _shown(score: float) -> str:
    return f"{score:.1f}".replace(".", ",").removesuffix(",0")
