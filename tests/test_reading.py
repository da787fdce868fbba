"""What the checks read of a page is right, and the quick reader says what html.parser says or nothing."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.checks.facts import Facts, Notice, Shown
from pressroom.checks.reading import by_the_book, plainly, read
from tests.town import ROOT

PAGE = """\
<!doctype html>
<html lang="de">
<head>
<title>Fest &amp; Markt – Musterviertel</title>
<link rel="canonical" href="https://muster.example/fest/">
<link rel="stylesheet" href="../site.css">
<script type="application/ld+json">{"name": "Fest \\u003cb> & Markt"}</script>
</head>
<body>
<a class="skip" href="#inhalt">Zum Inhalt</a>
<div class="wrap funding">
<p><img src="../eu-emblem.svg" alt="Flagge"><br>Europäische&nbsp;Union</p>
</div>
<h1>Fest <em>im</em>
Park</h1>
<p id="eins">Preis > 3 €, <a href="?a=1&amp;b=2">Karten</a> onclick="nichts"</p>
<img src="fest.jpg" srcset="fest-480.jpg 480w, fest-960.jpg 960w">
<form action="/suche/"><button formaction="https://fremd.example/">Los</button></form>
<p style="color: red" hidden onclick="los()" data-day="1">Rot</p>
<script>los()</script>
</body>
</html>
"""
KNOWN = Facts(
    ids=("eins",),
    links=("https://muster.example/fest/", "#inhalt", "?a=1&b=2"),
    loads=("../site.css", "../eu-emblem.svg", "fest.jpg", "fest-480.jpg", "fest-960.jpg"),
    headings=((1, "Fest im Park"),),
    signs=(
        ("html", "de", '<html lang="de">'),
        ("sheet", "../site.css", '<link rel="stylesheet" href="../site.css">'),
        ("skip", "#inhalt", '<a class="skip" href="#inhalt">'),
        ("heading", "1", "<h1>"),
        ("img", "fest.jpg", '<img src="fest.jpg" srcset="fest-480.jpg 480w, fest-960.jpg 960w">'),
        ("form", "/suche/", '<form action="/suche/">'),
        ("form", "https://fremd.example/", '<button formaction="https://fremd.example/">'),
        ("inline", "<p style>", '<p style="color: red" hidden onclick="los()" data-day="1">'),
        ("inline", "<p onclick>", '<p style="color: red" hidden onclick="los()" data-day="1">'),
        ("inline", "<script>", "<script>"),
    ),
    title="Fest & Markt – Musterviertel",
    notices=(
        Notice("funding", "[../eu-emblem.svg] Europäische Union", (Shown("../eu-emblem.svg", "Flagge", "", ""),), True),
    ),
)
DOUBTFUL = {
    "a comment": '<!-- <a href="b">b</a> -->',
    "a comment in a heading": "<h1>Fest<!-- im Park --></h1>",
    "a section": "<![CDATA[<h1>x</h1>]]>",
    "an instruction": "<?php ?>",
    "a sign for less in a text": "<h1>3 < 4</h1>",
    "a sign for less in an attribute": '<img alt="3 < 4" src="a">',
    "a sign for more in an attribute": '<img alt="4 > 3" src="a">',
    "single quotes": "<a href='b'>b</a>",
    "no quotes": "<a href=b>b</a>",
    "an address that looks like a reference": '<a href="?a=1&copy=2">b</a>',
    "a slash at the end": '<h1>a<img src="b"/></h1>',
    "an element that is empty by a slash": '<div class="funding"><svg/>a</div>b',
    "upper case": '<H1 ID="A">a</H1>',
    "a tag in a script": '<script>"<h1>a</h1>"</script>',
    "a tag in a style": "<style><h1></style>",
    "a tag in a title": "<title>a <em>b</em></title>",
    "a script in a heading": "<h1>a<script>b &amp; c</script></h1>",
    "a text area in the notice": '<p class="funding"><textarea>&amp;</textarea></p>',
    "a tag that is never closed": "<h1>a</h1><h2",
    "space in an end tag": "<h1>a</h1 >",
    "a frame": "<h1>a<iframe><b>c</b></iframe></h1>",
}


def test_a_page_tells_its_ids_links_headings_pictures_and_notice() -> None:
    assert read(PAGE) == plainly(PAGE) == by_the_book(PAGE) == KNOWN


def test_elements_without_an_end_do_not_stretch_the_notice() -> None:
    for void in ("<br>", "<hr>", "<br/>", '<input name="a">', '<source srcset="a.svg">'):
        assert [one.words for one in read(f'<div class="funding">{void}Union</div><p>mehr</p>').notices] == ["Union"]


@pytest.mark.parametrize("html", DOUBTFUL.values(), ids=DOUBTFUL)
def test_the_quick_reader_leaves_to_the_other_what_is_not_written_as_ours(html: str) -> None:
    assert plainly(html) is None
    assert read(html) == by_the_book(html)


def test_both_readers_agree_about_every_page_there_is(public: Path, invented: Path) -> None:
    pages = [file.read_text("utf-8") for folder in (public, invented) for file in sorted(folder.rglob("*.html"))]
    both = [(plainly(page), by_the_book(page)) for page in pages]

    assert [quick for quick, slow in both if quick not in (None, slow)] == []
    # The pages with drawn figures close their shapes as XML does; so do those of each language.
    left = Counter(
        re.findall(r'<html lang="([^"]*)"', page)[0]
        for page, (quick, _) in zip(pages, both, strict=True)
        if quick is None
    )
    assert max(left.values()) <= 4


def test_both_readers_agree_about_every_example_and_template() -> None:
    texts = [
        file.read_text("utf-8", errors="replace")
        for folder in ("tests", "templates")
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in (".html", ".md")
    ]
    both = [(plainly(text), by_the_book(text)) for text in texts]

    assert len(both) > 100
    assert [quick for quick, slow in both if quick not in (None, slow)] == []


NAMES = "a p main h1 h2 h3 h12 div span img br link script style title textarea svg".split()
ATTRIBUTES = """\
id="a"|id="a" id="c"|href="a?b&amp;c=1"|href|src="a"|src=""|srcset="a 1w, b 2w ,, "|rel="icon x"|rel="canonical"|\
class="funding"|class="x funding"|class="fundings"|class="paid"|style="a"|onload|onload="a"|\
type="application/ld+json"|data="a"|action="a"|formaction="b"|\
rel="dns-prefetch"|alt=""|data-src="a"|viewBox="0 0"|tabindex="-1"|lang="hsb"|alt="&#34;&lt;&#34;" """
TEXTS = """Fest|Fest| |\n|&|&amp;|&am|p;|&#8211|&copy=|>|"|\xa0|a=b|Preis > 3 €|<!doctype html>"""
STRANGE_ATTRIBUTES = """ID="b"|href=a|href='a'|href="a&b=1"|href="&notit;"|alt="a>b"|alt="a<b"|"|=|/"""
STRANGE_TEXTS = (
    "<|< |<3|</|</>|< p>|<!-- a -->|<!--|-->|<!DOCTYPE html>|<!a>|<?a>|<![CDATA[a]]>|<P>|<iframe>|</p >|</p x>|\r"
)


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """A tag, an element or a text, mostly one that a template would write."""
    strange = draw(st.integers(0, 15))
    if strange == 0:
        return draw(st.sampled_from(STRANGE_TEXTS.split("|")))
    text = draw(st.sampled_from(TEXTS.split("|")))
    name = draw(st.sampled_from(NAMES))
    attributes = draw(
        st.lists(st.sampled_from((STRANGE_ATTRIBUTES if strange == 1 else ATTRIBUTES).split("|")), max_size=3)
    )
    start = "".join(f"{draw(st.sampled_from([' ', ' ', chr(10)]))}{attribute}" for attribute in attributes)
    end = draw(st.sampled_from(["/", "\t", " /"])) if strange == 2 else ""
    return draw(st.sampled_from([text, f"<{name}{start}{end}>", f"</{name}>", f"<{name}{start}{end}>{text}</{name}>"]))


@settings(max_examples=1000, deadline=None)
@given(st.lists(pieces(), max_size=8).map("".join))
def test_both_readers_agree_about_whatever_is_put_together(html: str) -> None:
    quick = plainly(html)

    assert quick is None or quick == by_the_book(html)
