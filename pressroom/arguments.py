"""What may stand behind an option of the command line, read or refused in German."""

import argparse
import re
from datetime import date

from pressroom.kinds.values import is_web_address

MOST_JOBS = 61
"""Windows cannot wait for more processes at once."""

_MOST_SIGNS = 600


def day(text: str) -> date:
    """``2021-07-14``; raises argparse.ArgumentTypeError, as all here do."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag. Schreiben Sie 2021-07-14.") from None


def address(text: str) -> str:
    """The address of a site, also one on the own machine."""
    # A server on the own machine has a name without a dot, which no published site has.
    local = re.fullmatch(r"http://(localhost|127\.0\.0\.1)(:\d+)?(/\S*)?", text)
    if not local and not is_web_address(text):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Adresse. Schreiben Sie https://www.beispiel.de/")
    return text


def sentence(text: str) -> str:
    """A few words on one line."""
    line = " ".join(text.split())
    if len(line) > _MOST_SIGNS or not line.isprintable():
        raise argparse.ArgumentTypeError(f"Der Text ist zu lang; {_MOST_SIGNS} gewöhnliche Zeichen sind möglich.")
    return line


def port(text: str) -> int:
    """Where a server listens."""
    return _number(text, 1, 65535)


def jobs(text: str) -> int:
    """How many processes work at once."""
    return _number(text, 1, MOST_JOBS)


def _number(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl von {least} bis {most}.")
    return int(text)
