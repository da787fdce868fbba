"""Measures what a page costs in a site of one language and in the same site in seven; the aim is a ratio of 1.

``python bench/languages.py [--news 300] [--runs 5]`` writes the table into $BENCH_WORK/languages.md as well.
"""

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.results import LANGUAGES as FIGURES
from pressroom import load, pipeline
from pressroom.kinds.languages import LANGUAGES, TRANSLATED
from pressroom.pipeline import Job
from pressroom.problems import Desk
from pressroom.validate import SHELVES, translations
from tests import crowd
from tests.town import ROOT, SMALL, TODAY

HEAD = ("site", "pages in one", "ms a page", "pages in seven", "ms a page", "ms each page more", "ratio (spread)")
TOLD = "---\ntitle: {title}\nsummary: {summary}\ntranslated:\n  date: 2026-11-01\n  source: {marks}\n---\n"


class Cost(NamedTuple):
    """What a build cost: seconds of processor time, and how many pages it made."""

    seconds: float
    pages: int

    @property
    def page(self) -> float:
        """Milliseconds a page."""
        return self.seconds * 1000 / self.pages


def real(content: Path) -> None:
    """The site as it is, with the translations it has."""
    shutil.copytree(ROOT / "content", content)


def town(content: Path) -> None:
    """The town to practise with, every text in every language."""
    shutil.copytree(ROOT / "tests" / "town", content)
    _in_every_language(content)


def crowded(content: Path, count: int) -> None:
    """So many news, each in every language."""
    for path, text in [*SMALL.items(), *crowd.news(count)]:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(text.encode() if isinstance(text, str) else text)
    _in_every_language(content)


def _in_every_language(content: Path) -> None:
    """Gives each text a translation as long as itself, current, and the site the words of every language."""
    desk = Desk()
    for found, _, source in list(load.sources(load.library(content, SHELVES, desk), desk)):
        if found.suffix != ".md" or not found.folder or found.folder == "media":
            continue
        marks = translations.marks(translations.blocks(source))
        for lang in TRANSLATED:
            named = {field: f'"{lang}: {str(source.fields[field])[:100]}"' for field in ("title", "summary")}
            text = TOLD.format(marks=marks, **named) + source.text
            Path(found.file).with_suffix(f".{lang}.md").write_text(text, "utf-8")
    for lang in TRANSLATED:
        shutil.copy(ROOT / "content" / "words" / f"{lang}.yaml", content / "words")
        shutil.copy(ROOT / "content" / f"site.{lang}.yaml", content)


def speaking(content: Path, languages: Iterable[str]) -> None:
    """Says in the settings which languages the site appears in."""
    settings = content / "site.yaml"
    text = re.sub(r"(?m)^languages:.*\n", "", settings.read_text("utf-8"))
    settings.write_text(f"{text.rstrip()}\nlanguages: [{', '.join(languages)}]\n", "utf-8")


def built(content: Path, place: Path) -> Cost:
    """One build from nothing, in one process."""
    shutil.rmtree(place, ignore_errors=True)
    begin = time.process_time()
    report = pipeline.build(Job(ROOT, content, place / "public", TODAY, memo=place / "memo"))
    return Cost(time.process_time() - begin, report.pages)


def main() -> None:
    """Prints, for each site, what a page costs in both, turn by turn."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--news", type=int, default=300)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    sites: dict[str, Callable[[Path], None]] = {
        "real": real,
        "town": town,
        "crowd": lambda content: crowded(content, given.news),
    }
    lines = [f"| {' | '.join(HEAD)} |", f"{'|---' * len(HEAD)}|"]
    print(*lines, sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        for name, written in sites.items():
            content = Path(folder) / name / "content"
            written(content)
            costs: list[tuple[Cost, Cost]] = []
            for _ in range(given.runs + 1):
                pair = []
                for languages in (LANGUAGES[:1], LANGUAGES):
                    speaking(content, languages)
                    pair.append(built(content, Path(folder) / "built"))
                costs.append((pair[0], pair[1]))
            # The first round loads the libraries.
            lines.append(told(name, costs[1:]))
            print(lines[-1], flush=True)
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text("\n".join([*lines, ""]), "utf-8")


def told(name: str, costs: list[tuple[Cost, Cost]]) -> str:
    """One line of the table."""
    ratios = sorted(seven.page / one.page for one, seven in costs)
    more = median(Cost(seven.seconds - one.seconds, seven.pages - one.pages).page for one, seven in costs)
    (one, seven) = (median(cost[which].page for cost in costs) for which in (0, 1))
    return (
        f"| {name} | {costs[0][0].pages:,} | {one:.2f} | {costs[0][1].pages:,} | {seven:.2f} "
        f"| {more:.2f} | {median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f}) |"
    )


if __name__ == "__main__":
    main()
