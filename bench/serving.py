"""Times a preview as its user feels it: from its start to the first page, and from each save to the new page."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from signal import SIGINT
from typing import NamedTuple

from bench import machine
from bench.programs import Ground

PATIENCE = 180.0
"""Seconds after which a preview that does not answer has failed."""


class Wait(NamedTuple):
    """One wait: first-cold, first or save; seconds, None if it never ended; whether others kept the machine busy."""

    mode: str
    seconds: float | None
    disturbed: bool


def waits(ground: Ground, saves: int, marks: Iterator[str]) -> Iterator[Wait]:
    """Starts a preview once with nothing remembered, once as on every later day, and saves so often in the second.

    Before each start a news is edited, and only a page that holds the new words counts: a preview that first shows the
    pages of yesterday has not answered.
    """
    ground.wipe()
    port = _free_port()
    yield from _session(ground, port, "first-cold", 0, marks)
    yield from _session(ground, port, "first", min(saves, ground.program.most_saves), marks)


def _session(ground: Ground, port: int, name: str, saves: int, marks: Iterator[str]) -> Iterator[Wait]:
    words = ground.edit("edit", next(marks))
    command = [part.replace("{port}", str(port)) for part in ground.program.preview]
    machine.wait_until_quiet()
    work, begin = machine.spent() - time.process_time(), time.perf_counter()
    process = machine.started(command, ground.folder, ground.folder / "preview.log")
    try:
        yield _until(ground, port, name, words, begin, work, process.pid)
        for _ in range(saves):
            yield _save(ground, port, marks, process.pid)
    finally:
        _end(process)


def _save(ground: Ground, port: int, marks: Iterator[str], process: int) -> Wait:
    """One save, repeated if others disturbed it."""
    for _ in range(machine.TRIES):
        # An editor who saves again at once is no editor; and a builder still busy with the last save is not asked.
        time.sleep(1.0)
        machine.wait_until_quiet(10.0)
        work = machine.spent() - machine.worked(process) - time.process_time()
        words = ground.edit("edit", next(marks))
        wait = _until(ground, port, "save", words, time.perf_counter(), work, process)
        if not wait.disturbed:
            break
    return wait


def _until(ground: Ground, port: int, name: str, words: str, begin: float, work: float, process: int) -> Wait:
    """Asks every 2 ms until the page of the edited news holds some words. ``work`` is what others had worked before."""
    address, wanted = ground.address("edit"), words.encode()
    while time.perf_counter() - begin < PATIENCE:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", address)
            answer = connection.getresponse()
            found = wanted in answer.read() and answer.status == 200
            connection.close()
            if found:
                seconds = time.perf_counter() - begin
                foreign = machine.spent() - machine.worked(process) - time.process_time() - work
                return Wait(name, seconds, machine.disturbed(foreign, seconds))
        time.sleep(0.002)
    return Wait(name, None, False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a preview as its user does, with Ctrl+C, and by force if it does not listen."""
    with contextlib.suppress(subprocess.TimeoutExpired, OSError):
        if sys.platform != "win32":
            process.send_signal(SIGINT)
            process.wait(5)
    machine.stop(process.pid)
    process.wait()
