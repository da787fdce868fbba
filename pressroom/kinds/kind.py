"""One kind of content: where its files lie and what may stand in them."""

from dataclasses import dataclass

from pressroom.kinds.values import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table KINDS in ``validate``."""

    name: str
    """The word on the command line, ``news``."""
    folder: str
    """The folder below content/."""
    suffix: str
    """``.md`` or ``.yaml``."""
    model: type[Model]
    many: str
    """What several are called: ``Nachrichten``."""
