"""One file of content as the site knows it, and the design."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from pressroom.kinds import Event, News, Project, Translation
from pressroom.kinds.languages import SOURCE
from pressroom.markup import Body
from pressroom.memo import Memo
from pressroom.stylesheet import Sheet
from pressroom.validate.head import Head, Read

Fields = TypeVar("Fields", covariant=True)


@dataclass(frozen=True, slots=True)
class Design:
    """The own style sheet, in one piece, and the scripts: what begins the search, what finds, and the clock.

    ``sheets`` are the sources of the style sheet, to say where something stands; no page may depend on them.
    """

    style: str
    begin: str
    find: str
    clock: str
    sheets: tuple[Sheet, ...] = ()

    @property
    def scripts(self) -> tuple[str, str, str]:
        """All scripts."""
        return self.begin, self.find, self.clock


class _Site(Protocol):
    memo: Memo
    lang: str
    reads: dict[str, Read]

    def told(self, key: str, lang: str) -> bool: ...
    def opened(self, story: "Story[Any]") -> Any: ...
    def text(self, path: str, original: str, alts: Mapping[str, str]) -> Body: ...
    def words(self, path: str) -> str: ...


class Story(Generic[Fields]):
    """One file of content, checked. ``id`` is its file's name, ``path`` where it lies, for messages.

    Fields and text are opened when somebody wants them, and the site notes who did. What lists go by is known without:
    ``rank`` is what it is sorted by; ``topics``, ``picture``, ``shown``, ``draft`` and ``aliases`` are as written.
    """

    __slots__ = ("_asks_body", "_asks_fields", "_fields", "_head", "_site", "_told", "address", "folder", "id", "path")

    def __init__(self, head: Head, site: _Site, told: str = "") -> None:
        self.folder = head.folder
        self.id = head.id
        self.path = head.path
        self.address = head.address
        self._head = head
        self._site = site
        self._told = told
        self._asks_fields = f"fields {head.path}"
        self._asks_body = f"body {told or head.path}"
        self._fields: Any = None

    @property
    def rank(self) -> tuple[str | int, ...]:
        """What it is sorted by: of news and events first the day, ``2021-07-14``."""
        return self._head.rank

    @property
    def topics(self) -> tuple[str, ...]:
        """Its topics."""
        return self._head.topics

    @property
    def picture(self) -> str:
        """The picture it names, if it does."""
        return self._head.picture

    @property
    def shown(self) -> tuple[str, ...]:
        """The pictures its text shows, by their paths."""
        return self._head.shown

    @property
    def draft(self) -> bool:
        """Whether it is one."""
        return self._head.draft

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its old addresses."""
        return tuple(written for written, _, _ in self._head.aliases)

    @property
    def changed(self) -> str:
        """The day of its last change, ``2021-07-16``; empty where it does not tell."""
        self._site.memo.ledger.ask(f"changed {self.path}")
        return self._head.changed

    @property
    def lang(self) -> str:
        """The language its words are in: that of the site where there is a translation, German otherwise."""
        told = self._site.lang != SOURCE and self._site.told(self._head.key, self._site.lang)
        return self._site.lang if told else SOURCE

    @property
    def german(self) -> bool:
        """Whether it is German in a site of another language, and leads to a German page."""
        return self.lang != self._site.lang

    @property
    def words_path(self) -> str:
        """The file its words come from: the translation's, or its own."""
        return self._told if self.lang != SOURCE else self.path

    @property
    def fields(self) -> Fields:
        """What stands in its front matter; title and summary are those of the translation."""
        self._site.memo.ledger.ask(self._asks_fields)
        if self.lang != SOURCE:
            self._site.memo.ledger.ask(f"fields {self._told}")
        if self._fields is None:
            self._fields = self._site.opened(self)
        fields: Fields = self._fields
        return fields

    @property
    def alts(self) -> Mapping[str, str]:
        """What its translation says of pictures, by the names of their files."""
        if not self._told:
            return {}
        self._site.memo.ledger.ask(f"fields {self._told}")
        told: Translation = self._site.memo.kept(self._site.reads[self._told].fields)
        return told.descriptions

    @property
    def body(self) -> Body:
        """Its text, with every link and picture leading where it should."""
        self._site.memo.ledger.ask(self._asks_body)
        if self._told:
            # Its headings have the marks of the German ones.
            self._site.memo.ledger.ask(f"body {self.path}")
        return self._site.text(self.words_path, self.path, self.alts)

    def close(self) -> None:
        """Lets go of the fields; they are opened again when somebody wants them."""
        self._fields = None

    @property
    def words(self) -> str:
        """The words of its text, without any marks."""
        self._site.memo.ledger.ask(self._asks_body)
        return self._site.words(self.words_path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)


AnyStory = Story[News] | Story[Event] | Story[Project]
