"""The next day on which the same texts become another website.

No clock runs on the server: what a page says of time, it says as of the day it was built. From one day to the next a
build differs for seven reasons, and ``changes`` knows all of them:

- a story appears (``publish``), or was shown for the last time the day before (``expires``);
- an event is over (``calendar.is_over``);
- a day of a series is over, or one on which it was off;
- on the first of a month the lists of dates reach a month further (``calendar.soon``, ``calendar.ahead``), and so do
  the open data and the programmes to print;
- a consent lapses; then the build is refused until somebody has cured it;
- on 1 January the calendar files of endless series tell the days off of one year more (``calendar.horizon``).

Some places carry the day itself and differ after every build: „Stand:“ on the front page, above the list of events and
on the pages of months, and ``data-search-today`` on the page of the search. They are no reason to build.

A project that passes its end changes no page; how far it is, an editor says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pressroom import calendar
from pressroom.kinds import Event
from pressroom.validate import Site, Story

_DAY = timedelta(days=1)
_INNER = str.maketrans("„“", "‚‘")


@dataclass(frozen=True, slots=True)
class Change:
    """A build on ``day`` gives another website than one on the day before.

    ``reason`` is a German sentence without its full stop.
    """

    day: date
    path: str
    reason: str


def next_changes(site: Site) -> tuple[Change, ...]:
    """What changes on the next day on which anything does, by path; empty if no day to come changes anything.

    What follows is not told, because a story that has yet to appear brings changes of its own.
    """
    found = tuple(changes(site))
    first = min((change.day for change in found), default=None)
    return tuple(sorted((change for change in found if change.day == first), key=lambda one: (one.path, one.reason)))


def changes(site: Site) -> Iterator[Change]:
    """The next change of each story and picture as it is known today, in no order."""
    for hidden in site.withheld:
        if hidden.day is not None and hidden.day > site.today:
            yield Change(hidden.day, hidden.path, f"{named(hidden.title)} erscheint")
    for story in (*site.news, *site.events, *site.projects, *site.pages):
        told = story.fields
        if told.expires is not None:
            yield Change(told.expires + _DAY, story.path, f"{named(told.title)} wird nicht mehr gezeigt")
    yield from _events(site)
    for media in site.pictures.values():
        consent = media.fields.consent
        if media.fields.needs_consent and consent is not None and consent.until is not None:
            reason = f"die Einwilligung zum Bild {media.name} ist abgelaufen, und ohne neue bricht jeder Bau ab"
            yield Change(consent.until + _DAY, media.path, reason)


def _days(story: Story[Event], today: date) -> Iterator[Change]:
    """The next day of an event that will be over, and the next on which a series is off."""
    told = story.fields
    following = calendar.next_after(told, today)
    if following is not None and following.last != calendar.last_day(told):
        told_of = f"ein Tag von {named(told.title)}" if told.rule is not None else named(told.title)
        yield Change(following.last + _DAY, story.path, f"{told_of} ist vorbei")
    for off in calendar.days_off(told, today, calendar.soon(today))[:1]:
        yield Change(off.day + _DAY, story.path, f"ein freier Tag von {named(told.title)} ist vorbei")


def _month(site: Site) -> Iterator[Change]:
    """The first of the next month, if a list of dates is another then."""
    begin = calendar.month_after(site.today)
    soon, ahead = calendar.soon(site.today), calendar.ahead(site.today)
    for story in site.events:
        told = story.fields
        running = told.start.day.first < begin and not calendar.is_over(told, begin)
        if (
            running
            or calendar.occurrences(told, site.today.replace(day=1), begin - _DAY)
            or calendar.occurrences(told, ahead + _DAY, calendar.ahead(begin))
            or (told.rule is not None and calendar.occurrences(told, soon + _DAY, calendar.soon(begin)))
            or calendar.days_off(told, soon + _DAY, calendar.soon(begin))
            or (site.papers and _on_programmes(told, site.today))
        ):
            yield Change(begin, story.path, "die Listen der Termine reichen einen Monat weiter")
            return


def _on_programmes(event: Event, today: date) -> bool:
    """Whether the first of the next month takes a programme away or brings one that holds an event."""
    return bool(
        calendar.in_month(event, today.replace(day=1)) or calendar.in_month(event, calendar.month_after(today, 2))
    )


def _events(site: Site) -> Iterator[Change]:
    yield from _month(site)
    new_year = date(site.today.year + 1, 1, 1)
    for story in site.events:
        told = story.fields
        if calendar.is_over(told, site.today):
            continue
        last = calendar.last_day(told)
        yield from _days(story, site.today)
        if last is not None:
            yield Change(last + _DAY, story.path, f"{named(told.title)} ist vorbei")
        elif calendar.times(told, calendar.horizon(site.today)) != calendar.times(told, calendar.horizon(new_year)):
            yield Change(new_year, story.path, f"die Kalenderdatei von {named(told.title)} reicht ein Jahr weiter")


def named(title: str) -> str:
    """A title in quotation marks; those inside it become single ones."""
    return f"„{title.translate(_INNER)}“"
