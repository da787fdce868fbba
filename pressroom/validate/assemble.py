"""Puts the site together from everything that was read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pressroom import urls
from pressroom.images import Look
from pressroom.kinds import Event, News, Settings
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Model
from pressroom.load import Library, Source
from pressroom.markup import Body
from pressroom.problems import Desk, did_you_mean, quoted
from pressroom.validate import fields, links, media, ranks, relations, rules, series
from pressroom.validate.kinds import KINDS
from pressroom.validate.site import Design, Media, Site, Story, Withheld

_ALLOWED = "Adressen mit https://, http://, mailto: und tel: sowie Pfade zu Dateien in content/"


@dataclass(frozen=True, slots=True)
class Order:
    """What the front door decided: the day, whether drafts are shown, and another address than the settings'."""

    today: date
    drafts: bool = False
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    """What a file is checked against, beside itself."""

    order: Order
    settings: Settings | None
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A checked file on its way to become a story."""

    story: Story[Any]
    source: Source
    withheld: Withheld | None


def to_site(
    library: Library,
    bodies: Mapping[str, Body],
    looks: Mapping[str, Look],
    design: Design,
    order: Order,
    desk: Desk,
) -> Site | None:
    """The site as of one day, or None where the settings cannot be read. Mistakes go to the desk.

    ``bodies`` maps a file's path to its Markdown, read; ``looks`` a picture's path to what was seen in it.
    """
    settings, by_folder = _sorted_out(library, desk)
    context = _Context(order, settings, frozenset(source.name for source in by_folder["places"]))
    drafts = [
        draft
        for kind in KINDS
        for source in by_folder[kind.folder]
        if (draft := _draft(kind.model, source, bodies.get(source.path, Body()), context, desk)) is not None
    ]
    _check_addresses(drafts, desk)
    relations.check(((draft.story, draft.source) for draft in drafts), by_folder, settings, desk)
    descriptions = {source.path: source for source in by_folder["media"]}
    pictures = media.pictures(library.media, looks, descriptions, order.today, desk)
    _check_pictures(drafts, library, pictures, desk)
    atlas = _atlas(drafts, by_folder, library, pictures)
    shown = []
    checked = {draft.story.path for draft in drafts}
    for source in (source for kind in KINDS for source in by_folder[kind.folder] if source.path not in checked):
        # Its fields have mistakes; those of its text are told in the same run.
        links.settle(source, bodies.get(source.path, Body()), atlas, desk)
    for draft in drafts:
        html = links.settle(draft.source, draft.story.body, atlas, desk)
        if draft.withheld is None:
            shown.append(replace(draft.story, body=draft.story.body._replace(html=html)))
    if settings is None:
        return None
    withheld = tuple(draft.withheld for draft in drafts if draft.withheld)
    return _site(settings, design, shown, pictures, order, withheld)


def _sorted_out(library: Library, desk: Desk) -> tuple[Settings | None, dict[str, list[Source]]]:
    """The settings, and the sources of each folder."""
    by_folder: dict[str, list[Source]] = defaultdict(list)
    settings = None
    for source in library.sources:
        if source.folder:
            by_folder[source.folder].append(source)
        elif source.name == "site":
            settings = fields.read(Settings, source, desk) if source.complete else None
            if settings is not None:
                rules.of_settings(settings, source, desk)
                pages = frozenset(page.name for page in library.sources if page.folder == "pages")
                _check_menus(settings, source, pages, desk)
        else:
            cure = "Löschen Sie die Datei; die Einstellungen stehen in site.yaml."
            desk.report("file-stray", source.path, name=source.path.rsplit("/", 1)[-1], cure=cure)
    site_path = f"{library.name}/site.yaml"
    if not any(source.path == site_path for source in library.sources) and library.sources:
        desk.report("site-missing", site_path)
    return settings, by_folder


def _draft(model: type[Model], source: Source, body: Body, context: _Context, desk: Desk) -> _Draft | None:
    for fault in body.faults:
        line = source.text_line + fault.line - 1
        words = {"field": "Verweis im Text", "allowed": _ALLOWED}
        desk.report(fault.code, source.path, line, 0, text=quoted(fault.text, 80), **words)
    checked = fields.read(model, source, desk) if source.complete else None
    if checked is None:
        return None
    rules.of_story(checked, source, context.order.today, desk)
    year = checked.date.year if isinstance(checked, News) else None
    if isinstance(checked, Event):
        checked = series.settled(checked, source, context.settings, context.places, desk)
        year = checked.start.day.year
    address = urls.story(source.folder, source.name, year)
    if not address or "." in source.name:
        desk.report("file-name", source.path, name=quoted(source.path.rsplit("/", 1)[-1]))
        return None
    story = Story(source.folder, source.name, checked, body, source.path, address)
    return _Draft(story, source, _withheld(story, context.order) if isinstance(checked, StoryFields) else None)


def _withheld(story: Story[Any], order: Order) -> Withheld | None:
    """Why a story is not published today; None if it is."""
    told: StoryFields = story.fields
    if told.draft and not order.drafts:
        return Withheld(story.path, told.title, "Entwurf", None)
    if told.publish is not None and told.publish > order.today:
        return Withheld(story.path, told.title, "erscheint am", told.publish)
    if told.expires is not None and told.expires < order.today:
        return Withheld(story.path, told.title, "abgelaufen am", told.expires)
    return None


def _check_addresses(drafts: Iterable[_Draft], desk: Desk) -> None:
    """No two stories, and no old address, may claim one place."""
    taken: dict[str, str] = {}
    for draft in drafts:
        address = draft.story.address
        if address in taken:
            shown = "/" + address.removeprefix(urls.SITE)
            desk.report("address-twice", draft.story.path, 0, address=shown, other=taken[address])
        else:
            taken[address] = draft.story.path
    for draft in drafts:
        if not isinstance(draft.story.fields, StoryFields):
            continue
        for number, written in enumerate(draft.story.fields.aliases):
            place = draft.source.place("aliases", number)
            address = urls.alias(written)
            if not address:
                desk.report("alias-form", draft.story.path, *place, text=quoted(written))
            elif address in taken:
                desk.report("alias-taken", draft.story.path, *place, address=written, other=taken[address])
            else:
                taken[address] = draft.story.path


def _check_menus(settings: Settings, source: Source, pages: frozenset[str], desk: Desk) -> None:
    """Every word of the menus leads to a list or a page."""
    for field in ("navigation", "footer"):
        for number, item in enumerate(getattr(settings, field)):
            if item.to not in urls.MENU and item.to not in pages:
                words = {"known": ", ".join((*urls.MENU, *sorted(pages))), "text": quoted(item.to)}
                german = {title: name for name, title in urls.SECTIONS.items()}
                hint = f" Meinten Sie „{german[item.to]}“?" if item.to in german else did_you_mean(item.to, pages)
                place = source.place(field, number, "to")
                desk.report("value-choice", source.path, *place, field=f"{field} ({number + 1}).to", hint=hint, **words)


def _check_pictures(drafts: Iterable[_Draft], library: Library, pictures: Mapping[str, Media], desk: Desk) -> None:
    by_name = {path.rsplit("/", 1)[-1]: path for path in library.media}
    used = set()
    for draft in drafts:
        used |= {use.target.rsplit("/", 1)[-1] for use in draft.story.body.pictures}
        name = getattr(draft.story.fields, "picture", None)
        if not name:
            continue
        used.add(name.rsplit("/", 1)[-1])
        if name.rsplit("/", 1)[-1] not in by_name:
            hint = did_you_mean(name, by_name)
            place = draft.source.place("picture")
            desk.report("picture-missing", draft.story.path, *place, text=quoted(name), hint=hint)
    for path in pictures:
        if path.rsplit("/", 1)[-1] not in used:
            desk.report("picture-unused", path)


def _atlas(
    drafts: Iterable[_Draft],
    by_folder: Mapping[str, list[Source]],
    library: Library,
    pictures: Mapping[str, Media],
) -> links.Atlas:
    shelves = {kind.folder for kind in KINDS}
    sources = (source for folder in shelves for source in by_folder.get(folder, ()))
    targets = {source.path: links.Target(urls.HOME, None) for source in sources}
    for draft in drafts:
        marks = links.marks(draft.story.body)
        address = "" if draft.withheld else draft.story.address
        targets[draft.story.path] = links.Target(address, marks)
    names = {path.rsplit("/", 1)[-1]: path for path in targets}
    return links.Atlas(targets, pictures, frozenset(library.media) - frozenset(pictures), names)


def _site(
    settings: Settings,
    design: Design,
    shown: list[Story[Any]],
    pictures: Mapping[str, Media],
    order: Order,
    withheld: tuple[Withheld, ...],
) -> Site:
    """Everything sorted, once and for all."""
    groups: dict[str, list[Story[Any]]] = defaultdict(list)
    for story in sorted(shown, key=lambda story: story.id):
        groups[story.folder].append(story)
    news = sorted(groups["news"], key=lambda story: story.fields.date.first, reverse=True)
    events = sorted(groups["events"], key=ranks.event, reverse=True)
    projects = sorted(groups["projects"], key=ranks.project)
    about: dict[str, list[Any]] = defaultdict(list)
    for story in (*news, *events, *projects):
        for key in sorted(relations.named(story)):
            about[key].append(story)
    return Site(
        settings=settings,
        design=design,
        base=urls.base_of(order.base_url or settings.base_url),
        today=order.today,
        news=tuple(news),
        events=tuple(events),
        projects=tuple(projects),
        pages=tuple(groups["pages"]),
        partners=tuple(sorted(groups["partners"], key=lambda story: story.fields.name.lower())),
        places=tuple(sorted(groups["places"], key=lambda story: story.fields.name.lower())),
        pictures={picture.name: picture for picture in pictures.values()},
        about={key: tuple(stories) for key, stories in about.items()},
        withheld=withheld,
        drafts=order.drafts,
    )
