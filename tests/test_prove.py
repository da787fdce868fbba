"""``build.py build --prove``: an editor's own site, built as usual and compared with a clean copy."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof import undated, unnoticed
from tests.test_commands import places, run
from tests.town import NEWS, Town, snapshot
from tests.village import VILLAGE, png

PROVED, DIFFERENT = 0, 3


@pytest.fixture
def village(empty: Town) -> Town:
    """Texts and pictures that name each other."""
    empty.write(VILLAGE)
    return empty


def test_a_site_that_is_what_a_clean_build_makes_is_proved(village: Town) -> None:
    run(*places(village))
    village.write({"news/park-offen.md": NEWS.replace("park.md", "neuer-park.md").replace("[park]", "[neuer-park]")})

    done = run("build", "--prove", *places(village))

    assert done.returncode == PROVED
    assert "Bewiesen: " in done.stdout
    assert "Seiten in" in done.stdout, "it says what every build says"
    assert "Der Park ist offen" in village.read("aktuelles/2026/park-offen/index.html")


def test_the_proof_is_of_what_was_ordered(village: Town) -> None:
    """With drafts, another address and several processes; else the clean copy would be another site."""
    more = ("--drafts", "--base-url", "https://anders.example/hier/", "--jobs", "2")

    done = run("build", "--prove", *more, *places(village))

    assert done.returncode == PROVED
    assert "Bewiesen: " in done.stdout
    assert "aktuelles/2026/entwurf/index.html" in village.bytes()
    assert "https://anders.example/hier/" in village.read("index.html")


def test_without_memory_it_is_proved_as_well(village: Town) -> None:
    assert run("build", "--prove", "--fresh", *places(village)).returncode == PROVED


def test_what_is_the_host_s_is_no_difference(village: Town) -> None:
    run(*places(village))
    (village.output / ".htaccess").write_text("x")
    (village.output / ".well-known").mkdir()
    (village.output / ".well-known" / "security.txt").write_text("y")

    done = run("build", "--prove", *places(village))

    assert done.returncode == PROVED
    assert (village.output / ".htaccess").read_text() == "x"


def test_what_is_foreign_is_removed_before_the_proof_and_is_no_difference(village: Town) -> None:
    run(*places(village))
    for name in ("fremd.html", "aktuelles/fremd.txt", "fremd/fremd/fremd.html"):
        (village.output / name).parent.mkdir(parents=True, exist_ok=True)
        (village.output / name).write_text("fremd")

    done = run("build", "--prove", *places(village))

    assert done.returncode == PROVED
    assert "3 entfernt" in done.stdout
    assert not [path for path in village.bytes() if "fremd" in path]


@pytest.fixture
def out_of_date() -> Iterator[Town]:
    """A village whose pages are out of date, because a picture changed while its dates stayed: the one thing that a
    build from memory cannot notice.
    """
    with undated() as folder:
        village = Town(folder)
        # The folder's name is another each time: only a build that learnt something saves its memory, and with it
        # the time from which on the dates of files at rest are believed.
        village.write({**VILLAGE, "places/neu.yaml": f"name: Ort {folder.name}\n"})
        with unnoticed(village.content / "media" / "brunnen.png") as change:
            # The second one, asked for otherwise, is not answered from what the first one said.
            run(*places(village))
            run("build", "--timings", *places(village))
            if not change(png("#a8663a")):
                pytest.skip("this file system dates the file all the same")
            yield village


def test_a_difference_is_named_with_its_files(out_of_date: Town) -> None:
    done = run("build", "--prove", *places(out_of_date))

    said = done.stdout + done.stderr
    assert done.returncode == DIFFERENT
    assert "Bewiesen" not in said and "Traceback" not in said
    for path in ("media/brunnen.jpg", "aktuelles/2026/park-offen/index.html"):
        assert path in said
    for path in ("media/platz.jpg", "robots.txt"):
        assert path not in said, "a file that is the same is not named"


def test_a_difference_is_mended_without_memory(out_of_date: Town) -> None:
    assert run("build", "--prove", *places(out_of_date)).returncode == DIFFERENT
    assert run("build", "--prove", "--fresh", *places(out_of_date)).returncode == PROVED


def test_the_clean_copy_is_made_elsewhere_and_taken_away(village: Town, tmp_path: Path) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    environment = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(elsewhere))}

    done = run("build", "--prove", *places(village), env=environment)

    assert done.returncode == PROVED
    assert list(elsewhere.iterdir()) == []
    assert {path.name for path in village.folder.iterdir()} == {"content", "public", "temporary"}


def test_nothing_is_proved_of_texts_with_mistakes(village: Town) -> None:
    run(*places(village))
    before = snapshot(village.output)
    village.write({"news/park-offen.md": NEWS})

    done = run("build", "--prove", *places(village))

    assert done.returncode == 1
    assert "Bewiesen" not in done.stdout + done.stderr
    assert "[id-unknown]" in done.stderr and "Nichts wurde geschrieben." in done.stderr
    assert snapshot(village.output) == before


def test_a_release_can_be_proved_and_refused(village: Town) -> None:
    done = run("build", "--release", "--prove", *places(village))

    assert done.returncode == 1
    assert "[legal-gap]" in done.stderr and "Bewiesen" not in done.stdout


def test_only_a_build_is_proved_and_help_says_so() -> None:
    assert "--prove" in run("build", "--help").stdout
    for command in ("check", "plan", "serve", "agenda"):
        assert run(command, "--prove").returncode == 2
