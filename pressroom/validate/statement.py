"""The rules of the statement on accessibility: nothing is claimed that was not found out, and nothing grows old."""

from datetime import date

from pressroom.kinds import Settings
from pressroom.kinds.accessibility import Accessibility
from pressroom.load import Source
from pressroom.problems import Desk

_GAPS = {
    "prepared": "der Tag, an dem die Erklärung zur Barrierefreiheit erstellt wurde",
    "result": "das Ergebnis einer Bewertung der Barrierefreiheit durch Menschen, mit Tag, Art und Stelle",
    "reported": "der Tag, an dem die Website der Überwachungsstelle gemeldet wurde",
    "enforcement": "die Durchsetzungsstelle für Barrierefreiheit",
}


def check(settings: Settings, source: Source, today: date, desk: Desk) -> None:
    """Reports claims without ground, gaps, and a year without review."""
    told = settings.accessibility
    if told is None:
        return
    _claims(told, source, desk)
    for name, what in _GAPS.items():
        if getattr(told, name) is None:
            desk.report("legal-gap", source.path, source.place("accessibility", name).line, 0, text=what)
    if told.contact is None or told.contact.unit is None:
        text = "wer Meldungen zur Barrierefreiheit bearbeitet (accessibility.contact.unit)"
        desk.report("legal-gap", source.path, source.place("accessibility", "contact").line, 0, text=text)
    if told.due is not None and told.due <= today:
        day = told.last_review
        line = source.place("accessibility", "reviewed").line
        desk.report("statement-old", source.path, line, 0, day=f"{day:%d.%m.%Y}")


def _claims(told: Accessibility, source: Source, desk: Desk) -> None:
    """A result rests on an assessment, and the best one on nothing that speaks against it."""
    place = source.place("accessibility", "result")
    if told.result is not None and not (told.assessed and told.method and told.assessor):
        desk.report("statement-claim", source.path, *place, text=told.result)
    elif told.result == "full" and not told.flawless:
        desk.report("statement-flaws", source.path, *place)
