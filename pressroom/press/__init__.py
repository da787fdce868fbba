"""Makes every file that is not as it should be already, and looks whether they go together."""

import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from pressroom import checks, make, publish
from pressroom.files import File
from pressroom.memo import Memo, digest
from pressroom.press import papers
from pressroom.press.one import Outcome, Press, made, plain, pull
from pressroom.press.whole import check_links, check_titles, led_to, lost_marks
from pressroom.problems import Desk

WORTH_WORKERS = 60
"""To make one file takes about a millisecond; to start the other processes, a twentieth of a second."""


class Finish(NamedTuple):
    """What there is now: of every file what stands for its bytes, and of those that were made what ``put`` said.

    ``wants`` is whatever any page leads to or loads, to be saved as the page of that name.
    """

    digests: dict[str, bytes]
    put: dict[str, str]
    wants: frozenset[str] | set[str] = frozenset()


def run(
    memo: Memo,
    press: Press,
    files: tuple[File, ...],
    folder: publish.Folder | None,
    desk: Desk,
    done: Callable[[int], None],
    pictured: Callable[[int], None],
) -> Finish:
    """Makes what has changed, and checks whether all that pages lead to is there."""
    finish = Finish({}, {})
    titles: dict[str, str] = {}
    missing = []
    before = memo.ledger.known
    for file in files:
        outcome = _recalled(memo, file)
        if outcome is None or (folder is not None and not folder.holds(file.path, outcome.digest)):
            missing.append(file)
        if outcome is not None:
            finish.digests[file.path] = outcome.digest
            titles[file.path] = outcome.title
            desk.again(outcome.rows)
    _photos(memo, press, files, missing, finish, desk, pictured)
    others = [(file,) for file in missing if not (isinstance(file.recipe, make.PHOTOS) or papers.is_paper(file))]
    wanted: dict[str, tuple[str, ...]] = {}
    lost: set[str] = set()
    pulled = memo.each(pull, press, others, worth_workers=WORTH_WORKERS)
    for count, ((file,), one) in enumerate(zip(others, pulled, strict=True), 1):
        name = f"file {file.path}"
        if file.path not in finish.digests:
            desk.again(one.outcome.rows)
        lost |= lost_marks(memo, file.path, one.outcome)
        memo.ledger.keep(name, one.asked, tuple(one.outcome))
        finish.digests[file.path] = one.outcome.digest
        finish.put[file.path] = one.said
        titles[file.path] = one.outcome.title
        # What comes from another process names each page with a text of its own.
        wanted[file.path] = tuple(map(sys.intern, one.wants))
        done(count)
    # After the pages: see typeset_all on other processes.
    sheets = [file for file in missing if papers.is_paper(file)]
    for file, seen, said in papers.run(memo, press, sheets, folder, desk, done):
        finish.digests[file.path], finish.put[file.path] = seen, said
    lost |= {name[5:] for name in before if name.startswith("file ")} - finish.digests.keys()
    known = set(memo.page("wants") or ())
    check_links(memo, press, files, finish.digests, wanted, bool(lost & known), desk)
    check_titles(press.site, files, titles, desk)
    return finish._replace(wants=known.union(*wanted.values()))


def _recalled(memo: Memo, file: File) -> Outcome | None:
    note = memo.ledger.recall(f"file {file.path}")
    if note is None or note.outcome[0] != plain(file):
        return None
    return Outcome._make(note.outcome)


def _photos(
    memo: Memo,
    press: Press,
    files: Iterable[File],
    missing: Iterable[File],
    finish: Finish,
    desk: Desk,
    done: Callable[[int], None],
) -> None:
    """The pictures of which anything is missing."""
    found = Desk()
    for file, data in make.photos(files, frozenset(file.path for file in missing), memo, found, done):
        with memo.ledger.noting() as asked:
            memo.ledger.ask(f"file {file.recipe.file}")  # type: ignore[union-attr]
        if file.path.endswith(".svg"):
            checks.sources.drawn(file.origin, data.decode(), found)
        finish.digests[file.path] = digest(data)
        finish.put[file.path] = press.stage.put(file.path, data) if press.stage is not None else ""
        if not found.found:
            outcome = Outcome(plain(file), finish.digests[file.path], b"", ())
            memo.ledger.keep(f"file {file.path}", asked, tuple(outcome))
    desk.again(found.rows())


__all__ = ["Finish", "Press", "led_to", "made", "pull", "run"]
