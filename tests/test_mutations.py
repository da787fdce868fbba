"""Whatever is done to the real files, the build answers in German and the last good site stays."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressroom import pipeline
from pressroom.pipeline import Job
from pressroom.problems import ContentError, as_text
from tests.town import ROOT, TODAY, snapshot

CONTENT = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "content").rglob("*") if file.is_file())
PIECES = st.sampled_from(
    ["\t", ": ", "---", "- ", "[", "{", "}", "*a", "&a ", "\x00", "\xff", "\n", "\r", '"', "'", "#", "|", ">", "%",
     "<script>", "![](", "](", "](../x.md)", "[[fehlt: x]]", "`", "```\n", "> " * 20, "  ", "\u2028", "2021-99-99",
     "null", "~", "!!python/object:os.system", "1e999", "title:", "\ufeff", "\u202e", "a" * 400, "{lang=", "\\"]
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, built once without mistakes."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "content", folder / "content")
    pipeline.build(_job(folder))
    return folder


def _job(folder: Path) -> Job:
    return Job(ROOT, folder / "content", folder / "public", TODAY, memo=folder / "memo")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(CONTENT),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES.map(str.encode) | st.binary(max_size=12)),
        min_size=1,
        max_size=4,
    ),
)
def test_no_edit_ends_in_a_traceback_or_spoils_the_site(
    office: Path, name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    file = office / name
    good = file.read_bytes()
    before = snapshot(office / "public")
    data = good
    for where, cut, piece in edits:
        start = int(where * len(data))
        data = data[:start] + piece + data[start + cut :]
    file.write_bytes(data)
    try:
        pipeline.build(_job(office))
    except ContentError as trouble:
        assert any(problem.severity == "error" for problem in trouble.problems)
        assert as_text(trouble.problems)
        assert all(problem.message and problem.cure and "{" not in problem.code for problem in trouble.problems)
        assert snapshot(office / "public") == before
    finally:
        file.write_bytes(good)
    assert {path.name for path in office.iterdir()} == {"content", "public", "memo"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from([name for name in CONTENT if name.endswith(".md")]), data=st.data())
def test_no_field_value_ends_in_a_traceback(office: Path, name: str, data: st.DataObject) -> None:
    file = office / name
    good = file.read_bytes()
    lines = good.decode().split("\n")
    end = lines.index("---", 1)
    number = data.draw(st.integers(1, end - 1))
    value = data.draw(st.text(max_size=30) | PIECES)
    lines[number] = f"{lines[number].split(':')[0]}: {value}"
    file.write_text("\n".join(lines), "utf-8", errors="surrogatepass" if "\ud800" in value else "replace")
    try:
        problems = pipeline.check(_job(office)).problems
    finally:
        file.write_bytes(good)
    assert all(problem.path.startswith("content/") for problem in problems if problem.severity == "error")
