"""Pages: what holds for longer."""

from pressroom.kinds.story import StoryFields


class Page(StoryFields):
    """A page of its own address; the file ``start`` is the front page."""
