"""The shape of a command, and what an exit status means."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pressroom.germanargs import Parser

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache"

DONE, CONTENT_PROBLEMS, WRONG_USAGE, NOT_PROVED = 0, 1, 2, 3


class Command(NamedTuple):
    """A command of build.py: its name, what it does in a German sentence, what it takes, and its work.

    ``run`` is handed the arguments (``given`` is the whole command line) and returns the exit status.
    """

    name: str
    text: str
    takes: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], int]
