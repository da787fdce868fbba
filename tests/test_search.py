"""What residents type, and what they must find; asked of the real site in a real browser."""

import gzip
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Route

from pressroom import make
from pressroom.kinds.dates import BERLIN
from pressroom.outputs.search import fold
from pressroom.outputs.wordindex import Entry, packed, parts, sheaves
from tests import crowd
from tests.browser import ORIGIN, Visit, Visitor, needed
from tests.town import EVENT, NEWS, ROOT, SITE, SMALL, TODAY, Town

BUILT = datetime(2026, 11, 22, 12, tzinfo=BERLIN)
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


def results(browser: Browser, public: Path, query: str) -> tuple[str, list[str]]:
    """What the search page says and finds, opened from a folder without a server."""
    page = browser.new_page()
    try:
        page.goto((public / "suche" / "index.html").as_uri() + "?q=" + quote(query))
        said = "() => /Treffer|gefunden/.test(document.querySelector('[data-search-status]').textContent)"
        page.wait_for_function(said)
        links = page.locator("[data-search-results] a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
        return page.text_content("[data-search-status]") or "", [link.removeprefix("../") for link in links]
    finally:
        page.close()


@needed
@pytest.mark.parametrize(("query", "wanted"), GOLD, ids=[query for query, _ in GOLD])
def test_who_asks_finds(public: Path, browser: Browser, query: str, wanted: str) -> None:
    status, found = results(browser, public, query)

    assert wanted in found, f"{status}: {found[:5]}"
    assert status == ("1 Treffer" if len(found) == 1 else f"{len(found)} Treffer") or len(found) == 60


@needed
def test_nonsense_finds_nothing_and_code_stays_text(public: Path, browser: Browser) -> None:
    for query in ("xyzzyqwv", "<img src=x onerror=alert(1)>"):
        status, found = results(browser, public, query)

        assert (status, found) == ("Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort.", [])


def test_everything_is_listed_for_those_without_javascript(public: Path) -> None:
    page = (public / "suche" / "index.html").read_text("utf-8")

    assert "Hier steht alles" in page
    for _, wanted in GOLD:
        assert f'href="../{wanted}"' in page
    assert "· Mittwoch, 14.\u00a0Juli 2021, 8 bis 18 Uhr · vorbei" in page


def sent(*files: Path) -> int:
    """How many bytes a server sends for these files."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def searchable(town: Town, out: Path) -> Path:
    """The search page of a town with its script, style and index; the stories themselves are left out."""
    job = town.job(memo=False)
    plan = town.plan(memo=False)
    maker = make.Maker(make.Templates([job.root / "templates"], plan.site.memo), plan.site.base)
    made = {
        file.path: maker.made(make.recipe_of(file, plan.site), file.path)
        for file in plan.files
        if re.match(r"suche/|assets/(search|find|words|site)-|assets/\w+\.svg|index\.html", file.path)
    }
    for path, data in made.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    return out


def test_the_script_and_the_index_of_five_hundred_stories_are_small_enough_for_a_first_result(town: Town) -> None:
    """Budgets of design/front-end.md: 3 KB of script, 60 KB until the first result, compressed."""
    town.write(dict(crowd.news(500)))

    public = searchable(town, town.output)

    scripts = [next((public / "assets").glob(name)) for name in ("search-*.js", "find-*.js")]
    assert sent(*scripts) <= 3 * 1024
    assert sent(*scripts, next((public / "assets").glob("words-1-*.js"))) <= 60 * 1024


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

    assert all(sent(file) <= 57 * 1024 for file in (crowded / "assets").glob("words-*.js"))
    assert sent(crowded / "suche" / "index.html", *(crowded / "assets").glob("site-*.css")) <= 14 * 1024
    assert re.search(r"Das sind die 1\d\d neuesten von 5\.002\.", page)
    assert 'href="../aktuelles/2026/"' in page and 'href="../aktuelles/2019/"' in page


class Asking:
    """Somebody at the search page of a site."""

    def __init__(self, visit: Visit) -> None:
        self.page = visit.page
        self.visit = visit

    def open(self, query: str) -> None:
        """Comes with a question, as it stands in the address."""
        self.page.goto(f"{ORIGIN}/suche/?q={query}")
        self.settle()

    def type(self, text: str) -> None:
        self.page.fill("input", text)
        # An answer comes when somebody has stopped typing for 150 milliseconds.
        self.page.wait_for_timeout(200)
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_function(
            "() => !document.querySelector('[data-search-status]').textContent.includes('geladen …')"
        )

    @property
    def said(self) -> str:
        return self.page.locator("[data-search-status]").text_content() or ""

    @property
    def found(self) -> list[str]:
        return self.page.locator("[data-search-results] li").all_text_contents()

    @property
    def lists_everything(self) -> bool:
        return self.page.locator("[data-search-everything]").is_visible()

    @property
    def fetched(self) -> list[str]:
        """The files of the index that were asked for, without digest."""
        return [name[1] for url in self.visit.requests if (name := re.search(r"/(words-\d+)-", url))]


@contextmanager
def asking(visitor: Visitor, width: int = 360, height: int = 640, clock: datetime = BUILT) -> Iterator[Asking]:
    """The search page, opened on the day the site was built unless said otherwise."""
    with visitor.visit("suche/index.html", width, height, clock=clock) as visit:
        yield Asking(visit)


@needed
def test_what_searches_is_fetched_when_somebody_begins_to_search_and_not_before(real: Visitor) -> None:
    with asking(real) as reader:
        reader.page.wait_for_timeout(300)
        assert reader.fetched == [] and not any("/find-" in url for url in reader.visit.requests)

        reader.page.focus("input")
        reader.settle()
        assert (reader.fetched, reader.said, reader.lists_everything) == (["words-1"], "", True)

        reader.type("skatepark")
        assert (reader.fetched, reader.said) == (["words-1"], f"{len(reader.found)} Treffer")
        assert len(reader.found) > 1 and not reader.lists_everything
        assert (reader.visit.complaints, reader.visit.strangers) == ([], [])


@needed
def test_what_is_typed_before_the_index_is_there_is_answered_when_it_comes(real: Visitor) -> None:
    with asking(real) as reader:
        held: list[Route] = []
        reader.page.route("**/words-*", lambda route: held.append(route))
        reader.page.fill("input", "flohmarkt")
        reader.page.fill("input", "skatepark")
        reader.page.press("input", "Enter")
        reader.page.wait_for_timeout(400)
        assert (reader.said, reader.lists_everything, len(held)) == ("Die Suche wird geladen …", True, 1)

        held[0].fallback()
        reader.settle()
        assert reader.said == f"{len(reader.found)} Treffer"


@needed
@pytest.mark.parametrize("missing", ["**/find-*", "**/words-*"])
def test_a_search_that_does_not_come_is_told_and_asked_for_again(real: Visitor, missing: str) -> None:
    with asking(real) as reader:
        reader.page.route(missing, lambda route: route.abort())
        reader.type("skatepark")
        assert reader.said == "Die Suche konnte nicht geladen werden. Unten steht alles, was es gibt."
        assert reader.lists_everything

        reader.page.unroute(missing)
        reader.type("skatepar")
        assert reader.said.endswith(" Treffer")


@needed
def test_the_question_stays_in_the_address_and_comes_back_with_the_back_button(real: Visitor) -> None:
    with asking(real) as reader:
        reader.type("Müll & Bäume?")
        assert reader.page.url.endswith("/suche/index.html#q=M%C3%BCll%20%26%20B%C3%A4ume%3F")

        reader.type("müll")
        reader.page.press("input", "Enter")
        reader.settle()
        assert reader.page.url.endswith("#q=m%C3%BCll") and reader.page.input_value("input") == "müll"

        found = reader.found
        for key in ("Tab", "Tab", "Enter"):
            reader.page.keyboard.press(key)
        reader.page.wait_for_url("**/20*/**")
        reader.page.go_back()
        reader.settle()
        assert (reader.page.input_value("input"), reader.found) == ("müll", found)

        reader.type("")
        assert (reader.said, reader.found, reader.lists_everything) == ("", [], True)
        assert reader.page.url.endswith("/suche/index.html")


@needed
@pytest.mark.parametrize(
    ("odd", "found"),
    [
        ("%", False),
        ("%E4%F6", False),
        ("%F0%9F%8E%AA", False),
        ("....", False),
        ("constructor", False),
        ("a" * 5000, False),
        ("%3Cb%3Efest", True),
        ("+".join(["fest"] * 2000), True),
        ("%ED%A0%80+skatepark", True),
    ],
    ids=lambda value: str(value)[:12],
)
def test_no_odd_question_breaks_the_page(real: Visitor, odd: str, found: bool) -> None:
    with asking(real) as reader:
        reader.open(odd)

        nothing = "Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort."
        assert bool(reader.found) == found
        assert (" Treffer" in reader.said) == found and (reader.said == nothing) != found
        assert reader.visit.complaints == []


@needed
@pytest.mark.parametrize("size", [(360, 640), (1280, 900)], ids=["phone", "desk"])
def test_nothing_jumps_when_the_answer_comes_late(real: Visitor, size: tuple[int, int]) -> None:
    with asking(real, *size) as reader:

        def late(route: Route) -> None:
            reader.page.wait_for_timeout(700)
            route.fallback()

        reader.page.route("**/words-*", late)
        moved = 0.0
        for query in ("fest", "skatepark", "qqqqqqq"):
            reader.page.goto(f"{ORIGIN}/suche/")
            reader.page.wait_for_timeout(200)
            reader.visit.ask(
                """query => {
                  window.moved = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))
                    .observe({type: "layout-shift", buffered: true});
                  const input = document.querySelector("input");
                  input.value = query;
                  input.dispatchEvent(new Event("input"));
                }""",
                query,
            )
            reader.page.wait_for_timeout(1500)
            reader.settle()
            moved += reader.visit.ask("() => window.moved")

        assert moved < 0.0005


@needed
def test_with_five_thousand_stories_each_answer_is_right_and_fetches_no_more_than_it_needs(
    crowded: Path, browser: Browser
) -> None:
    files = len(list((crowded / "assets").glob("words-*.js")))
    with asking(Visitor(browser, crowded)) as reader:
        reader.open("nachbarschaft")
        assert reader.fetched == ["words-1"] and len(reader.found) >= 30
        assert re.match(r"\d\d+ Treffer", reader.said)

    with asking(Visitor(browser, crowded)) as reader:
        reader.open("flohmarkt")
        more = reader.page.locator("[data-search-more]")
        assert (reader.said, len(reader.fetched)) == ("Bis hierher nichts gefunden.", 3)
        assert re.fullmatch(r"Auch in älteren Beiträgen suchen \(bis \d+\.\xa0\w+ 20\d\d\)", more.text_content() or "")

        while more.is_visible():
            more.click()
            reader.settle()
        assert reader.found == ["Der Xylophonflohmarkt ist offen · 2.\xa0Januar 2019"]
        assert reader.fetched == [f"words-{number}" for number in range(1, files + 1)]


SPELLINGS = [
    ("Dźěći w Budyšinje", ["dzeci", "dźěći", "DŹĚĆI", "budysinje"]),
    ("Łužica a Błota", ["luzica", "blota", "Łužica"]),
    ("Свято на площі з ґанком", ["площi".replace("i", "і"), "ганком", "СВЯТО"]),
    ("Ёлка для всех", ["елка", "ёлка", "ЕЛКА"]),
    ("أهلاً وسهلاً في الحيّ", ["اهلا", "أَهْلًا", "الحي", "اهـلا"]),
    ("مدرسة قرآن", ["مدرسه", "قران"]),
    ("المدرسة والمكتبة للأطفال", ["مدرسة", "المدرسه", "مَكْتَبَة", "مكـتبة", "اطفال", "بالمدرسة"]),
    ("مستشفى رئيس مؤتمر إدارة", ["مستشفي", "رييس", "موتمر", "اداره", "أدارة"]),
    ("لقاء الساعة ١٨ عام ٢٠٢٦", ["18", "2026", "٢٠٢٦", "ساعة"]),
    ("Свято п’яти площ у памʼять", ["п'яти", "пяти", "пʼяти", "пам’ять", "ПАМ'ЯТЬ"]),
    ("Новый йод для библио­теки", ["новыи", "йод", "библиотека", "БИБЛИОТЕКИ"]),
    ("Zwučowanje říčny ćěr, šěrosć, žadyn ńo", ["ricny", "ŘÍČNY", "cer", "ćěr", "serosc", "šěrosć", "zadyn", "no"]),
    ("Barriere\u00adfreie Straßenfe\u0300te", ["barrierefrei", "strassenfete", "STRASSE"]),
    ("Fo\u0308rderung für Bäcker", ["foerderung", "förderung", "forderung", "backer"]),
]


@needed
@pytest.mark.parametrize(("title", "queries"), SPELLINGS, ids=[title for title, _ in SPELLINGS])
def test_every_spelling_of_the_neighbours_languages_is_found(
    town: Town, browser: Browser, title: str, queries: list[str]
) -> None:
    town.write({"news/nachbar.md": NEWS.replace("Der Park ist offen", title)})
    town.build()

    with asking(Visitor(browser, town.output)) as reader:
        for query in queries:
            reader.type(query)
            assert f"{title} · 14.\xa0März 2026" in reader.found, query


@needed
def test_a_result_says_when_it_was_and_whether_it_is_over_or_cancelled(town: Town, browser: Browser) -> None:
    past = EVENT.replace("2026-12-05", "2026-11-21").replace("Fest im Park", "Fest von gestern")
    same = EVENT.replace("2026-12-05", "2026-11-22").replace("Fest im Park", "Fest von heute")
    off = EVENT.replace("place: park", "place: park\nstatus: cancelled").replace("Fest im Park", "Fest im Regen")
    town.write({"events/a.md": past, "events/b.md": same, "events/c.md": off})
    town.build()

    with asking(Visitor(browser, town.output)) as reader:
        reader.open("fest")
        assert sorted(reader.found) == [
            "Fest im Park · Samstag, 5.\xa0Dezember 2026, 18 bis 22 Uhr",
            "Fest im Regen · Samstag, 5.\xa0Dezember 2026, 18 bis 22 Uhr · abgesagt",
            "Fest von gestern · Samstag, 21.\xa0November 2026, 18 bis 22 Uhr · vorbei",
            "Fest von heute · Sonntag, 22.\xa0November 2026, 18 bis 22 Uhr",
        ]
        assert reader.page.locator("[data-search-results] h2").all_text_contents() == ["Termine"]
    # Nobody built the site since; the reader's clock knows better.
    with asking(Visitor(browser, town.output), clock=datetime(2026, 12, 6, tzinfo=BERLIN)) as reader:
        reader.open("fest")
        assert "Fest im Park · Samstag, 5.\xa0Dezember 2026, 18 bis 22 Uhr · vorbei" in reader.found
    listed = town.read("suche/index.html")
    assert "18 bis 22 Uhr · abgesagt</span>" in listed and "18 bis 22 Uhr · vorbei</span>" in listed


def test_what_is_over_is_not_written_into_the_index_so_that_it_cannot_grow_old(town: Town) -> None:
    town.build()
    before = {path: data for path, data in town.bytes().items() if "words-" in path}

    town.build(today=TODAY.replace(year=2030))

    assert before == {path: data for path, data in town.bytes().items() if "words-" in path}


def test_small_sites_have_one_file_of_words_and_in_large_ones_a_new_story_changes_the_newest_alone() -> None:
    def weight(story: str) -> tuple[int, bool]:
        return 4_000, story.startswith("d")

    dated = [f"d{number}" for number in range(9, 0, -1)]

    assert parts([], weight) == [[]]
    assert parts(["a", *dated[:3]], weight) == [["a", *dated[:3]]]
    assert parts(["a", *dated], weight) == [["a", "d9"], ["d8", "d7", "d6", "d5"], ["d4", "d3", "d2", "d1"]]
    assert parts(["a", "d10", *dated], weight) == [["a", "d10", "d9"], *parts(["a", *dated], weight)[1:]]
    assert parts([*"abcd", *dated[1:]], weight)[:2] == [[*"abcd"], ["d8", "d7", "d6", "d5"]]


def test_each_file_of_words_names_the_next() -> None:
    entry = Entry("Lang", "site:/lang/", "Seiten", "", "", "2021", frozenset({"wort"}))

    first, second = sheaves([packed([entry]), packed([entry])])

    assert second.address.removeprefix("site:/") in first.script and '"older":"2021"' in first.script
    assert "next" not in second.script
    assert len(sheaves([packed([])])) == 1


def folding() -> str:
    """What folds in the script, as it stands there."""
    script = (ROOT / "assets" / "js" / "find.js").read_text("utf-8")
    return script[script.index("  var LETTERS") : script.index("  /* A word as its singular")]


def spellings() -> list[str]:
    """All words of the content in seven languages, and random ones out of the signs that are folded in some way."""
    files = [file for file in (ROOT / "content").rglob("*") if file.suffix in (".md", ".yaml")]
    written = {word for file in files for word in file.read_text("utf-8").split()}
    chance = random.Random(7)
    signs = (
        "aeozAEOZ09 -äöüßÄÖÜẞłŁěóřšžćčńźéґҐйЙёЁїЇіІўиеяюь'`´‘’ʼ′"
        "ابتثجحدرسعفقكلموهيأإآٱءؤئىةیکڭـًَّْٰٕٓٔ٠١٩۰۹،؛؟٪٫۔ۖ۝"
        "­̧̀́̂̆̈̌҃҉​‍‎‏⁠﻿‫"
        "ﷲﻻİıſΣςKÅﬁ①𝔞😀  "
    )
    made = ["".join(chance.choices(signs, k=chance.randint(1, 14))) for _ in range(20_000)]
    prefixed = [before + word for before in ("ال", "وال", "بال", "لل", "الال") for word in made[:500]]
    return [*sorted(written), *made, *prefixed]


@needed
def test_the_script_folds_every_word_as_the_index_does(browser: Browser) -> None:
    words = spellings()
    page = browser.new_page()

    folded = page.evaluate(f"words => {{ {folding()} return words.map(fold); }}", words)
    page.close()

    assert len(words) > 25_000
    wrong = [
        (word, here, there)
        for word, there in zip(words, folded, strict=True)
        if (here := " ".join(fold(word))) != there
    ]
    assert wrong == []


@needed
def test_other_languages_speak_for_themselves_and_mark_what_is_told_in_german(town: Town, browser: Browser) -> None:
    words = (ROOT / "content" / "words" / "uk.yaml").read_text("utf-8")
    town.write(
        {
            "site.yaml": SITE + "languages: [de, uk]\n",
            "words/uk.yaml": re.sub(r"\n(label_flag|search_nothing):.*", "", words),
            "site.uk.yaml": "title: Район\nclaim: Район\ndescription: Район.\n",
            "pages/kontakt.uk.md": "---\ntitle: Контакти\nsummary: Тут.\n---\nТелефон і школа.\n",
        }
    )
    town.build()

    with Visitor(browser, town.output).visit("uk/poshuk/index.html", clock=BUILT) as visit:
        asked = Asking(visit)
        asked.type("школу")
        assert (asked.said, asked.found) == ("Знайдено: 1", ["Контакти"])
        assert visit.page.locator("[data-search-results] [lang=de]").count() == 0

        asked.type("Park")
        marked = visit.page.locator("[data-search-results] a[lang=de][dir=ltr]").all_text_contents()
        assert "Der Park ist offen" in marked

        asked.type("qqqqqqq")
        assert visit.page.locator("[data-search-status] > span[lang=de]").text_content() == (
            "Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort."
        )
    listed = town.read("uk/poshuk/index.html")
    there = '<a hreflang="de" href="../../aktuelles/2026/park/">'
    assert f'{there}<span lang="de" dir="ltr">Der Park ist offen</span></a>' in listed
    assert '<a href="../../uk/kontakt/">Контакти</a>' in listed


def test_words_are_folded_alike_whatever_their_spelling() -> None:
    assert fold("Fördermittel") == fold("foerdermittel") == fold("FO\u0308RDERMITTEL") == ["foerdermittel"]
    assert fold("Budyšin, Straße!") == ["budysin", "strasse"]
