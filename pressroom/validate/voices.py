"""The languages of a site: its words in each, and what can be read in which."""

from pressroom import urls
from pressroom.kinds.languages import SOURCE
from pressroom.memo import Memo
from pressroom.validate.atlas import Atlas
from pressroom.validate.index import Index
from pressroom.validate.media import Album
from pressroom.validate.vocabulary import Vocabulary
from pressroom.words import Tongue


class Voices(Atlas):
    """A site that speaks ``lang``. ``vocabulary`` is the digest of the words of all languages."""

    def __init__(self, memo: Memo, index: Index, album: Album, vocabulary: bytes, lang: str) -> None:
        super().__init__(memo, index, album)
        self.lang = lang
        self.vocabulary = vocabulary
        self._words: Vocabulary | None = None
        self._tongue: Tongue | None = None

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

    def turned(self, address: str) -> str:
        """An address of the site as it is in this language; what is not told in it stays German."""
        spoken = urls.spoken(address, self.lang) if self.lang != SOURCE else ""
        if not spoken or address == urls.HOME:
            return spoken or address
        key = self.index.stories.get(address[: address.rfind("/") + 1])
        return address if key is not None and not self.told(key, self.lang) else spoken

    def words_of(self) -> Vocabulary:
        """The words of all languages; not written down."""
        if self._words is None:
            self._words = self.memo.kept(self.vocabulary)
        return self._words
