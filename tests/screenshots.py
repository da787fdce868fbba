"""Writes pictures of nine types of page, light, dark, on a phone, on a desk and on paper: python -m tests.screenshots

They lie in .cache/screenshots/ afterwards, with a sheet of all of them; ``--readme`` renews the four the README shows.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from pressroom import pipeline
from pressroom.pipeline import Job
from tests.browser import LIGHT_AND_DARK, Scheme, Visitor, chromium
from tests.town import ROOT, TODAY

PAGES = {
    "home": "index.html",
    "news": "aktuelles/2021/zwoelf-saecke/index.html",
    "list": "aktuelles/index.html",
    "events": "termine/index.html",
    "event": "termine/2021/muellsammelaktion/index.html",
    "project": "projekte/quartiersmanagement/index.html",
    "district": "stadtteil/index.html",
    "search": "suche/index.html",
    "arabic": "ar/index.html",
}
SIZES = {"phone": (360, 780), "tablet": (768, 1024), "desktop": (1280, 900)}
PAPER = (794, 1123)
"""A4 at 96 pixels an inch."""
README = (
    ("home", "desktop", "light"),
    ("home", "desktop", "dark"),
    ("event", "phone", "light"),
    ("arabic", "phone", "dark"),
)


def shots(visitor: Visitor) -> Iterator[tuple[str, Image.Image]]:
    """Each picture with its name, such as ``home-phone-dark``."""
    for name, path in PAGES.items():
        for size, (width, height) in SIZES.items():
            for scheme in LIGHT_AND_DARK:
                yield f"{name}-{size}-{scheme}", screen(visitor, path, width, height, scheme)
        yield f"{name}-print", screen(visitor, path, *PAPER, "light", paper=True)


def screen(visitor: Visitor, path: str, width: int, height: int, scheme: Scheme, *, paper: bool = False) -> Image.Image:
    """The first screen of a page, or its first sheet of paper."""
    with visitor.visit(path, width, height, scheme) as visit:
        if paper:
            visit.page.emulate_media(media="print")
        return Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")


def sheet(pictures: list[Image.Image], height: int) -> Image.Image:
    """Pictures side by side, each so many pixels high."""
    small = [picture.resize((picture.width * height // picture.height, height)) for picture in pictures]
    whole = Image.new("RGB", (sum(picture.width + 12 for picture in small) - 12, height), "white")
    left = 0
    for picture in small:
        whole.paste(picture, (left, 0))
        left += picture.width + 12
    return whole


def main(arguments: list[str]) -> None:
    """Builds the site, visits it, writes the pictures."""
    folder = ROOT / ".cache" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    public = folder / "public"
    pipeline.build(Job(ROOT, ROOT / "content", public, TODAY, papers=True))
    with chromium() as browser:
        pictures = dict(shots(Visitor(browser, public)))
    for name, picture in pictures.items():
        picture.save(folder / f"{name}.png")
    for name in PAGES:
        row = [picture for key, picture in pictures.items() if key.rsplit("-")[0] == name]
        sheet(row, 700).save(folder / f"all-{name}.png")
    if "--readme" in arguments:
        wide = sheet([pictures[f"{name}-{size}-{scheme}"] for name, size, scheme in README], 560)
        wide.quantize(128).save(ROOT / "docs" / "screenshot.png", optimize=True)
    print(f"{len(pictures)} pictures in {folder.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main(sys.argv[1:])
