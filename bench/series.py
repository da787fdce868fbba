"""Measures how long 1,000 series over two years take to expand; the aim is 0.5 s of processor time.

``python bench/series.py``
"""

import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pressroom import calendar
from pressroom.kinds import Event

SERIES, RUNS = 1000, 5
FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def series(number: int) -> Event:
    """One of a mixed thousand: seven weekly, two monthly, one every other week; some began years ago."""
    start = date(2021 + number % 7, 1, 4) + timedelta(days=number % 90)
    while start.weekday() != number % 5:
        start += timedelta(days=1)
    rule: dict[str, str | list[str]] = {"every": "week", "holidays": "skip"}
    if number % 10 in (3, 7):
        rank = ("1st", "2nd", "3rd", "4th", "last")[(start.day - 1) // 7]
        rule = {"every": "month", "on": f"{rank} {DAYS[start.weekday()]}"}
    elif number % 10 == 5:
        rule = {"every": "2 weeks", "until": "2028-06-30"}
    return Event.model_validate(
        {"title": f"Serie {number}", "summary": "x", "start": f"{start} 18:00", "end": "20:00", "repeat": rule}
    )


def main() -> None:
    """Prints the best, middle and worst of a few runs, and the first with the libraries still to load."""
    events = [series(number) for number in range(SERIES)]
    took, found = [], 0
    for _ in range(RUNS + 1):
        begin = time.process_time()
        found = sum(len(calendar.occurrences(event, FIRST, LAST)) for event in events)
        took.append(time.process_time() - begin)
    first, *rest = took
    rest.sort()
    print(f"{SERIES} series, {found} occurrences from {FIRST} to {LAST}")
    print(
        f"{first:.3f} s with loading; then best {rest[0]:.3f} / middle {rest[RUNS // 2]:.3f} / worst {rest[-1]:.3f} s"
    )


if __name__ == "__main__":
    main()
