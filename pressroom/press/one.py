"""One file: described, made, checked and laid aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from pressroom import checks, load, make, publish, urls
from pressroom.checks import Finished
from pressroom.files import File, Later, Page
from pressroom.kinds.languages import SOURCE
from pressroom.make import Maker
from pressroom.memo import Memo, digest
from pressroom.outputs import patterns
from pressroom.problems import Desk
from pressroom.validate import Site


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


def pull(memo: Memo, press: Press, file: File) -> Pulled:
    """Makes one file, in whichever process."""
    asked, data, template = made(memo, press, file)
    desk = Desk()
    facts, title = b"", ""
    wants: tuple[str, ...] = ()
    if file.path.endswith(".html"):
        html = data.decode()
        # The page of patterns has heads and notices among the parts it shows, in every order; that is the point of it.
        shows_parts = file.origin == patterns.ORIGIN
        read = checks.read(html)
        with memo.ledger.noting() as looked:
            places, programme = finder(press, file, html, asked), _programme(press.site, file)
            page = Finished(file.path, file.origin, read, places, template, programme)
            for check in checks.CHECKS if not shows_parts else ():
                check(page, desk)
        asked.update(looked)
        wanted = {*checks.links.wanted(file.path, read, urls.base_path(press.maker.base))}
        more = checks.addresses.wanted(file.path, html, press.maker.base)
        wanted.update(more if not shows_parts else ())
        own = {f"{file.path}#{mark}" for mark in read.ids}
        wants = tuple(sorted(wanted - own))
        redirect = any(kind == "refresh" for kind, _, _ in read.signs)
        facts = memo.keep((wants, (*read.ids, checks.addresses.LEADS_ON) if redirect else read.ids))
        title = "" if redirect else read.title
    elif file.path.endswith(("feed.xml", "feed.json")):
        checks.sources.fed(file.origin, data.decode(), press.maker.base, desk)
    elif file.path.startswith("assets/"):
        with memo.ledger.noting() as looked:
            _check_design(memo, press.site, file, data, desk)
        asked.update(looked)
    if file.path.endswith(checks.addresses.READ):
        wants = tuple(sorted({*checks.addresses.wanted(file.path, data.decode(), press.maker.base)}))
        facts = memo.keep((wants, ())) if wants else b""
    said = press.stage.put(file.path, data) if press.stage is not None else ""
    return Pulled(asked, Outcome(plain(file), digest(data), facts, desk.rows(), title), said, wants)


def made(memo: Memo, press: Press, file: File) -> tuple[dict[str, bytes], bytes, str]:
    """All that was asked for a file, its bytes, and the template it is made with, if there is one."""
    with memo.ledger.noting() as asked:
        recipe = make.recipe_of(file, press.site)
        data = press.maker.made(recipe, file.path)
        # The address of the site decides which absolute links are its own.
        memo.ledger.ask("settings")
    return asked, data, f"templates/{recipe.template}" if isinstance(recipe, Page) else ""


def finder(press: Press, file: File, html: str, asked: Iterable[str]) -> checks.Finder:
    """Who finds what wrote a tag of a page: in its story's file, which is noted then, or its templates, which are."""

    def templates() -> dict[str, str]:
        named = (question.removeprefix("template ") for question in asked if question.startswith("template "))
        return {path: text for name in named for path, text in press.maker.templates.used(name).items()}

    return checks.Finder(html, file.origin, lambda: written(press.site, file.origin), templates)


def written(site: Site, path: str) -> str:
    """The text of a story's file as it lies on the disk, to name a line of it; empty for what is no story."""
    found = site.context.files.get(path)
    if found is None:
        return ""
    site.memo.ledger.ask(f"file {found.file}")
    data = site.memo.contents.read(found.file, load.MOST_BYTES)
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _check_design(memo: Memo, site: Site, file: File, data: bytes, desk: Desk) -> None:
    """What every page shares is looked at once."""
    if file.path.endswith(".svg"):
        checks.sources.drawn(file.origin, data.decode(), desk)
    if file.path == urls.path(urls.asset("eu-emblem.svg")):
        checks.emblem.is_as_published(data, file.origin, desk)
    elif file.path.endswith(".css"):
        # Imported by need: with its reader of style sheets it takes 5 ms, and few builds make the sheet.
        from pressroom.checks import style

        # A remark in a source changes no byte of the sheet, but the lines that are told.
        memo.ledger.ask("sheets")
        style.suits_the_notice(data.decode(), site.drawn.sheets, desk)


def _programme(site: Site, file: File) -> str:
    """What the project is paid from whose page this is; empty for any other. The page has asked for its fields."""
    read = site.reads.get(file.origin)
    # Whether it is told in another language or not: what a project is paid from stands in its German file.
    head = site.index.shown.get(read.head.key) if read is not None else None
    if head is None or head.folder != "projects":
        return ""
    lang = file.recipe.lang if isinstance(file.recipe, Later) else SOURCE
    address = urls.spoken(head.address, lang) if lang != SOURCE else head.address
    if urls.path(address) != file.path:
        return ""
    return head.programme or "none"


def plain(file: File) -> Any:
    """A file's recipe and origin as plain values."""
    recipe = file.recipe
    return (file.origin, *recipe.plain) if isinstance(recipe, Later) else (file.origin, repr(recipe))
