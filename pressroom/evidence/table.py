"""The summary as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping

from pressroom.evidence.copies import Exhibit

COLUMNS = (
    "nr",
    "art",
    "titel",
    "adresse",
    "datei",
    "original",
    "sprache",
    "datum",
    "bis",
    "erstmals_veroeffentlicht",
    "zuletzt_geaendert",
    "foerderhinweis",
    "regeln",
    "bilder",
    "sha256",
    "sha256_original",
)


def table(exhibits: Iterable[Exhibit], pictures: Mapping[str, tuple[str, ...]]) -> bytes:
    """One row for each exhibit; ``pictures`` are those of a file. What is not known stays empty.

    Semicolons and the mark at the beginning are what a German Excel opens without questions.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, one in enumerate(exhibits, 1):
        told = one.publication
        writer.writerow(
            (
                number,
                told.kind,
                told.title,
                one.address,
                one.file,
                one.original,
                one.language,
                told.date,
                told.until,
                told.published,
                told.changed,
                " | ".join(map(str, one.notices)),
                " ".join(one.rules),
                " ".join(pictures.get(one.file, ())),
                one.digest,
                one.digest_published,
            )
        )
    return b"\xef\xbb\xbf" + text.getvalue().encode()
