"""What lists are sorted by."""

from datetime import date

from pressroom.kinds import Event, Project
from pressroom.validate.site import Story


def event(story: Story[Event]) -> tuple[date, str]:
    """By day and hour; a series by its first day."""
    start = story.fields.start
    return start.day.first, f"{start.clock:%H:%M}" if start.clock is not None else ""


def project(story: Story[Project]) -> tuple[int, int, str]:
    """ESF first, then by how alive it is, then by title."""
    rank = ("running", "planned", "completed", "unconfirmed").index(story.fields.status)
    return 0 if story.fields.esf else 1, rank, story.fields.title.lower()
