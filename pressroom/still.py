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
"""How a file or folder looks from outside: size, date of change, date of its entry, number of its entry. The first date
can be set back by hand, the second cannot."""

NOTHING: Look = (0, 0, 0, 0)
"""How that looks which is not there."""

COARSE = 2_000_000_000
"""Nanoseconds: a file that was saved so shortly before may be saved again without looking different. The coarsest dates
of a file system (FAT) count by two seconds."""

FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".cache", "still")
SECONDS = "{seconds}"
"""Stands in what was said for how long it took."""

_VERSION = 2


def again(given: list[str]) -> bool:
    """Says again what the last build said, if all is as it was; whether it is."""
    started = time()
    said = _told(given)
    if said is None:
        return False
    speak_plainly()
    print(said[1], end="", file=sys.stderr)
    print(said[0].replace(SECONDS, seconds(time() - started)), end="")
    return True


def seconds(number: float) -> str:
    """``1,5``."""
    return f"{number:.1f}".replace(".", ",")


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
            version, asked, span, looks, said = marshal.load(stream)
        if version != _VERSION or asked != _asked(given) or not span[0] <= time() < span[1]:
            return None
        same = all(look_at(name) == look for name, look in looks.items())
        return (said[0], said[1]) if same else None
    except (OSError, EOFError, ValueError, TypeError, AttributeError):
        return None


def look_of(found: os.stat_result) -> Look:
    """How that looks of which the operating system says so much."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def look_at(name: str) -> Look:
    """How a file or folder looks; NOTHING where none can be seen."""
    try:
        return look_of(os.stat(name))
    except OSError:
        return NOTHING


def scene(roots: Iterable[str]) -> dict[str, Look]:
    """How everything looks below some folders, and they themselves.

    A folder that cannot be read to its end is NOTHING, so that it looks different when it is next looked at.
    """
    looks = {}
    pending = list(roots)
    while pending:
        folder = pending.pop()
        # First how it looks, then what is in it: a change in between shows the next time.
        looks[folder] = look_at(folder)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.is_dir():
                        # Not entry.stat(): on Windows that knows no number, and may be out of date.
                        looks[entry.path] = look_at(entry.path)
                    elif entry.name != "__pycache__":
                        pending.append(entry.path)
        except OSError:
            looks[folder] = NOTHING
    return looks


def installed() -> dict[str, Look]:
    """How the folders look that libraries are installed in; installing anything makes them look different."""
    return {name: look_at(name) for name in sys.path if name.endswith("-packages") and os.path.isdir(name)}


def note(
    given: list[str],
    span: tuple[float, float],
    read: Mapping[str, Look],
    made: Mapping[str, Look],
    said: tuple[str, str],
) -> None:
    """Notes a build for ``again``: what it read and made, what it said, and the day (in seconds) for which that holds.

    Nothing is noted where a file that was read was saved only just before. Trouble writing is no mistake.
    """
    youngest = max((max(look[1:3]) for look in read.values()), default=0)
    try:
        if youngest + COARSE > time() * 1_000_000_000:
            os.unlink(FILE)
            return
        state = (_VERSION, _asked(given), span, {**read, **made}, said)
        with open(f"{FILE}.{os.getpid()}", "wb") as stream:
            marshal.dump(state, stream)
        os.replace(f"{FILE}.{os.getpid()}", FILE)
    except OSError:
        pass


def _asked(given: list[str]) -> tuple[str, ...]:
    """What decides beside all files: the command, where it was given, and by which Python."""
    return (os.getcwd(), sys.version, sys.executable, *given)
