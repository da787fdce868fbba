"""Sheets to be read in the hand or pinned up, A4: of projects, of news, and cards to cut out."""

import re
from datetime import date

import pytest

from pressroom.outputs.papers import cards, news, offers, projects
from pressroom.outputs.papers.flow import flow
from tests.afresh import equal_with_sheets
from tests.sheets import MM, Paper, outside, papers
from tests.town import KONTAKT, NEWS, PROJECT, ROOT, SITE, TODAY, Town

LEAFLETS = (projects.sheets, news.sheets, cards.sheets)
PARK = "de projekte/park/projektblatt-a4.pdf"
OPEN = "de aktuelles/2026/park/aushang-a4.pdf"
CARDS = "de kontakt/kontaktkarten-a4.pdf"
TONGUES = {
    "ar": ("الحديقة الجديدة", "أرض مهجورة تتحول إلى حديقة."),
    "uk": ("Новий парк", "Пустир перетворюється на парк."),
    "hsb": ("Nowy park za naš měšćanski dźěl", "Z lada so park stanje."),
}


def many(town: Town) -> dict[str, Paper]:
    return {one.path: one for one in papers(town.content, TODAY, LEAFLETS)}


def spoken(town: Town) -> None:
    """A town that is told in other languages, too."""
    words = {f"words/{lang}.yaml": (ROOT / "content/words" / f"{lang}.yaml").read_text("utf-8") for lang in TONGUES}
    town.write({"site.yaml": f"{SITE}languages: [{', '.join(TONGUES)}]\n", **words})
    for lang, (title, summary) in TONGUES.items():
        told = f"---\ntitle: {title}\nsummary: {summary}\n---\n## {title}\n\n{summary}\n"
        for path in ("projects/park", "news/2026-03-14-park", "pages/kontakt"):
            town.write({f"{path}.{lang}.md": told.replace(title, f"{title} 2") if "news" in path else told})


class TestTheSheetAboutAProject:
    def test_says_what_a_funder_asks_for(self, town: Town) -> None:
        more = "partners: [verein]\nupdated: 2026-11-01\nsources:\n  - title: Protokoll\n    url: https://muster.example/a_b\n"
        town.write({"projects/park.md": PROJECT.replace("aims:", f"{more}aims:")})
        sheet = many(town)[PARK]

        for words in (
            "Vorhaben · ESF · abgeschlossen",
            "Der neue Park",
            "Aus einer Brache wird ein Park.",
            "Zeitraum Januar 2020 bis Dezember 2021",
            "Was erreicht werden sollte • Mehr Grün im Viertel.",
            "Was daraus geworden ist Der Park ist offen.",
            "Europäischer Sozialfonds (ESF) 2014–2020",
            "1.000 €",
            "Beteiligt Parkverein",
            "Kontakt: Musterstadt, 01234 567-89",
            "Zuletzt geändert am 1. November 2026.",
        ):
            assert words in sheet.text.replace("\u00a0", " "), words
        assert "Protokoll: muster.example/a_b" in sheet.text.replace("\u200b", "")
        assert (sheet.pages, sheet.size, sheet.misfits) == (1, (210, 297), ())
        assert sheet.codes == ["https://muster.example/viertel/projekte/park/"]

    def test_shows_the_emblem_with_the_words_of_the_programme(self, town: Town) -> None:
        sheet = many(town)[PARK]
        site = SITE.replace("fund: Europäischer Sozialfonds", "fund: Europäischer Sozialfonds Plus")
        site = site.replace("union: Europäische Union", "union: Kofinanziert von der Europäischen Union")
        project = PROJECT.replace("esf-2014-2020", "esf-plus-2021-2027").replace("2020-01", "2023-01")
        town.write({"site.yaml": site, "projects/park.md": project.replace("2021-12", "2024-12")})
        plus = many(town)[PARK]

        assert sheet.emblem[1] == pytest.approx(20, abs=0.5)
        assert "Europäische Union Europäischer Sozialfonds" in sheet.text
        assert "Kofinanziert von der Europäischen Union" in plus.text
        assert {face.split("-")[0] for face in sheet.faces} == {"NotoSans", "EBGaramond"}

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ("esf-2014-2020", "other", "nicht aus dem ESF-Programm"),
            ("status: completed", "status: unconfirmed", "hier nicht belegt"),
        ],
    )
    def test_shows_nothing_of_the_kind_where_the_fund_does_not_pay(
        self, town: Town, before: str, after: str, said: str
    ) -> None:
        project = PROJECT.replace("esf-2014-2020", "other").replace(before, after)
        town.write({"projects/park.md": project})
        sheet = many(town)[PARK]

        assert said in sheet.text
        assert "Europäische" not in sheet.text
        assert sheet.emblem[1] < 5
        assert not any("Garamond" in face for face in sheet.faces)

    def test_says_that_nothing_is_known_of_what_came_of_it(self, town: Town) -> None:
        town.write({"projects/park.md": PROJECT.replace("results: [Der Park ist offen.]\n", "")})

        assert "Was daraus geworden ist Ergebnisse liegen hier nicht vor." in many(town)[PARK].text

    def test_of_a_draft_there_is_none(self, town: Town) -> None:
        town.write({"projects/park.md": PROJECT.replace("status:", "draft: yes\nstatus:")})

        assert PARK not in many(town)
        town.build(papers=True, drafts=True)
        assert "projektblatt" not in town.read("projekte/park/index.html")

    def test_takes_a_second_page_before_anybody_needs_a_glass(self, town: Town) -> None:
        aims = "".join(
            f"  - Ziel {number} – Nachbarn lernen einander kennen und helfen sich.\n" for number in range(45)
        )
        town.write({"projects/park.md": PROJECT.replace("aims: [Mehr Grün im Viertel.]", f"aims:\n{aims}".rstrip())})
        sheet = many(town)[PARK]

        assert (sheet.pages, sheet.misfits, outside(sheet, 8)) == (2, (), [])
        assert all(f"Ziel {number} –" in sheet.text for number in range(45))
        assert "Seite 1 von 2" in sheet.text and "Seite 2 von 2" in sheet.text

    def test_a_third_page_is_told(self, town: Town) -> None:
        aims = "".join(
            f"  - Ziel {number} – Nachbarn lernen einander kennen und helfen sich.\n" for number in range(150)
        )
        town.write({"projects/park.md": PROJECT.replace("aims: [Mehr Grün im Viertel.]", f"aims:\n{aims}".rstrip())})

        assert "paper-pages" in [one.code for one in town.check(papers=True)]


class TestNewsToPinUp:
    def test_tells_the_whole_story(self, town: Town) -> None:
        sheet = many(town)[OPEN]

        for words in (
            "14. März 2026",
            "Der Park ist offen",
            "Seit Mittwoch kann man wieder",
            "Der Park ist wieder offen,",
        ):
            assert words in sheet.text.replace("\u00a0", " ")
        assert "Adressen im Text 1. muster.example/viertel/projekte/park" in sheet.text.replace("\u200b", "")
        assert (sheet.pages, sheet.size, sheet.misfits) == (1, (210, 297), ())
        assert sheet.codes == ["https://muster.example/viertel/aktuelles/2026/park/"]
        assert sheet.emblem[1] >= 19

    def test_goes_over_more_pages_and_loses_nothing(self, town: Town) -> None:
        told = "\n\n".join(f"Absatz {number}. " + "Wir erzählen weiter. " * 12 for number in range(40))
        town.write({"news/2026-03-14-park.md": NEWS + "\n" + told + "\n"})
        sheet = many(town)[OPEN]

        assert sheet.pages > 2
        assert [f"Absatz {number}." in sheet.text for number in range(40)] == [True] * 40
        assert f"Seite {sheet.pages} von {sheet.pages}" in sheet.text
        assert (sheet.misfits, outside(sheet, 8)) == ((), [])

    def test_sets_all_that_an_editor_may_write(self, town: Town) -> None:
        text = """
## Was es gab

- Suppe
- Brot
    1. hell
    2. dunkel

> Schön war es.

| Wer | Was |
|---|---|
| Ada | *Geige* |

Bus
:   Linie 1

### Danach

**Alle** gingen H~2~O trinken.[^1] <small>Klein</small> [ein Wort]{lang=en} <q>Na</q>

[^1]: Wirklich.

<details><summary>Mehr</summary><p>Noch mehr.</p></details>

---

    für Geübte
"""
        town.write({"news/2026-03-14-park.md": NEWS + text})
        sheet = many(town)[OPEN]

        for words in ("Was es gab", "• Suppe", "1. hell", "Schön war es.", "Wer Was", "Ada Geige", "Bus", "Linie 1"):
            assert words in sheet.text, words
        for words in ("Danach", "Alle gingen", "Wirklich.", "Klein", "ein Wort", "Mehr", "Noch mehr.", "für Geübte"):
            assert words in sheet.text, words
        kinds = [kind for kind, _ in sheet.marks]
        assert {"/H1", "/H2", "/H3", "/L", "/Table", "/TH", "/Link"} <= set(kinds)
        assert "↩" not in sheet.text

    def test_leaves_out_a_sign_that_no_face_has_and_says_so_at_its_line(self, town: Town) -> None:
        town.write({"news/2026-03-14-park.md": NEWS + "\nAlle kamen. 🎉 Und → gingen.\n"})
        told = [one for one in town.check(papers=True) if one.code == "paper-sign"]

        assert {(one.path, one.line) for one in told} == {("content/news/2026-03-14-park.md", 10)}
        assert [one.message.split("„")[1][0] for one in told] == ["→", "🎉"]
        assert "Alle kamen. Und gingen." in many(town)[OPEN].text

    def test_is_there_for_the_newest_only(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(offers, "PINNED", 1)
        town.build(papers=True)
        assert "aushang-a4.pdf" in town.read("aktuelles/2026/park/index.html")

        town.write({"news/2026-04-01-neu.md": NEWS.replace("2026-03-14", "2026-04-01").replace("ist offen", "blüht")})
        town.build(papers=True)
        remembered = town.bytes()
        town.clear()
        town.build(papers=True, memo=False)

        assert "aushang-a4.pdf" not in town.read("aktuelles/2026/park/index.html")
        assert "aktuelles/2026/neu/aushang-a4.pdf" in remembered
        assert remembered == town.bytes()


class TestCardsToCutOut:
    def test_say_ten_times_whom_to_call(self, town: Town) -> None:
        town.write(
            {
                "site.yaml": SITE.replace(
                    "  phone: 01234 567-89\n", "  phone: 01234 567-89\n  hours: [Montag 14 bis 18 Uhr]\n"
                )
            }
        )
        sheet = many(town)[CARDS]
        text = sheet.text.replace("\u00a0", " ")

        for words in (
            "Musterviertel",
            "Strowotna studnja",
            "Telefon",
            "01234 567-89",
            "Marktplatz 1",
            "Montag 14 bis 18",
        ):
            assert text.count(words) == 10, words
        assert sheet.codes == ["https://muster.example/viertel/kontakt/"] * 10
        assert [kind for kind, _ in sheet.marks].count("/H1") == 1, "a voice reads one of them"

    def test_every_word_keeps_inside_its_card(self, town: Town) -> None:
        address = "Straße der Deutsch-Sorbischen Freundschaft 100, Hinterhaus links, 02625 Bautzen-Gesundbrunnen"
        town.write({"site.yaml": SITE.replace("Marktplatz 1, 01234 Musterstadt", address)})
        for left, lower, right, upper in many(town)[CARDS].boxes:
            across, up = (((left / MM - 20) / 85), ((lower / MM - 11) / 55))

            assert int(across) == int((right / MM - 20) / 85) and 0 <= across < 2
            assert int(up) == int((upper / MM - 11) / 55) and 0 <= up < 5

    def test_are_linked_from_the_contact_page_alone(self, town: Town) -> None:
        town.write({"pages/mehr.md": KONTAKT.replace("title: Kontakt", "title: Mehr")})
        town.build(papers=True)

        assert '<a href="../kontakt/kontaktkarten-a4.pdf">' in town.read("kontakt/index.html")
        assert "kontaktkarten" not in town.read("mehr/index.html")


class TestEverySheet:
    def test_speaks_the_language_of_its_story(self, town: Town) -> None:
        spoken(town)
        found = many(town)
        for lang in TONGUES:
            own = {path.split("/")[-1]: sheet for path, sheet in found.items() if path.startswith(f"{lang} ")}

            assert set(own) == {"projektblatt-a4.pdf", "aushang-a4.pdf", "kontaktkarten-a4.pdf"}
            for sheet in own.values():
                assert str(sheet.inside.Root.Lang) == lang
                assert all(f"/{lang}/" in code for code in sheet.codes)
                assert (sheet.misfits, outside(sheet, 7)) == ((), [])
        town.build(papers=True)
        for path in ("projekty/park/projektblatt", "nowinki/2026/park/aushang", "kontakt/kontaktkarten"):
            folder, _, name = path.rpartition("/")
            assert f"{name}-a4.pdf" in town.read(f"hsb/{folder}/index.html")

    def test_is_tagged_named_small_and_the_same_twice(self, town: Town) -> None:
        first, again = many(town), many(town)
        for path, sheet in first.items():
            kinds = [kind for kind, _ in sheet.marks]

            assert (str(sheet.inside.Root.Lang), bool(sheet.inside.Root.MarkInfo.Marked)) == ("de", True)
            assert kinds.count("/H1") == 1
            assert all(said for kind, said in sheet.marks if kind == "/Figure")
            with sheet.inside.open_metadata() as about:
                assert about["pdfuaid:part"] == "1"
                assert re.match("Projektblatt: |Aushang: |Kontaktkarten: ", about["dc:title"])
            assert not [face for face in sheet.faces if "missing" in face]
            assert len(sheet.data) < 100_000
            assert sheet.data == again[path].data

    def test_from_memory_is_what_a_clean_build_gives(self, town: Town) -> None:
        deeds = [
            {"projects/park.md": PROJECT.replace("results: [Der Park ist offen.]", "results: [Es blüht.]")},
            {"news/2026-03-14-park.md": NEWS.replace("wieder offen", "noch offen")},
            {"site.yaml": SITE.replace("567-89", "567-80")},
            {"partners/verein.yaml": "name: Parkfreunde\nkind: association\n"},
        ]

        equal_with_sheets(town, deeds)


@pytest.mark.parametrize(("folder", "day"), [("content", date(2026, 11, 23)), ("tests/town", TODAY)])
def test_every_text_there_is_fits(folder: str, day: date) -> None:
    found = papers(ROOT / folder, day, LEAFLETS)

    assert len(found) > 10
    for sheet in found:
        assert (sheet.misfits, sheet.unseen) == ((), ()), sheet.path
        assert sheet.pages <= 2, sheet.path
        assert len(sheet.data) < 100_000, sheet.path
        assert outside(sheet, 7) == [], sheet.path
        assert set(sheet.codes) and len(set(sheet.codes)) == 1, sheet.path


class TestTheFlowOfAText:
    def test_numbers_each_address_once(self) -> None:
        html = '<p><a href="site:/a/">A</a> <a href="https://b.example/">B</a> <a href="site:/a/">wieder</a></p>'
        made = flow(html, lambda address: address.replace("site:", "https://m.example"))

        assert made.addresses == ("m.example/a", "b.example")
        assert [piece["number"] for piece in made.blocks[0]["inner"] if not isinstance(piece, str)] == [1, 2, 1]

    @pytest.mark.parametrize(
        "link",
        [
            '<a href="https://b.example/">b.example</a>',
            '<a href="mailto:a@b.example">a@b.example</a>',
            '<a href="tel:+491">01</a>',
            '<a href="#da">unten</a>',
        ],
    )
    def test_gives_no_number_to_what_is_its_own_address(self, link: str) -> None:
        assert flow(f"<p>{link}</p>", str).addresses == ()

    def test_leaves_out_pictures_and_nothing_else(self) -> None:
        figure = '<figure><picture><img src="a" alt="b"></picture><figcaption>c</figcaption></figure>'
        html = f"{figure}<div>Frei <mark>gestellt</mark></div>"
        made = flow(html, str)

        assert made.blocks == ({"kind": "p", "inner": ["Frei ", "gestellt"]},)

    def test_skips_no_level_of_headings(self) -> None:
        made = flow("<h3>A</h3><h5>B</h5><h2>C</h2>", str)

        assert [block["level"] for block in made.blocks] == [2, 3, 2]
