"""Whatever would break the site's promises of privacy is found in the line of the file that would do it."""

import json
import shutil
from pathlib import Path

import pytest

from pressroom.checks import sources
from pressroom.problems import Desk
from tests.town import ROOT, Town

PLANTED = [
    # In which file, a line put before its last one, and what is said of it.
    ("templates/parts/footer.html", '<script src="https://fremd.example/a.js"></script>', "source-foreign"),
    ("templates/base.html", '<link rel="stylesheet" href="//fremd.example/font.css">', "source-foreign"),
    ("templates/base.html", '<link href="https://fremd.example" rel="preconnect">', "source-foreign"),
    ("templates/parts/card.html", '<img srcset="a.jpg 1x, https://fremd.example/b.jpg 2x" alt="">', "source-foreign"),
    ("templates/parts/card.html", '<a href="/" ping="https://fremd.example/">x</a>', "source-foreign"),
    ("templates/pages/story.html", '<iframe src="https://fremd.example/"></iframe>', "source-foreign source-embed"),
    ("templates/pages/story.html", "<video></video>", "source-embed"),
    ("templates/parts/search.html", '<form action="https://fremd.example/suche"></form>', "source-form"),
    ("templates/parts/search.html", '<button formaction="//fremd.example/">x</button>', "source-form"),
    ("templates/parts/search.html", '<form method="post"></form>', "source-form"),
    ("templates/parts/links.html", '<a href="/" referrerpolicy="unsafe-url">x</a>', "source-foreign"),
    ("templates/parts/notice.html", "<style>p { color: red }</style>", "source-inline"),
    ("templates/parts/notice.html", '<p style="color: red">x</p>', "source-inline"),
    ("templates/parts/notice.html", '<p onclick="los()">x</p>', "source-inline"),
    ("templates/parts/notice.html", '<a href="javascript:los()">x</a>', "source-inline"),
    ("templates/parts/notice.html", "<script>los()</script>", "source-inline"),
    ("assets/css/parts/card.css", '@import "https://fremd.example/a.css";', "source-foreign"),
    ("assets/css/parts/card.css", ".a { background: url(https://fremd.example/a.png) }", "source-foreign"),
    ("assets/css/parts/card.css", ".a { background: url('data:image/png;base64,AA') }", "source-foreign"),
    ("assets/js/clock.js", 'document.cookie = "a=1";', "source-device"),
    ("assets/js/clock.js", 'localStorage.setItem("a", 1);', "source-device"),
    ("assets/js/clock.js", 'window["sessionStorage"].a = 1;', "source-device"),
    ("assets/js/clock.js", 'indexedDB.open("a");', "source-device"),
    ("assets/js/clock.js", 'navigator.serviceWorker.register("a.js");', "source-device"),
    ("assets/js/clock.js", "navigator.geolocation.getCurrentPosition(los);", "source-device"),
    ("assets/js/find.js", 'navigator.sendBeacon("zaehler");', "source-sends"),
    ("assets/js/find.js", "new XMLHttpRequest();", "source-sends"),
    ("assets/js/find.js", "var tongue = navigator.language;", "source-device"),
    ("assets/js/find.js", 'new WebSocket("wss://fremd.example/");', "source-sends source-foreign"),
    ("assets/js/find.js", 'fetch("https://fremd.example/?" + query);', "source-sends source-foreign"),
    ("assets/js/search.js", 'input.outerHTML = "<b>a</b>";', "source-unsafe"),
    ("assets/js/search.js", 'eval("los()");', "source-unsafe"),
    ("assets/js/search.js", 'setTimeout("los()", 1);', "source-unsafe"),
]
HARMLESS = [
    ("templates/parts/notice.html", "{# <style> and https://fremd.example are only spoken of #}"),
    ("templates/parts/notice.html", '<a href="https://fremd.example/">a link leads there, and loads nothing</a>'),
    ("templates/base.html", '<link rel="canonical" href="https://fremd.example/">'),
    ("templates/base.html", '<script type="application/ld+json">{}</script>'),
    ("templates/parts/search.html", '<form action="/suche/" data-on="1" data-style="a"></form>'),
    ("assets/css/parts/card.css", "/* url(https://fremd.example/) @import */"),
    ("assets/js/clock.js", "/* no localStorage, no document.cookie */"),
    ("assets/js/clock.js", "// https://fremd.example/ tells more"),
    ("assets/js/find.js", "if (a.innerHTML === b) los(cookies.of(jar));"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of templates and design, to be spoilt."""
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / "project" / folder)
    return tmp_path / "project"


def plant(project: Path, path: str, line: str) -> int:
    """Puts a line before the last one of a file; its number."""
    file = project / path
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([*lines[:-1], line, lines[-1], ""]), "utf-8")
    return len(lines)


@pytest.mark.parametrize(("path", "line", "codes"), PLANTED, ids=[line[:40] for _, line, _ in PLANTED])
def test_a_promise_broken_is_found_in_its_line(project: Path, path: str, line: str, codes: str) -> None:
    number = plant(project, path, line)
    desk = Desk()

    sources.checked(path, (project / path).read_text("utf-8"), desk)

    assert [(one.path, one.line, one.code) for one in desk.found] == [(path, number, code) for code in codes.split()]
    assert {one.severity for one in desk.found} == {"error"}


@pytest.mark.parametrize(("path", "line"), HARMLESS, ids=[line[:40] for _, line in HARMLESS])
def test_what_is_harmless_is_let_be(project: Path, path: str, line: str) -> None:
    plant(project, path, line)
    desk = Desk()

    sources.checked(path, (project / path).read_text("utf-8"), desk)

    assert desk.found == []


def test_a_build_stops_and_says_it_once_and_not_for_every_page(town: Town, project: Path) -> None:
    number = plant(project, "templates/parts/footer.html", '<img src="https://fremd.example/zaehler.gif" alt="">')

    told = [(one.path, one.line, one.code) for one in town.check(root=project) if one.severity == "error"]

    assert told == [("templates/parts/footer.html", number, "source-foreign")]


def test_what_was_read_once_is_read_again_when_it_was_saved(town: Town, project: Path) -> None:
    town.build(root=project)
    assert town.codes(root=project) == []

    plant(project, "assets/js/clock.js", "sessionStorage.clear();")
    assert town.codes(root=project) == ["source-device"]

    shutil.copy(ROOT / "assets/js/clock.js", project / "assets/js/clock.js")
    shutil.copy(project / "assets/css/parts/card.css", project / "assets/css/parts/neu.css")
    plant(project, "assets/css/parts/neu.css", '@import "a.css";')
    assert town.codes(root=project) == ["source-foreign"]


def test_drawings_and_feeds_are_looked_through_as_they_are_made() -> None:
    desk = Desk()
    for number, drawing in enumerate(
        [
            '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
            '<svg><image href="https://fremd.example/a.png"/></svg>',
            '<svg><use xlink:href="//fremd.example/a.svg"/></svg>',
            "<svg><script>los()</script></svg>",
            '<svg><path style="fill: red"/></svg>',
            "<svg><foreignObject></foreignObject></svg>",
        ]
    ):
        sources.drawn(str(number), drawing, desk)
    assert [(one.path, one.code) for one in desk.found] == [
        ("1", "source-foreign"),
        ("2", "source-foreign"),
        ("3", "source-inline"),
        ("4", "source-inline"),
        ("5", "source-embed"),
    ]

    desk = Desk()
    base = "https://muster.example/"
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">{}</content></entry></feed>'
    sources.fed("eigen", atom.format(f'&lt;img src="{base}media/a.jpg" alt=""&gt;'), base, desk)
    sources.fed("atom", atom.format('&lt;img src="https://fremd.example/a.jpg" alt=""&gt;'), base, desk)
    html = '<p><img alt="" src="https://fremd.example/a.jpg"></p>'
    sources.fed("json", json.dumps({"items": [{"content_html": html}]}), base, desk)
    assert [(one.path, one.code) for one in desk.found] == [("atom", "source-foreign"), ("json", "source-foreign")]


def test_the_real_project_breaks_no_promise() -> None:
    desk = Desk()
    for folder in sources.FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.*")):
            if file.suffix not in sources.BY_ENDING:
                continue
            sources.checked(file.relative_to(ROOT).as_posix(), file.read_text("utf-8"), desk)
    assert desk.found == []
