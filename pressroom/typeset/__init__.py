"""Sheets of paper set by Typst, the faces they are set in, and QR codes; the only room that knows of any of them."""

from pressroom.typeset.faces import missing
from pressroom.typeset.setting import Call, Misfit, Sheet, Unset, typeset, typeset_all

__all__ = ["Call", "Misfit", "Sheet", "Unset", "missing", "typeset", "typeset_all"]
