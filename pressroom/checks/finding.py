"""Finds the line that causes a fault: of the story's own file where it stands there, else of a template."""

import re
from collections.abc import Callable, Mapping

Place = tuple[str, int]
"""A path as messages show it, and a line counted from 1; 0 for the file as a whole."""

_TAG = re.compile(r"<[a-zA-Z{](?:\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|[^<>{]|\{)*>", re.DOTALL)
_JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_AFTER = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|[^<])*", re.DOTALL)
_HEADING = re.compile(r"<h[1-6]\b")
_WORD = re.compile(r"\{%-?\s*(\w+)")
_GROUPS = {"if": "(?:", "for": "(?:", "elif": "|", "else": "|", "endif": ")?", "endfor": ")*"}


class Finder:
    """Finds what wrote a tag of one page. Faults are rare, so all that it needs is fetched only when it is asked.

    ``source`` gives the text of the file the page comes from, empty where it comes from none; ``templates`` gives the
    texts of the templates the page was made of, by their paths.
    """

    def __init__(
        self, html: str, origin: str, source: Callable[[], str], templates: Callable[[], Mapping[str, str]]
    ) -> None:
        self.html = html
        self.origin = origin
        self.source = source
        self.templates = templates

    def __call__(self, tag: str, words: str = "", *, hollow: bool = False) -> Place:
        """The place of a tag as it stands on the page, or of an attribute (``id="a"``: the last tag that has it).

        ``words`` are what stands in it, for what Markdown has made; ``hollow`` says that nothing does. The file as a
        whole where nothing is found.
        """
        text = self.source()
        if not tag.startswith("<"):
            tag = next((found for found in reversed(self._tags()) if f" {tag}" in found), "")
        if tag and tag in text:
            return self.origin, _line(text, text.index(tag))
        template = self._template(tag, words if _HEADING.match(tag) else "", hollow=hollow) if tag else None
        if template is not None:
            return template
        position = _of_words(text, words) if words else -1
        return (self.origin, _line(text, position)) if position >= 0 else (self.origin, 0)

    def _tags(self) -> list[str]:
        return [match[0] for match in _TAG.finditer(self.html)]

    def _template(self, tag: str, words: str, *, hollow: bool) -> Place | None:
        """The tag of a template that can become this one; of several, the one that says most of it, and of ``words``
        that follow it, or nothing if it is ``hollow``.
        """
        found = []
        for path, text in self.templates().items():
            for match in _TAG.finditer(text):
                certain = _can_become(match[0], tag)
                follows = _AFTER.match(text, match.end())[0].strip()  # type: ignore[index]
                after = _can_become(follows, words) if words else 0
                if certain is not None and after is not None:
                    filled = bool(hollow and follows)
                    found.append((-certain - after, filled, path, _line(text, match.start())))
        return min(found)[2:] if found else None


def nowhere(tag: str, words: str = "", *, hollow: bool = False) -> Place:
    """A finder of a page whose making nobody knows."""
    return "", 0


def _can_become(written: str, shown: str) -> int | None:
    """How many signs of a piece of a template are certain, if it can become what is shown; else None.

    What stands there on a condition is not certain.
    """
    certain, depth, parts = 0, 0, []
    for number, piece in enumerate(_JINJA.split(written)):
        if number % 2 == 0:
            certain += 0 if depth else len(piece)
            # An address of the site is relative on a page.
            escaped = re.escape(piece).replace("site:/", '[^"]*')
            parts.append(re.sub(r"(?:\\?\s)+", r"\\s+", escaped))
        elif piece.startswith("{{"):
            parts.append(".*?")
        else:
            word = _WORD.match(piece)
            group = _GROUPS.get(word[1], "") if word else ""
            depth += (group == "(?:") - group.startswith(")")
            parts.append(group)
    try:
        return certain if re.fullmatch("".join(parts), shown, re.DOTALL) else None
    except re.error:
        # A condition that begins in a tag and ends elsewhere: what it becomes cannot be told from here.
        return None


def _of_words(text: str, words: str) -> int:
    """Where words stand in a text; -1 if not. Typography may have changed what lies between them."""
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
    found = re.search(pattern, text) if pattern else None
    return found.start() if found else -1


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
