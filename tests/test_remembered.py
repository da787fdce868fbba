"""For any edit, the site built from memory is, byte for byte, the site built from nothing.

``PRESSROOM_PROOF=2000 python -m pytest tests/test_remembered.py`` proves each deed by itself and 2000 random stories,
other ones every time. An ordinary run proves several deeds at a time and a few stories, always the same.
"""

import os
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pressroom import publish
from pressroom.galley import Galley
from tests.deeds import FREE, NOTHING, OF_FILES, SEEN, UNSEEN, WORDS, WRONG, Deed, Picks, memory_copied
from tests.proof import (
    BUILT,
    DESIGN,
    MISTAKES,
    Beginning,
    Disproved,
    Office,
    Published,
    build,
    differences,
    furnished,
    undated,
    unnoticed,
)
from tests.village import png

LONG = int(os.environ.get("PRESSROOM_PROOF", "0"))
TOGETHER = 1 if LONG else 12


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Beginning:
    return Beginning(tmp_path_factory.mktemp("proof"))


@pytest.fixture
def office(beginning: Beginning) -> Office:
    return beginning.office()


def do(office: Office, deed: Deed, *picks: int) -> str:
    """Does it, and notes what was done; a deed that builds may be disproved on its way."""
    office.said.append(f"[{deed.name}]")
    office.said[-1] = deed.do(office, Picks(picks))
    return office.said[-1]


def site(office: Office) -> Published:
    """The site from memory, believed without proof."""
    told = build(office.job)
    assert told.end == BUILT, (office.said, told.problems)
    return Published.of(office.job.output)


def batches() -> Iterator[tuple[Deed, ...]]:
    """What visitors see, a few words of the texts at a time; what touches all pages would hide what else is stale."""
    yield from ((deed,) for deed in SEEN if deed not in WORDS)
    yield from (WORDS[at : at + TOGETHER] for at in range(0, len(WORDS), TOGETHER))


@pytest.mark.parametrize("deeds", tuple(batches()), ids=lambda deeds: deeds[0].name)
def test_what_visitors_see_is_what_was_written_and_after_it_is_undone_what_was_before(
    beginning: Beginning, deeds: Sequence[Deed]
) -> None:
    office = beginning.office()
    for deed in deeds:
        assert do(office, deed) != NOTHING

    assert office.prove().end == BUILT

    # Else a page that is out of date could not be told from one that is not.
    assert Published.of(office.job.output).files != beginning.site.files
    office.go_back(beginning.state)

    assert differences(site(office), beginning.site, {}) == []


def test_sheets_and_cards_are_those_of_a_clean_build(beginning: Beginning) -> None:
    """Ordinary stories have none: to set them takes longer than all else. In the long proof they come and go."""
    office = beginning.office()
    sheets = next(deed for deed in SEEN if deed.name == "sheets")
    do(office, sheets)
    assert office.prove().end == BUILT
    before = {path: data for path, data in site(office).files.items() if path.endswith((".pdf", "vorschau.png"))}
    for deed in (*WORDS, *(deed for deed in FREE if deed.name == "sheet changed")):
        do(office, deed)

    assert office.prove().end == BUILT

    after = site(office).files
    assert before and [path for path in before if after.get(path) == before[path]] != list(before)
    office.go_back(beginning.state)
    assert differences(site(office), beginning.site, {}) == []


@pytest.mark.parametrize("deed", UNSEEN, ids=str)
def test_accidents_of_the_disk_and_of_the_memory_are_not_seen(beginning: Beginning, deed: Deed) -> None:
    office = beginning.office()
    # An old memory to put back, of a build before this one.
    do(office, Deed("memory copied", memory_copied))
    do(office, SEEN[0])
    site(office)
    office.go_back(beginning.state)

    assert do(office, deed) != NOTHING

    assert differences(site(office), beginning.site, office.kept_in(office.job.output)) == []


@pytest.mark.parametrize("deed", WRONG, ids=str)
def test_mistakes_are_refused_as_a_clean_build_refuses_them_and_once_mended_leave_no_trace(
    beginning: Beginning, deed: Deed
) -> None:
    office = beginning.office()

    assert do(office, deed) != NOTHING

    assert office.prove().end in (MISTAKES, DESIGN)
    office.go_back(beginning.state)
    assert differences(site(office), beginning.site, {}) == []


Turn = list[tuple[Deed, list[int]]]
"""What is done between two builds: deeds, and the numbers by which each chooses. Small ones choose what comes first."""
Story = list[Turn]


def story(deeds: Sequence[Deed]) -> st.SearchStrategy[Story]:
    step = st.tuples(st.sampled_from(deeds), st.lists(st.integers(0, 30), max_size=4))
    return st.lists(st.lists(step, min_size=1, max_size=3), min_size=1, max_size=12 if LONG else 4)


@settings(
    max_examples=LONG or 4,
    derandomize=not LONG,
    deadline=None,
    # To explain a failure, it would be built dozens of times more; the account of what was done explains it.
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(story=story((*SEEN, *UNSEEN, *WRONG, *FREE)))
def test_after_any_story_the_site_is_the_one_of_a_clean_build(beginning: Beginning, story: Story) -> None:
    office = beginning.office()
    for turn in story:
        good = office.state()
        for deed, picks in turn:
            do(office, deed, *picks)
        office.said.append("The site is built.")
        if office.prove().end != BUILT:
            office.go_back(good)
            office.said.append("That was a mistake; texts, design and options are put back, and the site is built.")
            assert office.prove().end == BUILT


@settings(
    max_examples=LONG or 3,
    derandomize=not LONG,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(story=story(OF_FILES))
def test_after_any_story_the_preview_shows_the_site_of_a_clean_build(beginning: Beginning, story: Story) -> None:
    office = beginning.office()
    galley = Galley(office.job)
    for turn in story:
        good = office.state()
        for deed, picks in turn:
            do(office, deed, *picks)
        office.said.append("The preview is asked for every page.")
        if compare_preview(office, galley) != BUILT:
            office.go_back(good)
            office.said.append("That was a mistake; texts and design are put back, and the preview is asked again.")
            assert compare_preview(office, galley) == BUILT


def compare_preview(office: Office, galley: Galley) -> str:
    """How a clean build ends. Raises Disproved where the preview shows something else."""
    with office.clean(office.job) as clean:
        told, site = clean()
    wrong = []
    if told.end == BUILT:
        visible = {path: data for path, data in site.files.items() if path != publish.MARKER}
        wrong += [f"{path} is out of date." for path, data in visible.items() if galley.get(path) != data]
        wrong += [f"{path} should not be there." for path in galley.files if path not in visible]
    elif told.end == MISTAKES and all(not problem.code.startswith("page-") for problem in told.problems):
        galley.get("index.html")
        errors = tuple(problem for problem in told.problems if problem.severity == "error")
        wrong += [f"It says {galley.problems} instead of {errors}."] if galley.problems != errors else []
    if wrong:
        raise office.disproved(wrong)
    return told.end


def test_a_story_without_mistakes_is_built_with_one_worker_or_two(office: Office) -> None:
    told = {}
    for name in ("workers", "process", "check first"):
        do(office, next(deed for deed in UNSEEN if deed.name == name))
        told[name] = office.prove()
    assert {outcome.end for outcome in told.values()} == {BUILT}


# Whether the proof would notice


def test_a_page_that_is_out_of_date_is_noticed() -> None:
    """The known limit: a picture that changes while its size and all its dates stay is not read again."""
    with undated() as folder:
        office = furnished(folder)
        with unnoticed(office.content / "media" / "brunnen.png") as change:
            for _ in range(2):
                site(office)
            if not change(png("#a8663a")):
                pytest.skip("this file system dates the file all the same")

            with pytest.raises(Disproved, match=r"media/brunnen\.jpg differs"):
                office.prove()


def test_a_wrong_byte_a_missing_page_and_one_too_many_are_noticed(office: Office) -> None:
    clean = Published.of(office.job.output)
    out = office.job.output
    (out / "index.html").write_bytes(clean.files["index.html"] + b" ")
    (out / "robots.txt").unlink()
    (out / "fremd.html").write_bytes(b"")
    (out / "leer").mkdir()

    assert [words.split(":")[0] for words in differences(Published.of(out), clean, {})] == [
        "fremd.html should not be there.",
        "index.html differs",
        "robots.txt is missing.",
        "The folder leer/ should not be there.",
    ]
