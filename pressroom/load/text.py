"""From the bytes of a file to its text, whatever program saved it."""

import re

from pressroom.problems import Desk, quoted

MOST_BYTES = 1024 * 1024
"""1 MiB of text is some 300 printed pages; more is a mistake."""

# Control characters are never text, and python-markdown uses some of them as its own marks.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

_FOREIGN = {
    b"PK\x03\x04": "eine Word-, LibreOffice- oder ZIP-Datei",
    b"\xd0\xcf\x11\xe0": "eine alte Word-Datei",
    b"%PDF": "eine PDF-Datei",
    b"{\\rtf": "eine RTF-Datei",
    b"\xff\xd8\xff": "ein Bild",
    b"\x89PNG": "ein Bild",
}

# What becomes of ä, ö, ü, ß and „ when UTF-8 is read as Windows-1252 and saved again.
_GARBLED = re.compile("Ã[\u00a4\u00b6\u00bc\u0178\u201e\u2013\u0153]|â€[\u017e\u0153\u201c\u201d]")


def read(data: bytes | int, path: str, desk: Desk) -> str | None:
    """The text of a file with plain line ends, or None if there is none to be had.

    ``data`` is what is in the file, or, where that is more than ``MOST_BYTES``, only how many bytes there are.
    """
    if isinstance(data, int):
        shown = f"{data / MOST_BYTES:.1f}".replace(".", ",")
        desk.report("file-huge", path, size=shown)
        return None
    what = next((what for start, what in _FOREIGN.items() if data.startswith(start)), None)
    if what:
        desk.report("file-foreign", path, what=what)
        return None
    text, guessed = _decoded(data, path, desk)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Word processors end lines and paragraphs with signs of their own.
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n").replace("\x0b", "\n")
    wrong = _CONTROL.search(text)
    if wrong:
        line = text.count("\n", 0, wrong.start()) + 1
        column = wrong.start() - text.rfind("\n", 0, wrong.start())
        desk.report("file-binary", path, line, column, sign=f"U+{ord(wrong[0]):04X}")
        text = _CONTROL.sub("", text)
    garbled = _GARBLED.search(text)
    if garbled and not guessed:
        line = text.count("\n", 0, garbled.start()) + 1
        desk.report("file-garbled", path, line, 0, text=quoted(text.split("\n")[line - 1]))
    if not text.strip():
        desk.report("file-empty", path)
        return None
    return text


def _decoded(data: bytes, path: str, desk: Desk) -> tuple[str, bool]:
    """UTF-8 with or without BOM; anything else is reported and read as what it most likely is.

    The second value says whether that was a guess.
    """
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError as problem:
        start = problem.start
    likely, codec = _likely(data)
    text = data.decode(codec, errors="replace")
    before = data[:start].decode(codec, errors="replace")
    line = before.count("\n") + 1
    lines = text.split("\n")
    shown = lines[min(line, len(lines)) - 1] if not codec.startswith("utf-16") else lines[0]
    desk.report("file-encoding", path, line if codec == "cp1252" else 0, likely=likely, text=quoted(shown))
    return text, True


def _likely(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16 („Unicode“)", "utf-16"
    return "Windows-1252 („ANSI“)", "cp1252"
