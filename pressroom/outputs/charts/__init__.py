"""Figures people would rather see than read: numbers become places in a drawing, beside the table that says them.

Drawings hold no decision about colour and, but for ``curve``, no words: classes and the HTML around them do.
"""

from pressroom.outputs.charts.bars import Bars, measures
from pressroom.outputs.charts.curve import Curve, curve
from pressroom.outputs.charts.houses import Timeline, timeline
from pressroom.outputs.charts.references import References, collect

__all__ = ["Bars", "Curve", "References", "Timeline", "collect", "curve", "measures", "timeline"]
