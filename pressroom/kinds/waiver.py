"""An exception that a story asks for itself, with its reason."""

from pydantic import Field

from pressroom.kinds.dates import Day
from pressroom.kinds.values import Line, Model, Sentence


class Waiver(Model):
    """One hint of the checks that does not hold for this story."""

    code: Line = Field(
        title="Kennung", description="Das Wort, das im Hinweis in Klammern steht.", examples=["funding-results"]
    )
    reason: Sentence = Field(
        title="Grund",
        description="Warum der Hinweis hier nicht gilt, so dass es auch in Jahren noch jemand versteht.",
        examples=["Der Träger hat keine Ergebnisse veröffentlicht; angefragt wurde er schriftlich."],
    )
    date: Day = Field(title="Tag", description="Wann das entschieden wurde.", examples=["2021-07-14"])
