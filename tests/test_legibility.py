"""How hard texts are: the formulas by hand, sentences and their lines, limits, and what check says of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.kinds.legibility import Legibility
from pressroom.legibility import LIMITS, SIMPLE, Limits, judged, of_markdown, of_words
from pressroom.legibility.abbreviations import unexplained
from pressroom.legibility.judging import Sentence, sentences
from pressroom.legibility.measures import Figures, measured
from pressroom.legibility.passive import passive
from pressroom.legibility.prose import Piece
from pressroom.legibility.sentences import TOKEN
from pressroom.legibility.words import WORD, syllables
from pressroom.markup import to_body
from pressroom.problems import Problem
from tests.town import KONTAKT, NEWS, ROOT, SITE, Town

EVERYTHING = Limits(-100, -100, 0, 0)
HARD = "Nachdem der Zaun umgefallen war, hat der Verein mit vielen Helfern " + "und noch einem " * 8 + "gebaut."
WAIVER = "waivers:\n  - code: text-hard\n    reason: Das Gedicht gehört so.\n    date: 2026-11-20\n"
HINTS = {"text-hard", "text-abbreviation", "simple-hard", "simple-abbreviation"}


def parted(text: str) -> list[str]:
    """The sentences of plain words."""
    return [sentence.text for sentence in told(of_words(text, 1))]


def told(piece: Piece) -> list[Sentence]:
    return list(sentences((piece,), piece.text, measured(TOKEN.findall(piece.text))))


def figures(text: str) -> Figures:
    return measured(TOKEN.findall(text)).figures


def plain(problems: tuple[Problem, ...]) -> list[tuple[str, str, int]]:
    return [(one.code, one.path.removeprefix("content/"), one.line) for one in problems if one.code in HINTS]


# The formulas


def test_an_easy_text_worked_out_by_hand() -> None:
    """„Der Hund bellt. Die Katze schläft.“: 2 sentences, 6 words.

    Syllables: Der 1, Hund 1, bellt 1, Die 1, Kat-ze 2, schläft 1. More than six letters: schläft (7). So MS = 0,
    SL = 6 / 2 = 3, IW = 100 · 1/6 = 16.667, ES = 100 · 5/6 = 83.333.
    Wiener: 0.1935·0 + 0.1672·3 + 0.1297·16.667 - 0.0327·83.333 - 0.875 = 0.5016 + 2.1617 - 2.725 - 0.875 = -0.9367.
    LIX: 6/2 + 100·1/6 = 19.667.
    """
    seen = figures("Der Hund bellt. Die Katze schläft.")

    assert seen == Figures(sentences=2, words=6, long=1, many=0, one=5)
    assert (round(seen.wiener, 3), round(seen.lix, 3)) == (-0.937, 19.667)


def test_a_hard_text_worked_out_by_hand() -> None:
    """„Die Förderung der Nachbarschaft beginnt im September.“: 1 sentence, 7 words.

    Syllables: Die 1, För-de-rung 3, der 1, Nach-bar-schaft 3, be-ginnt 2, im 1, Sep-tem-ber 3. More than six letters:
    Förderung 9, Nachbarschaft 13, beginnt 7, September 9. So MS = 300/7 = 42.857, SL = 7, IW = 400/7 = 57.143,
    ES = 300/7 = 42.857.
    Wiener: 0.1935·42.857 + 0.1672·7 + 0.1297·57.143 - 0.0327·42.857 - 0.875
    = 8.2929 + 1.1704 + 7.4114 - 1.4014 - 0.875 = 14.598. LIX: 7 + 57.143 = 64.143.
    """
    seen = figures("Die Förderung der Nachbarschaft beginnt im September.")

    assert seen == Figures(sentences=1, words=7, long=4, many=3, one=3)
    assert (round(seen.wiener, 3), round(seen.lix, 3)) == (14.598, 64.143)


def test_a_text_with_figures_and_abbreviations_worked_out_by_hand() -> None:
    """„Am 14. Juli kamen z. B. 120 Leute. Alle halfen.“: 2 sentences, 10 words.

    Words: Am, 14, Juli, kamen, z, B, 120, Leute | Alle, halfen. A figure counts as one short word, and a letter as one.
    Syllables: 1, 1, 2, 2, 1, 1, 1, 2 | 2, 2. None has more than six letters. MS = 0, SL = 10/2 = 5, IW = 0, ES = 50.
    Wiener: 0.1672·5 - 0.0327·50 - 0.875 = 0.836 - 1.635 - 0.875 = -1.674. LIX: 5.
    """
    seen = figures("Am 14. Juli kamen z. B. 120 Leute. Alle halfen.")

    assert seen == Figures(sentences=2, words=10, long=0, many=0, one=5)
    assert (round(seen.wiener, 3), round(seen.lix, 3)) == (-1.674, 5.0)


@pytest.mark.parametrize(
    "hyphened",
    "Haus Baum Brun-nen Stadt-teil Quar-tier The-a-ter Mu-se-um Na-ti-on Fa-mi-li-e Fe-ri-en Me-di-en Li-ni-e Schu-le "
    "In-dus-trie E-ner-gie Spiel-platz Neu-bau Äu-ße-rung Be-woh-ner Mehr-ge-ne-ra-ti-o-nen-haus I-ta-li-en Yo-ga "
    "Zu-wen-dungs-be-scheid Gym-na-si-um Kul-tur See Tee-kü-che Sys-tem ak-tu-ell Ru-i-ne Feu-er Bau-ern Ei-er schön "
    "Ge-sund-brun-nen E-S-F quer qua-li-fi-ziert Stra-ße Fahr-rad Jo-ghurt Ju-bi-lä-um Bi-bli-o-thek".split(),
)
def test_syllables_are_those_that_are_spoken(hyphened: str) -> None:
    assert syllables(hyphened.replace("-", "")) == hyphened.count("-") + 1


def test_words_that_are_not_spoken_as_they_are_written_are_counted_as_they_are_written() -> None:
    assert (syllables("Management"), syllables("beenden"), syllables("Skate")) == (4, 2, 2)


# Sentences


@pytest.mark.parametrize(
    "text",
    [
        "Am 14. Juli kamen viele. |Danach kam niemand.",
        "Das Fest ist z. B. im Park. |Es ist schön.",
        "Das gilt z.B. für Kinder. |Alle kommen.",
        "Frau Dr. Lehmann wohnt in der Hauptstr. 7 im 2. Stock. |Sie kommt.",
        "Er kam im Jahr 1990. |Danach blieb er.",
        "Der Verein e. V. hat Geld. |Der Rest fehlt.",
        "Es gab Kuchen, Saft usw. |Danach war Schluss.",
        "Der 3. Preis ging an W. Tillner aus Bautzen. |Er freute sich.",
        "„Wann geht es los?“, fragte sie. |Niemand wusste es.",
        "„Komm!“ |Er kam.",
        "Kommen Sie! |Es lohnt sich … und kostet nichts. |Bis dann.",
        "Rathaus, Fleischmarkt 1. |Fragen Sie vorher nach.",
        "Die Miete beträgt 4,50 Euro, d. h. wenig. |Strom kostet 896.074 Euro.",
        "Auf www.bautzen.de steht mehr. |Dort gibt es auch Bilder.",
        "Eines ist klar: |Wir bleiben.",
        "Nach § 5 Abs. 2 Nr. 3 gilt das nicht. |Es gilt Art. 6.",
        "Im 20. Jahrhundert lebten hier ca. 500 Menschen. |Heute sind es mehr.",
        "Vom 1. bis 3. Mai ist zu. |Am 4. Mai ist offen.",
    ],
)
def test_dots_end_a_sentence_only_where_one_ends(text: str) -> None:
    wanted = [part.strip(" „“") for part in text.split("|")]

    assert parted(text.replace("|", "")) == wanted


def test_headings_tables_and_code_are_no_sentences_and_items_are() -> None:
    text = (
        "## Ein Titel\n\nDas ist ein\nSatz mit **zwei** Zeilen. Und [noch einer](../x.md#da).\n\n"
        "- ein Punkt\n- noch ein Punkt\n  - darunter\n\n1. erstens\n2. zweitens\n\n14. Juli war es.\n\n"
        "| Tag | Zeit |\n|---|---|\n| Mo | früh |\n\nTelefon\n:   Nummer 5\n\n> Ein Zitat.\n\n```\nnichts davon\n```\n"
        "![Ein Bild](bild.jpg)\n\nNoch ein Titel\n==============\n\nErste Zeile  \nzweite Zeile <!-- nichts -->\n"
        "[[fehlt: etwas]] [Budyšin]{lang=hsb} Ende.[^1]\n\n[^1]: Ein Nachweis.\n"
    )

    assert [(one.text, one.line) for one in told(of_markdown(text, 10))] == [
        ("Das ist ein Satz mit zwei Zeilen.", 12),
        ("Und noch einer.", 13),
        ("ein Punkt", 15),
        ("noch ein Punkt", 16),
        ("darunter", 17),
        ("erstens", 19),
        ("zweitens", 20),
        ("14. Juli war es.", 22),
        ("Nummer 5", 29),
        ("Ein Zitat.", 31),
        ("Erste Zeile", 41),
        ("zweite Zeile Budyšin Ende.", 42),
        ("Ein Nachweis.", 45),
    ]


SNIPPETS = st.sampled_from(
    "Haus z. B. d. h. Nr. 7 14. Juli 1990. Str. Dr. Wer? Ja! „Nein“, so: Es und … aber (der Hof) – 10.30 Uhr usw. "
    "Das Sie [Link](a.md) **fett** ESF-Vorhaben".split(" ")
)


@given(
    st.lists(st.lists(SNIPPETS, min_size=1, max_size=20), min_size=1, max_size=6),
    st.sampled_from(["\n\n", "\n- ", "\n"]),
)
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost_or_counted_twice_and_every_line_is_right(lines: list[list[str]], between: str) -> None:
    text = "\n\n" + between.join(" ".join(line) for line in lines)
    piece = of_markdown(text, 5)

    found = told(piece)

    assert [word for one in found for word in one.words] == re.findall(WORD, piece.text)
    for one in found:
        assert one.words[0] in text.split("\n")[one.line - 5]
    assert figures(piece.text).words == sum(len(one.words) for one in found)


@pytest.mark.parametrize("file", sorted((ROOT / "content").glob("*/*.md")), ids=lambda file: file.name)
def test_what_is_measured_is_what_a_page_shows(file: Path) -> None:
    """The words of paragraphs and items of the real texts, against those of the HTML that they become."""
    text = file.read_text("utf-8").split("---\n", 2)[2]
    body = re.sub(r"<(h[2-6]|table|dt|mark|sup)\b.*?</\1>", " ", to_body(text).html, flags=re.DOTALL)
    shown = re.findall(r"[^\W\d_]{3,}", re.sub(r"<[^>]*>|&\w+;", " ", body).replace("\u00ad", ""))

    measured_ = re.findall(r"[^\W\d_]{3,}", of_markdown(text, 1).text)

    assert measured_ == shown


# What makes a sentence hard


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Das Haus wurde gebaut.", "wurde gebaut"),
        ("Der Antrag wird von der Stadt geprüft.", "wird … geprüft"),
        ("Der Platz ist saniert worden.", "saniert worden"),
        ("Es wurde uns empfohlen.", "wurde … empfohlen"),
        ("Von 10 bis 21.30 Uhr wurde auf dem Platz gefeiert.", "wurde … gefeiert"),
        ("Er wird es bekommen.", ""),
        ("Wir werden gewinnen.", ""),
        ("Sie wurde Lehrerin.", ""),
        ("Er wurde bekannt.", ""),
        ("Das Wetter wird besser, sagt der gelernte Gärtner.", ""),
        ("Es wurde gegen Abend still.", ""),
        ("Die gemeinsamen Feste werden toll.", ""),
    ],
)
def test_the_passive_is_told_from_the_future(sentence: str, said: str) -> None:
    assert passive(sentence) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Das zahlt die KEM GmbH.", ["KEM"]),
        ("Die Kammer der Arbeit (KDA) hilft. Die KDA ist da.", []),
        ("Die KDA (Kammer der Arbeit) hilft.", []),
        ("Die KDA ist da. Das ist die Kammer der Arbeit (KDA).", ["KDA"]),
        ("KDA heißt: Kammer der Arbeit.", []),
        ("Die EU und der ESF zahlen, ein QR-Code führt hin.", []),
        ("Das KDA-Haus und die KDA.", ["KDA"]),
        ("Heinrich VIII. wohnte im WBS 70 an der B 6.", []),
        ("Aller guten Dinge sind DREI!", []),
        ("Fragen Sie (KDA).", ["KDA"]),
    ],
)
def test_abbreviations_want_an_explanation_at_their_first_use(text: str, said: list[str]) -> None:
    assert list(unexplained(text, ())) == said


def test_known_words_and_abbreviations_are_not_told() -> None:
    text = "Die KDA plant das Mehrgenerationenhaus am Rand des Mehrgenerationenhauses. " * 9
    limits = Limits(100, 100, 100, 15)

    assert judged([of_words(text, 1)], limits, {"KDA", "Mehrgenerationenhaus"}) is not None
    assert judged([of_words(text, 1)], limits, {"KDA", "Mehrgenerationenhaus", "Mehrgenerationenhauses"}) is None
    verdict = judged([of_words(text, 1)], limits, ())
    assert verdict is not None
    assert (verdict.short, verdict.hardest[0].words) == (
        ("KDA",),
        ("Mehrgenerationenhaus", "Mehrgenerationenhauses"),
    )


def test_of_a_hard_text_the_three_hardest_sentences_are_told_the_hardest_first() -> None:
    text = f"Kurz.\n\n{HARD}\n\nAuch kurz.\n\n{HARD} {HARD[:-8]} und so weiter gebaut.\n\n{HARD}"

    verdict = judged([of_markdown(text, 1)], LIMITS["news"], ())

    assert verdict is not None
    assert [hard.line for hard in verdict.hardest] == [7, 3, 7]
    assert [hard.length for hard in verdict.hardest] == [39, 36, 36]


def test_of_few_words_no_formula_says_anything() -> None:
    assert judged([of_words("Verwaltungsvorschriften regeln Einzelheiten.", 1)], Limits(1, 1, 25, 30), ()) is None
    assert judged([of_words("Verwaltungsvorschriften regeln Einzelheiten. " * 40, 1)], Limits(1, 1, 25, 30), ())


def test_einfache_sprache_is_held_to_stricter_limits_than_any_kind() -> None:
    for limits in LIMITS.values():
        assert all(strict < usual for strict, usual in zip(SIMPLE, limits, strict=True))


def test_a_limit_of_the_settings_holds_for_its_kind_alone_and_leaves_the_others() -> None:
    told = Legibility.model_validate({"news": {"sentence": "12", "wiener": "8,5"}, "simple": {"word": "30"}})

    assert told.limits("news", "de") == LIMITS["news"]._replace(sentence=12, wiener=8.5)
    assert told.limits("events", "de") == LIMITS["events"]
    assert told.limits("events", "de-simple") == SIMPLE._replace(word=30)


@pytest.mark.parametrize(
    "piece", ["ge", "](", "![", "[[fehlt", "<a ", "wurde ge", "14. ", "z. B. ", "**", "- ", "|", "KDA "]
)
def test_a_text_that_would_keep_patterns_busy_is_measured_all_the_same(piece: str) -> None:
    text = piece * (200_000 // len(piece))

    assert of_markdown(text, 1).line == 1
    judged([of_markdown(text, 1)], LIMITS["news"], (), simple=True)


# What check says


def test_good_plain_texts_get_no_hint(town: Town) -> None:
    assert plain(town.check()) == []


def test_a_hard_text_gets_one_hint_however_many_sentences_are_hard(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + f"\n{HARD}\n\n{HARD}\n\n{HARD}\n\n{HARD}\n"})

    assert plain(town.check()) == [("text-hard", "news/2026-03-14-park.md", 10)]


def test_limits_of_the_settings_are_kept_and_asked_again(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + f"\n{HARD}\n"})
    assert plain(town.check()) == [("text-hard", "news/2026-03-14-park.md", 10)]

    town.write({"site.yaml": f"{SITE}legibility:\n  news:\n    sentence: 50\n"})
    assert plain(town.check()) == []

    town.write({"site.yaml": f"{SITE}legibility:\n  pages:\n    sentence: 50\n"})
    assert plain(town.check()) == [("text-hard", "news/2026-03-14-park.md", 10)]


def test_what_is_remembered_is_what_is_measured_and_survives_a_build(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + f"\n{HARD}\n", "pages/x.md": KONTAKT.replace("Kontakt", "Die KDA")})
    first = town.check()
    town.build()
    again = town.check()
    town.write({"pages/x.md": KONTAKT.replace("Kontakt", "Der Park").replace("Linie 1", "Die KDB")})

    assert plain(first) == plain(again) == [("text-hard", "news/2026-03-14-park.md", 10)]
    assert plain(town.check()) == plain(town.check(memo=False))
    assert ("text-abbreviation", "pages/x.md", 9) in plain(town.check())


def test_einfache_sprache_is_measured_and_other_languages_are_not(town: Town) -> None:
    words = "---\ntitle: Kontakt\nsummary: So geht es.\n---\n"
    sentence = "Sie fahren mit dem Bus bis zum Markt und gehen dann noch ein Stück bis zum Haus.\n"
    town.write({"pages/kontakt.de-simple.md": words + sentence, "pages/kontakt.md": KONTAKT + sentence})
    town.write({"pages/kontakt.en.md": words + HARD})

    assert plain(town.check()) == [("simple-hard", "pages/kontakt.de-simple.md", 5)]


def test_a_waiver_excuses_the_hint_and_is_not_idle_in_a_build_that_does_not_look(town: Town) -> None:
    hard = NEWS.replace("topics:", f"{WAIVER}topics:") + f"\n{HARD}\n"
    town.write({"news/2026-03-14-park.md": hard})

    assert plain(town.check()) == []
    assert {one.code for one in town.check()} == {"legal-gap"}
    assert {one.code for one in town.build().warnings} == {"legal-gap"}

    town.write({"news/2026-03-14-park.md": hard.replace(HARD, "Kurz.")})
    assert "waiver-idle" in {one.code for one in town.check()}


def test_no_score_stops_a_build_or_stands_on_a_page(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + f"\n{HARD}\n"})

    report = town.build(release=False)

    assert not HINTS & {one.code for one in report.warnings}
    assert not any(b"Sachtextformel" in data or b"LIX" in data for data in town.bytes().values())
