"""A reader at the browser: opens the search of a served site, types, and notes what the page says and fetches."""

import html
import json
import re
import shutil
import subprocess
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# Around the page. The picture that does not come keeps the frame from being finished until the steps are.
FRAME = """<!doctype html><title>-</title><iframe width="360" height="640"></iframe>
<img src="wait" alt=""><script src="drive.js"></script>"""
DRIVE = """
var frame = document.querySelector("iframe"), said = [], log = {};
function page() { return frame.contentDocument; }
function get(name) { return page().querySelector("[data-search-" + name + "]"); }
function wait(ms) { return new Promise(function (done) { setTimeout(done, ms); }); }
async function until(test) { for (var i = 0; i < 400 && !test(); i++) await wait(25); }
async function settled() {
  await wait(200);
  await until(function () { return get("status").textContent.indexOf("geladen …") < 0; });
  await wait(50);
}
function type(text) {
  page().querySelector("input").value = text;
  page().querySelector("input").dispatchEvent(new Event("input"));
}
async function open(address) {
  frame.src = address;
  await until(function () {
    return frame.contentWindow.location.href.indexOf(address) > 0 && page().readyState === "complete" && get("status");
  });
  said = [];
  new MutationObserver(function () { said.push(get("status").textContent); }).observe(get("status"), {childList: true});
}
function fetched() {
  return frame.contentWindow.performance.getEntriesByType("resource").map(function (e) { return e.name; })
    .map(function (name) { return /words-\\d+/.exec(name); }).filter(Boolean).map(String);
}
function found() {
  return Array.prototype.map.call(get("results").querySelectorAll("li"), function (e) { return e.textContent; });
}
async function told() {
  try { await drive(); } catch (error) { log.error = String(error); }
  document.title = "DRIVEN" + JSON.stringify(log);
  fetch("/done");
}
told();
"""


class _Server(SimpleHTTPRequestHandler):
    """The site under the strict policy it is made for. ``refused`` requests for the index fail, the others are slow."""

    refused = 0
    slow = 0.0
    steps = ""
    done: Event

    def do_GET(self) -> None:
        cls = type(self)
        if "/words-" in self.path and cls.refused:
            cls.refused -= 1
            self.send_error(503)
        elif self.path in ("/drive.html", "/drive.js"):
            kind, text = ("javascript", cls.steps) if self.path.endswith("js") else ("html", FRAME)
            self.send_response(200)
            self.send_header("Content-Type", f"text/{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(text.encode())
        elif self.path in ("/wait", "/done"):
            if self.path == "/done":
                cls.done.set()
            cls.done.wait(100)
            self.send_error(404)
        else:
            time.sleep(cls.slow if "/words-" in self.path else 0)
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def driven(public: Path, profile: Path, steps: str, *, refused: int = 0, slow: float = 0.0) -> dict[str, Any]:
    """Runs steps, JavaScript with the functions above, on a served site; what they put into ``log``.

    ``slow`` are the seconds each file of the index takes.
    """
    script = DRIVE + "async function drive() {" + steps + "}"
    words = {"refused": refused, "slow": slow, "steps": script, "done": Event()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(type("Handler", (_Server,), words), directory=str(public)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-proxy-server",
        "--disable-background-networking", "--disable-component-update", f"--user-data-dir={profile}",
        "--dump-dom", f"http://127.0.0.1:{server.server_port}/drive.html",
    ]  # fmt: skip
    try:
        dom = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120).stdout
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    title = re.search(r"<title>DRIVEN(.*?)</title>", dom, re.DOTALL)
    assert title, "the steps did not come to an end"
    log: dict[str, Any] = json.loads(html.unescape(title[1]))
    assert "error" not in log, log
    return log
