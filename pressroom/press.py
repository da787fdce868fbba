"""Makes every file that is not as it should be already: describes it, makes it, checks it, lays it aside."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from pressroom import checks, load, make, publish, urls
from pressroom.checks import Finished
from pressroom.files import File, Later, Page
from pressroom.make import Maker
from pressroom.memo import Memo, digest
from pressroom.outputs import patterns
from pressroom.problems import Desk, quoted
from pressroom.validate import Site

WORTH_WORKERS = 60
"""To make one file takes about a millisecond; to start the other processes, a twentieth of a second."""


@dataclass
class Press:
    """All that is needed to make a file. ``stage`` is None where nothing is to be written."""

    site: Site
    maker: Maker
    stage: publish.Stage | None


class Outcome(NamedTuple):
    """What is remembered of a file: its recipe, what stands for its bytes, what it wants of others, what was found.

    ``title`` is that of a page, empty for one that only leads on.
    """

    recipe: Any
    digest: bytes
    facts: bytes
    rows: tuple[Any, ...]
    title: str = ""


class Pulled(NamedTuple):
    """A file that was made: what was asked for it, its outcome, what ``Stage.put`` said, what it wants of others."""

    asked: dict[str, bytes]
    outcome: Outcome
    said: str
    wants: tuple[str, ...]


class Finish(NamedTuple):
    """What there is now: of every file what stands for its bytes, and of those that were made what ``put`` said.

    ``wants`` is whatever any page leads to or loads, to be saved as the page of that name.
    """

    digests: dict[str, bytes]
    put: dict[str, str]
    wants: frozenset[str] | set[str] = frozenset()


def run(
    memo: Memo,
    press: Press,
    files: tuple[File, ...],
    folder: publish.Folder | None,
    desk: Desk,
    done: Callable[[int], None],
    pictured: Callable[[int], None],
) -> Finish:
    """Makes what has changed, and checks whether all that pages lead to is there."""
    finish = Finish({}, {})
    titles: dict[str, str] = {}
    missing = []
    before = memo.ledger.known
    for file in files:
        outcome = _recalled(memo, file)
        if outcome is None or (folder is not None and not folder.holds(file.path, outcome.digest)):
            missing.append(file)
        if outcome is not None:
            finish.digests[file.path] = outcome.digest
            titles[file.path] = outcome.title
            desk.again(outcome.rows)
    _photos(memo, press, files, missing, finish, desk, pictured)
    others = [(file,) for file in missing if not isinstance(file.recipe, make.PHOTOS)]
    wanted: dict[str, tuple[str, ...]] = {}
    lost: set[str] = set()
    pulled = memo.each(pull, press, others, worth_workers=WORTH_WORKERS)
    for count, ((file,), one) in enumerate(zip(others, pulled, strict=True), 1):
        name = f"file {file.path}"
        if file.path not in finish.digests:
            desk.again(one.outcome.rows)
        lost |= _lost_marks(memo, file.path, one.outcome)
        memo.ledger.keep(name, one.asked, tuple(one.outcome))
        finish.digests[file.path] = one.outcome.digest
        finish.put[file.path] = one.said
        titles[file.path] = one.outcome.title
        # What comes from another process names each page with a text of its own.
        wanted[file.path] = tuple(map(sys.intern, one.wants))
        done(count)
    lost |= {name[5:] for name in before if name.startswith("file ")} - finish.digests.keys()
    known = set(memo.page("wants") or ())
    _check_links(memo, press, files, finish, wanted, bool(lost & known), desk)
    _check_titles(press.site, [(file.path, file.origin, titles.get(file.path, "")) for file in files], desk)
    return finish._replace(wants=known.union(*wanted.values()))


def pull(memo: Memo, press: Press, file: File) -> Pulled:
    """Makes one file, in whichever process."""
    asked, data, template = made(memo, press, file)
    desk = Desk()
    facts, title = b"", ""
    wants: tuple[str, ...] = ()
    if file.path.endswith(".html"):
        html = data.decode()
        read = checks.read(html)
        with memo.ledger.noting() as looked:
            finder, programme = _finder(press, file, html, asked), _programme(press.site, file)
            page = Finished(file.path, file.origin, read, finder, template, programme)
            # The page of patterns shows the head of a page among its parts; two of them are the point of it.
            for check in checks.CHECKS if file.origin != patterns.ORIGIN else ():
                check(page, desk)
        asked.update(looked)
        wanted = {*checks.links.wanted(file.path, read, urls.base_path(press.maker.base))}
        more = checks.addresses.wanted(file.path, html, press.maker.base)
        wanted.update(more if file.origin != patterns.ORIGIN else ())
        own = {f"{file.path}#{mark}" for mark in read.ids}
        wants = tuple(sorted(wanted - own))
        redirect = any(kind == "refresh" for kind, _, _ in read.signs)
        facts = memo.keep((wants, (*read.ids, checks.addresses.LEADS_ON) if redirect else read.ids))
        title = "" if redirect else read.title
    elif file.path.startswith("assets/"):
        with memo.ledger.noting() as looked:
            _check_design(memo, press.site, file, data, desk)
        asked.update(looked)
    if file.path.endswith(checks.addresses.READ):
        wants = tuple(sorted({*checks.addresses.wanted(file.path, data.decode(), press.maker.base)}))
        facts = memo.keep((wants, ())) if wants else b""
    said = press.stage.put(file.path, data) if press.stage is not None else ""
    return Pulled(asked, Outcome(_plain(file), digest(data), facts, desk.rows(), title), said, wants)


def _finder(press: Press, file: File, html: str, asked: Iterable[str]) -> checks.Finder:
    """Who finds what wrote a tag of a page: in its story's file, which is noted then, or its templates, which are."""

    def templates() -> dict[str, str]:
        named = (question.removeprefix("template ") for question in asked if question.startswith("template "))
        return {path: text for name in named for path, text in press.maker.templates.used(name).items()}

    return checks.Finder(html, file.origin, lambda: _written(press.site, file.origin), templates)


def _written(site: Site, path: str) -> str:
    """The text of a story's file as it lies on the disk, to name a line of it; empty for what is no story."""
    found = site.context.files.get(path)
    if found is None:
        return ""
    site.memo.ledger.ask(f"file {found.file}")
    data = site.memo.contents.read(found.file, load.MOST_BYTES)
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def made(memo: Memo, press: Press, file: File) -> tuple[dict[str, bytes], bytes, str]:
    """All that was asked for a file, its bytes, and the template it is made with, if there is one."""
    with memo.ledger.noting() as asked:
        recipe = make.recipe_of(file, press.site)
        data = press.maker.made(recipe, file.path)
        # The address of the site decides which absolute links are its own.
        memo.ledger.ask("settings")
    return asked, data, f"templates/{recipe.template}" if isinstance(recipe, Page) else ""


def _check_design(memo: Memo, site: Site, file: File, data: bytes, desk: Desk) -> None:
    """What every page shares is looked at once."""
    if file.path == urls.path(urls.asset("eu-emblem.svg")):
        checks.emblem.is_as_published(data, file.origin, desk)
    elif file.path.endswith(".css"):
        # A remark in a source changes no byte of the sheet, but the lines that are told.
        memo.ledger.ask("sheets")
        checks.style.suits_the_notice(data.decode(), site.drawn.sheets, desk)


def _programme(site: Site, file: File) -> str:
    """What the project is paid from whose page this is; empty for any other. The page has asked for its fields."""
    read = site.reads.get(file.origin)
    if read is None or read.head.folder != "projects" or urls.path(read.head.address) != file.path:
        return ""
    return read.head.programme or "none"


def led_to(memo: Memo, path: str) -> tuple[str, ...]:
    """The files that a page leads to or loads, as the run that made or recalled it has found out."""
    note = memo.ledger.kept.get(f"file {path}")
    wants: tuple[str, ...] = memo.kept(note.outcome[2])[0] if note is not None and note.outcome[2] else ()
    return wants


def _recalled(memo: Memo, file: File) -> Outcome | None:
    note = memo.ledger.recall(f"file {file.path}")
    if note is None or note.outcome[0] != _plain(file):
        return None
    return Outcome._make(note.outcome)


def _plain(file: File) -> Any:
    """A file's recipe and origin as plain values."""
    recipe = file.recipe
    return (file.origin, *recipe.plain) if isinstance(recipe, Later) else (file.origin, repr(recipe))


def _photos(
    memo: Memo,
    press: Press,
    files: Iterable[File],
    missing: Iterable[File],
    finish: Finish,
    desk: Desk,
    done: Callable[[int], None],
) -> None:
    """The pictures of which anything is missing."""
    found = Desk()
    for file, data in make.photos(files, frozenset(file.path for file in missing), memo, found, done):
        with memo.ledger.noting() as asked:
            memo.ledger.ask(f"file {file.recipe.file}")  # type: ignore[union-attr]
        finish.digests[file.path] = digest(data)
        finish.put[file.path] = press.stage.put(file.path, data) if press.stage is not None else ""
        if not found.found:
            outcome = Outcome(_plain(file), finish.digests[file.path], b"", ())
            memo.ledger.keep(f"file {file.path}", asked, tuple(outcome))
    desk.again(found.rows())


def _lost_marks(memo: Memo, path: str, outcome: Outcome) -> set[str]:
    """The marks a page had the last time and has no longer: others may still lead there."""
    before = memo.ledger.known.get(f"file {path}")
    if before is None or not before.outcome[2] or before.outcome[2] == outcome.facts:
        return set()
    had, has = (memo.kept(facts)[1] if facts else () for facts in (before.outcome[2], outcome.facts))
    lost = {f"{path}#{mark}" for mark in set(had).difference(has)}
    # A page that leads on from now on may be where another already leads on to.
    return lost | {checks.addresses.LEADS_ON + path} if checks.addresses.LEADS_ON in has else lost


def _check_titles(site: Site, titles: Iterable[tuple[str, str, str]], desk: Desk) -> None:
    """Whether any two pages have the same title; it is told at the title's line."""
    for one in checks.titles.alike(titles, frozenset(site.context.files)):
        written = _written(site, one.origin).split("\n")
        line = next((number for number, text in enumerate(written, 1) if text.startswith(("title:", "name:"))), 0)
        words = {"page": f"/{one.path}", "other": f"/{one.other}", "text": quoted(one.title)}
        desk.report("title-twice", one.origin, line, **words)


def _check_links(
    memo: Memo,
    press: Press,
    files: Iterable[File],
    finish: Finish,
    wanted: dict[str, tuple[str, ...]],
    everywhere: bool,
    desk: Desk,
) -> None:
    """Follows every link of the files that were made; of the others only if what they want may be there no longer."""
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
        for one in checks.links.lost(wants, finish.digests.__contains__, has_mark):
            missed.setdefault(one, []).append(file)
    for one, naming in missed.items():
        _tell_of_lost(memo, press, one, naming, desk)


def _tell_of_lost(memo: Memo, press: Press, lost: checks.links.Lost, files: Iterable[File], desk: Desk) -> None:
    """Reports a target that is not there, at the line that names it: that of a text, else that of a template."""
    # What a page and a feed want in vain is told of the page; what a template names for all pages, once.
    pages = [file for file in files if file.path.endswith(".html")]
    for file in pages or list(files)[:1]:
        path, line, text = file.origin, 0, f"/{lost.target}"
        if pages:
            asked, data, _ = made(memo, press, file)
            html = data.decode()
            address, tag = checks.links.written(file.path, html, lost.target, press.maker.base)
            before, found, _ = _written(press.site, file.origin).partition(address or "\0")
            if found and not address.startswith(("#", ".")):
                line, text = before.count("\n") + 1, address
            elif tag:
                path, line = _finder(press, file, html, asked)(tag)
        desk.report(lost.code, path, line, page=f"/{file.path}", text=quoted(text))
        if path.startswith("templates/"):
            return
