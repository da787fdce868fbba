"""Our own marks inside a line: words of another language, and gaps still to be filled."""

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor

LANG = r"\[([^\]\[]+)\]\{lang=([^}\s]*)\}"
GAP = r"\[\[\s*[Ff]ehlt\b\s*:?\s*([^\]]*)\]\]"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-[a-z]{5,8})?")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps"})


class ForeignWords(InlineProcessor):
    """``[Strowotna studnja]{lang=hsb}`` becomes a span that screen readers speak rightly."""

    def __init__(self) -> None:
        super().__init__(LANG)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """The element and the range of text it stands for."""
        span = etree.Element("span")
        span.set("lang", match[2])
        if match[2].split("-")[0] in RIGHT_TO_LEFT:
            span.set("dir", "rtl")
        span.text = match[1]
        return span, match.start(), match.end()


class Gap(InlineProcessor):
    """``[[fehlt: Name der Behörde]]`` becomes a visible mark; a release refuses it."""

    def __init__(self) -> None:
        super().__init__(GAP)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """The element and the range of text it stands for."""
        mark = etree.Element("mark")
        mark.set("class", "gap")
        mark.text = f"noch offen: {match[1].strip() or 'eine Angabe'}"
        return mark, match.start(), match.end()
