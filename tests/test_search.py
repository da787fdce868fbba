"""What residents type, and what they must find; asked of the real site in a real browser."""

import gzip
import html
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from pressroom import pipeline
from pressroom.outputs.search import fold
from pressroom.pipeline import Job
from tests.town import NEWS, ROOT, TODAY, Town

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
GOLD = [
    ("müll", "aktuelles/2021/zwoelf-saecke/"),
    ("muell", "aktuelles/2021/zwoelf-saecke/"),
    ("mull", "aktuelles/2021/zwoelf-saecke/"),
    ("sammelaktion", "termine/2021/muellsammelaktion/"),
    ("skatepark", "projekte/aktivpark-vorstau/"),
    ("skatepak", "projekte/aktivpark-vorstau/"),
    ("sktaepark", "projekte/aktivpark-vorstau/"),
    ("spielplatz", "projekte/spielpark-sprejnik/"),
    ("spielplätze", "termine/2019/gespraech-freizeit-und-spielplaetze/"),
    ("spielpark", "orte/spielpark-sprejnik/"),
    ("sprejnik", "orte/spielpark-sprejnik/"),
    ("schwimmhalle", "orte/roehrscheidtbad/"),
    ("röhrscheidtbad", "orte/roehrscheidtbad/"),
    ("roehrscheidbad", "orte/roehrscheidtbad/"),
    ("beratung", "projekte/migrationsberatung-2020/"),
    ("migration", "projekte/migrationsberatung-2018/"),
    ("caritas", "partner/caritas-oberlausitz/"),
    ("sport", "projekte/kompetenzen-durch-sport/"),
    ("kinderfest", "termine/2012/kinderfest/"),
    ("fest", "termine/2012/gesundbrunnenfest/"),
    ("feste", "termine/2012/gesundbrunnenfest/"),
    ("winterfest", "termine/2017/erstes-winterfest/"),
    ("kunstbus", "termine/2018/kunstbus-wochenende/"),
    ("schiefes haus", "orte/schiefes-haus/"),
    ("otto-nagel", "orte/schiefes-haus/"),
    ("impressum", "impressum/"),
    ("datenschutz", "datenschutz/"),
    ("kontakt", "kontakt/"),
    ("idee", "mitmachen/"),
    ("esf", "esf-erklaert/"),
    ("strowotna studnja", "stadtteil/"),
    ("gagarin", "projekte/gagarin-schule/"),
]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    pipeline.build(Job(ROOT, ROOT / "content", out, TODAY))
    return out


def results(public: Path, query: str, profile: Path) -> tuple[str, list[str]]:
    """What the search page says and finds, opened from a folder without a server."""
    address = (public / "suche" / "index.html").as_uri() + "?q=" + quote(query)
    quiet = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", *quiet, f"--user-data-dir={profile}", "--dump-dom", address]
    dom = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=60).stdout
    status = re.search(r"data-search-status[^>]*>([^<]*)", dom)
    found = dom.split('data-search-results="">')[1].split("data-search-everything")[0]
    assert status
    return html.unescape(status[1]), re.findall(r'<a href="\.\./([^"]*)"', found)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")
@pytest.mark.parametrize(("query", "wanted"), GOLD, ids=[query for query, _ in GOLD])
def test_who_asks_finds(public: Path, tmp_path: Path, query: str, wanted: str) -> None:
    status, found = results(public, query, tmp_path / "profile")

    assert wanted in found, f"{status}: {found[:5]}"
    assert status == ("1 Treffer" if len(found) == 1 else f"{len(found)} Treffer") or len(found) == 60


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")
def test_nonsense_finds_nothing_and_code_stays_text(public: Path, tmp_path: Path) -> None:
    for query in ("xyzzyqwv", "<img src=x onerror=alert(1)>"):
        status, found = results(public, query, tmp_path / "profile")

        assert (status, found) == ("Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort.", [])


def test_everything_is_listed_for_those_without_javascript(public: Path) -> None:
    page = (public / "suche" / "index.html").read_text("utf-8")

    assert "Hier steht alles" in page
    for _, wanted in GOLD:
        assert f'href="../{wanted}"' in page
    assert "· Mittwoch, 14.\u00a0Juli 2021, 8 bis 18 Uhr · vorbei" in page


def test_the_script_is_small_and_so_is_the_index_of_five_hundred_stories(town: Town) -> None:
    """Budgets of design/front-end.md: 3 KB of script, 60 KB until the first result, compressed."""
    texts = sorted((ROOT / "content").rglob("*.md"))
    bodies = [text.read_text("utf-8").split("---", 2)[2] for text in texts]
    for number in range(500):
        body = re.sub(r"\]\([^)]*\)|\[\[[^]]*\]\]|[\[\]{}]|lang=\w+", "", bodies[number % len(bodies)])
        town.write({f"news/2026-03-14-n{number}.md": NEWS.replace("Der Park", f"Der Park {number}") + body})

    town.build()

    script = next(file for file in (town.output / "assets").glob("search-*.js"))
    index = town.output / "suche" / "index.js"
    assert len(gzip.compress(script.read_bytes())) <= 3 * 1024
    assert len(gzip.compress(script.read_bytes())) + len(gzip.compress(index.read_bytes())) <= 60 * 1024


def test_words_are_folded_alike_whatever_their_spelling() -> None:
    assert fold("Fördermittel") == fold("foerdermittel") == fold("FO\u0308RDERMITTEL") == ["foerdermittel"]
    assert fold("Budyšin, Straße!") == ["budysin", "strasse"]
