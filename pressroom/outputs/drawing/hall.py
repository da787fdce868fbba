"""The swimming hall: a roof like a wave above a front of glass."""

from pressroom.outputs.drawing.light import Light
from pressroom.outputs.drawing.shapes import box, fill, line, moved

WAVE = "M0-58c24-26 58-30 90-6s60 22 88 0 44-16 62 2"


def hall(light: Light, x: float, foot: float, scale: float = 1) -> str:
    """The hall seen from the front, 240 units long and 80 high; ``x`` is its left edge."""
    gleams = "M58-44h26L66-8H40zM92-44h8L82-8h-8zM190-44h30L202-8h-30z"
    return moved(
        x,
        foot,
        fill(light.pane, f"{WAVE}V0H0z"),
        fill(light.recess, gleams),
        line(light.wall, 36, "M19-26H235", dash="2 18"),
        line(light.wall, 2, "M0-44H240"),
        fill(
            light.wall,
            box(0, -60, 5, 60),
            box(235, -60, 5, 60),
            f"{WAVE}v12c-18-18-34-24-62-2s-56 24-88 0-66-20-90 6z",
        ),
        fill(light.plinth, box(0, -8, 240, 8)),
        line(light.roof, 9, WAVE, round=True),
        scale=scale,
    )
