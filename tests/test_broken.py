"""One mistake a file, beside the exact message it must give."""

from pathlib import Path

import pytest

from pressroom.problems import as_text
from tests.town import KONTAKT, Town

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(file for file in BROKEN.rglob("*.*") if file.suffix != ".txt")


def test_there_are_at_least_fifty_kinds_of_mistakes() -> None:
    assert len(CASES) >= 50


@pytest.mark.parametrize("case", CASES, ids=lambda file: file.relative_to(BROKEN).as_posix())
def test_a_mistake_is_explained(case: Path, town: Town) -> None:
    path = case.relative_to(BROKEN).as_posix()
    town.write({path: case.read_bytes()})
    if case.parent.name == "media" and case.suffix != ".yaml":
        # A picture is looked at only once it is described, and it should have no further fault than its own.
        shown = KONTAKT + f"\n![](../media/{case.name})\n"
        described = "alt: Der Park.\nauthor: Stadt\npeople: no\n"
        town.write({"pages/kontakt.md": shown, f"media/{case.stem}.yaml": described})

    told = as_text(problem for problem in town.check() if problem.path == f"content/{path}")

    assert told + "\n" == case.with_name(f"{case.name}.txt").read_text("utf-8")
