"""The catalogue of messages: every code with its severity, its German sentence and its cure."""

from pressroom.catalogue.entry import Entry
from pressroom.catalogue.reading import FILES, FRONT
from pressroom.catalogue.rules import FINISHED, FUNDING, LEGAL, TEXT
from pressroom.catalogue.series import SERIES
from pressroom.catalogue.stories import FIELDS, RELATIONS

CATALOGUE: dict[str, Entry] = {
    **FILES,
    **FRONT,
    **FIELDS,
    **SERIES,
    **RELATIONS,
    **TEXT,
    **FUNDING,
    **LEGAL,
    **FINISHED,
}
