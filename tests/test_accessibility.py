"""axe-core walks through every type of page, light and dark, narrow and wide; skipped where it is missing."""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pressroom import pipeline
from pressroom.pipeline import Job
from tests.town import ROOT, TODAY

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = os.environ.get("AXE_JS", "")
PAGES = [
    "index.html",
    "aktuelles/index.html",
    "aktuelles/2021/zwoelf-saecke/index.html",
    "termine/index.html",
    "termine/2021/muellsammelaktion/index.html",
    "projekte/index.html",
    "projekte/quartiersmanagement/index.html",
    "partner/index.html",
    "partner/steinhaus/index.html",
    "orte/schiefes-haus/index.html",
    "esf-erklaert/index.html",
    "impressum/index.html",
    "suche/index.html",
]
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)"),
    pytest.mark.skipif(not Path(AXE).is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)"),
]

# Runs in the page: axe's findings, and how far the page is wider than its window.
WALK = """
addEventListener("load", function () {
  axe.run(document, {resultTypes: ["violations"]}).then(function (done) {
    var found = done.violations.map(function (v) {
      return v.id + ": " + v.nodes.slice(0, 3).map(function (n) { return n.html.slice(0, 160); }).join(" | ");
    });
    var small = Array.prototype.filter.call(document.querySelectorAll("a, button, input"), function (e) {
      var box = e.getBoundingClientRect();
      return box.width && box.height < 24 && getComputedStyle(e).display !== "inline";
    }).map(function (e) { return e.outerHTML.slice(0, 120); });
    var root = document.documentElement;
    var told = {violations: found, wider: root.scrollWidth - root.clientWidth, small: small};
    document.title = "WALKED" + JSON.stringify(told);
  });
});
"""


# Around the page: a window as narrow as Chromium's own cannot be, and the walk's title handed on.
FRAME = """<!doctype html><title>frame</title><body style="margin:0">
<iframe width="{width}" height="700" src="{page}"></iframe>
<script>
var timer = setInterval(function () {{
  var title = document.querySelector("iframe").contentDocument.title;
  if (title.indexOf("WALKED") === 0) {{ document.title = title; clearInterval(timer); }}
}}, 50);
</script>"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with axe-core added to every page of the list."""
    out = tmp_path_factory.mktemp("site") / "public"
    pipeline.build(Job(ROOT, ROOT / "content", out, TODAY))
    shutil.copy(AXE, out / "axe.js")
    (out / "walk.js").write_text(WALK, "utf-8")
    for page in PAGES:
        file = out / page
        up = "../" * page.count("/")
        text = file.read_text("utf-8").replace(
            "</head>", f'<script src="{up}axe.js"></script><script src="{up}walk.js"></script></head>'
        )
        file.write_text(text, "utf-8")
    return out


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 500, 768, 1280])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    public: Path, tmp_path: Path, page: str, width: int, dark: bool
) -> None:
    quiet = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")
    target = public / page
    if width < 500:
        target = public / "frame.html"
        target.write_text(FRAME.format(width=width, page=page), "utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--allow-file-access-from-files", *quiet]
    command += [f"--blink-settings=preferredColorScheme={0 if dark else 1}", f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--window-size={max(width, 500)},1000", "--virtual-time-budget=20000", "--dump-dom", target.as_uri()]
    dom = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120).stdout

    title = re.search(r"<title>WALKED(.*?)</title>", dom, re.DOTALL)
    assert title, "axe did not come to an end"
    told = json.loads(html.unescape(title[1]))
    assert told == {"violations": [], "wider": 0, "small": []}
