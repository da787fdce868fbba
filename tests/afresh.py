"""Holds a site that was built from memory against one that was built from nothing."""

from collections.abc import Iterable, Mapping

from pressroom import publish
from pressroom.galley import Galley
from tests.town import Town

Edit = Mapping[str, str | bytes | None]
"""Files of content/ and what stands in them afterwards."""


def published(town: Town) -> dict[str, bytes]:
    """What is there for visitors."""
    return {path: data for path, data in town.bytes().items() if path != publish.MARKER}


def seen_everywhere(town: Town, edit: Edit) -> None:
    """An edit changes the site, and memory and a preview that has shown every page say what a clean build says."""
    town.build()
    before = published(town)
    galley = Galley(town.job())
    for path in galley.files:
        galley.get(path)
    town.write(edit)

    town.build()

    remembered = published(town)
    town.clear()
    town.build(memo=False)
    assert remembered == published(town) != before
    assert {path: galley.get(path) for path in remembered} == remembered


def equal_with_sheets(town: Town, edits: Iterable[Edit]) -> None:
    """After each edit the site with its sheets is, from memory, what a clean build gives."""
    town.build(papers=True)
    for edit in edits:
        town.write(edit)
        town.build(papers=True)
        remembered = town.bytes()
        town.clear()
        town.build(papers=True, memo=False)

        assert remembered == town.bytes()
        town.clear()
        town.build(papers=True)
