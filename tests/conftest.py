"""What the tests share."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.town import SMALL, Town


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


def together(*parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Several sets of files as one."""
    return {path: text for part in parts for path, text in part.items()}
