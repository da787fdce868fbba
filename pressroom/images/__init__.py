"""Pictures made fit for the web: upright, small enough, in true colours, and without anything but the picture."""

from pressroom.images.broken import Broken
from pressroom.images.grounds import GROUNDS
from pressroom.images.look import MOST_HEIGHT, MOST_WIDTH, WIDTHS, Look, Shape, look
from pressroom.images.painting import painted
from pressroom.images.variants import SHARING, Variants, Want, variants

__all__ = [
    "GROUNDS",
    "MOST_HEIGHT",
    "MOST_WIDTH",
    "SHARING",
    "WIDTHS",
    "Broken",
    "Look",
    "Shape",
    "Variants",
    "Want",
    "look",
    "painted",
    "variants",
]
