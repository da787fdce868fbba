"""The drawings of the design, each described once and drawn by day and by night."""

from pressroom.outputs.drawing.buildings import leaning_house, pool, slabs
from pressroom.outputs.drawing.district import panorama
from pressroom.outputs.drawing.facade import tile
from pressroom.outputs.drawing.light import DAY, NIGHT, Light
from pressroom.outputs.drawing.outdoors import skate_bowl, spree, well
from pressroom.outputs.drawing.polygons import Painting, share, share_panorama

__all__ = [
    "DAY",
    "NIGHT",
    "Light",
    "Painting",
    "leaning_house",
    "panorama",
    "pool",
    "share",
    "share_panorama",
    "skate_bowl",
    "slabs",
    "spree",
    "tile",
    "well",
]
