"""Rows as CSV (RFC 4180), safe to open in a spreadsheet and read back as they were.

The bytes: UTF-8 with a byte order mark, because Excel takes a file without one for the old code page of Windows and
shows „FÃ¶rderung“; every reader of UTF-8 knows the mark. Commas, and lines that end with CR LF, as RFC 4180 has them.

A spreadsheet takes a cell that begins with = + - or @ for a formula. Such a text gets an apostrophe before it, and so
does a text that begins with an apostrophe itself; whoever takes one apostrophe off the beginning has the text as it
was written. The same is done behind a semicolon, where a German Excel begins a cell when it opens the file by double
click. In the JSON file every text stands as it is.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from pressroom.outputs.opendata.projects import Value

MARK = "\ufeff"
_SIGNS = "=+@\\-\uff1d\uff0b\uff20\uff0d\t\r\n"
"""What begins a formula, in the wide forms of East Asian keyboards too (OWASP, CSV Injection)."""
_RISKY = re.compile(rf"(^|;)( *)(?=['{_SIGNS}])")
_MARKED = re.compile(r"(^|;)( *)'")


def table(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The whole file."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([cell(value) for value in row] for row in rows)
    return MARK + lines.getvalue()


def cell(value: Value) -> str:
    """One value: unknown is empty, a number has its point, a text is no formula."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return _RISKY.sub(r"\1\2'", value)


def plain(text: str) -> str:
    """The text of a cell as it was written."""
    return _MARKED.sub(r"\1\2", text)
