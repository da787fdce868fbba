"""Translations: what may stand in them, whether they are current, and how far the site is translated."""

import json
import pickle
import re
from datetime import date

import pytest

from pressroom import coverage, pipeline, translating
from pressroom.galley import Galley
from pressroom.problems import ContentError, Problem
from tests.afresh import seen_everywhere
from tests.test_commands import places, run
from tests.town import EVENT, KONTAKT, SITE, WORDS, Town
from tests.village import png

ENGLISH = "---\ntitle: Contact\nsummary: How to reach us.\n---\nGive us a call.\n\n## By bus\n\nLine 1.\n"
FILE = "pages/kontakt.en.md"


@pytest.fixture
def told(town: Town) -> Town:
    town.write({FILE: ENGLISH})
    translating.note(town.content, "content/pages/kontakt.en.md", date(2026, 11, 1), minor=False)
    return town


def said(town: Town) -> list[Problem]:
    return [one for one in town.check() if one.code.startswith(("translation", "words"))]


def test_a_translation_that_says_what_its_source_says_is_current(told: Town) -> None:
    assert said(told) == []
    assert "  review: pending\n" in (told.content / FILE).read_text("utf-8")


def test_a_paragraph_written_anew_makes_it_outdated_and_names_the_line(told: Town) -> None:
    told.write({"pages/kontakt.md": KONTAKT.replace("Linie 1.", "Linie 1 und Linie 5.")})

    (one,) = said(told)

    assert (one.code, one.path) == ("translation-outdated", "content/pages/kontakt.en.md")
    assert "kontakt.md, Zeile 9" in one.message


def test_spaces_and_ends_of_lines_are_no_change(told: Town) -> None:
    told.write({"pages/kontakt.md": KONTAKT.replace("Linie 1.", "Linie  1.  ").replace("\n", "\r\n")})

    assert said(told) == []


def test_a_minor_edit_is_noted_in_all_translations_and_leaves_their_day(told: Town) -> None:
    told.write({"pages/kontakt.md": KONTAKT.replace("Rufen Sie an.", "Rufen Sie uns an.")})
    assert [one.code for one in said(told)] == ["translation-outdated"]

    translating.note(told.content, "content/pages/kontakt.md", date(2026, 11, 20), minor=True)

    assert said(told) == []
    assert "  date: 2026-11-01\n" in (told.content / FILE).read_text("utf-8")


def test_what_is_noted_changes_nothing_else_of_the_file(town: Town) -> None:
    town.write({FILE: ENGLISH.replace("\n", "\r\n").encode("utf-8-sig")})
    before = (town.content / FILE).read_bytes()

    translating.note(town.content, "pages/kontakt.en.md", date(2026, 11, 1), minor=False)

    after = (town.content / FILE).read_bytes()
    group = after[after.index(b"translated:") : after.index(b"\r\n---", 10) + 2]
    assert after.replace(group, b"") == before and group.count(b"\n") == group.count(b"\r\n") == 4


def test_noting_twice_writes_once_and_keeps_a_review(told: Town) -> None:
    file = told.content / FILE
    file.write_text(file.read_text("utf-8").replace("review: pending", "review: done"), "utf-8")

    (noted,) = translating.note(told.content, "content/pages/kontakt.en.md", date(2026, 11, 1), minor=False)

    assert not noted.written and "review: done" in file.read_text("utf-8")


def test_a_translation_without_a_mark_says_so(town: Town) -> None:
    town.write({FILE: ENGLISH})

    assert [one.code for one in said(town)] == ["translation-unmarked"]


def test_the_german_text_is_no_translation(town: Town) -> None:
    with pytest.raises(translating.Refused, match=r"kontakt\.en\.md"):
        translating.note(town.content, "content/pages/kontakt.md", date(2026, 11, 1), minor=False)
    with pytest.raises(translating.Refused, match="noch keine"):
        translating.note(town.content, "content/pages/kontakt.md", date(2026, 11, 1), minor=True)
    with pytest.raises(translating.Refused, match=r"Meinten Sie „content/pages/kontakt\.md“"):
        translating.note(town.content, "content/pages/kontkat.md", date(2026, 11, 1), minor=False)


def test_coverage_counts_every_story_in_every_language(told: Town) -> None:
    rows = coverage.standings(pipeline.plan(told.job()).site)

    english = {row.path: row.state for row in rows if row.lang == "en"}
    assert english["content/pages/kontakt.en.md"] == "current"
    assert english["content/news/2026-03-14-park.md"] == "missing"
    assert {row.state for row in rows if row.lang == "ar"} == {"missing"}


def test_the_command_prints_coverage_for_people_and_programs(told: Town) -> None:
    told.write({"pages/kontakt.md": KONTAKT.replace("Linie 1.", "Linie 7.")})

    text = run("translations", *places(told)).stdout
    rows = json.loads(run("translations", "--format", "json", *places(told)).stdout)

    assert "veraltet: content/pages/kontakt.en.md (übersetzt am 2026-11-01)" in text
    assert [row["state"] for row in rows if row["path"].endswith("kontakt.en.md")] == ["outdated"]


def test_a_language_appears_only_where_the_settings_want_it(told: Town) -> None:
    told.write({"words/en.yaml": "review: pending\nskip: Skip to content\n"})
    told.build()
    assert not (told.output / "en").exists()

    told.write({"site.yaml": SITE + "languages: [de, en]\n"})
    plan = pipeline.plan(told.job())

    paths = {file.path for file in plan.files}
    assert {"en/index.html", "en/kontakt/index.html", "en/news/index.html", "en/search/index.html"} <= paths
    assert "en/events/fest/index.html" not in paths


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("skipp: Skip\n", "words-unknown"),
        ("sikp: Skip\n", "words-unknown"),
        ("skip:\n  one: Skip\n  other: Skips\n", "words-form"),
        ('from: "since {month}"\n', "words-gap"),
    ],
)
def test_words_are_held_against_the_german_ones(town: Town, text: str, code: str) -> None:
    town.write({"words/en.yaml": f"review: pending\n{text}"})

    found = [(one.code, one.line) for one in said(town) if one.code != "words-missing"]

    assert found == [(code, 2)]


def test_missing_words_are_counted_one_by_one(town: Town) -> None:
    town.write({"words/en.yaml": "review: pending\nskip: Skip to content\n"})

    missing = [one for one in said(town) if one.code == "words-missing"]

    keys = [line for line in WORDS.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(missing) == len(keys) - 1 and all("Zeile" in one.cure for one in missing)


def test_a_language_nobody_speaks_here(town: Town) -> None:
    town.write({"words/fr.yaml": "skip: Aller au contenu\n"})

    assert [(one.code, one.path) for one in said(town)] == [("words-language", "content/words/fr.yaml")]


def test_a_word_that_is_counted_has_every_form_of_its_language(town: Town) -> None:
    german = WORDS + 'sheets:\n  one: "{count} Seite"\n  other: "{count} Seiten"\n'
    ukrainian = 'review: pending\nsheets:\n  one: "{count} сторінка"\n  other: "{count} сторінки"\n'
    town.write({"words/de.yaml": german, "words/uk.yaml": ukrainian})

    (one,) = [one for one in said(town) if one.code != "words-missing"]

    assert (one.code, one.line) == ("words-plural", 2) and "few, many" in one.message


def test_without_the_german_words_nothing_is_built(town: Town) -> None:
    town.write({"words/de.yaml": None})

    assert [(one.code, one.path) for one in said(town)] == [("words-none", "content/words/de.yaml")]


@pytest.fixture
def english(told: Town) -> Town:
    """The town in German and English."""
    told.write(
        {
            "site.yaml": SITE + "languages: [de, en]\n",
            "words/en.yaml": "review: pending\nskip: Skip to content\n",
            "site.en.yaml": "title: Sampletown\nclaim: To try\ndescription: Made up.\nmenu: {kontakt: Contact}\n",
        }
    )
    return told


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("site.en.yaml", "Sampletown", "Exampleville"),
        ("words/en.yaml", "Skip to content", "Go to content"),
        (FILE, "title: Contact", "title: Get in touch"),
        (FILE, "Give us a call.", "Call us."),
    ],
)
def test_what_a_translation_says_is_on_every_page_that_says_it(
    english: Town, file: str, before: str, after: str
) -> None:
    text = (english.content / file).read_text("utf-8")

    seen_everywhere(english, {file: text.replace(before, after)})


def test_a_word_without_a_value_is_missing_at_its_line(town: Town) -> None:
    town.write({"words/en.yaml": "review: pending\nskip:\n"})

    assert [one.code for one in said(town) if one.line == 2] == ["words-missing"]


SETTINGS = "title: Sampletown\nclaim: To try\ndescription: Made up.\n"


def test_the_words_of_the_settings_are_held_against_the_german_ones(town: Town) -> None:
    town.write({"site.en.yaml": SETTINGS})
    assert [(one.code, one.path) for one in said(town)] == [("translation-unmarked", "content/site.en.yaml")]

    translating.note(town.content, "content/site.en.yaml", date(2026, 11, 1), minor=False)
    assert said(town) == []

    line = next(number for number, text in enumerate(SITE.splitlines(), 1) if text.startswith("claim:"))
    town.write({"site.yaml": SITE.replace("claim: ", "claim: Wirklich ")})
    (one,) = said(town)
    assert (one.code, one.path) == ("translation-outdated", "content/site.en.yaml")
    assert f"site.yaml, Zeile {line}" in one.message


def test_what_is_noted_in_settings_changes_nothing_else_of_the_file(town: Town) -> None:
    town.write({"site.en.yaml": SETTINGS.replace("\n", "\r\n").rstrip().encode()})

    translating.note(town.content, "site.en.yaml", date(2026, 11, 1), minor=False)
    translating.note(town.content, "site.en.yaml", date(2026, 11, 2), minor=False)

    after = (town.content / "site.en.yaml").read_bytes()
    assert after.startswith(SETTINGS.replace("\n", "\r\n").encode() + b"translated:\r\n  date: 2026-11-02\r\n")
    assert after.count(b"translated:") == 1 and after.count(b"\n") == after.count(b"\r\n") == 7


@pytest.mark.parametrize("group", ["menu: {kontakte: Contact}", "topics: {stadteil: District}"])
def test_words_for_what_the_settings_do_not_name_are_told_at_their_line(town: Town, group: str) -> None:
    town.write({"site.en.yaml": f"{SETTINGS}{group}\n"})

    (one,) = [one for one in said(town) if one.code != "translation-unmarked"]

    assert (one.code, one.line) == ("translation-key", 4)


def test_a_day_of_every_year_is_said_in_the_language_of_the_page(town: Town) -> None:
    day = "yearly:\n  - title: Europatag\n    rule: Jedes Jahr am 9. Mai.\n    text: Er erinnert an etwas.\n"
    english = "yearly:\n  Europatag: {title: Europe Day, rule: Every year on 9 May., text: It recalls something.}\n"
    town.write(
        {
            "site.yaml": f"{SITE}{day}languages: [de, en]\n",
            "site.en.yaml": f"{SETTINGS}{english}",
            "words/en.yaml": "review: pending\n",
        }
    )
    town.build()
    page = town.read("en/events/index.html")

    assert "Every year on 9 May." in page and "Jedes Jahr am 9. Mai." not in page


def test_headings_of_a_translation_bear_the_german_marks_and_its_links_know_them(town: Town) -> None:
    town.write({"site.yaml": SITE + "languages: [de, en]\n", "words/en.yaml": "review: pending\n"})
    town.write({FILE: ENGLISH.replace("a call.", "a [call](#mit-dem-bus).")})
    town.build()

    assert '<h2 id="mit-dem-bus">By bus</h2>' in town.read("en/kontakt/index.html")


def test_where_a_translation_has_other_headings_every_german_mark_leads_somewhere(town: Town) -> None:
    more = "\n### Abends\n\nLinie 2.\n\n## Zu Fuß\n\nGeradeaus.\n\n## Mit dem Rad\n\nAm Fluss.\n"
    town.write({"site.yaml": SITE + "languages: [de, en]\n", "words/en.yaml": "review: pending\n"})
    town.write({"pages/kontakt.md": KONTAKT + more, FILE: ENGLISH + "\n## On foot\n\nStraight on.\n"})
    town.build()

    html = town.read("en/kontakt/index.html")
    assert '<h2 id="mit-dem-bus">By bus</h2>' in html
    assert '<span id="abends"></span><h2 id="mit-dem-bus">' in html
    assert '<span id="mit-dem-rad"></span><h2 id="zu-fuss">On foot</h2>' in html


def without(key: str) -> str:
    """The German words without one."""
    return re.sub(rf"(?m)^{key}:.*\n", "", WORDS)


def test_a_word_that_german_lost_is_told_once_with_the_lines_that_still_hold_it(town: Town) -> None:
    text = "review: pending\nmoved_to: {}\n"
    town.write(
        {
            "words/de.yaml": without("moved_to"),
            "words/en.yaml": text.format("Here"),
            "words/uk.yaml": text.format("Тут"),
        }
    )

    (one,) = [one for one in town.check() if one.severity == "error"]

    assert (one.code, one.path) == ("words-lost", "content/words/de.yaml")
    assert "„moved_to“" in one.message
    assert "content/words/en.yaml, Zeile 2, content/words/uk.yaml, Zeile 2" in one.message


@pytest.mark.parametrize("key", ["skip", "status_scheduled", "shelf_newest", "search_found", "news", "when_hours"])
def test_a_word_that_a_page_needs_and_no_language_has_is_no_traceback(town: Town, key: str) -> None:
    town.write({"words/de.yaml": without(key)})

    done = run("build", *places(town))

    assert "Traceback" not in done.stderr + done.stdout
    if key not in ("status_scheduled", "shelf_newest"):
        assert f"Das Wort „{key}“ fehlt in content/words/de.yaml." in done.stderr + done.stdout
        galley = Galley(town.job())
        assert galley.get("suche/index.html") is None or galley.get("termine/2026/fest/index.html") is None
        assert [one.code for one in galley.problems] == ["words-lost"]


def test_a_word_that_is_counted_and_has_lost_its_forms_is_no_traceback(town: Town) -> None:
    bare = re.sub(r"(?m)^series_times:\n(  .*\n)+", "series_times: Termine\n", WORDS)
    town.write({"words/de.yaml": bare})
    series = EVENT.replace("place: park", "place: park\nrepeat: {every: week, times: 3}")
    town.write({"events/reihe.md": series})

    assert [(one.code, one.path) for one in said(town)] == [("words-form", "content/words/de.yaml")]


def test_mistakes_survive_the_way_from_another_process() -> None:
    error = ContentError([Problem("a", 1, 2, "words-lost", "error", "m", "c")])

    assert pickle.loads(pickle.dumps(error)).problems == error.problems


SHOWN = "![](../media/platz.png)\n\n![](../media/turm.png)\n"
PICTURES = {
    f"media/{name}.{suffix}": data
    for name in ("park", "platz", "turm")
    for suffix, data in (("png", png("#8ec3dd")), ("yaml", f"alt: Das ist {name}.\nauthor: Stadt\npeople: no\n"))
}
DESCRIBED = ENGLISH.replace("\n---\nGive", "\nalt:\n  park.png: The park.\n  platz.png: The square.\n---\nGive")


@pytest.fixture
def pictured(english: Town) -> Town:
    """The town in two languages with three pictures on a page; the translation describes two."""
    source = KONTAKT.replace("summary: So erreichen Sie uns.", "summary: So erreichen Sie uns.\npicture: park.png")
    english.write({**PICTURES, "pages/kontakt.md": source + "\n" + SHOWN, FILE: DESCRIBED + "\n" + SHOWN})
    return english


def test_pictures_are_described_in_the_language_of_the_page_or_in_german_that_says_so(pictured: Town) -> None:
    pictured.build()

    there, here = pictured.read("en/kontakt/index.html"), pictured.read("kontakt/index.html")
    described = dict(re.findall(r'<img[^>]* alt="([^"]+)"((?: lang="de" dir="ltr")?)', there))
    assert described["The square."] == "" and described["Das ist turm."] == ' lang="de" dir="ltr"'
    assert "Das ist platz." not in there and "The square." not in here


def test_a_description_that_is_changed_is_on_the_page(pictured: Town) -> None:
    pictured.build()
    pictured.write({FILE: (pictured.content / FILE).read_text("utf-8").replace("The square.", "The big square.")})

    pictured.build()

    assert 'alt="The big square."' in pictured.read("en/kontakt/index.html")


def test_a_description_of_what_the_story_does_not_show_is_told_at_its_line(pictured: Town) -> None:
    pictured.write({FILE: DESCRIBED.replace("platz.png", "plats.png")})

    (one,) = [one for one in said(pictured) if one.code == "translation-picture"]

    assert (one.path, one.line) == (f"content/{FILE}", 6)
    assert "Meinten Sie „platz.png“?" in one.message and "park.png, platz.png, turm.png" in one.cure


def test_a_translation_begins_with_the_german_text_beside_it(pictured: Town) -> None:
    pictured.write({FILE: None})
    source = (pictured.content / "pages/kontakt.md").read_text("utf-8")
    pictured.write({"pages/kontakt.md": source + "\n<!-- still here -->\n\nZum Schluss.\n"})

    done = run("new", "translation", "content/pages/kontakt.md", "en", "--content", str(pictured.content))

    assert done.returncode == 0 and "build.py translated" in done.stdout
    text = (pictured.content / FILE).read_text("utf-8")
    assert text.startswith("---\n# Zeilen mit #") and "\n# Deutsch: Kontakt\ntitle:\n" in text
    assert "\nalt:\n  # Deutsch: Das ist park.\n  park.png:\n  # Deutsch: Das ist platz.\n  platz.png:\n" in text
    assert "\n<!--\nRufen Sie an.\n-->\n" in text and "\n<!--\n## Mit dem Bus\n-->\n" in text
    assert {one.code for one in pictured.check() if one.severity == "error"} == {"field-empty"}


def test_a_translation_that_was_begun_and_filled_in_shows_nothing_of_the_german_text(english: Town) -> None:
    english.write({FILE: None})
    run("new", "translation", "pages/kontakt", "en", "--content", str(english.content))
    run("new", "translation", "content/pages/kontakt.md", "en", "--content", str(english.content))
    begun = (english.content / FILE).read_text("utf-8")
    filled = begun.replace("\ntitle:", "\ntitle: Contact").replace("\nsummary:", "\nsummary: How to reach us.")
    english.write({FILE: filled.replace("Rufen Sie an.\n-->", "Rufen Sie an.\n-->\nCall us.")})

    english.build()

    page = english.read("en/kontakt/index.html")
    assert "<p>Call us.</p>" in page and "Rufen Sie an." not in page and "Linie 1." not in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["translation", "content/pages/kontakt.md"], "In welche Sprache?"),
        (["translation", "content/pages/kontakt.md", "fr"], "fr gibt es nicht. Möglich sind: hsb"),
        (["translation", "content/pages/kontakt.en.md", "uk"], "ist kein deutscher Beitrag"),
        (["translation", "content/pages/kontakt.md", "en"], "gibt es schon"),
        (["translation", "content/pages/kontat.md", "uk"], "Meinten Sie „content/pages/kontakt.md“"),
        (["news", "Ein", "en"], "Nur eine Übersetzung hat eine Sprache"),
    ],
)
def test_what_cannot_be_begun_says_why(told: Town, given: list[str], said: str) -> None:
    before = (told.content / FILE).read_bytes()

    done = run("new", *given, "--content", str(told.content))

    assert done.returncode == 2 and said in done.stderr.replace("'", "")
    assert (told.content / FILE).read_bytes() == before


def test_coverage_says_what_to_do_next(told: Town) -> None:
    told.write({"pages/kontakt.md": KONTAKT.replace("Linie 1.", "Linie 7.")})

    lines = run("translations", *places(told)).stdout.splitlines()

    assert sum("als Nächstes" in line for line in lines) == 6
    assert any(line.endswith("„build.py translated content/pages/kontakt.en.md“") for line in lines)
    assert "  als Nächstes: „build.py new translation content/pages/kontakt.md uk“" in lines
