"""Draws the pictures of the made-up town, once and for all: python -m tests.town_pictures

They are committed, because a drawing may differ by a pixel from one version of the library to the next.
"""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parent / "town" / "media"
SIZE = (1440, 810)
SKY, GROUND, DARK, LIGHT = "#dceaf2", "#b9c7a3", "#26343f", "#f6c944"
WALLS = ("#d9795d", "#6f9fb8", "#8a6fa8", "#cf9f3f")


def square() -> Image.Image:
    """A fountain between three houses."""
    picture, draw = _sheet()
    for number, (left, wall) in enumerate(zip((90, 530, 980), WALLS, strict=False)):
        draw.polygon([(left - 20, 250), (left + 370, 250), (left + 175, 110)], fill=DARK)
        draw.rectangle((left, 250, left + 350, 620), fill=wall)
        for row in range(3):
            for column in range(3):
                lit = (row + 2 * column + number) % 3 == 0
                x, y = left + 40 + 105 * column, 285 + 110 * row
                draw.rectangle((x, y, x + 60, y + 75), fill=LIGHT if lit else DARK)
    draw.ellipse((560, 660, 880, 770), fill="#9aa5ab")
    draw.ellipse((590, 672, 850, 750), fill="#8ec3dd")
    draw.rectangle((710, 580, 730, 710), fill="#9aa5ab")
    for way in (-1, 1):
        draw.arc((720 - 70 + 55 * way, 570, 720 + 70 + 55 * way, 760), 180, 360, fill="#ffffff", width=6)
    return picture


def table() -> Image.Image:
    """Four people at a table laid for coffee."""
    picture, draw = _sheet()
    for number, (skin, coat) in enumerate(zip(("#e8b998", "#8d5a3b", "#f0cfae", "#b97b52"), WALLS, strict=True)):
        x = 210 + 340 * number
        draw.rounded_rectangle((x - 110, 330, x + 110, 620), 70, fill=coat)
        draw.ellipse((x - 75, 170, x + 75, 340), fill=skin)
        draw.pieslice((x - 80, 150, x + 80, 330), 180, 360, fill=DARK if number % 2 else "#7a7f83")
        for eye in (-28, 28):
            draw.ellipse((x + eye - 7, 250, x + eye + 7, 264), fill=DARK)
        draw.arc((x - 30, 265, x + 30, 312), 20, 160, fill=DARK, width=5)
    draw.rectangle((60, 540, 1380, 600), fill="#ffffff")
    draw.rectangle((60, 600, 1380, 740), fill="#e6e1d6")
    for x in (250, 620, 960, 1240):
        draw.rectangle((x - 35, 480, x + 35, 545), fill="#6f9fb8")
        draw.arc((x + 20, 490, x + 65, 530), 270, 90, fill="#6f9fb8", width=8)
    for x in (430, 790):
        draw.pieslice((x - 70, 450, x + 70, 630), 180, 360, fill="#a8663a")
    return picture


def choir() -> Image.Image:
    """Notes above an empty stage."""
    picture, draw = _sheet()
    for line in range(5):
        draw.line((80, 170 + 60 * line, 1360, 170 + 60 * line), fill=DARK, width=4)
    for number in range(9):
        x, y = 180 + 135 * number, 200 + 30 * (number * 5 % 8)
        draw.line((x + 34, y, x + 34, y - 130), fill=DARK, width=7)
        draw.ellipse((x - 36, y - 26, x + 36, y + 26), fill=WALLS[number % 4])
    draw.rectangle((220, 650, 1220, 740), fill="#a8663a")
    return picture


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 620, *SIZE), fill=GROUND)
    return picture, draw


def main() -> None:
    """Writes them with a few colours each, so that they stay small."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, draw in (("platz", square), ("kaffeetafel", table), ("chor", choir)):
        draw().quantize(24).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
