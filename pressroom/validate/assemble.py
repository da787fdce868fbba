"""Puts the site together from everything that was read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pressroom import urls
from pressroom.kinds.languages import SOURCE
from pressroom.load import Found, Library
from pressroom.memo import Memo, Note
from pressroom.problems import Desk, Row, Waiver, did_you_mean, quoted
from pressroom.validate import album, funding, links, record, relations, translations, vocabulary, withdrawn
from pressroom.validate.head import Head, Read, Wants
from pressroom.validate.index import Index, Order
from pressroom.validate.kinds import KINDS
from pressroom.validate.paths import resolved
from pressroom.validate.record import Context, Names
from pressroom.validate.site import Site
from pressroom.validate.story import Design

WORTH_WORKERS = 80
"""To read one file takes some 2 ms; to start the other processes, a twentieth of a second."""


@dataclass(frozen=True)
class Telling:
    """Whom to tell how far the work is."""

    texts: Callable[[int], None] = lambda count: None
    looks: Callable[[int], None] = lambda count: None


def to_site(
    memo: Memo, library: Library, design: Design, order: Order, desk: Desk, telling: Telling | None = None
) -> Site | None:
    """The site as of one day, or None where the settings cannot be read. Mistakes go to the desk."""
    telling = telling or Telling()
    _complain_of_strays(library, desk)
    reads, context = _reads(memo, library, order.today, telling.texts, desk)
    index = Index((read.head for read in reads.values()), order)
    described = [found for found in library.texts if found.folder == "media" or _is_record(found, library)]
    pictures = album.pictures(memo, library.media, described, order.today, library.name, telling.looks, desk)
    german = f"{library.name}/words/{SOURCE}.yaml" if library.texts else ""
    words = vocabulary.read(memo, library.words, german, desk)
    site = Site(memo, reads, index, order, design, pictures, library.name, context, words)
    _check_addresses(index, desk)
    _check_translations(index, desk)
    desk.again(_wants(site, context))
    _check_unused(site, desk)
    for head in index.by_path.values():
        desk.waive(head.path, map(Waiver._make, head.waivers))
    return site if context.settings else None


def reread(site: Site, found: Found, desk: Desk) -> bool:
    """Reads one file again in the middle of a run; false where others may be concerned, so that all must be seen."""
    memo, name = site.memo, f"read {found.file}"
    memo.contents.forget(found.file)
    memo.ledger.forget(f"file {found.file}")
    asked, outcome = record.read(memo, site.context, found)
    memo.ledger.keep(name, asked, outcome)
    desk.again(outcome[1])
    before = site.reads.get(found.path)
    if outcome[0] is None or before is None:
        return False
    read = Read.of(outcome[0])
    if not read.head.usable or read.head.for_others != before.head.for_others:
        return False
    site.renew(found.path, read)
    desk.again(check_wants(site, site.context, found.path))
    return True


def _complain_of_strays(library: Library, desk: Desk) -> None:
    """Of YAML files beside site.yaml, and of a missing site.yaml."""
    settings = f"{library.name}/site.yaml"
    for found in library.texts:
        if not found.folder and not found.lang and found.path != settings and not _is_record(found, library):
            cure = "Löschen Sie die Datei; die Einstellungen stehen in site.yaml."
            desk.report("file-stray", found.path, name=found.path.rsplit("/", 1)[-1], cure=cure)
    if library.texts and not any(found.path == settings for found in library.texts):
        desk.report("site-missing", settings)


def _is_record(found: Found, library: Library) -> bool:
    """Whether it is the record of the pictures that were withdrawn."""
    return found.path == f"{library.name}/{withdrawn.FILE}"


def _reads(
    memo: Memo, library: Library, today: date, done: Callable[[int], None], desk: Desk
) -> tuple[dict[str, Read], Context]:
    """Every file, from memory where nothing that it was read in the light of has changed."""
    settings = f"{library.name}/site.yaml"
    stories = [found for found in library.texts if found.folder not in ("", "media")]
    names: dict[str, set[str]] = {kind.folder: set() for kind in KINDS}
    tongues: dict[str, tuple[str, ...]] = {}
    for found in stories:
        key = f"{found.folder}/{found.name}"
        if found.lang:
            tongues[key] = (*tongues.get(key, ()), found.lang)
        else:
            names[found.folder].add(found.name)
    nothing = Context(memo, today, {}, b"", {}, {})
    first = [found for found in library.texts if found.path == settings]
    first += [found for found in library.texts if not found.folder and found.lang]
    reads = dict(_read_all(memo, nothing, first, lambda count: None, desk))
    known = reads[settings].fields if settings in reads else b""
    sets = {folder: frozenset(members) for folder, members in names.items()}
    context = Context(memo, today, sets, known, {found.path: found for found in stories}, tongues)
    reads.update(_read_all(memo, context, stories, done, desk))
    if known:
        pages = frozenset(names["pages"])
        _check_menus(reads[settings], pages, desk)
    return reads, context


def _read_all(
    memo: Memo, context: Context, files: Iterable[Found], done: Callable[[int], None], desk: Desk
) -> Iterable[tuple[str, Read]]:
    notes: dict[str, Note | None] = {found.path: None for found in files}
    missing = []
    for found in files:
        note = notes[found.path] = memo.ledger.recall(f"read {found.file}")
        if note is None:
            missing.append((found,))
    made = memo.each(record.read, context, missing, worth_workers=WORTH_WORKERS)
    for count, ((found,), (asked, outcome)) in enumerate(zip(missing, made, strict=True), 1):
        notes[found.path] = memo.ledger.keep(f"read {found.file}", asked, outcome)
        done(count)
    for path, note in notes.items():
        assert note is not None
        outcome, rows = note.outcome
        desk.again(rows)
        if outcome is not None:
            yield path, Read.of(outcome)


def _check_addresses(index: Index, desk: Desk) -> None:
    """No two stories, and no old address, may claim one place."""
    taken: dict[str, str] = {}
    heads = [head for head in index.by_path.values() if head.usable and head.story]
    for head in heads:
        if head.address in taken:
            shown = "/" + head.address.removeprefix(urls.SITE)
            desk.report("address-twice", head.path, 0, address=shown, other=taken[head.address])
        else:
            taken[head.address] = head.path
    for head in heads:
        for written, line, column in head.aliases:
            address = urls.alias(written)
            if not address:
                desk.report("alias-form", head.path, line, column, text=quoted(written))
            elif address in taken:
                desk.report("alias-taken", head.path, line, column, address=written, other=taken[address])
            else:
                taken[address] = head.path


def _check_translations(index: Index, desk: Desk) -> None:
    """Every translation has its source, and says what the source says."""
    heads = index.by_path.values()
    sources = {head.key: head for head in heads if not head.lang}
    for head in heads:
        if not head.lang:
            continue
        source, name = sources.get(head.key), f"{head.id}.md" if head.folder else "site.yaml"
        if source is None and not head.folder:
            continue
        if source is None:
            known = [one.id for one in sources.values() if one.folder == head.folder]
            words = {"source": quoted(name), "example": f"kontakt.{head.lang}.md", "hint": did_you_mean(head.id, known)}
            desk.report("translation-alone", head.path, **words)
            continue
        _check_alts(head, source, desk)
        if head.usable and source.pieces and not head.made_from:
            desk.report("translation-unmarked", head.path, 1, file=head.path)
        elif head.usable and source.pieces:
            state = translations.state(source.pieces, head.made_from)
            if not state.current:
                where = _where(name, state)
                desk.report("translation-outdated", head.path, 1, where=where, file=head.path, source=source.path)


def _check_alts(head: Head, source: Head, desk: Desk) -> None:
    """A translation describes what its story shows."""
    known = {path.rpartition("/")[2] for path in (source.picture, *source.shown, *head.shown) if path}
    for written, line, column in head.alts:
        if written.replace("\\", "/").rpartition("/")[2] not in known:
            words = {"known": ", ".join(sorted(known)) or "keine", "hint": did_you_mean(written, known)}
            desk.report("translation-picture", head.path, line, column, text=quoted(written), **words)


def _where(name: str, state: translations.State) -> str:
    """Which pieces of a source a translation does not know."""
    said = []
    if state.changed:
        lines = ", ".join(map(str, state.changed[:8])) + (" …" if len(state.changed) > 8 else "")
        said.append(f"neu oder geändert ist {name}, Zeile {lines}")
    if state.gone > len(state.changed):
        said.append(f"{state.gone - len(state.changed)} Absätze gibt es nicht mehr")
    return "; ".join(said)


def _check_menus(read: Read, pages: frozenset[str], desk: Desk) -> None:
    """Every word of the menus leads to a list or a page."""
    for claim in read.wants.claims:
        if claim.folder == "pages" and claim.name not in urls.MENU and claim.name not in pages:
            words = {"known": ", ".join((*urls.MENU, *sorted(pages))), "text": quoted(claim.name)}
            german = {title: name for name, title in urls.SECTIONS.items()}
            hint = f" Meinten Sie „{german[claim.name]}“?" if claim.name in german else did_you_mean(claim.name, pages)
            desk.report("value-choice", read.head.path, claim.line, claim.column, field=claim.field, hint=hint, **words)


def _wants(site: Site, context: Context) -> tuple[Row, ...]:
    """What is to be said of all that files want of others, worked out anew if what any of them wants or is has changed.

    One note for all: to ask for each file costs more than to look again once something has changed.
    """
    ledger = site.memo.ledger
    note = ledger.recall("wants")
    if note is None:
        with ledger.noting() as asked:
            for question in ("files", "settings", "album"):
                ledger.ask(question)
            rows = tuple(row for path in site.reads for row in check_wants(site, context, path))
        # What the single files asked, follows from these three.
        kept = {question: asked[question] for question in ("files", "settings", "album")}
        note = ledger.keep("wants", kept, rows)
    found: tuple[Row, ...] = note.outcome
    return found


def check_wants(site: Site, context: Context, path: str) -> tuple[Row, ...]:
    """Whether all that one file names, links to and shows is there."""
    read, desk = site.reads[path], Desk()
    if read.head.folder:
        names = {kind.folder: Names(context, kind.folder) for kind in KINDS}
        topics = site.settings.topics if context.settings else None
        relations.check(path, read.wants.claims, names, topics, desk)
        links.check(path, _wants_of(path, read, site), site, desk)
        _check_picture(path, read, site, desk)
        _check_told(path, read, site, desk)
    elif context.settings and read.head.lang:
        translations.check_keys(path, read.wants.claims, site.settings, desk)
    elif context.settings:
        programmes = {head.programme for head in site.index.by_path.values()}
        for claim in read.wants.claims:
            if claim.folder == "funds":
                funding.check_notice(path, claim.name, claim.line, claim.column, programmes, desk)
    return desk.rows()


def _wants_of(path: str, read: Read, site: Site) -> Wants:
    """What a file asks of others. The headings of a translation bear the marks of the German ones."""
    if not read.head.lang:
        return read.wants
    original = site.target(path.removesuffix(f".{read.head.lang}.md") + ".md")
    marks = original.headings if original is not None else None
    return read.wants if marks is None else read.wants._replace(marks=marks)


def _check_told(path: str, read: Read, site: Site, desk: Desk) -> None:
    """Whether the ESF paid for what a story says it did."""
    if not read.wants.told:
        return
    top = path.partition("/")[0]
    named = {f"{top}/{name}.md" for name in read.head.names if name.startswith("projects/")}
    named |= {there for target, _ in read.wants.links if "/projects/" in (there := resolved(path, target))}
    named |= {path} if read.head.folder == "projects" else set()
    heads = [site.index.by_path[one] for one in named if one in site.index.by_path]
    # Of a project with mistakes nobody knows who pays for it.
    if all(head.usable for head in heads):
        funding.check_told(path, read.wants.told, [head.programme for head in heads], desk)


def _check_picture(path: str, read: Read, site: Site, desk: Desk) -> None:
    """The picture that stands in the fields."""
    if read.wants.picture is None:
        return
    name, line, column = read.wants.picture
    known = {there.rsplit("/", 1)[-1] for there in (*site.shown(), *site.album.broken)}
    if name.rsplit("/", 1)[-1] not in known:
        hint = did_you_mean(name, known)
        withdrawn.missing(site.album.withdrawn, path, (name, line, column), hint, desk, head=True)


def _check_unused(site: Site, desk: Desk) -> None:
    """Pictures that no story names or shows, published or not."""
    heads = site.index.by_path.values()
    used = {head.picture.rsplit("/", 1)[-1] for head in heads if head.picture}
    used |= {path.rsplit("/", 1)[-1] for head in heads for path in head.shown}
    for path in site.media():
        if path.rsplit("/", 1)[-1] not in used:
            desk.report("picture-unused", path)
