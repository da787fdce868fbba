"""Events for calendar programs: one file for all, one for each."""

from collections.abc import Iterator

from pressroom import calendar, urls
from pressroom.calendar import Entry
from pressroom.files import Calendar, File
from pressroom.kinds import Event
from pressroom.validate import Site, Story


def events(site: Site) -> Iterator[File]:
    """The calendar of everything and of each event whose day is known. No day is made up for the others."""
    listed = [story for story in reversed(site.events) if calendar.can_be_listed(story.fields)]
    if not listed:
        return
    entries = tuple(_entry(story, site) for story in listed)
    path = urls.path(urls.section("events") + "termine.ics")
    yield File(path, Calendar(f"{site.settings.title}: Termine", entries), "content/events")
    for story, entry in zip(listed, entries, strict=True):
        yield File(urls.path(f"{story.address}termin.ics"), Calendar(story.fields.title, (entry,)), story.path)


def _entry(story: Story[Event], site: Site) -> Entry:
    told = story.fields
    place = site.place(told.place)
    address = urls.absolute(story.address, site.base)
    notes = [told.summary]
    notes += [f"Kosten: {told.cost}"] if told.cost else []
    notes += [f"Anmeldung: {told.registration}"] if told.registration else []
    access = told.accessibility or (place.fields.accessibility if place else None)
    notes += [f"Barrierefreiheit: {access}"] if access else []
    geo = None
    if place and place.fields.latitude is not None and place.fields.longitude is not None:
        geo = (float(place.fields.latitude), float(place.fields.longitude))
    return Entry(
        uid=f"{story.id}@termine.bautzen-gesundbrunnen",
        title=told.title,
        start=told.start,
        end=told.end,
        # When the entry was last changed, as far as the text says; a clock would make every build differ.
        stamp=told.updated or told.publish or told.start.day.first,
        status=told.status,
        description="\n".join([*notes, address]),
        location=", ".join(part for part in (place.fields.name, place.fields.address) if part) if place else "",
        url=address,
        geo=geo,
    )
