"""A browser visits every type of page: nothing leaves the site, nothing is kept on the device, the policy holds."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pressroom import hosting, pipeline
from pressroom.pipeline import Job
from tests.browser import Visitor, needed
from tests.servers import apache, needs_apache, needs_nginx, nginx
from tests.town import ROOT, TODAY, Town

pytestmark = needed

KEPT = """async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}


@dataclass
class Seen:
    """What a browser asked for, in an address bar as anybody's, and what it said about it."""

    page: Any
    origin: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What the policy kept from being asked for."""

    @property
    def strangers(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(f"{self.origin}/")]


@contextmanager
def browsing(browser: Any, origin: str, *, offline: bool = False) -> Iterator[Seen]:
    """A window of its own, whose every request and complaint is written down."""
    context = browser.new_context(locale="de-DE")
    try:
        page = context.new_page()
        seen = Seen(page, origin)
        # Before the page's own scripts, so that no violation is missed.
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective + e.blockedURI))"
        )
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("requestfailed", lambda request: seen.refused.append(request.url) if request.failure == "csp" else None)
        yield seen
    finally:
        context.close()


def one_of_each_type(public: Path) -> list[str]:
    """A page of each template and place; what only leads on to another (an old address) is none."""
    shapes: dict[tuple[str, ...], str] = {}
    for file in sorted(public.rglob("*.html")):
        path = file.relative_to(public)
        text = file.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        marks = tuple(word for word in ("story-head", "data-dates", "timeline", "<svg", "<table") if word in text)
        shapes.setdefault((path.parts[0], str(len(path.parts)), *marks), path.as_posix())
    return sorted(shapes.values())


def use(seen: Seen) -> None:
    """What a visitor does: down to the end of the page, and a word into the field of the search."""
    seen.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    seen.page.wait_for_function("() => [...document.images].every(i => i.complete || i.loading === 'lazy')")
    if seen.page.locator("[data-search] input").count():
        seen.page.fill("[data-search] input", "fest")
        seen.page.wait_for_function(
            "() => /Treffer|gefunden/.test(document.querySelector('[role=status]').textContent)"
        )


def test_no_page_of_either_site_asks_anybody_else_or_keeps_anything(real: Visitor, invented: Path) -> None:
    count = 0
    for visitor in (real, Visitor(real.browser, invented)):
        for path in one_of_each_type(visitor.public):
            with visitor.visit(path) as visit:
                seen = Seen(visit.page, "https://viertel.example", visit.requests, visit.complaints)
                use(seen)
                assert (seen.strangers, seen.complaints) == ([], []), path
                assert visit.ask(KEPT) == NOTHING, path
                assert visit.page.context.cookies() == []
                count += 1
    assert count > 40


SERVERS = [
    pytest.param(nginx, "/", marks=needs_nginx, id="nginx"),
    pytest.param(apache, "/viertel/", marks=needs_apache, id="apache-subfolder"),
]


@pytest.mark.parametrize(("start", "base"), SERVERS)
def test_behind_a_real_server_the_browser_finds_nothing_against_the_policy(
    real: Visitor, invented: Path, tmp_path: Path, start: Any, base: str
) -> None:
    out = invented
    if base != "/":
        out = tmp_path / "public"
        pipeline.build(Job(ROOT, ROOT / "tests" / "town", out, TODAY, base_url=f"https://viertel.example{base}"))
    with start(tmp_path, out, base) as server, browsing(real.browser, server.origin) as seen:
        for path in one_of_each_type(out):
            answer = seen.page.goto(f"{server.origin}{base}{path}")
            assert answer.header_value("content-security-policy") == hosting.HEADERS["Content-Security-Policy"]
            use(seen)
            assert seen.page.evaluate("() => getComputedStyle(document.body).fontFamily").startswith("system-ui")
        seen.page.emulate_media(media="print")
        assert seen.page.pdf()[:4] == b"%PDF"
        assert (seen.strangers, seen.complaints) == ([], [])
        assert seen.page.evaluate(KEPT) == NOTHING


@needs_nginx
def test_nobody_may_frame_a_page(real: Visitor, invented: Path, tmp_path: Path) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(nginx(tmp_path, invented, "/"))
        seen = stack.enter_context(browsing(real.browser, server.origin))
        seen.page.route("http://fremd.example/**", lambda route: route.fulfill(
            body=f"<iframe src='{server.origin}/'></iframe>", content_type="text/html"))  # fmt: skip
        seen.page.goto("http://fremd.example/")
        seen.page.wait_for_load_state("networkidle")

        frame = seen.page.frames[1]
        assert server.origin + "/" in seen.requests
        assert frame.url.startswith("chrome-error:") and "Förderhinweis" not in frame.content()


def test_from_a_folder_style_scripts_and_pictures_load_as_well(real: Visitor, invented: Path) -> None:
    with browsing(real.browser, invented.as_uri()) as seen:
        for path in one_of_each_type(invented):
            if path == "404.html":
                # Its links begin at the site's own address, because it is shown at any depth.
                continue
            seen.page.goto((invented / path).as_uri())
            use(seen)
            assert seen.page.evaluate("() => getComputedStyle(document.body).fontFamily").startswith("system-ui")
            broken = "() => [...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)"
            assert seen.page.evaluate(broken) == [], path
        assert (seen.strangers, seen.complaints) == ([], [])


def test_what_the_policy_forbids_is_refused_in_every_page(real: Visitor, invented: Path) -> None:
    """The page's own policy, without any header."""
    tries = """() => Promise.allSettled([
      new Promise((done, failed) => { const i = new Image(); i.onload = done; i.onerror = failed;
        i.src = "https://fremd.example/a.png"; }),
      fetch("https://fremd.example/"),
      new Promise((done, failed) => { const s = document.createElement("script"); s.onload = done; s.onerror = failed;
        s.src = "https://fremd.example/a.js"; document.head.append(s); }),
      new Promise((done, failed) => { const s = document.createElement("script"); s.textContent = "window.ran = 1";
        document.head.append(s); window.ran ? done() : failed(); }),
    ]).then(all => all.map(one => one.status))"""
    with browsing(real.browser, invented.as_uri()) as seen:
        seen.page.goto((invented / "index.html").as_uri())

        assert seen.page.evaluate(tries) == ["rejected"] * 4
        refused = {complaint.split("https")[0] for complaint in seen.complaints if "fremd.example" in complaint}
        assert any("img-src" in one for one in refused) and any("connect-src" in one for one in refused)
        assert sorted(seen.refused) == ["https://fremd.example/a.js", "https://fremd.example/a.png"]


def test_the_preview_sends_the_same_and_still_renews_its_pages(real: Visitor, town: Town) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(port), "--content", str(town.content)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    origin = f"http://localhost:{port}"
    try:
        with browsing(real.browser, origin) as seen:
            for _ in range(100):
                try:
                    answer = seen.page.goto(f"{origin}/kontakt/")
                    break
                except Exception as refused:  # noqa: BLE001
                    assert "REFUSED" in str(refused)
                    seen.page.wait_for_timeout(200)
            seen.requests.clear()
            seen.complaints.clear()
            answer = seen.page.reload()
            assert answer.header_value("content-security-policy") == hosting.HEADERS["Content-Security-Policy"]
            seen.page.wait_for_function("() => window.LiveReload && LiveReload.connector.socket.readyState === 1")
            kontakt = (town.content / "pages" / "kontakt.md").read_text("utf-8")
            town.write({"pages/kontakt.md": kontakt.replace("Rufen Sie an.", "Kommen Sie vorbei.")})
            seen.page.get_by_text("Kommen Sie vorbei.").wait_for()
            town.write({"pages/kontakt.md": kontakt.replace("title:", "titel:")})
            seen.page.get_by_text("noch zu beheben").wait_for()
            assert seen.page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 241, 207)"
            assert seen.complaints == []
            assert [url for url in seen.strangers if not url.startswith(f"ws://localhost:{port}/")] == []
    finally:
        process.kill()
        process.wait()
