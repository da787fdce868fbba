"""The whole way, in one place and in order: load, validate, plan, make, check, publish."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pressroom import checks, files, load, memo, press, publish, stylesheet, typeset, validate
from pressroom.files import File, Later
from pressroom.make import Maker, Templates
from pressroom.memo import Lost, Memo
from pressroom.outputs import OUTPUTS, Output, patterns, told
from pressroom.press import Press
from pressroom.problems import ContentError, Desk, Problem, Waived
from pressroom.publish import Written
from pressroom.stylesheet import Sheet
from pressroom.validate import Design, Order, Site, Telling, Withheld

Result = TypeVar("Result")

GAPS = frozenset({"legal-gap"})
"""Answers only the client can give: an ordinary build counts them, a release refuses them."""

RELEASE = GAPS | {"picture-licence", "picture-people", "picture-children", "picture-proof"}
"""What an ordinary build warns of and a release refuses."""

STYLES = ("tokens", "base", "layout", "parts", "print")
"""The layers of the style sheet, in their order: files or folders of assets/css/."""

_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)

Progress = Callable[[str, int], None]


class Watch:
    """Measures how long each stage takes, and how long each story, by the clock it is given (in seconds)."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.stages: list[tuple[str, float]] = []
        self.stories: dict[str, float] = {}
        self._last = clock()

    def lap(self, stage: str) -> None:
        """A stage has ended."""
        now = self.clock()
        self.stages.append((stage, now - self._last))
        self._last = now

    def count(self, spent: Iterable[tuple[float, tuple[Any, ...]]]) -> None:
        """What was read and what was made took so long; both count for the story."""
        for seconds, (one, *_) in spent:
            path = one.path if isinstance(one, load.Found) else one.origin if isinstance(one, File) else ""
            if path.endswith(".md"):
                self.stories[path] = self.stories.get(path, 0.0) + seconds


@dataclass(frozen=True, slots=True)
class Job:
    """What the front door decided. ``memo`` is the file of remembered results, None to remember nothing;
    ``examples`` a folder with an example of each part, for the preview; ``papers`` wants sheets to print.
    """

    root: Path
    content: Path
    output: Path
    today: date
    memo: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    release: bool = False
    fresh: bool = False
    examples: Path | None = None
    jobs: int = 1
    watch: Watch | None = None
    papers: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file there will be, the site it comes from, and what is to be said of its texts."""

    site: Site
    files: tuple[File, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    files: int
    pages: int
    written: Written
    withheld: tuple[Withheld, ...]
    warnings: tuple[Problem, ...]
    waived: tuple[Waived, ...]
    known: publish.Known
    """How the files and folders of the site look now."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say of the texts and their site, and what stories excuse."""

    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]


def quiet(stage: str, count: int) -> None:
    """A progress line nobody reads."""


def quiet_lap(stage: str) -> None:
    """A stage nobody measures."""


def build(job: Job, progress: Progress = quiet) -> Report:
    """Brings the output folder up to date.

    Raises ContentError with every mistake found, before anything was written; publish.Refused where the output
    folder is not ours; OSError where the disk does not allow it.
    """
    publish.check_output(job.output, job.content)
    return _afresh_if_lost(_build, job, progress)


def check(job: Job, progress: Progress = quiet) -> Checked:
    """Every problem of the texts and of the site they would become; writes nothing but the memo."""
    return _afresh_if_lost(_check, job, progress)


def plan(job: Job, progress: Progress = quiet) -> Plan:
    """Every file there will be. Raises ContentError."""
    return _afresh_if_lost(_planned, job, progress)


def _afresh_if_lost(work: Callable[[Job, Progress], Result], job: Job, progress: Progress) -> Result:
    """Work that begins again without memory where the memory turns out to be spoilt."""
    try:
        return work(job, progress)
    except Lost:
        return work(replace(job, fresh=True), progress)


def _build(job: Job, progress: Progress) -> Report:
    lap = job.watch.lap if job.watch is not None else quiet_lap
    desk, remembered = desk_of(job), memo_of(job)
    lap("Gedächtnis öffnen")
    site = site_of(job, remembered, desk, progress)
    lap("Texte lesen und prüfen")
    files = files_of(job, site, remembered, desk)
    lap("Dateien planen")
    place = f"published {job.output.resolve()}"
    with publish.opened(job.output, remembered.page(place) or ({}, {})) as folder:
        finish = finished(job, site, files, remembered, folder, desk, progress)
        _stop_if_failed(desk)
        desk.complain_of_idle_waivers({story.path for story in site.withheld}, validate.HINTS)
        lap("Dateien machen und prüfen")
        written = folder.finish(finish.digests, finish.put)
        lap("Veröffentlichen")
        remembered.save({place: (folder.files, folder.folders), "wants": sorted(finish.wants), "unique": True})
    lap("Gedächtnis schreiben")
    if job.watch is not None:
        job.watch.count(remembered.spent)
    pages = sum(file.path.endswith(".html") for file in files)
    known = (folder.files, folder.folders)
    return Report(len(files), pages, written, site.withheld, desk.sorted(), desk.waived(), known)


def _check(job: Job, progress: Progress) -> Checked:
    desk, remembered = desk_of(job), memo_of(job)
    try:
        site = site_of(job, remembered, desk, progress)
        files = files_of(job, site, remembered, desk)
        finish = finished(job, site, files, remembered, None, desk, progress)
        desk.again(validate.hints(site))
        desk.complain_of_idle_waivers({story.path for story in site.withheld})
        if not desk.failed:
            # What was made to be checked need not be worked out again by the next check, nor described by a build.
            remembered.save({"wants": sorted(finish.wants), "unique": True})
    except ContentError as trouble:
        desk.take(trouble.problems)
    return Checked(desk.sorted(), desk.waived())


def _planned(job: Job, progress: Progress) -> Plan:
    desk, remembered = desk_of(job), memo_of(job)
    site = site_of(job, remembered, desk, progress)
    files = files_of(job, site, remembered, desk)
    return Plan(site, files, desk.sorted())


def desk_of(job: Job) -> Desk:
    """A desk as strict as the job."""
    return Desk(strict=RELEASE if job.release else frozenset())


def memo_of(job: Job) -> Memo:
    """What is remembered of earlier runs with the same code."""
    code = memo.code_of(file for _, file in load.project_files(Path(__file__).parent, {".py"}))
    remembered = Memo(job.memo, code=code, jobs=job.jobs, fresh=job.fresh)
    remembered.clock = job.watch.clock if job.watch is not None else None
    return remembered


def site_of(job: Job, remembered: Memo, desk: Desk, progress: Progress = quiet) -> Site:
    """The site without a mistake. Raises ContentError."""
    library = load.library(job.content, validate.SHELVES, desk)
    telling = Telling(
        texts=lambda count: progress("Texte", count), looks=lambda count: progress("Blick auf Bilder", count)
    )
    order = Order(job.today, job.drafts, job.base_url, job.papers and not typeset.missing())
    site = validate.to_site(remembered, library, _design(job.root), order, desk, telling)
    checks.sources.own(job.root, remembered, desk)
    # Outputs trust the site they describe, so they only see one without mistakes.
    _stop_if_failed(desk)
    assert site is not None
    return site


def files_of(job: Job, site: Site, remembered: Memo, desk: Desk) -> tuple[File, ...]:
    """Every file there will be, each once. Raises ContentError."""
    known = [_output(output, site.speaking(lang), remembered) for lang in site.languages for output in told(site)]
    known += [_output(output, site, remembered) for output in OUTPUTS]
    described = [file for files, _ in known for file in files]
    if job.examples:
        described += patterns.patterns(site, _parts(job))
    elif not any(new for _, new in known) and remembered.page("unique"):
        return tuple(described)
    files_once = files.unique(described, desk)
    _stop_if_failed(desk)
    return files_once


def _output(output: Output, site: Site, remembered: Memo) -> tuple[list[File], bool]:
    """What an output describes, and whether it had to be asked again."""
    name = f"output {site.lang} {output.__module__}.{output.__qualname__}"
    note = remembered.ledger.recall(name)
    if note is not None:
        return [File(path, Later.of(plain), origin) for path, plain, origin in note.outcome], False
    with remembered.ledger.noting() as asked:
        found = [files.spoken(file, site.lang) for file in output(site)]
    if all(isinstance(file.recipe, Later) for file in found):
        plain = [(file.path, file.recipe.plain, file.origin) for file in found if isinstance(file.recipe, Later)]
        remembered.ledger.keep(name, asked, plain)
    return found, True


def _parts(job: Job) -> tuple[str, ...]:
    """The parts of a page that have an example: files of the same name."""
    assert job.examples
    examples = {path for path, _ in load.project_files(job.examples, {".html"})}
    parts = {path for path, _ in load.project_files(job.root / "templates" / "parts", {".html"})}
    return tuple(sorted(path.removesuffix(".html") for path in examples & parts))


def _design(root: Path) -> Design:
    """The style sheet, its layers in order, and the scripts without their comments."""
    sheets = dict(load.project_files(root / "assets" / "css", {".css"}))
    ordered = sorted(sheets, key=lambda path: (STYLES.index(path.split("/")[0].removesuffix(".css")), path))
    written = tuple(Sheet(f"assets/css/{path}", sheets[path].read_text("utf-8")) for path in ordered)
    scripts = ((root / "assets" / "js" / f"{name}.js").read_text("utf-8") for name in ("search", "find", "clock"))
    begin, find, clock = (_SCRIPT_COMMENT.sub("", script) for script in scripts)
    return Design(stylesheet.joined(written), begin, find, clock, written)


def finished(
    job: Job,
    site: Site,
    files: tuple[File, ...],
    remembered: Memo,
    folder: publish.Folder | None,
    desk: Desk,
    progress: Progress,
) -> press.Finish:
    """Every file as it should be, those that had to be made laid aside; walked through by every check."""
    checks.contrast.of_house(job.root, desk)
    return press.run(
        remembered,
        press_of(job, site, folder.stage() if folder is not None else None),
        files,
        folder,
        desk,
        lambda count: progress("Dateien", count),
        lambda count: progress("Bilder", count),
    )


def press_of(job: Job, site: Site, stage: publish.Stage | None = None) -> Press:
    """What makes the files of a site; where there is no stage, nothing is laid aside."""
    templates = (job.root / "templates", *([job.examples] if job.examples else []))
    return Press(site, Maker(Templates(templates, site.memo), site.base), stage)


def _stop_if_failed(desk: Desk) -> None:
    if desk.failed:
        raise ContentError(desk.sorted())
