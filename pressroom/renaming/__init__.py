"""Gives a file another name, so that its old address and every reference to it still lead there."""

from pathlib import Path

from pressroom.renaming.naming import Move, Refused
from pressroom.renaming.plan import Change, Renaming, plan
from pressroom.renaming.writing import Changed, restore, write

__all__ = ["Change", "Move", "Refused", "Renaming", "carry_out", "plan", "restore"]


def carry_out(content: Path, renaming: Renaming) -> None:
    """Does all of it, or nothing. Raises Refused where a file was saved meanwhile, OSError as ``write`` does."""
    try:
        write(content, renaming.before, renaming.after)
    except Changed as trouble:
        raise Refused(
            f"„{trouble.args[0]}“ wurde eben gespeichert. Nichts wurde geändert; rufen Sie den Befehl noch einmal auf."
        ) from trouble
