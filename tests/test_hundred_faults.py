"""A hundred planted faults and more are all found, each at its line, each once, and every rule is kept by something."""

import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

import pytest

from pressroom import findings
from pressroom.catalogue import CATALOGUE, RULES
from pressroom.problems import Problem
from tests.faults import MARK, PLANTED, Fault, together
from tests.town import ROOT, SMALL, Town

EARLY = [fault for fault in PLANTED if not fault.late]
LATE = [fault for fault in PLANTED if fault.late]
NAMES = [fault.name for fault in PLANTED]

Found = list[tuple[str, int, str]]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What is said of the town without a fault: the gaps of its settings."""
    town = Town(tmp_path_factory.mktemp("town"))
    town.write(SMALL)
    found = town.check(memo=False)
    assert {problem.code for problem in found} == {"legal-gap"}
    return {(problem.path, problem.message) for problem in found}


def planted(town: Town, faults: Iterable[Fault]) -> Town:
    """The town with these faults; those of the project go into a copy of it beside the content."""
    faults = list(faults)
    town.write(together(fault for fault in faults if not fault.of_project))
    if any(fault.of_project for fault in faults):
        for folder in ("templates", "assets"):
            shutil.copytree(ROOT / folder, town.folder / "root" / folder)
    for fault in faults:
        if fault.of_project:
            file = town.folder / "root" / fault.path
            file.write_text(file.read_text("utf-8").replace(fault.instead, fault.text.replace(MARK, "")), "utf-8")
    return town


def told(town: Town, own: set[tuple[str, str]], **words: object) -> list[Problem]:
    """Everything said of a town beside its own gaps."""
    root = town.folder / "root"
    found = town.check(root=root if root.exists() else ROOT, **words)
    return [problem for problem in found if (problem.path, problem.message) not in own]


def places(found: Iterable[Problem]) -> Found:
    return [(problem.path, problem.line, problem.code) for problem in found]


def expected(faults: Iterable[Fault]) -> Found:
    return sorted(fault.place for fault in faults)


def test_a_hundred_faults_are_planted_ten_of_each_family_and_no_two_alike() -> None:
    families = Counter(fault.family for fault in PLANTED)

    assert len(families) == 11 and min(families.values()) >= 10
    assert len(PLANTED) >= 100 and len({fault.text for fault in PLANTED}) == len(PLANTED)
    content = [fault.path for fault in PLANTED if not fault.instead]
    assert len(set(content)) == len(content), "two faults would lie in one file"
    broken = {file.read_bytes() for file in (ROOT / "tests" / "broken").rglob("*") if file.is_file()}
    assert not {fault.files[fault.path] for fault in PLANTED} & broken, "a fault is copied from tests/broken"


@pytest.mark.parametrize("fault", PLANTED, ids=NAMES)
def test_each_fault_alone_is_told_once_at_its_line_and_nothing_else_is(
    fault: Fault, town: Town, own: set[tuple[str, str]]
) -> None:
    found = told(planted(town, [fault]), own, memo=False)

    assert places(found) == [fault.place]
    assert found[0].severity == CATALOGUE[fault.code].severity
    if fault.column is not None:
        assert found[0].column == fault.column


def test_all_faults_at_once_are_found_each_at_its_line_and_once(town: Town, own: set[tuple[str, str]]) -> None:
    found = told(planted(town, EARLY), own)

    assert len(EARLY) >= 100
    assert sorted(places(found)) == expected(EARLY)
    # Remembered, or told in another form, they are the same.
    assert told(town, own) == found
    rows = [(row["path"], row["line"], row["code"]) for row in json.loads(findings.as_json(found, ()))]
    assert sorted(rows) == expected(EARLY)
    assert sorted(results(findings.as_sarif(found, ()))) == expected(EARLY)


def results(sarif: str) -> Iterable[tuple[str, int, str]]:
    """What SARIF tells, in the terms of the faults."""
    for result in json.loads(sarif)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        line = place.get("region", {}).get("startLine", 0)
        yield unquote(place["artifactLocation"]["uri"]), line, result["ruleId"]


def test_all_faults_that_only_the_whole_site_shows_are_found_at_once_too(town: Town, own: set[tuple[str, str]]) -> None:
    found = told(planted(town, LATE), own)

    assert sorted(places(found)) == expected(LATE)
    assert told(town, own) == found


@pytest.mark.parametrize("seed", range(6))
def test_a_random_mix_of_twenty_is_found_whole(seed: int, town: Town, own: set[tuple[str, str]]) -> None:
    mix = random.Random(seed).sample(EARLY, 20)

    found = told(planted(town, mix), own)

    assert sorted(places(found)) == expected(mix)
    assert told(town, own) == found


def test_nothing_is_reported_twice(town: Town) -> None:
    found = planted(town, EARLY).check()

    assert len({(one.path, one.line, one.code, one.message) for one in found}) == len(found)


def test_a_town_without_settings_is_told_so_once(town: Town) -> None:
    town.write({"site.yaml": None})

    assert places(town.check()) == [("content/site.yaml", 0, "site-missing")]


def test_a_town_without_content_is_told_so_once(empty: Town) -> None:
    assert [problem.code for problem in empty.check()] == ["folder-missing"]


def test_every_message_has_a_test_that_provokes_it() -> None:
    tests = ROOT / "tests"
    texts = [file.read_text("utf-8") for file in tests.glob("test_*.py")]
    texts += [file.read_text("utf-8") for file in (tests / "broken").rglob("*.txt")]
    said = set(re.findall(r"[a-z]+(?:-[a-z]+)+", "\n".join(texts))) | {fault.code for fault in PLANTED}

    assert sorted(set(CATALOGUE) - said) == []


def test_every_rule_has_a_message_or_says_how_it_is_kept() -> None:
    watched = {entry.rule for entry in CATALOGUE.values()}

    assert [rule.number for rule in RULES.values() if rule.number not in watched and not rule.kept] == []
