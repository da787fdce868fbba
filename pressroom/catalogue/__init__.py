"""The catalogue of messages: every code with its severity, its German sentence and its cure."""

from pressroom.catalogue.entry import Entry
from pressroom.catalogue.reading import FILES, FRONT
from pressroom.catalogue.rules import FINISHED, FUNDING, LEGAL, TEXT
from pressroom.catalogue.stories import FIELDS, RELATIONS

CATALOGUE: dict[str, Entry] = {
    **FILES,
    **FRONT,
    **FIELDS,
    **RELATIONS,
    **TEXT,
    **FUNDING,
    **LEGAL,
    **FINISHED,
}
