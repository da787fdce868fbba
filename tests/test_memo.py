"""What was remembered is what would be made."""

from pathlib import Path

import pytest

from pressroom.memo import Memo


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


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    remember(tmp_path / "memo", "a", "b")
    remember(tmp_path / "memo", "b")
    remember(tmp_path / "memo", "a")

    assert CALLS == ["a", "b", "a"]


@pytest.mark.parametrize("cut", [0, 5, 30, 60, -1])
def test_a_memo_cut_short_or_altered_is_as_good_as_none(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "memo"
    remember(file, "a", "b")
    data = file.read_bytes()
    file.write_bytes(data[:cut] + (b"!" if cut == -1 else b""))

    assert remember(file, "a", "b") == ["A", "B"]
    assert CALLS == ["a", "b", "a", "b"]


def test_workers_give_the_same_results_in_the_same_order(tmp_path: Path) -> None:
    texts = [(str(number),) for number in range(450)]

    assert Memo(None, jobs=2).remember_all(shout, texts) == Memo(None).remember_all(shout, texts)
