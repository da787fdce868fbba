"""Which Markdown editors may write: that of python-markdown, with six of its extensions and our own marks."""

from typing import TypeVar

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from pressroom.markup import inline, tree

Reader = TypeVar("Reader", bound=Markdown)


def reader(kind: type[Reader]) -> Reader:
    """A reader of this Markdown: ``Frugal``, or ``Markdown`` for one that takes every step with every text."""
    return kind(
        output_format="html",
        tab_length=4,
        extensions=[
            TableExtension(use_align_attribute=True),
            FootnoteExtension(BACKLINK_TITLE="Zurück zur Stelle {} im Text", BACKLINK_TEXT="↑"),
            AttrListExtension(),
            DefListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),
            _Ours(),
        ],
    )


class _Ours(Extension):
    """Our marks inside a line, and what we do to the tree of elements."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Adds our patterns, and our steps behind those of python-markdown, which end with priority 0 to 30."""
        md.inlinePatterns.register(inline.Gap(), "gap", 173)
        md.inlinePatterns.register(inline.ForeignWords(), "foreign-words", 172)
        md.treeprocessors.register(tree.Headings(md), "headings", 5)
        md.treeprocessors.register(tree.Tables(md), "tables", 4)
        md.treeprocessors.register(tree.Polish(md), "typography", 3)
