"""An office that builds from memory, and the proof that what it builds is what a clean build makes.

The office is a folder as an editor has it: texts, design, the published site, and everything a build remembers. People
do things to it (``tests/deeds.py``); after that ``Office.prove`` builds from memory, builds the same from nothing in a
process that never built anything, and compares all there is to compare.
"""

import mmap
import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import jinja2

from pressroom import pipeline, publish
from pressroom.pipeline import Job
from pressroom.problems import ContentError, Problem, as_text
from pressroom.publish import Refused
from pressroom.validate import Withheld
from tests.town import ROOT, TODAY, snapshot
from tests.village import VILLAGE

BUILT, MISTAKES, DESIGN, REFUSED = "built", "mistakes in the texts", "mistake in a template", "refused"
"""How a build may end."""

# A process forked from one that imported everything and built nothing starts in milliseconds; Windows has none.
if sys.platform == "win32":
    _PROCESSES = multiprocessing.get_context("spawn")
else:
    _PROCESSES = multiprocessing.get_context("forkserver")
_LOADED_BY_NEED = ("babel.dates", "holidays", "icalendar", "markdown", "nh3", "PIL.AvifImagePlugin", "PIL.ImageDraw")
_PROCESSES.set_forkserver_preload(["tests.proof", *_LOADED_BY_NEED])

MOST_NAMED = 20
"""So many differences are named; a template that is out of date is out of date on every page."""

AT_REST = 2.1
"""Seconds after which the dates of a file may be believed: the coarsest file systems count by two."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended, and everything it says of what it did."""

    end: str
    problems: tuple[Problem, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    files: int = 0
    pages: int = 0
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def build(job: Job) -> Outcome:
    """One build; what stops it is an outcome too."""
    try:
        report = pipeline.build(job)
    except ContentError as trouble:
        return Outcome(MISTAKES, trouble.problems)
    except jinja2.TemplateError:
        return Outcome(DESIGN)
    except Refused:
        return Outcome(REFUSED)
    written = report.written
    parts = written.new, written.changed, written.removed
    return Outcome(BUILT, report.warnings, report.withheld, report.files, report.pages, *parts)


def check(job: Job) -> tuple[Problem, ...]:
    """What ``build.py check`` says; nothing of templates with a mistake, which are no editor's."""
    try:
        return pipeline.check(job).problems
    except jinja2.TemplateError:
        return ()


class Apart:
    """A build in a process of its own, at the same time as whatever happens here."""

    def __init__(self, job: Job) -> None:
        self._here, there = _PROCESSES.Pipe(duplex=False)
        self._process = _PROCESSES.Process(target=_build_and_tell, args=(job, there))
        self._process.start()
        there.close()

    def outcome(self) -> Outcome:
        """Waits for its end. Raises EOFError where it ended in an error of ours; its traceback is in stderr."""
        told: Outcome = self._here.recv()
        self._process.join()
        return told

    def kill(self) -> None:
        """Ends it at once, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._here.close()


def _build_and_tell(job: Job, pipe: Connection) -> None:
    pipe.send(build(job))


def at_once(jobs: Sequence[Job]) -> list[Outcome]:
    """Builds that run at the same time, each in a process of its own."""
    started = [Apart(job) for job in jobs]
    try:
        return [one.outcome() for one in started]
    finally:
        for one in started:
            one.kill()


class Disproved(AssertionError):
    """What is built from memory is not what is built from nothing."""


@dataclass(frozen=True, slots=True)
class Published:
    """An output folder at one time: its files, their stamps (number and date), its links, and its folders."""

    files: Mapping[str, bytes]
    stamps: Mapping[str, tuple[int, int]]
    links: frozenset[str]
    folders: frozenset[str]

    @classmethod
    def of(cls, out: Path) -> Self:
        """Reads everything, hidden files too. A folder that is not there is as good as an empty one."""
        files: dict[str, bytes] = {}
        stamps: dict[str, tuple[int, int]] = {}
        links, folders = set(), set()
        for path in sorted(out.rglob("*")):
            name = path.relative_to(out).as_posix()
            if path.is_symlink():
                links.add(name)
            elif path.is_dir():
                folders.add(name)
            else:
                files[name], found = path.read_bytes(), path.stat()
                stamps[name] = found.st_ino, found.st_mtime_ns
        return cls(files, stamps, frozenset(links), frozenset(folders))


def differences(built: Published, clean: Published, kept: Mapping[str, bytes]) -> list[str]:
    """What a remembered site has otherwise than a clean one, in words; ``kept`` are the host's own hidden files."""
    said = [f"{path} is a link of the file system." for path in sorted(built.links)]
    wanted = {**clean.files, **kept}
    for path in sorted((wanted.keys() | built.files.keys()) - built.links):
        if path not in built.files:
            said.append(f"{path} is missing.")
        elif path not in wanted:
            said.append(f"{path} should not be there.")
        elif built.files[path] != wanted[path]:
            signs = enumerate(zip(built.files[path], wanted[path], strict=False))
            at = next((number for number, (one, other) in signs if one != other), 0)
            here, there = (data[max(0, at - 30) : at + 50] for data in (built.files[path], wanted[path]))
            said.append(f"{path} differs: {here!r} instead of {there!r}")
    folders = clean.folders | {above for path in kept for above in _above(path)}
    return said + [f"The folder {path}/ should not be there." for path in sorted(built.folders - folders)]


def wrongly_told(told: Outcome, before: Published, after: Published, kept: Mapping[str, bytes]) -> list[str]:
    """What a build says it did and did not do, and what it wrote although it was the same.

    Of its own mark and of the host's hidden files, ``kept``, it says nothing.
    """
    untold = {publish.MARKER, *kept}
    both = before.files.keys() & after.files.keys()
    changed = {path for path in both if before.files[path] != after.files[path]}
    said = [
        f"{path} was the same, yet written." for path in both - changed if before.stamps[path] != after.stamps[path]
    ]
    new = after.files.keys() - before.files.keys() - untold
    # Of what lay in the way of a file or of a folder, nothing is told.
    under = {above for path in after.files for above in _above(path)}
    gone = {
        path
        for path in (before.files.keys() | before.links) - after.files.keys() - under - untold
        if after.files.keys().isdisjoint(_above(path))
    }
    for name, done in (("new", new), ("changed", changed), ("removed", gone)):
        if set(getattr(told, name)) != done:
            said.append(f"Reported as {name}: {sorted(getattr(told, name))}; really {name}: {sorted(done)}.")
    return said


def _above(path: str) -> list[str]:
    """The folders a file lies in."""
    return [folder.as_posix() for folder in Path(path).parents if folder != Path()]


Clean = tuple[Outcome, Published]
"""A clean build: how it ended, and its site."""


@dataclass(frozen=True, slots=True)
class State:
    """All that decides how the site looks: the job, the texts and the design."""

    job: Job
    texts: Mapping[str, bytes]
    design: Mapping[str, bytes]


class Office:
    """A project folder in use: what lies in it, how it is built, and what was done to it so far, in words."""

    def __init__(self, folder: Path, known: Mapping[Any, Clean] | None = None) -> None:
        self.folder = folder
        self.known = dict(known or {})
        """The clean builds made so far, by all that went into them."""
        self.content = folder / "content"
        self.root = folder / "design"
        self.memory = folder / ".cache"
        """Everything a build remembers; no file in it is known by name here."""
        self.job = Job(self.root, self.content, folder / "public", TODAY, memo=self.memory / "memo")
        self.elsewhere = False
        """Whether each build from memory has a process of its own, as on the command line."""
        self.check_first = False
        """Whether the check comes before the build or after it."""
        self.kept: dict[Path, bytes] = {}
        """Hidden files of the host in the output folder, which must stay."""
        self.said: list[str] = []
        """What was done, one sentence each, to do it again by hand."""
        self.states: list[State] = []
        """The office after each build that succeeded, to go back to."""
        self.old_memories = 0
        """How many copies of the memory there are, to put back."""

    def names(self, *folders: str, suffix: str = "") -> list[str]:
        """The files of some folders of content/, by path from there."""
        paths = (file.relative_to(self.content) for file in sorted(self.content.rglob("*")) if file.is_file())
        return [path.as_posix() for path in paths if path.parts[0] in folders and path.name.endswith(suffix)]

    def text(self, name: str) -> str:
        """A text of content/, however it was saved."""
        return (self.content / name).read_text("utf-8-sig")

    def write(self, name: str, data: str | bytes) -> None:
        """Saves a file of content/."""
        write(self.content / name, data.encode() if isinstance(data, str) else data)

    def write_if_new(self, name: str, text: str) -> None:
        """Saves a text of content/ only if it says something else than before."""
        if text != self.text(name):
            self.write(name, text)

    def remembered(self) -> list[Path]:
        """Every file of the memory."""
        return [file for file in sorted(self.memory.rglob("*")) if file.is_file()]

    def published(self) -> list[Path]:
        """Every file of the output folder that is not hidden."""
        out = self.job.output
        found = (file for file in sorted(out.rglob("*")) if file.is_file() and not file.is_symlink())
        return [file for file in found if not file.relative_to(out).parts[0].startswith(".")]

    def prove(self) -> Outcome:
        """Builds from memory and from nothing. Raises Disproved where a visitor or an editor could tell them apart."""
        (told,) = self.compare([self.job])
        if told.end == BUILT:
            self.states.append(self.state())
        return told

    def compare(self, jobs: Sequence[Job]) -> list[Outcome]:
        """The same for builds that run at the same time, each into a folder of its own."""
        before = [Published.of(job.output) for job in jobs]
        with ExitStack() as stack:
            waiting = [stack.enter_context(self.clean(job)) for job in jobs]
            checked = check(jobs[0]) if self.check_first else None
            told = [build(jobs[0])] if len(jobs) == 1 and not self.elsewhere else at_once(jobs)
            clean = [one() for one in waiting]
        wrong = _other_problems("check", check(jobs[0]) if checked is None else checked, clean[0][0].problems)
        for job, said, old, (expected, published) in zip(jobs, told, before, clean, strict=True):
            wrong += self._wrong(job, said, old, published, expected)
        if wrong:
            raise self.disproved(wrong)
        return told

    @contextmanager
    def clean(self, job: Job) -> Iterator[Callable[[], Clean]]:
        """Begins a clean build beside whatever happens here; the function waits for its end.

        Of the same texts and design on the same day, one clean build is like another: it is made once.
        """
        out = self.folder / f"clean-{job.output.name}"
        job = replace(job, output=out, memo=None, jobs=1)
        key = job, *(tuple(snapshot(folder).items()) for folder in (self.content, self.root))
        if key in self.known:
            yield lambda: self.known[key]
            return
        started = Apart(job)

        def wait() -> Clean:
            made = self.known[key] = started.outcome(), Published.of(out)
            return made

        try:
            yield wait
        finally:
            started.kill()
            shutil.rmtree(out, ignore_errors=True)

    def _wrong(self, job: Job, told: Outcome, before: Published, clean: Published, expected: Outcome) -> list[str]:
        if told.end != expected.end:
            return [f"From memory: {told.end}. From nothing: {expected.end}.\n{as_text(expected.problems)}"]
        wrong = _other_problems("build", told.problems, expected.problems)
        after = Published.of(job.output)
        if told.end != BUILT:
            return wrong if before == after else [*wrong, "Nothing was to be written, yet something is different."]
        for what in ("withheld", "files", "pages"):
            if getattr(told, what) != getattr(expected, what):
                wrong.append(f"{what}: {getattr(told, what)} instead of {getattr(expected, what)}.")
        kept = self.kept_in(job.output)
        return wrong + differences(after, clean, kept) + wrongly_told(told, before, after, kept)

    def kept_in(self, out: Path) -> dict[str, bytes]:
        """The host's own files of an output folder, by path from there."""
        inside = ((file, data) for file, data in self.kept.items() if file.is_relative_to(out))
        return {file.relative_to(out).as_posix(): data for file, data in inside}

    def disproved(self, wrong: Iterable[str]) -> Disproved:
        """What was done, to do it again, and what came of it."""
        done = [f"{number:3}. {words}" for number, words in enumerate(self.said, 1)]
        named = [f"  - {words}" for words in wrong]
        more = [f"  … and {len(named) - MOST_NAMED} more."] if len(named) > MOST_NAMED else []
        return Disproved("\n".join(["", "What was done:", *done, "What is wrong:", *named[:MOST_NAMED], *more]))

    def state(self) -> State:
        """The office as it is."""
        return State(self.job, snapshot(self.content), snapshot(self.root))

    def go_back(self, state: State) -> None:
        """Makes the job, the texts and the design what they were."""
        self.job = state.job
        put(self.content, state.texts)
        put(self.root, state.design)


def _other_problems(command: str, told: Sequence[Problem], expected: Sequence[Problem]) -> list[str]:
    if tuple(told) == tuple(expected):
        return []
    more, less = (as_text(sorted(set(one) - set(other))) for one, other in ((told, expected), (expected, told)))
    return [f"{command} says too much:\n{more}\nand too little:\n{less}"]


def write(file: Path, data: bytes) -> None:
    """Saves a file, and makes the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Makes a folder hold these files and nothing else; a file that holds the right bytes is not touched."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or files.get(path.relative_to(folder).as_posix()) != path.read_bytes():
            path.unlink()
    for name, data in files.items():
        if not (folder / name).exists():
            write(folder / name, data)


@contextmanager
def undated() -> Iterator[Path]:
    """A folder in which ``unnoticed`` works: in the computer's memory, if the system has such a place."""
    with TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        yield Path(folder)


@contextmanager
def unnoticed(file: Path) -> Iterator[Callable[[bytes], bool]]:
    """A file at rest, and a way to change it while its size and all its dates stay: what no build can notice that
    believes dates. The function says whether the dates did stay.

    Bytes that reach a file through a mapping that was written to before leave its dates alone until the system writes
    them to the disk, and in a folder in memory for ever. No editor's program saves like that.
    """
    with file.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as mapped:
        mapped[:] = mapped[:]
        time.sleep(AT_REST)
        before = file.stat()

        def change(data: bytes) -> bool:
            mapped[:] = data
            after = file.stat()
            return (before.st_mtime_ns, before.st_ctime_ns) == (after.st_mtime_ns, after.st_ctime_ns)

        yield change


def furnished(folder: Path) -> Office:
    """An office with the village of ``tests/village.py`` and our own design, never built."""
    office = Office(folder)
    for name in ("templates", "assets"):
        shutil.copytree(ROOT / name, office.root / name)
    for path, data in VILLAGE.items():
        office.write(path, data)
    return office


class Beginning:
    """An office that was at rest before it was built, so that its dates are believed: what every proof starts from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "office"
        self.memory = folder / "memory"
        office = furnished(self.folder)
        time.sleep(AT_REST)
        # The second build is the first that finds files older than the memory.
        for _ in range(2):
            assert office.prove().end == BUILT
        self.state, self.known = office.state(), office.known
        self.site = Published.of(office.job.output)
        shutil.copytree(office.memory, self.memory)

    def office(self) -> Office:
        """The office as it was in the beginning. What was changed since is young, all else has been at rest."""
        for path in self.folder.iterdir():
            if path.name not in ("content", "design", "public"):
                shutil.rmtree(path)
        office = Office(self.folder, self.known)
        office.go_back(self.state)
        put(office.job.output, self.site.files)
        shutil.copytree(self.memory, office.memory)
        return office
