"""The sheets of paper: described one by one, set by all cores, and only where what they are made of has changed."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pressroom import make, publish, typeset
from pressroom.files import File, Later, Typeset
from pressroom.kinds.languages import SOURCE
from pressroom.memo import Memo, digest
from pressroom.press.one import Outcome, Press, plain, written
from pressroom.problems import Desk, quoted

ENDING = ".pdf"
"""What a planned file is called that is set by Typst."""


def is_paper(file: File) -> bool:
    """Whether a file is a sheet."""
    return file.path.endswith(ENDING)


def run(
    memo: Memo,
    press: Press,
    missing: Iterable[File],
    folder: publish.Folder | None,
    desk: Desk,
    done: Callable[[int], None],
) -> Iterator[tuple[File, bytes, str]]:
    """Each sheet that is missing with what stands for its bytes and what ``Stage.put`` said.

    What a sheet is made of is looked up first. If that is as it was, and the sheet lies where it should, it is not set
    again: a change of the settings has every file described, but few sheets show it.
    """
    due = []
    for file, asked, call in [(file, *_described(memo, press, file)) for file in missing]:
        made_of = digest(repr(call).encode())
        note = memo.ledger.recall(f"paper {file.path}")
        if note is not None and note.outcome[0] == made_of and _holds(folder, file.path, note.outcome[1]):
            _, seen, misfits = note.outcome
            _keep(memo, press, file, asked, seen, misfits, "", desk)
            yield file, seen, ""
        else:
            due.append((file, asked, call, made_of))
    laid = typeset.typeset_all([call for _, _, call, _ in due], memo.jobs)
    for count, ((file, asked, _, made_of), one) in enumerate(zip(due, laid, strict=True), 1):
        data, misfits = one if isinstance(one, typeset.Sheet) else (b"", ())
        seen = digest(data)
        memo.ledger.keep(f"paper {file.path}", {}, (made_of, seen, tuple(map(tuple, misfits))))
        _keep(memo, press, file, asked, seen, misfits, str(one) if isinstance(one, typeset.Unset) else "", desk)
        yield file, seen, press.stage.put(file.path, data) if press.stage is not None else ""
        done(count)


def _keep(
    memo: Memo,
    press: Press,
    file: File,
    asked: dict[str, bytes],
    seen: bytes,
    misfits: Iterable[Iterable[Any]],
    reason: str,
    desk: Desk,
) -> None:
    """Notes a sheet, and tells what hardly fitted at the line of its field, or why it could not be set."""
    own = Desk()
    if reason:
        own.report("paper-unset", file.origin, 0, page=f"/{file.path}", text=quoted(reason, 200))
    for field in dict.fromkeys(typeset.Misfit(*misfit).field for misfit in misfits):
        with memo.ledger.noting() as looked:
            path, line, text = _place(press, file, field)
        asked.update(looked)
        own.report("paper-long", path, line, text=quoted(text))
    desk.again(own.rows())
    memo.ledger.keep(f"file {file.path}", asked, tuple(Outcome(plain(file), seen, b"", own.rows())))


def _place(press: Press, file: File, field: str) -> tuple[str, int, str]:
    """Where a field of a sheet stands, in the translation if that says it, and what it says; else the sheet itself."""
    lang = file.recipe.lang if isinstance(file.recipe, Later) else SOURCE
    for path in (f"{file.origin.removesuffix('.md')}.{lang}.md", file.origin):
        for number, text in enumerate(written(press.site, path).split("\n"), 1):
            if field and text.startswith(f"{field}:"):
                return path, number, text.partition(":")[2].strip()
    return file.origin, 0, f"/{file.path}"


def _described(memo: Memo, press: Press, file: File) -> tuple[dict[str, bytes], typeset.Call]:
    """All that was asked for a sheet, and the sheet as ``typeset`` wants it."""
    with memo.ledger.noting() as asked:
        recipe = make.recipe_of(file, press.site)
        assert isinstance(recipe, Typeset), recipe
        call = press.maker.to_set(recipe)
    return asked, call


def _holds(folder: publish.Folder | None, path: str, seen: bytes) -> bool:
    return folder is None or folder.holds(path, seen)
