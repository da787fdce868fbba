"""Files as they come from office computers."""

import os
from pathlib import Path

import pytest

from pressroom import load
from pressroom.load import Source
from pressroom.problems import Desk
from tests.town import NEWS, Town

SHELVES = {"news": ".md", "places": ".yaml", "media": ".yaml", "": ".yaml"}


def read(town: Town, path: str, data: bytes | str) -> tuple[Source, list[str]]:
    town.write({path: data})
    desk = Desk()
    found = load.library(town.content, SHELVES, desk).texts[0]
    source = load.source(found, Path(found.file).read_bytes(), desk)
    assert source is not None
    return source, [problem.code for problem in desk.found]


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode("utf-8-sig"),
        NEWS.replace("\n", "\r\n").encode(),
        NEWS.replace("\n", "\r").encode(),
        ("\n\n" + NEWS).encode(),
        NEWS.replace("---\n", "---   \n").encode(),
    ],
    ids=["byte order mark", "Windows line ends", "old Mac line ends", "blank lines above", "spaces after dashes"],
)
def test_what_editors_programs_do_to_a_file_does_not_matter(empty: Town, data: bytes) -> None:
    source, codes = read(empty, "news/a.md", data)

    assert codes == []
    assert source.fields["title"] == "Der Park ist offen"
    assert source.text.startswith("Der Park ist wieder offen")


def test_an_upper_case_ending_and_a_decomposed_name_are_the_same_file(empty: Town) -> None:
    source, codes = read(empty, "news/2026-03-14-fru\u0308hling.MD", NEWS)

    assert codes == []
    assert source.name == "2026-03-14-fr\u00fchling"
    assert source.path == "content/news/2026-03-14-fr\u00fchling.MD"


def test_values_stay_as_written(empty: Town) -> None:
    text = "plz: 02625\nzeit: 18:30\nja: no\nzahl: 1e3\ntag: 2021-07-14\nnull: ~\nliste: [007, yes]\n"

    source, codes = read(empty, "places/a.yaml", text)

    assert codes == []
    assert source.fields == {
        "plz": "02625",
        "zeit": "18:30",
        "ja": "no",
        "zahl": "1e3",
        "tag": "2021-07-14",
        "null": "~",
        "liste": ["007", "yes"],
    }


def test_every_field_knows_its_line(empty: Town) -> None:
    source, _ = read(empty, "places/a.yaml", "a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n")

    assert source.place("b", 0, "d") == (4, 5)
    assert source.place("b", 1) == (5, 5)
    assert source.place("b", 0, "unknown") == (3, 5)


def test_all_mistakes_of_a_file_are_found_at_once(empty: Town) -> None:
    text = "---\ntitle: Kunstbus: ein Fest\nsummary: *neu*\n\tdate: 2021\ntitle: noch einmal\nplace:hier\n---\nText\n"

    source, codes = read(empty, "news/a.md", text)

    assert sorted(codes) == ["field-twice", "yaml-colon", "yaml-indent", "yaml-sign", "yaml-space", "yaml-tab"]
    assert source.fields["title"] == "Kunstbus: ein Fest"
    assert source.fields["summary"] == "*neu*"


def test_a_billion_laughs_is_one_message(empty: Town) -> None:
    lines = ["a: &a [ha, ha]"] + [
        f"{name}: &{name} [*{above}, *{above}]" for above, name in zip("abcdef", "bcdefg", strict=True)
    ]

    _, codes = read(empty, "places/a.yaml", "\n".join(lines))

    assert codes == ["yaml-alias"]


def test_ten_thousand_brackets_are_one_message(empty: Town) -> None:
    _, codes = read(empty, "places/a.yaml", "a: " + "[" * 10_000)

    assert codes == ["yaml-deep"]


def test_a_file_of_two_megabytes_is_refused_unread(empty: Town) -> None:
    empty.write({"news/a.md": NEWS + "x" * 2_100_000})

    found = [problem.code for problem in empty.check()]

    assert found.count("file-huge") == 1


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs symbolic links")
def test_a_link_that_leads_out_is_refused_and_its_target_not_read(empty: Town, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(NEWS)
    empty.write({"news/a.md": NEWS})
    (empty.content / "news" / "b.md").symlink_to(secret)
    (empty.content / "news" / "folder").symlink_to(tmp_path)
    desk = Desk()

    library = load.library(empty.content, SHELVES, desk)

    assert [found.path for found in library.texts] == ["content/news/a.md"]
    assert [problem.code for problem in desk.found] == ["file-link", "file-link"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_hang_the_build(empty: Town) -> None:
    empty.write({"news/a.md": NEWS})
    os.mkfifo(empty.content / "news" / "b.md")
    desk = Desk()

    load.library(empty.content, SHELVES, desk)

    assert [problem.code for problem in desk.found] == ["file-unreadable"]


def test_what_offices_leave_lying_about_is_passed_over(empty: Town) -> None:
    empty.write({"news/a.md": NEWS, "news/~$a.md": "x", "news/Thumbs.db": b"\0", ".DS_Store": b"\0"})
    desk = Desk()

    load.library(empty.content, SHELVES, desk)

    assert desk.found == []


def test_a_file_in_the_wrong_place_is_pointed_out(empty: Town) -> None:
    empty.write({"news/a.md": NEWS, "news/b.md.txt": NEWS, "nwes/c.md": NEWS})
    desk = Desk()

    load.library(empty.content, SHELVES, desk)

    assert [(problem.code, problem.path) for problem in desk.sorted()] == [
        ("file-stray", "content/news/b.md.txt"),
        ("file-stray", "content/nwes/c.md"),
    ]
