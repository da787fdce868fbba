"""From recipe to bytes."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import jinja2

from pressroom import calendar, images, urls
from pressroom.files import Calendar, File, Page, Resize, Text
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
) -> Made:
    """The bytes of every file by its path. ``templates`` are the folders they lie in; ``base`` is the site's own
    address; pictures that turn out to be damaged are reported to the desk.
    """
    files = tuple(files)
    environment = _environment(templates)
    made: Made = {}
    made.update(_slow(files, memo, desk))
    for count, file in enumerate(files, 1):
        recipe = file.recipe
        if isinstance(recipe, Page):
            made[file.path] = _page(environment, recipe, file.path, base).encode()
        elif isinstance(recipe, Text):
            made[file.path] = recipe.text.encode()
        done(count)
    return made


def _slow(files: tuple[File, ...], memo: Memo, desk: Desk) -> Made:
    """What is worth remembering: calendars and pictures."""
    calendars = [(file.path, file.recipe) for file in files if isinstance(file.recipe, Calendar)]
    pictures = [(file, file.recipe) for file in files if isinstance(file.recipe, Resize)]
    digests = {recipe.file: _content(recipe.file) for _, recipe in pictures}
    texts = memo.remember_all(calendar.to_ics, [(recipe.name, recipe.entries) for _, recipe in calendars])
    resized = memo.remember_all(
        images.publishable,
        [(str(recipe.file), digests[recipe.file], recipe.width, recipe.kind) for _, recipe in pictures],
    )
    made = {path: text for (path, _), text in zip(calendars, texts, strict=True)}
    for (file, _), published in zip(pictures, resized, strict=True):
        if published.reason:
            desk.report("picture-broken", file.origin, 0, reason=published.reason)
        made[file.path] = published.data
    return made


def _content(file: Path) -> str:
    return hashlib.blake2b(file.read_bytes(), digest_size=20).hexdigest()


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
