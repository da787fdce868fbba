"""Ten cards to cut out and hand on: whom to call, in the size of a visiting card, with the way to the contact page."""

from collections.abc import Iterator

from pressroom import urls
from pressroom.files import File, Typeset, later
from pressroom.outputs.frame import way_to
from pressroom.outputs.papers import offers
from pressroom.outputs.papers.leaflet import listed
from pressroom.outputs.papers.sheet import said, sheet
from pressroom.outputs.stories import told
from pressroom.validate import Site

TEMPLATE = "print/cards.typ"


def sheets(site: Site) -> Iterator[File]:
    """One sheet, where there is a contact page."""
    for story in told(filter(None, [site.page(urls.CONTACT)]), site):
        if not story.draft:
            yield later(offers.card_sheet(story), story.path, cards)


def cards(site: Site) -> Typeset:
    """The sheet of ten. Who answers by name changes more often than cards are printed, so nobody is named."""
    story = site.page(urls.CONTACT)
    assert story is not None
    client = way_to(site.settings.client)
    place = [part.strip() for part in site.settings.client.address.split(",")]
    values = {
        "phone_label": said(site.tongue["phone"], site),
        "phone": client.phone.text if client.phone else "",
        "name": said(client.name, site, german=True),
        "place": [said(part, site, german=True) for part in place],
        "email": client.email.text if client.email else "",
        "hours": listed(client.hours, site),
    }
    return sheet(site, story, TEMPLATE, "a4", site.tongue.say("cards_title", name=site.settings.title), values)
