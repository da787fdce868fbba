"""The generators under comparison: how each is installed, what it builds, where to edit and where to look."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench import flavours
from bench.corpus import Item
from bench.flavours import Corpus

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = Path(os.environ.get("BENCH_WORK") or Path(tempfile.gettempdir()) / "gesundbrunnen-bench").resolve()
TODAY = "2026-11-01"
"""Our builds believe it is this day, so that the same corpus gives the same site whenever it is measured."""

_OURS = ("build.py", "pyproject.toml", "pressroom", "templates", "assets")
"""What of the working tree a copy needs to build."""
NAMES = ("ours", "hugo", "pelican")
_PACKAGES = {"hugo": ("hugo",), "pelican": ("pelican[markdown]",)}
_COMPILED = shutil.ignore_patterns("__pycache__")


@dataclass(frozen=True)
class Program:
    """A generator. Commands run in the folder of its site; ``{port}`` is filled in."""

    name: str
    build: tuple[str, ...]
    preview: tuple[str, ...]
    out: str
    caches: tuple[str, ...]
    """What, beside the output, would make a build less than cold."""
    modes: frozenset[str]
    most_saves: int = 1000
    """Saves that the preview is asked for at most."""


def scripts(name: str) -> Path:
    """Where the commands of a program's own virtual environment lie."""
    return WORK / f"venv-{name}" / ("Scripts" if os.name == "nt" else "bin")


def program(name: str) -> Program:
    """One of the generators by name."""
    if name not in NAMES:
        sys.exit(f"There is no program called {name}; there are {', '.join(NAMES)}.")
    suffix = ".exe" if os.name == "nt" else ""
    modes = frozenset({"cold", "warm", "edit", "title", "serve"})
    build: tuple[str, ...]
    serve: tuple[str, ...]
    if name == "ours":
        ours = (str(scripts(name) / f"python{suffix}"), "build.py")
        build = (*ours, "build", "--today", TODAY)
        serve = (*ours, "serve", "--today", TODAY, "--port", "{port}")
        return Program(name, build, serve, "public", (".cache",), modes | {"base"})
    if name == "hugo":
        hugo = str(_hugo(suffix))
        serve = (hugo, "server", "--bind", "127.0.0.1", "--port", "{port}")
        return Program(name, (hugo, "--quiet"), serve, "public", ("resources", ".hugo_build.lock"), modes)
    pelican = (str(scripts(name) / f"pelican{suffix}"), "--settings", "pelicanconf.py")
    serve = (*pelican, "--listen", "--autoreload", "--bind", "127.0.0.1", "--port", "{port}")
    return Program(name, (*pelican, "--quiet"), serve, "output", ("cache",), modes, most_saves=3)


def _hugo(suffix: str) -> Path:
    """The binary itself: what the package installs beside it is a Python program that starts it."""
    found = sorted((WORK / "venv-hugo").glob(f"**/hugo/binaries/hugo*{suffix}"))
    return found[0] if found else scripts("hugo") / f"hugo{suffix}"


def install(name: str) -> None:
    """A virtual environment with what a program needs; our own needs are those that pyproject.toml names."""
    if name == "ours":
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        packages = tuple(project["dependencies"])
    else:
        packages = _PACKAGES[name]
    folder = WORK / f"venv-{name}"
    stamp = folder / "installed.txt"
    if stamp.is_file() and stamp.read_text("utf-8").splitlines() == list(packages):
        return
    print(f"installing {name} …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(scripts(name) / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    stamp.write_text("\n".join(packages), "utf-8")


def version(name: str) -> str:
    """What a program says of itself, or the commit of our working tree."""
    if name == "ours":
        git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"]
        told = subprocess.run(git, capture_output=True, text=True)
        return told.stdout.strip() or "not in a repository"
    if name == "hugo":
        told = subprocess.run([program(name).build[0], "version"], capture_output=True, text=True)
        return next((word for word in told.stdout.split() if word.startswith("v0.")), "unknown").split("-")[0]
    told = subprocess.run([program(name).build[0], "--version"], capture_output=True, text=True)
    return told.stdout.strip() or "unknown"


@dataclass(frozen=True)
class Ground:
    """A program's site of one size, on the disk."""

    program: Program
    corpus: Corpus
    n: int
    work: Path = WORK

    @property
    def folder(self) -> Path:
        """Where the site lies."""
        return self.work / "sites" / f"{self.program.name}-{self.n}-{self.corpus.name}"

    def prepare(self) -> None:
        """Writes what is missing or old: a site of the others once, our own code each time."""
        stamp = self.folder / "written.txt"
        wanted = sha256((self.corpus.digest + _digest(HERE / "sites" / self.program.name)).encode()).hexdigest()
        if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
            print(f"writing {self.folder.name} …", flush=True)
            shutil.rmtree(self.folder, ignore_errors=True)
            if self.program.name == "ours":
                self.folder.mkdir(parents=True)
            else:
                shutil.copytree(HERE / "sites" / self.program.name, self.folder, ignore=_COMPILED)
            flavours.write(self.program.name, self.folder, self.corpus, self.n)
            stamp.write_text(wanted, "utf-8")
        if self.program.name == "ours":
            for name in _OURS:
                _replace(ROOT / name, self.folder / name)
            # The code is compiled once when it is installed, as that of the others is.
            python = self.program.build[0]
            subprocess.run([python, "-m", "compileall", "-q", str(self.folder / "pressroom")], check=True)
        self.restore()

    def restore(self) -> None:
        """Undoes every edit."""
        project = self._project()
        for item in (self._news(), self._first(), project):
            text = flavours.text(self.program.name, item, project["slug"])
            _write(self.folder / flavours.source(self.program.name, item), text)
        if self.program.name == "ours":
            _write(self._base(), (ROOT / "templates" / "base.html").read_text("utf-8"))

    def wipe(self) -> None:
        """Removes the output and everything remembered."""
        for name in (self.program.out, *self.program.caches):
            path = self.folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def edit(self, mode: str, mark: str) -> str:
        """Makes the edit of a mode, with a mark that no earlier one had; what page_of(mode) must then hold."""
        if mode == "base":
            text = (ROOT / "templates" / "base.html").read_text("utf-8")
            assert "<body" in text
            marked = f'<body data-mark="{mark}"'
            _write(self._base(), text.replace("<body", marked, 1))
            return marked
        project = self._project()
        item = project if mode == "title" else self._news()
        text = flavours.text(self.program.name, item, project["slug"])
        if mode == "title":
            text = text.replace(item["title"], f"Der neue Name {mark}", 1)
        else:
            text += f"\nEin Nachtrag {mark}.\n"
        _write(self.folder / flavours.source(self.program.name, item), text)
        return f"Der neue Name {mark}" if mode == "title" else f"Ein Nachtrag {mark}."

    def address(self, mode: str) -> str:
        """The page that shows the edit of a mode: the edited news, or the first of those that name the project."""
        return flavours.page(self.program.name, self._first() if mode == "title" else self._news())

    def shows(self, mode: str, words: str) -> bool:
        """Whether the page of an edit holds its words."""
        file = self.folder / self.program.out / self.address(mode).strip("/") / "index.html"
        return file.is_file() and words in file.read_text("utf-8")

    def made(self) -> tuple[int, int]:
        """Files and bytes of the output."""
        sizes = [file.stat().st_size for file in (self.folder / self.program.out).rglob("*") if file.is_file()]
        return len(sizes), sum(sizes)

    def _news(self) -> Item:
        return self.corpus.make("news", self.n // 2)

    def _first(self) -> Item:
        return self.corpus.make("news", 0)

    def _project(self) -> Item:
        return self.corpus.make("project", 0)

    def _base(self) -> Path:
        return self.folder / "templates" / "base.html"


def _write(file: Path, text: str) -> None:
    """Saves as editors' programs do, and leaves alone what is so already."""
    if not file.is_file() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8", newline="\n")


def _digest(folder: Path) -> str:
    digest = sha256()
    for file in _files(folder):
        digest.update(file.as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        yield from sorted(file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc")


def _replace(source: Path, target: Path) -> None:
    """Copies a file or folder, so that nothing of an older copy stays."""
    if target.is_dir():
        shutil.rmtree(target)
    if source.is_dir():
        shutil.copytree(source, target, ignore=_COMPILED)
    else:
        shutil.copy2(source, target)
