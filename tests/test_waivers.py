"""What a story excuses, and in which forms findings are told."""

import json
from collections.abc import Iterable
from datetime import date
from urllib.parse import unquote

import pytest

from pressroom import pipeline, words
from pressroom.catalogue import CATALOGUE
from pressroom.problems import ContentError, Problem
from tests.test_commands import places, run
from tests.town import PROJECT, Town

OPEN = PROJECT.replace("results: [Der Park ist offen.]\n", "")
REASON = "Der Verein hat sich aufgelöst; nach Ergebnissen kann niemand mehr gefragt werden."
EXCUSED = OPEN.replace(
    "aims:", f"waivers:\n  - code: funding-results\n    reason: {REASON}\n    date: 2026-11-20\naims:"
)


def said(problems: Iterable[Problem]) -> list[tuple[str, str, int]]:
    """Code, path and line of what is said of the texts; the gaps of the town's settings are always there."""
    return [(one.code, one.path, one.line) for one in problems if one.path != "content/site.yaml"]


def test_a_hint_that_a_story_excuses_is_listed_with_its_reason_instead(town: Town) -> None:
    town.write({"projects/park.md": EXCUSED})

    checked = pipeline.check(town.job())

    assert said(checked.problems) == []
    assert [(one.problem.code, one.problem.path) for one in checked.waived] == [
        ("funding-results", "content/projects/park.md")
    ]
    assert checked.waived[0].waiver.reason == REASON


def test_it_is_excused_in_a_build_too_also_from_memory(town: Town) -> None:
    town.write({"projects/park.md": EXCUSED})

    for _ in range(2):
        report = town.build()
        assert (said(report.warnings), len(report.waived)) == ([], 1)


def test_it_holds_for_that_story_alone(town: Town) -> None:
    town.write({"projects/park.md": EXCUSED, "projects/teich.md": OPEN.replace("Der neue Park", "Der Teich")})

    assert said(town.check()) == [("funding-results", "content/projects/teich.md", 4)]


def test_no_story_excuses_an_error(town: Town) -> None:
    town.write(
        {"projects/park.md": EXCUSED.replace("funding-results", "funding-aims").replace("aims: [Mehr", "results: [M")}
    )

    assert {"waiver-error", "funding-aims"} <= set(town.codes())


def test_what_a_release_refuses_stays_refused(town: Town) -> None:
    waived = f"waivers:\n  - code: legal-gap\n    reason: {REASON}\n    date: 2026-11-20\n"
    town.write({"pages/kontakt.md": f"---\ntitle: Kontakt\nsummary: So.\n{waived}---\n[[fehlt: die Nummer]]\n"})

    assert not any(problem.path.endswith("kontakt.md") for problem in town.check())
    with pytest.raises(ContentError) as refused:
        town.build(release=True)
    assert any(problem.path.endswith("kontakt.md") for problem in refused.value.problems)


def test_an_exception_nobody_needs_is_said_at_its_line_but_not_of_what_is_not_published(town: Town) -> None:
    idle = EXCUSED.replace("aims:", "results: [Der Park ist offen.]\naims:")
    town.write({"projects/park.md": idle, "projects/teich.md": idle.replace("title: ", "draft: yes\ntitle: ")})

    assert said(town.check()) == [("waiver-idle", "content/projects/park.md", 12)]


def test_check_lists_exceptions_for_people(town: Town) -> None:
    town.write({"projects/park.md": EXCUSED})

    done = run("check", *places(town))

    assert done.returncode == 0
    assert (
        f"content/projects/park.md:12: Seit {words.day(date(2026, 11, 20))} gilt hier nicht: [funding-results]"
        in done.stderr
    )
    assert f"    Grund: {REASON}" in done.stderr
    assert "\n    Grund: " in done.stderr.split("Ausnahmen:")[1]


def test_json_tells_what_is_excused(town: Town) -> None:
    town.write({"projects/park.md": EXCUSED, "pages/kontakt.md": "---\ntitle: K\n---\nText\n"})

    told = json.loads(run("check", "--format", "json", *places(town)).stdout)

    assert [(one["code"], one["waived"]) for one in told if one["code"] != "legal-gap"] == [
        ("field-missing", None),
        ("funding-results", {"reason": REASON, "date": "2026-11-20"}),
    ]


def test_sarif_names_rule_place_and_exception(town: Town) -> None:
    town.write({"projects/park.md": EXCUSED, "news/größe.md": "---\ntitle: [\ndate: 2026-01-01\n---\nText\n"})

    done = run("check", "--format", "sarif", *places(town))

    assert done.returncode == 1
    told = json.loads(done.stdout)
    (session,) = told["runs"]
    rules = session["tool"]["driver"]["rules"]
    assert told["version"] == "2.1.0" and [rule["id"] for rule in rules] == sorted(CATALOGUE)
    for result in session["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]).startswith("content/")
        assert place["region"]["startLine"] >= 1
    by_code = {result["ruleId"]: result for result in session["results"]}
    assert by_code["funding-results"]["suppressions"] == [
        {"kind": "inSource", "justification": f"{REASON} (2026-11-20)"}
    ]
    assert "suppressions" not in by_code["yaml-bracket"]
    assert not by_code["yaml-bracket"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isalpha()


def test_a_check_remembers_what_it_made_and_a_build_after_it_is_right(town: Town) -> None:
    assert said(town.check()) == []
    town.build()
    built = town.bytes()
    town.clear()
    town.build(memo=False)

    assert town.bytes() == built
