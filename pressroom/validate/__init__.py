"""From Source to Site: kinds checked, relations resolved, everything sorted once."""

from pressroom.validate.assemble import Order, to_site
from pressroom.validate.kinds import KINDS, SHELVES
from pressroom.validate.links import credit
from pressroom.validate.site import Design, Media, Site, Story, Withheld

__all__ = ["KINDS", "SHELVES", "Design", "Media", "Order", "Site", "Story", "Withheld", "credit", "to_site"]
