"""The projects as rows: one operation each, what is unknown is None."""

import re
from collections.abc import Iterable
from decimal import Decimal

from pressroom import urls
from pressroom.kinds import Place, Project
from pressroom.kinds.project import PROGRAMME_LABELS, PROJECT_STATUS_LABELS, Funding
from pressroom.outputs.opendata.columns import FUNDS, LOCATED, PERIODS
from pressroom.validate import Site, Story

Value = str | Decimal | None
Row = dict[str, Value]
"""The values of a row by the names of ``columns.COLUMNS``, in their order."""

_TOWN = re.compile(r"(?:(?P<street>.*),\s*)?(?P<postcode>\d{5})\s+(?P<town>[^,]+)")
_NONE = Funding.model_construct(programme="none", funders=())


def rows(site: Site) -> tuple[Row, ...]:
    """All published projects in the order of the site's list."""
    return tuple(_row(story, site) for story in site.projects if not story.draft)


def _row(story: Story[Project], site: Site) -> Row:
    told = story.fields
    funding = told.funding or _NONE
    source = next((reference.url for reference in told.sources if reference.url), None)
    return {
        "id": story.id,
        "code": funding.code,
        "status": PROJECT_STATUS_LABELS[told.status],
        "foerderung": PROGRAMME_LABELS[funding.programme] if told.funding else None,
        "foerderperiode": PERIODS.get(funding.programme),
        "fonds": FUNDS.get(funding.programme),
        "geldgeber": "; ".join(funding.funders) or None,
        "beguenstigter": _name(site, funding.beneficiary),
        "auftragnehmer": _name(site, funding.contractor),
        "traeger_weiterleitung": _name(site, told.lead),
        "titel": told.title,
        "zusammenfassung": told.summary,
        "zweck_ergebnisse": _purpose(told),
        "beginn": str(told.start) if told.start else None,
        "ende": str(told.end) if told.end else None,
        "foerderfaehige_kosten_eur": funding.eligible_cost,
        "gesamtkosten_eur": funding.total_cost,
        "kofinanzierungssatz": funding.cofinancing_rate,
        **_location(site.place(told.place), funding),
        "interventionskategorie": funding.intervention,
        "spezifisches_ziel": funding.specific_objective,
        "quelle_url": source,
        "seite_url": urls.absolute(story.address, site.base),
        "stand": story.changed or None,
    }


def _name(site: Site, partner: str | None) -> str | None:
    """Whoever has a name here is in the directory of partners, which holds organisations only."""
    story = site.partner(partner)
    return story.fields.name if story else None


def _purpose(told: Project) -> str | None:
    parts = (("Ziele", told.aims), ("Ergebnisse", told.results))
    return " ".join(f"{title}: {_joined(said)}" for title, said in parts if said) or None


def _joined(said: Iterable[str]) -> str:
    return " ".join(said)


def _location(place: Story[Place] | None, funding: Funding) -> Row:
    """Postcode and town of the place, else of the project; a place without a town is an indicator all the same."""
    there = place.fields if place else None
    address = there.address if there else None
    match = _TOWN.fullmatch(address) if address else None
    postcode, town = (match["postcode"], match["town"]) if match else (funding.postcode, funding.town)
    street = match["street"] if match else address
    return {
        "plz": postcode,
        "ort": town,
        "ortsangabe": ", ".join(part for part in (there.name, street) if part) if there else None,
        "breite": there.latitude if there else None,
        "laenge": there.longitude if there else None,
        "land": LOCATED if postcode else None,
    }
