"""A small made-up town, built as often as a test asks. Demonstration content lives here and nowhere else."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pressroom import pipeline
from pressroom.pipeline import Job, Plan, Report
from pressroom.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)

SITE = """\
title: Musterviertel
title_hsb: Strowotna studnja
claim: Ein Viertel zum Üben
description: Eine erfundene Website für die Tests.
base_url: https://muster.example/viertel/
organisation: Musterstadt
client:
  name: Musterstadt
  address: Marktplatz 1, 01234 Musterstadt
  phone: 01234 567-89
operator:
  name: Muster GmbH
  address: Marktplatz 2, 01234 Musterstadt
office:
  name: Musterhaus
  address: Marktplatz 3, 01234 Musterstadt
funding_notice:
  union: Europäische Union
  fund: Europäischer Sozialfonds
  region: Europa fördert Sachsen.
navigation:
  - title: Aktuelles
    to: news
  - title: Kontakt
    to: kontakt
footer:
  - title: Kontakt
    to: kontakt
topics:
  sport: Sport
  kultur: Kultur
"""

KONTAKT = """\
---
title: Kontakt
summary: So erreichen Sie uns.
---
Rufen Sie an.

## Mit dem Bus

Linie 1.
"""

NEWS = """\
---
title: Der Park ist offen
summary: Seit Mittwoch kann man wieder spazieren gehen.
date: 2026-03-14
topics: [sport]
projects: [park]
---
Der Park ist wieder offen, siehe [das Vorhaben](../projects/park.md).
"""

EVENT = """\
---
title: Fest im Park
summary: Mit Musik.
start: 2026-12-05 18:00
end: 2026-12-05 22:00
place: park
organizer: verein
topics: [kultur]
---
Wir feiern.
"""

PROJECT = """\
---
title: Der neue Park
summary: Aus einer Brache wird ein Park.
status: completed
lead: verein
start: 2020-01
end: 2021-12
funding:
  programme: esf-2014-2020
  eligible_cost: 1000
aims: [Mehr Grün im Viertel.]
results: [Der Park ist offen.]
---
Alle haben mitgeholfen.
"""

WORDS = (ROOT / "content" / "words" / "de.yaml").read_text("utf-8")

SMALL: dict[str, str | bytes] = {
    "site.yaml": SITE,
    "words/de.yaml": WORDS,
    "pages/kontakt.md": KONTAKT,
    "news/2026-03-14-park.md": NEWS,
    "events/2026-12-05-fest.md": EVENT,
    "projects/park.md": PROJECT,
    "partners/verein.yaml": "name: Parkverein\nkind: association\n",
    "places/park.yaml": "name: Stadtpark\naddress: Parkweg 1, 01234 Musterstadt\n",
}


class Town:
    """A content folder and the site it becomes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "public"

    def write(self, texts: Mapping[str, str | bytes | None]) -> None:
        """Writes, or with None removes, files of content/."""
        for path, text in texts.items():
            file = self.content / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)

    def job(self, *, today: date = TODAY, memo: bool = True, **words: object) -> Job:
        given = {"root": ROOT, "content": self.content, "output": self.output, **words}
        return Job(today=today, memo=self.folder / "memo" if memo else None, **given)  # type: ignore[arg-type]

    def build(self, **words: object) -> Report:
        return pipeline.build(self.job(**words))  # type: ignore[arg-type]

    def check(self, **words: object) -> tuple[Problem, ...]:
        return pipeline.check(self.job(**words)).problems  # type: ignore[arg-type]

    def plan(self, **words: object) -> Plan:
        return pipeline.plan(self.job(**words))  # type: ignore[arg-type]

    def codes(self, **words: object) -> list[str]:
        """The codes of all errors."""
        return [problem.code for problem in self.check(**words) if problem.severity == "error"]

    def read(self, path: str) -> str:
        return (self.output / path).read_text("utf-8")

    def bytes(self) -> dict[str, bytes]:
        """Every published file."""
        return snapshot(self.output)

    def clear(self) -> None:
        shutil.rmtree(self.output, ignore_errors=True)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }
