"""Writes a file whole or not at all: beside its place first, then in one step over what was there."""

import os
from pathlib import Path


def put(file: Path, data: bytes) -> None:
    """The bytes of a file. Where they cannot be written, what was there stays, and nothing is left beside it.

    Raises OSError.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
