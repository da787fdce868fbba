"""What falls due for the editors, and how it is told: as text, to programs, to calendars."""

from pressroom.agenda.changes import Change, next_changes
from pressroom.agenda.matters import MATTERS, Due, due
from pressroom.agenda.telling import Agenda, as_ics, as_json, as_text, drawn_up

__all__ = ["MATTERS", "Agenda", "Change", "Due", "as_ics", "as_json", "as_text", "drawn_up", "due", "next_changes"]
