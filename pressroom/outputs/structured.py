"""The site's stories in the words of schema.org, for search engines and other programs."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pressroom import urls
from pressroom.kinds import Event, News, Project
from pressroom.kinds.dates import BERLIN, Moment
from pressroom.outputs.views import Link
from pressroom.validate import Site, Story

Block = dict[str, Any]
_EVENT_STATUS = {
    "scheduled": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "online": "EventMovedOnline",
}


def as_json(blocks: Iterable[Mapping[str, Any]]) -> str:
    """Blocks as JSON-LD that no text inside can break out of; empty where there are none."""
    graph = [_without_gaps(block) for block in blocks]
    if not graph:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _without_gaps(block: Mapping[str, Any]) -> Block:
    """What is unknown is left out."""
    return {key: value for key, value in block.items() if value not in (None, "", [], (), {})}


def breadcrumbs(way: Iterable[Link], site: Site) -> Block:
    """The way from the front page to here."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": step.text,
                "item": site.absolute(step.href),
            }
            for number, step in enumerate(way, 1)
        ],
    }


def organisation(site: Site) -> Block:
    """Who publishes the site."""
    client = site.settings.client
    street, _, town = (part.strip() for part in client.address.partition(","))
    code, _, locality = town.partition(" ")
    return {
        "@type": "GovernmentOrganization",
        "name": client.name,
        "telephone": client.phone,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": code,
            "addressLocality": locality,
            "addressCountry": "DE",
        },
    }


def website(site: Site) -> Block:
    """The site as a whole."""
    settings = site.settings
    return {
        "@type": "WebSite",
        "name": settings.title,
        "alternateName": settings.title_hsb,
        "description": settings.description,
        "url": site.absolute(urls.HOME),
        "inLanguage": site.lang,
    }


def news(story: Story[News], site: Site) -> Block:
    """A news story. A date known to the month stays a month: ``2021-12``."""
    return {
        "@type": "NewsArticle",
        "headline": story.fields.title,
        "description": story.fields.summary,
        "datePublished": str(story.fields.date),
        "dateModified": _day(story.fields.updated),
        "url": site.absolute(story.address),
        "inLanguage": story.lang,
        "publisher": {"@type": "Organization", "name": site.settings.organisation},
    }


def event(story: Story[Event], site: Site) -> Block:
    """An event with its times in the zone of the place."""
    told = story.fields
    place, organizer = site.place(told.place), site.partner(told.organizer)
    online = told.status == "online"
    new = told.new_start if told.status == "postponed" else None
    return {
        "@type": "Event",
        "name": told.title,
        "description": told.summary,
        "startDate": moment(new or told.start),
        "endDate": None if new else moment(told.end),
        "previousStartDate": moment(told.start) if new else None,
        "eventSchedule": _schedule(told),
        "eventStatus": f"https://schema.org/{'EventRescheduled' if new else _EVENT_STATUS[told.status]}",
        "eventAttendanceMode": f"https://schema.org/{'Online' if online else 'Offline'}EventAttendanceMode",
        "url": site.absolute(story.address),
        "inLanguage": story.lang,
        "location": _without_gaps({"@type": "Place", "name": place.fields.name, "address": place.fields.address})
        if place
        else None,
        "organizer": {"@type": "Organization", "name": organizer.fields.name} if organizer else None,
    }


def _schedule(told: Event) -> Block | None:
    """The rule of a series, where schema.org can tell it: every so many days, weeks, months or years."""
    rule = told.rule
    if rule is None:
        return None
    unit = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}[rule.frequency]
    return _without_gaps(
        {
            "@type": "Schedule",
            "startDate": str(told.start.day),
            "endDate": rule.until.date().isoformat() if rule.until else None,
            "repeatCount": rule.count,
            "repeatFrequency": f"P{rule.interval}{unit}",
            "startTime": f"{told.start.clock:%H:%M}" if told.start.clock else None,
            "scheduleTimezone": "Europe/Berlin",
        }
    )


def project(story: Story[Project], site: Site) -> Block:
    """A project with the grant that pays for it."""
    told = story.fields
    lead = site.partner(told.lead)
    grant = None
    if told.funding is not None and told.esf:
        cost = told.funding.eligible_cost
        fund = "Europäischer Sozialfonds" + (" Plus" if told.funding.programme == "esf-plus-2021-2027" else "")
        grant = _without_gaps(
            {
                "@type": "MonetaryGrant",
                "identifier": told.funding.code,
                "funder": {"@type": "Organization", "name": f"Europäische Union – {fund}"},
                "description": f"Förderfähige Gesamtkosten: {cost} EUR" if cost is not None else None,
            }
        )
    return {
        "@type": "Project",
        "name": told.title,
        "description": told.summary,
        "url": site.absolute(story.address),
        "foundingDate": str(told.start) if told.start else None,
        "dissolutionDate": str(told.end) if told.end else None,
        "parentOrganization": {"@type": "Organization", "name": lead.fields.name} if lead else None,
        "funding": grant,
    }


def dataset(
    site: Site, name: str, description: str, address: str, changed: str, licence: str, files: Iterable[tuple[str, str]]
) -> Block:
    """A set of data; ``files`` are address and media type of each way to have it."""
    return {
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": urls.absolute(address, site.base),
        "dateModified": changed,
        "license": licence,
        "isAccessibleForFree": True,
        "inLanguage": "de",
        "creator": {"@type": "Organization", "name": site.settings.organisation},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": urls.absolute(file, site.base), "encodingFormat": kind}
            for file, kind in files
        ],
    }


def moment(given: Moment | None) -> str | None:
    """As precise as it is known: ``2021``, ``2021-12``, ``2021-07-14``, ``2021-07-14T08:00:00+02:00``."""
    if given is None:
        return None
    local = given.local
    return local.replace(tzinfo=BERLIN).isoformat() if local is not None else str(given.day)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
