"""What templates, style sheets, scripts and drawings would do, read from their own words and lines.

A finding here names the line that causes it, once. The checks of finished pages are the net below.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as etree

from pressroom.load import project_files
from pressroom.memo import Memo, digest
from pressroom.problems import Desk, quoted

FOLDERS = ("templates", "assets/css", "assets/js")


class Rule(NamedTuple):
    """What must not stand in a file, in small letters or capitals, and the message that says so.

    The first group is shown. The pattern is compiled by need: most runs read none of these files again.
    """

    code: str
    pattern: str


_ELSEWHERE = r"""(?:[a-z][a-z+.-]*:)?//[^\s"'`)>]+"""
_LOADING = (
    r"""[^>]*\brel\s*=\s*["']?[^"'>]*\b"""
    "(?:stylesheet|icon|preload|modulepreload|manifest|prefetch|prerender|preconnect|dns-prefetch|apple-touch-icon)"
)
_INLINE = (
    Rule("source-inline", r"(<style\b[^>]*>?)"),
    Rule("source-inline", r"""<[a-z][^>]*?\s(style\s*=\s*["'][^"']*["']?)"""),
    Rule("source-inline", r"""<[a-z][^>]*?\s(on[a-z]+\s*=\s*["'][^"']*["']?)"""),
    Rule("source-inline", r"""=\s*["']?\s*(javascript:[^"'\s>]*)"""),
)
TEMPLATE = (
    Rule("source-foreign", rf"""<(?!a\b|link\b)[a-z]+\b[^>]*?\s(?:src|href|poster|data)\s*=\s*["']?({_ELSEWHERE})"""),
    Rule("source-foreign", rf"""<[a-z]+\b[^>]*?\ssrcset\s*=\s*["'][^"']*?({_ELSEWHERE})"""),
    Rule("source-foreign", rf"""<link\b(?={_LOADING})[^>]*?\shref\s*=\s*["']?({_ELSEWHERE})"""),
    Rule("source-foreign", r"""<a\b[^>]*?\s(ping\s*=\s*["'][^"']*["']?)"""),
    Rule("source-form", rf"""<[a-z]+\b[^>]*?\s(?:action|formaction)\s*=\s*["']?({_ELSEWHERE})"""),
    Rule("source-form", r"""<form\b[^>]*?\s(method\s*=\s*["']?post)"""),
    Rule("source-foreign", r"""<[a-z]+\b[^>]*?\s(referrerpolicy\s*=\s*["'][^"']*["']?)"""),
    Rule("source-inline", r"""(<script\b(?![^>]*\ssrc\s*=)(?![^>]*application/ld\+json)[^>]*>)"""),
    *_INLINE,
    Rule("source-embed", r"""(<(?:iframe|frame|object|embed|applet|video|audio)\b[^>]*>?)"""),
)  # fmt: skip
STYLE = (
    Rule("source-foreign", r"(@import\b[^;]*)"),
    Rule("source-foreign", rf"""(?<!@import )(?:url\(|image-set\()\s*["']?({_ELSEWHERE}|data:[^\s)]*)"""),
)
SCRIPT = (
    Rule("source-device", r"\b(document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|openDatabase)\b"),
    Rule("source-device", r"(?<![\w.])(caches\.|window\.caches\b)"),
    Rule("source-device", r"(\bnavigator\b(?!\s*\.\s*sendBeacon)(?:\s*\.\s*\w+)?)"),
    Rule("source-device", r"""(\[\s*["'](?:cookie|caches)["']\s*\])"""),
    Rule("source-device", r"\b(new\s+(?:Shared)?Worker\b)"),
    Rule("source-sends", r"\b(fetch(?=\s*\()|XMLHttpRequest|sendBeacon)\b"),
    Rule("source-sends", r"\b(WebSocket|EventSource|RTCPeerConnection|WebTransport)\b"),
    Rule("source-foreign", r"""["'`]((?:(?:https?|wss?):)?//[^\s"'`]+)"""),
    Rule("source-unsafe", r"(?<![\w.])(eval\s*\(|new\s+Function\b|document\s*\.\s*writeln?\b)"),
    Rule("source-unsafe", r"\.\s*((?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML\b|createContextualFragment\b)"),
    Rule("source-unsafe", r"""\b(set(?:Timeout|Interval)\s*\(\s*["'`])"""),
    Rule("source-unsafe", r"""(setAttribute\s*\(\s*["'](?:style|on\w+)["'])"""),
)  # fmt: skip
DRAWING = (
    *TEMPLATE[:2],
    Rule("source-foreign", rf"""(?:xlink:href|url\()\s*=?\s*["']?({_ELSEWHERE})"""),
    Rule("source-inline", r"(<script\b[^>]*>)"),
    *_INLINE[1:],
    Rule("source-embed", r"(<(?:foreignObject|iframe)\b[^>]*>)"),
)
_COMMENTS = {
    TEMPLATE: re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
    STYLE: re.compile(r"/\*.*?\*/", re.DOTALL),
    SCRIPT: re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE),
    DRAWING: re.compile(r"<!--.*?-->", re.DOTALL),
}
_DRAWING_NEEDS = re.compile(
    r"script|style|\son|href|src|url\(|foreign|frame|data|object|embed|video|audio", re.IGNORECASE
)
"""Signs without which a drawing breaks no rule: most of ours have none, and to look for all rules takes a while."""
BY_ENDING = {".html": TEMPLATE, ".css": STYLE, ".js": SCRIPT, ".svg": DRAWING}


def own(root: Path, memo: Memo, desk: Desk) -> None:
    """Reports what the project's templates, style sheets and scripts would do; read again only if one was saved."""
    files = {f"{folder}/{path}": file for folder in FOLDERS for path, file in project_files(root / folder, BY_ENDING)}
    ledger = memo.ledger
    ledger.answerers.setdefault("file", lambda file: memo.contents.digest(file).encode())
    name = f"sources {digest(repr(sorted(files)).encode()).hex()}"
    note = ledger.recall(name)
    if note is not None:
        desk.again(note.outcome)
        return
    found = Desk()
    with ledger.noting() as asked:
        for path, file in files.items():
            ledger.ask(f"file {file}")
            checked(path, file.read_text("utf-8"), found)
    ledger.keep(name, asked, found.rows())
    desk.again(found.rows())


def checked(path: str, text: str, desk: Desk) -> None:
    """Reports what a file of the project would do that no page may do; ``path`` is as shown in messages."""
    rules = BY_ENDING[path[path.rindex(".") :]]
    for code, line, piece in _found(text, rules):
        desk.report(code, path, line, text=quoted(piece))


def drawn(origin: str, text: str, desk: Desk) -> None:
    """The same of a drawing that was made; what is wrong with it is wrong where it comes from."""
    if not _DRAWING_NEEDS.search(text):
        return
    for code, _, piece in _found(text, DRAWING):
        desk.report(code, origin, 0, text=quoted(piece))


def fed(origin: str, text: str, base: str, desk: Desk) -> None:
    """The same of a feed: its texts are HTML, whose pictures lie on this site. ``base`` is the site's address."""
    for code, _, piece in _found("\n".join(_html(text)), TEMPLATE):
        if not (code == "source-foreign" and piece.startswith(base)):
            desk.report(code, origin, 0, text=quoted(piece))


def _html(text: str) -> Iterator[str]:
    """The pieces of a feed that readers show as HTML; titles and summaries are plain words."""
    if text.startswith("{"):
        yield from (item.get("content_html", "") for item in json.loads(text)["items"])
        return
    for element in etree.fromstring(text.encode()).iter():
        if element.get("type") in ("html", "xhtml"):
            yield element.text or ""


def _found(text: str, rules: tuple[Rule, ...]) -> Iterator[tuple[str, int, str]]:
    """Each piece that breaks a rule, with its line."""
    plain = _COMMENTS[rules].sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    for code, pattern in rules:
        for match in re.finditer(pattern, plain, re.IGNORECASE):
            yield code, plain.count("\n", 0, match.start(1)) + 1, match[1]
