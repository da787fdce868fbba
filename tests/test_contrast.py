"""The contrast of colours is computed rightly, for every scheme, and no colour is left out."""

import re
import shutil
from pathlib import Path

import pytest

from pressroom import pipeline
from pressroom.checks import contrast
from pressroom.problems import Desk
from tests.town import ROOT, Town

TOKENS = """/* A comment
   with --ink: #ffffff; in it */
:root {
  --paper: #ffffff;
  --ink: #000000;
  --target: 2.75rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #000000;
    --ink: #ffffff;
  }
}
.part { --hue: #123456; }
"""
PRINT = "@layer print {\n  @media print {\n    :root { --paper: #ffffff; --ink: #000000; }\n  }\n}\n"
PAIRS = "# kinds\ntext ink paper\n"


def told(tokens: str = TOKENS, paper: str = PRINT, pairs: str = PAIRS) -> list[tuple[str, str, int]]:
    desk = Desk()
    contrast.check({"tokens.css": tokens, "print.css": paper}, pairs, "pairs.txt", desk)
    return [(one.code, one.path, one.line) for one in desk.sorted()]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#ff0000", "#ff0000", 1),
    ],
)
def test_the_contrast_is_that_of_the_standard(one: str, other: str, wanted: float) -> None:
    assert contrast.ratio(one, other) == contrast.ratio(other, one) == pytest.approx(wanted, abs=0.001)


def test_good_colours_are_left_alone() -> None:
    assert told() == []


def test_a_colour_too_near_its_ground_is_told_at_its_line() -> None:
    assert told(TOKENS.replace("--ink: #000000", "--ink: #777777")) == [("contrast-text", "tokens.css", 5)]
    assert told(TOKENS.replace("--ink: #ffffff;\n  }", "--ink: #333333;\n  }")) == [("contrast-text", "tokens.css", 11)]
    assert told(paper=PRINT.replace("#000000", "#999999")) == [("contrast-text", "print.css", 3)]


def test_what_print_forgets_is_seen_by_those_who_read_in_the_dark() -> None:
    assert told(paper=PRINT.replace("--ink: #000000;", "")) == [("contrast-text", "tokens.css", 11)]


def test_edges_need_less_and_ornaments_nothing() -> None:
    grey = TOKENS.replace("--ink: #000000", "--ink: #777777")
    pale = TOKENS.replace("--ink: #000000", "--ink: #eeeeee")

    assert told(grey, pairs=PAIRS.replace("text", "part")) == []
    assert told(pale, pairs=PAIRS.replace("text", "part")) == [("contrast-part", "tokens.css", 5)]
    assert told(pale, pairs=PAIRS.replace("text", "ornament")) == []


def test_the_table_is_complete_and_can_be_read() -> None:
    more = TOKENS.replace("--ink: #000000;", "--ink: #000000;\n  --new: #123456;")

    assert told(more) == [("contrast-undeclared", "tokens.css", 6)]
    assert told(pairs=PAIRS + "text old paper\n") == [("contrast-unknown", "pairs.txt", 3)]
    assert told(pairs=PAIRS + "\nwords ink paper\ntext ink\n") == [
        ("contrast-table", "pairs.txt", 4),
        ("contrast-table", "pairs.txt", 5),
    ]


def test_a_target_is_not_made_too_small() -> None:
    assert told(TOKENS.replace("2.75rem", "1.25rem")) == [("target-small", "tokens.css", 6)]
    assert told(TOKENS.replace("2.75rem", "24px")) == []


def test_every_build_looks_at_the_colours_once(tmp_path: Path, town: Town) -> None:
    root = tmp_path / "house"
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    file = root / "assets" / "css" / "tokens.css"
    file.write_text(file.read_text("utf-8").replace("--ink-soft: #3f4d58", "--ink-soft: #8f9da8"), "utf-8")
    line = file.read_text("utf-8").split("--ink-soft")[0].count("\n") + 1

    found = [problem for problem in pipeline.check(town.job(root=root)).problems if problem.severity == "error"]

    assert {(one.code, one.path, one.line) for one in found} == {("contrast-text", "assets/css/tokens.css", line)}
    assert len(found) == 1 and "--tint" in found[0].message  # the nearest of paper, soft and tint


def test_every_colour_of_a_part_is_a_token_or_a_picture() -> None:
    """What is written as a figure cannot be checked: only grounds of photos, which come from the photo, and edges."""
    found = {
        f"{file.stem}: {match[0]}"
        for file in sorted((ROOT / "assets" / "css").rglob("*.css"))
        if file.stem not in (*contrast.WITH_TOKENS, "picture")
        for match in re.finditer(r"[\w-]+: [^;{}]*(?:#[0-9a-fA-F]{3,8}\b|rgb|hsl)[^;]*", file.read_text("utf-8"))
    }

    assert found == {
        "funding: border: 1px solid #ffffff",
        "paid: border: 2px solid #ffffff",
        "footer: outline-color: #14212b",
        "lead: background: rgb(255 255 255 / 8%)",
    }
