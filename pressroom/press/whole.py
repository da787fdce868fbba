"""What only the whole site can tell: whether every link leads somewhere, and whether no two pages have one title."""

from collections.abc import Container, Iterable, Mapping

from pressroom import checks
from pressroom.files import File, Later
from pressroom.kinds.languages import SOURCE
from pressroom.memo import Memo
from pressroom.press.one import Outcome, Press, finder, made, written
from pressroom.problems import Desk, quoted
from pressroom.validate import Site


def led_to(memo: Memo, path: str) -> tuple[str, ...]:
    """The files that a page leads to or loads, as the run that made or recalled it has found out."""
    note = memo.ledger.kept.get(f"file {path}")
    wants: tuple[str, ...] = memo.kept(note.outcome[2])[0] if note is not None and note.outcome[2] else ()
    return wants


def lost_marks(memo: Memo, path: str, outcome: Outcome) -> set[str]:
    """The marks a page had the last time and has no longer: others may still lead there."""
    before = memo.ledger.known.get(f"file {path}")
    if before is None or not before.outcome[2] or before.outcome[2] == outcome.facts:
        return set()
    had, has = (memo.kept(facts)[1] if facts else () for facts in (before.outcome[2], outcome.facts))
    lost = {f"{path}#{mark}" for mark in set(had).difference(has)}
    # A page that leads on from now on may be where another already leads on to.
    return lost | {checks.addresses.LEADS_ON + path} if checks.addresses.LEADS_ON in has else lost


def check_titles(site: Site, files: Iterable[File], titles: Mapping[str, str], desk: Desk) -> None:
    """Whether any two pages of a language have the same title; it is told at the title's line."""
    pages = (
        (
            file.path,
            file.origin,
            file.recipe.lang if isinstance(file.recipe, Later) else SOURCE,
            titles.get(file.path, ""),
        )
        for file in files
    )
    for one in checks.titles.alike(pages, frozenset(site.context.files)):
        lines = written(site, one.origin).split("\n")
        line = next((number for number, text in enumerate(lines, 1) if text.startswith(("title:", "name:"))), 0)
        words = {"page": f"/{one.path}", "other": f"/{one.other}", "text": quoted(one.title)}
        desk.report("title-twice", one.origin, line, **words)


def check_links(
    memo: Memo,
    press: Press,
    files: Iterable[File],
    published: Container[str],
    wanted: dict[str, tuple[str, ...]],
    everywhere: bool,
    desk: Desk,
) -> None:
    """Follows every link of the files that were made; of the others only if what they want may be there no longer.

    What a page and a feed want in vain is told of the page; what a template names for all pages, once.
    """
    marks: dict[str, frozenset[str]] = {}
    missed: dict[checks.links.Lost, list[File]] = {}

    def has_mark(path: str, mark: str) -> bool:
        if path not in marks:
            note = memo.ledger.kept.get(f"file {path}")
            facts = note.outcome[2] if note is not None else b""
            marks[path] = frozenset(memo.kept(facts)[1]) if facts else frozenset()
        return mark in marks[path]

    for file in files:
        wants = wanted.get(file.path, led_to(memo, file.path) if everywhere else ())
        for one in checks.links.lost(wants, published.__contains__, has_mark):
            missed.setdefault(one, []).append(file)
    for one, naming in missed.items():
        _tell_of_lost(memo, press, one, naming, desk)


def _tell_of_lost(memo: Memo, press: Press, lost: checks.links.Lost, files: Iterable[File], desk: Desk) -> None:
    """Reports a target that is not there, at the line that names it: that of a text, else that of a template."""
    pages = [file for file in files if file.path.endswith(".html")]
    for file in pages or list(files)[:1]:
        path, line, text = file.origin, 0, f"/{lost.target}"
        if pages:
            asked, data, _ = made(memo, press, file)
            html = data.decode()
            address, tag = checks.links.written(file.path, html, lost.target, press.maker.base)
            before, found, _ = written(press.site, file.origin).partition(address or "\0")
            if found and not address.startswith(("#", ".")):
                line, text = before.count("\n") + 1, address
            elif tag:
                path, line = finder(press, file, html, asked)(tag)
        desk.report(lost.code, path, line, page=f"/{file.path}", text=quoted(text))
        if path.startswith("templates/"):
            return
