"""Changes several files as if they were one: all of them, or none, whatever happens meanwhile.

Before the first file is touched, a copy of each lies in a hidden folder of content/, with a list of what is about to
happen. If that is still there when somebody begins again, the program was cut off, and everything is put back.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

ASIDE = ".umbenennen"
_LIST = "liste.json"


def write(content: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Files as they are and as they shall be, by their place on disk; who is in ``before`` alone, goes.

    Raises Changed where a file is no longer what it was when it was read; OSError where the disk does not allow it:
    then everything is as it was.
    """
    for name, data in before.items():
        if Path(name).read_bytes() != data:
            raise Changed(name)
    for name in after.keys() - before.keys():
        if os.path.lexists(name) and not any(os.path.samefile(name, other) for other in before):
            raise Changed(name)
    aside = content / ASIDE
    aside.mkdir()
    with contextlib.ExitStack() as undoing:
        made: list[Path] = []
        undoing.callback(_remove, made)
        undoing.callback(restore, content)
        _lay_aside(aside, before, after)
        _make_folders(after.keys(), made)
        _put(aside, before, after)
        undoing.pop_all()
    os.unlink(aside / _LIST)
    shutil.rmtree(aside, ignore_errors=True)


class Changed(Exception):
    """Somebody saved a file meanwhile; holds its name."""


def restore(content: Path) -> bool:
    """Puts everything back that was cut off half-way; whether there was anything. Raises OSError."""
    aside = content / ASIDE
    if not aside.is_dir():
        return False
    if (aside / _LIST).is_file():
        rows = json.loads((aside / _LIST).read_text("utf-8"))
        for name, copy in rows:
            if copy is None and os.path.isfile(name):
                os.unlink(name)
        for name, copy in rows:
            if copy is not None and (aside / copy).is_file():
                os.replace(aside / copy, name)
        os.unlink(aside / _LIST)
    shutil.rmtree(aside, ignore_errors=True)
    return True


def _lay_aside(aside: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Copies of what there is, what there shall be, and the list, which is complete or not there."""
    rows: list[tuple[str, str | None]] = []
    for number, (name, data) in enumerate(before.items()):
        _save(aside / f"{number}.alt", data)
        shutil.copystat(name, aside / f"{number}.alt")
        rows.append((name, f"{number}.alt"))
    for number, (name, data) in enumerate(after.items()):
        _save(aside / f"{number}.neu", data)
        if name in before:
            shutil.copymode(name, aside / f"{number}.neu")
        if name not in before:
            rows.append((name, None))
    _save(aside / "liste", json.dumps(rows, ensure_ascii=False).encode())
    os.replace(aside / "liste", aside / _LIST)


def _make_folders(after: Iterable[str], made: list[Path]) -> None:
    """Makes the folders that are missing, and notes each, the outermost first."""
    for name in after:
        folder = Path(name).parent
        for one in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            one.mkdir()
            made.append(one)


def _remove(made: list[Path]) -> None:
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _put(aside: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    # What goes, goes first: on some disks its new name differs in capital letters alone and means the same file.
    for name in before:
        if name not in after:
            os.unlink(name)
    for number, name in enumerate(after):
        os.replace(aside / f"{number}.neu", name)


def _save(file: Path, data: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
