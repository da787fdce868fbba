"""From recipe to bytes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import jinja2

from pressroom import calendar, images, urls
from pressroom.files import Calendar, Card, File, Page, Painted, Resize, Text, Whole
from pressroom.memo import Memo
from pressroom.problems import Desk

Made = dict[str, bytes]


def everything(
    files: Iterable[File],
    templates: Sequence[Path],
    base: str,
    memo: Memo,
    desk: Desk,
    done: Callable[[int], None] = lambda count: None,
    pictured: Callable[[int], None] = lambda count: None,
) -> Made:
    """The bytes of every file by its path. ``templates`` are the folders they lie in; ``base`` is the site's own
    address; pictures that turn out to be damaged are reported to the desk. ``done`` is told how many pages are made,
    ``pictured`` how many pictures.
    """
    files = tuple(files)
    environment = _environment(templates)
    made: Made = {}
    made.update(_slow(files, memo, desk, pictured))
    for count, file in enumerate(files, 1):
        recipe = file.recipe
        if isinstance(recipe, Page):
            made[file.path] = _page(environment, recipe, file.path, base).encode()
        elif isinstance(recipe, Text):
            made[file.path] = recipe.text.encode()
        done(count)
    return made


def _slow(files: tuple[File, ...], memo: Memo, desk: Desk, pictured: Callable[[int], None]) -> Made:
    """What is worth remembering: calendars, paintings and photos."""
    calendars = [(file.path, file.recipe) for file in files if isinstance(file.recipe, Calendar)]
    texts = _calendars([recipe for _, recipe in calendars], memo)
    paintings = [(file.path, file.recipe) for file in files if isinstance(file.recipe, Painted)]
    calls = [(recipe.width, recipe.height, recipe.ground, recipe.areas) for _, recipe in paintings]
    painted = memo.remember_all(images.painted, calls, worth_workers=20)
    made = {path: text for (path, _), text in zip(calendars, texts, strict=True)}
    made.update({path: data for (path, _), data in zip(paintings, painted, strict=True)})
    made.update(_photos(files, memo, desk, pictured))
    return made


def _calendars(recipes: list[Calendar], memo: Memo) -> list[bytes]:
    """Each calendar file. An entry stands in up to five of them and is written once."""
    entries = tuple(dict.fromkeys(entry for recipe in recipes for entry in recipe.entries))
    written = dict(zip(entries, memo.remember_all(calendar.written, [(entry,) for entry in entries]), strict=True))
    heads = memo.remember_all(
        calendar.opening, [(recipe.name, any(entry.timed for entry in recipe.entries)) for recipe in recipes]
    )
    return [
        calendar.joined(head, (written[entry] for entry in recipe.entries))
        for head, recipe in zip(heads, recipes, strict=True)
    ]


def _photos(files: tuple[File, ...], memo: Memo, desk: Desk, done: Callable[[int], None]) -> Made:
    """Everything that is wanted of each picture, in one go: reading it is half of the work."""
    wanted: dict[Path, list[tuple[File, images.Want]]] = defaultdict(list)
    for file in files:
        recipe = file.recipe
        if isinstance(recipe, Resize):
            wanted[recipe.file].append((file, images.Want(recipe.width, recipe.kind)))
        elif isinstance(recipe, Whole):
            wanted[recipe.file].append((file, images.Want(0, f"full-{recipe.kind}")))
        elif isinstance(recipe, Card):
            wanted[recipe.file].append((file, images.Want(0, "sharing")))
    calls = [(path, tuple(want for _, want in wants)) for path, wants in wanted.items()]
    made: Made = {}
    for wants, variants in zip(wanted.values(), memo.remember_large(images.variants, calls, done), strict=True):
        if variants.reason:
            desk.report("picture-broken", wants[0][0].origin, 0, reason=variants.reason, cure=variants.cure)
        made.update({file.path: data for (file, _), data in zip(wants, variants.files, strict=True)})
    return made


def _environment(templates: Sequence[Path]) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _page(environment: jinja2.Environment, recipe: Page, path: str, base: str) -> str:
    html = environment.get_template(recipe.template).render(recipe.values)
    if recipe.absolute:
        return urls.settle_absolute(html, urls.base_path(base))
    return urls.settle(html, path)
