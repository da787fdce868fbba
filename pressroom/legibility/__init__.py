"""How hard a German text is to read, and which sentences make it so."""

from pressroom.legibility.judging import Hard, Verdict, judged
from pressroom.legibility.limits import LIMITS, SIMPLE, Limits
from pressroom.legibility.prose import Piece, of_markdown, of_words

__all__ = ["LIMITS", "SIMPLE", "Hard", "Limits", "Piece", "Verdict", "judged", "of_markdown", "of_words"]
