"""Times one command from outside, on a machine that others use as well."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc/stat").exists()
QUIET = 20.0
"""So many seconds are waited at most until others use less than a tenth of the machine."""
TRIES = 3
"""What others disturbed is measured so often at most."""


@dataclass(frozen=True)
class Run:
    """One command from start to end."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all cores, children included."""
    peak: float
    """MiB of the largest single process."""
    together: float
    """MiB of all its processes at the worst moment that was looked at; pages they share count in each."""
    foreign: float
    """Seconds of all cores that went to other programs, or to other guests of the host."""
    status: int

    @property
    def disturbed(self) -> bool:
        """Whether it counts only where there is no better one."""
        return disturbed(self.foreign, self.wall)


def _usual() -> dict[str, str]:
    """The environment as everybody has it: a setting that forbids Python to keep what it compiled is a tester's."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def disturbed(foreign: float, wall: float) -> bool:
    """Whether others had more than a sixth of a core; less than 50 ms cannot be told by clocks that tick so seldom."""
    return foreign > max(0.05, wall / 6)


def spent() -> float:
    """CPU seconds this machine has worked or was kept from working; 0 where that cannot be known."""
    if not PROC:
        return 0.0
    user, nice, system, _idle, _io, irq, soft, steal = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")


def wait_until_quiet(most: float = QUIET) -> None:
    """Returns when others use less than a tenth of the machine, or the time is up."""
    look = 0.25
    end = time.monotonic() + most
    while PROC and time.monotonic() < end:
        before = spent()
        time.sleep(look)
        if spent() - before < look * (os.cpu_count() or 1) / 10:
            return


class Watch(threading.Thread):
    """Looks how much memory a process and its children hold, and ends it when its time is up."""

    def __init__(self, process: int, limit: float) -> None:
        super().__init__(daemon=True)
        self.process, self.limit, self.most = process, limit, 0.0
        self.over = threading.Event()

    def run(self) -> None:
        """Looks every tenth of a second: often enough for builds that take longer, too seldom to disturb them."""
        end = time.monotonic() + self.limit
        while not self.over.wait(0.1):
            self.most = max(self.most, sum(resident(process) for process in family(self.process)))
            if time.monotonic() > end:
                stop(self.process)


def family(process: int) -> list[int]:
    """A process and all its descendants."""
    found = [process]
    for one in found:
        with contextlib.suppress(OSError):
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
    return found


def worked(process: int) -> float:
    """CPU seconds of a process and its descendants so far."""
    ticks = 0
    for one in family(process) if PROC else ():
        with contextlib.suppress(OSError, IndexError):
            # After the name, which may hold spaces and brackets: own and waited-for time, of users and of the system.
            ticks += sum(map(int, Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0


def resident(process: int) -> float:
    """MiB a process holds; 0 if it is gone."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def stop(process: int, gently: bool = False) -> None:
    """Ends a process that ``started`` began, with all its children."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            os.kill(process, signal.SIGTERM)
        else:
            os.killpg(process, signal.SIGTERM if gently else signal.SIGKILL)


def started(
    command: Sequence[str], folder: Path, log: Path, more: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Starts a command in a group of its own; what it says goes to the log."""
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**_usual(), **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def timed(command: Sequence[str], folder: Path, log: Path, limit: float) -> Run:
    """Runs a command when the machine is quiet."""
    if hasattr(os, "sync"):
        os.sync()
    wait_until_quiet()
    before = spent()
    begin = time.perf_counter()
    process = started(command, folder, log)
    watch = Watch(process.pid, limit)
    watch.start()
    cpu = peak = 0.0
    try:
        if sys.platform == "win32":
            process.wait()
        else:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            cpu, peak = (
                usage.ru_utime + usage.ru_stime,
                usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
            )
    except BaseException:
        stop(process.pid)
        raise
    finally:
        watch.over.set()
    wall = time.perf_counter() - begin
    foreign = max(0.0, spent() - before - cpu) if PROC else 0.0
    return Run(wall, cpu, peak, max(watch.most, peak), foreign, process.returncode or 0)
