"""From bytes to the folder: only what changed, in a safe order, nothing left over.

Every file is written aside and then put in place in one step, so that a visitor never meets half a page, however
the build may end. Files of the design come first, pages next, removals last.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARKER = ".pressroom"
"""A file that says the folder is ours; a folder with foreign files and without it is never touched."""

_ASIDE = ".pressroom-part"
_MARK = b"Diesen Ordner schreibt build.py. Was von Hand hineingelegt wird, verschwindet beim naechsten Lauf.\n"


class Refused(Exception):
    """The output folder is not ours to write to; the text says why and what to do, in German."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the folder, by path."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def check_output(out: Path, content: Path) -> None:
    """Raises Refused for a folder that is not empty and was not made by us, or that lies in content/."""
    if out.resolve().is_relative_to(content.resolve()):
        raise Refused(f"„{out}“ liegt im Ordner der Inhalte. Wählen Sie mit --output einen anderen Ordner.")
    if content.resolve().is_relative_to(out.resolve()):
        raise Refused(
            f"In „{out}“ liegen die Inhalte; sie würden gelöscht. Wählen Sie mit --output einen anderen Ordner."
        )
    if not out.exists():
        return
    if not out.is_dir():
        raise Refused(f"„{out}“ ist eine Datei. Wählen Sie mit --output einen Ordner.")
    if not (out / MARKER).is_file() and any(out.iterdir()):
        raise Refused(
            f"Der Ordner „{out}“ enthält Dateien, die nicht von diesem Programm stammen; sie würden gelöscht. "
            "Wählen Sie mit --output einen leeren Ordner, oder räumen Sie diesen selbst."
        )


def tree(out: Path, made: Mapping[str, bytes]) -> Written:
    """Brings a folder in line with what was made. Raises OSError, for example when the disk is full."""
    out.mkdir(parents=True, exist_ok=True)
    if not (out / MARKER).is_file():
        (out / MARKER).write_bytes(_MARK)
    with _alone(out):
        return _bring_in_line(out, made)


@contextlib.contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keeps other builds out of the folder; the operating system lets go of the lock if this one is killed."""
    with (out / MARKER).open("r+b") as marker:
        try:
            if sys.platform == "win32":
                msvcrt.locking(marker.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Refused(f"In „{out}“ schreibt gerade ein anderer Bau. Versuchen Sie es gleich noch einmal.") from None
        yield


def _bring_in_line(out: Path, made: Mapping[str, bytes]) -> Written:
    aside = out / _ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    new: list[str] = []
    changed: list[str] = []
    try:
        for path in sorted(made, key=_order):
            target = _inside(out, path)
            before = _read(target)
            if before == made[path]:
                continue
            _make_room(out, target)
            aside.mkdir(exist_ok=True)
            part = aside / "part"
            part.write_bytes(made[path])
            part.replace(target)
            (new if before is None else changed).append(path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    removed = _remove_leftovers(out, frozenset(made))
    return Written(tuple(new), tuple(changed), removed)


def _order(path: str) -> tuple[int, str]:
    """What pages need first, then the pages, and the front page last: it leads to all of them."""
    if path == "index.html":
        return 2, path
    return (1 if path.endswith(".html") else 0), path


def _inside(out: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    assert parts and ".." not in parts and not path.startswith("/"), path
    return out.joinpath(*parts)


def _read(target: Path) -> bytes | None:
    if target.is_symlink() or not target.is_file():
        return None
    return target.read_bytes()


def _make_room(out: Path, target: Path) -> None:
    """Makes the folders above a file; what lies in their way, a file or a link, is removed."""
    above = out
    for part in target.relative_to(out).parts[:-1]:
        above = above / part
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            above.unlink()
        above.mkdir(exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove_leftovers(out: Path, wanted: frozenset[str]) -> tuple[str, ...]:
    """Removes what nobody planned. Hidden things at the top, such as .htaccess, are the host's."""
    removed = []
    for folder, folders, names in os.walk(out, topdown=False):
        here = Path(folder)
        for name in names + [name for name in folders if (here / name).is_symlink()]:
            path = (here / name).relative_to(out).as_posix()
            if path not in wanted and not path.startswith("."):
                (here / name).unlink()
                removed.append(path)
        if here != out and not here.relative_to(out).as_posix().startswith("."):
            with contextlib.suppress(OSError):
                here.rmdir()
    return tuple(sorted(removed))
