"""Where the evidence lies: made aside, put in place in one step, and never over something that is there."""

import contextlib
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from pressroom.evidence.copies import digest
from pressroom.evidence.gather import Refused
from pressroom.pipeline import Job

SUMS = "SHA256SUMS"


def check(folder: Path, job: Job) -> None:
    """Raises Refused for a place where the evidence would be published, or taken for content, or lost."""
    there = folder.resolve()
    if there.is_relative_to(job.output.resolve()):
        raise Refused(
            f"„{folder}“ liegt im Ordner der fertigen Website; der nächste Bau würde den Nachweis löschen. "
            "Wählen Sie mit --folder einen anderen Ordner."
        )
    if there.is_relative_to(job.content.resolve()):
        raise Refused(f"„{folder}“ liegt im Ordner der Inhalte. Wählen Sie mit --folder einen anderen Ordner.")
    if folder.exists() and not folder.is_dir():
        raise Refused(f"„{folder}“ ist eine Datei. Wählen Sie mit --folder einen Ordner.")


@contextlib.contextmanager
def aside(folder: Path, name: str) -> Iterator[Path]:
    """A new folder beside the place; it is gone after the block unless it was settled. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        made = folder / f".{name}-{number}.teil"
        with contextlib.suppress(FileExistsError):
            made.mkdir()
            break
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def settle(made: Path, folder: Path, name: str) -> Path:
    """Puts a finished folder in its place, with a number behind its name where that is taken; the place."""
    for number in count(1):
        place = folder / (name if number == 1 else f"{name}-{number}")
        if not place.exists() and not place.is_symlink():
            made.rename(place)
            return place
    raise AssertionError


def put(made: Path, path: str, data: bytes) -> None:
    """Writes a file. Raises OSError."""
    file = made / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def sums(made: Path) -> bytes:
    """A line for each file, as ``sha256sum -c`` reads them."""
    files = sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file())
    return "".join(f"{digest((made / file).read_bytes())}  {file}\n" for file in files if file != SUMS).encode()
