"""What lists are sorted by."""

from pressroom.kinds import Event, News, Partner, Place, Project
from pressroom.kinds.values import Model


def of(told: Model) -> tuple[str | int, ...]:
    """Where something stands among its kind; plain values, because they are remembered."""
    if isinstance(told, News):
        return (told.date.first.isoformat(),)
    if isinstance(told, Event):
        return event(told)
    if isinstance(told, Project):
        return project(told)
    return (told.name.lower(),) if isinstance(told, Partner | Place) else ()


def event(told: Event) -> tuple[str, str]:
    """By day and hour; a series by its first day."""
    return told.start.day.first.isoformat(), f"{told.start.clock:%H:%M}" if told.start.clock is not None else ""


def project(told: Project) -> tuple[int, int, str]:
    """ESF first, then by how alive it is, then by title."""
    rank = ("running", "planned", "completed", "unconfirmed").index(told.status)
    return 0 if told.esf else 1, rank, told.title.lower()
