"""What Python and the operating system say in English, said in German."""

import argparse
import errno
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

_ERRORS = (
    (r"unrecognized arguments: (.*)", r"Unbekannt: \1."),
    (
        r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)",
        r"\1: \2 gibt es nicht. Möglich sind: \3.",
    ),
    (r"argument (\S+): expected one argument", r"Nach \1 fehlt eine Angabe."),
    (r"the following arguments are required: (.*)", r"Es fehlt: \1."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 und \2 gehen nicht zugleich."),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 ist nicht eindeutig; gemeint sein kann: \2."),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1 nimmt keine Angabe an, hier steht \2."),
    (r"argument (\S+): (.*)", r"\1: \2"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Wrong usage ends with status 2 and one German sentence."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self._positionals.title = "Was zu tun ist"
        self._optionals.title = "Angaben"
        self.add_argument("-h", "--help", action="help", help="diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and how to get help."""
        for pattern, german in _ERRORS:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, german, message)
                break
        print(f"{message}\nHilfe: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def system_trouble(trouble: OSError) -> str:
    """What the operating system does not allow, in German."""
    reasons = {
        errno.EACCES: "keine Berechtigung",
        errno.EPERM: "keine Berechtigung",
        errno.EROFS: "der Datenträger ist schreibgeschützt",
        errno.ENOSPC: "kein Platz mehr auf dem Datenträger",
        errno.ENOENT: "nicht gefunden",
        errno.ENOTDIR: "ein Teil des Pfades ist kein Ordner",
        errno.EEXIST: "dort liegt schon etwas anderes",
        errno.EBUSY: "ein anderes Programm hält es fest",
    }
    reason = reasons.get(trouble.errno or 0, trouble.strerror or type(trouble).__name__)
    return f"Auf „{trouble.filename or 'eine Datei'}“ kann nicht zugegriffen werden: {reason}."
