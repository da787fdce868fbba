"""What was remembered is what would be made."""

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressroom import still
from pressroom.memo import Memo
from pressroom.memo.contents import Contents
from pressroom.still import COARSE
from tests import crowd
from tests.town import ROOT, Town, snapshot


def shout(text: str) -> str:
    CALLS.append(text)
    return text.upper()


CALLS: list[str] = []


@pytest.fixture(autouse=True)
def _forget_calls() -> None:
    CALLS.clear()


def remember(file: Path, *texts: str, code: bytes = b"1", **words: bool) -> list[str]:
    memo = Memo(file, code=code, **words)
    results = memo.remember_all(shout, [(text,) for text in texts])
    memo.save()
    return results


def test_a_result_is_made_once(tmp_path: Path) -> None:
    assert remember(tmp_path / "memo", "a", "b", "a") == ["A", "B", "A"]
    assert remember(tmp_path / "memo", "b", "a") == ["B", "A"]
    assert CALLS == ["a", "b"]


def test_other_code_and_a_fresh_start_make_it_again(tmp_path: Path) -> None:
    remember(tmp_path / "memo", "a")
    remember(tmp_path / "memo", "a", code=b"2")
    remember(tmp_path / "memo", "a", code=b"2", fresh=True)

    assert CALLS == ["a", "a", "a"]


def test_what_nobody_asks_for_is_kept_for_another_time(tmp_path: Path) -> None:
    remember(tmp_path / "memo", "a", "b")
    remember(tmp_path / "memo", "b")
    remember(tmp_path / "memo", "a")

    assert CALLS == ["a", "b"]


def test_what_nobody_asks_for_is_given_up_when_it_is_too_much(tmp_path: Path) -> None:
    remember(tmp_path / "memo", *(str(number) for number in range(2100)))
    remember(tmp_path / "memo", "a")
    CALLS.clear()

    remember(tmp_path / "memo", "a", "7")

    assert CALLS == ["7"]


@pytest.mark.parametrize("cut", [0, 5, 30, 60, 4096, -1])
def test_a_memo_cut_short_or_altered_is_as_good_as_none(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "memo"
    remember(file, "a", "b")
    data = file.read_bytes()
    file.write_bytes(data[:cut] if cut >= 0 else data.replace(b"\x8c\x01A", b"\x8c\x01X"))
    assert file.read_bytes() != data

    assert remember(file, "a", "b") == ["A", "B"]
    # Of a value that was altered only that one is made again.
    assert ["a", "b", "a", "b"][: 3 if cut == -1 else 4] == CALLS


def test_workers_give_the_same_results_in_the_same_order(tmp_path: Path) -> None:
    texts = [(str(number),) for number in range(450)]

    assert Memo(None, jobs=2).remember_all(shout, texts) == Memo(None).remember_all(shout, texts)


def measure(file: Path) -> int:
    CALLS.append(file.name)
    return len(file.read_bytes())


def measured(memo: Path, *files: Path) -> list[int]:
    remembering = Memo(memo)
    results = remembering.remember_all(measure, [(file,) for file in files])
    remembering.save()
    return results


def test_a_file_is_what_it_holds_and_not_what_it_is_called(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("first", "second", "other"))
    for file, text in ((first, "same"), (second, "same"), (other, "longer")):
        file.write_text(text)

    assert measured(tmp_path / "memo", first) == [4]
    assert measured(tmp_path / "memo", second, other, first) == [4, 6, 4]
    assert CALLS == ["first", "other"]


def test_a_changed_file_is_seen_even_if_its_size_and_date_are_the_same(tmp_path: Path) -> None:
    """While it is young: a clock may tick too slowly to tell two saves apart."""
    file = tmp_path / "file"
    for text in ("old!", "new!", "why?"):
        file.write_text(text)
        os.utime(file, ns=(10**9, 10**9))
        measured(tmp_path / "memo", file)

    assert CALLS == ["file", "file", "file"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_folder_that_cannot_be_read_to_its_end_never_looks_as_before(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "text.md").write_text("a", "utf-8")
    assert still.scene([str(tmp_path)])[str(tmp_path)] == still.look_at(str(tmp_path)) != still.NOTHING

    (tmp_path / "round").symlink_to("round")
    looks = still.scene([str(tmp_path)])

    assert looks[str(tmp_path)] == still.NOTHING != still.look_at(str(tmp_path))


def test_a_file_at_rest_is_not_read_again(tmp_path: Path) -> None:
    contents = Contents({}, since=2**63)
    file = tmp_path / "file"
    file.write_text("text")

    digest = contents.digest(file)
    again = Contents({str(file): (*contents.used[str(file)][:4], "believed")}, since=0)

    assert again.digest(file) == "believed"
    file.write_text("other text")
    assert Contents(contents.used, since=0).digest(file) not in (digest, "believed")
    assert Contents(contents.used, since=0).used == {}
    file.unlink()
    assert Contents(contents.used, since=0).digest(file) == "unreadable"


def test_a_file_younger_than_the_memo_is_not_believed_next_time(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("text")
    young = Contents({}, since=file.stat().st_mtime_ns + COARSE // 2)

    young.digest(file)

    assert young.used == {}


def large(file: Path, *texts: str, fresh: bool = False, code: bytes = b"1") -> list[str]:
    memo = Memo(file, code=code, fresh=fresh)
    results = memo.remember_large(shout, [(text,) for text in texts])
    memo.save()
    return results


def kept(file: Path) -> list[Path]:
    return sorted(file.with_name("memo.large").iterdir())


def test_a_large_result_is_made_once_and_forgotten_when_nobody_asks(tmp_path: Path) -> None:
    file = tmp_path / "memo"

    assert large(file, "a", "b", "a") == ["A", "B", "A"]
    assert large(file, "b") == ["B"]
    assert CALLS == ["a", "b"] and len(kept(file)) == 1
    assert large(file, "b", "a") == ["B", "A"]
    assert CALLS == ["a", "b", "a"]


def test_a_large_result_of_other_code_is_not_used(tmp_path: Path) -> None:
    large(tmp_path / "memo", "a")
    large(tmp_path / "memo", "a", code=b"2")
    large(tmp_path / "memo", "a", code=b"2", fresh=True)

    assert CALLS == ["a", "a", "a"] and len(kept(tmp_path / "memo")) == 1


@pytest.mark.parametrize("cut", [0, 5, 16, 20, -1])
def test_a_large_result_cut_short_or_altered_is_made_again(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "memo"
    large(file, "a")
    (shelved,) = kept(file)
    shelved.write_bytes(shelved.read_bytes()[:cut] + (b"!" if cut == -1 else b""))

    assert large(file, "a") == ["A"]
    assert CALLS == ["a", "a"]


def test_two_large_results_that_changed_places_are_made_again(tmp_path: Path) -> None:
    file = tmp_path / "memo"
    large(file, "a", "b")
    first, second = kept(file)
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)

    assert large(file, "a", "b") == ["A", "B"]


def test_a_build_that_is_broken_off_has_lost_nothing_it_finished(tmp_path: Path) -> None:
    file = tmp_path / "memo"
    broken_off = Memo(file, code=b"1")
    broken_off.remember_large(shout, [("a",)])
    file.with_name("memo.large").joinpath("0123.999").write_bytes(b"half")

    assert large(file, "a") == ["A"]
    assert CALLS == ["a"] and len(kept(file)) == 1


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "memo.large").write_text("in the way")

    assert large(tmp_path / "memo", "a") == ["A"]


def test_large_results_come_in_order_from_all_cores(tmp_path: Path) -> None:
    told: list[int] = []
    calls = [(text,) for text in "abcde"]

    results = Memo(tmp_path / "memo", jobs=2).remember_large(shout, calls, told.append)

    assert results == list("ABCDE") and told == [1, 2, 3, 4, 5]
    # Other processes made them: this one was never called.
    assert CALLS == []
    assert Memo(None, jobs=2).remember_large(shout, calls[:1]) == ["A"]
    assert CALLS == ["a"]


def rewrite(file: Path) -> str:
    """As if an editor saved the file while it was read."""
    text = file.read_text()
    file.write_text(text + "!")
    return text


def test_what_was_made_of_a_file_while_it_was_saved_is_not_remembered(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for name in ("remember_all", "remember_large"):
        for _ in range(2):
            file.write_text("text")
            memo = Memo(tmp_path / "memo")
            assert getattr(memo, name)(rewrite, [(file,)]) == ["text"]
            memo.save()
            assert file.read_text() == "text!"


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_workers_make_the_same_site_however_they_are_started(town: Town, tmp_path: Path, start: str) -> None:
    """Linux forks them, Windows and macOS start them anew: then all they need must travel."""
    if start not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system cannot {start}")
    town.write(dict(crowd.news(120)))
    town.build(memo=False, papers=True)
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing, sys\n"
        "from pressroom import commands\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({start!r})\n"
        "    sys.exit(commands.main(sys.argv[1:]))\n"
    )
    there = tmp_path / "there"
    given = ["build", "--content", str(town.content), "--output", str(there), "--today", "2026-11-22", "--jobs", "2"]

    done = subprocess.run([sys.executable, str(script), *given, "--fresh"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert snapshot(there) == town.bytes()
