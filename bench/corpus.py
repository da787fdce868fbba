"""A made-up corpus of any size: news, events and projects that are the same on every machine.

``make(kind, i)`` is item number i. It does not depend on how many there are, so the corpus of 200 begins the corpus of
5,000. A module with the same function can be put in its place (``peers.py --corpus FILE``). Of ``random`` only
``random.random`` is used, whose sequence Python promises to keep.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, TypeVar

Item = dict[str, Any]
"""Of all kinds: kind, i, title, slug, date, body (Markdown). Of news also summary, tags, image; of events start, end,
location; of projects traeger, period (``2019–2021``), funding (a list of name and amount in euros)."""

Anything = TypeVar("Anything")

NEWEST = date(2026, 10, 31)
DAYS = 4000
"""How far the dates of news and projects reach back."""
AHEAD = 300
"""How many days ahead of NEWEST the last events are."""
PICTURES = 12

_FIRST = """
Abend Advents Bach Bären Beeren Bewegungs Blumen Brücken Brunnen Bücher Dorf Ernte Faden Fahrrad Farben Feder Ferien
Film Flöten Fluss Frühlings Garten Geschichts Glas Hand Haus Heimat Herbst Hof Holz Ideen Jugend Kartoffel Kiez Kinder
Kräuter Kunst Laternen Lehm Lese Licht Linden Mal Märchen Mond Mühlen Müll Musik Nacht Nachbarschafts Nadel Obst Park
Platten Puppen Quartiers Rätsel Reim Ruder Saft Senioren Sonnen Spiel Stadtteil Strick Tanz Tausch Teich Theater Töpfer
Trommel Turm Wald Wander Weiden Werk Wiesen Winter Wunsch Zelt Zirkus
""".split()
_SECOND = {
    "m": "Abend Basar Chor Garten Gang Kalender Kreis Kurs Laden Lauf Markt Platz Plan Raum Tag Treff Umzug Verein Weg",
    "f": "Aktion Ausstellung Bank Börse Bühne Feier Gruppe Hütte Karte Küche Reihe Runde Schule Schau Stunde Tafel "
    "Tour Werkstatt Wiese Woche",
    "n": "Archiv Beet Blatt Buch Büro Dach Essen Fest Frühstück Heft Konzert Labor Lager Netz Projekt Quiz Spiel "
    "Treffen Turnier Zimmer",
}
_GENDERS = {noun.lower(): gender for gender, nouns in _SECOND.items() for noun in nouns.split()}
_ARTICLES = {"m": ("Der", "den"), "f": ("Die", "die"), "n": ("Das", "das")}
_VERBS = """
bekommt beschreibt besucht bezahlt braucht entwirft erfindet erklärt feiert findet holt kennt leitet liebt lobt mag malt
mietet nutzt pflegt probt putzt rettet schmückt sucht tauscht teilt vergrößert verlegt verlost versteht wählt
""".split()
_WHEN = (
    """
am ersten Sonnabend|an einem Nachmittag im Mai|an sieben Abenden|auf dem großen Hof|bei Regen und bei Wind|bis in den
Advent|dank vieler Hände|ein ganzes Jahr lang|gegen Ende der Ferien|hinter den Garagen|im alten Pumpenhaus|im dritten
Anlauf|im Schatten der Linden|in aller Frühe|mit Eimer und Besen|mit sehr viel Geduld|nach dem letzten Frost|ohne lange
Reden|quer durch den Ort|rund um den Brunnen|seit drei Sommern|über Nacht|unter dem Vordach|vor der Kaufhalle|wie in
jedem Herbst|zwischen zwei Schauern
""".replace("\n", " ")
    .strip()
    .split("|")
)
_WHY = (
    """
bis auch der Letzte lacht|damit niemand vor der Tür stehen muss|falls das Wetter mitspielt|indem alle ein wenig
abgeben|obwohl das keiner geglaubt hätte|ohne dass es jemanden stört|sobald der Lack getrocknet ist|sodass am Ende noch
Kuchen übrig bleibt|solange der Vorrat reicht|weil es zusammen leichter geht|weil Kinder danach gefragt haben|wenn die
Tage wieder länger werden
""".replace("\n", " ")
    .strip()
    .split("|")
)
_HEADINGS = (
    """
Wie es anfing|Was gebraucht wird|Ein Blick zurück|Wer den Schlüssel hat|Drei Fragen|Der Weg dorthin|Was es kostet|Am
Rand notiert|Mitmachen|Das Wetter|Im nächsten Jahr|Gut zu wissen|Die Zahlen|Zum Schluss
""".replace("\n", " ")
    .strip()
    .split("|")
)
_SAID = (
    """
So viele waren wir noch nie|Den Kuchen hat mein Nachbar gebacken|Nächstes Mal bringe ich die Leiter mit|Es darf ruhig
laut sein|Das hält jetzt wieder zehn Jahre|Ich wollte nur kurz schauen
""".replace("\n", " ")
    .strip()
    .split("|")
)
_PEOPLE = "Frau Abendroth|Herr Bachstelz|Frau Cirrus|Herr Dachs|Frau Eibisch|Herr Findling|Frau Ginster".split("|")
_PLACES = """
Alte Wäscherei|Haus am Teich|Halle Zwei|Hofküche|Lindensaal|Mühlwiese|Pavillon im Park|Pumpenhaus|Schulaula|Turmzimmer
""".strip().split("|")
_FUNDS = "Brunnenstiftung|Glückstopf|Kreis Wiesengrund|Land Hügelheim|Lindenfonds|Verein der Freunde".split("|")
TAGS = """
Abfall Alltag Bäume Bauen Bühne Bus Chor Ehrenamt Eltern Energie Essen Fahrrad Familie Feste Freizeit Garten Geld
Geschichte Handwerk Helfen Jugend Kinder Kochen Kunst Lernen Lesen Markt Musik Nachbarn Reisen Schule Senioren Spiele
Sport Sprache Tanz Technik Tiere Wasser Wohnen
""".split()

_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Chance:
    """Seeded chance with ``random.random`` alone."""

    def __init__(self, seed: str) -> None:
        self._next = Random(seed).random

    def below(self, bound: int) -> int:
        """A whole number from 0, less than the bound."""
        return int(self._next() * bound)

    def one(self, things: Sequence[Anything]) -> Anything:
        """One of several."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[Anything], count: int) -> list[Anything]:
        """So many different ones, mixed."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(count)]

    def happens(self, share: float) -> bool:
        """True in so many of one cases."""
        return self._next() < share


def slugified(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_SPELT)).strip("-")


def make(kind: str, i: int) -> Item:
    """Item number i of a kind: news, event or project."""
    chance = Chance(f"gesundbrunnen-1/{kind}/{i}")
    title = f"{_thing(chance, 0)} {chance.one(_VERBS)} {_thing(chance, 1)}"
    day = NEWEST - timedelta(days=chance.below(DAYS))
    item: Item = {"kind": kind, "i": i, "title": title, "slug": f"{slugified(title)[:50].strip('-')}-{i}", "date": day}
    if kind == "news":
        item["summary"] = f"{_plain(chance)}, {chance.one(_WHY)}."
        item["tags"] = chance.some(TAGS, 1 + chance.below(4))
        item["image"] = _picture(chance)
    elif kind == "event":
        day = item["date"] = day + timedelta(days=AHEAD)
        start = datetime(day.year, day.month, day.day, 8 + chance.below(11), 15 * chance.below(4))
        item.update(
            start=start, end=start + timedelta(minutes=45 + 15 * chance.below(14)), location=chance.one(_PLACES)
        )
    else:
        first = 2015 + chance.below(9)
        item.update(traeger=chance.one(_FUNDS), period=f"{first}–{first + 1 + chance.below(3)}")
        item["funding"] = [
            {"name": name, "amount": 500 * (4 + chance.below(600))} for name in chance.some(_FUNDS, 1 + chance.below(3))
        ]
    item["body"] = _body(chance)
    return item


def _thing(chance: Chance, case: int) -> str:
    """Something with its article: 0 is the nominative that begins a sentence, 1 the accusative."""
    second = chance.one(list(_GENDERS))
    return f"{_ARTICLES[_GENDERS[second]][case]} {chance.one(_FIRST)}{second}"


def _picture(chance: Chance) -> str:
    return f"/bilder/bild-{chance.below(PICTURES):02d}.png"


def _plain(chance: Chance) -> str:
    """A sentence without its full stop."""
    return f"{_thing(chance, 0)} {chance.one(_VERBS)} {chance.one(_WHEN)} {_thing(chance, 1)}"


def _sentence(chance: Chance) -> str:
    """A sentence; one in eleven has bold words, one in eleven stressed ones, one in eleven a link."""
    said, roll = _plain(chance), chance.below(11)
    if roll == 0:
        head, _, last = said.rpartition(" ")
        return f"{head} **{last}**."
    if roll == 1:
        return f"{said}, *{chance.one(_WHY)}*."
    if roll == 2:
        number = chance.below(1000)
        return f"{said} – mehr im [Heft {number}](https://example.org/hefte/{number})."
    return f"{said}, {chance.one(_WHY)}." if roll < 8 else f"{said}."


def _paragraph(chance: Chance) -> str:
    return " ".join(_sentence(chance) for _ in range(3 + chance.below(4)))


def _body(chance: Chance) -> str:
    """A paragraph and three to seven more, most of them under a heading, some with a block behind them."""
    blocks = [_paragraph(chance)]
    headings = chance.some(_HEADINGS, len(_HEADINGS))
    for number in range(1, 4 + chance.below(5)):
        if number > 2 or chance.happens(0.4):
            blocks.append(("### " if number % 4 == 0 else "## ") + headings.pop())
        blocks.append(_paragraph(chance))
        blocks += _block(chance)
    return "\n\n".join(blocks) + "\n"


def _block(chance: Chance) -> list[str]:
    """What may follow a paragraph."""
    roll = chance.below(40)
    if roll < 4:
        return ["\n".join(f"- {_thing(chance, 1)} {chance.one(_WHEN)}" for _ in range(3 + chance.below(4)))]
    if roll < 8:
        rows = (f"{number}. {_thing(chance, 0)} {chance.one(_VERBS)} {_thing(chance, 1)}" for number in range(1, 9))
        return ["\n".join(row for row, _ in zip(rows, range(3 + chance.below(3)), strict=False))]
    if roll < 12:
        return [f'> "{chance.one(_SAID)}", sagt {chance.one(_PEOPLE)}.']
    if roll < 14:
        amounts = (f"{1 + chance.below(80)}.{100 + chance.below(900)} €" for _ in range(3 + chance.below(4)))
        rows = (f"| {2016 + chance.below(10)} | {_thing(chance, 1)[4:]} | {amount} |" for amount in amounts)
        return ["\n".join(["| Jahr | Was | Betrag |", "| ---- | --- | ------ |", *rows])]
    if roll < 16:
        return [f"![{chance.one(_HEADINGS)}]({_picture(chance)})"]
    if roll < 20:
        inside = chance.one(("news", "events", "projects"))
        outside = slugified(chance.one(_FUNDS))
        return [
            f"Siehe auch [{chance.one(_HEADINGS)}](/{inside}/) und [Geldgeber {outside}](https://example.org/{outside})."
        ]
    return []
