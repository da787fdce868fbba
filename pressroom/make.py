"""From recipe to bytes."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressroom import calendar, images, typeset, urls
from pressroom.files import Calendar, Card, File, Later, Page, Painted, Recipe, Resize, Text, Typeset, Whole
from pressroom.kinds.languages import SOURCE
from pressroom.memo import Memo, digest
from pressroom.problems import Desk
from pressroom.words import Tongue

if TYPE_CHECKING:
    import jinja2

_NAMES = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
"""The templates a template names; a test holds this against jinja's own reading of all of ours."""

_LEADS = re.compile(r'(<a\b(?![^>]*\shreflang=)[^>]*?)\shref="(site:/(?!=)[^" #,]*)')
"""A link of a page to another, but for those that name their language themselves."""

_IMPORTS = re.compile(r'#(?:import|include) "/([^"]+)"')
"""The templates a template of Typst names, from the folder of the templates."""

PHOTOS = (Resize, Whole, Card)


class Templates:
    """The templates of some folders; the only keeper of jinja.

    What a page is made of besides its values is the text of its template and of all it names, so that is what
    ``answer`` tells the ledger.
    """

    def __init__(self, folders: Sequence[Path], memo: Memo) -> None:
        self.folders = tuple(folders)
        self.memo = memo
        self._environments: dict[str, tuple[Tongue, jinja2.Environment]] = {}
        self._compiled: dict[str, bytes] = {}
        memo.ledger.answerers["template"] = self.answer

    def __getstate__(self) -> tuple[Any, ...]:
        return self.folders, self.memo

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def answer(self, name: str) -> bytes:
        """A digest of a template and of all it names."""
        return digest(repr(sorted(self._all(name).items())).encode())

    def used(self, name: str) -> dict[str, str]:
        """The texts of a template and of all it names, by their paths: ``templates/base.html``."""
        return {f"{self._folder(one).name}/{one}": text for one, text in self._all(name).items()}

    def _all(self, name: str) -> dict[str, str]:
        texts: dict[str, str] = {}
        pending = [name]
        while pending:
            one = pending.pop()
            if one not in texts:
                texts[one] = self._text(one)
                pending += (_IMPORTS if one.endswith(".typ") else _NAMES).findall(texts[one])
        return texts

    def rendered(self, name: str, values: Mapping[str, Any], tongue: Tongue) -> str:
        """A page. Its words are ``t`` in every template and every part, without being handed on."""
        self.memo.ledger.ask(f"template {name}")
        known, environment = self._environments.get(tongue.lang, (None, None))
        if environment is None or known != tongue:
            # The macros of a part keep the words they were opened with, so each language has an environment.
            environment = _environment(self.folders, self.memo, self._compiled)
            environment.globals["t"] = tongue
            self._environments[tongue.lang] = tongue, environment
        return environment.get_template(name).render(values)

    def texts(self, name: str) -> dict[str, str]:
        """A template of Typst and all it names, as they are, for ``typeset``."""
        self.memo.ledger.ask(f"template {name}")
        return self._all(name)

    def _text(self, name: str) -> str:
        file = self._folder(name) / name
        return file.read_text("utf-8") if file.is_file() else ""

    def _folder(self, name: str) -> Path:
        """The first folder that has a template of this name; the first of all, if none has."""
        return next((folder for folder in self.folders if (folder / name).is_file()), self.folders[0])


def _environment(folders: Sequence[Path], memo: Memo, compiled: dict[str, bytes]) -> "jinja2.Environment":
    # Loaded by need: a build that has nothing to render does without.
    import jinja2

    class Compiled(jinja2.BytecodeCache):
        """Compiled templates. Jinja checks that they belong to the text, the store that they are as they were."""

        def load_bytecode(self, bucket: Any) -> None:
            name = f"compiled {bucket.key} {bucket.checksum}"
            # What another language has compiled in this run is not in the store yet, or was handed over from a worker.
            if name in compiled:
                bucket.bytecode_from_string(compiled[name])
                return
            note = memo.ledger.recall(name)
            if note is not None:
                bucket.bytecode_from_string(memo.store.get(note.outcome))

        def dump_bytecode(self, bucket: Any) -> None:
            name = f"compiled {bucket.key} {bucket.checksum}"
            compiled[name] = bucket.bytecode_to_string()
            memo.ledger.keep(name, {}, memo.store.put(compiled[name]))

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=Compiled(),
    )
    # No template uses one of jinja's own globals, and to hand them to every macro takes a fifth of the time.
    environment.globals.clear()
    environment.filters["plain"] = str.__str__  # without its mark of language, for attributes
    return environment


class Maker:
    """Makes everything but photos."""

    def __init__(self, templates: Templates, base: str) -> None:
        self.templates = templates
        self.base = base
        self._written: dict[calendar.Entry, bytes] = {}

    def made(self, recipe: Recipe, path: str) -> bytes:
        """The bytes of one file. ``path`` is where it will lie."""
        if isinstance(recipe, Page):
            for name in recipe.more:
                self.templates.memo.ledger.ask(f"template {name}")
            html = self.rendered(recipe)
            if recipe.absolute:
                return urls.settle_absolute(html, urls.base_path(self.base)).encode()
            return urls.settle(html, path).encode()
        if isinstance(recipe, Text):
            return recipe.text.encode()
        if isinstance(recipe, Calendar):
            return self._calendar(recipe)
        if isinstance(recipe, Typeset):
            return typeset.typeset(*self.to_set(recipe)).data
        assert isinstance(recipe, Painted), recipe
        return images.painted(recipe.width, recipe.height, recipe.ground, recipe.areas)

    def to_set(self, recipe: Typeset) -> typeset.Call:
        """A sheet as ``typeset`` wants it."""
        texts = self.templates.texts(recipe.template)
        return texts, recipe.template, recipe.data, recipe.codes, recipe.kind

    def rendered(self, page: Page) -> str:
        """A page, its addresses in its own language and still to be settled."""
        tongue = page.voice.tongue
        html = self.templates.rendered(page.template, page.values, tongue)
        if tongue.lang == SOURCE:
            return html
        return urls.turned(_german_named(html, page.voice.turned), page.voice.turned)

    def _calendar(self, recipe: Calendar) -> bytes:
        """A calendar file. An entry stands in up to five of them and is written once."""
        head = calendar.opening(recipe.name, any(entry.timed for entry in recipe.entries))
        for entry in recipe.entries:
            if entry not in self._written:
                self._written[entry] = calendar.written(entry)
        return calendar.joined(head, (self._written[entry] for entry in recipe.entries))


def _german_named(html: str, turn: Callable[[str], str]) -> str:
    """A page in another language whose links to German pages say so."""

    def mark(match: re.Match[str]) -> str:
        address = match[2]
        page = address.endswith("/") and turn(address) == address
        return f'{match[1]} hreflang="de" href="{address}' if page else match[0]

    return _LEADS.sub(mark, html)


def photos(
    files: Iterable[File], missing: Collection[str], memo: Memo, desk: Desk, done: Callable[[int], None]
) -> Iterable[tuple[File, bytes]]:
    """Everything that is wanted of each picture of which something is missing, in one go: reading it is half the work.

    Pictures that turn out to be damaged are reported to the desk; ``done`` is told how many pictures are made.
    """
    wanted: dict[Path, list[tuple[File, images.Want]]] = defaultdict(list)
    for file in files:
        recipe = file.recipe
        if isinstance(recipe, Resize):
            wanted[recipe.file].append((file, images.Want(recipe.width, recipe.kind)))
        elif isinstance(recipe, Whole):
            wanted[recipe.file].append((file, images.Want(0, f"full-{recipe.kind}")))
        elif isinstance(recipe, Card):
            wanted[recipe.file].append((file, images.Want(0, "sharing")))
    call = {picture: (picture, tuple(want for _, want in wants)) for picture, wants in wanted.items()}
    some = [picture for picture, wants in wanted.items() if any(file.path in missing for file, _ in wants)]
    memo.hold_large(images.variants, list(call.values()))
    made = memo.remember_large(images.variants, [call[picture] for picture in some], done)
    for picture, variants in zip(some, made, strict=True):
        if variants.reason:
            desk.report("picture-broken", wanted[picture][0][0].origin, 0, reason=variants.reason, cure=variants.cure)
        for (file, _), data in zip(wanted[picture], variants.files, strict=True):
            yield file, data


def recipe_of(file: File, site: Any) -> Recipe:
    """What is to be done for a file, described now if it was not before."""
    recipe = file.recipe
    return recipe.function(site.speaking(recipe.lang), *recipe.arguments) if isinstance(recipe, Later) else recipe
