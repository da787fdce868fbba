"""Each rule of those who pay (P14-*, P21-*, SN-*), broken on purpose, is told at the line that breaks it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pressroom import checks, stylesheet
from pressroom.catalogue.funding import FUNDING, NOTICE, SHOWN
from pressroom.checks.style import NOTICES
from pressroom.outputs import emblem
from pressroom.problems import Desk
from pressroom.stylesheet import Sheet
from tests.town import EVENT, NEWS, PROJECT, ROOT, SITE, Town

OTHER = PROJECT.replace("esf-2014-2020", "other")
PLUS = (
    PROJECT.replace("esf-2014-2020", "esf-plus-2021-2027").replace("2020-01", "2023-01").replace("2021-12", "2024-12")
)
STATE = (
    "Diese Maßnahme wird mitfinanziert durch Steuermittel auf der Grundlage des vom Sächsischen Landtag "
    "beschlossenen Haushaltes."
)


def told(town: Town, **words: object) -> list[tuple[str, str, int]]:
    """Code, file and line of all that is said of the funding."""
    mine = {*FUNDING, *NOTICE, *SHOWN}
    return [(one.code, one.path, one.line) for one in town.check(**words) if one.code in mine]


# What a story says.


def test_a_story_says_the_esf_paid_only_of_a_project_that_it_paid(town: Town) -> None:
    said = NEWS.replace("Der Park ist wieder offen", "\nDen Brunnen hat der ESF bezahlt.\n\nDer Park ist wieder offen")
    town.write({"projects/hof.md": OTHER, "news/2026-03-14-park.md": said})
    assert told(town) == []

    town.write({"projects/park.md": OTHER})
    assert told(town) == [("funding-claim", "content/news/2026-03-14-park.md", 9)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein ESF-Vorhaben ist der Park nicht.",
        "Hat der ESF das bezahlt?",
        "Bezahlt werden soll es vom ESF.",
        "Der Europäische Sozialfonds fördert Menschen, keine Häuser.",
        "[[fehlt: ob der ESF das bezahlt hat]]",
        "Im ESF Plus wird anders gefördert.",
    ],
)
def test_what_only_speaks_of_the_esf_is_no_claim(town: Town, sentence: str) -> None:
    town.write(
        {"projects/park.md": OTHER, "events/2026-12-05-fest.md": EVENT + f"\n[Park](../projects/park.md): {sentence}\n"}
    )

    assert told(town) == []


def test_a_claim_stands_where_the_title_is(town: Town) -> None:
    town.write(
        {
            "projects/park.md": OTHER,
            "news/2026-03-14-park.md": NEWS.replace("Seit Mittwoch", "Vom ESF gefördert: Seit Mittwoch"),
        }
    )

    assert told(town) == [("funding-claim", "content/news/2026-03-14-park.md", 3)]


def test_of_a_project_with_mistakes_nobody_guesses_who_pays(town: Town) -> None:
    said = NEWS + "\nDen Park hat der ESF bezahlt.\n"
    town.write({"projects/park.md": OTHER.replace("other", "othr"), "news/2026-03-14-park.md": said})

    assert told(town) == []


def test_another_fund_of_the_union_may_be_named_where_the_esf_does_not_pay(town: Town) -> None:
    funders = "  programme: other\n  funders: [Europäische Union – EFRE]"
    town.write({"projects/park.md": PROJECT.replace("  programme: esf-2014-2020", funders)})

    assert told(town) == []


def test_the_period_decides_which_rule_is_named(town: Town) -> None:
    for text, number in ((PROJECT, "P14-9"), (PLUS, "P21-6")):
        town.write({"projects/park.md": text.replace("results: [Der Park ist offen.]\n", "")})
        found = [one for one in town.check() if one.code.endswith("-results")]
        assert [(one.rule.number, one.line) for one in found] == [(number, 4)]


# What the settings say.


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("fund: Europäischer Sozialfonds", "fund: Europäischer Sozialfonds Plus", "notice-mixed", 19),
        ("union: Europäische Union", "union: Kofinanziert von der Europäischen Union", "notice-mixed", 19),
        ("region: Europa fördert Sachsen.", "region: Europa fördert Bayern.", "notice-region", 20),
        ("  region:", "  state: Mitfinanziert vom Freistaat.\n  region:", "notice-state", 20),
    ],
)
def test_the_notice_on_every_page_is_worded_as_demanded(town: Town, old: str, new: str, code: str, line: int) -> None:
    town.write({"site.yaml": SITE.replace(old, new)})

    assert (code, "content/site.yaml", line) in told(town)


def test_no_page_names_a_fund_that_paid_for_nothing(town: Town) -> None:
    plus = SITE.replace("fund: Europäischer Sozialfonds", "fund: Europäischer Sozialfonds Plus")
    plus = plus.replace("union: Europäische Union", "union: Kofinanziert von der Europäischen Union")
    town.write({"site.yaml": plus})
    assert told(town) == [("notice-fund", "content/site.yaml", 19)]

    town.write({"projects/plus.md": PLUS})
    assert told(town) == []
    town.build()
    assert "<strong>Kofinanziert von der Europäischen Union</strong>" in town.read("index.html")


@pytest.mark.parametrize("words", ["auf der Grundlage", "auf Grundlage"])
def test_the_sentence_of_the_state_stands_below_every_page_as_it_was_given(town: Town, words: str) -> None:
    state = STATE.replace("auf der Grundlage", words)
    town.write({"site.yaml": SITE.replace("  region:", f"  state: {state}\n  region:")})

    assert told(town) == []
    town.build()
    for page in ("", "projekte/park/", "aktuelles/", "kontakt/"):
        assert town.read(f"{page}index.html").count(f"<p>{state}</p>") == 1


def test_no_template_holds_the_sentence_of_the_state() -> None:
    assert [
        file.name for file in (ROOT / "templates").rglob("*.html") if "Steuermittel" in file.read_text("utf-8")
    ] == []


# What the pages show.


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of templates and style sheet that a test may spoil."""
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / "root" / folder)
    return tmp_path / "root"


def spoil(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text, f"{path} has no {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


FUNDING_PART, PAID_PART = "templates/parts/funding.html", "templates/parts/paid.html"
PROJECT_PAGE, OLD_PAGE, EVENT_PAGE = (f"templates/pages/{name}.html" for name in ("project", "redirect", "event"))
TURNED = "{{ notice.fund }}</strong><br>{{ notice.union }}"
LOGO = '<img src="site:/assets/icon.svg" alt="Logo" width="90" height="90"><p class'
EMBLEM = '<img src="{{ page.emblem }}" alt="{{ t.in_german_words("label_flag") }}">'
COFUNDED = "<p>Kofinanziert von der\nEuropäischen Union</p>"


@pytest.mark.parametrize(
    ("path", "old", "new", "where", "codes"),
    [
        (FUNDING_PART, "{{ notice.fund }}", "", FUNDING_PART, "page-funding"),
        (FUNDING_PART, "{{ notice.union }}", "EU", FUNDING_PART, "page-funding"),
        (FUNDING_PART, "{{ notice.union }}</strong><br>{{ notice.fund }}", TURNED, FUNDING_PART, "page-funding"),
        (FUNDING_PART, ' alt="{{ t.in_german_words("label_flag") }}"', ' alt=""', FUNDING_PART, "page-funding"),
        (FUNDING_PART, "{{ emblem }}", "site:/assets/icon.svg", FUNDING_PART, "page-funding page-logo"),
        (FUNDING_PART, 'width="60" height="40"', 'width="45" height="30"', FUNDING_PART, "page-size"),
        (FUNDING_PART, 'width="60" height="40"', 'width="60" height="60"', FUNDING_PART, "page-size"),
        (FUNDING_PART, "<p class", LOGO, FUNDING_PART, "page-logo"),
        (OLD_PAGE, "{{ funding(notice, emblem) }}", "", OLD_PAGE, "page-funding"),
        (OLD_PAGE, "{{ funding(", "<header></header>{{ funding(", OLD_PAGE, "page-late"),
        (PAID_PART, "{% if plus %}", "{% if not plus %}", PROJECT_PAGE, "page-paid"),
        (PAID_PART, "{% if plus %}", COFUNDED + "{% if plus %}", PROJECT_PAGE, "page-paid"),
        (PAID_PART, 'width="90" height="60"', 'width="30" height="20"', PAID_PART, "page-size"),
        (PROJECT_PAGE, "{% if esf %}", "{% if true %}", PROJECT_PAGE, "page-emblem"),
        (PROJECT_PAGE, "{% if esf %}", "{% if false %}", PROJECT_PAGE, "page-paid"),
        (PROJECT_PAGE, "{% if money %}", COFUNDED + "{% if money %}", PROJECT_PAGE, "page-paid"),
        (EVENT_PAGE, "{% block main %}", "{% block main %}" + EMBLEM, EVENT_PAGE, "page-emblem"),
    ],
)
def test_a_spoilt_template_is_named_once(
    town: Town, workshop: Path, path: str, old: str, new: str, where: str, codes: str
) -> None:
    none = OTHER.replace("other", "none").replace("  eligible_cost: 1000\n", "")
    moved = NEWS.replace("topics:", "aliases: [/alt/]\ntopics:")
    town.write({"projects/other.md": OTHER, "projects/none.md": none, "news/2026-03-14-park.md": moved})
    assert told(town, root=workshop) == []
    spoil(workshop, path, old, new)

    found = [one for one in town.check(root=workshop) if one.code in SHOWN]

    assert {(one.code, one.path) for one in found} == {(code, where) for code in codes.split()}
    assert len({one.message for one in found}) == len(found)


def test_results_are_there_or_said_to_be_unknown(town: Town) -> None:
    bare = PROJECT.replace("results: [Der Park ist offen.]\n", "")
    town.write(
        {
            "projects/park.md": bare,
            "projects/neu.md": bare.replace("completed", "running").replace("end: 2021-12\n", ""),
        }
    )

    town.build()

    assert "Ergebnisse liegen hier nicht vor." in town.read("projekte/park/index.html")
    assert "Ergebnisse liegen noch nicht vor." in town.read("projekte/neu/index.html")
    assert "Mehr Grün im Viertel." in town.read("projekte/neu/index.html")


# The emblem.


def spoilt_emblem(change: Callable[[str], str]) -> set[str]:
    desk = Desk()
    changed = change(emblem.svg())
    assert changed != emblem.svg()
    checks.emblem.is_as_published(changed.encode(), "x", desk)
    return {one.code for one in desk.found}


def test_the_emblem_that_is_published_is_sound(town: Town) -> None:
    town.build()
    desk = Desk()

    checks.emblem.is_as_published((town.output / "assets" / "eu-emblem.svg").read_bytes(), "x", desk)

    assert desk.found == []


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("emblem-colour", lambda svg: svg.replace("#003399", "#003398")),
        ("emblem-colour", lambda svg: svg.replace("#FFCC00", "#ffffff")),
        ("emblem-colour", lambda svg: svg.replace(' fill="#003399"', "")),
        ("emblem-form", lambda svg: svg.replace('viewBox="0 0 810 540"', 'viewBox="0 0 800 540"')),
        ("emblem-form", lambda svg: svg.replace('width="810" height="540">', 'width="810" height="810">')),
        ("emblem-form", lambda svg: svg.replace('<rect width="810"', '<rect width="800"')),
        ("emblem-form", lambda svg: re.sub(r"<path[^>]*/>", "", svg, count=1)),
        ("emblem-form", lambda svg: svg.replace("<g ", '<g transform="rotate(15 405 270)" ')),
        ("emblem-form", lambda svg: svg.replace("<g ", '<g opacity="0.5" ')),
        ("emblem-form", lambda svg: svg.replace("</g>", "</g><text>ESF</text>")),
        ("emblem-form", lambda svg: svg.replace("M405.00 60.00", "M405.00 50.00")),
        ("emblem-form", lambda svg: "<svg"),
    ],
)
def test_a_spoilt_emblem_is_found_out(code: str, change: Callable[[str], str]) -> None:
    assert spoilt_emblem(change) == {code}


@pytest.mark.parametrize(("name", "value"), [("RING", 540 / 3.2), ("STAR", 540 / 16), ("_INNER", 20.0)])
def test_a_drawing_with_other_measures_is_found_out(monkeypatch: pytest.MonkeyPatch, name: str, value: float) -> None:
    desk = Desk()
    monkeypatch.setattr(emblem, name, value)

    checks.emblem.is_as_published(emblem.svg().encode(), "x", desk)

    assert {one.code for one in desk.found} == {"emblem-form"}


# The style sheet.


def sheets(change: Callable[[str, str], str] = lambda path, text: text) -> tuple[Sheet, ...]:
    order = ("tokens", "base", "layout", "parts", "print")
    files = sorted(
        (ROOT / "assets" / "css").rglob("*.css"),
        key=lambda file: (order.index(file.relative_to(ROOT / "assets" / "css").parts[0].removesuffix(".css")), file),
    )
    paths = [file.relative_to(ROOT).as_posix() for file in files]
    return tuple(Sheet(path, change(path, file.read_text("utf-8"))) for path, file in zip(paths, files, strict=True))


def test_every_place_of_the_joined_sheet_is_found_again() -> None:
    written = sheets()
    joined = stylesheet.joined(written)
    texts = {sheet.path: sheet.text.splitlines() for sheet in written}
    places = [place for place, sign in enumerate(joined) if sign.isalnum() and place > 60][::37]

    assert len(places) > 300
    for place in places:
        path, line, column = stylesheet.origin(written, place)
        assert texts[path][line - 1][column - 1] == joined[place]


def test_the_style_sheet_as_it_is_suits_the_notice() -> None:
    desk = Desk()
    written = sheets()

    checks.style.suits_the_notice(stylesheet.joined(written), written, desk)

    assert desk.found == []


ELSEWHERE = ("    line-height: 1;", "    flex: auto;", "    .skip, .funding,", "    img,")
FUNDING_CSS, PAID_CSS, PRINT_CSS, TOKENS = (
    f"assets/css/{name}.css" for name in ("parts/funding", "parts/paid", "print", "tokens")
)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (FUNDING_CSS, "    font-size: 1rem;", "    font-style: italic;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    text-decoration: underline;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    text-shadow: 0 0 2px #000000;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    text-transform: uppercase;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    color: #333333;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    font-family: Georgia, Arial;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    font: 1rem/1.3 Georgia;", "style-words"),
        (FUNDING_CSS, "    font-size: 1rem;", "    font-variant-caps: small-caps;", "style-words"),
        (FUNDING_CSS, "    font-family: var(--face-eu);", "    line-height: 1;", "style-words"),
        (FUNDING_CSS, "    background: var(--soft);", "    opacity: 0.9;", "style-emblem"),
        (FUNDING_CSS, "    background: var(--soft);", "    background: #555555;", "style-contrast"),
        (FUNDING_CSS, "    background: var(--soft);", "    background: linear-gradient(#fff, #eee);", "style-words"),
        (FUNDING_CSS, "    flex: none;", "    filter: grayscale(1);", "style-emblem"),
        (FUNDING_CSS, "    flex: none;", "    mix-blend-mode: multiply;", "style-emblem"),
        (FUNDING_CSS, "    flex: none;", "    transform: rotate(2deg);", "style-emblem"),
        (FUNDING_CSS, "    flex: none;", "    animation: spin 2s;", "style-emblem"),
        (FUNDING_CSS, "    flex: none;", "    border-radius: 4px;", "style-emblem"),
        (FUNDING_CSS, "    flex: none;", "    block-size: 62px;", "style-emblem"),
        (FUNDING_CSS, "    inline-size: 62px;", "    inline-size: 40px;", "style-emblem"),
        (FUNDING_CSS, "    forced-color-adjust: none;", "    flex: auto;", "style-emblem"),
        (PAID_CSS, "    inline-size: 94px;", "    inline-size: 3em;", "style-emblem"),
        (PAID_CSS, "    flex-wrap: wrap;", "    visibility: hidden;", "style-hidden"),
        (PRINT_CSS, "      print-color-adjust: exact;", "      print-color-adjust: economy;", "style-emblem"),
        (PRINT_CSS, "    .skip,", "    .skip, .funding,", "style-hidden"),
        (PRINT_CSS, "    .skip,", "    img,", "style-hidden"),
        (FUNDING_CSS, "    color: var(--eu-words);", "    color: #ffffff;", "style-contrast"),
        (TOKENS, "    --eu-words: #000000;", "    --eu-words: #14212b;", "style-words"),
        (TOKENS, "    --face-eu: Arial, Verdana", "    --face-eu: Roboto, Arial, Verdana", "style-words"),
    ],
)
def test_a_spoilt_style_is_told_at_its_line(path: str, old: str, new: str, code: str) -> None:
    def change(name: str, text: str) -> str:
        if name != path:
            return text
        assert old in text
        return text.replace(old, new, 1)

    written, desk = sheets(change), Desk()
    text = next(sheet.text for sheet in written if sheet.path == path)

    checks.style.suits_the_notice(stylesheet.joined(written), written, desk)

    assert {one.code for one in desk.found} == {code}
    if new in ELSEWHERE:
        # What is missing is told at the rule that should have said it, a selector at what is declared for it.
        assert {one.path for one in desk.found} == {path}
        return
    line = text[: text.index(new)].count("\n") + 1
    assert {(one.path, one.line) for one in desk.found} == {(path, line)}


def test_the_usual_colours_are_measured_with_all_others() -> None:
    assert "text eu-words soft" in [
        " ".join(line.split()) for line in (ROOT / "assets/css/pairs.txt").read_text("utf-8").splitlines()
    ]


@pytest.mark.parametrize(
    "rule",
    [
        ".funding-words:hover { text-decoration: underline; }",
        "@media (min-width: 60rem) { .funding { display: none; } }",
        "@media (forced-colors: active) { .funding-emblem { forced-color-adjust: auto; } }",
        "@media print and (min-width: 60rem) { .paid img { filter: grayscale(1); } }",
        "div:is(.funding, .card) { opacity: 0.5; }",
        "body { filter: sepia(1); }",
        "main > article { animation: fade 1s; }",
        "p { font-style: italic; }",
        "strong { text-transform: uppercase; }",
        ".funding > * > img { scale: 0.5; }",
    ],
)
def test_a_rule_for_anything_the_notice_is_part_of_is_told_too(rule: str) -> None:
    written = (*sheets(), Sheet("assets/css/parts/zusatz.css", f"/* ZUSATZ */\n@layer parts {{\n  {rule}\n}}\n"))
    desk = Desk()

    checks.style.suits_the_notice(stylesheet.joined(written), written, desk)

    assert {(one.path, one.line) for one in desk.found} == {("assets/css/parts/zusatz.css", 3)}


def test_a_rule_for_something_else_is_left_alone() -> None:
    rules = ".card p { font-style: italic; } .funding-note { opacity: 0; } a:hover { filter: sepia(1); }"
    written = (*sheets(), Sheet("assets/css/parts/zusatz.css", f"@layer parts {{ {rules} }}\n"))
    desk = Desk()

    checks.style.suits_the_notice(stylesheet.joined(written), written, desk)

    assert desk.found == []


def test_a_spoilt_style_stops_the_build_and_a_remark_moves_its_line(town: Town, workshop: Path) -> None:
    spoil(workshop, PAID_CSS, "    flex-wrap: wrap;", "    opacity: 0.5;")
    assert told(town, root=workshop) == [("style-emblem", PAID_CSS, 8)]

    spoil(workshop, PAID_CSS, "@layer", "/* Eine\n   Anmerkung. */\n@layer")
    assert told(town, root=workshop) == [("style-emblem", PAID_CSS, 10)]


def outline(element: ElementTree.Element) -> object:
    """Tags, classes and children of what may be styled."""
    return element.tag, element.get("class", ""), [outline(child) for child in element]


def test_the_notices_the_style_is_measured_on_are_those_of_the_pages(town: Town) -> None:
    town.build()
    known = ElementTree.fromstring(NOTICES)
    page = town.read("projekte/park/index.html")
    for kind, until in (("funding", "</div>\n</div>"), ("paid", "</div>")):
        start = page.index(f'<div class="{kind}"')
        written = page[start : page.index(until, start) + len(until)]
        shown = ElementTree.fromstring(re.sub(r"<(img|br)([^>]*)>", r"<\1\2/>", written))
        wanted = next(one for one in known.iter("div") if one.get("class") == kind)
        assert outline(shown) == outline(wanted)
    above = re.findall(r"<(?:main|article)[^>]*>", page[: page.index('<div class="paid"')])
    assert above == ['<main id="seiteninhalt" tabindex="-1">', '<article class="wrap story">']
