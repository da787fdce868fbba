"""What a real browser shows; skipped with a reason where Chromium is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from pressroom import pipeline
from pressroom.pipeline import Job
from tests.town import ROOT, TODAY

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
EU_BLUE = (0, 51, 153)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    pipeline.build(Job(ROOT, ROOT / "content", out, TODAY))
    return out


def screen(page: Path, width: int, height: int, dark: bool, tmp_path: Path) -> Image.Image:
    """The first screen of a page. A frame gives the width: Chromium's own window cannot be that narrow."""
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<!doctype html><body style="margin:0"><iframe src="{page.as_uri()}" width="{width}" height="{height}" '
        'style="border:0;display:block" scrolling="no"></iframe>',
        "utf-8",
    )
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}", f"--user-data-dir={tmp_path / 'profile'}",
        f"--window-size={max(width, 500)},{max(height, 500)}", f"--screenshot={tmp_path / 'shot.png'}", frame.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    with Image.open(tmp_path / "shot.png") as shot:
        return shot.convert("RGB").crop((0, 0, width, height))


def blue_box(picture: Image.Image) -> tuple[int, int, int, int]:
    """Where the emblem's blue is: its bounding box in pixels, empty boxes for none."""
    data = picture.load()
    assert data is not None
    found = [(x, y) for x in range(picture.width) for y in range(picture.height) if data[x, y] == EU_BLUE]
    assert found, "no Reflex Blue on the first screen"
    columns, rows = [x for x, _ in found], [y for _, y in found]
    return min(columns), min(rows), max(columns) + 1, max(rows) + 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "size", [(320, 568), (360, 640), (768, 1024), (1366, 768)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_the_emblem_is_on_the_first_screen_in_colour_and_large_enough(
    public: Path, tmp_path: Path, size: tuple[int, int], dark: bool
) -> None:
    left, top, right, bottom = blue_box(screen(public / "index.html", *size, dark, tmp_path))

    assert (right - left, bottom - top) == (60, 40)
    assert bottom < 100


@pytest.mark.parametrize(
    "page",
    [
        "aktuelles/index.html",
        "aktuelles/2021/zwoelf-saecke/index.html",
        "termine/2021/muellsammelaktion/index.html",
        "impressum/index.html",
        "404.html",
    ],
)
def test_other_pages_keep_it_too(public: Path, tmp_path: Path, page: str) -> None:
    if page == "404.html":
        text = (public / page).read_text("utf-8").replace('"/', '"./')
        (public / "404-here.html").write_text(text, "utf-8")
        page = "404-here.html"

    assert blue_box(screen(public / page, 320, 568, False, tmp_path))[3] < 100
