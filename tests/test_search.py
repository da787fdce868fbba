"""What residents type, and what they must find; asked of the real site in a real browser."""

import gzip
import html
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from pressroom import make, pipeline
from pressroom.memo import Memo
from pressroom.outputs.search import fold
from pressroom.outputs.wordindex import Entry, sheaves
from pressroom.pipeline import Job
from pressroom.problems import Desk
from tests import crowd
from tests.drive import CHROMIUM, driven
from tests.town import EVENT, NEWS, ROOT, SMALL, TODAY, Town

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
    found = re.search(r"data-search-results[^>]*>(.*?)data-search-more", dom, re.DOTALL)
    assert status and found
    return html.unescape(status[1]), re.findall(r'<a href="\.\./([^"]*)"', found[1])


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


def packed(*files: Path) -> int:
    """How many bytes a server sends for these files."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def searchable(town: Town, out: Path) -> Path:
    """The search page of a town with its script, style and index; the stories themselves are left out."""
    plan = town.plan(memo=False)
    files = [file for file in plan.files if re.match(r"suche/|assets/(search|words|site)-|index\.html", file.path)]
    made = make.everything(files, ROOT / "templates", plan.site.base, Memo(None, code=b""), Desk(), lambda _: None)
    for path, data in made.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    return out


def test_the_script_and_the_index_of_five_hundred_stories_are_small_enough_for_a_first_result(town: Town) -> None:
    """Budgets of design/front-end.md: 3 KB of script, 60 KB until the first result, compressed."""
    town.write(dict(crowd.news(500)))

    public = searchable(town, town.output)

    script = next((public / "assets").glob("search-*.js"))
    assert packed(script) <= 3 * 1024
    assert packed(script, next((public / "assets").glob("words-1-*.js"))) <= 60 * 1024


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search of a town with five thousand news; the oldest tells of a word no other knows."""
    town = Town(tmp_path_factory.mktemp("crowd"))
    town.write(SMALL)
    town.write(dict(crowd.news(5000)))
    town.write(
        {"news/2019-01-02-fund.md": NEWS.replace("2026-03-14", "2019-01-02").replace("Park", "Xylophonflohmarkt")}
    )
    return searchable(town, town.output)


def test_with_five_thousand_stories_no_file_is_too_large_and_the_page_stays_light(crowded: Path) -> None:
    page = (crowded / "suche" / "index.html").read_text("utf-8")

    assert all(packed(file) <= 57 * 1024 for file in (crowded / "assets").glob("words-*.js"))
    assert packed(crowded / "suche" / "index.html", *(crowded / "assets").glob("site-*.css")) <= 14 * 1024
    assert re.search(r"Das sind die 1\d\d neuesten von 5\.002\.", page)
    assert 'href="../aktuelles/2026/"' in page and 'href="../aktuelles/2019/"' in page


Drive = Callable[..., dict[str, Any]]


@pytest.fixture
def drive(tmp_path: Path) -> Drive:
    """A reader at the browser; skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    return lambda public, steps, **words: driven(public, tmp_path / "profile", steps, **words)


def test_the_index_is_fetched_when_somebody_begins_to_search_and_not_before(public: Path, drive: Drive) -> None:
    log = drive(
        public,
        """
        await open("/suche/");
        await wait(500);
        log.before = fetched();
        page().querySelector("input").dispatchEvent(new Event("focus"));
        type("flohmarkt"); type("skatepark");
        page().querySelector("form").requestSubmit();
        await settled();
        log.after = fetched(); log.said = said; log.found = found().length;
        """,
    )

    assert (log["before"], log["after"]) == ([], ["words-1"])
    assert log["said"] == ["Die Suche wird geladen …", f"{log['found']} Treffer"]
    assert log["found"] > 1


def test_an_index_that_does_not_come_is_told_and_asked_for_again(public: Path, drive: Drive) -> None:
    log = drive(
        public,
        """
        await open("/suche/?q=skatepark");
        await settled();
        log.said = get("status").textContent; log.listed = !get("everything").hidden;
        type("skatepark");
        await settled();
        log.then = get("status").textContent;
        """,
        refused=1,
    )

    assert log["said"] == "Die Suche konnte nicht geladen werden. Unten steht alles, was es gibt."
    assert log["listed"]
    assert log["then"].endswith(" Treffer")


def test_the_question_stays_in_the_address_and_comes_back_with_the_back_button(public: Path, drive: Drive) -> None:
    log = drive(
        public,
        """
        await open("/suche/");
        type("Müll & Bäume?");
        await settled();
        log.typed = frame.contentWindow.location.search;
        type("müll");
        page().querySelector("form").requestSubmit();
        await settled();
        log.entered = frame.contentWindow.location.search; log.kept = page().querySelector("input").value;
        var results = get("results").innerHTML;
        get("results").querySelector("a").click();
        await until(function () { return frame.contentWindow.location.search === "" && !get("status"); });
        frame.contentWindow.history.back();
        await until(function () { return frame.contentWindow.location.search && get("status"); });
        await settled();
        log.back = page().querySelector("input").value; log.same = get("results").innerHTML === results;
        type("");
        await settled();
        log.emptied = frame.contentWindow.location.search + get("status").textContent + found().length;
        log.listed = !get("everything").hidden;
        """,
    )

    assert log["typed"] == "?q=M%C3%BCll%20%26%20B%C3%A4ume%3F"
    assert (log["entered"], log["kept"], log["back"]) == ("?q=m%C3%BCll", "müll", "müll")
    assert log["same"] and log["listed"]
    assert log["emptied"] == "0"


def test_no_odd_question_breaks_the_page(public: Path, drive: Drive) -> None:
    odd = ["%", "%E4%F6", "%F0%9F%8E%AA", "a" * 5000, "+".join(["fest"] * 2000), "%3Cb%3Efest", "....", "constructor"]
    log = drive(
        public,
        f"""
        log.said = [];
        for (var odd of {json.dumps(odd)}) {{
          await open("/suche/?q=" + odd);
          await settled();
          log.said.push(get("status").textContent);
        }}
        type("\\ud800 skatepark");
        await settled();
        log.then = get("status").textContent;
        """,
    )

    nothing = "Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort."
    assert [said for said in log["said"] if said != nothing and not said.endswith(" Treffer")] == []
    assert log["said"][:4] == [nothing] * 4
    assert log["said"][4].endswith(" Treffer") and log["said"][5].endswith(" Treffer")
    assert log["then"] == nothing or log["then"].endswith(" Treffer")


def test_nothing_jumps_while_somebody_types_and_reads(public: Path, drive: Drive) -> None:
    log = drive(
        public,
        """
        frame.width = 1280; frame.height = 900;
        await open("/suche/?q=qqqqq");
        log.moved = 0;
        new frame.contentWindow.PerformanceObserver(function (list) {
          list.getEntries().forEach(function (entry) { log.moved += entry.value; });
        }).observe({type: "layout-shift", buffered: true});
        await settled();
        for (var text of ["feste", "festes", "winterfest", "skate", "qqqqq", "spiel", ""]) {
          type(text);
          await settled();
        }
        """,
        slow=0.5,
    )

    assert log["moved"] < 0.01


def test_with_five_thousand_stories_each_answer_is_right_and_fetches_no_more_than_it_needs(
    crowded: Path, drive: Drive
) -> None:
    log = drive(
        crowded,
        """
        await open("/suche/?q=flohmarkt");
        await settled();
        log.rare = {said: get("status").textContent, fetched: fetched().length, more: get("more").textContent};
        for (var i = 0; i < 60 && !get("more").hidden; i++) { get("more").click(); await settled(); }
        log.last = {said: get("status").textContent, found: found(), fetched: fetched()};
        await open("/suche/?q=nachbarschaft");
        await settled();
        log.frequent = {said: get("status").textContent, found: found().length, fetched: fetched()};
        """,
    )

    files = len(list((crowded / "assets").glob("words-*.js")))
    assert log["rare"]["said"] == "Bis hierher nichts gefunden."
    assert log["rare"]["fetched"] == 3
    assert re.fullmatch(r"Auch in älteren Beiträgen suchen \(bis \d+\.\xa0\w+ 20\d\d\)", log["rare"]["more"])
    assert log["last"]["found"] == ["Der Xylophonflohmarkt ist offen · 2.\xa0Januar 2019"]
    assert log["last"]["fetched"] == [f"words-{number}" for number in range(1, files + 1)]
    assert log["frequent"]["fetched"] == ["words-1"]
    assert log["frequent"]["found"] > 1


SPELLINGS = [
    ("Dźěći w Budyšinje", ["dzeci", "dźěći", "DŹĚĆI", "budysinje"]),
    ("Łužica a Błota", ["luzica", "blota", "Łužica"]),
    ("Свято на площі з ґанком", ["площi".replace("i", "і"), "ганком", "СВЯТО"]),
    ("Ёлка для всех", ["елка", "ёлка", "ЕЛКА"]),
    ("أهلاً وسهلاً في الحيّ", ["اهلا", "أَهْلًا", "الحي", "اهـلا"]),
    ("مدرسة قرآن", ["مدرسه", "قران"]),
    ("Barriere\u00adfreie Straßenfe\u0300te", ["barrierefrei", "strassenfete", "STRASSE"]),
    ("Fo\u0308rderung für Bäcker", ["foerderung", "förderung", "forderung", "backer"]),
]


def test_every_spelling_of_the_neighbours_languages_is_found(town: Town, drive: Drive) -> None:
    for number, (title, _) in enumerate(SPELLINGS):
        text = NEWS.replace("Der Park ist offen", title)
        town.write({f"news/a{number}.md": text})
    town.build()
    queries = [query for _, wanted in SPELLINGS for query in wanted]

    log = drive(
        town.output,
        f"""
        await open("/suche/");
        log.found = {{}};
        for (var query of {json.dumps(queries)}) {{ type(query); await settled(); log.found[query] = found(); }}
        """,
    )

    for title, wanted in SPELLINGS:
        for query in wanted:
            assert any(line.startswith(title) for line in log["found"][query]), (title, query)


def test_a_result_says_when_it_was_and_whether_it_is_over_or_cancelled(town: Town, drive: Drive) -> None:
    past = EVENT.replace("2026-12-05", "2026-11-21").replace("Fest im Park", "Fest von gestern")
    same = EVENT.replace("2026-12-05", "2026-11-22").replace("Fest im Park", "Fest von heute")
    off = EVENT.replace("place: park", "place: park\nstatus: cancelled").replace("Fest im Park", "Fest im Regen")
    town.write({"events/a.md": past, "events/b.md": same, "events/c.md": off})
    town.build()

    log = drive(town.output, 'await open("/suche/?q=fest"); await settled(); log.found = found();')

    assert sorted(log["found"]) == [
        "Fest im Park · Samstag, 5.\xa0Dezember 2026, 18 bis 22 Uhr",
        "Fest im Regen · Samstag, 5.\xa0Dezember 2026, 18 bis 22 Uhr · abgesagt",
        "Fest von gestern · Samstag, 21.\xa0November 2026, 18 bis 22 Uhr · vorbei",
        "Fest von heute · Sonntag, 22.\xa0November 2026, 18 bis 22 Uhr",
    ]
    listed = town.read("suche/index.html")
    assert "18 bis 22 Uhr · abgesagt</span>" in listed and "18 bis 22 Uhr · vorbei</span>" in listed


def test_what_is_over_is_not_written_into_the_index_so_that_it_cannot_grow_old(town: Town) -> None:
    town.build()
    before = {path: data for path, data in town.bytes().items() if "words-" in path}

    town.build(today=TODAY.replace(year=2030))

    assert before == {path: data for path, data in town.bytes().items() if "words-" in path}


def test_an_empty_site_and_a_single_long_story_have_one_file_of_words() -> None:
    long = Entry("Lang", "site:/lang/", "Seiten", "", "", "", frozenset(f"wort{number}" for number in range(20_000)))

    assert len(sheaves(())) == len(sheaves((long,))) == 1
    assert len(sheaves((long, long))) == 2


def test_words_are_folded_alike_whatever_their_spelling() -> None:
    assert fold("Fördermittel") == fold("foerdermittel") == fold("FO\u0308RDERMITTEL") == ["foerdermittel"]
    assert fold("Budyšin, Straße!") == ["budysin", "strasse"]
