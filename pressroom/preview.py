"""The preview: serves the site as it is at each moment on this machine, and shows mistakes in the browser."""

import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from time import monotonic, sleep
from typing import ClassVar, NamedTuple
from urllib.parse import quote, unquote

import livereload
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import ioloop, web

from pressroom import hosting, typeset
from pressroom.galley import Galley
from pressroom.pipeline import Job
from pressroom.problems import Problem, as_text

HOST = "127.0.0.1"
NAMES = r"(localhost|127\.0\.0\.1|\[::1\])"
"""Only these names are answered: a foreign page that points its own name at this machine gets nothing."""

_HTML = hosting.content_type(".html")
_PROBLEM_STYLE = "/vorschau.css"
"""An address of the preview alone; no page may hold a style."""
_PROBLEM_PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{style}"></head><body><h1>{title}</h1><p>Speichern Sie die verbesserte Datei; diese Seite
erneuert sich dann von selbst. Die letzte fehlerfreie Fassung bleibt erhalten.</p><ul>{items}</ul></body></html>"""
_STYLE = """body{font:1.125rem/1.6 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#14212b;
background:#fff1cf}h1{line-height:1.2}li{background:#fff;margin:1rem 0;padding:1rem;border-radius:.25rem;
border-inline-start:6px solid #8e1b1b;list-style:none}ul{padding:0}code{overflow-wrap:anywhere}p{margin:.25rem 0}
"""


class Answer(NamedTuple):
    """What is sent: status, type, bytes, and for a redirect the address."""

    status: int
    kind: str
    body: bytes
    location: str = ""


class Window:
    """Answers with the files of the site and with nothing else; while there are mistakes, it shows them."""

    def __init__(self, galley: Galley) -> None:
        self.galley = galley

    def answer(self, path: str) -> Answer:
        """The answer to a path such as ``/aktuelles/``."""
        name = path.removeprefix("/")
        page = f"{name}index.html" if not name or name.endswith("/") else name
        data = self.galley.get(page)
        kind = hosting.content_type(page)
        if path == _PROBLEM_STYLE:
            return Answer(200, hosting.content_type(path), _STYLE.encode())
        if self.galley.problems and (data is None or page.endswith(".html")):
            return Answer(200, _HTML, self._problem_page())
        if data is not None:
            return Answer(200, kind, data)
        if f"{name}/index.html" in self.galley.files:
            return Answer(302, _HTML, b"", f"{path}/")
        return Answer(404, _HTML, self.galley.get("404.html") or b"404")

    def _problem_page(self) -> bytes:
        problems = self.galley.problems
        items = "".join(
            f"<li><p><code>{escape(problem.path)}</code>, Zeile {problem.line or 1}</p>"
            f"<p><strong>{escape(problem.message)}</strong></p><p>{escape(problem.cure)}</p></li>"
            for problem in problems
        )
        count = len(problems)
        title = "Ein Fehler ist noch zu beheben" if count == 1 else f"{count} Fehler sind noch zu beheben"
        return _PROBLEM_PAGE.format(title=title, items=items, style=_PROBLEM_STYLE).encode()


class _Page(web.RequestHandler):
    """Hands the folder's answers to the browser, with the script that reloads the page."""

    def initialize(self, window: Window, script: bytes) -> None:
        self.window = window
        self.script = script

    def get(self) -> None:
        """Answers a request; HEAD too, whose body tornado leaves out."""
        answer = self.window.answer(unquote(self.request.path, errors="replace"))
        self.set_status(answer.status)
        for name, value in hosting.HEADERS.items():
            self.set_header(name, value)
        self.set_header("Content-Type", answer.kind)
        self.set_header("Cache-Control", "no-store")
        if answer.location:
            self.set_header("Location", quote(answer.location))
        html = answer.kind == _HTML
        self.finish(answer.body.replace(b"</head>", self.script + b"</head>", 1) if html else answer.body)

    head = get


class _Watcher(Watcher):  # type: ignore[misc]
    """Sees every file that was added, removed or saved, whatever its date; livereload's own misses old dates.

    It looks from a thread of its own, so that looking at thousands of files keeps nobody waiting for a page.
    """

    def __init__(self, galley: Galley) -> None:
        super().__init__()
        self.galley = galley
        self.seen = dict(galley.states)
        self._tasks = {"content": None}
        self._waiting: set[str] = set()

    def start(self, callback: Callable[[], None]) -> bool:
        """Looks some five times a second: what an editor saves is there before the eye has moved to the browser."""
        loop = ioloop.IOLoop.current()
        threading.Thread(target=self._look, args=(loop, callback), daemon=True).start()
        return True

    def examine(self) -> tuple[str | None, None]:
        """Whether anything changed since the last look; if so, the site has caught up with it."""
        self._changes.clear()
        if not self._waiting:
            return None, None
        touched, self._waiting = self._waiting, set()
        before = len(self.galley.problems)
        if self.galley.look(touched):
            _tell(self.galley.problems, before)
        return "*", None

    def _look(self, loop: ioloop.IOLoop, callback: Callable[[], None]) -> None:
        while True:
            started = monotonic()
            now = self.galley.everything()
            touched = {name for name in now.keys() | self.seen.keys() if now.get(name) != self.seen.get(name)}
            self.seen = now
            if touched:
                loop.add_callback(self._told, touched, callback)
            # A tenth of one core at most.
            sleep(max(0.2, 9 * (monotonic() - started)))

    def _told(self, touched: set[str], callback: Callable[[], None]) -> None:
        self._waiting |= touched
        callback()


def _tell(problems: tuple[Problem, ...], before: int) -> None:
    """What the preview says on the terminal."""
    if problems:
        print(as_text(problems), file=sys.stderr)
        print(f"\n{len(problems)} Fehler. Die letzte fehlerfreie Fassung bleibt.\n", file=sys.stderr)
    elif before:
        print("Alle Fehler sind behoben.")
    else:
        print("Vorschau erneuert.")


class _Reload(LiveReloadHandler):  # type: ignore[misc]
    """The reload channel, for pages of this preview only."""

    names: ClassVar[tuple[str, ...]] = ()

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks was served by us."""
        return origin in self.names


class _Server(livereload.Server):  # type: ignore[misc]
    """livereload's server, answering to the names of this machine only."""

    def __init__(self, window: Window, watcher: "_Watcher") -> None:
        super().__init__(watcher=watcher)
        self.window = window

    def application(
        self,
        port: int,
        host: str,
        liveport: int | None = None,
        debug: bool | None = None,
        live_css: bool = True,
    ) -> None:
        """Sets up the addresses that are served."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css
        # livereload would keep quiet for three seconds after a reload; a mistake is often mended sooner.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        _Reload.names = tuple(f"http://{name}:{port}" for name in ("localhost", "127.0.0.1", "[::1]"))
        script = f'<script src="/livereload.js?port={port}"></script>'.encode()
        pages = {"window": self.window, "script": script}
        served = web.Application(log_function=lambda handler: None)
        served.add_handlers(
            NAMES,
            [("/livereload", _Reload), (r"/livereload\.js", LiveReloadJSHandler), ("/.*", _Page, pages)],
        )
        served.listen(port, address=host)

    def _setup_logging(self) -> None:
        """We say ourselves what there is to say."""


def serve(job: Job, port: int, cache: Path) -> int:
    """Serves until interrupted; the exit status.

    What it remembers lies in the cache; nothing is written to public/, so drafts never reach it.
    """
    examples = job.root / "tests" / "examples"
    job = replace(
        job,
        examples=examples if examples.is_dir() else None,
        memo=cache / f"preview-{port}-memo",
        base_url=f"http://{HOST}:{port}/",
        release=False,
    )
    # Before anything is read: another preview may be showing the same.
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            print(f"Anschluss {port} ist nicht frei. Versuchen Sie --port {port + 1}.", file=sys.stderr)
            return 2
    galley = Galley(job)
    if galley.problems:
        _tell(galley.problems, 0)
    galley.save()
    server = _Server(Window(galley), _Watcher(galley))
    try:
        print(f"Vorschau: http://localhost:{port}/   (beenden mit Strg+C)", flush=True)
        if job.examples:
            print(f"Alle Bausteine der Seiten: http://localhost:{port}/muster/", flush=True)
        if job.papers and not typeset.missing():
            print(f"Blätter zum Ausdrucken: http://localhost:{port}/daten/#blaetter", flush=True)
            print("Bild zu einem geteilten Link: vorschau.png hinter der Adresse des Beitrags", flush=True)
        server.serve(port=port, host=HOST, debug=False)
    except OSError as trouble:
        print(
            f"Anschluss {port} ist nicht frei ({trouble.strerror}). Versuchen Sie --port {port + 1}.",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        ioloop.IOLoop.current().stop()
    finally:
        galley.save()
    return 0
