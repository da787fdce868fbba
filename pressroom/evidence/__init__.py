"""The evidence of publicity that a grant wants kept (P14-14): all that was published for a project, in one folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pressroom import camera, typeset
from pressroom.camera import Dark, Film
from pressroom.evidence import folder as places
from pressroom.evidence import overview, printed
from pressroom.evidence.copies import PICTURES, Copies, Exhibit, copies, differing, digest, originals
from pressroom.evidence.gather import Gathered, Period, Refused, all_of
from pressroom.evidence.overview import Making, is_placeholder
from pressroom.evidence.ready import Ready, ready
from pressroom.evidence.table import table
from pressroom.files import Page
from pressroom.pipeline import Job, Progress
from pressroom.problems import quoted

TABLE, OVERVIEW, STYLE, PRINT = "uebersicht.csv", "uebersicht.html", "uebersicht.css", "uebersicht.pdf"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants evidence of. ``folder`` is where the dated folders lie; ``browser`` takes the pictures, or is
    the reason, in German, why there are none; ``version`` names the generator and its commit; ``pretended``: the day
    was given.
    """

    project: str
    period: Period
    folder: Path
    browser: Path | str
    version: str
    pretended: bool = False


class Evidence(NamedTuple):
    """What was written. ``sums`` is the digest of the list of digests; ``other`` says how many of the exhibits lie
    otherwise or not at all in the output folder; ``dark`` why there are no pictures, ``unprinted`` why no PDF.
    """

    place: Path
    exhibits: tuple[Exhibit, ...]
    pictures: int
    files: int
    sums: str
    other: int
    base: str
    dark: str
    unprinted: str = ""


NO_BROWSER = "Auf diesem Rechner wurde kein Chromium, Chrome oder Edge gefunden."
NOT_WANTED = "Sie waren nicht gewünscht (--no-screenshots)."
NOT_PRINTED = printed.NOT_WANTED


def write(job: Job, order: Order, progress: Progress) -> Evidence:
    """Gathers and writes everything into a new folder.

    Raises ContentError where the site has mistakes, and Refused; then nothing was written. Raises OSError.
    """
    first, last = order.period
    if first is not None and last is not None and last < first:
        raise Refused(
            f"--to ({last:%d.%m.%Y}) liegt vor --from ({first:%d.%m.%Y}). Vielleicht sind die beiden Tage vertauscht."
        )
    places.check(order.folder, job)
    made = ready(job, progress)
    gathered = all_of(made, order.project, order.period)
    ours = copies(made, gathered)
    name = f"{made.site.today.isoformat()}-{gathered.project.id}"
    with places.aside(order.folder, name) as aside:
        for path, data in ours.files.items():
            places.put(aside, path, data)
        film, dark = _filmed(order.browser, ours, aside, lambda count: progress("Bildschirmfotos", count))
        pictures = _pictures(ours, film)
        places.put(aside, TABLE, table(ours.exhibits, pictures))
        making = Making(order.version, order.pretended, film, dark)
        shown = overview.values(made.site, gathered, ours.exhibits, order.period, making, pictures, made.waived)
        html, paper, unprinted = _summary(made, gathered, shown)
        places.put(aside, OVERVIEW, html.encode())
        if not unprinted:
            places.put(aside, PRINT, paper)
        places.put(aside, STYLE, (job.root / "assets" / "evidence" / "overview.css").read_bytes())
        sums = places.sums(aside)
        places.put(aside, places.SUMS, sums)
        place = places.settle(aside, order.folder, name)
    return Evidence(
        place,
        ours.exhibits,
        sum(map(len, pictures.values())),
        sums.count(b"\n") + 1,
        digest(sums),
        differing(((path, _read(job.output / path)) for path in originals(ours)), ours),
        made.site.base,
        dark,
        unprinted,
    )


def _summary(made: Ready, gathered: Gathered, shown: Mapping[str, Any]) -> tuple[str, bytes, str]:
    """The summary as a page and as a PDF; of that the reason, in German, where there is none."""

    def page(unprinted: str) -> str:
        return made.press.maker.rendered(Page(overview.TEMPLATE, {**shown, "unprinted": unprinted}, made.site))

    unprinted, html = printed.lacking(made.site), page("")
    if not unprinted:
        try:
            return html, printed.printed(made, gathered, html, shown["day"]), ""
        except typeset.Unset as trouble:
            unprinted = f"Sie ließ sich nicht setzen: {quoted(str(trouble), 200)}"
    return page(unprinted), b"", unprinted


def _filmed(browser: Path | str, ours: Copies, aside: Path, done: Callable[[int], None]) -> tuple[Film | None, str]:
    """Pictures of all pages; None and why, where there can be none."""
    if isinstance(browser, str):
        return None, browser
    pages = [(aside / one.file, name) for one, name in _named(ours)]
    (aside / PICTURES).mkdir()
    try:
        return camera.film(browser, pages, aside / PICTURES, done), ""
    except Dark as trouble:
        for file in (aside / PICTURES).iterdir():
            file.unlink()
        (aside / PICTURES).rmdir()
        return None, str(trouble)


def _named(ours: Copies) -> list[tuple[Exhibit, str]]:
    """Each page and the beginning of its pictures' names: ``01-projekte-park``."""
    pages = [one for one in ours.exhibits if one.publication.path.endswith(".html")]
    stems = (one.publication.path.removesuffix("index.html").removesuffix(".html").strip("/") for one in pages)
    return [
        (one, f"{number:02}-{stem.replace('/', '-') or 'start'}")
        for number, (one, stem) in enumerate(zip(pages, stems, strict=True), 1)
    ]


def _pictures(ours: Copies, film: Film | None) -> dict[str, tuple[str, ...]]:
    """The pictures of each file, by their paths in the folder."""
    if film is None:
        return {}
    return {
        one.file: tuple(f"{PICTURES}/{file}" for file in shot.files)
        for (one, _), shot in zip(_named(ours), film.shots, strict=True)
    }


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


__all__ = [
    "NOT_PRINTED",
    "NOT_WANTED",
    "NO_BROWSER",
    "Evidence",
    "Order",
    "Period",
    "Ready",
    "Refused",
    "is_placeholder",
    "write",
]
