"""A text read with the steps it has need of becomes what it becomes with all of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from pressroom.markup import grammar
from pressroom.markup.frugal import Frugal
from pressroom.markup.lists import straighten
from tests.town import ROOT

PIECES = [
    *("Wort", "und ", " ", "  \n", "\n", "\n\n", "    ", "\t", "\u00a0", "'", '"', "!"),
    *("- ", "* ", "1. ", "2) ", "> ", "# ", "## ", "---\n", "===\n", "***", "- - -", ": ", ":   Angabe\n"),
    *("| a | b |\n", "|---|--:|\n", "|:-:|", "|", "```\n", "~~~\n", "`", "``", "\\", "\\*"),
    *("*", "**", "_", "__", "a_b_c", "[", "]", "(", "](", "[a](b.md)", "![", "![b](c.jpg)", "[a] (x)"),
    *("[a][b]", "[b]", "[b]: http://x.de 'T'\n", "[^1]", "[^1]: Note\n", "[سلام]{lang=ar}", "{lang=ar}"),
    *("[[fehlt: x]]", "{", "}", "{: .gap }", "{ #id }", "<b>", "</b>", "<div>", "</div>", "<br>", "<p>", "</p>"),
    *("<", ">", "<!--", "-->", "<?php", "?>", "<table>", "<https://x.de>", "<a@b.de>"),
    *("&", "&amp;", "&nbsp;", "&#39;", "\x02", "\x03"),
]
FRUGAL = grammar.reader(Frugal)
WHOLE = grammar.reader(Markdown)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_mixture_of_markdown_becomes_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)

    assert FRUGAL.convert(text) == WHOLE.reset().convert(text)


@pytest.mark.parametrize("folder", ["content", "docs", "tests"])
def test_every_text_we_have_becomes_the_same(folder: str) -> None:
    texts = [straighten(file.read_text("utf-8", "replace")) for file in sorted((ROOT / folder).rglob("*.md"))]

    assert len(texts) > 2
    assert [FRUGAL.convert(text) for text in texts] == [WHOLE.reset().convert(text) for text in texts]


def test_nothing_of_a_text_stays_behind_for_the_next() -> None:
    alone = grammar.reader(Frugal).convert("[a] und [^1]")
    FRUGAL.convert("[a]: https://x.de\n\n[^1]: Note\n\nWort[^1] *und\n\n<div>\n")

    assert FRUGAL.convert("[a] und [^1]") == alone == "<p>[a] und [^1]</p>"
