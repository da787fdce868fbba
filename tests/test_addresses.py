"""Every address of the own site that is published anywhere leads somewhere, and whatever does not is told once."""

import shutil
from pathlib import Path

import pytest

from pressroom.checks import addresses, links
from pressroom.checks.addresses import LEADS_ON
from pressroom.problems import Problem
from tests.town import KONTAKT, NEWS, ROOT, Town

BASE = "https://muster.example/viertel/"


def errors(town: Town, **words: object) -> list[tuple[str, int, str]]:
    found: list[Problem] = [one for one in town.check(**words) if one.severity == "error"]
    return [(one.path, one.line, one.code) for one in found]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a/feed.xml", f'<link href="{BASE}a/"/>&lt;a href="{BASE}b/#c"&gt;', ["a/index.html", "b/index.html#c"]),
        ("a/feed.xml", f"&lt;img src=&quot;{BASE}media/a.jpg&quot;&gt;", ["media/a.jpg"]),
        ("sitemap.xml", f"<loc>{BASE}</loc><loc>{BASE}kontakt/</loc>", ["index.html", "kontakt/index.html"]),
        ("robots.txt", f"Sitemap: {BASE}sitemap.xml\n", ["sitemap.xml"]),
        ("a/feed.json", f'{{"url": "{BASE}a/"}}', ["a/index.html"]),
        ("a.ics", f"URL:{BASE}ter\r\n mine/fest/\r\nDESCRIPTION:Fest\\n{BASE}x/\\nEnde",
         ["termine/fest/index.html", "x/index.html"]),
        ("a.html", f'<meta property="og:image" content="{BASE}assets/teilen.png">', ["assets/teilen.png"]),
        ("a.html", f'<script type="application/ld+json">{{"url": "{BASE}a/"}}</script>', ["a/index.html"]),
        ("a.html", '<a href="webcal://muster.example/viertel/a.ics">', ["a.ics"]),
        ("alt/index.html", '<meta http-equiv="refresh" content="0; url=../neu/">', [f"{LEADS_ON}neu/index.html"]),
        ("s/index.html", '<form data-search="../" data-search-script="../a.js" data-search-index="../w.js">',
         ["a.js", "w.js"]),
        ("assets/site.css", '@import "b.css"; a { background: url(../c.svg) } b { x: url(data:image) }',
         ["assets/b.css", "c.svg"]),
        ("w.js", 'window.searchIndex={"stories":[["A","a/","x","",""]],"words":"","next":"w2.js"};\n',
         ["a/index.html", "w2.js"]),
        ("app.webmanifest", '{"start_url": "./", "icons": [{"src": "assets/i.png"}]}', ["index.html", "assets/i.png"]),
        ("a.txt", f"Siehe {BASE}kontakt. Nicht https://muster.example/anderes", ["kontakt/index.html"]),
    ],
)  # fmt: skip
def test_addresses_are_found_in_every_kind_of_file(path: str, text: str, found: list[str]) -> None:
    assert sorted(addresses.wanted(path, text, BASE)) == sorted(found)


def test_a_redirect_leads_to_a_page_and_not_to_another_redirect() -> None:
    files = {"neu/index.html": {"a"}, "alt/index.html": {LEADS_ON}}
    wants = [f"{LEADS_ON}neu/index.html", f"{LEADS_ON}alt/index.html", f"{LEADS_ON}weg/index.html", "alt/index.html"]

    found = links.lost(wants, files.__contains__, lambda path, mark: mark in files[path])

    assert [(one.code, one.target) for one in found] == [
        ("page-chain", "alt/index.html"),
        ("page-link", "weg/index.html"),
    ]


def test_an_own_address_in_a_text_or_a_source_is_checked_and_told_at_its_line_and_once(town: Town) -> None:
    news = NEWS.replace("topics:", f"sources:\n  - {BASE}kontakt/#mit-dem-buss\ntopics:")
    town.write({"news/2026-03-14-park.md": news + f"\n[gut]({BASE}kontakt) und [weg]({BASE}kontakkt/)\n"})

    assert errors(town) == [
        ("content/news/2026-03-14-park.md", 6, "page-anchor"),
        ("content/news/2026-03-14-park.md", 12, "page-link"),
    ]


def test_what_led_somewhere_and_does_no_more_is_told_of_a_page_nobody_touched(town: Town) -> None:
    town.write(
        {
            "pages/kontakt.md": KONTAKT + f"\n[alt]({BASE}wir/)\n",
            "pages/wir.md": KONTAKT.replace("Kontakt", "Wir").replace("So", "Wie"),
        }
    )
    town.build()
    assert errors(town) == []
    town.write({"pages/wir.md": None})

    assert errors(town) == [("content/pages/kontakt.md", 11, "page-link")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("templates", "assets"):
        shutil.copytree(ROOT / name, tmp_path / "root" / name)
    return tmp_path / "root"


def test_what_a_template_names_in_vain_is_told_once_at_its_line(town: Town, root: Path) -> None:
    base = root / "templates" / "base.html"
    text = base.read_text("utf-8")
    base.write_text(text.replace("</body>", '<p><a href="site:/gibt-es-nicht/">x</a></p>\n</body>'), "utf-8")
    line = base.read_text("utf-8").split("gibt-es-nicht")[0].count("\n") + 1

    assert errors(town, root=root) == [("templates/base.html", line, "page-link")]


def test_a_lost_share_picture_is_seen(town: Town, root: Path) -> None:
    base = root / "templates" / "base.html"
    text = base.read_text("utf-8")
    base.write_text(text.replace("{{ page.og_image }}", "{{ page.og_image }}x"), "utf-8")

    found = errors(town, root=root)

    assert {code for _, _, code in found} == {"page-link"}
    assert {path for path, _, _ in found} == {"templates/base.html"}
