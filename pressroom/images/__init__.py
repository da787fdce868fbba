"""Pictures made fit for the web: upright, small enough, in true colours, and without anything but the picture."""

from pressroom.images.grounds import GROUNDS
from pressroom.images.look import MOST_HEIGHT, MOST_WIDTH, WIDTHS, Look, Shape, look
from pressroom.images.painting import painted
from pressroom.images.reading import MOST_PIXELS, Broken
from pressroom.images.sharing import SHARING
from pressroom.images.variants import Variants, Want, variants

__all__ = [
    "GROUNDS",
    "MOST_HEIGHT",
    "MOST_PIXELS",
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
