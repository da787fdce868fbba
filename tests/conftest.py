"""What the tests share."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressroom import pipeline
from pressroom.pipeline import Job
from tests.town import ROOT, SMALL, TODAY, Town

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser import Visitor


@pytest.fixture
def empty(tmp_path: Path) -> Town:
    """A town without a single file."""
    return Town(tmp_path)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A small town with one story of each kind and no mistake."""
    small = Town(tmp_path)
    small.write(SMALL)
    return small


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once. Nobody writes to it."""
    out = tmp_path_factory.mktemp("site") / "public"
    pipeline.build(Job(ROOT, ROOT / "content", out, TODAY))
    return out


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up town of tests/town, as it was built on 22 November 2026. Nobody writes to it."""
    out = tmp_path_factory.mktemp("invented") / "public"
    pipeline.build(Job(ROOT, ROOT / "tests" / "town", out, TODAY))
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests of a run."""
    from tests.browser import chromium

    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def real(browser: "Browser", public: Path) -> "Visitor":
    """A visitor of the real site."""
    from tests.browser import Visitor

    return Visitor(browser, public)


def together(*parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Several sets of files as one."""
    return {path: text for part in parts for path, text in part.items()}
