"""From Source to Site: kinds checked, relations resolved, everything sorted once."""

from pressroom.validate.assemble import Telling, reread, to_site
from pressroom.validate.index import Order, Withheld
from pressroom.validate.kinds import KINDS, SHELVES
from pressroom.validate.links import credit, description, offer
from pressroom.validate.media import Media
from pressroom.validate.plain import HINTS, hints
from pressroom.validate.site import Site
from pressroom.validate.slow import remembered
from pressroom.validate.story import Design, Story

__all__ = [
    "HINTS",
    "KINDS",
    "SHELVES",
    "Design",
    "Media",
    "Order",
    "Site",
    "Story",
    "Telling",
    "Withheld",
    "credit",
    "description",
    "hints",
    "offer",
    "remembered",
    "reread",
    "to_site",
]
