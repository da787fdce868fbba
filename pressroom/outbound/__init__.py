"""Asks whether the pages of others that the texts lead to are still there; never part of a build."""

from pressroom.outbound.answers import Answer, Answers
from pressroom.outbound.asking import Manner, ask_all
from pressroom.outbound.gathering import Gathered, Mention, gather
from pressroom.outbound.telling import Told, as_json, as_text, told

__all__ = [
    "Answer",
    "Answers",
    "Gathered",
    "Manner",
    "Mention",
    "Told",
    "as_json",
    "as_text",
    "ask_all",
    "gather",
    "told",
]
