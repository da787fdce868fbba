"""What is written about the program is true."""

import re

from pressroom.markup.safe import TAGS
from pressroom.problems import as_text
from pressroom.validate import KINDS
from tests.town import ROOT, Town

HANDBOOK = (ROOT / "docs" / "handbuch.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def test_the_handbook_lists_exactly_the_allowed_html() -> None:
    section = HANDBOOK.split("## Erlaubtes HTML")[1].split("Überall erlaubt")[0]

    assert set(re.findall(r"`([a-z0-9]+)`", section)) == set(TAGS)


def test_the_messages_in_the_handbook_are_those_of_the_program(town: Town) -> None:
    text = "---\ntitle: Spielpark: neue Bänke\nsummary: Bänke.\ndate: 22.11.2026\n---\nText\n"
    town.write({"news/2026-11-22-neue-baenke-am-spielpark.md": text})

    told = as_text(problem for problem in town.check() if problem.severity == "error")

    for line in told.splitlines():
        assert line in HANDBOOK


def test_the_example_event_of_the_handbook_has_no_mistake(town: Town) -> None:
    example = re.search(r"```\n(---\ntitle: Frühjahrsputz.*?)```", HANDBOOK, re.DOTALL)
    assert example
    site = (town.content / "site.yaml").read_text("utf-8")
    town.write(
        {
            "events/2027-04-17-fruehjahrsputz.md": example[1],
            "places/schiefes-haus.yaml": "name: Schiefes Haus\n",
            "partners/stadt-bautzen.yaml": "name: Stadt Bautzen\n",
            "site.yaml": site + "  umwelt: Umwelt\n  mitmachen: Mitmachen\n",
        }
    )

    assert town.codes() == []


def test_the_readme_names_every_command_and_kind() -> None:
    for word in ("serve", "check", "plan", *(kind.name for kind in KINDS)):
        assert word in README


def test_the_two_commands_stand_first_in_the_readme() -> None:
    assert README.split("\n")[2:4] == [
        "    python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/python build.py",
        '    python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/python -m pytest',
    ]


def test_links_in_the_papers_lead_somewhere() -> None:
    for paper in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(
            r"\]\((?!https?:|#|\.\./|mailto)([^)#\s]+)\)", re.sub(r"`[^`]*`", "", paper.read_text("utf-8"))
        ):
            assert (paper.parent / target).exists(), f"{paper.name}: {target}"
