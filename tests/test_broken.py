"""One mistake a file, beside the exact message it must give."""

from pathlib import Path

import pytest

from pressroom.problems import as_text
from tests.town import KONTAKT, Town
from tests.village import png

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(file for file in BROKEN.rglob("*.*") if file.suffix != ".txt")


def test_there_are_at_least_fifty_kinds_of_mistakes() -> None:
    assert len(CASES) >= 50


def lay_out(case: Path, town: Town) -> None:
    """Writes a case into a town, with all it needs to have no further fault than its own."""
    path = case.relative_to(BROKEN).as_posix()
    town.write({path: case.read_bytes()})
    if case.parent.name != "media":
        return
    # A picture is looked at only once it is described; a description whose name begins so is one of a picture.
    if case.suffix != ".yaml":
        town.write({f"media/{case.stem}.yaml": "alt: Der Park.\nauthor: Stadt\npeople: no\n"})
        town.write({"pages/kontakt.md": KONTAKT + f"\n![](../media/{case.name})\n"})
    elif case.stem.startswith("bild-"):
        town.write(
            {
                f"media/{case.stem}.png": png("#4a6332"),
                "pages/kontakt.md": f"{KONTAKT}\n![](../media/{case.stem}.png)\n",
            }
        )


@pytest.mark.parametrize("case", CASES, ids=lambda file: file.relative_to(BROKEN).as_posix())
def test_a_mistake_is_explained(case: Path, town: Town) -> None:
    path = case.relative_to(BROKEN).as_posix()
    lay_out(case, town)

    told = as_text(problem for problem in town.check() if problem.path == f"content/{path}")

    assert told + "\n" == case.with_name(f"{case.name}.txt").read_text("utf-8")
