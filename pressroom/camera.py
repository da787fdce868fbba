"""Takes pictures of pages with the Chromium, Chrome or Edge of this machine; the only room that knows of browsers.

It speaks the browser's own language of developers over a socket (https://chromedevtools.github.io/devtools-protocol/):
the command line alone takes neither a whole page nor, on all systems, a window as narrow as a telephone.
"""

import asyncio
import base64
import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tornado.websocket import WebSocketClientConnection

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge", "chrome")
"""What such a browser is called on the search path, in the order they are preferred."""

PLACES = (
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "~/AppData/Local/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
"""Where Windows and macOS keep it, which name no programs on their search path."""

PHONE, DESK = (360, 640), (1280, 800)
"""Windows in CSS pixels: the first screen of the rule P14-4 on a telephone, and a desk."""

TALLEST = 12_000
"""So many pixels high one picture may be; Chromium draws no more than 16,384."""

_START, _WORK = 30.0, 60.0
"""So many seconds a browser has to begin, and for one page."""

_LOADED = """(async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
  const notice = document.querySelector(".funding");
  const parts = notice ? [...notice.querySelectorAll("img, p")] : [];
  const seen = part => {
    const box = part.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.top >= 0 && box.left >= 0
      && box.bottom <= innerHeight && box.right <= innerWidth;
  };
  const emblem = notice && notice.querySelector("img");
  return {
    height: Math.ceil(document.documentElement.getBoundingClientRect().height),
    seen: parts.length > 1 && parts.every(seen) && emblem !== null && emblem.naturalWidth > 0,
    emblem: emblem ? emblem.getBoundingClientRect().height : 0,
  };
})()"""


class Dark(Exception):
    """No pictures could be taken; the text says why, in German."""


class Shot(NamedTuple):
    """The pictures of a page: names of files, the first screen on a telephone first.

    ``seen``: emblem and words of the funding notice lie wholly within that screen. ``emblem`` is its height there in
    CSS pixels.
    """

    files: tuple[str, ...]
    seen: bool
    emblem: float


class Film(NamedTuple):
    """All shots, in the order of the pages, and by what they were taken, ``Chrome/149.0.7827.0``."""

    browser: str
    shots: tuple[Shot, ...]


def browser(path: str | None = None, places: Sequence[str] = PLACES) -> Path | None:
    """The browser of this machine; None where there is none. ``path`` is searched in place of the search path."""
    for name in NAMES:
        found = shutil.which(name, path=path)
        if found is not None:
            return Path(found)
    usual = (Path(place).expanduser() for place in places)
    return next((there for there in usual if there.is_file()), None)


def _alone(work: Coroutine[Any, Any, Film]) -> Film:
    """Runs in a thread of its own: whoever calls may have an event loop in its thread already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def film(program: Path, pages: Sequence[tuple[Path, str]], folder: Path, done: Callable[[int], None]) -> Film:
    """Takes pictures of pages on this disk into a folder that is there; each page is named with the beginning of its
    pictures' names. Raises Dark, and OSError where the folder cannot be written to.
    """
    with TemporaryDirectory(prefix="kamera-", ignore_cleanup_errors=True) as profile:
        try:
            quiet = subprocess.DEVNULL
            process = subprocess.Popen(_command(program, profile), stdin=quiet, stdout=quiet, stderr=quiet)
        except OSError as trouble:
            raise Dark(f"„{program}“ lässt sich nicht starten.") from trouble
        try:
            return _alone(_film(process, Path(profile), pages, folder, done))
        except (TimeoutError, ConnectionError) as trouble:
            raise Dark(f"„{program}“ antwortet nicht.") from trouble
        finally:
            _end(process)


def _command(program: Path, profile: str) -> list[str]:
    command = [
        str(program),
        "--headless=new",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-background-networking",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "about:blank",
    ]
    # Chromium's sandbox refuses to work for root, as whom containers often run.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.insert(1, "--no-sandbox")
    return command


def _end(process: "subprocess.Popen[bytes]") -> None:
    for ask in (process.terminate, process.kill):
        try:
            process.wait(5)
            return
        except subprocess.TimeoutExpired:
            ask()
    process.wait()


async def _film(
    process: "subprocess.Popen[bytes]",
    profile: Path,
    pages: Sequence[tuple[Path, str]],
    folder: Path,
    done: Callable[[int], None],
) -> Film:
    # Loaded by need: only who takes pictures waits for it.
    from tornado.websocket import websocket_connect

    address = await asyncio.wait_for(_address(process, profile), _START)
    socket = await asyncio.wait_for(websocket_connect(address, max_message_size=2**28), _START)
    try:
        wire = _Wire(socket)
        made = (await wire.ask("Browser.getVersion"))["product"]
        target = await wire.ask("Target.createTarget", url="about:blank")
        attached = await wire.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        wire.session = attached["sessionId"]
        await wire.ask("Page.enable")
        light = {"name": "prefers-color-scheme", "value": "light"}
        await wire.ask("Emulation.setEmulatedMedia", media="screen", features=[light])
        shots = []
        for count, (page, name) in enumerate(pages, 1):
            shots.append(await asyncio.wait_for(_shot(wire, page, name, folder), _WORK))
            done(count)
        wire.session = ""
        await wire.ask("Browser.close")
    finally:
        socket.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_closed(socket), _START)
    return Film(str(made).removeprefix("Headless"), tuple(shots))


async def _closed(socket: "WebSocketClientConnection") -> None:
    """Waits until the other side has hung up as well."""
    while await socket.read_message() is not None:
        pass


async def _address(process: "subprocess.Popen[bytes]", profile: Path) -> str:
    """Where the browser listens: it writes port and path into its profile."""
    while True:
        if process.poll() not in (None, 0):
            raise Dark("Der Browser hat sich gleich wieder beendet.")
        file = profile / "DevToolsActivePort"
        lines = file.read_text("ascii").split() if file.is_file() else []
        if len(lines) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        await asyncio.sleep(0.05)


class _Wire:
    """Questions to the browser, one at a time; what it tells unasked is kept until somebody waits for it."""

    def __init__(self, socket: "WebSocketClientConnection") -> None:
        self.socket = socket
        self.session = ""
        self.count = 0
        self.told: set[str] = set()

    async def ask(self, method: str, **words: Any) -> dict[str, Any]:
        """The answer. Raises Dark where the browser refuses, or has gone."""
        self.count += 1
        question: dict[str, Any] = {"id": self.count, "method": method, "params": words}
        if self.session:
            question["sessionId"] = self.session
        await self.socket.write_message(json.dumps(question))
        while (message := await self._next()).get("id") != self.count:
            self.told.add(message.get("method", ""))
        if "error" in message:
            raise Dark(f"Der Browser hat {method} abgelehnt: {message['error'].get('message', '')}")
        answer: dict[str, Any] = message["result"]
        return answer

    async def wait(self, event: str) -> None:
        """Returns when something has happened since it was last waited for."""
        while event not in self.told:
            self.told.add((await self._next()).get("method", ""))
        self.told.discard(event)

    async def _next(self) -> dict[str, Any]:
        text = await self.socket.read_message()
        if text is None:
            raise Dark("Der Browser hat sich unterwegs beendet.")
        message: dict[str, Any] = json.loads(text)
        return message


async def _shot(wire: _Wire, page: Path, name: str, folder: Path) -> Shot:
    """A page on a telephone and on a desk."""
    first = await _opened(wire, page, PHONE)
    files = [f"{name}-{PHONE[0]}x{PHONE[1]}.png"]
    await _save(wire, folder / files[0], PHONE[0], 0, PHONE[1])
    files += await _whole(wire, folder, f"{name}-{PHONE[0]}", PHONE[0], first["height"])
    wide = await _opened(wire, page, DESK)
    files += await _whole(wire, folder, f"{name}-{DESK[0]}", DESK[0], wide["height"])
    return Shot(tuple(files), bool(first["seen"]), round(float(first["emblem"]), 1))


async def _opened(wire: _Wire, page: Path, window: tuple[int, int]) -> dict[str, Any]:
    """A page in a window of its own size, with all its pictures there; what was measured."""
    width, height = window
    await wire.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    wire.told.discard("Page.loadEventFired")
    await wire.ask("Page.navigate", url=page.resolve().as_uri())
    await wire.wait("Page.loadEventFired")
    found = await wire.ask("Runtime.evaluate", expression=_LOADED, awaitPromise=True, returnByValue=True)
    measured: dict[str, Any] = found["result"].get("value") or {"height": height, "seen": False, "emblem": 0}
    return measured


async def _whole(wire: _Wire, folder: Path, name: str, width: int, height: int) -> list[str]:
    """A page from top to bottom; one that is too tall in several pieces."""
    files = []
    for number, top in enumerate(range(0, max(height, 1), TALLEST), 1):
        files.append(f"{name}.png" if number == 1 else f"{name}-{number}.png")
        await _save(wire, folder / files[-1], width, top, min(TALLEST, max(height, 1) - top))
    return files


async def _save(wire: _Wire, file: Path, width: int, top: int, height: int) -> None:
    clip = {"x": 0, "y": top, "width": width, "height": height, "scale": 1}
    taken = await wire.ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
    file.write_bytes(base64.b64decode(taken["data"]))
