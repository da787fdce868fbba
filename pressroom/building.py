"""The command build: builds, says what was done, and where the time went."""

import gc
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from pressroom import pipeline, still, typeset, words
from pressroom.kinds.dates import BERLIN
from pressroom.pipeline import Job, Report, Watch
from pressroom.problems import Problem, as_text
from pressroom.progress import Progress
from pressroom.publish import Written
from pressroom.validate import Withheld

SLOWEST = 10


def build(job: Job, given: list[str], *, dated: bool, again: bool = True) -> Report:
    """Builds and says so. ``given`` is the command; ``dated`` that it names the day itself;
    ``again`` whether the same command may be answered from what is said now.

    Raises what pipeline.build raises.
    """
    started, began = perf_counter(), datetime.now(BERLIN)
    # A build makes much and throws little away: to look through all of it again and again took a tenth of its time.
    gc.set_threshold(50_000, 20, 100)
    read = {**still.scene(str(folder.absolute()) for folder in _folders(job)), **still.installed()}
    progress = Progress()
    try:
        report = pipeline.build(job, progress.show)
    finally:
        progress.clear()
    about_texts = said_of_texts(report.warnings) + (said_of_papers(typeset.missing()) if job.papers else "")
    print(about_texts, end="", file=sys.stderr)
    about_site = said_of_site(report, report.written, job.output)
    print(about_site.replace(still.SECONDS, still.seconds(perf_counter() - started)), end="")
    if again and not job.fresh:
        unchanged = said_of_site(report, Written((), (), (), report.written.spared), job.output)
        still.note(given, _span(began, dated), read, _looks(report, job.output), (unchanged, about_texts))
    return report


def prove(job: Job, report: Report) -> bool:
    """Builds a clean copy elsewhere, without anything remembered, and says whether it is the same, byte for byte."""
    with TemporaryDirectory() as folder:
        elsewhere = Path(folder)
        clean = pipeline.build(replace(job, output=elsewhere / "public", memo=elsewhere / "memo", fresh=True))
        ours, theirs = job.output, elsewhere / "public"
        # What belongs to neither needs no look: the build just now has removed all that nobody planned, and said so.
        # Left are hidden things at the top, which are the host's, and what somebody has put there since.
        paths = {*report.known[0], *clean.known[0]}.difference(report.written.spared)
        other = sorted(path for path in paths if _bytes(ours / path) != _bytes(theirs / path))
    if other:
        print(f"Nicht bewiesen: {words.count(len(other), 'Datei ist', 'Dateien sind')} anders als", file=sys.stderr)
        print("bei einem Bau, der nichts Gemerktes verwendet:", file=sys.stderr)
        print("".join(f"  {path}\n" for path in other), end="", file=sys.stderr)
    if set(clean.warnings) != set(report.warnings) or set(clean.withheld) != set(report.withheld):
        other.append("")
        print("Nicht bewiesen: Die Hinweise sind andere als bei einem Bau ohne Gemerktes.", file=sys.stderr)
    if other:
        print("Bauen Sie einmal mit „--fresh“ und melden Sie es, wer das Programm pflegt.", file=sys.stderr)
        return False
    print(f"Bewiesen: {words.count(len(paths), 'Datei', 'Dateien')}, Byte für Byte wie bei einem Bau ohne Gemerktes.")
    return True


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def said_of_time(watch: Watch) -> str:
    """Where the time went: stage by stage, and the slowest stories."""
    rows = ["Wo die Zeit blieb (Sekunden):"]
    rows += [f"  {_exact(spent)}  {stage}" for stage, spent in watch.stages]
    slowest = sorted(watch.stories.items(), key=lambda story: (-story[1], story[0]))[:SLOWEST]
    if slowest:
        rows.append("Die langsamsten Beiträge (gelesen und gemacht, in allen Prozessen):")
    rows += [f"  {_exact(spent)}  {path}" for path, spent in slowest]
    return "\n".join([*rows, ""])


def _exact(number: float) -> str:
    return f"{number:7.3f}".replace(".", ",")


def _folders(job: Job) -> tuple[Path, ...]:
    """All that a build reads."""
    return job.content, job.root / "templates", job.root / "assets", job.root / "pressroom"


def _span(began: datetime, dated: bool) -> tuple[float, float]:
    """The day the site is of, in seconds; without end if the command named it."""
    if dated:
        return 0.0, float("inf")
    first = datetime.combine(began.date(), time.min, BERLIN)
    return first.timestamp(), datetime.combine(began.date() + timedelta(days=1), time.min, BERLIN).timestamp()


def _looks(report: Report, output: Path) -> dict[str, still.Look]:
    """How the site's files and folders look, by their whole paths."""
    top = str(output.absolute())
    files, folders = report.known
    looks = {f"{top}/{path}": look for path, (look, _) in files.items()}
    return looks | {f"{top}/{path}" if path else top: look for path, look in folders.items()}


def said_of_texts(warnings: Iterable[Problem]) -> str:
    """What there is to say of the texts."""
    # The client's open answers are many and not the editor's to give: a build counts them, check shows them.
    warnings = tuple(warnings)
    told = [problem for problem in warnings if problem.code not in pipeline.GAPS]
    said = f"{as_text(told)}\n\n" if told else ""
    if missing := gaps(warnings):
        said += f"Hinweis: {words.count(missing, 'Angabe fehlt', 'Angaben fehlen')} noch; "
        said += "„build.py check“ zeigt sie.\n\n"
    return said


def said_of_papers(lacking: Sequence[str]) -> str:
    """What must be installed before there can be sheets to print."""
    if not lacking:
        return ""
    return (
        "Hinweis: Plakate und andere Blätter zum Ausdrucken gibt es nicht, denn dafür ist noch nicht alles "
        f"eingerichtet: {', '.join(lacking)}. Einmal einrichten: .venv/bin/pip install -e . "
        "(Windows: .venv\\Scripts\\pip install -e .).\n\n"
    )


def gaps(warnings: Iterable[Problem]) -> int:
    """How many answers of the client are missing."""
    return sum(problem.code in pipeline.GAPS for problem in warnings)


def said_of_site(report: Report, written: Written, output: Path) -> str:
    """What became of the site; how long it took stands as a mark in it."""
    lines = [
        f"{words.count(report.pages, 'Seite', 'Seiten')} in {words.count(report.files, 'Datei', 'Dateien')}: "
        f"{len(written.new)} neu, {len(written.changed)} geändert, {len(written.removed)} entfernt, "
        f"{report.files - len(written.new) - len(written.changed)} unverändert. "
        f"{still.SECONDS} Sekunden. → {shown(output)}"
    ]
    lines += [
        f"{path} liegt dort schon und ist nicht von uns; sie bleibt, und unsere fehlt." for path in written.spared
    ]
    if report.warnings:
        lines.append(f"{words.count(len(report.warnings), 'Hinweis', 'Hinweise')}.")
    if report.waived:
        told = words.count(len(report.waived), "Ausnahme", "Ausnahmen")
        lines.append(f"{told} von Hinweisen; „build.py check“ nennt sie mit ihrem Grund.")
    return "\n".join([*lines, *said_of_withheld(report.withheld), ""])


def said_of_withheld(withheld: Iterable[Withheld]) -> Iterator[str]:
    """What is not published, why, and from or until when."""
    rows = sorted(withheld, key=lambda story: story.path)
    if rows:
        yield f"Nicht veröffentlicht: {words.count(len(rows), 'Beitrag', 'Beiträge')}"
    for story in rows:
        day = f" {words.day(story.day)}" if story.day else ""
        yield f"  {story.path}: {story.reason}{day} – {story.title}"


def shown(folder: Path) -> str:
    """A folder as it is shown to whoever gave the command."""
    try:
        return f"{folder.resolve().relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return str(folder)
