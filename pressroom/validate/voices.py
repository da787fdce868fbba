"""The languages of a site: its words in each, and what can be read in which."""

from collections.abc import Mapping
from typing import NamedTuple

from pressroom import urls
from pressroom.kinds.languages import SOURCE
from pressroom.memo import Memo
from pressroom.validate.atlas import Atlas
from pressroom.validate.index import Index, Order
from pressroom.validate.media import Album
from pressroom.validate.standings import Share, Standing, shares, standing
from pressroom.validate.vocabulary import REVIEW, Vocabulary
from pressroom.words import German, Tongue

SIGNS = ("home", "start", *urls.SECTIONS, "lost", "label_instead")
"""The words that pages of other languages say in a language: where a link leads that is not to the same page."""


class There(NamedTuple):
    """Where a page is in a language. ``instead`` is empty, or the word for what stands in for a page that is not told
    in it: its section, or ``start``.
    """

    address: str
    instead: str


class Voices(Atlas):
    """A site that speaks ``lang``. ``vocabulary`` is the digest of the words of all languages."""

    order: Order

    def __init__(self, memo: Memo, index: Index, album: Album, vocabulary: bytes, lang: str) -> None:
        super().__init__(memo, index, album)
        self.lang = lang
        self.vocabulary = vocabulary
        self._words: Vocabulary | None = None
        self._tongue: Tongue | None = None

    @property
    def papers(self) -> bool:
        """Whether there are sheets to print."""
        self.memo.ledger.ask("papers")
        return self.order.papers

    def is_newest(self, key: str, most: int) -> bool:
        """Whether a story, ``news/park``, is among the first so many of its list."""
        self.memo.ledger.ask(f"newest {most} {key}")
        return self.index.is_newest(key, most)

    @property
    def tongue(self) -> Tongue:
        """What pages say in this language."""
        self.memo.ledger.ask(f"words {self.lang}")
        if self._tongue is None:
            words = self.words_of()
            self._tongue = Tongue(self.lang, words[self.lang], words[SOURCE])
        return self._tongue

    def told(self, key: str, lang: str) -> bool:
        """Whether a story, ``pages/kontakt``, can be read in a language."""
        self.memo.ledger.ask(f"told {lang} {key}")
        return lang == SOURCE or (key, lang) in self.index.told

    def german(self, text: str) -> str:
        """Words of the content that are not translated: on pages of another language they bear their mark."""
        return German(text) if self.lang != SOURCE and text else text

    def turned(self, address: str) -> str:
        """An address of the site as it is in this language; what is not told in it stays German."""
        spoken = urls.spoken(address, self.lang) if self.lang != SOURCE else ""
        if not spoken or address == urls.HOME:
            return spoken or address
        key = self.index.stories.get(address[: address.rfind("/") + 1])
        return address if key is not None and not self.told(key, self.lang) else spoken

    def fixed(self, address: str) -> str:
        """An address that pages of this language link to as it is: a page in another language."""
        return address if self.lang == SOURCE else urls.fixed(address)

    def there(self, address: str, lang: str) -> There:
        """Where a page is in a language, by its German address; where it is not told there, what comes nearest."""
        spoken = address if lang == SOURCE else urls.spoken(address, lang)
        key = self.index.stories.get(address) if address != urls.HOME else None
        if spoken and (key is None or lang in self.told_in(key)):
            return There(spoken, "")
        folder = key.partition("/")[0] if key else ""
        if folder in urls.SECTIONS:
            return There(urls.spoken(urls.section(folder), lang), folder)
        return There(urls.spoken(urls.HOME, lang), "start")

    def told_in(self, key: str) -> tuple[str, ...]:
        """The languages a story can be read in, German first."""
        self.memo.ledger.ask(f"tongues {key}")
        return (SOURCE, *self.index.told_in.get(key, ()))

    def standing(self, address: str) -> Standing | None:
        """How the translation at a German address stands to its source; None where nothing is translated there."""
        key = self.index.stories.get(address)
        if key is None or self.lang == SOURCE or not self.told(key, self.lang):
            return None
        self.memo.ledger.ask(f"standing {self.lang} {key}")
        return standing(self.index, self.lang, key)

    def translated(self) -> Mapping[str, tuple[str, ...]]:
        """Every translated story with its languages."""
        self.memo.ledger.ask("translated")
        return self.index.told_in

    def shares(self, lang: str) -> Mapping[str, Share]:
        """How much of each kind of story is told in a language."""
        self.memo.ledger.ask(f"shares {lang}")
        return shares(self.index, lang)

    def read_through(self, lang: str) -> bool:
        """Whether somebody whose language it is has read the words of the site in it."""
        self.memo.ledger.ask(f"words {lang}")
        return self.words_of()[lang].get(REVIEW) == "done"

    def signs(self, lang: str) -> Mapping[str, str]:
        """The words of ``SIGNS`` in a language."""
        self.memo.ledger.ask(f"signs {lang}")
        words = self.words_of()
        tongue = Tongue(lang, words[lang], words[SOURCE])
        return {word: tongue[word] for word in SIGNS}

    def words_of(self) -> Vocabulary:
        """The words of all languages; not written down."""
        if self._words is None:
            self._words = self.memo.kept(self.vocabulary)
        return self._words
