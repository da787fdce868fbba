"""What stories name: whether it exists, and which stories name a thing."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

from pressroom.kinds import Settings
from pressroom.load import Source
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.validate import fields
from pressroom.validate.site import Story

_REFERENCES = {
    "projects": ("projects", "Vorhaben"),
    "partners": ("partners", "Partner"),
    "events": ("events", "Termin"),
    "lead": ("partners", "Partner"),
    "organizer": ("partners", "Partner"),
    "place": ("places", "Ort"),
    "project": ("projects", "Vorhaben"),
    "news": ("news", "Nachricht"),
    "event": ("events", "Termin"),
}
"""Each field that names something: the folder of content/ it lies in, and what it is."""


def check(
    drafts: Iterable[tuple[Story[Any], Source]],
    by_folder: Mapping[str, list[Source]],
    settings: Settings | None,
    desk: Desk,
) -> None:
    """Reports every id and topic that does not exist, with the nearest one that does."""
    for story, source in drafts:
        told = story.fields
        within = [((), told)] + [(("timeline", n), entry) for n, entry in enumerate(getattr(told, "timeline", ()))]
        for (above, teller), (field, (folder, what)) in product(within, _REFERENCES.items()):
            given = getattr(teller, field, None) or ()
            names = {other.name for other in by_folder.get(folder, ())}
            for number, name in enumerate((given,) if isinstance(given, str) else given):
                if name not in names:
                    place = source.place(*above, field, number)
                    words = {
                        "field": fields.name_of((*above, field)),
                        "text": quoted(name),
                        "what": what,
                        "hint": did_you_mean(name, names),
                    }
                    desk.report("id-unknown", story.path, *place, **words)
        for number, topic in enumerate(getattr(told, "topics", ())):
            if settings is not None and topic not in settings.topics:
                words = {"known": ", ".join(settings.topics), "hint": did_you_mean(topic, settings.topics)}
                place = source.place("topics", number)
                desk.report("topic-unknown", story.path, *place, field="topics", text=quoted(topic), **words)


def named(story: Story[Any]) -> set[str]:
    """The keys of everything a story names."""
    told = story.fields
    keys = {f"projects/{name}" for name in told.projects} | {f"partners/{name}" for name in told.partners}
    keys |= {f"events/{name}" for name in getattr(told, "events", ())}
    for field, folder in (("lead", "partners"), ("organizer", "partners"), ("place", "places")):
        if getattr(told, field, None):
            keys.add(f"{folder}/{getattr(told, field)}")
    return keys
