"""The site as it is at this moment, one page at a time: what the preview shows.

Nothing is built ahead. Whoever asks for a page has the files looked at that it was made of; if one of them was saved
since, that file is read and that page is made, in a few milliseconds, however many others there are.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pressroom import make, memo, pipeline, press, still, typeset, validate
from pressroom.files import File
from pressroom.load import Found
from pressroom.memo import Memo
from pressroom.pipeline import Job
from pressroom.press import Press
from pressroom.problems import ContentError, Desk, Problem, quoted
from pressroom.still import Look
from pressroom.validate import Site


class Galley:
    """All that is known between two requests.

    ``problems`` are the mistakes that keep the site from being shown; ``states`` is how every file looked when the
    site last caught up with it.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.problems: tuple[Problem, ...] = ()
        self.memo: Memo = pipeline.memo_of(job)
        self._files: dict[str, File] = {}
        self._plan_is_old = False
        self._site: Site | None = None
        self._press: Press | None = None
        self._texts: dict[str, Found] = {}
        self.states: dict[str, Look] = {}
        self._made: dict[str, tuple[memo.Note, bytes]] = {}
        self._common: frozenset[str] = frozenset()
        self.refresh()

    def get(self, path: str) -> bytes | None:
        """The bytes of a file of the site as they are now; None where there is none. Raises OSError."""
        self.look(self._behind(path))
        made = self._get(path)
        # What a page is made of is known for certain when it has been made.
        if self.look(self._behind(path)):
            made = self._get(path)
        return made

    @property
    def files(self) -> dict[str, File]:
        """Every file there is now. Which there are, a changed text rarely changes; so it is planned when asked for."""
        if self._plan_is_old and self._site is not None:
            files = pipeline.files_of(self.job, self._site, self.memo, Desk())
            self._files, self._plan_is_old = {file.path: file for file in files}, False
        return self._files

    def look(self, names: Iterable[str]) -> bool:
        """Catches up with what became of some files, by their place on disk; whether anything had."""
        touched = [name for name in names if still.look_at(name) != self.states.get(name, still.NOTHING)]
        if touched and not self._reread(touched):
            self.refresh()
        return bool(touched)

    def everything(self) -> dict[str, Look]:
        """How every file looks now that the site is made of, and every folder; for who watches from afar."""
        return still.scene(map(str, self._folders()))

    def refresh(self) -> None:
        """Looks at everything anew."""
        self.states = self.everything()
        self.memo.ledger.forget_all()
        self.memo.contents.seen.clear()
        desk = pipeline.desk_of(self.job)
        try:
            site = pipeline.site_of(self.job, self.memo, desk)
            files = pipeline.files_of(self.job, site, self.memo, desk)
        except memo.Lost:
            self.memo = pipeline.memo_of(replace(self.job, fresh=True))
            self.refresh()
            return
        except ContentError as trouble:
            self._complain(trouble.problems)
            return
        self._complain(())
        self._site, self._press = site, pipeline.press_of(self.job, site)
        self._files, self._plan_is_old = {file.path: file for file in files}, False
        self._texts = {found.file: found for found in site.context.files.values()}
        self._common = frozenset(self.states.keys() - self._texts.keys())

    def save(self) -> None:
        """Keeps what was found out for the next start."""
        self.memo.save()

    def _get(self, path: str) -> bytes | None:
        file = self._files.get(path) or self.files.get(path)
        if file is None or self._press is None:
            return None
        if isinstance(file.recipe, make.PHOTOS):
            return self._photo(file)
        known = self._made.get(path)
        if known is None or not self.memo.ledger.holds(known[0]):
            try:
                asked, data, _ = press.made(self.memo, self._press, file)
            except ContentError as trouble:
                self._complain(trouble.problems)
                return None
            except typeset.Unset as trouble:
                self._complain(_unset(file, trouble))
                return None
            known = self._made[path] = memo.Note(tuple(asked), tuple(asked.values()), None), data
        return known[1]

    def _reread(self, touched: Iterable[str]) -> bool:
        """Reads single texts again; false where more than their own words may have changed."""
        for name in touched:
            if self._site is None or self.problems or name not in self._texts:
                return False
            self.states[name] = still.look_at(name)
            self._plan_is_old = True
            desk = Desk()
            if not validate.reread(self._site, self._texts[name], desk) or desk.failed:
                return False
        return True

    def _complain(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problem for problem in problems if problem.severity == "error")

    def _behind(self, path: str) -> set[str]:
        """The files on disk that a page was made of, and the folders in which others may have appeared."""
        if self.problems or self._site is None or path not in self._files:
            # What is not known may be new: the search's index has another name with every change of its words.
            return set(self.states)
        names = set(self._common)
        known = self._made.get(path)
        texts = self._site.context.files
        for question in known[0].asked if known else ():
            word, _, about = question.partition(" ")
            if word in ("fields", "body") and about in texts:
                names.add(texts[about].file)
        return names

    def _folders(self) -> tuple[Path, ...]:
        job = self.job
        own = (job.content, job.root / "templates", job.root / "assets")
        return (*own, job.examples) if job.examples else own

    def _photo(self, file: File) -> bytes | None:
        desk = Desk()
        of_it = [one for one in self._files.values() if isinstance(one.recipe, make.PHOTOS)]
        made = make.photos(of_it, [file.path], self.memo, desk, lambda count: None)
        return next((data for one, data in made if one.path == file.path), None)


def _unset(file: File, trouble: typeset.Unset) -> tuple[Problem, ...]:
    """What a build would say of a sheet that cannot be set."""
    desk = Desk()
    desk.report("paper-unset", file.origin, 0, page=f"/{file.path}", text=quoted(str(trouble), 200))
    return desk.sorted()
