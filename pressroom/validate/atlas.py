"""What links and pictures lead to."""

from collections.abc import Iterable, Mapping

from pressroom.memo import Memo
from pressroom.validate.index import Index
from pressroom.validate.links import Target
from pressroom.validate.media import Album, Media


class Atlas:
    """The files and pictures of a site by their paths in content/. Each look is a question of the memo's ledger."""

    def __init__(self, memo: Memo, index: Index, album: Album) -> None:
        self.memo = memo
        self.index = index
        self.album = album
        self._pictures: dict[str, Media] | None = None

    def target(self, path: str) -> Target | None:
        """What a link to a file of content/ leads to."""
        self.memo.ledger.ask(f"target {path}")
        return self.index.target(path)

    def targets(self) -> Iterable[str]:
        """The paths of all files that can be linked to."""
        self.memo.ledger.ask("targets")
        return (path for path, head in self.index.by_path.items() if head.story)

    def picture(self, path: str) -> Media | None:
        """The picture of a path."""
        self.memo.ledger.ask(f"picture {path}")
        return self.media().get(path)

    def shown(self) -> Iterable[str]:
        """The paths of all usable pictures."""
        self.memo.ledger.ask("album")
        return self.media()

    def broken(self, path: str) -> bool:
        """Whether there is a picture with mistakes of its own."""
        self.memo.ledger.ask("album")
        return path in self.album.broken

    @property
    def pictures(self) -> Mapping[str, Media]:
        """Every usable picture by its file's name."""
        self.memo.ledger.ask("album")
        return {media.name: media for media in self.media().values()}

    def picture_named(self, name: str | None) -> Media | None:
        """The picture a story names, by its file's name with or without folders above."""
        if not name:
            return None
        short = name.rsplit("/", 1)[-1]
        self.memo.ledger.ask(f"picture-named {short}")
        return self.media_named(short)

    def media(self) -> dict[str, Media]:
        """Every usable picture by its path; not written down."""
        if self._pictures is None:
            self._pictures = self.memo.kept(self.album.pictures)
        return self._pictures

    def media_named(self, short: str) -> Media | None:
        """The picture of a file's name; not written down, for this is how ``picture_named`` is answered."""
        return next((media for media in self.media().values() if media.name == short), None)
