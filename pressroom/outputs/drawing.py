"""The pictures of the design, drawn from a few shapes: slabs with lit windows, the well, the leaning house, the Spree.

Each is drawn twice from one description, by day and by night. No outlines, two tones and the sun.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import gcd
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of one time of day."""

    sky: str
    far: str
    wall: str
    roof: str
    pane: str
    balcony: str
    ground: str
    water: str
    ripple: str
    leaf: str
    trunk: str
    orb: str
    sun: str
    clay: str
    well: str


DAY = Light(
    sky="#dff0ef",
    far="#c9e3e2",
    wall="#ffffff",
    roof="#0a5a5c",
    pane="#b7d0d1",
    balcony="#8fb9ba",
    ground="#0a5a5c",
    water="#2d8f92",
    ripple="#c4efec",
    leaf="#2d8f92",
    trunk="#0a5a5c",
    orb="#ffcf40",
    sun="#ffcf40",
    clay="#ef7f45",
    well="#0a5a5c",
)
NIGHT = Light(
    sky="#0b2229",
    far="#11303a",
    wall="#1d3a42",
    roof="#0a161a",
    pane="#2b4d55",
    balcony="#16303a",
    ground="#06191d",
    water="#0d4347",
    ripple="#3f8f90",
    leaf="#14474a",
    trunk="#06191d",
    orb="#f2f5f6",
    sun="#ffcf40",
    clay="#ff9a66",
    well="#3f8f90",
)

WIDTH, HEIGHT, HORIZON = 1600, 420, 322
_PANE, _PITCH, _STOREY = (15, 18), 29, 36


@dataclass(frozen=True, slots=True)
class House:
    """A slab of the type WBS 70: where it stands, how many windows and storeys, and how far it leans."""

    left: int
    windows: int
    storeys: int
    lean: int = 0

    @property
    def top(self) -> int:
        """The upper edge."""
        return HORIZON - self.storeys * _STOREY - 14

    @property
    def width(self) -> int:
        """The length of its front."""
        return self.windows * _PITCH + 12


HOUSES = (House(-40, 9, 4), House(262, 13, 6), House(742, 5, 5, lean=-9), House(962, 14, 4))


def panorama(light: Light, yellow: int, orange: int) -> str:
    """The district from the Spree. One window is lit for each project: so many yellow, so many orange."""
    panes = [
        (house, column, row) for house in HOUSES for row in range(house.storeys) for column in range(house.windows)
    ]
    # The outermost columns are cut off on narrow screens; a window that counts must be seen.
    panes = [pane for pane in panes if pane[0].lean or (pane[0].left > 200 and pane[0].left < 900) or pane[1] > 4]
    chosen = _spread(panes, yellow + orange)
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{light.sky}"/>',
        f'<circle cx="1404" cy="74" r="40" fill="{light.orb}"/>',
        f'<path d="M0 250Q180 196 420 240T900 226T1300 236T1600 214V340H0Z" fill="{light.far}"/>',
    ]
    for house in HOUSES:
        lit = [(c, r, light.sun) for h, c, r in chosen[:yellow] if h == house]
        lit += [(c, r, light.clay) for h, c, r in chosen[yellow:] if h == house]
        parts.append(_house(house, light, lit))
    parts += [_pool(light), *_trees(light), _shore(light)]
    return _svg(WIDTH, HEIGHT, "".join(parts))


def tile(light: Light, seed: str, accent: str) -> str:
    """A piece of façade for a story without a picture; which windows are lit follows from its name alone."""
    bits = crc32(seed.encode())
    columns, rows, pitch, storey = 9, 4, 40, 60
    panes: list[str] = []
    balconies: list[str] = []
    lit: list[str] = []
    for row in range(rows):
        for column in range(columns):
            x, y = 12 + column * pitch, 16 + row * storey
            shape = f"M{x} {y}h22v28h-22z"
            bits = (bits * 1103515245 + 12345) % 2**31
            (lit if bits >> 16 & 7 == 0 else panes).append(shape)
            if (column + row * 2) % 3 == 2:
                balconies.append(f"M{x - 6} {y + 24}h34v12h-34z")
    body = (
        f'<rect width="360" height="240" fill="{light.wall if light is NIGHT else light.sky}"/>'
        f'<path d="{"".join(panes)}" fill="{light.pane}"/><path d="{"".join(lit)}" fill="{accent}"/>'
        f'<path d="{"".join(balconies)}" fill="{light.balcony}"/>'
    )
    return _svg(360, 240, body)


def well(light: Light) -> str:
    """The well that gave the district its name: a drop, and the rings it makes."""
    rings = "".join(
        f'<ellipse cx="120" cy="150" rx="{radius}" ry="{radius * 0.34:.0f}" opacity="{0.95 - radius / 150:.2f}"/>'
        for radius in (18, 44, 72, 104)
    )
    return _svg(
        240,
        200,
        f'<g fill="none" stroke="{light.well}" stroke-width="7">{rings}</g>'
        f'<path d="M120 26c16 26 28 40 28 58a28 28 0 0 1-56 0c0-18 12-32 28-58z" fill="{light.well}"/>'
        f'<path d="M104 84a16 16 0 0 0 14 17" fill="none" stroke="{light.sun}" stroke-width="6"/>',
    )


def leaning_house(light: Light) -> str:
    """The „Schiefes Haus“: it leans, and the light is on."""
    house = House(60, 5, 5, lean=-9)
    drawing = _house(house, light, [(1, 3, light.sun), (2, 3, light.sun), (3, 1, light.clay), (0, 0, light.sun)])
    ground = f'<path d="M0 {HORIZON}h300v26h-300z" fill="{light.ground}"/>'
    tree = "".join(_tree(248, 30, light))
    return _svg(300, 240, f'<g transform="translate(0 -108)">{drawing}{tree}{ground}</g>')


def skate_bowl(light: Light) -> str:
    """The skate bowl below the district, and the basketball hoop beside it."""
    return _svg(
        300,
        240,
        f'<path d="M0 150h300v90h-300z" fill="{light.ground}"/>'
        f'<path d="M34 150q8 66 76 66t76 -66z" fill="{light.far}"/>'
        f'<path d="M34 150q8 52 76 52t76 -52z" fill="{light.water}"/>'
        f'<path d="M236 60h8v90h-8z" fill="{light.roof}"/><path d="M206 52h64v40h-64z" fill="{light.pane}"/>'
        f'<path d="M226 84h24v5h-24z" fill="{light.clay}"/><circle cx="84" cy="56" r="26" fill="{light.orb}"/>',
    )


def _svg(width: int, height: int, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"{body}</svg>\n"
    )


def _spread(panes: list[tuple[House, int, int]], count: int) -> list[tuple[House, int, int]]:
    """So many of the windows, scattered the same way every time."""
    # Steps of a size that shares no factor with the number of windows reach each of them once.
    step = next(size for size in range(len(panes) * 5 // 13, 1, -1) if gcd(size, len(panes)) == 1)
    return [panes[(9 + number * step) % len(panes)] for number in range(min(count, len(panes)))]


def _house(house: House, light: Light, lit: Iterable[tuple[int, int, str]]) -> str:
    """A slab with its windows; every third has a balcony."""
    shining = {(column, row): colour for column, row, colour in lit}
    balconies = []
    colours: dict[str, list[str]] = {}
    for row in range(house.storeys):
        for column in range(house.windows):
            x, y = house.left + 13 + column * _PITCH, house.top + 18 + row * _STOREY
            shape = f"M{x} {y}h{_PANE[0]}v{_PANE[1]}h-{_PANE[0]}z"
            colours.setdefault(shining.get((column, row), ""), []).append(shape)
            if (column + row) % 3 == 1:
                balconies.append(f"M{x - 4} {y + 15}h{_PANE[0] + 8}v8h-{_PANE[0] + 8}z")
    dark = colours.pop("", [])
    bright = "".join(f'<path d="{"".join(shapes)}" fill="{colour}"/>' for colour, shapes in colours.items())
    drawing = (
        f'<path d="M{house.left} {house.top}h{house.width}V{HORIZON}h-{house.width}z" fill="{light.wall}"/>'
        f'<path d="M{house.left - 4} {house.top}h{house.width + 8}v7h-{house.width + 8}z" fill="{light.roof}"/>'
        f'<path d="{"".join(dark)}" fill="{light.pane}"/>'
        f'<path d="{"".join(balconies)}" fill="{light.balcony}"/>{bright}'
    )
    if not house.lean:
        return drawing
    # A lean is a shear about the foot of the house.
    shear = f"translate({house.left} {HORIZON}) skewX({house.lean}) translate({-house.left} {-HORIZON})"
    return f'<g transform="{shear}">{drawing}</g>'


def _pool(light: Light) -> str:
    """The swimming hall with its roof like a wave."""
    panes = "".join(f"M{x} 292h20v16h-20z" for x in range(1424, 1600, 36))
    wave = "M1400 280c26-44 48-44 68-10s44 34 66-4s40-36 76-6"
    return (
        f'<path d="{wave}V{HORIZON}h-210z" fill="{light.wall}"/>'
        f'<path d="{panes}" fill="{light.pane}"/><path d="{wave}" fill="none" stroke="{light.roof}" stroke-width="12"/>'
    )


def _trees(light: Light) -> Iterator[str]:
    for x, size in ((236, 30), (668, 34), (706, 24), (934, 38), (1386, 28)):
        yield from _tree(x, size, light)


def _tree(x: int, size: int, light: Light) -> Iterator[str]:
    yield f'<path d="M{x - 3} {HORIZON - size}h6v{size}h-6z" fill="{light.trunk}"/>'
    yield f'<circle cx="{x}" cy="{HORIZON - size - 6}" r="{size * 0.72:.0f}" fill="{light.leaf}"/>'


def _shore(light: Light) -> str:
    """The bank, the Spree, and the rings of a drop in the well."""
    rings = "".join(
        f'<ellipse cx="560" cy="386" rx="{radius}" ry="{radius * 0.17:.0f}" opacity="{1.05 - radius / 220:.2f}"/>'
        for radius in (34, 78, 128, 184)
    )
    return (
        f'<path d="M0 {HORIZON}h1600v98H0z" fill="{light.ground}"/>'
        f'<path d="M0 358Q260 336 560 348T1120 350T1600 342V420H0Z" fill="{light.water}"/>'
        f'<g fill="none" stroke="{light.ripple}" stroke-width="3">{rings}</g>'
    )
