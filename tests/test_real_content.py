"""The real website: complete, sound, whole under any folder, and refused as long as the law wants more."""

import http.server
import os
import re
import shutil
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from pressroom import pipeline
from pressroom.pipeline import Job
from pressroom.problems import ContentError
from tests.town import ROOT, TODAY, snapshot


def job(out: Path, **words: object) -> Job:
    given = {"root": ROOT, "content": ROOT / "content", "output": out, "today": TODAY, "papers": True, **words}
    return Job(**given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    pipeline.build(job(out))
    return out


def test_all_that_is_known_is_there() -> None:
    site = pipeline.plan(job(Path("unused"))).site
    esf = [story for story in site.projects if story.fields.esf]
    planned = [story for story in site.projects if story.fields.status == "unconfirmed"]

    assert (len(esf), len(planned), len(site.projects) - len(esf) - len(planned)) == (7, 4, 8)
    assert len(site.news) >= 20
    assert len(site.events) >= 24
    assert len(site.partners) >= 18
    assert len(site.places) >= 10
    wanted = {"ueber-uns", "stadtteil", "esf-erklaert", "mitmachen", "kontakt", "impressum", "datenschutz"}
    assert wanted | {"barrierefreiheit", "ideen-und-ergebnisse"} <= {page.id for page in site.pages}


def test_every_story_names_its_sources() -> None:
    site = pipeline.plan(job(Path("unused"))).site
    sources = {story.path: story.fields.sources for story in (*site.news, *site.events, *site.projects)}
    sources |= {partner.path: partner.fields.sources for partner in site.partners}
    sources |= {place.path: place.fields.sources for place in site.places}

    assert [path for path, named in sources.items() if not named] == []


def test_nothing_that_must_not_be_claimed_is_claimed(public: Path) -> None:
    """Part 3 of the facts: no ESF Plus wording, no invented fund, no seal, no opening hours."""
    text = "\n".join(data.decode() for path, data in snapshot(public).items() if path.endswith(".html"))

    for claim in (
        "Kofinanziert von der Europäischen Union",
        "Leichte Sprache</",
        "vollständig vereinbar",
        "Öffnungszeiten:",
    ):
        assert claim not in text
    assert "Dieser Termin liegt in der Vergangenheit." in text
    assert "Zurzeit ist kein Termin eingetragen, der noch kommt." in text


def test_every_page_leads_to_the_imprint_and_to_privacy_with_one_click(public: Path) -> None:
    """§ 5 DDG: recognised easily, reached at once, there all the time."""
    pages = [file for file in public.rglob("*.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    assert len(pages) > 10

    for file in pages:
        text = file.read_text("utf-8")
        footer = text[text.index("<footer") :]
        for name in ("impressum", "datenschutz"):
            assert re.search(rf'<a [^>]*href="[^"]*\b{name}/"', footer), file


def test_a_release_is_refused_while_the_client_owes_answers() -> None:
    with pytest.raises(ContentError) as trouble:
        pipeline.build(job(Path("unused-output"), release=True))

    assert {problem.code for problem in trouble.value.problems if problem.severity == "error"} == {"legal-gap"}
    assert not Path("unused-output").exists()


def test_two_builds_are_identical_on_another_clock_and_in_another_folder(public: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4", "LC_ALL": "C"}
    copy = tmp_path / "anderswo"
    for name in ("pressroom", "content", "templates", "assets"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", copy)

    command = [os.sys.executable, "build.py", "--today", TODAY.isoformat(), "--jobs", "1"]  # type: ignore[attr-defined]
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True)

    assert snapshot(copy / "public") == snapshot(public)


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value and not (tag == "link" and ("rel", "canonical") in attrs):
                self.targets.append(value)
            elif name == "id" and value:
                self.ids.add(value)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def server(public: Path, tmp_path: Path) -> Iterator[str]:
    """Python's own web server with the site in a sub-folder."""
    shutil.copytree(public, tmp_path / "unter" / "ordner")
    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}/unter/ordner/"
    served.shutdown()
    served.server_close()
    thread.join()


def test_a_crawl_through_a_sub_folder_meets_no_broken_link_anchor_or_asset(public: Path, server: str) -> None:
    pages: dict[str, _Addresses] = {}
    wanted: list[tuple[str, str]] = [("start", server)]
    reached: set[str] = set()
    anchors: list[tuple[str, str, str]] = []
    while wanted:
        origin, address = wanted.pop()
        address, mark = urldefrag(address)
        anchors.append((origin, address, mark))
        if address in reached:
            continue
        reached.add(address)
        with urllib.request.urlopen(address) as answer:  # raises for 404
            assert answer.url == address, f"{origin} leads to {address}, which the server redirects"
            if "html" in answer.headers["Content-Type"]:
                found = pages[address] = _Addresses()
                found.feed(answer.read().decode())
                targets = (urljoin(address, target) for target in found.targets)
                wanted += [(address, target) for target in targets if target.startswith("http://127.0.0.1")]

    lost = [(origin, address, mark) for origin, address, mark in anchors if mark and mark not in pages[address].ids]
    assert lost == []
    html = {path for path in snapshot(public) if path.endswith("index.html")}
    assert {server + path.removesuffix("index.html") for path in html} == {a for a in pages if a.startswith(server)}


def _nu() -> Path | None:
    """Java's Nu HTML checker, where the environment names it or the system has it."""
    for place in (os.environ.get("VNU_JAR"), "/usr/share/java/vnu.jar"):
        if place and Path(place).is_file() and shutil.which("java"):
            return Path(place)
    return None


@pytest.mark.skipif(_nu() is None, reason="the Nu HTML checker is not here (VNU_JAR names vnu.jar; needs Java)")
def test_the_nu_checker_finds_no_error_on_any_page(public: Path) -> None:
    for kind, pattern in (("--html", "*.html"), ("--css", "*.css"), ("--svg", "*.svg")):
        files = [str(file) for file in public.rglob(pattern)]
        command = ["java", "-jar", str(_nu()), "--errors-only", "--format", "gnu", kind, *files]

        checked = subprocess.run(command, capture_output=True, text=True)

        assert checked.stderr == ""
        assert checked.returncode == 0
