"""The ways between languages: the switcher, what programs are told of it, feeds, and how honest it all is."""

import json
import random
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as etree

import icalendar
import pytest

from pressroom import coverage, translating, urls
from pressroom.kinds.languages import LANGUAGES, NAMES
from tests import mixes
from tests.afresh import seen_everywhere
from tests.browser import LIGHT_AND_DARK, Scheme, Visitor, needed
from tests.test_accessibility import AXE, SMALL_CONTROLS, WIDER, large_text, violations
from tests.test_tongues import SEEDS
from tests.town import KONTAKT, ROOT, SITE, Town

BASE = "https://muster.example/viertel/"
TOLD = {
    "pages/kontakt.en.md": "---\ntitle: Contact\nsummary: How to reach us.\n---\nCall us.\n\n## By bus\n\nLine 1.\n",
    "pages/kontakt.ar.md": "---\ntitle: اتصال\nsummary: كيف تصلون إلينا.\n---\nاتصلوا بنا.\n",
    "news/2026-03-14-park.uk.md": "---\ntitle: Парк відкрито\nsummary: Від середи.\n---\n[Тут](../pages/kontakt.md).\n",
    "events/2026-12-05-fest.en.md": "---\ntitle: Party in the park\nsummary: With music.\n---\nWe celebrate.\n",
}
MARKED = ("pages/kontakt.en.md", "news/2026-03-14-park.uk.md", "events/2026-12-05-fest.en.md")
PREFIXES = {"de": "", **{lang: f"{prefix}/" for lang, prefix in urls.PREFIXES.items()}}
_LINK = re.compile(r'<a href="([^"]*)" lang="([^"]*)" hreflang="([^"]*)" dir="([^"]*)"([^>]*)>(.*?)</a>')
_ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">')


def words_of(lang: str) -> str:
    """The real words."""
    return (ROOT / "content" / "words" / f"{lang}.yaml").read_text("utf-8")


@pytest.fixture
def many(town: Town) -> Town:
    """The town in all languages, with a few translations."""
    town.write({"site.yaml": SITE + f"languages: [{', '.join(LANGUAGES)}]\n", **TOLD})
    for lang in LANGUAGES[1:]:
        told = f"title: {lang}-Viertel\nclaim: x\ndescription: Ein Satz.\nmenu: {{kontakt: Kontakt-{lang}}}\n"
        town.write({f"words/{lang}.yaml": words_of(lang), f"site.{lang}.yaml": told})
    for path in MARKED:
        translating.note(town.content, f"content/{path}", date(2026, 11, 1), minor=False)
    return town


@pytest.fixture
def built(many: Town) -> Town:
    many.build()
    return many


def pages(town: Town) -> Iterator[tuple[str, str]]:
    """Every page that is one, by its path."""
    for file in sorted(town.output.rglob("*.html")):
        text = file.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            yield file.relative_to(town.output).as_posix(), text


def switcher(html: str) -> list[tuple[str, ...]]:
    """The links of the switcher: address, lang, hreflang, dir, further attributes, words."""
    found = re.search(r'<nav class="tongues".*?</nav>', html, re.DOTALL)
    return _LINK.findall(found[0]) if found else []


def led_to(path: str, href: str) -> str:
    """The file a relative link leads to."""
    there = (Path("/") / path).parent / href
    parts: list[str] = []
    for part in there.as_posix().split("/"):
        parts = parts[:-1] if part == ".." else [*parts, *([part] if part not in ("", ".") else [])]
    return "/".join([*parts, "index.html"] if href.endswith("/") else parts)


def test_every_page_shows_every_language_by_its_own_name_in_the_same_order(built: Town) -> None:
    for path, html in pages(built):
        links = switcher(html)

        assert [lang for _, lang, *_ in links] == list(LANGUAGES), path
        assert all(lang == hreflang for _, lang, hreflang, *_ in links)
        assert [words.split(" <")[0] for *_, words in links] == list(NAMES.values())
        assert [lang for _, lang, _, direction, *_ in links if direction == "rtl"] == ["ar"]
        (own,) = re.findall(r'<html lang="([^"]*)"', html)
        assert [lang for _, lang, _, _, more, _ in links if 'aria-current="true"' in more] == [own], path


def no_link_of_the_switcher_is_dead(built: Town) -> None:
    for path, html in pages(built):
        if path == "404.html":
            continue
        for href, lang, *_ in switcher(html):
            file = led_to(path, href)
            assert f'<html lang="{lang}"' in built.read(file), (path, href)


def test_no_link_of_the_switcher_is_dead_and_each_leads_to_its_language(built: Town) -> None:
    no_link_of_the_switcher_is_dead(built)


def test_it_leads_to_the_same_story_else_to_the_section_else_home_and_says_so_beforehand(built: Town) -> None:
    def ways(path: str) -> dict[str, tuple[str, str, str]]:
        links = switcher(built.read(path))
        return {lang: (led_to(path, href), unescape(more), words) for href, lang, _, _, more, words in links}

    fest = ways("termine/2026/fest/index.html")
    assert fest["en"][0] == "en/events/2026/fest/index.html"
    assert "(" not in fest["en"][2] and "aria-label" not in fest["en"][1]
    assert fest["uk"][0] == "uk/podii/index.html" and fest["uk"][2] == "Українська <small>(Події)</small>"
    assert 'aria-label="Українська (Події): цієї сторінки українською ще немає."' in fest["uk"][1]

    page = ways("ar/kontakt/index.html")
    assert page["de"][0] == "kontakt/index.html" and page["de"][2] == "Deutsch"
    assert page["en"][0] == "en/kontakt/index.html"
    assert page["ru"][0] == "ru/index.html" and page["ru"][2] == "Русский <small>(Главная)</small>"

    verein = ways("partner/verein/index.html")
    assert verein["de"][0] == "partner/verein/index.html" and verein["ar"][0] == "ar/shuraka/index.html"
    data = ways("daten/index.html")
    assert data["en"][0] == "en/index.html" and "(Home)" in data["en"][2]
    archive = ways("uk/novyny/2026/index.html")
    assert archive["hsb"][0] == "hsb/nowinki/2026/index.html" and "(" not in archive["hsb"][2]


def test_what_is_read_out_begins_with_what_is_seen(built: Town) -> None:
    """WCAG 2.5.3: who says aloud what stands there must be understood."""
    for path, html in pages(built):
        for *_, more, words in switcher(html):
            label = re.search(r'aria-label="([^"]*)"', more)
            seen = re.sub(r"<[^>]*>", "", words)
            assert ("(" in seen) == bool(label) and (not label or label[1].startswith(seen)), path


def alternates(html: str) -> dict[str, str]:
    found = _ALTERNATE.findall(html)
    assert len(dict(found)) == len(found)
    return dict(found)


def alternates_answer_each_other(built: Town) -> None:
    by_address = {BASE + path.removesuffix("index.html"): html for path, html in pages(built)}
    for address, html in by_address.items():
        told = alternates(html)
        (own,) = re.findall(r'<html lang="([^"]*)"', html)
        exact = {lang for _, lang, _, _, _, words in switcher(html) if "(" not in words}
        if len(exact) == 1 or 'content="noindex"' in html:
            assert told == {}, address
            continue
        assert set(told) == {*exact, "x-default"} and told[own] == address
        assert told["x-default"] == told["de"]
        assert f'<link rel="canonical" href="{address}">' in html
        assert f'<meta property="og:url" content="{address}">' in html
        for there in told.values():
            assert alternates(by_address[there]) == told, (address, there)


def test_alternates_are_complete_reciprocal_and_only_of_what_exists(built: Town) -> None:
    alternates_answer_each_other(built)
    assert set(alternates(built.read("kontakt/index.html"))) == {"de", "en", "ar", "x-default"}
    assert alternates(built.read("projekte/park/index.html")) == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_mix_of_translations_has_a_dead_way_or_one_that_nothing_answers(empty: Town, seed: int) -> None:
    chance = random.Random(seed)
    empty.write(mixes.town(chance))
    drafts = chance.random() < 0.5
    empty.build(drafts=drafts, memo=False)

    no_link_of_the_switcher_is_dead(empty)
    alternates_answer_each_other(empty)
    the_sitemap_says_what_the_pages_say(empty)
    plan = empty.plan(drafts=drafts)
    origins = {file.path: file.origin for file in plan.files}
    outdated = {row.path for row in coverage.standings(plan.site) if row.state == "outdated"}
    noticed = {origins[path] for path, html in pages(empty) if re.search(r'<p class="notice">.*hreflang="de">', html)}
    assert noticed == outdated & set(origins.values())


def test_the_sitemap_says_what_the_pages_say(built: Town) -> None:
    the_sitemap_says_what_the_pages_say(built)

    sitemap = built.read("sitemap.xml")
    for inside in ("en/kontakt/", "ar/lughat/", "hsb/", "uk/novyny/2026/park/"):
        assert f"<loc>{BASE}{inside}</loc>" in sitemap
    assert f"<loc>{BASE}ru/kontakt/</loc>" not in sitemap


def the_sitemap_says_what_the_pages_say(built: Town) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.fromstring(built.read("sitemap.xml"))
    told = {
        entry.findtext("s:loc", "", names): {
            one.get("hreflang"): one.get("href") for one in entry.findall("x:link", names)
        }
        for entry in root.findall("s:url", names)
    }

    assert len(told) == len(root)
    for address, others in told.items():
        html = built.read(address.removeprefix(BASE) + "index.html")
        assert others == alternates(html), address


def test_a_draft_has_no_alternates(many: Town) -> None:
    many.write({"pages/kontakt.md": KONTAKT.replace("title:", "draft: yes\ntitle:", 1)})

    many.build(drafts=True)

    assert alternates(many.read("kontakt/index.html")) == {} and "kontakt" not in many.read("sitemap.xml")
    assert len(switcher(many.read("kontakt/index.html"))) == len(LANGUAGES)


def test_a_site_in_one_language_says_nothing_of_others(town: Town) -> None:
    town.build()

    for path, html in pages(town):
        assert not re.search(r"hreflang|class=\"tongues\"|og:locale:alternate|/sprachen/", html), path
    assert not (town.output / "sprachen").exists() and "xhtml" not in town.read("sitemap.xml")


def test_programs_are_told_the_language_of_each_page(built: Town) -> None:
    page = built.read("en/kontakt/index.html")
    news = built.read("uk/novyny/2026/park/index.html")

    assert '<meta property="og:locale" content="en_GB">' in page
    assert re.findall(r'og:locale:alternate" content="([^"]*)"', page) == ["de_DE", "ar_AR"]
    assert 'title="en-Viertel: News" href="../../en/news/feed.xml"' in page
    blocks = json.loads(re.findall(r"ld\+json\">(.*?)</script>", news)[0])["@graph"]
    (article,) = (block for block in blocks if block["@type"] == "NewsArticle")
    assert (article["inLanguage"], article["url"]) == ("uk", f"{BASE}uk/novyny/2026/park/")
    (crumbs,) = (block for block in blocks if block["@type"] == "BreadcrumbList")
    assert [one["item"].removeprefix(BASE) for one in crumbs["itemListElement"]] == [
        "uk/",
        "uk/novyny/",
        "uk/novyny/2026/",
        "uk/novyny/2026/park/",
    ]
    assert f"body={BASE}uk/novyny/2026/park/".replace(":", "%3A") in news


def test_the_notice_of_an_outdated_translation_names_its_day_and_leads_to_the_german_text(built: Town) -> None:
    assert "notice" not in built.read("en/kontakt/index.html")
    assert "It is not recorded" not in built.read("en/kontakt/index.html")
    built.write({"pages/kontakt.md": KONTAKT.replace("Linie 1.", "Linie 1 und Linie 5.")})

    built.build()

    page = built.read("en/kontakt/index.html")
    assert "This translation of 1\u00a0November 2026 is older than the German text." in page
    assert '<a href="../../kontakt/" hreflang="de">Read the German text</a>' in page
    assert 'hreflang="de">Zum deutschen' not in built.read("kontakt/index.html")
    # Nobody knows what the Arabic one was made from, and no day is made up for it.
    assert "ليس مسجلاً" in built.read("ar/kontakt/index.html")

    translating.note(built.content, "content/pages/kontakt.en.md", date(2026, 11, 20), minor=False)
    built.build()
    assert "older than the German" not in built.read("en/kontakt/index.html")


def test_the_page_of_languages_counts_what_is_told_and_what_nobody_has_read(built: Town) -> None:
    def facts(path: str, lang: str) -> str:
        page = re.sub(r"<(?!h2)[^>]*>|\s+", " ", built.read(path).split("<main")[1])
        return re.sub(r"\s+", " ", next(part for part in page.split("<h2>") if NAMES[lang] in part[:60]))

    page = "en/languages/index.html"
    assert "Page: " not in facts(page, "de") and "Everything is available in German." in facts(page, "de")
    assert "Pages: 1 of 1 News: 0 of 1 Events: 1 of 1 Projects: 0 of 1" in facts(page, "en")
    assert "Menus and labels: not yet Translated texts: 0 of 2" in facts(page, "en")
    assert "Older than the German text" not in facts(page, "en")
    assert "Older than the German text Translated texts: 1 of 1" in facts(page, "ar")
    assert "Translated texts" not in facts(page, "ru")
    assert "Einfache Sprache" in facts("sprachen/index.html", "de-simple")
    assert "keine Leichte Sprache" in facts("sprachen/index.html", "de-simple")
    assert "01234 567-89" in built.read(page).split("<main")[1].split("</main")[0]
    for lang, prefix in PREFIXES.items():
        section = "sprachen" if lang == "de" else urls.spoken(urls.LANGUAGES, lang).rstrip("/").rpartition("/")[2]
        home = built.read(f"{prefix}index.html")
        assert f'href="{"../" if prefix else ""}{prefix}{section}/"' in home, lang


def test_somebody_who_has_read_a_text_or_the_words_is_counted(built: Town) -> None:
    file = built.content / "pages/kontakt.en.md"
    file.write_text(file.read_text("utf-8").replace("review: pending", "review: done"), "utf-8")
    built.write({"words/en.yaml": words_of("en").replace("review: pending", "review: done", 1)})

    built.build()

    page = re.sub(r"<[^>]*>|\s+", " ", built.read("sprachen/index.html"))
    assert len(re.findall(r"Menüs und feste Wörter: ja", page)) == 1
    assert re.search(r"Menüs und feste Wörter: ja\s+Übersetzte Texte: 1 von 2", page)


def test_the_page_for_wrong_addresses_leads_home_in_every_language(built: Town) -> None:
    page = built.read("404.html")

    assert alternates(page) == {}
    for lang in LANGUAGES[1:]:
        assert f'href="/viertel/{PREFIXES[lang]}" lang="{lang}"' in page
        assert re.search(rf'<li lang="{lang}" dir="(ltr|rtl)">[^<]+: <a href="/viertel/{PREFIXES[lang]}"', page)
    assert "Page not found: " in page and "(" not in "".join(words for *_, words in switcher(page))


def test_feeds_name_their_language_and_mark_what_is_told_in_german(built: Town) -> None:
    atom, xml = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/XML/1998/namespace}lang"
    feeds = {
        lang: etree.fromstring(built.read(f"{PREFIXES[lang]}{section}/feed.xml"))
        for lang, section in (("de", "aktuelles"), ("en", "news"), ("uk", "novyny"))
    }

    entries = {lang: feed.find(f"{atom}entry") for lang, feed in feeds.items()}
    assert all(feed.get(xml) == lang for lang, feed in feeds.items())
    assert len({feed.findtext(f"{atom}id") for feed in feeds.values()}) == 3
    assert len({entry.findtext(f"{atom}id") for entry in entries.values() if entry is not None}) == 1
    german, ukrainian = entries["en"], entries["uk"]
    assert german is not None and ukrainian is not None
    marked = [one.tag.removeprefix(atom) for one in german if one.get(xml) == "de"]
    assert marked == ["title", "summary", "content"]
    assert [one.get("href") for one in german.iter(f"{atom}link")] == [f"{BASE}aktuelles/2026/park/"]
    assert [one.get(xml) for one in ukrainian.iter() if one.get(xml)] == []
    assert [one.get("href") for one in ukrainian.iter(f"{atom}link")] == [f"{BASE}uk/novyny/2026/park/"]
    told = json.loads(built.read("uk/novyny/feed.json"))
    assert (told["language"], told["home_page_url"], told["feed_url"]) == (
        "uk",
        f"{BASE}uk/",
        f"{BASE}uk/novyny/feed.json",
    )
    assert [item["language"] for item in told["items"]] == ["uk"]
    assert [item["language"] for item in json.loads(built.read("en/news/feed.json"))["items"]] == ["de"]


def test_calendars_say_in_their_language_what_is_cancelled(many: Town) -> None:
    event = (many.content / "events/2026-12-05-fest.md").read_text("utf-8")
    many.write({"events/2026-12-05-fest.md": event.replace("start:", "status: cancelled\nstart:", 1)})
    many.build()

    def entry(path: str) -> icalendar.Component:
        calendar = icalendar.Calendar.from_ical((many.output / path).read_bytes())
        (found,) = calendar.walk("VEVENT")
        return found

    german, english, arabic = map(entry, ("termine/termine.ics", "en/events/termine.ics", "ar/mawaid/termine.ics"))
    assert german["summary"] == "Abgesagt: Fest im Park" and "LANGUAGE" not in german["summary"].params
    assert english["summary"] == "Cancelled: Party in the park"
    assert [english[key].params["LANGUAGE"] for key in ("summary", "description", "location")] == ["en", "en", "de"]
    assert arabic["summary"] == "أُلغي: Fest im Park" and arabic["summary"].params["LANGUAGE"] == "de"
    assert "LANGUAGE" not in arabic["description"].params
    assert english["url"] == f"{BASE}en/events/2026/fest/"
    assert german["uid"] == english["uid"] == arabic["uid"]
    name = icalendar.Calendar.from_ical((many.output / "uk/podii/termine.ics").read_bytes())["x-wr-calname"]
    assert name == "uk-Viertel: Події"


EDITS: dict[str, dict[str, str | bytes | None]] = {
    "the word of a section in another language": {
        "words/uk.yaml": words_of("uk").replace("events: Події", "events: Заходи", 1)
    },
    "what is read out of a language": {
        "words/ru.yaml": words_of("ru").replace("этой страницы на русском", "страницы по-русски")
    },
    "the words were read by somebody": {"words/ar.yaml": words_of("ar").replace("pending", "done", 1)},
    "a translation is new": {
        "news/2026-03-14-park.ru.md": "---\ntitle: Парк открыт\nsummary: Со среды.\n---\nСнова.\n"
    },
    "a translation has gone": {"pages/kontakt.ar.md": None},
    "the source of a translation is another": {"pages/kontakt.md": KONTAKT.replace("Linie 1.", "Linie 8.")},
    "a translated story has gone": {
        "events/2026-12-05-fest.md": None,
        "events/2026-12-05-fest.en.md": None,
    },
    "a language is left out": {"site.yaml": SITE + "languages: [de, en, ar]\n"},
    "all but German are left out": {"site.yaml": SITE},
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_remembered_of_other_languages_is_what_a_clean_build_says(many: Town, edit: str) -> None:
    seen_everywhere(many, EDITS[edit])


def test_a_word_of_another_language_that_no_german_page_says_changes_no_german_page(built: Town) -> None:
    before = {path: (built.output / path).stat().st_mtime_ns for path, _ in pages(built)}
    built.write({"words/uk.yaml": words_of("uk").replace("skip: ", "skip: Тут ", 1)})

    built.build()

    after = {path: (built.output / path).stat().st_mtime_ns for path, _ in pages(built)}
    changed = {path for path in before if before[path] != after[path]}
    assert changed and all(path.startswith("uk/") for path in changed)


@needed
@pytest.mark.parametrize("page", ["index.html", "projekte/park/index.html", "ar/index.html", "uk/movy/index.html"])
def test_the_switcher_wraps_on_a_phone_and_hides_no_telephone_number(real: Visitor, built: Town, page: str) -> None:
    visitor = Visitor(real.browser, built.output)
    for width in (320, 360):
        with visitor.visit(page, width, 640) as visit:
            assert visit.ask(WIDER) <= 0
            assert visit.ask(SMALL_CONTROLS, 24) == []
            heights = visit.ask(
                "() => [...document.querySelectorAll('.tongues a')].map(a => a.getBoundingClientRect().height)"
            )
            assert len(heights) == len(LANGUAGES) and min(heights) >= 36
    with visitor.visit(page, 360, 640) as visit:
        large_text(visit, 200)
        assert visit.ask(WIDER) <= 0
        assert visit.ask("() => document.querySelector('.reach bdi').getBoundingClientRect().bottom") <= 640
    with visitor.visit(page, 1280, 800) as visit:
        visit.page.emulate_media(media="print")
        assert not visit.page.locator(".tongues").is_visible()


@needed
@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (AXE_JS names axe.min.js)")
@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
def test_axe_finds_nothing_in_switcher_notice_and_page_of_languages(real: Visitor, built: Town, scheme: Scheme) -> None:
    pages = (
        "sprachen/index.html",
        "ar/lughat/index.html",
        "ar/kontakt/index.html",
        "404.html",
        "projekte/park/index.html",
    )
    for page in pages:
        for width in (320, 1280):
            with Visitor(real.browser, built.output, "/viertel/").visit(page, width, 800, scheme) as visit:
                assert violations(visit) == [], (page, width)
                assert visit.ask(WIDER) <= 0
