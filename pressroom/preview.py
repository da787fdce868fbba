"""The preview: serves the site on this machine, builds it again on every change, and shows mistakes in the browser."""

import contextlib
import mimetypes
import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import ClassVar, NamedTuple
from urllib.parse import quote, unquote

import livereload
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import ioloop, web

from pressroom import pipeline, publish
from pressroom.pipeline import Job
from pressroom.problems import ContentError, Problem, as_text

HOST = "127.0.0.1"
NAMES = r"(localhost|127\.0\.0\.1|\[::1\])"
"""Only these names are answered: a foreign page that points its own name at this machine gets nothing."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
}
_PROBLEM_PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:1.125rem/1.6 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#14212b;
background:#fff1cf}}h1{{line-height:1.2}}li{{background:#fff;margin:1rem 0;padding:1rem;border-radius:.25rem;
border-inline-start:6px solid #8e1b1b;list-style:none}}ul{{padding:0}}code{{overflow-wrap:anywhere}}p{{margin:.25rem 0}}
</style></head><body><h1>{title}</h1><p>Speichern Sie die verbesserte Datei; diese Seite erneuert sich dann von selbst.
Die letzte fehlerfreie Fassung bleibt erhalten.</p><ul>{items}</ul></body></html>"""


class Desk:
    """What the preview knows: how to build, and what was wrong the last time."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.problems: tuple[Problem, ...] = ()

    def build(self) -> None:
        """Builds again. Mistakes are kept for the browser and told on the terminal."""
        try:
            report = pipeline.build(self.job)
        except ContentError as trouble:
            errors = tuple(problem for problem in trouble.problems if problem.severity == "error")
            self.problems = errors
            print(as_text(errors), file=sys.stderr)
            print(f"\n{len(errors)} Fehler. Die letzte fehlerfreie Fassung bleibt.\n", file=sys.stderr)
            return
        self.problems = ()
        written = report.written
        print(f"Vorschau erneuert: {len(written.new) + len(written.changed)} Dateien geändert.")


class Answer(NamedTuple):
    """What is sent: status, type, bytes, and for a redirect the address."""

    status: int
    kind: str
    body: bytes
    location: str = ""


class Folder:
    """Answers with the files of one folder and never leaves it; while there are mistakes, it shows them."""

    def __init__(self, root: Path, desk: Desk) -> None:
        self.root = root.resolve()
        self.desk = desk

    def answer(self, path: str) -> Answer:
        """The answer to a path such as ``/aktuelles/``."""
        file = self._file(path)
        if self.desk.problems and (file is None or file.is_dir() or file.suffix == ".html"):
            return Answer(200, _TYPES[".html"], self._problem_page())
        if file is None:
            missing = self.root / "404.html"
            return Answer(404, _TYPES[".html"], missing.read_bytes() if missing.is_file() else b"404")
        if file.is_dir():
            return Answer(302, _TYPES[".html"], b"", f"{path}/")
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return Answer(200, kind, file.read_bytes())

    def _file(self, path: str) -> Path | None:
        """The file behind a path, a folder that lacks its slash, or None."""
        if "\0" in path or "\\" in path or any(part.startswith(".") for part in path.split("/")):
            return None
        file = (self.root / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.root):
            return None
        if file.is_dir():
            index = file / "index.html"
            if not index.is_file():
                return None
            return index if path.endswith("/") else file
        return file if file.is_file() else None

    def _problem_page(self) -> bytes:
        items = "".join(
            f"<li><p><code>{escape(problem.path)}</code>, Zeile {problem.line or 1}</p>"
            f"<p><strong>{escape(problem.message)}</strong></p><p>{escape(problem.cure)}</p></li>"
            for problem in self.desk.problems
        )
        count = len(self.desk.problems)
        title = "Ein Fehler ist noch zu beheben" if count == 1 else f"{count} Fehler sind noch zu beheben"
        return _PROBLEM_PAGE.format(title=title, items=items).encode()


class _Page(web.RequestHandler):
    """Hands the folder's answers to the browser, with the script that reloads the page."""

    def initialize(self, folder: Folder, script: bytes) -> None:
        self.folder = folder
        self.script = script

    def get(self) -> None:
        """Answers a request; HEAD too, whose body tornado leaves out."""
        answer = self.folder.answer(unquote(self.request.path, errors="replace"))
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.kind)
        self.set_header("Cache-Control", "no-store")
        if answer.location:
            self.set_header("Location", quote(answer.location))
        html = answer.kind == _TYPES[".html"]
        self.finish(answer.body.replace(b"</head>", self.script + b"</head>", 1) if html else answer.body)

    head = get


class _Watcher(Watcher):  # type: ignore[misc]
    """Sees every file that was added, removed or saved, whatever its date; livereload's own misses old dates."""

    def __init__(self, folders: tuple[Path, ...], changed: Callable[[], None]) -> None:
        super().__init__()
        self.folders = folders
        self.changed = changed
        self.seen = self._look()
        self._tasks = {"content": None}

    def start(self, callback: Callable[[], None]) -> bool:
        """Looks five times a second: what an editor saves is there before the eye has moved to the browser."""
        ioloop.PeriodicCallback(callback, 200).start()
        return True

    def examine(self) -> tuple[str | None, None]:
        """Whether anything changed since the last look; if so, builds."""
        self._changes.clear()
        now = self._look()
        if now == self.seen:
            return None, None
        self.seen = now
        self.changed()
        return "*", None

    def _look(self) -> dict[str, tuple[int, int]]:
        seen = {}
        for folder in self.folders:
            for file in folder.rglob("*"):
                with contextlib.suppress(OSError):
                    state = file.stat()
                    seen[str(file)] = (state.st_mtime_ns, state.st_size)
        return seen


class _Reload(LiveReloadHandler):  # type: ignore[misc]
    """The reload channel, for pages of this preview only."""

    names: ClassVar[tuple[str, ...]] = ()

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks was served by us."""
        return origin in self.names


class _Server(livereload.Server):  # type: ignore[misc]
    """livereload's server, answering to the names of this machine only."""

    def __init__(self, folder: Folder, watcher: "_Watcher") -> None:
        super().__init__(watcher=watcher)
        self.folder = folder

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
        pages = {"folder": self.folder, "script": script}
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

    The preview lies in the cache, so that drafts never reach public/, and each port has its own.
    """
    examples = job.root / "tests" / "examples"
    job = replace(
        job,
        examples=examples if examples.is_dir() else None,
        output=cache / f"preview-{port}",
        memo=cache / f"preview-{port}-memo",
        base_url=f"http://{HOST}:{port}/",
        release=False,
    )
    publish.check_output(job.output, job.content)
    # Before anything is built: another preview may be showing what lies in the cache.
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            print(f"Anschluss {port} ist nicht frei. Versuchen Sie --port {port + 1}.", file=sys.stderr)
            return 2
    desk = Desk(job)
    desk.build()
    watched = (job.content, job.root / "templates", job.root / "assets", examples)
    server = _Server(Folder(job.output, desk), _Watcher(watched, desk.build))
    try:
        print(f"Vorschau: http://localhost:{port}/   (beenden mit Strg+C)", flush=True)
        if job.examples:
            print(f"Alle Bausteine der Seiten: http://localhost:{port}/muster/", flush=True)
        server.serve(port=port, host=HOST, debug=False)
    except OSError as trouble:
        print(
            f"Anschluss {port} ist nicht frei ({trouble.strerror}). Versuchen Sie --port {port + 1}.",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        ioloop.IOLoop.current().stop()
    return 0
