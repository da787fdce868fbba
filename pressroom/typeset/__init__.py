"""Sheets of paper set by Typst, the faces they are set in, and QR codes; the only room that knows of any of them."""

from pressroom.typeset.faces import missing
from pressroom.typeset.setting import Kind, Misfit, Sheet, Unset, typeset

__all__ = ["Kind", "Misfit", "Sheet", "Unset", "missing", "typeset"]
