"""From bytes to the folder: only what changed, in a safe order, nothing left over.

Every file is written aside, inside the folder, and put in place in one step when the whole site is ready, so that a
visitor never meets half a page, however the build may end. Files of the design come first, pages next, the front page
after all it leads to, removals last. Hidden files at the top are the host's, but for those that begin as ours do.
"""

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from pressroom.outside import below_a_link, spared
from pressroom.still import NOTHING, Look, look_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARKER = ".pressroom"
"""A file that says the folder is ours; a folder with foreign files and without it is never touched."""

ASIDE = ".pressroom-part"
_MARK = b"Diesen Ordner schreibt build.py. Was von Hand hineingelegt wird, verschwindet beim naechsten Lauf.\n"

Known = tuple[dict[str, tuple[Look, bytes]], dict[str, Look]]
"""What lies in the folder since the last build: of each file how it looks and what stands for its bytes, of each
folder (``""`` is the top) how it looks."""


class Refused(Exception):
    """The output folder is not ours to write to; the text says why and what to do, in German."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the folder, by path. ``spared`` is what lies there in place of ours and is the host's."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    spared: tuple[str, ...] = ()


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


@dataclass
class Stage:
    """Where the files of one build wait until all of them are ready. Several processes may put files here at once."""

    out: Path
    before: frozenset[str]
    """The files there may be already; of any other nobody need look."""
    _folders: set[str] = field(default_factory=set)

    def put(self, path: str, data: bytes) -> Literal["", "new", "changed"]:
        """Keeps a file for later, unless the folder holds the same bytes; what it will be there. Raises OSError."""
        target = _inside(self.out, path)
        there = _read(target) if path in self.before else None
        if there == data or spared(self.out, path):
            return ""
        aside = f"{self.out}/{ASIDE}/{path}"
        above = aside.rpartition("/")[0]
        if above not in self._folders:
            os.makedirs(above, exist_ok=True)
            self._folders.add(above)
        with open(aside, "xb", buffering=0) as file:
            file.write(data)
        return "new" if there is None else "changed"


@contextlib.contextmanager
def opened(out: Path, known: Known) -> Iterator["Folder"]:
    """The output folder, ours alone until the end of the block. Raises Refused while another build writes there."""
    existed = out.exists()
    out.mkdir(parents=True, exist_ok=True)
    if not (out / MARKER).is_file():
        (out / MARKER).write_bytes(_MARK)
    folder = Folder(out, known)
    with alone(out):
        aside = out / ASIDE
        shutil.rmtree(aside, ignore_errors=True)
        try:
            yield folder
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    if not existed and not folder.finished:
        (out / MARKER).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            out.rmdir()


class Folder:
    """The folder visitors see."""

    def __init__(self, out: Path, known: Known) -> None:
        self.out, self.finished = out, False
        self.files, self.folders = known
        self._gone = [
            f"{folder}/" for folder in self.folders if folder and _seen(f"{out}/{folder}", stat.S_ISDIR) == NOTHING
        ]
        self._foreign: set[str] = set()
        self._strays = self._find_strays()

    def stage(self) -> Stage:
        """Where the files of this build wait."""
        return Stage(self.out, frozenset(path for path in self._strays | self.files.keys() if not self._lost(path)))

    def holds(self, path: str, digest: bytes) -> bool:
        """Whether a file lies there with these bytes, since we wrote them."""
        known = self.files.get(path)
        if known is None or known[1] != digest or _seen(f"{self.out}/{path}", stat.S_ISREG) != known[0]:
            return False
        return not self._lost(path)

    def _lost(self, path: str) -> bool:
        """Whether it lies where a folder was: behind a link that stands in its place, it is not ours."""
        return any(path.startswith(folder) for folder in self._gone)

    def finish(self, planned: Mapping[str, bytes], put: Mapping[str, str]) -> Written:
        """Puts all in place that waits, removes what nobody planned. Raises OSError, as when the disk is full.

        ``planned`` says for every file there is to be what stands for its bytes; ``put`` what ``Stage.put`` said.
        """
        aside = self.out / ASIDE
        if aside.is_dir():
            roomy: set[str] = set()
            for path in sorted(_waiting(self.out, aside, ""), key=_order):
                above = path.rpartition("/")[0]
                if above not in roomy or os.path.isdir(f"{self.out}/{path}"):
                    _make_room(self.out, self.out / path)
                    roomy.add(above)
                os.replace(f"{aside}/{path}", f"{self.out}/{path}")
            # Before the dates of the folders are noted: this changes that of the top.
            shutil.rmtree(aside, ignore_errors=True)
        leftovers = (self._strays | self.files.keys()) - planned.keys()
        removed = self._removed(leftovers)
        kept = tuple(sorted(path for path in planned if spared(self.out, path)))
        self._look({path: digest for path, digest in planned.items() if path not in kept}, put)
        self.finished = True
        of = {kind: tuple(sorted(path for path, said in put.items() if said == kind)) for kind in ("new", "changed")}
        return Written(of["new"], of["changed"], removed, kept)

    def _find_strays(self) -> set[str]:
        """Files that were not here at the end of the last build. Only folders that look different are looked into."""
        strays: set[str] = set()
        pending = [
            folder for folder, look in self.folders.items() if _seen(f"{self.out}/{folder}", stat.S_ISDIR) != look
        ] or ([] if self.folders else [""])
        while pending:
            folder = pending.pop()
            with contextlib.suppress(OSError), os.scandir(f"{self.out}/{folder}") as entries:
                for entry in entries:
                    path = f"{folder}/{entry.name}" if folder else entry.name
                    if not folder and spared(self.out, path):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if path not in self.folders:
                            self._foreign.add(path)
                            pending.append(path)
                    elif path not in self.files:
                        strays.add(path)
        return strays

    def _removed(self, leftovers: Collection[str]) -> tuple[str, ...]:
        removed = []
        emptied = set(self._foreign)
        for path in leftovers:
            here = f"{self.out}/{path}"
            # Where a link was in the way of a folder, that has taken its place.
            replaced = os.path.isdir(here) and not os.path.islink(here)
            if os.path.lexists(here) and not replaced and not (below_a_link(self.out, path) or spared(self.out, path)):
                os.unlink(here)
                removed.append(path)
            while path := path.rpartition("/")[0]:
                emptied.add(path)
        for folder in sorted(emptied, key=len, reverse=True):
            with contextlib.suppress(OSError):
                os.rmdir(f"{self.out}/{folder}")
        return tuple(sorted(removed))

    def _look(self, planned: Mapping[str, bytes], put: Mapping[str, str]) -> None:
        """Remembers how everything looks, so that the next build sees what somebody else has touched."""
        files = {}
        folders = {""}
        for path, digest in planned.items():
            if path in self.files and self.files[path][1] == digest and path not in put:
                files[path] = self.files[path]
            elif (look := _seen(f"{self.out}/{path}", stat.S_ISREG)) != NOTHING:
                files[path] = look, digest
            folders.add(path.rpartition("/")[0])
        for folder in tuple(folders):
            while folder := folder.rpartition("/")[0]:
                folders.add(folder)
        self.files, self.folders = files, {folder: _seen(f"{self.out}/{folder}", stat.S_ISDIR) for folder in folders}


@contextlib.contextmanager
def alone(out: Path) -> Iterator[None]:
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


def _waiting(out: Path, aside: Path, folder: str) -> Iterator[str]:
    """What is to be moved: files, and whole folders where there is nothing in their place yet."""
    with os.scandir(aside / folder) as entries:
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False) and os.path.lexists(out / path):
                yield from _waiting(out, aside, path)
            else:
                yield path


def _order(path: str) -> tuple[int, str]:
    """What pages need first, then the pages, and the front page last: it leads to all of them."""
    if path == "index.html":
        return 2, path
    design = path.startswith(("assets", "media")) or ("." in path and not path.endswith(".html"))
    return 0 if design else 1, path


def _inside(out: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    assert parts and ".." not in parts and not path.startswith("/"), path
    return out.joinpath(*parts)


def _read(target: Path) -> bytes | None:
    if target.is_symlink() or not target.is_file():
        return None
    return target.read_bytes()


def _seen(path: str, of_kind: Callable[[int], bool]) -> Look:
    """How a file (``stat.S_ISREG``) or folder (``stat.S_ISDIR``) looks; NOTHING for anything else, as a link to one."""
    with contextlib.suppress(OSError):
        found = os.lstat(path)
        if of_kind(found.st_mode):
            return look_of(found)
    return NOTHING


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
