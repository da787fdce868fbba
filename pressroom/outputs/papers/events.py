"""The poster of an event, A3 and A4, with its day in the largest window; of a cancelled one, that it is off."""

from collections.abc import Iterator

from pressroom import calendar
from pressroom.calendar import Occurrence
from pressroom.files import File, Typeset, later
from pressroom.kinds import Event
from pressroom.kinds.dates import Moment
from pressroom.outputs import views
from pressroom.outputs.papers import offers
from pressroom.outputs.papers.sheet import Said, rows, said, sheet
from pressroom.outputs.stories import event_facts, told
from pressroom.validate import Site
from pressroom.words.series import rule_in_words

TEMPLATE = "print/event.typ"
DAYS = 4
"""So many days of a series stand on its poster."""


def posters(site: Site) -> Iterator[File]:
    """A poster A3 and one A4 for each event that is not over; what is over nobody pins up."""
    for story in told(site.events, site):
        for size in offers.event_sizes(story, site):
            yield later(offers.address(story, size), story.path, poster, story.id, size)


def poster(site: Site, name: str, size: offers.Size) -> Typeset:
    """The poster of one of them."""
    story = site.story("events", name)
    event: Event = story.fields
    days = calendar.upcoming(event, site.today, DAYS, calendar.horizon(site.today)) if event.rule is not None else ()
    notice = site.settings.funding_notice
    title = site.tongue.say("poster_title", title=event.title)
    values = {
        "status": event.status,
        "lit": event.status in ("scheduled", "online") or event.new_start is not None,
        "strong": said(_strong(event, site), site),
        "text": said(_text(event, site), site),
        "leaf": _leaf(event, days, site),
        "rule": said(views.dated(event, site), site) if rule_in_words(event, site.tongue) else "",
        "days_label": said(site.tongue["days_announced"], site),
        "days": [said(_day(one, _usual(days), site), site) for one in days],
        "facts": rows((row for row in event_facts(event, site) if row.label != site.tongue["when"]), site, german=True),
        "notice": [notice.union, f"{notice.fund} · {notice.region}"],
    }
    return sheet(site, story, TEMPLATE, size, title, values)


def _strong(event: Event, site: Site) -> str:
    """What must be known before anything else."""
    if event.status == "scheduled":
        return ""
    return site.tongue["cancelled_notice" if event.status == "cancelled" else f"{event.status}_notice"]


def _text(event: Event, site: Site) -> str:
    if event.status == "cancelled":
        return site.tongue["cancelled_text"]
    if event.status != "postponed":
        return ""
    if event.new_start is None:
        return site.tongue["postponed_open"]
    return site.tongue.say("instead", day=site.tongue.when(event.start, None))


def _leaf(event: Event, days: tuple[Occurrence, ...], site: Site) -> list[tuple[str, Said]]:
    """The lines in the window, each with how large it is: a day and its hours; of a series what is always the same."""
    usual = _usual(days)
    if usual is not None:
        weekday = site.tongue.weekday(usual.start.date())
        clocks = [site.tongue.hour(usual.start.time())] if usual.timed else []
        if usual.timed and usual.end is not None and usual.end_timed:
            clocks.append(site.tongue.say("until", end=site.tongue.hour(usual.end.time())))
        return _lines(("large", weekday), *zip(("large", "small"), clocks, strict=False), site=site)
    if days:
        begin, end = days[0].begins, days[0].ends
    elif event.status == "postponed" and event.new_start is not None:
        begin, end = event.new_start, None
    else:
        begin, end = event.start, event.end
    exact, year = begin.day.exact, str(begin.day.year)
    month = site.tongue.month(begin.day.first) if begin.day.month else ""
    at = ("small", hours(begin, end, site))
    if exact is None:
        return _lines(("large", month), ("large", year), at, site=site)
    day = site.tongue.say("leaf_day", day=exact.day)
    return _lines(("small", site.tongue.weekday(exact)), ("day", day), ("small", f"{month} {year}"), at, site=site)


def _lines(*lines: tuple[str, str], site: Site) -> list[tuple[str, Said]]:
    return [(kind, said(words, site)) for kind, words in lines if words]


def _usual(days: tuple[Occurrence, ...]) -> Occurrence | None:
    """A day of a series that stands for all that follow the rule: always the same weekday at the same hours."""
    ruled = [one for one in days if not (one.extra or one.moved)]
    alike = {(one.start.weekday(), one.start.time(), one.end.time() if one.end else None) for one in ruled}
    return ruled[0] if len(alike) == 1 else None


def hours(begin: Moment, end: Moment | None, site: Site) -> str:
    """``18 bis 22 Uhr``, ``18 Uhr``, or the last day of what lasts for days."""
    if end is not None and end.day != begin.day:
        return site.tongue.say("until", end=site.tongue.partial(end.day))
    if begin.clock is None:
        return ""
    if end is None or end.clock is None or end.clock == begin.clock:
        return site.tongue.hour(begin.clock)
    return site.tongue.say("from_to", start=site.tongue.clock(begin.clock), end=site.tongue.hour(end.clock))


def _day(one: Occurrence, usual: Occurrence | None, site: Site) -> str:
    """A day of a series, its hours if they are others than usual, and whether it is off."""
    same = usual is not None and (one.start.time(), one.end_timed) == (usual.start.time(), usual.end_timed)
    day = site.tongue.full_day(one.start.date()) if same else site.tongue.when(one.begins, one.ends)
    return day if one.status == "scheduled" else f"{day}: {site.tongue[f'status_{one.status}']}"
