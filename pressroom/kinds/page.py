"""Pages: what holds for longer."""

from pydantic import Field

from pressroom.kinds.history import Milestone, Series
from pressroom.kinds.story import StoryFields


class Page(StoryFields):
    """A page of its own address; the file ``start`` is the front page."""

    timeline: tuple[Milestone, ...] = Field(
        default=(),
        title="Zeitleiste",
        description="Liste aus date, end, title, text und sources; die Reihenfolge in der Datei ist gleich.",
    )
    series: tuple[Series, ...] = Field(
        default=(),
        title="Zahlen über die Jahre",
        description="Liste aus title, unit, note und values; jede wird als Bild und als Tabelle gezeigt.",
    )

    @property
    def words(self) -> str:
        """What timeline and series say, for the search."""
        said = [text for entry in self.timeline for text in (entry.title, entry.text)]
        said += [text for figure in self.series for text in (figure.title, figure.unit, figure.note)]
        return " ".join(text for text in said if text)
