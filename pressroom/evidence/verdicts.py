"""Which rules of publicity the evidence proves, and which it cannot."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressroom.catalogue import RULES, Rule
from pressroom.evidence.copies import Exhibit
from pressroom.evidence.notices import one_line
from pressroom.kinds import Project

PROVED, PARTLY, NOT_PROVED, OPEN = "belegt", "zum Teil belegt", "nicht belegt", "nicht geprüft"


class Measured(NamedTuple):
    """What a real browser saw of a page's notice: whether it lies in the first screen, and the emblem's height."""

    seen: bool
    emblem: float


class Verdict(NamedTuple):
    """A rule, how it stands, and by what."""

    rule: Rule
    result: str
    reason: str


def verdicts(told: Project, exhibits: Sequence[Exhibit], measured: Sequence[Measured]) -> tuple[Verdict, ...]:
    """The rules of the programme that pays; none where the ESF does not. The first exhibit is the project's page;
    ``measured`` is empty where there was no browser.
    """
    if not told.esf or told.funding is None:
        return ()
    plus = told.funding.programme == "esf-plus-2021-2027"
    return tuple(_new(told, exhibits, measured) if plus else _old(told, exhibits, measured))


def _old(told: Project, exhibits: Sequence[Exhibit], measured: Sequence[Measured]) -> Iterator[Verdict]:
    pages = [one for one in exhibits if one.words]
    yield _everywhere("P14-1", pages, "mit Emblem, „Europäische Union“ und „Europäischer Sozialfonds“")
    yield _everywhere("P14-2", pages, "mit dem Emblem in Reflexblau (#003399) und Gelb (#FFCC00)")
    yield _first_screen("P14-4", measured)
    yield _everywhere("P14-5", pages, "mit „Europäische Union“ ausgeschrieben")
    yield _described("P14-9", told, exhibits[0])
    # Sheets A4 are prints too, but the rule wants a poster.
    prints = [one.publication.title for one in exhibits if "plakat" in one.publication.path.rpartition("/")[2]]
    yield Verdict(
        RULES["P14-10"],
        OPEN,
        f"Druckfassungen liegen bei: {', '.join(prints)}. Ob sie ausgehängt waren, belegt die Website nicht."
        if prints
        else "Ein Plakat gehört nicht zu dieser Website. Legen Sie ein Foto des Aushangs dazu.",
    )
    yield Verdict(RULES["P14-11"], OPEN, "Unterlagen für Teilnehmende liegen nicht auf der Website.")
    yield _kept()
    yield _state(pages)


def _new(told: Project, exhibits: Sequence[Exhibit], measured: Sequence[Measured]) -> Iterator[Verdict]:
    pages = [one for one in exhibits if one.words]
    with_emblem = sum(any(notice.emblem for notice in one.notices) for one in pages)
    yield Verdict(RULES["P21-1"], _result(with_emblem, len(pages)), f"{_of(with_emblem, len(pages))} mit dem Emblem.")
    yield _sentence(exhibits[0])
    yield _described("P21-6", told, exhibits[0])
    if measured:
        least = min(one.emblem for one in measured)
        tall = sum(one.emblem >= 32 for one in measured)
        low = f"{least:g}".replace(".", ",")
        reason = f"{_of(tall, len(measured))} mit mindestens 32 Pixeln; das kleinste Emblem misst {low} Pixel."
        yield Verdict(RULES["P21-8"], _result(tall, len(measured)), reason)
    else:
        yield Verdict(RULES["P21-8"], OPEN, _NO_BROWSER)
    yield _kept()


_NO_BROWSER = "Das misst ein Browser, und ohne Bildschirmfotos lief keiner."


def _everywhere(rule: str, pages: Sequence[Exhibit], what: str) -> Verdict:
    good = sum(rule in one.rules for one in pages)
    return Verdict(RULES[rule], _result(good, len(pages)), f"{_of(good, len(pages))} {what}.")


def _first_screen(rule: str, measured: Sequence[Measured]) -> Verdict:
    if not measured:
        return Verdict(RULES[rule], OPEN, _NO_BROWSER)
    good = sum(one.seen for one in measured)
    reason = f"{_of(good, len(measured))} mit Emblem und Hinweis ganz im ersten Bildschirm von 360 × 640 Pixeln."
    return Verdict(RULES[rule], _result(good, len(measured)), reason)


def _sentence(page: Exhibit) -> Verdict:
    """The sentence of the period beside the emblem, and none of the period before."""
    kept = {rule for notice in page.notices for rule in notice.rules(True)}
    if "P21-2" not in kept:
        return Verdict(RULES["P21-2"], NOT_PROVED, "Auf der Seite des Vorhabens wurde der Satz nicht gefunden.")
    reason = "Der Satz steht auf der Seite des Vorhabens neben dem Emblem."
    if "P14-1" in kept:
        other = " Auf derselben Seite steht aber auch der Hinweis der Förderperiode 2014–2020."
        return Verdict(RULES["P21-2"], PARTLY, reason + other)
    return Verdict(RULES["P21-2"], PROVED, reason)


def _described(rule: str, told: Project, page: Exhibit) -> Verdict:
    """Aims and results, as they stand on the project's page."""
    aims = bool(told.aims) and all(one_line(aim) in page.words for aim in told.aims)
    results = bool(told.results) and all(one_line(result) in page.words for result in told.results)
    due = told.status == "completed"
    said = ["Beschreibung und Ziele stehen" if aims else "Die Beschreibung steht, Ziele fehlen"]
    said[0] += " auf der Seite des Vorhabens."
    if results:
        said.append("Ergebnisse ebenfalls.")
    else:
        said.append("Ergebnisse sind nicht eingetragen." if due else "Ergebnisse sind noch nicht eingetragen.")
    return Verdict(RULES[rule], PROVED if aims and (results or not due) else PARTLY, " ".join(said))


def _kept() -> Verdict:
    return Verdict(RULES["P14-14"], PROVED, "Dieser Ordner, solange er unverändert bei den Unterlagen liegt.")


def _state(pages: Sequence[Exhibit]) -> Verdict:
    good = sum("SN-3" in one.rules for one in pages)
    if good:
        return Verdict(RULES["SN-3"], _result(good, len(pages)), f"{_of(good, len(pages))} mit dem eingetragenen Satz.")
    reason = "Es ist kein Satz eingetragen. Bitte sehen Sie im Bescheid nach, ob er verlangt ist."
    return Verdict(RULES["SN-3"], OPEN, reason)


def _result(good: int, count: int) -> str:
    return PROVED if good == count else PARTLY if good else NOT_PROVED


def _of(good: int, count: int) -> str:
    return f"{good} von {count} {'Seite' if count == 1 else 'Seiten'}"
