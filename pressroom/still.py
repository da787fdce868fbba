"""Knows at once that nothing has changed since the last build, before any library is loaded.

After a build the front door notes how every file looked that took part in it, from content/ to the code, and how every
file of the site looks that came of it. If all of them look the same when the same command is given again on the same
day, there is nothing to do, and what was said the last time is said again.
"""

import marshal
import os
import sys
from collections.abc import Iterable, Mapping
from time import time

Look = tuple[int, int, int, int]
"""How a file looks from outside: size, date of change, date of its entry, number of its entry."""

COARSE = 2_000_000_000
"""Nanoseconds: a file that was saved so shortly before may be saved again without looking different (FAT)."""

FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".cache", "still")
SECONDS = "{seconds}"
"""Stands in what was said for how long it took."""

_VERSION = 1


def again(given: list[str]) -> bool:
    """Says again what the last build said, if all is as it was; whether it is."""
    started = time()
    said = _told(given)
    if said is None:
        return False
    speak_plainly()
    print(said[1], end="", file=sys.stderr)
    print(said[0].replace(SECONDS, f"{time() - started:.1f}".replace(".", ",")), end="")
    return True


def speak_plainly() -> None:
    """A Windows console may lack signs such as →; a question mark is better than a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def _told(given: list[str]) -> tuple[str, str] | None:
    """What the last build said, on the output and on the error channel, if all is as it was; else None.

    Anything odd about the note means that nothing is known.
    """
    try:
        with open(FILE, "rb") as stream:
            version, asked, span, files, folders, said = marshal.load(stream)
        if version != _VERSION or asked != _asked(given) or not span[0] <= time() < span[1]:
            return None
        stat = os.stat
        for name, look in files.items():
            found = stat(name)
            if (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) != look:
                return None
        for name, date in folders.items():
            found = stat(name)
            if max(found.st_mtime_ns, found.st_ctime_ns) != date:
                return None
        return said[0], said[1]
    except (OSError, EOFError, ValueError, TypeError, AttributeError):
        return None


def scene(roots: Iterable[str]) -> tuple[dict[str, Look], dict[str, int]]:
    """How everything looks that a build is about to read: files, and folders by their dates. Raises OSError."""
    files: dict[str, Look] = {}
    folders: dict[str, int] = {}
    pending = list(roots)
    while pending:
        folder = pending.pop()
        folders[folder] = _date(folder)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending += [entry.path] if entry.name != "__pycache__" else []
                else:
                    found = entry.stat()
                    files[entry.path] = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
    # Whatever is installed is a folder here; installing anything gives it another date.
    for name in sys.path:
        if name.endswith("-packages") and os.path.isdir(name):
            folders[name] = _date(name)
    return files, folders


def note(
    given: list[str],
    span: tuple[float, float],
    read: tuple[Mapping[str, Look], Mapping[str, int]],
    made: tuple[Mapping[str, Look], Mapping[str, int]],
    said: tuple[str, str],
) -> None:
    """Notes a build for ``again``: what it read and made, what it said, and the day (in seconds) for which that holds.

    Nothing is noted where a file that was read was saved only just before. Trouble writing is no mistake.
    """
    youngest = max((max(look[1:3]) for look in read[0].values()), default=0)
    youngest = max(youngest, max(read[1].values(), default=0))
    try:
        if youngest + COARSE > time() * 1_000_000_000:
            os.unlink(FILE)
            return
        state = (_VERSION, _asked(given), span, {**read[0], **made[0]}, {**read[1], **made[1]}, said)
        with open(f"{FILE}.{os.getpid()}", "wb") as stream:
            marshal.dump(state, stream)
        os.replace(f"{FILE}.{os.getpid()}", FILE)
    except OSError:
        pass


def _date(folder: str) -> int:
    """When something was last added to a folder or removed; the one date can be set back by hand, the other cannot."""
    found = os.stat(folder)
    return max(found.st_mtime_ns, found.st_ctime_ns)


def _asked(given: list[str]) -> tuple[str, ...]:
    """What decides beside all files: the command, where it was given, and by which Python."""
    return (os.getcwd(), sys.version, sys.executable, *given)
