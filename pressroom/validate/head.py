"""What is remembered of one file of content: what others may ask, and what it asks of others."""

from typing import Any, NamedTuple

from pressroom.validate import relations


class Head(NamedTuple):
    """What others may ask of a file without opening it; plain values, so that all of them are read at once.

    ``usable`` is false where its fields have mistakes: then only its name and the marks of its text are known.
    ``rank`` is what lists are sorted by; ``names`` are the keys of everything it names, ``projects/park``; ``marks`` is
    everything in its text that a link can point to; ``shown`` are the pictures of its text, ``about`` the events its
    text links to, both by their paths; ``changed`` is the day of its last change, if it tells; ``lang``, ``made_from``
    and ``review`` are those of a translation, ``alts`` the pictures it describes with their places, ``pieces`` of what
    it is made from; ``waivers`` are the exceptions it asks for, as ``problems.Waiver`` has them; ``programme`` is what
    a project is paid from.
    """

    folder: str
    id: str
    path: str
    usable: bool = False
    address: str = ""
    title: str = ""
    draft: bool = False
    publish: str = ""
    expires: str = ""
    rank: tuple[str | int, ...] = ()
    year: int = 0
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    aliases: tuple[tuple[str, int, int], ...] = ()
    marks: tuple[str, ...] | None = None
    shown: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    picture: str = ""
    changed: str = ""
    lang: str = ""
    pieces: tuple[tuple[str, int], ...] = ()
    made_from: str = ""
    review: str = ""
    made_on: str = ""
    waivers: tuple[tuple[str, str, str, int, int], ...] = ()
    programme: str = ""
    alts: tuple[tuple[str, int, int], ...] = ()

    listed: bytes = b""
    """A digest of all of it that lists go by."""

    @property
    def key(self) -> str:
        """``pages/kontakt``; a translation has that of its source."""
        return f"{self.folder}/{self.id}"

    @property
    def story(self) -> bool:
        """Whether it has a place of its own: neither the settings nor a translation."""
        return bool(self.folder) and not self.lang

    @property
    def for_others(self) -> "Head":
        """All of it that is the concern of others than its own pages and lists."""
        return self._replace(title="")


class Wants(NamedTuple):
    """What a file asks of others, each with its line and column.

    ``links`` are target and line; ``pictures`` the same; ``picture`` is that of its fields, with its place; ``told``
    are sentences that say the ESF paid for something.
    """

    claims: tuple[relations.Claim, ...] = ()
    links: tuple[tuple[str, int], ...] = ()
    pictures: tuple[tuple[str, int], ...] = ()
    picture: tuple[str, int, int] | None = None
    marks: tuple[str, ...] = ()
    told: tuple[tuple[str, int, int], ...] = ()


class Read(NamedTuple):
    """All that is known of one file: what others may ask, what it asks, digests of its fields and its text.

    ``own`` is a digest of the first two, but for what is the concern of its own pages alone.
    """

    head: Head
    plain_wants: Any
    fields: bytes
    body: bytes
    own: bytes

    @property
    def wants(self) -> Wants:
        """What it asks of others."""
        claims, *rest = self.plain_wants
        return Wants(tuple(map(relations.Claim._make, claims)), *rest)

    @classmethod
    def of(cls, outcome: Any) -> "Read":
        """From the outcome of a note."""
        return cls(Head._make(outcome[0]), *outcome[1:])
