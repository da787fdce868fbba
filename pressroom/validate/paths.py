"""What a relative path in a text means."""

import posixpath
from unicodedata import normalize
from urllib.parse import unquote


def resolved(path: str, target: str) -> str:
    """The path in content/ that a link or picture in the file ``path`` means."""
    written = normalize("NFC", unquote(target.split("#")[0])).replace("\\", "/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
