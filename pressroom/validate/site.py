"""The whole site; everything an output may know, and a note of what it wanted to know."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from pressroom import urls
from pressroom.kinds import Event, News, Page, Partner, Place, Project, Settings
from pressroom.kinds.languages import LANGUAGES, SOURCE
from pressroom.markup import Body
from pressroom.memo import Memo
from pressroom.validate import german, links, telling, translations
from pressroom.validate.answers import answerers
from pressroom.validate.head import Head, Read
from pressroom.validate.index import Index, Order, Withheld
from pressroom.validate.media import Album
from pressroom.validate.record import Context
from pressroom.validate.story import AnyStory, Design, Story
from pressroom.validate.voices import Voices

Result = TypeVar("Result")

_MOST = 1000
"""So much of one kind is held open at a time; more would only fill the memory."""


class Site(Voices):
    """Everything published on one day.

    Whatever is read here is a question of the memo's ledger. So each page remembers what it was made of.
    """

    def __init__(
        self,
        memo: Memo,
        reads: dict[str, Read],
        index: Index,
        order: Order,
        design: Design,
        album: Album,
        top: str,
        context: Context,
        vocabulary: bytes,
        lang: str = SOURCE,
    ) -> None:
        super().__init__(memo, index, album, vocabulary, lang)
        self.reads = reads
        self.order = order
        self.top = top
        self.context = context
        self._tongues: dict[str, Site] = {}
        self.drawn = design
        self._settings: Settings | None = None
        self._derived: dict[Any, tuple[dict[str, bytes], Any]] = {}
        self._stories: dict[str, Story[Any]] = {}
        self._open: list[Story[Any]] = []
        self._lists: dict[str, tuple[Story[Any], ...]] = {}
        if lang == SOURCE:
            memo.ledger.answerers.update(answerers(self))

    def __getstate__(self) -> tuple[Any, ...]:
        shared = self.memo, self.reads, self.index, self.order, self.drawn, self.album
        return *shared, self.top, self.context, self.vocabulary, self.lang

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    @property
    def settings(self) -> Settings:
        """What stands in site.yaml."""
        told = f"{self.top}/site.{self.lang}.yaml"
        self.memo.ledger.ask("settings")
        if self.lang != SOURCE:
            self.memo.ledger.ask(f"fields {told}")
        if self._settings is None:
            settings: Settings = self.memo.kept(self.reads[f"{self.top}/site.yaml"].fields)
            settings = german.marked(settings, self.lang)
            read = self.reads.get(told)
            self._settings = (
                translations.spoken(settings, self.memo.kept(read.fields)) if read and read.fields else settings
            )
        return self._settings

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the site appears in, in the order of the switcher."""
        self.memo.ledger.ask("languages")
        wanted = {SOURCE, *self.published_in()}
        return tuple(lang for lang in LANGUAGES if lang in self.words_of() and lang in wanted)

    def published_in(self) -> tuple[str, ...]:
        """The languages the settings want; not written down."""
        read = self.reads.get(f"{self.top}/site.yaml")
        settings: Settings | None = self.memo.kept(read.fields) if read and read.fields else None
        return settings.languages if settings is not None else (SOURCE,)

    def speaking(self, lang: str) -> "Site":
        """The same site in another language: stories say what their translations say, where there are any."""
        if lang == self.lang:
            return self
        if lang not in self._tongues:
            self._tongues[lang] = Site.__new__(Site)
            self._tongues[lang].__setstate__((*self.__getstate__()[:-1], lang))
        return self._tongues[lang]

    @property
    def design(self) -> Design:
        """Style sheet and scripts."""
        self.memo.ledger.ask("design")
        return self.drawn

    @property
    def base(self) -> str:
        """The site's own address."""
        return urls.base_of(self.order.base_url or self.settings.base_url)

    def absolute(self, address: str) -> str:
        """An address of the site with the server's name."""
        return urls.absolute(self.turned(address), self.base)

    @property
    def today(self) -> date:
        """The day the site is of."""
        self.memo.ledger.ask("day")
        return self.order.today

    @property
    def drafts(self) -> bool:
        """Whether drafts are shown."""
        return self.order.drafts

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What is not published today; nothing that is may depend on it."""
        return self.index.withheld

    @property
    def news(self) -> tuple[Story[News], ...]:
        """All news, newest first."""
        return self.every("news")

    @property
    def events(self) -> tuple[Story[Event], ...]:
        """All events, the latest first."""
        return self.every("events")

    @property
    def projects(self) -> tuple[Story[Project], ...]:
        """All projects: ESF first, then by how alive they are."""
        return self.every("projects")

    @property
    def pages(self) -> tuple[Story[Page], ...]:
        """All pages."""
        return self.every("pages")

    @property
    def partners(self) -> tuple[Story[Partner], ...]:
        """All partners."""
        return self.every("partners")

    @property
    def places(self) -> tuple[Story[Place], ...]:
        """All places."""
        return self.every("places")

    def every(self, folder: str) -> tuple[Story[Any], ...]:
        """The stories of a kind in the order of their lists."""
        return self._list(f"order {folder}", lambda: self.index.sorted[folder])

    def on_topic(self, folder: str, topic: str) -> tuple[Story[Any], ...]:
        """The stories of a kind under one topic."""
        return self._list(f"topic {folder} {topic}", lambda: self.index.on_topic(folder, topic))

    def of_year(self, year: int) -> tuple[Story[News], ...]:
        """The news of a year."""
        return self._list(f"year {year}", lambda: self.index.of_year(year))

    def years(self) -> tuple[int, ...]:
        """The years there are news of, the latest first."""
        self.memo.ledger.ask("years")
        return self.index.years()

    def topics(self, folder: str) -> frozenset[str]:
        """The topics there are stories of a kind for."""
        self.memo.ledger.ask(f"topics {folder}")
        return self.index.topics(folder)

    def naming(self, key: str) -> tuple[AnyStory, ...]:
        """The stories that name something, ``projects/x``, in the order of their lists."""
        return self._list(f"naming {key}", lambda: self.index.naming(key))

    def events_naming(self, key: str) -> tuple[Story[Event], ...]:
        """The events that name something, the latest first."""
        return tuple(cast("Story[Event]", story) for story in self.naming(key) if story.folder == "events")

    def reports(self, event: str) -> tuple[Story[News], ...]:
        """The news about an event, newest first."""
        return self._list(f"reports {event}", lambda: self.index.reports(event))

    def story(self, folder: str, name: str | None) -> Any:
        """A story by its kind and id; None where there is none, or none is named."""
        if name is None:
            return None
        key = f"{folder}/{name}"
        self.memo.ledger.ask(f"story {key}")
        head = self.index.shown.get(key)
        return self._story(head) if head is not None else None

    def project(self, name: str) -> Story[Project] | None:
        """A published project by its id."""
        return cast("Story[Project] | None", self.story("projects", name))

    def partner(self, name: str | None) -> Story[Partner] | None:
        """A partner by its id."""
        return cast("Story[Partner] | None", self.story("partners", name))

    def place(self, name: str | None) -> Story[Place] | None:
        """A place by its id."""
        return cast("Story[Place] | None", self.story("places", name))

    def page(self, name: str) -> Story[Page] | None:
        """A page by its id."""
        return cast("Story[Page] | None", self.story("pages", name))

    def pictured(self) -> tuple[frozenset[str], frozenset[str]]:
        """The pictures that published stories name, by name, and those they show, by path."""
        self.memo.ledger.ask("pictured")
        return self.index.pictured()

    def derived(self, function: Callable[..., Result], *arguments: str) -> Result:
        """``function(site, *arguments)``, worked out once in a run. Whoever uses it has asked all that it asked."""
        key = (function, arguments)
        if key not in self._derived:
            if len(self._derived) > _MOST:
                self._derived.clear()
            with self.memo.ledger.noting() as asked:
                self._derived[key] = asked, function(self, *arguments)
        asked, result = self._derived[key]
        self.memo.ledger.ask_all(asked)
        return cast("Result", result)

    def renew(self, path: str, read: Read) -> None:
        """A file was read again in the middle of a run, and only its own words are others."""
        self.reads[path] = read
        self.memo.ledger.forget(*(f"{word} {path}" for word in ("fields", "body", "changed")))
        self._derived.clear()
        # A translation is read as the story it tells.
        story = self.index.shown.get(read.head.key)
        self._stories.pop(story.path if story is not None else path, None)
        self._lists.clear()
        for other in self._tongues.values():
            other.renew(path, read)

    def opened(self, story: Story[Any]) -> Any:
        """The fields of a story; ``Story.fields`` asks for them, and keeps them until too many are open."""
        if len(self._open) > _MOST:
            for one in self._open:
                one.close()
            self._open.clear()
        self._open.append(story)
        fields = german.marked(self.memo.kept(self.reads[story.path].fields), self.lang)
        if story.words_path == story.path:
            return fields
        told = self.memo.kept(self.reads[story.words_path].fields)
        return fields.model_copy(update={"title": told.title, "summary": told.summary})

    def words(self, path: str) -> str:
        """The words of a file's text; ``Story.words`` asks for it."""
        return self._body(path).words

    def text(self, path: str, original: str, alts: Mapping[str, str]) -> Body:
        """The text of a file, and of which it is a translation or itself; ``Story.body`` asks for both."""
        body, below_picture = self._body(path), bool(self.reads[original].head.picture)
        if path != original or self.lang == SOURCE:
            html = links.placed(path, body, self, alts, below_picture=below_picture)
            return body._replace(html=telling.translated(html, body, self._body(original), self.lang))
        # What stands below a picture in a German text is German too.
        german = Voices(self.memo, self.index, self.album, self.vocabulary, SOURCE)
        return body._replace(html=telling.as_german(links.placed(path, body, german, {}, below_picture=below_picture)))

    def _body(self, path: str) -> Body:
        body: Body = self.memo.kept(self.reads[path].body) if self.reads[path].body else Body()
        return body

    def _story(self, head: Head) -> Story[Any]:
        story = self._stories.get(head.path)
        if story is None:
            told = self.index.told.get((head.key, self.lang))
            story = self._stories[head.path] = Story(head, self, told.path if told else "")
        return story

    def _list(self, question: str, heads: Callable[[], Iterable[Head]]) -> tuple[Story[Any], ...]:
        self.memo.ledger.ask(question)
        found = self._lists.get(question)
        if found is None:
            found = self._lists[question] = tuple(self._story(head) for head in heads())
        return found
