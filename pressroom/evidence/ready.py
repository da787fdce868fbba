"""The site as a build would make it now, with every check passed, and nothing written."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pressroom import make, memo, pipeline, press, urls
from pressroom.files import File, Page
from pressroom.memo import Memo
from pressroom.pipeline import Job, Progress
from pressroom.press import Press
from pressroom.problems import ContentError, Desk, Waived
from pressroom.validate import Site


class Ready(NamedTuple):
    """A site without a mistake, all that is needed to make any of its files, and the hints its stories excuse."""

    site: Site
    files: dict[str, File]
    memo: Memo
    press: Press
    waived: tuple[Waived, ...]

    def led_to(self, path: str) -> tuple[str, ...]:
        """The files that a page leads to or loads."""
        return press.led_to(self.memo, path)

    def made(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Files exactly as they are published."""
        wanted = [self.files[path] for path in paths]
        photos = {file.path for file in wanted if isinstance(file.recipe, make.PHOTOS)}
        found = {file.path: press.made(self.memo, self.press, file)[1] for file in wanted if file.path not in photos}
        if photos:
            every = [file for file in self.files.values() if isinstance(file.recipe, make.PHOTOS)]
            made = make.photos(every, photos, self.memo, Desk(), lambda count: None)
            found.update({file.path: data for file, data in made if file.path in photos})
        return found

    def apart(self, path: str, kept: frozenset[str]) -> str:
        """A page for a folder that holds a part of the site: what is kept there is named as a file."""
        recipe = make.recipe_of(self.files[path], self.site)
        assert isinstance(recipe, Page), path
        html = self.press.maker.rendered(recipe)
        return urls.settle_apart(html, path, self.site.base, kept)


def ready(job: Job, progress: Progress) -> Ready:
    """Reads and makes the whole site. Raises ContentError with every mistake found."""
    try:
        return _ready(job, progress)
    except memo.Lost:
        return _ready(replace(job, fresh=True), progress)


def _ready(job: Job, progress: Progress) -> Ready:
    desk, remembered = pipeline.desk_of(job), pipeline.memo_of(job)
    site = pipeline.site_of(job, remembered, desk, progress)
    files = pipeline.files_of(job, site, remembered, desk)
    pipeline.finished(job, site, files, remembered, None, desk, progress)
    if desk.failed:
        raise ContentError(desk.sorted())
    return Ready(site, {file.path: file for file in files}, remembered, pipeline.press_of(job, site), desk.waived())
