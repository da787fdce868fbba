"""A made-up town whose every word bears the sign of its language, in random mixes of translations.

What is written here in German ends on the sign of German, what its translations say on theirs, and so do the words of
the site. So a test sees in a finished page of which language each piece of text is.
"""

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from pressroom.words import plurals
from tests.town import WORDS
from tests.village import png

SIGNS = {"de": "ɗ", "hsb": "ɦ", "de-simple": "ʂ", "en": "ɛ", "uk": "ɥ", "ru": "ɽ", "ar": "ɐ"}
"""Letters that no text has otherwise."""
OTHERS = tuple(SIGNS)[1:]

_D = SIGNS["de"]

SETTINGS: dict[str, Any] = {
    "title": f"Musterviertel {_D}",
    "title_hsb": "Strowotna studnja",
    "claim": f"Ein Viertel zum Üben {_D}",
    "description": f"Eine erfundene Website {_D}.",
    "base_url": "https://muster.example/viertel/",
    "languages": list(SIGNS),
    "organisation": f"Musterstadt {_D}",
    "client": {
        "name": f"Musterstadt {_D}",
        "unit": f"Amt {_D}",
        "person": f"Frau Muster {_D}",
        "address": f"Marktplatz 1 {_D}, 01234 Musterstadt {_D}",
        "phone": "01234 567-89",
        "email": "post@muster.example",
        "url": "https://www.muster.example/",
        "hours": [f"Montag 9 bis 12 Uhr {_D}", f"Dienstag 14 bis 18 Uhr {_D}"],
        "note": f"Bitte klingeln {_D}.",
    },
    "operator": {"name": f"Muster GmbH {_D}", "address": f"Marktplatz 2 {_D}, 01234 Musterstadt {_D}"},
    "office": {
        "name": f"Musterhaus {_D}",
        "address": f"Marktplatz 3 {_D}, 01234 Musterstadt {_D}",
        "phone": "01234 567-80",
        "hours": [f"Freitag 9 bis 12 Uhr {_D}"],
        "note": f"Hinten im Hof {_D}.",
    },
    "funding_notice": {
        "union": "Europäische Union",
        "fund": "Europäischer Sozialfonds",
        "region": f"Europa fördert Sachsen. {_D}",
        "state": f"Mit Steuermitteln {_D}.",
    },
    "navigation": [
        {"title": f"Aktuelles {_D}", "to": "news"},
        {"title": f"Termine {_D}", "to": "events"},
        {"title": f"Projekte {_D}", "to": "projects"},
        {"title": f"Stadtteil {_D}", "to": "stadtteil"},
    ],
    "footer": [{"title": f"Kontakt {_D}", "to": "kontakt"}, {"title": f"Bilder {_D}", "to": "credits"}],
    "topics": {"sport": f"Sport {_D}", "kultur": f"Kultur {_D}"},
    "yearly": [
        {
            "title": f"Tag des Brunnens {_D}",
            "rule": f"Jedes Jahr am 9. Mai {_D}.",
            "text": f"Dann wird geputzt {_D}.",
            "sources": [{"title": f"Kalender {_D}", "url": "https://muster.example/kalender", "date": "2025"}],
        }
    ],
    "accessibility": {
        "prepared": "2026-11-01",
        "barriers": [{"what": f"Alte Karten {_D}.", "reason": "non-compliance", "alternative": f"Am Telefon {_D}."}],
        "contact": {"name": f"Musterstadt {_D}", "address": f"Marktplatz 1 {_D}", "phone": "01234 567-89"},
        "enforcement": {"name": f"Stelle {_D}", "address": f"Weg 1 {_D}", "email": "stelle@muster.example"},
        "monitoring": f"Gemeldet bei der Stelle {_D}.",
    },
}

_SOURCES = [{"title": f"Amtsblatt {_D}", "url": "https://muster.example/blatt", "date": "2021-07"}]

STORIES: dict[str, dict[str, Any]] = {
    "pages/start": {},
    "pages/kontakt": {"partners": ["verein"]},
    "pages/mitmachen": {},
    "pages/esf-erklaert": {},
    "pages/barrierefreiheit": {},
    "pages/datenschutz": {},
    "pages/stadtteil": {
        "picture": "platz.png",
        "sources": _SOURCES,
        "timeline": [
            {"date": "1971", "title": f"Das Haus wird gebaut {_D}", "place": "haus"},
            {"date": "1990-05", "end": "1994", "title": f"Der Umbau {_D}", "text": f"Vier Jahre lang {_D}."},
            {"date": "2021-12", "title": f"Der Park wird fertig {_D}", "project": "park", "sources": _SOURCES},
        ],
        "series": [
            {
                "title": f"Wie viele hier wohnen {_D}",
                "unit": f"Menschen {_D}",
                "note": f"Gezählt am Jahresende {_D}.",
                "values": [
                    {"date": "1990", "value": "900", "text": f"rund {_D}", "sources": _SOURCES},
                    {"date": "2000", "value": "1100", "when": f"um die Jahrtausendwende {_D}"},
                    {"date": "2025", "value": "1210"},
                ],
            }
        ],
    },
    "news/2026-03-14-park": {"date": "2026-03-14", "topics": ["sport"], "projects": ["park"], "sources": _SOURCES},
    "news/2026-06-fest": {"date": "2026-06", "topics": ["kultur"], "partners": ["verein"], "picture": "platz.png"},
    "news/2025-12-01-lesung": {"date": "2025-12-01", "updated": "2025-12-03"},
    "events/fest": {
        "start": "2026-12-05 18:00",
        "end": "2026-12-05 22:30",
        "place": "park",
        "organizer": "verein",
        "topics": ["kultur"],
        "cost": f"kostenlos {_D}",
        "registration": f"ohne Anmeldung {_D}",
        "accessibility": f"stufenlos {_D}",
        "audience": f"alle {_D}",
        "languages": f"Deutsch {_D}",
    },
    "events/vortrag": {"start": "2026-12-12 10:00", "end": "2026-12-13 12:00", "place": "haus", "projects": ["park"]},
    "events/ausflug": {"start": "2027-05", "organizer": "stadt"},
    "events/lesung": {"start": "2025-11-30 17:00", "place": "haus"},
    "events/runde": {
        "start": "2026-10-06 17:00",
        "end": "2026-10-06 19:00",
        "place": "haus",
        "organizer": "verein",
        "repeat": {"every": "week", "on": ["tuesday"]},
        "except": [{"date": "2026-12-01", "reason": f"Betriebsausflug {_D}"}],
        "moved": [{"date": "2026-12-08", "to": "2026-12-09 18:00", "place": "park", "reason": f"Wahlabend {_D}"}],
        "extra": [{"date": "2026-12-17 17:00", "reason": f"Zum Jahresende {_D}"}],
        "changes": [{"date": "2026-12-15", "status": "cancelled", "reason": f"Heizung defekt {_D}"}],
    },
    "projects/park": {
        "status": "completed",
        "lead": "verein",
        "start": "2020-01",
        "end": "2021-12",
        "place": "park",
        "funding": {
            "programme": "esf-2014-2020",
            "eligible_cost": "1000",
            "total_cost": "1200",
            "cofinancing_rate": "95",
            "funders": ["Europäische Union", f"Freistaat {_D}"],
            "code": f"24278 {_D}",
            "beneficiary": "stadt",
            "contractor": "verein",
            "intervention": f"Kategorie {_D}",
            "specific_objective": f"Ziel {_D}",
        },
        "aims": [f"Mehr Grün {_D}."],
        "results": [f"Der Park ist offen {_D}."],
        "target_groups": [f"Kinder {_D}"],
        "links": [{"title": f"Der Park im Netz {_D}", "url": "https://muster.example/park"}],
    },
    "projects/haus": {
        "status": "running",
        "start": "2023",
        "funding": {
            "programme": "esf-plus-2021-2027",
            "eligible_cost": "500",
            "postcode": "01234",
            "town": f"Ort {_D}",
        },
        "aims": [f"Weniger Müll {_D}."],
        "sources": _SOURCES,
    },
    "projects/bus": {"status": "planned", "funding": {"programme": "other"}},
    "projects/bad": {"status": "unconfirmed", "start": "2018"},
}
"""All fields of each kind that hold words; titles, summaries and texts come from ``written``."""

_OTHERS: dict[str, dict[str, Any]] = {
    "partners/verein.yaml": {
        "name": f"Parkverein {_D}",
        "kind": "association",
        "summary": f"Kümmert sich {_D}.",
        "address": f"Parkweg 2 {_D}, 01234 Musterstadt {_D}",
        "phone": "01234 111-22",
        "email": "park@muster.example",
        "url": "https://park.example/verein/",
        "verified": "2026-05",
    },
    "partners/stadt.yaml": {"name": f"Stadt Muster {_D}", "kind": "authority"},
    "places/park.yaml": {
        "name": f"Stadtpark {_D}",
        "address": f"Parkweg 1 {_D}, 01234 Musterstadt {_D}",
        "accessibility": f"eben {_D}",
        "summary": f"Grün {_D}.",
    },
    "places/haus.yaml": {"name": f"Nachbarhaus {_D}", "name_hsb": "Susodny dom"},
    "media/platz.yaml": {
        "alt": f"Ein Platz {_D}.",
        "author": f"Stadt Muster {_D}",
        "licence": f"Alle Rechte {_D}",
        "people": "no",
        "download": "yes",
    },
    "media/bank.yaml": {"alt": f"Eine Bank {_D}.", "author": f"Anna Muster {_D}", "people": "no"},
}

_BODY = """\
Text {0}, siehe [das Vorhaben {0}](../projects/park.md), [den Bus {0}](../pages/kontakt.md#mit-dem-bus),
[im Park {0}](../places/park.yaml), [01234 567-89](tel:+491234567).

![](../media/bank.png)

## {1} {0}

Linie {0}.

### {2} {0}

Mehr {0}.
"""


class _Plain(yaml.SafeDumper):
    """Writes everything out where it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        """Front matter holds none."""
        return True


def _yaml(value: Mapping[str, Any]) -> str:
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False)


def written(lang: str, fields: Mapping[str, Any], key: str, headings: int = 2) -> str:
    """A Markdown file in a language."""
    sign = SIGNS[lang]
    words = {"title": f"Titel {key} {sign}", "summary": f"Kurz gesagt {key} {sign}."}
    text = _BODY.format(sign, "Mit dem Bus", "Am Abend")
    if headings > 2:
        text += f"\n## Noch eines {sign}\n\nUnd {sign}.\n"
    head = _yaml({**words, **fields})
    return f"---\n{head}---\n{text}"


def words(lang: str, left: float, chance: random.Random) -> str:
    """The words of the site in a language, but for some that are missing. They say no more than their name and gaps."""
    said: dict[str, Any] = {"review": "pending"} if lang != "de" else {}
    for key, german in yaml.safe_load(WORDS).items():
        if lang == "de" or chance.random() >= left:
            said[key] = _word(lang, german) if isinstance(german, str) else _word(lang, german["other"])
            if not isinstance(german, str):
                said[key] = dict.fromkeys(plurals(lang), said[key])
    return _yaml(said)


def _word(lang: str, german: str) -> str:
    """Each piece between two gaps bears the sign."""
    pieces = re.split(r"(\{\w+\})", german)
    for at in range(0, len(pieces), 2):
        if re.search(r"\w", pieces[at]):
            pieces[at] = f"{pieces[at]} {_D} " if lang == "de" else f" wort {SIGNS[lang]} "
    return "".join(pieces).strip()


def town(chance: random.Random) -> dict[str, str | bytes]:
    """One mix: the files of content/."""
    return {**dict(_settings(chance)), **dict(_stories(chance)), **dict(_things())}


def _settings(chance: random.Random) -> Iterator[tuple[str, str]]:
    notice = dict(SETTINGS["funding_notice"])
    if chance.random() < 0.3:
        notice |= {"union": "Kofinanziert von der Europäischen Union", "fund": "Europäischer Sozialfonds Plus"}
    yield "site.yaml", _yaml({**SETTINGS, "funding_notice": notice})
    for lang, sign in SIGNS.items():
        yield f"words/{lang}.yaml", words(lang, chance.choice((0, 0.1, 0.6)), chance)
        if lang == "de" or chance.random() < 0.3:
            continue
        menu = {item["to"]: f"Wort {sign}" for item in SETTINGS["navigation"] if chance.random() < 0.7}
        topics = {name: f"Thema {sign}" for name in SETTINGS["topics"] if chance.random() < 0.7}
        told = {"title": f"Name {sign}", "claim": f"Satz {sign}", "description": f"Was es ist {sign}."}
        yield f"site.{lang}.yaml", _yaml({**told, "menu": menu, "topics": topics})


def _stories(chance: random.Random) -> Iterator[tuple[str, str]]:
    for path, given in STORIES.items():
        fields, key = dict(given), path.rsplit("/", 1)[1]
        if path.startswith(("news", "projects")) and chance.random() < 0.2 and path != "projects/park":
            fields["draft"] = "yes"
        if path.startswith("events") and "repeat" not in fields:
            status = chance.choice(("scheduled", "cancelled", "postponed", "online"))
            fields["status"] = status
            if status == "postponed" and chance.random() < 0.5:
                fields["new_start"] = "2027-06-01 18:00"
        yield f"{path}.md", written("de", fields, key)
        for lang in OTHERS:
            if chance.random() < 0.5:
                # What a translation was made from is other than it is now: the page is out of date.
                old = {"date": "2026-01-01", "source": "abcdef 012345", "review": "pending"}
                marks = {"translated": old} if chance.random() < 0.5 else {}
                yield f"{path}.{lang}.md", written(lang, marks, key, chance.choice((2, 2, 3)))


def _things() -> Iterator[tuple[str, str | bytes]]:
    for path, fields in _OTHERS.items():
        yield path, _yaml(fields)
    yield "media/platz.png", png("#783c14")
    yield "media/bank.png", png("#143c78")
