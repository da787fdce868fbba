"""Time as a line of whole years: where a day lies on it, in short of its length."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scale:
    """From 1 January of the year ``first`` to the end of the year ``last``."""

    first: int
    last: int

    @property
    def _days(self) -> int:
        return (date(self.last + 1, 1, 1) - date(self.first, 1, 1)).days

    def start(self, day: date) -> float:
        """Where a day begins: 0 for the first of all."""
        return (day - date(self.first, 1, 1)).days / self._days * 100

    def end(self, day: date) -> float:
        """Where a day ends: 100 for the last of all."""
        return self.start(day) + 100 / self._days

    def every(self, years: int) -> tuple[int, ...]:
        """The years that so many divide."""
        return tuple(year for year in range(self.first, self.last + 1) if year % years == 0)


def short(value: float) -> str:
    """A number as SVG takes it: ``12.3``, ``12``."""
    return f"{value:.1f}".removesuffix(".0")
