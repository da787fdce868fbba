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
    one: str
    """What one of them is called in German, with article in the accusative: ``eine Nachricht``."""
    many: str
    """What several are called: ``Nachrichten``."""
