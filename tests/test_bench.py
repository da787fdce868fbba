"""The benchmark measures what it says: a corpus our generator takes without a word, and goals judged from figures."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import corpus, flavours, goals, languages, plot, programs, report, start
from bench.goals import Goal
from bench.plot import Curve
from bench.programs import Ground
from bench.results import Figures, Results
from pressroom import pipeline
from pressroom.kinds.languages import LANGUAGES
from pressroom.pipeline import Job
from tests.town import ROOT, TODAY, snapshot

GOAL = Goal("edited", "edit", "hugo", {1000: 1 / 5}, most={1000: 0.5})


def test_the_town_in_seven_languages_has_every_text_in_each_and_nothing_outdated(tmp_path: Path) -> None:
    languages.crowded(tmp_path / "content", 2)
    languages.speaking(tmp_path / "content", LANGUAGES)

    checked = pipeline.check(Job(ROOT, tmp_path / "content", tmp_path / "public", TODAY))
    plan = pipeline.plan(Job(ROOT, tmp_path / "content", tmp_path / "public", TODAY))

    # The settings of the real site in other languages are not those of the town.
    told = [one for one in checked.problems if one.severity == "error" or one.path.endswith(".md")]
    assert [one for one in told if one.severity == "error" or one.code.startswith("translation")] == []
    paths = {file.path for file in plan.files}
    assert {"kontakt/index.html", "ar/kontakt/index.html", "uk/novyny/2026/park/index.html"} <= paths


def test_the_corpus_is_the_same_on_every_machine() -> None:
    items = [corpus.make(kind, i) for kind in ("news", "event", "project") for i in range(20)]
    told = json.dumps(items, default=str, ensure_ascii=False)

    assert sha256(told.encode()).hexdigest()[:16] == "b52a73f1ef1938fb"


def test_a_larger_corpus_begins_with_the_smaller_one(tmp_path: Path) -> None:
    for n in (20, 40):
        flavours.write("hugo", tmp_path / str(n), flavours.load(), n)

    small, large = snapshot(tmp_path / "20" / "content"), snapshot(tmp_path / "40" / "content")
    assert len(large) == 50
    assert {path: large[path] for path in small} == small


def test_its_texts_are_as_long_and_as_mixed_as_the_issue_asks_for() -> None:
    bodies = [corpus.make("news", i)["body"] for i in range(300)]

    assert 2400 < sum(map(len, bodies)) / 300 < 2800
    for sign, least, most in (("**", 4, 6), ("](http", 2.4, 3.6), ("\n## ", 2.4, 3.6), ("| ---- |", 0.15, 0.35)):
        assert least < sum(body.count(sign) for body in bodies) / 300 < most, sign


def test_our_generator_takes_it_without_a_mistake_or_a_hint(tmp_path: Path) -> None:
    flavours.write("ours", tmp_path, flavours.load(), 20)
    job = Job(ROOT, tmp_path / "content", tmp_path / "public", date.fromisoformat(programs.TODAY))

    built = pipeline.build(job)

    assert built.warnings == ()
    item, project = corpus.make("news", 10), corpus.make("project", 0)
    page = (tmp_path / "public" / flavours.page("ours", item).strip("/") / "index.html").read_text("utf-8")
    assert project["title"] in page


@pytest.mark.parametrize("name", ["hugo", "pelican"])
def test_an_edit_changes_one_file_and_can_be_undone(tmp_path: Path, name: str) -> None:
    ground = Ground(programs.program(name), flavours.load(), 20, tmp_path)
    ground.prepare()
    before = snapshot(ground.folder)

    for mode in ("edit", "title"):
        words = ground.edit(mode, "mark7")
        changed = [path for path, data in snapshot(ground.folder).items() if data != before[path]]
        assert len(changed) == 1 and words in (ground.folder / changed[0]).read_text("utf-8")
        ground.restore()

    assert snapshot(ground.folder) == before


def test_another_corpus_can_be_put_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(
        "from bench import corpus\ndef make(kind, i):\n    return {**corpus.make(kind, i), 'title': f'Nr. {i}'}\n"
    )
    other = flavours.load(tmp_path / "mine.py", "mine")

    assert (other.name, other.make("news", 3)["title"]) == ("mine", "Nr. 3")
    assert other.digest != flavours.load().digest


@pytest.mark.parametrize(
    ("seconds", "met"), [((0.19, 0.2, 0.21), True), ((0.2, 0.21, 0.21), False), ((0.1, 0.6, 0.6), False)]
)
def test_a_goal_is_met_when_the_middle_figure_says_so(seconds: tuple[float, ...], met: bool) -> None:
    judged = goals.verdict(GOAL, 1000, Figures(seconds), Figures((1.0,)))

    assert judged is not None and judged.met is met


def test_the_figure_that_counts_can_be_the_worst_or_have_a_bound_of_its_own() -> None:
    worst = Goal("worst", "save", "hugo", {}, most={1000: 0.08}, worst=True)
    bound = Goal("bound", "edit", "hugo", {1000: 1 / 5}, most={1000: 0.02})

    for goal, good, bad in ((worst, (0.01, 0.01, 0.08), (0.01, 0.01, 0.09)), (bound, (0.02,), (0.03,))):
        for figures, met in ((good, True), (bad, False)):
            judged = goals.verdict(goal, 1000, Figures(figures), Figures((10.0,)))
            assert judged is not None and judged.met is met


def test_without_the_peer_there_is_no_verdict() -> None:
    assert goals.verdict(GOAL, 1000, Figures((0.1,)), None) is None


def lines(rows: Sequence[tuple[str, int, str, str, float, bool]], corpus: str = "own") -> list[str]:
    """Rows of results: session, n, peer, mode, seconds, disturbed."""
    machine = {"python": "3", "system": "s", "processor": "p", "cores": 2, "memory": 4.0}
    about = {"kind": "session", "corpus": corpus, "digest": "0", "versions": {"hugo": "1"}, **machine}
    made: list[dict[str, object]] = [{**about, "session": session} for session in dict.fromkeys(row[0] for row in rows)]
    run = {"kind": "run", "corpus": corpus, "ok": True, "peak": 100.0, "together": 100.0, "files": 10, "bytes": 1000}
    for session, n, peer, mode, wall, disturbed in rows:
        figures = {"mode": mode, "wall": wall, "cpu": wall, "disturbed": disturbed}
        made.append({**run, "session": session, "n": n, "peer": peer, **figures})
    return [json.dumps(row) for row in made]


OLD = [("2026-01-01", 1000, "ours", "cold", 9.0, False), ("2026-01-01", 1000, "hugo", "cold", 9.0, False)]
NEW = [
    ("2026-02-02", 1000, "ours", "cold", 2.0, False),
    ("2026-02-02", 1000, "ours", "cold", 7.0, True),
    ("2026-02-02", 1000, "hugo", "cold", 1.0, False),
    ("2026-02-02", 1000, "ours", "warm", 0.05, False),
    ("2026-02-02", 1000, "hugo", "warm", 1.0, False),
    ("2026-02-02", 5000, "ours", "cold", 10.0, True),
]


def test_figures_come_from_one_session_and_from_quiet_runs() -> None:
    found = Results(lines([*OLD, *NEW]))

    assert found.figures("own", 1000, "cold", "ours") == Figures((2.0,))
    assert found.figures("own", 1000, "cold", "hugo") == Figures((1.0,))
    assert found.figures("own", 5000, "cold", "ours") == Figures((10.0,), disturbed=True)
    assert found.figures("own", 5000, "cold", "hugo") is None


def test_the_report_says_which_goals_are_met_and_which_are_not() -> None:
    told = report.document(Results(lines(NEW)))

    assert "| nothing changed | 1,000 | 0.050 s | Hugo 1.00 s | 0.050 | ≤ 1/15 | yes |" in told
    assert "| cold, at most Hugo's time (stretch) | 1,000 | 2.00 s | Hugo 1.00 s | 2.00 | ≤ 1 | **no** |" in told
    assert "| ours | 2.00 | ~10.0 |" in told
    assert "2026-01-01" not in told


def test_the_plot_is_well_formed_and_no_label_lies_on_another() -> None:
    curves = [
        Curve(f"<{number}> & more", number % 3, number // 3, ((200.0, 0.01 * number + 0.05), (1000.0, 1.0)))
        for number in range(9)
    ]

    drawn = ElementTree.fromstring(plot.drawn("Title", "What is seen", "news", "seconds", curves))

    space = "{http://www.w3.org/2000/svg}"
    assert [drawn.findtext(f"{space}{name}") for name in ("title", "desc")] == ["Title", "What is seen"]
    heights = sorted(float(text.get("y", 0)) for text in drawn.iter(f"{space}text") if "more" in (text.text or ""))
    assert len(heights) == 9
    assert all(below - above >= plot.LINE for above, below in pairwise(heights))
    assert heights[0] > 0 and heights[-1] < plot.HEIGHT
    for dot in drawn.iter(f"{space}circle"):
        assert plot.LEFT <= float(dot.get("cx", 0)) <= plot.WIDTH - plot.RIGHT
        assert plot.TOP <= float(dot.get("cy", 0)) <= plot.HEIGHT - plot.BOTTOM


def test_slow_imports_are_told_where_they_are_first_asked_for() -> None:
    told = start.loaded(
        "import time: self [us] | cumulative | imported package\n"
        "import time:      4000 |       4000 |       decimal\n"
        "import time:      9000 |      13000 |     pydantic.types\n"
        "import time:      2000 |      15000 |   pydantic\n"
        "import time:      6000 |      21000 | pressroom.kinds\n"
        "import time:      1000 |       1000 | pressroom.urls\n"
        "Hinweis: something else\n"
    )

    assert told == [("pydantic", "pressroom.kinds", 15.0), ("pressroom.kinds", "the start", 6.0)]
