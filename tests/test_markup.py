"""Markdown as people type it."""

import pytest

from pressroom.markup import to_body
from pressroom.typography import polish


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Text:\n- a\n- b", "<p>Text:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a\n  - b\n- c", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"),
        ("- a\n    - b\n        - c", "<ul>\n<li>a<ul>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>"),
        ("Text:\n1. a\n2. b", "<p>Text:</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("14. Juli war es.", "<p>14.&nbsp;Juli war es.</p>"),
        ("Es war\n2021. Und schön.", "<p>Es war\n2021. Und schön.</p>"),
        ("# A\n\n### B\n\n## C", '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h3 id="c">C</h3>'),
        ("## Straße\n\n## Straße", '<h2 id="strasse">Straße</h2>\n<h2 id="strasse-2">Straße</h2>'),
        ("[Strowotna studnja]{lang=hsb}", '<p><span lang="hsb">Strowotna studnja</span></p>'),
        ("[سلام]{lang=ar}", '<p><span dir="rtl" lang="ar">سلام</span></p>'),
        ('Er sagte "*ja*".', "<p>Er sagte „<em>ja</em>“.</p>"),
        ('`"code" -- so`', '<p><code>"code" -- so</code></p>'),
        ("Begriff\n:   Erklärung", "<dl>\n<dt>Begriff</dt>\n<dd>Erklärung</dd>\n</dl>"),
        ("[[fehlt: Name]]", '<p><mark class="gap">noch offen: Name</mark></p>'),
    ],
)
def test_what_is_typed_becomes_what_is_meant(text: str, html: str) -> None:
    assert to_body(text).html.strip() == html


def test_columns_stand_where_their_line_of_hyphens_says() -> None:
    body = to_body("| a | b | c | d |\n| --- | ---: | :---: | :--- |\n| 1 | 2 { title=x } | 3 { .gap } | 4 |")

    assert body.faults == ()
    assert '<th scope="col">a</th>\n<th class="end" scope="col">b</th>' in body.html
    assert '<th class="center" scope="col">c</th>\n<th scope="col">d</th>' in body.html
    assert '<td class="end" title="x">2</td>\n<td class="gap center">3</td>\n<td>4</td>' in body.html


def test_a_list_in_a_code_block_stays_code() -> None:
    assert "- a\n  - b" in to_body("```\nText\n- a\n  - b\n```").html


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"Hallo"', "„Hallo“"),
        ("'halb'", "‚halb‘"),
        ("geht's", "geht’s"),
        ('("innen")', "(„innen“)"),
        ("10 - 12 Uhr", "10 – 12 Uhr"),
        ("10--12", "10–12"),
        ("z.B. und so...", "z.\u00a0B. und so…"),
        ("e. V.", "e.\u00a0V."),
        ("am 9. Mai", "am 9.\u00a0Mai"),
        ("a-b", "a-b"),
        ('"https://www.x.de/"', "„https://www.x.de/“"),
        ('und/"oder"', "und/„oder“"),
    ],
)
def test_typography_is_german_and_settles_at_once(typed: str, read: str) -> None:
    assert polish(typed) == read
    assert polish(read) == read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>alert(1)</script>", "html-removed"),
        ("<b onclick='x()'>a</b>", "html-removed"),
        ("<iframe src='https://x.de'></iframe>", "text-embed"),
        ("<p style='color:red'>a</p>", "html-removed"),
        ("[a](javascript:alert(1))", "url-unsafe"),
        ("[a](JaVaScRiPt:alert(1))", "url-unsafe"),
        ("[a](data:text/html;base64,x)", "url-unsafe"),
        ("<a href='vbscript:x'>a</a>", "url-unsafe"),
        ("![a](data:image/svg+xml,x)", "url-unsafe"),
        ("> " * 400 + "a", "text-nested"),
        ("[" * 5000, "text-nested"),
    ],
)
def test_what_must_not_be_published_is_taken_out_and_reported(text: str, code: str) -> None:
    body = to_body("Vorspann.\n\n" + text)

    assert code in {fault.code for fault in body.faults}
    assert {fault.line for fault in body.faults} == {3}
    for piece in ("<script", "onclick", "javascript:", "data:", "vbscript:", "<iframe", "style="):
        assert piece not in body.html.lower()


@pytest.mark.parametrize("line", ["_" * 60, "*" * 80, "- " * 3, "```\n" + "[" * 50 + "\n```"])
def test_a_line_to_sign_on_is_no_mistake(line: str) -> None:
    assert to_body(f"Unterschrift:\n\n{line}\n\nEnde.").faults == ()


def test_harmless_html_passes_without_a_word() -> None:
    body = to_body("Mit <strong>Nachdruck</strong>, H<sub>2</sub>O und <br> Umbruch.\n\n<!-- Notiz -->")

    assert body.faults == ()
    assert "<sub>2</sub>" in body.html
    assert "Notiz" not in body.html


def test_links_and_pictures_are_found_with_their_lines() -> None:
    body = to_body("Eins [a](x.md).\n\nZwei [b](x.md) und\n![Bild](../media/y.jpg)")

    assert [(use.target, use.line) for use in body.links] == [("x.md", 1), ("x.md", 3)]
    assert [(use.target, use.line, use.alt) for use in body.pictures] == [("../media/y.jpg", 4, "Bild")]


def test_a_text_too_deep_to_be_read_harms_no_other() -> None:
    deep = to_body("- " * 2000 + "a")

    assert [fault.code for fault in deep.faults] == ["text-nested"]
    assert to_body("a").html == "<p>a</p>"


def test_footnotes_are_german() -> None:
    assert "Zurück zur Stelle 1 im Text" in to_body("Text[^1]\n\n[^1]: Note").html
