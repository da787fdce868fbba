"""The statement on accessibility says what was found out, never more, and asks to be looked at once a year."""

import json
from datetime import date
from pathlib import Path

import pytest

from pressroom import agenda, commands, measuring, pipeline
from pressroom.measuring import Run
from tests.town import SITE, Town

PAGE = "---\ntitle: Barrierefreiheit\nsummary: Was geprüft ist.\n---\nText.\n"
BASE = """
accessibility:
  prepared: 2026-11-01
  contact:
    name: Stadt
    unit: Bürgerbüro
    address: Weg 1, 01234 Musterstadt
"""
MEASURED = """  measured:
    date: 2026-11-20
    tools: [axe-core 4.14.1, Chromium 156]
    pages: 20
    widths: [320, 1280]
    schemes: [hell, dunkel]
    violations: 0
"""
ASSESSED = "  assessed: 2026-11-21\n  method: self-assessment\n  assessor: Amt für Soziales\n"


def shown(town: Town, group: str) -> str:
    town.write({"site.yaml": SITE + group, "pages/barrierefreiheit.md": PAGE})
    town.build()
    return town.read("barrierefreiheit/index.html")


def codes(town: Town, group: str, today: date = date(2026, 11, 22)) -> list[tuple[str, int]]:
    town.write({"site.yaml": SITE + group, "pages/barrierefreiheit.md": PAGE})
    found = pipeline.check(town.job(today=today)).problems
    return [(one.code, one.line) for one in found if one.code != "legal-gap" or "accessib" in one.message]


def test_without_a_record_nothing_is_claimed(town: Town) -> None:
    assert "vereinbar" not in shown(town, "")
    assert "noch nicht bewertet" in shown(town, BASE)


def test_what_machines_found_is_no_assessment(town: Town) -> None:
    page = shown(town, BASE + MEASURED)

    assert "noch nicht bewertet" in page and "teilweise vereinbar" not in page and "vollständig" not in page
    assert "haben allein Maschinen geprüft" in page
    assert "20 Seiten in Breiten von 320 und 1280 Pixeln" in page and "fanden keinen Verstoß" in page


def test_what_people_found_is_said_with_day_and_way(town: Town) -> None:
    page = shown(town, BASE + MEASURED + ASSESSED + "  result: full\n")

    assert "vollständig vereinbar" in page and "allein Maschinen" not in page
    assert "am 21.\u00a0November 2026 in einer Selbstbewertung: Amt für Soziales." in page


@pytest.mark.parametrize(
    ("group", "code"),
    [
        (MEASURED + "  result: full\n", "statement-claim"),
        (MEASURED + ASSESSED.replace("  assessor: Amt für Soziales\n", "") + "  result: none\n", "statement-claim"),
        (MEASURED.replace("violations: 0", "violations: 2") + ASSESSED + "  result: full\n", "statement-flaws"),
        (
            ASSESSED + "  barriers:\n    - what: Ein Plan.\n      reason: non-compliance\n  result: full\n",
            "statement-flaws",
        ),
    ],
)
def test_no_result_without_ground(town: Town, group: str, code: str) -> None:
    line = (SITE + BASE + group).split("  result:")[0].count("\n") + 1

    assert codes(town, BASE + group) == [(code, line)]


def test_what_does_not_fall_under_the_law_spoils_no_result(town: Town) -> None:
    outside = "  barriers:\n    - what: Eine fremde Karte.\n      reason: out-of-scope\n      alternative: Anruf.\n"
    page = shown(town, BASE + ASSESSED + outside + "  result: full\n")

    assert "vollständig vereinbar" in page and "Stattdessen: Anruf." in page


def test_after_a_year_somebody_is_reminded(town: Town) -> None:
    before, after = date(2027, 11, 19), date(2027, 11, 20)
    group = BASE + MEASURED

    assert codes(town, group, before) == []
    assert [code for code, _ in codes(town, group, after)] == ["statement-old"]
    assert codes(town, group + "  reviewed: 2027-02-01\n", after) == []
    matters = [one for one in agenda.due(pipeline.plan(town.job(today=before)).site) if one.kind == "accessibility"]
    assert [(one.day, one.path) for one in matters] == [(date(2028, 2, 1), "content/site.yaml")]


def test_the_page_is_the_same_the_day_after(town: Town) -> None:
    first = shown(town, BASE + MEASURED)
    town.build(today=date(2027, 12, 24))

    assert town.read("barrierefreiheit/index.html") == first


RUN = {
    "date": "2026-11-23",
    "tools": ["axe-core 4.14.1", "Chromium 156.0"],
    "runs": [
        {"page": "index.html", "width": 320, "scheme": "light", "violations": 0},
        {"page": "index.html", "width": 768, "scheme": "print", "violations": 1},
        {"page": "a/index.html", "width": 1280, "scheme": "dark", "violations": 2},
    ],
}


def test_a_measurement_is_summed_up() -> None:
    assert measuring.read(json.dumps(RUN)) == Run(
        date="2026-11-23",
        tools=("axe-core 4.14.1", "Chromium 156.0"),
        pages=2,
        widths=(320, 768, 1280),
        schemes=("hell", "Druck", "dunkel"),
        violations=3,
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"date": "x", "tools": ["a"], "runs": []}', '{"runs": [{}]}'])
def test_what_is_no_measurement_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        measuring.read(text)


def test_the_command_writes_the_figures_and_leaves_the_rest(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    after = "\n# Notiz\nlegal:\n  provider: Stadt\n"
    settings = town.content / "site.yaml"
    town.write({"site.yaml": SITE.replace("legal:", "x_legal:") + BASE + MEASURED + after})
    before = settings.read_text("utf-8")
    file = tmp_path / "measured.json"
    file.write_text(json.dumps(RUN), "utf-8")

    given = ["accessibility", str(file), "--content", str(town.content)]
    assert commands.main(given) == 0
    once = settings.read_text("utf-8")
    assert commands.main(given) == 0

    assert settings.read_text("utf-8") == once
    assert "violations: 3" in once and once.count("  measured:") == 1
    assert once.replace("    violations: 3\n", "").startswith(before.split("accessibility:")[0])
    assert once.endswith(before.split(MEASURED)[1])
    assert commands.main(["accessibility", str(tmp_path / "none.json"), "--content", str(town.content)]) == 2
    assert "gibt es nicht" in capsys.readouterr().err
    assert measuring.noted("title: X\n", measuring.read(json.dumps(RUN))).startswith(
        "title: X\n\naccessibility:\n  mea"
    )
