"""One line on a terminal that says how far the work is."""

import os
import sys
from time import perf_counter


class Progress:
    """One line on a terminal that says how far the work is; silent in a pipe."""

    def __init__(self) -> None:
        self.alive = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.last = 0.0

    def show(self, stage: str, count: int) -> None:
        """Says that so many of a stage are done, at most ten times a second."""
        now = perf_counter()
        if self.alive and now - self.last > 0.1:
            self.last = now
            print(f"\r{stage}: {count} …\x1b[K", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the line away."""
        if self.alive and self.last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
