"""The whole way, in one place and in order: load, validate, plan, make, check, publish."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pressroom import checks, files, images, load, make, markup, memo, publish, urls, validate
from pressroom.files import File
from pressroom.memo import Memo
from pressroom.outputs import OUTPUTS, patterns
from pressroom.problems import ContentError, Desk, Problem
from pressroom.publish import Written
from pressroom.validate import Design, Order, Site, Withheld

RELEASE = frozenset({"legal-gap"})
"""What an ordinary build warns of and a release refuses."""

LIBRARIES = ("markdown", "nh3", "icalendar", "tzdata", "pillow", "pillow-heif")
"""The libraries whose work is remembered: another version of one may give another result."""

STYLES = ("tokens", "base", "layout", "parts", "print")
"""The layers of the style sheet, in their order: files or folders of assets/css/."""

LOOKS_WORTH_WORKERS = 8
"""To look at a photo of 12 megapixels takes some 60 ms."""

_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_NOT_NEEDED = re.compile(r"/\*.*?\*/\s*|(?<=\n)\s+", re.DOTALL)
_HEAD = "/* Aus assets/css/ zusammengesetzt; dort steht, warum. */\n"
"""A third of the style sheet's compressed bytes would be explanations and indents, for whoever changes it."""

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What the front door decided. ``memo`` is the file of remembered results, None to remember nothing;
    ``examples`` a folder with an example of each part of a page, shown by the preview.
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


def quiet(stage: str, count: int) -> None:
    """A progress line nobody reads."""


def build(job: Job, progress: Progress = quiet) -> Report:
    """Brings the output folder up to date.

    Raises ContentError with every mistake found, before anything was written; publish.Refused where the output
    folder is not ours; OSError where the disk does not allow it.
    """
    publish.check_output(job.output, job.content)
    desk, remembered = _desk(job), _memo(job)
    plan = _plan(job, desk, remembered, progress)
    made = _made(job, plan, desk, remembered, progress)
    _stop_if_failed(desk)
    written = publish.tree(job.output, made)
    remembered.save()
    pages = sum(path.endswith(".html") for path in made)
    return Report(len(made), pages, written, plan.site.withheld, desk.sorted())


def check(job: Job, progress: Progress = quiet) -> tuple[Problem, ...]:
    """Every problem of the texts and of the site they would become; writes nothing."""
    desk, remembered = _desk(job), _memo(job)
    try:
        plan = _plan(job, desk, remembered, progress)
        _made(job, plan, desk, remembered, progress)
    except ContentError:
        pass
    return desk.sorted()


def plan(job: Job, progress: Progress = quiet) -> Plan:
    """Every file there will be. Raises ContentError."""
    desk = _desk(job)
    result = _plan(job, desk, _memo(job), progress)
    _stop_if_failed(desk)
    return result


def _desk(job: Job) -> Desk:
    return Desk(strict=RELEASE if job.release else frozenset())


def _memo(job: Job) -> Memo:
    sources = (file.read_bytes() for _, file in load.project_files(Path(__file__).parent, {".py"}))
    return Memo(job.memo, code=memo.code_of(sources, LIBRARIES), jobs=job.jobs, fresh=job.fresh)


def _plan(job: Job, desk: Desk, remembered: Memo, progress: Progress) -> Plan:
    library = load.library(job.content, validate.SHELVES, desk)
    texts = [source for source in library.sources if source.text]
    read = remembered.remember_all(
        markup.to_body,
        [(source.text,) for source in texts],
        lambda count: progress("Texte", count),
    )
    bodies = {source.path: body for source, body in zip(texts, read, strict=True)}
    seen = remembered.remember_all(
        images.look,
        [(file,) for file in library.media.values()],
        lambda count: progress("Blick auf Bilder", count),
        worth_workers=LOOKS_WORTH_WORKERS,
    )
    looks = dict(zip(library.media, seen, strict=True))
    order = Order(job.today, job.drafts, job.base_url)
    site = validate.to_site(library, bodies, looks, _design(job.root), order, desk)
    if site is None:
        raise ContentError(desk.sorted())
    # Outputs trust the site they describe, so they only see one without mistakes.
    _stop_if_failed(desk)
    described = [file for output in OUTPUTS for file in output(site)]
    if job.examples:
        described += patterns.patterns(site, _parts(job))
    return Plan(site, tuple(files.unique(described, desk)), desk.sorted())


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
    style = _HEAD + "\n".join(_NOT_NEEDED.sub("", sheets[path].read_text("utf-8")) for path in ordered)
    scripts = ((root / "assets" / "js" / f"{name}.js").read_text("utf-8") for name in ("search", "find", "clock"))
    return Design(style, *(_SCRIPT_COMMENT.sub("", script) for script in scripts))


def _made(job: Job, plan: Plan, desk: Desk, remembered: Memo, progress: Progress) -> make.Made:
    """The bytes of the site, walked through by every check. Nothing is made of texts with mistakes."""
    _stop_if_failed(desk)
    templates = (job.root / "templates", *([job.examples] if job.examples else []))
    made = make.everything(
        plan.files,
        templates,
        plan.site.base,
        remembered,
        desk,
        lambda count: progress("Seiten", count),
        lambda count: progress("Bilder", count),
    )
    walked = checks.finished(
        plan.files, made, urls.base_path(plan.site.base), remembered, lambda count: progress("Prüfung", count)
    )
    for one in checks.CHECKS:
        one(walked, desk)
    return made


def _stop_if_failed(desk: Desk) -> None:
    if desk.failed:
        raise ContentError(desk.sorted())
