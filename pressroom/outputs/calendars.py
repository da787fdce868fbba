"""Events for calendar programs: all of them, by topic, by place, by organizer, and each alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pressroom import calendar, urls, words
from pressroom.calendar import Entry, Override
from pressroom.files import Calendar, File
from pressroom.kinds import Event, Place
from pressroom.kinds.event import STATUS_LABELS
from pressroom.validate import Site, Story

Chosen = Callable[[Story[Event]], bool]


def events(site: Site) -> Iterator[File]:
    """The calendar of everything, of each topic, place and organizer, and of each event whose day is known.

    No day is made up for the others, and no file is empty.
    """
    listed = {story.id: _entry(story, site) for story in reversed(site.events) if calendar.can_be_listed(story.fields)}
    for address, name, origin, chosen in _feeds(site):
        members = (story for story in reversed(site.events) if story.id in listed and chosen(story))
        entries = tuple(listed[story.id] for story in members)
        if entries:
            title = f"{site.settings.title}: {name}"
            yield File(urls.path(urls.calendar(address)), Calendar(title, entries), origin)
    for story in reversed(site.events):
        if story.id in listed:
            recipe = Calendar(story.fields.title, (listed[story.id],))
            yield File(urls.path(urls.calendar_of_one(story.address)), recipe, story.path)


def _feeds(site: Site) -> Iterator[tuple[str, str, str, Chosen]]:
    """The address of the list each feed belongs to, its name, its origin, and which events it holds."""
    yield urls.section("events"), "Termine", "content/events", lambda story: True
    for topic, title in site.settings.topics.items():
        yield (
            urls.by_topic("events", topic),
            f"Termine zum Thema {title}",
            "content/events",
            lambda story, topic=topic: topic in story.fields.topics,  # type: ignore[misc]
        )
    for place in site.places:
        yield (
            place.address,
            f"Termine am Ort {place.fields.name}",
            place.path,
            lambda story, place=place: story.fields.place == place.id,  # type: ignore[misc]
        )
    for partner in site.partners:
        yield (
            partner.address,
            f"Termine von {partner.fields.name}",
            partner.path,
            lambda story, partner=partner: story.fields.organizer == partner.id,  # type: ignore[misc]
        )


def _entry(story: Story[Event], site: Site) -> Entry:
    told = story.fields
    place = site.place(told.place)
    address = urls.absolute(story.address, site.base)
    recurs = calendar.times(told, calendar.horizon(site.today))
    entry = Entry(
        uid=f"{story.id}@termine.bautzen-gesundbrunnen",
        title=told.title,
        first=calendar.first(told),
        stamp=calendar.stamp(told),
        sequence=calendar.sequence(told),
        description=_description(told, place, address),
        location=_location(place),
        url=address,
        geo=_geo(place),
        times=recurs,
    )
    overrides = []
    for original, one in recurs.apart:
        there = site.place(one.place) or place
        why = one.reason or (STATUS_LABELS[one.status] if one.status != told.status else "")
        note = f"{words.sentence(why)}\n" if why else ""
        text = note + _description(told, there, address)
        overrides.append(Override(original, one, text, _location(there), _geo(there)))
    return replace(entry, overrides=tuple(overrides))


def _description(told: Event, place: Story[Place] | None, address: str) -> str:
    """What one wants to know on the way there, in plain lines."""
    access = told.accessibility or (place.fields.accessibility if place else None)
    rows = (
        ("Ort", _location(place)),
        ("Kosten", told.cost),
        ("Anmeldung", told.registration),
        ("Barrierefreiheit", access),
    )
    return "\n".join([told.summary, *(f"{label}: {text}" for label, text in rows if text), address])


def _location(place: Story[Place] | None) -> str:
    return ", ".join(part for part in (place.fields.name, place.fields.address) if part) if place else ""


def _geo(place: Story[Place] | None) -> tuple[float, float] | None:
    if place is None or place.fields.latitude is None or place.fields.longitude is None:
        return None
    return float(place.fields.latitude), float(place.fields.longitude)
