"""Who pays is said on every page, and on the page of a project in the words of its programme.

What is wrong with a notice is wrong in a template, so it is said of the template, and once.
"""

import re
from functools import lru_cache

from pressroom.checks.facts import Notice, Shown
from pressroom.checks.finished import Finished
from pressroom.problems import Desk, quoted

LEAST_HEIGHT = 32
"""CSS pixels (P21-8)."""

_EMBLEM = "/eu-emblem.svg"
_ABOVE = "templates/parts/funding.html"
_PAID = "templates/parts/paid.html"
_NOTICE_WORDS = '<p class="funding-words">'
_WORDS = {
    "Emblem": r"^\[\S*/eu-emblem\.svg\]",
    "„Europäische Union“": r"^\[\S*\] (?:Europäische Union|Kofinanziert von der Europäischen Union)(?= )",
    "„Europäischer Sozialfonds“": r"^\[\S*\] (?:Europäische Union|Kofinanziert von der Europäischen Union) "
    r"Europäischer Sozialfonds\b",
}
"""What a notice above a page consists of, in this order (P14-1, P14-5, P21-2)."""
_STRANGERS = re.compile(r"\[(?!\S*/eu-emblem\.svg\])\S*\] ?")
_STATEMENTS = {
    "esf-2014-2020": re.compile(r"\[\S*/eu-emblem\.svg\] Europäische Union Europäischer Sozialfonds"),
    "esf-plus-2021-2027": re.compile(r"\[\S*/eu-emblem\.svg\] Kofinanziert von der Europäischen Union"),
}
"""What stands on the page of a project of each programme (P14-5, P21-2)."""


def stands_first(page: Finished, desk: Desk) -> None:
    """Emblem, Union and fund before anything else on every page (P14-1, P14-4, P14-5, P21-1, P21-8)."""
    notice = next((one for one in page.facts.notices if one.kind == "funding"), None)
    if notice is None:
        desk.report("page-funding", page.template or page.origin, 0, text="Er fehlt ganz.")
    elif not notice.first:
        desk.report("page-late", page.template or page.origin, 0)
    if notice is not None:
        _report(_faults(notice), _ABOVE, page, desk)


def is_that_of_the_programme(page: Finished, desk: Desk) -> None:
    """The notice of the project's own programme, no other beside it, and none where the ESF does not pay (P-1)."""
    notices = page.facts.notices
    paid = [notice for notice in notices if notice.kind == "paid"]
    emblems = sum(target.endswith(_EMBLEM) for target in page.facts.loads)
    if emblems > len(notices) or (paid and page.programme not in _STATEMENTS):
        desk.report("page-emblem", page.template or page.origin, 0)
    if not page.programme:
        return
    above = sum("ofinanziert" in notice.words for notice in notices if notice.kind == "funding")
    elsewhere = page.facts.statements - above
    wanted = _STATEMENTS.get(page.programme)
    if wanted is None:
        told = "Kofinanziert von der Europäischen Union" if elsewhere else ""
    elif len(paid) == 1 and wanted.fullmatch(paid[0].words) and elsewhere == (page.programme == "esf-plus-2021-2027"):
        told = ""
        _report(_of_pictures(paid[0].shown), _PAID, page, desk)
    else:
        told = " / ".join(re.sub(r"\[\S*\]", "[Emblem]", notice.words) for notice in paid) or "keinen"
        if elsewhere and "ofinanziert" not in told:
            told += ", dazu „Kofinanziert von der Europäischen Union“"
    if told:
        desk.report("page-paid", page.template or page.origin, 0, programme=page.programme, text=quoted(told, 200))


_Fault = tuple[str, str, tuple[tuple[str, str], ...]]
"""A code, the tag at fault as a finder wants it, and the words of the message."""


def _report(faults: tuple[_Fault, ...], path: str, page: Finished, desk: Desk) -> None:
    """Reports what is wrong with a notice at the line that writes it; ``path`` is the template it comes from."""
    for code, tag, words in faults:
        place = page.place(tag)
        desk.report(code, *(place if place[1] else (path, 0)), **dict(words))


@lru_cache(maxsize=64)
def _faults(notice: Notice) -> tuple[_Fault, ...]:
    """What is wrong with the notice above a page; the same for nearly all of them."""
    said = _STRANGERS.sub("", notice.words)
    missing = [name for name, words in _WORDS.items() if not re.search(words, said)]
    if not missing:
        return _of_pictures(notice.shown)
    text = f"{missing[0]} fehlt oder steht nicht an seiner Stelle."
    return (("page-funding", _NOTICE_WORDS, (("text", text),)), *_of_pictures(notice.shown))


@lru_cache(maxsize=64)
def _of_pictures(shown: tuple[Shown, ...]) -> tuple[_Fault, ...]:
    """What is wrong with the pictures in a notice: the emblem, and nothing beside it."""
    found: list[_Fault] = []
    for one in shown:
        tag = f'src="{one.source}" alt="{one.alt}" width="{one.width}" height="{one.height}"'
        if not one.source.endswith(_EMBLEM):
            found.append(("page-logo", tag, (("text", quoted(one.source)),)))
            continue
        if "Europäischen Union" not in one.alt:
            text = "Das Emblem sagt nicht in Worten, was es zeigt (alt)."
            found.append(("page-funding", tag, (("text", text),)))
        sizes = [int(size) if size.isdecimal() else 0 for size in (one.width, one.height)]
        if sizes[1] < LEAST_HEIGHT or 2 * sizes[0] != 3 * sizes[1]:
            found.append(("page-size", tag, (("width", one.width or "?"), ("height", one.height or "?"))))
    return tuple(found)
