"""Each barrier on a finished page is found, at the line that causes it, and told once for all pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressroom import checks, pipeline
from pressroom.checks import Finder, Finished
from pressroom.hosting import POLICY
from pressroom.problems import Desk, Problem
from tests.town import KONTAKT, ROOT, SITE, Town

GOOD = """<!doctype html>
<html lang="de">
<head>
<meta http-equiv="Content-Security-Policy" content="POLICY">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="../site.css">
<title>Fest – Musterviertel</title>
</head>
<body>
<a class="skip" href="#inhalt">Zum Inhalt</a>
<nav aria-label="Menü"><a href="a/"><img src="a.svg" alt="Start"></a></nav>
<main id="inhalt">
<h1>Fest</h1>
<h2>Programm</h2>
<p lang="hsb">Witajće</p>
<table><tr><th scope="col">Tag</th></tr></table>
<label for="wort">Wort</label><input id="wort" name="q">
<label>Ort <select name="o"></select></label><input type="hidden" name="x"><textarea aria-label="Frage"></textarea>
<a href="b/" aria-label="Weiter zum Programm"><svg aria-hidden="true"></svg></a>
<button type="button" hidden></button>
<div aria-labelledby="wort"></div>
</main>
</body>
</html>
""".replace("POLICY", POLICY)


def codes(html: str) -> list[str]:
    desk = Desk()
    for check in checks.CHECKS:
        check(Finished("fest/index.html", "content/fest.md", checks.read(html)), desk)
    return [problem.code for problem in desk.sorted() if problem.code != "page-funding"]


def test_nothing_is_said_of_a_good_page() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("there", "instead", "code"),
    [
        ("<h1>Fest</h1>", "", "page-first"),
        ("<h1>Fest</h1>", "<h1>Fest</h1><h1>Markt</h1>", "page-first"),
        ("</main>", '<img src="https://fremd.example/a.gif" alt="">', "page-foreign"),
        ('href="../site.css"', 'href="//fremd.example/site.css"', "page-foreign"),
        ("</main>", '</main><form action="https://fremd.example/"></form>', "page-form"),
        ("</main>", '</main><p style="color: red"></p>', "page-inline"),
        ('<meta http-equiv="Content-Security-Policy"', '<meta name="policy"', "page-policy"),
        ('content="no-referrer"', 'content="unsafe-url"', "page-policy"),
        ("base-uri 'none'", "base-uri 'self'", "page-policy"),
        ("<html lang", '<link rel="icon" href="a.svg"><html lang', "page-policy"),
        ("<h2>Programm</h2>", "<h3>Programm</h3>", "page-heading"),
        ("<h2>Programm</h2>", "<h2></h2>", "page-wordless"),
        (' alt="Start"', "", "page-alt"),
        (' alt="Start"', ' alt=""', "page-wordless"),
        (' aria-label="Weiter zum Programm"', "", "page-wordless"),
        (' aria-label="Weiter zum Programm"', ' aria-label=" "', "page-wordless"),
        ('<button type="button" hidden></button>', "<button><i></i></button>", "page-wordless"),
        (' scope="col"', "", "page-scope"),
        ('<th scope="col">Tag</th>', "<td>Tag</td>", "page-table"),
        (' for="wort"', "", "page-label"),
        (' aria-label="Frage"', "", "page-label"),
        ('aria-labelledby="wort"', 'aria-labelledby="wort fehlt"', "page-ref"),
        ('<html lang="de">', "<html>", "page-lang"),
        ('lang="hsb"', 'lang="sorbisch!"', "page-lang"),
        ('<main id="inhalt">', "<div>", "page-main"),
        ('href="#inhalt"', 'href="#ende"', "page-skip"),
        ('<a class="skip" href="#inhalt">Zum Inhalt</a>', "", "page-skip"),
        ("<title>Fest – Musterviertel</title>", "<title> </title>", "page-untitled"),
        ('<p lang="hsb">', '<p id="wort">', "page-id"),
    ],
)
def test_each_fault_of_a_page_is_found(there: str, instead: str, code: str) -> None:
    assert GOOD.count(there) == 1
    assert codes(GOOD.replace(there, instead)) == [code]


TEMPLATES = {
    "templates/base.html": '<html lang="de">\n<body>\n{% block main %}{% endblock %}\n</body>\n',
    "templates/parts/card.html": (
        '{# A card #}\n<h{{ level }} class="card-title">{{ title }}</h{{ level }}>\n'
        '<img class="card{% if large %} large{% endif %}" src="{{ src }}"{% if lazy %} loading="lazy"{% endif %}>\n'
        "<h3>Termine</h3>\n<h3>{{ name }}</h3>\n"
    ),
    "templates/parts/a.html": '<img src="{{ src }}">\n<a {% if a %}href="x">{% else %}>{% endif %}</a>\n',
}


def find(tag: str, words: str = "", source: str = "---\ntitle: Fest\n---\n") -> tuple[str, int]:
    return Finder(f"<p>{tag}</p>", "content/fest.md", lambda: source, lambda: TEMPLATES)(tag, words)


def test_the_template_is_found_that_says_most_of_a_tag() -> None:
    assert find("<body>") == ("templates/base.html", 2)
    assert find('<img class="card large" src="a.jpg" loading="lazy">') == ("templates/parts/card.html", 3)
    assert find('<img class="card" src="a.jpg">') == ("templates/parts/card.html", 3)
    assert find('<img src="a.jpg">') == ("templates/parts/a.html", 1)
    assert find('<h2 class="card-title">', "Fest") == ("templates/parts/card.html", 2)
    assert find("<h3>", "Termine") == ("templates/parts/card.html", 4)
    assert find("<h3>", "Anderes") == ("templates/parts/card.html", 5)


def test_what_stands_in_the_text_itself_is_found_there() -> None:
    text = "---\ntitle: Fest\n---\n\n<th>Tag</th>\n\n## „Alles – neu“\n"

    assert find("<th>", source=text) == ("content/fest.md", 5)
    assert find('<h2 id="alles-neu">', "„Alles – neu“", source=text) == ("content/fest.md", 7)
    assert find('id="alles"', source=text) == ("content/fest.md", 0)
    assert find("<video>", source=text) == ("content/fest.md", 0)


@pytest.fixture
def house(tmp_path: Path, town: Town) -> Iterator[Path]:
    """A copy of templates and styles that may be spoilt."""
    root = tmp_path / "house"
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    yield root


def spoil(root: Path, file: str, there: str, instead: str) -> int:
    """Puts a fault into a file; its line."""
    text = (root / file).read_text("utf-8")
    assert text.count(there) == 1
    (root / file).write_text(text.replace(there, instead), "utf-8")
    return text[: text.index(there)].count("\n") + 1


def told(town: Town, root: Path) -> list[Problem]:
    found = pipeline.check(town.job(root=root)).problems
    return [problem for problem in found if problem.code.startswith(("page-", "title-"))]


def test_a_fault_of_a_template_is_told_once_with_its_line(town: Town, house: Path) -> None:
    assert told(town, house) == []
    line = spoil(house, "templates/parts/header.html", ' src="{{ page.icon }}" alt=""', ' src="{{ page.icon }}"')

    found = told(town, house)

    assert [(one.code, one.path, one.line) for one in found] == [("page-alt", "templates/parts/header.html", line)]
    # Remembered, it is the same.
    assert told(town, house) == found


def test_a_missing_heading_is_looked_for_where_the_page_begins(town: Town, house: Path) -> None:
    spoil(house, "templates/pages/place.html", "<h1>{{ page.heading }}</h1>", "<p>{{ page.heading }}</p>")
    line = (house / "templates/base.html").read_text("utf-8").splitlines().index("<body>") + 1

    assert [(one.code, one.path, one.line) for one in told(town, house)] == [
        ("page-first", "templates/base.html", line)
    ]


def test_two_stories_of_one_title_are_told_at_the_title(town: Town) -> None:
    town.write({"news/2026-04-01-noch.md": "---\ntitle: Kontakt\nsummary: Etwas.\ndate: 2026-04-01\n---\nText.\n"})
    first = [(one.code, one.path, one.line) for one in told(town, ROOT)]
    town.write({"pages/kontakt.md": KONTAKT.replace("---\n", "---\n# Notiz\n", 1)})
    second = [(one.code, one.path, one.line) for one in told(town, ROOT)]

    assert (first, second) == (
        [("title-twice", "content/pages/kontakt.md", 2)],
        [("title-twice", "content/pages/kontakt.md", 3)],
    )


def test_two_languages_may_share_a_title_and_within_one_it_is_told_of_the_translation(town: Town) -> None:
    story = "---\ntitle: {}\nsummary: Something.\n---\nText.\n"
    town.write(
        {
            "site.yaml": SITE + "languages: [de, en]\n",
            "words/en.yaml": "review: pending\nskip: Skip to content\n",
            "site.en.yaml": "title: Musterviertel\nclaim: To try\ndescription: Made up.\n",
            "pages/kontakt.en.md": story.format("Kontakt"),
        }
    )
    assert told(town, ROOT) == []

    town.write({"news/2026-03-14-park.en.md": story.format("Kontakt")})

    assert [(one.code, one.path, one.line) for one in told(town, ROOT)] == [
        ("title-twice", "content/news/2026-03-14-park.en.md", 2)
    ]


def test_a_line_in_a_story_moves_with_what_stands_above_it(town: Town) -> None:
    table = "\n<table><tr><th>Tag</th></tr><tr><td>Montag</td></tr></table>\n"
    town.write({"pages/kontakt.md": KONTAKT + table})
    first = [(one.code, one.path, one.line) for one in told(town, ROOT)]
    town.write({"pages/kontakt.md": KONTAKT.replace("---\n", "---\n# Notiz\n", 1) + table})
    second = [(one.code, one.path, one.line) for one in told(town, ROOT)]

    line = KONTAKT.count("\n") + 2
    assert (first, second) == (
        [("page-scope", "content/pages/kontakt.md", line)],
        [("page-scope", "content/pages/kontakt.md", line + 1)],
    )
