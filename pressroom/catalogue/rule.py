"""The shape of a rule that a finding stands on."""

from typing import NamedTuple


class Rule(NamedTuple):
    """One rule of law, of a grant, or of this house. ``kept`` says how, where no message watches over it."""

    number: str
    demand: str
    source: str
    url: str = ""
    confirmed: bool = True
    kept: str = ""
