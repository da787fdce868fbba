"""From bytes to the folder: only what changed, in a safe order, nothing left over."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from pressroom import publish
from pressroom.hosting import SIGNED
from pressroom.memo import digest
from tests.town import ROOT, snapshot


def tree(out: Path, site: Mapping[str, bytes], known: publish.Known | None = None) -> publish.Written:
    """Brings a folder in line with a site, as the pipeline does."""
    with publish.opened(out, known or ({}, {})) as folder:
        stage = folder.stage()
        put = {path: stage.put(path, data) for path, data in site.items()}
        return folder.finish({path: digest(data) for path, data in site.items()}, put)


SITE = {"index.html": b"a", "assets/site.css": b"b", "news/x/index.html": b"c"}


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    tree(tmp_path / "out", SITE)
    before = {path: (tmp_path / "out" / path).stat().st_mtime_ns for path in SITE}

    written = tree(tmp_path / "out", {**SITE, "index.html": b"new"})

    assert written == publish.Written((), ("index.html",), ())
    after = {path: (tmp_path / "out" / path).stat().st_mtime_ns for path in SITE}
    assert {path for path in SITE if before[path] != after[path]} == {"index.html"}


def test_what_nobody_planned_disappears_with_its_folder(tmp_path: Path) -> None:
    tree(tmp_path / "out", SITE)

    written = tree(tmp_path / "out", {"index.html": b"a"})

    assert written.removed == ("assets/site.css", "news/x/index.html")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [publish.MARKER, "index.html"]


def test_a_host_s_hidden_files_stay(tmp_path: Path) -> None:
    tree(tmp_path / "out", SITE)
    (tmp_path / "out" / ".htaccess").write_text("x")
    (tmp_path / "out" / ".well-known").mkdir()
    (tmp_path / "out" / ".well-known" / "y").write_text("y")

    tree(tmp_path / "out", SITE)

    assert (tmp_path / "out" / ".htaccess").read_text() == "x"
    assert (tmp_path / "out" / ".well-known" / "y").read_text() == "y"


def test_a_hidden_file_of_ours_is_kept_up_to_date_and_taken_away(tmp_path: Path) -> None:
    first, second = (f"{SIGNED}; {word}\n".encode() for word in ("eins", "zwei"))
    tree(tmp_path / "out", {**SITE, ".htaccess": first})

    assert tree(tmp_path / "out", {**SITE, ".htaccess": second}).changed == (".htaccess",)
    assert (tmp_path / "out" / ".htaccess").read_bytes() == second
    assert tree(tmp_path / "out", SITE).removed == (".htaccess",)


def test_a_hidden_file_of_the_host_s_is_spared_and_named(tmp_path: Path) -> None:
    ours = f"{SIGNED}; eins\n".encode()
    tree(tmp_path / "out", SITE)
    (tmp_path / "out" / ".htaccess").write_text("Require valid-user\n")

    for _ in range(2):
        written = tree(tmp_path / "out", {**SITE, ".htaccess": ours})
        assert written == publish.Written((), (), (), (".htaccess",))
        assert (tmp_path / "out" / ".htaccess").read_text() == "Require valid-user\n"

    (tmp_path / "out" / ".htaccess").unlink()
    assert tree(tmp_path / "out", {**SITE, ".htaccess": ours}).new == (".htaccess",)


def test_ours_changed_by_hand_to_the_host_s_is_neither_overwritten_nor_removed(tmp_path: Path) -> None:
    ours = {".htaccess": f"{SIGNED}; eins\n".encode()}
    with publish.opened(tmp_path / "out", ({}, {})) as folder:
        put = {path: folder.stage().put(path, data) for path, data in ours.items()}
        folder.finish({path: digest(data) for path, data in ours.items()}, put)
        known = (folder.files, folder.folders)
    (tmp_path / "out" / ".htaccess").write_text("Require valid-user\n")

    for site in (ours, {}):
        tree(tmp_path / "out", site, known)
        assert (tmp_path / "out" / ".htaccess").read_text() == "Require valid-user\n"


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    tree(tmp_path / "out", {"a": b"1", "b/c": b"2"})

    tree(tmp_path / "out", {"a/x": b"3", "b": b"4"})

    assert snapshot(tmp_path / "out").items() >= {("a/x", b"3"), ("b", b"4")}


def test_assets_come_first_and_the_front_page_last() -> None:
    assert sorted(SITE, key=publish._order) == ["assets/site.css", "news/x/index.html", "index.html"]


@pytest.mark.parametrize("name", ["letter.doc", "sub/letter.doc"])
def test_a_folder_with_foreign_files_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "out" / name).parent.mkdir(parents=True)
    (tmp_path / "out" / name).write_text("dear me")

    with pytest.raises(publish.Refused):
        publish.check_output(tmp_path / "out", tmp_path / "content")


def test_a_folder_inside_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(publish.Refused):
        publish.check_output(tmp_path / "content" / "public", tmp_path / "content")


def test_a_folder_that_holds_the_content_is_refused(tmp_path: Path) -> None:
    tree(tmp_path / "out", SITE)
    (tmp_path / "out" / "content").mkdir()

    with pytest.raises(publish.Refused):
        publish.check_output(tmp_path / "out", tmp_path / "out" / "content")


def test_two_builds_never_write_into_one_folder_at_once(tmp_path: Path) -> None:
    tree(tmp_path / "out", SITE)

    with publish.alone(tmp_path / "out"), pytest.raises(publish.Refused):
        tree(tmp_path / "out", {"index.html": b"other"})

    assert (tmp_path / "out" / "index.html").read_bytes() == b"a"


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_in_the_output_is_not_followed(tmp_path: Path) -> None:
    tree(tmp_path / "out", {"index.html": b"a"})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "keep").write_text("mine")
    (tmp_path / "out" / "news").symlink_to(tmp_path / "elsewhere")

    tree(tmp_path / "out", SITE)

    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["keep"]
    assert (tmp_path / "out" / "news" / "x" / "index.html").read_bytes() == b"c"


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_killed_at_any_moment_every_page_is_whole(tmp_path: Path) -> None:
    """Two different sites are built in turn into one folder; each build is killed at a random moment."""
    out = tmp_path / "out"
    days = {day: tmp_path / day for day in ("2020-01-01", "2026-11-22")}
    whole: dict[str, set[bytes]] = {}
    for day, folder in days.items():
        assert subprocess.run(_command(folder, day), capture_output=True).returncode == 0
        for path, data in snapshot(folder).items():
            whole.setdefault(path, set()).add(data)
    chance = random.Random(7)
    killed = 0
    for turn in range(24):
        process = subprocess.Popen(
            _command(out, list(days)[turn % 2]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        # Most of the time goes by before the first file is written; aim at the writing.
        deadline = time.monotonic() + 20
        while not (out / publish.ASIDE).exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.06)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        for path, data in snapshot(out).items():
            if not path.startswith(publish.ASIDE):
                assert data in whole.get(path, set()), f"{path} is not whole"
    assert killed >= 6, "the kills came too late to prove anything"
    assert subprocess.run(_command(out, "2026-11-22"), capture_output=True).returncode == 0
    assert snapshot(out) == snapshot(days["2026-11-22"])


def _command(out: Path, day: str) -> list[str]:
    return [sys.executable, str(ROOT / "build.py"), "--output", str(out), "--today", day]
