"""A real browser that visits a built site at its own address, without a network and without a server.

Every request is answered from the folder, under the strict policy the site promises to work with; what would leave
the site is noted and refused. Skipped with a reason where Chromium is missing.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from pressroom import hosting

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needed = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")

ORIGIN = "https://viertel.example"
Scheme = Literal["light", "dark"]
LIGHT_AND_DARK: tuple[Scheme, ...] = ("light", "dark")


@dataclass
class Visit:
    """A page that was opened, what the browser complained of, and every request it made."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def strangers(self) -> list[str]:
        """Requests that would have left the site."""
        return [url for url in self.requests if not url.startswith((f"{ORIGIN}/", "data:", "blob:"))]

    def ask(self, script: str, argument: Any = None) -> Any:
        """The value of a JavaScript expression or function in the page."""
        return self.page.evaluate(script, argument)


class Visitor:
    """Opens pages of one built site. ``root`` is the folder it lies in on the server: ``/`` or ``/viertel/``."""

    def __init__(self, browser: Browser, public: Path, root: str = "/") -> None:
        self.browser = browser
        self.public = public
        self.root = root

    @contextmanager
    def visit(
        self,
        path: str,
        width: int = 1280,
        height: int = 800,
        scheme: Scheme = "light",
        *,
        clock: datetime | None = None,
        **options: Any,
    ) -> Iterator[Visit]:
        """A page in a window of its own; ``clock`` is the time there, ``options`` are those of Playwright's
        new_context.
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="de-DE", **options
        )
        try:
            context.route("**/*", self._answer)
            if clock is not None:
                context.clock.set_fixed_time(clock)
            visit = Visit(context.new_page())
            visit.page.on("console", lambda message: visit.complaints.append(message.text))
            visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
            visit.page.on("request", lambda request: visit.requests.append(request.url))
            visit.page.goto(f"{ORIGIN}{self.root}{path}", wait_until="load")
            yield visit
        finally:
            context.close()

    def _answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        file = self.public / unquote(url.path).removeprefix(self.root)
        if file.is_dir():
            file = file / "index.html"
        if not route.request.url.startswith(ORIGIN) or not file.is_file():
            route.abort()
            return
        headers = {"Content-Type": hosting.content_type(file.name), **hosting.HEADERS}
        route.fulfill(status=200, body=file.read_bytes(), headers=headers)


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser for many visits."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--hide-scrollbars"])
        yield browser
        browser.close()
