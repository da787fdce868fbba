"""What in the output folder is not ours to touch: what lies behind a link, and hidden files of the host's."""

import os
from pathlib import Path

from pressroom.hosting import SIGNED

_SIGNED = SIGNED.encode()


def below_a_link(out: Path, path: str) -> bool:
    """Whether a folder on the way to a file is a link, which leads out of the site."""
    above = path
    while above := above.rpartition("/")[0]:
        if os.path.islink(f"{out}/{above}"):
            return True
    return False


def spared(out: Path, path: str) -> bool:
    """Whether a hidden thing lies at the top that somebody else put there: it may hold what keeps strangers out."""
    here = f"{out}/{path}"
    return path.startswith(".") and os.path.lexists(here) and not _ours(here)


def _ours(hidden: str) -> bool:
    """Whether a hidden file begins as ours do."""
    file = Path(hidden)
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(_SIGNED)) == _SIGNED
