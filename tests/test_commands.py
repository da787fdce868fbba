"""The command line: an interface that others call."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.town import NEWS, ROOT, Town, snapshot


def run(*arguments: str, **words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **words)  # type: ignore[call-overload,no-any-return]


def places(town: Town) -> list[str]:
    return ["--content", str(town.content), "--output", str(town.output), "--today", "2026-11-22"]


def test_build_is_what_build_py_does(town: Town) -> None:
    done = run(*places(town))

    assert done.returncode == 0
    assert "Seiten in" in done.stdout and "neu" in done.stdout
    assert (town.output / "index.html").is_file()


def test_a_second_build_says_that_nothing_changed(town: Town) -> None:
    run(*places(town))

    assert "0 neu, 0 geändert, 0 entfernt" in run(*places(town)).stdout


def test_what_is_not_published_is_listed_with_its_day(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "publish: 2027-01-02\ntopics:")})

    assert (
        "content/news/2026-03-14-park.md: erscheint am 2.\u00a0Januar 2027 – Der Park ist offen"
        in run(*places(town)).stdout
    )


def test_mistakes_end_with_one_and_leave_the_output_alone(town: Town) -> None:
    run(*places(town))
    before = snapshot(town.output)
    town.write({"news/2026-03-14-park.md": NEWS.replace("2026-03-14", "14.3.26")})

    done = run(*places(town))

    assert done.returncode == 1
    assert "content/news/2026-03-14-park.md:4:1: Fehler [date-form] date: „14.3.26“" in done.stderr
    assert "Schreiben Sie 2026-03-14." in done.stderr
    assert "Nichts wurde geschrieben." in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(town.output) == before


def test_a_failed_build_shows_what_stops_it_and_no_hints_around_it(town: Town) -> None:
    town.write({"pages/kontakt.md": "---\ntitle: Kontakt\nsummary: So.\n---\n[[fehlt: die Nummer]]\n"})
    town.write(
        {"news/2026-03-14-park.md": NEWS.replace("title:", "titel:").replace("projects/park.md", "projects/prak.md")}
    )

    done = run(*places(town))

    assert "[field-unknown]" in done.stderr and "[link-missing]" in done.stderr
    assert "Hinweis [" not in done.stderr


def test_check_tells_machines_the_same(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("title:", "titel:")})

    done = run("check", "--format", "json", *places(town))

    assert done.returncode == 1
    errors = [problem for problem in json.loads(done.stdout) if problem["severity"] == "error"]
    said = ["code", "rule", "source", "severity", "path", "line", "column", "message", "cure", "waived"]
    assert [list(problem) for problem in errors] == [said]
    assert (errors[0]["code"], errors[0]["line"], errors[0]["column"]) == ("field-unknown", 2, 1)
    assert "Meinten Sie „title“?" in errors[0]["cure"]
    assert not town.output.exists()


def test_plan_names_every_file_and_its_source(town: Town) -> None:
    done = run("plan", "--format", "json", *places(town))

    assert {"path": "projekte/park/index.html", "source": "content/projects/park.md"} in json.loads(done.stdout)
    assert "projekte/park/index.html" in run("plan", *places(town)).stdout
    assert not town.output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["--tody"],
        ["--today", "14.3.26"],
        ["--jobs", "0"],
        ["--base-url", "www.beispiel.de"],
        ["--base-url", "http://["],
        ["serve", "--port", "x"],
        ["check", "--format", "xml"],
        ["new", "news"],
        ["new", "nachricht", "Titel"],
        ["new", "news", "???"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two_and_a_german_sentence(arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr and done.stderr.strip()
    for english in ("usage:", "error:", "invalid", "argument ", "required", "choose"):
        assert english not in done.stderr


def test_a_folder_with_other_things_in_it_is_left_alone(town: Town) -> None:
    town.output.mkdir()
    (town.output / "brief.doc").write_text("Liebe")

    done = run(*places(town))

    assert done.returncode == 2
    assert "nicht von diesem Programm" in done.stderr
    assert [file.name for file in town.output.iterdir()] == ["brief.doc"]


def test_help_is_german() -> None:
    text = run("--help").stdout + run("build", "--help").stdout

    for english in ("usage:", "options:", "positional", "show this help"):
        assert english not in text
    assert "Aufruf: build.py" in text


@pytest.mark.parametrize("kind", ["news", "event", "project", "page", "partner", "place"])
def test_a_new_file_is_ready_and_never_overwrites(kind: str, town: Town) -> None:
    arguments = ["new", kind, 'Fest: "Übung" & #1', "--content", str(town.content), "--today", "2026-11-22"]

    first = run(*arguments)
    made = {path: data for path, data in snapshot(town.content).items() if "fest-uebung-1" in path}
    second = run(*arguments)

    assert first.returncode == 0
    assert len(made) == 1
    assert second.returncode == 2
    assert "gibt es schon" in second.stderr
    assert snapshot(town.content).items() >= made.items()
    codes = {problem.code for problem in town.check() if problem.severity == "error"}
    assert codes == (set() if kind in ("partner", "place") else {"field-empty"})


@pytest.mark.parametrize(
    "title", ["#Gesundbrunnen feiert", "[Neu]", "- Strich", "? Frage", "] zu", "a: b #c", 'Ein "Wort"', "x\ny"]
)
def test_any_title_can_be_given_to_a_new_file(title: str, town: Town) -> None:
    done = run("new", "partner", title, "--content", str(town.content))

    assert done.returncode == 0
    assert town.codes() == []


def test_a_new_file_needs_a_content_folder(tmp_path: Path) -> None:
    assert run("new", "news", "Titel", "--content", str(tmp_path / "tippfehler")).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_what_the_system_forbids_is_said_in_german(town: Town, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")

    done = run("--content", str(town.content), "--output", str(tmp_path / "datei" / "public"))

    assert done.returncode == 2
    assert "kann nicht zugegriffen werden" in done.stderr and "Traceback" not in done.stderr


def test_every_optional_field_of_a_new_file_can_be_used_as_it_stands(town: Town) -> None:
    """Taking away the # gives a line that can be read; only ids of things that are not there are complained of."""
    run("new", "event", "Probe", "--content", str(town.content), "--today", "2026-11-22")
    file = town.content / "events" / "probe.md"
    text = file.read_text("utf-8")
    file.write_text("\n".join(
        line.removeprefix("# ") if line.startswith("#   ") or line.split(":")[0].removeprefix("# ").islower() else line
        for line in text.replace("summary:", "summary: x").replace("\nstart:", "\nstart: 2027-01-12 08:00").split("\n")
    ), "utf-8")  # fmt: skip

    assert {problem.code for problem in town.check() if problem.severity == "error"} <= {
        "id-unknown", "topic-unknown", "picture-missing", "url-form", "date-order", "status-start",
    }  # fmt: skip


def test_a_build_counts_open_answers_and_check_shows_them(town: Town) -> None:
    town.write(
        {"pages/kontakt.md": "---\ntitle: Kontakt\nsummary: So.\n---\n[[fehlt: die Nummer]] und [[fehlt: der Weg]]\n"}
    )

    built, checked = run(*places(town)), run("check", *places(town))

    assert "Angaben fehlen noch; „build.py check“ zeigt sie." in built.stderr
    assert "die Nummer" not in built.stderr and "die Nummer" in checked.stderr and "der Weg" in checked.stderr


def test_a_pipe_gets_no_progress_and_no_colour(town: Town) -> None:
    done = run(*places(town))

    assert "\x1b" not in done.stdout + done.stderr and "\r" not in done.stderr


def test_without_its_libraries_build_py_says_how_to_get_them(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(ROOT / "build.py")], capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": ""}, cwd=tmp_path,
    )  # fmt: skip

    assert done.returncode == 1
    assert "pip install -e ." in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
