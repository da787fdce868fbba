"""News: what happened."""

from pydantic import Field

from pressroom.kinds.dates import Partial
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Ids


class News(StoryFields):
    """A story with a date."""

    date: Partial = Field(
        title="Datum",
        description="Wann es geschah, so genau es bekannt ist: 2021-07-14, 2021-07 oder 2021.",
        examples=["2021-07-14"],
    )
    events: Ids = Field(
        default=(),
        title="Termine",
        description="Dateinamen ohne Endung aus content/events/, von denen die Nachricht berichtet.",
        examples=["[2021-07-14-muellsammelaktion]"],
    )
