"""Rules that hold between the fields of one story: dates in names, gaps in the legal entries."""

import re
from datetime import date
from urllib.parse import urlsplit

from pressroom.catalogue import CATALOGUE
from pressroom.kinds import Event, News, Page, Place, Project, Settings
from pressroom.kinds.dates import PartialDate
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Model
from pressroom.load import Source
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.urls import bare_id
from pressroom.validate import funding
from pressroom.validate.fields import name_of

_MARKS = re.compile(r"</?[a-z][^>]*>|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\)")

_LEGAL = {
    "provider": "der Diensteanbieter (§ 5 DDG)",
    "represented_by": "wer den Diensteanbieter vertritt (§ 5 DDG)",
    "responsible": "wer für den Inhalt verantwortlich ist (§ 18 Abs. 2 MStV)",
    "privacy_contact": "die Adresse des Datenschutzbeauftragten (Art. 13 DSGVO)",
    "text_licence": "unter welcher Lizenz die Texte stehen",
    "data_licence": "unter welcher Lizenz die offenen Daten stehen",
}


def of_story(fields: Model, source: Source, today: date, desk: Desk) -> None:
    """The rules for one story."""
    if isinstance(fields, News):
        _date_and_name("date", fields.date, source, desk)
    if isinstance(fields, Event):
        _date_and_name("start", fields.start.day, source, desk)
    if isinstance(fields, StoryFields):
        _plain_words(fields, source, desk)
        _waivers(fields, source, desk)
    if isinstance(fields, Place):
        _both_coordinates(fields, source, desk)
    if isinstance(fields, Project):
        funding.of_project(fields, source, today, desk)


def _date_and_name(field: str, day: PartialDate, source: Source, desk: Desk) -> None:
    """The date in a file's name orders the folder; it must not tell another day than the story."""
    bare = bare_id(source.name)
    leading = source.name[: len(source.name) - len(bare)].rstrip("-")
    if leading and not (str(day).startswith(leading) or leading.startswith(str(day))):
        desk.report("date-clash", source.path, *source.place(field), field=field, name=leading, date=str(day))


def _plain_words(story: StoryFields, source: Source, desk: Desk) -> None:
    """Titles, summaries and entries are plain words; marks of Markdown or HTML would be shown as they are."""
    said: list[tuple[tuple[str | int, ...], str | None]] = [(("title",), story.title), (("summary",), story.summary)]
    if isinstance(story, Page):
        for number, entry in enumerate(story.timeline):
            said += [(("timeline", number, "title"), entry.title), (("timeline", number, "text"), entry.text)]
        said += [(("series", number, "note"), figure.note) for number, figure in enumerate(story.series)]
    for field, text in said:
        found = _MARKS.search(text or "")
        if found:
            words = {"field": name_of(field), "text": quoted(found[0])}
            desk.report("value-markup", source.path, *source.place(*field), **words)


def _waivers(story: StoryFields, source: Source, desk: Desk) -> None:
    """Only hints can be waived, and only those there are."""
    hints = sorted(code for code, entry in CATALOGUE.items() if entry.severity == "warning")
    for number, waiver in enumerate(story.waivers):
        place, text = source.place("waivers", number, "code"), quoted(waiver.code)
        if waiver.code not in CATALOGUE:
            desk.report("waiver-unknown", source.path, *place, text=text, hint=did_you_mean(waiver.code, hints))
        elif waiver.code not in hints:
            desk.report("waiver-error", source.path, *place, text=text)


def _both_coordinates(place: Place, source: Source, desk: Desk) -> None:
    for field, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if getattr(place, field) is None and getattr(place, other) is not None:
            info = Place.model_fields[field]
            words = {"field": field, "name": field, "where": "", "title": info.title, "help": info.description}
            desk.report("field-missing", source.path, source.place(other).line, 0, **words)


def of_settings(settings: Settings, source: Source, desk: Desk) -> None:
    """The notice on every page, and gaps that only the client can fill."""
    funding.of_settings(settings, source, desk)
    host = urlsplit(settings.base_url).hostname or ""
    if host.endswith((".example", ".invalid", ".test")):
        text = "die wirkliche Adresse der Website (base_url)"
        desk.report("legal-gap", source.path, source.place("base_url").line, 0, text=text)
    for name, what in _LEGAL.items():
        if getattr(settings.legal, name) is None:
            desk.report("legal-gap", source.path, source.place("legal", name).line, 0, text=what)
