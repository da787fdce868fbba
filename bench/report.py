"""Writes docs/performance.md and docs/performance.svg from the results."""

from collections.abc import Iterable, Iterator
from typing import Any

from bench import goals, plot, results
from bench.goals import Verdict, number, said
from bench.plot import Curve
from bench.programs import NAMES, ROOT, TODAY
from bench.results import Figures, Results

MODES = {
    "cold": "Cold: output and every cache removed before",
    "warm": "Nothing changed",
    "edit": "One news edited",
    "title": "Title of a project edited that 100 news name",
    "base": "Base template edited",
    "first-cold": "Preview: first page after start, nothing remembered",
    "first": "Preview: first page after start, as on every later day",
    "save": "Preview: from save to served",
}
SHORT = {"ours": "ours", "hugo": "Hugo", "pelican": "Pelican"}
CURVES = {"cold": "cold", "edit": "one edit", "warm": "unchanged"}
"""What the plot shows, and how it is called there."""

OPENING = """\
# Performance

This generator beside Hugo and Pelican: the same made-up news, events and projects, on the same machine, in turns. The
figures come from `python3 bench/peers.py` and this page from `python3 bench/peers.py --report`; nothing on it is
written by hand, least of all the column “met”. Seconds do not travel to another machine, ratios nearly do.
"""

METHOD = f"""\
## What a figure means

- **The corpus**: N news of about 2.6 kB, N/5 events, N/20 projects, with headings, lists, quotations, tables, links and
  twelve small pictures. Item i is the same whatever N is. “own” is `bench/corpus.py`; another one has the name that
  `--label` gave it.
- **Ours** builds with the real templates, every output (search, feeds, calendars, cards for messengers and all that
  `pressroom/outputs/` holds) and every check, and believes it is {TODAY}. Nothing is switched off. The peers build the
  pages of the stories, lists of twenty, topics, one feed and a sitemap with small templates (`bench/sites/`), which is
  less; the number of files below tells how much less.
- **Time** is that of the whole process, from outside. Before each run the machine must be quiet, after it the processor
  time of everybody else is looked at: if that was more than a sixth of a core, the run is repeated, and one that was
  disturbed to the end is left out. Where only such are left, `~` stands before the figure.
- **Cold** means no output and no cache; the system's own cache of files stays warm. Python's bytecode counts as
  installed, as Hugo's machine code does.
- **Edited** runs count only if the new words are in the page afterwards. An edit of the base template changes every
  page; for Hugo any build is a full one, so its cold build is what ours is held against.
- **Preview**: a page is asked for every 2 ms, on a new connection each time, until it holds the words just saved.
  Before each start a news is edited, too, so that no page of yesterday counts as an answer. “As on every later day” is
  the second start with the same memory. Pelican is asked for three saves at most.
- **Memory** is that of the largest single process; “together” adds up all processes of a build at the worst of ten
  moments a second, and counts pages that they share in each.
- Figures are medians, with the least and the most in brackets.

To repeat it: a Python of 3.11 or newer, a connection for the installer, two idle cores and about an hour for all of it.
`bench/README.md` tells the commands.
"""
SPOKEN = """\
Processor time of cold builds in one process, turn by turn: the real site with the translations it has, the town to
practise with and a crowd of news with every text in every language. A ratio of 1 at most is wanted.
"""
PLOT = "![Seconds of a build against the number of news; the figures stand below.](performance.svg)\n"
IMPORTS = """\
What that last build imports for 5 ms or more, by `-X importtime`, which itself slows imports down: our own modules each
alone, libraries with all they bring along.
"""


def write() -> None:
    """Both files, from all results so far."""
    found = results.read()
    (ROOT / "docs" / "performance.md").write_text(document(found), "utf-8", newline="\n")
    (ROOT / "docs" / "performance.svg").write_text(picture(found), "utf-8", newline="\n")
    print("docs/performance.md, docs/performance.svg")


def document(found: Results) -> str:
    """The page."""
    blocks = [OPENING, sessions(found)]
    for corpus in found.corpora:
        blocks += [f"## Goals, on the corpus “{corpus}”\n", table(GOAL_HEAD, _judged(goals.verdicts(found, corpus)))]
    if pictures := list(goals.photos()):
        blocks += ["## The goal of photos, by `bench/photos.py`\n", table(GOAL_HEAD, _judged(pictures))]
    blocks += of_languages()
    blocks += [
        "## Cost against size\n",
        "![Seconds of a build against the number of news; the figures stand below.](performance.svg)\n",
        METHOD,
    ]
    for corpus in found.corpora:
        blocks += [f"## All figures, on the corpus “{corpus}”\n", *_all(found, corpus)]
    blocks += [*_start(found), *_failed(found)]
    return "\n".join(block.rstrip("\n") + "\n" for block in blocks)


def of_languages() -> list[str]:
    """What bench/languages.py measured last; nothing where it never ran."""
    if not results.LANGUAGES.is_file():
        return []
    return [
        "## What a page costs in seven languages, by `bench/languages.py`\n",
        SPOKEN,
        results.LANGUAGES.read_text("utf-8"),
    ]


GOAL_HEAD = ("goal", "N", "ours", "peer in the same run", "ratio", "wanted", "met")


def _judged(verdicts: Iterable[Verdict]) -> Iterator[tuple[str, ...]]:
    for one in verdicts:
        ratio = "" if one.ratio is None else f"{one.ratio:.3f}" if one.ratio < 0.1 else f"{one.ratio:.2f}"
        met = "yes" if one.met else "**no**"
        yield one.goal, f"{one.n:,}", one.ours, one.peer, ratio, one.wanted, met


def sessions(found: Results) -> str:
    """When, on what and with what was measured."""
    lines = [f"- {one['session']}, corpus “{one['corpus']}” ({one['digest']}): {_tools(one)}" for one in found.used]
    last = found.used[-1]
    memory = f", {last['memory']:.0f} GiB" if last["memory"] else ""
    return "\n".join([*lines, "", f"Machine: {last['processor']}, {last['cores']} cores{memory}; {last['system']}.\n"])


def _tools(session: dict[str, Any]) -> str:
    told = [f"{SHORT[name]} {version}" for name, version in session["versions"].items() if name != "ours"]
    ours = session["versions"].get("ours", "no version")
    return f"this project at {ours}, Python {session['python']}, {', '.join(told)}"


def _all(found: Results, corpus: str) -> Iterator[str]:
    sizes = found.sizes(corpus)
    head = ("", *(f"N = {n:,}" for n in sizes))
    for mode, title in MODES.items():
        rows = list(_rows(found, corpus, mode, "wall", "s"))
        if rows:
            yield f"### {title}, seconds\n"
            yield table(head, rows)
    for quantity, title, unit in (
        ("cpu", "Processor time of a cold build, all cores, seconds", "s"),
        ("peak", "Memory of a cold build, largest process, MiB", "MiB"),
        ("together", "Memory of a cold build, all processes together, MiB", "MiB"),
    ):
        yield f"### {title}\n"
        yield table(head, _rows(found, corpus, "cold", quantity, unit))
    yield "### Output of a cold build\n"
    yield table(head, _output(found, corpus))


def _rows(found: Results, corpus: str, mode: str, quantity: str, unit: str) -> Iterator[tuple[str, ...]]:
    for peer in NAMES:
        cells = [found.figures(corpus, n, mode, peer, quantity) for n in found.sizes(corpus)]
        if any(cells):
            yield SHORT[peer], *(said(cell) if cell else "" for cell in cells)


def _output(found: Results, corpus: str) -> Iterator[tuple[str, ...]]:
    for peer in NAMES:
        cells = []
        for n in found.sizes(corpus):
            files, size = (found.figures(corpus, n, "cold", peer, quantity) for quantity in ("files", "bytes"))
            cells.append(f"{files.median:,.0f} files, {size.median / 1e6:,.1f} MB" if files and size else "")
        if any(cells):
            yield SHORT[peer], *cells


def _start(found: Results) -> Iterator[str]:
    rows = found.last("start")
    if not rows:
        return
    yield "## What the start of the process costs\n"
    whats = dict.fromkeys(row["what"] for row in rows)
    figures = {
        what: Figures(tuple(1000 * row["wall"] for row in rows if row["what"] == what and not row["disturbed"]))
        for what in whats
    }
    yield table(("", "ms"), ((what, said(figure)) for what, figure in figures.items() if figure.values))
    libraries = found.last("import")
    if libraries:
        yield "What that last build imports for 5 ms or more (`-X importtime`, which itself slows imports down):\n"
        yield table(
            ("library", "asked for by", "ms"), ((row["name"], row["by"], f"{row['ms']:.0f}") for row in libraries)
        )
    else:
        yield "That last build imports nothing that takes 5 ms.\n"


def _failed(found: Results) -> Iterator[str]:
    used = {session["session"] for session in found.used}
    rows = [row for row in found.failed if row["session"] in used]
    if rows:
        yield "## Runs that failed and count for nothing\n"
        yield "\n".join(f"- {row['corpus']}, N = {row['n']:,}, {row['mode']}, {SHORT[row['peer']]}" for row in rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = tuple(head)
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def curves(found: Results) -> list[Curve]:
    """Medians of the first corpus there is."""
    corpus = found.corpora[0]
    made = []
    for colour, peer in enumerate(NAMES):
        for dash, (mode, word) in enumerate(CURVES.items()):
            figures = ((n, found.figures(corpus, n, mode, peer)) for n in found.sizes(corpus))
            points = tuple((float(n), one.median) for n, one in figures if one is not None)
            if points:
                made.append(Curve(f"{SHORT[peer]}, {word}", colour, dash, points))
    return made


def description(found: Results) -> str:
    """The plot in words, for those who do not see it."""
    lines = (
        f"{curve.label}: " + ", ".join(f"{number(seconds)} s at {size:,.0f}" for size, seconds in curve.points)
        for curve in curves(found)
    )
    return "Seconds of a build against the number of news, both axes logarithmic. " + "; ".join(lines) + "."


def picture(found: Results) -> str:
    """The plot."""
    return plot.drawn("Seconds of a build", description(found), "news on the site", "seconds", curves(found))
