"""The faces that sheets are set in, and which packages there must be before anything can be set.

Only these faces are used, never those of the machine, so that every machine makes the same bytes. EB Garamond, a
Garamond, stands beside the emblem of the Union: Noto is not on the list of typefaces that may (P14-6, P21-3).
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

PACKAGES = {
    "typst": "typst",
    "segno": "segno",
    "fontpkg_noto_sans": "fontpkg-noto-sans",
    "fontpkg_noto_sans_arabic": "fontpkg-noto-sans-arabic",
    "fontpkg_eb_garamond": "fontpkg-eb-garamond",
}
"""The modules that are needed, each with the name it is installed under."""


def missing(names: dict[str, str] = PACKAGES) -> tuple[str, ...]:
    """The packages without which nothing can be set, as they are installed; empty where all are there."""
    return tuple(package for module, package in names.items() if find_spec(module) is None)


@cache
def faces() -> "tuple[typst.Fonts, Path]":
    """The faces, read once by each process, and a folder that holds nothing but faces."""
    import typst

    folders = [folder for module in PACKAGES if module.startswith("fontpkg_") for folder in _folders(module)]
    return typst.Fonts(False, False, [str(folder) for folder in folders]), folders[0]


def _folders(module: str) -> list[Path]:
    found = find_spec(module)
    assert found is not None, module
    return [Path(place) / "files" for place in found.submodule_search_locations or ()]
