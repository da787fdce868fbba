"""Events for calendar programs: all of them, by topic, by place, by organizer, and each alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pressroom import calendar, urls, words
from pressroom.calendar import Entry, Override, Spoken
from pressroom.files import Calendar, File, later
from pressroom.kinds import Event, Place
from pressroom.kinds.languages import SOURCE
from pressroom.outputs.stories import told
from pressroom.validate import Site, Story


def events(site: Site) -> Iterator[File]:
    """The calendar of everything, of each topic, place and organizer, and of each event whose day is known.

    No day is made up for the others, and no file is empty.
    """
    for origin, address, kind, name in _feeds(site):
        if any(calendar.can_be_listed(story.fields) for story in _members(site, kind, name)):
            yield later(urls.calendar(address), origin, feed, kind, name)
    for story in told(site.events, site):
        if calendar.can_be_listed(story.fields):
            yield later(urls.beside(story.address, "termin.ics"), story.path, single, story.id)


def _feeds(site: Site) -> Iterator[tuple[str, str, str, str]]:
    """The origin of each feed, the address of the list it belongs to, and whose it is."""
    yield "content/events", urls.section("events"), "all", ""
    for topic in site.settings.topics:
        yield "content/events", urls.by_topic("events", topic), "topic", topic
    if site.lang != SOURCE:
        # Places and partners have their pages in German alone.
        return
    for kind, stories in (("places", site.places), ("partners", site.partners)):
        for story in stories:
            yield story.path, story.address, kind, story.id


def _members(site: Site, kind: str, name: str) -> Sequence[Story[Event]]:
    """The events of a feed."""
    if kind == "all":
        return site.events
    if kind == "topic":
        return site.on_topic("events", name)
    field = {"places": "place", "partners": "organizer"}[kind]
    return [story for story in site.events_naming(f"{kind}/{name}") if getattr(story.fields, field) == name]


def feed(site: Site, kind: str, name: str) -> Calendar:
    """The calendar of a list."""
    title = site.tongue["events"]
    if kind == "topic":
        title = site.tongue.say("on_topic_calendar", topic=site.settings.topics[name])
    elif kind != "all":
        title = site.tongue.say(f"calendar_{kind}", name=site.story(kind, name).fields.name)
    stories = [story for story in reversed(_members(site, kind, name)) if calendar.can_be_listed(story.fields)]
    return Calendar(f"{site.settings.title}: {title}", tuple(site.derived(_entry, story.id) for story in stories))


def single(site: Site, name: str) -> Calendar:
    """The calendar of one event."""
    return Calendar(site.story("events", name).fields.title, (site.derived(_entry, name),))


def _entry(site: Site, name: str) -> Entry:
    story: Story[Event] = site.story("events", name)
    told = story.fields
    place = site.place(told.place)
    address = site.absolute(story.address)
    recurs = calendar.times(told, calendar.horizon(site.today))
    entry = Entry(
        uid=f"{story.id}@termine.bautzen-gesundbrunnen",
        title=told.title,
        first=calendar.first(told),
        stamp=calendar.stamp(told),
        sequence=calendar.sequence(told),
        description=_description(told, place, address, site),
        location=_location(place),
        url=address,
        geo=_geo(place),
        times=recurs,
        spoken=_spoken(story, site),
    )
    overrides = []
    for original, one in recurs.apart:
        there = site.place(one.place) or place
        why = one.reason or (site.tongue[f"status_{one.status}"] if one.status != told.status else "")
        note = f"{words.sentence(why)}\n" if why else ""
        text = note + _description(told, there, address, site)
        overrides.append(Override(original, one, text, _location(there), _geo(there)))
    return replace(entry, overrides=tuple(overrides))


def _spoken(story: Story[Event], site: Site) -> Spoken:
    """What must be known comes in the language of the calendar, whatever the title is in.

    In German calendars no language is named: all of it is German. In others places have their German names, and a
    description is named only where all of it is in one language.
    """
    tongue = site.tongue
    said = tongue["entry_cancelled"], tongue["entry_postponed"], tongue["entry_online"]
    if site.lang == SOURCE:
        return Spoken(*said)
    return Spoken(*said, story.lang, story.lang if story.lang == site.lang else "", SOURCE)


def _description(told: Event, place: Story[Place] | None, address: str, site: Site) -> str:
    """What one wants to know on the way there, in plain lines."""
    access = told.accessibility or (place.fields.accessibility if place else None)
    rows = (
        (site.tongue["place"], _location(place)),
        (site.tongue["cost"], told.cost),
        (site.tongue["registration"], told.registration),
        (site.tongue["accessibility"], access),
    )
    return "\n".join([told.summary, *(f"{label}: {text}" for label, text in rows if text), address])


def _location(place: Story[Place] | None) -> str:
    return ", ".join(part for part in (place.fields.name, place.fields.address) if part) if place else ""


def _geo(place: Story[Place] | None) -> tuple[float, float] | None:
    if place is None or place.fields.latitude is None or place.fields.longitude is None:
        return None
    return float(place.fields.latitude), float(place.fields.longitude)
