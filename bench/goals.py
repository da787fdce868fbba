"""What issue 5 wants of each figure, and whether it came to that. Nothing here is typed in from a measurement."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bench.programs import WORK
from bench.results import Figures, Results

LARGE = 20_000
LEVEL = 5000
"""The cost of a page at LARGE is held against that at LEVEL."""
GROWTH = 4 / 3
PHOTOS = WORK / "photos.md"
"""What bench/photos.py wrote."""
PHOTOS_RATIO = 1 / 5

_PHOTO_ROW = re.compile(r"^\| (Hugo|ours) \| ([\d.]+) \(", re.MULTILINE)


@dataclass(frozen=True)
class Goal:
    """One row of the table: a figure of ours against one of a peer."""

    text: str
    mode: str
    peer: str
    ratio: Mapping[int, float]
    """By the number of news: at most this part of the peer's figure."""
    versus: str = ""
    """The peer's mode, where it is another."""
    quantity: Literal["wall", "peak"] = "wall"
    most: Mapping[int, float] | None = None
    """By the number of news: at most this many seconds or MiB, whatever the peer takes."""
    worst: bool = False
    """Whether the worst of our figures counts, not the middle one."""


@dataclass(frozen=True)
class Verdict:
    """A goal at one number of news, and what came of it."""

    goal: str
    n: int
    ours: str
    peer: str
    ratio: float | None
    wanted: str
    met: bool


BOTH = (1000, 5000)
GOALS = (
    Goal("cold, at most Hugo's time (stretch)", "cold", "hugo", dict.fromkeys(BOTH, 1.0)),
    Goal("cold, at most a third of Pelican's (must)", "cold", "pelican", dict.fromkeys(BOTH, 1 / 3)),
    Goal("nothing changed", "warm", "hugo", {1000: 1 / 15, 5000: 1 / 25}),
    Goal("one news edited", "edit", "hugo", {1000: 1 / 5, 5000: 1 / 12}),
    Goal("title of a project edited that 100 news name", "title", "hugo", {1000: 1 / 3, 5000: 1 / 6}),
    Goal("base template edited, against a full build", "base", "hugo", dict.fromkeys(BOTH, 1 / 2), versus="cold"),
    Goal(
        "preview: save to served, median", "save", "hugo", dict.fromkeys(BOTH, 1 / 10), most=dict.fromkeys(BOTH, 0.02)
    ),
    Goal("preview: save to served, worst", "save", "hugo", {}, most=dict.fromkeys(BOTH, 0.08), worst=True),
    Goal("preview: first page after start", "first", "hugo", {1000: 1 / 4, 5000: 1 / 10}),
    Goal("the same with nothing remembered (more than was asked)", "first-cold", "hugo", {1000: 1 / 4, 5000: 1 / 10}),
    Goal(
        "peak memory of the largest process, cold", "cold", "hugo", {5000: 1 / 4}, quantity="peak", most={5000: 150.0}
    ),
)


def verdicts(results: Results, corpus: str) -> Iterator[Verdict]:
    """Every goal of builds and previews whose figures were measured on one corpus."""
    for goal in GOALS:
        for n in sorted({*goal.ratio, *(goal.most or {})}):
            ours = results.figures(corpus, n, goal.mode, "ours", goal.quantity)
            peer = results.figures(corpus, n, goal.versus or goal.mode, goal.peer, goal.quantity)
            if ours is not None:
                made = verdict(goal, n, ours, peer)
                if made is not None:
                    yield made
    yield from _growth(results, corpus)


def verdict(goal: Goal, n: int, ours: Figures, peer: Figures | None) -> Verdict | None:
    """Whether a goal is met; None where the figure of the peer is missing that it needs."""
    part, most = goal.ratio.get(n), (goal.most or {}).get(n)
    if part is not None and peer is None:
        return None
    figure = ours.worst if goal.worst else ours.median
    ratio = figure / peer.median if peer is not None and peer.median and part is not None else None
    unit = "MiB" if goal.quantity == "peak" else "s"
    wanted = [f"≤ {_part(part)}"] if part is not None else []
    wanted += [f"≤ {most:g} {unit}"] if most is not None else []
    met = (ratio is None or part is None or ratio <= part) and (most is None or figure <= most)
    against = f"{goal.peer.capitalize()} {said(peer, unit)}" if ratio is not None and peer is not None else ""
    told = f"{number(ours.worst)} {unit}" if goal.worst else said(ours, unit)
    return Verdict(goal.text, n, told, against, ratio, ", ".join(wanted), met)


def _growth(results: Results, corpus: str) -> Iterator[Verdict]:
    large = results.figures(corpus, LARGE, "cold", "ours")
    level = results.figures(corpus, LEVEL, "cold", "ours")
    if large is not None and level is not None:
        ratio = (large.median / LARGE) / (level.median / LEVEL)
        each = f"{1000 * large.median / LARGE:.2f} ms a news, {1000 * level.median / LEVEL:.2f} at {LEVEL:,}"
        text = f"{LARGE:,} news build, at the cost of each as at {LEVEL:,} within a third"
        yield Verdict(text, LARGE, f"{said(large, 's')}: {each}", "", ratio, f"≤ {GROWTH:.2f}", ratio <= GROWTH)


def photos() -> Iterator[Verdict]:
    """The goal of pictures, from what bench/photos.py wrote last; nothing where it never ran."""
    text = PHOTOS.read_text("utf-8") if PHOTOS.is_file() else ""
    cold = {name: float(seconds) for name, seconds in _PHOTO_ROW.findall(text)}
    if len(cold) == 2:
        count = int(text.split(" ", 1)[0])
        ratio = cold["ours"] / cold["Hugo"]
        goal = f"{count} photos of 12 MP, three WebP widths, cold"
        ours, peer = f"{cold['ours']:.2f} s", f"Hugo {cold['Hugo']:.2f} s"
        yield Verdict(goal, count, ours, peer, ratio, f"≤ {_part(PHOTOS_RATIO)}", ratio <= PHOTOS_RATIO)


def _part(ratio: float) -> str:
    return f"1/{1 / ratio:.0f}" if ratio < 1 else f"{ratio:g}"


def said(figures: Figures, unit: str = "") -> str:
    """The middle figure with the least and the most, as ``1.23 s (1.20–1.31)``; ``~`` before disturbed ones."""
    told = ("~" if figures.disturbed else "") + f"{number(figures.median)} {unit}".strip()
    return told if len(figures.values) == 1 else f"{told} ({number(figures.best)}–{number(figures.worst)})"


def number(value: float) -> str:
    """Three significant digits."""
    return (
        f"{value:.0f}"
        if value >= 100
        else f"{value:.1f}"
        if value >= 10
        else f"{value:.2f}"
        if value >= 1
        else f"{value:.3f}"
    )
