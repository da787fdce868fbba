"""The sheets of paper: described one by one, set by all cores, and only where what they are made of has changed."""

from collections.abc import Callable, Iterable, Iterator

from pressroom import make, publish, typeset
from pressroom.files import File, Later, Typeset
from pressroom.kinds.languages import SOURCE
from pressroom.memo import Memo, digest
from pressroom.press.one import Outcome, Press, plain, written
from pressroom.problems import Desk, quoted


def is_paper(file: File) -> bool:
    """Whether a file is set by Typst: its function promises that, so it need not be asked."""
    promised = file.recipe.function.__annotations__.get("return") if isinstance(file.recipe, Later) else file.recipe
    return promised is Typeset or isinstance(promised, Typeset)


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
            _, seen, misfits, unseen = note.outcome
            _keep(memo, press, file, asked, seen, typeset.Sheet(b"", misfits, unseen), desk)
            yield file, seen, ""
        else:
            due.append((file, asked, call, made_of))
    laid = typeset.typeset_all([call for _, _, call, _ in due], memo.jobs)
    for count, ((file, asked, _, made_of), one) in enumerate(zip(due, laid, strict=True), 1):
        sheet = one if isinstance(one, typeset.Sheet) else typeset.Sheet(b"")
        seen = digest(sheet.data)
        memo.ledger.keep(f"paper {file.path}", {}, (made_of, seen, tuple(map(tuple, sheet.misfits)), sheet.unseen))
        _keep(memo, press, file, asked, seen, one, desk)
        yield file, seen, press.stage.put(file.path, sheet.data) if press.stage is not None else ""
        done(count)


def _keep(
    memo: Memo,
    press: Press,
    file: File,
    asked: dict[str, bytes],
    seen: bytes,
    sheet: typeset.Sheet | typeset.Unset,
    desk: Desk,
) -> None:
    """Notes a sheet, and tells what hardly fitted at the line of its field, which signs are not on it at theirs, or why
    it could not be set.
    """
    own = Desk()
    if isinstance(sheet, typeset.Unset):
        own.report("paper-unset", file.origin, 0, page=f"/{file.path}", text=quoted(str(sheet), 200))
        sheet = typeset.Sheet(b"")
    misfits = [typeset.Misfit(*misfit) for misfit in sheet.misfits]
    if any(not misfit.least for misfit in misfits):
        own.report("paper-pages", file.origin, 0, page=f"/{file.path}")
    for field in dict.fromkeys(misfit.field for misfit in misfits if misfit.least):
        with memo.ledger.noting() as looked:
            path, line, text = _place(press, file, f"{field}:" if field else "")
        asked.update(looked)
        if field:
            own.report("paper-long", path, line, text=quoted(text.partition(":")[2].strip() or text))
        else:
            own.report("paper-full", path, 0, page=f"/{file.path}")
    for sign in sheet.unseen:
        with memo.ledger.noting() as looked:
            path, line, _ = _place(press, file, sign, anywhere=True)
        asked.update(looked)
        own.report("paper-sign", path, line, text=quoted(sign), page=f"/{file.path}")
    desk.again(own.rows())
    memo.ledger.keep(f"file {file.path}", asked, tuple(Outcome(plain(file), seen, b"", own.rows())))


def _place(press: Press, file: File, begin: str, *, anywhere: bool = False) -> tuple[str, int, str]:
    """The line that begins so, or has it ``anywhere``, in the translation if that says it; else the sheet itself."""
    lang = file.recipe.lang if isinstance(file.recipe, Later) else SOURCE
    for path in (f"{file.origin.removesuffix('.md')}.{lang}.md", file.origin):
        for number, text in enumerate(written(press.site, path).split("\n"), 1):
            if begin and (begin in text if anywhere else text.startswith(begin)):
                return path, number, text
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
