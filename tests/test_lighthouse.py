"""Lighthouse on a simulated slow telephone: four times a hundred, and the largest paint within 1.2 seconds.

Skipped where Lighthouse (LIGHTHOUSE names its cli/index.js) or node is missing; .ci/run installs it.
"""

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.browser import CHROMIUM, needed

LIGHTHOUSE = Path(os.environ.get("LIGHTHOUSE", "missing"))
NODE = shutil.which("node")
PAGES = {
    "home": "",
    "list": "aktuelles/",
    "news": "aktuelles/2021/zwoelf-saecke/",
    "event": "termine/2021/muellsammelaktion/",
    "project": "projekte/quartiersmanagement/",
    "contact": "kontakt/",
    "search": "suche/",
}
LARGEST_PAINT = 1200
"""Milliseconds on Lighthouse's slow line (design/front-end.md, section 9)."""
TRIES = 3
"""A machine that is busy with something else is asked again; the best answer is the page's own."""

pytestmark = [
    needed,
    pytest.mark.skipif(NODE is None, reason="no node here (Debian: apt-get install npm)"),
    pytest.mark.skipif(not LIGHTHOUSE.is_file(), reason="Lighthouse is not here (LIGHTHOUSE names cli/index.js)"),
]


class Host(SimpleHTTPRequestHandler):
    """Serves a folder as web hosts do: compressed. (Uncompressed, the front page needs 1.35 s instead of 0.9.)"""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def address(public: Path) -> Iterator[str]:
    """The real site on a server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(public)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def measure(url: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report of one page, mobile with simulated slow 4G, as it comes."""
    report = folder / "report.json"
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [str(NODE), str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--chrome-flags={flags}", "--only-categories=performance,accessibility,best-practices,seo"]
    # An address that is not the canonical one is what every preview has; it costs the score nothing.
    subprocess.run(
        command, check=True, capture_output=True, timeout=180, env={**os.environ, "CHROME_PATH": str(CHROMIUM)}
    )
    told: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return told


@pytest.mark.parametrize("page", PAGES)
def test_a_slow_telephone_gets_four_times_a_hundred(address: str, tmp_path: Path, page: str) -> None:
    for left in reversed(range(TRIES)):
        told = measure(address + PAGES[page], tmp_path)
        scores = {name: round(100 * category["score"]) for name, category in told["categories"].items()}
        paint = told["audits"]["largest-contentful-paint"]["numericValue"]
        shift = told["audits"]["cumulative-layout-shift"]["numericValue"]
        good = set(scores.values()) == {100} and paint <= LARGEST_PAINT and shift < 0.0005
        if good or not left:
            break

    assert (scores, good) == (dict.fromkeys(scores, 100), True), f"largest paint {paint:.0f} ms, shift {shift}"
