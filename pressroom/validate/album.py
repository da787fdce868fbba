"""Pictures and their descriptions: each needs the other."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from pressroom import images, urls
from pressroom.images import Look
from pressroom.kinds import Picture
from pressroom.load import Found, Source
from pressroom.memo import Memo, digest, plain
from pressroom.problems import Desk, quoted
from pressroom.slugs import slug
from pressroom.validate import fields, record, rights, withdrawn, wording
from pressroom.validate.media import Album, Media
from pressroom.validate.withdrawn import Register

LOOKS_WORTH_WORKERS = 8
"""To look at a photo of 12 megapixels takes some 60 ms."""


def pictures(
    memo: Memo,
    files: Mapping[str, Path],
    texts: Iterable[Found],
    today: date,
    top: str,
    done: Callable[[int], None],
    desk: Desk,
) -> Album:
    """The album. ``texts`` are the YAML files of content/media/ and, if there is one, content/withdrawn.yaml;
    ``top`` is the name of content/.
    """
    described = tuple(texts)
    memo.ledger.answerers["media"] = lambda about: _digest(memo, files, described)
    note = memo.ledger.recall("album")
    if note is None:
        own = Desk()
        with memo.ledger.noting() as asked:
            memo.ledger.ask("media")
            memo.ledger.ask("day")
            seen = memo.remember_all(
                images.look, [(file,) for file in files.values()], done, worth_workers=LOOKS_WORTH_WORKERS
            )
            gone = withdrawn.register(memo, described, top, own)
            returned = _returned(memo, files, gone, f"{top}/{withdrawn.FILE}", own)
            usable = {path: look for path, look in zip(files, seen, strict=True) if path not in returned}
            media = (found for found in described if found.folder == "media")
            read = ((found.path, record.source_of(memo, found, own)) for found in media)
            sources = {path: source for path, source in read if source is not None}
            found = _pictures(files, usable, sources, today, own)
        broken = tuple(path for path in files if path not in found)
        note = memo.ledger.keep("album", asked, (memo.keep(found), broken, plain(gone), own.rows()))
    kept, broken, known, rows = note.outcome
    desk.again(rows)
    return Album(kept, broken, tuple(map(withdrawn.Withdrawn._make, known)))


def _returned(memo: Memo, files: Mapping[str, Path], gone: Register, record: str, desk: Desk) -> set[str]:
    """The pictures that were withdrawn and are here all the same."""
    found = set()
    for path, file in files.items() if gone else ():
        name = path.rsplit("/", 1)[-1]
        was = withdrawn.returned(gone, name, memo.contents.digest(file))
        if was is not None:
            words = {"day": was[0].day, "reason": was[1], "record": f"{record}, Zeile {was[0].line}"}
            desk.report("picture-returned", path, 0, name=quoted(name), **words)
            found.add(path)
    return found


def _digest(memo: Memo, files: Mapping[str, Path], texts: Iterable[Found]) -> bytes:
    """Of all that lies in content/media/: the paths and what is in each."""
    lines = [f"{path} {file} {memo.contents.digest(file)}" for path, file in files.items()]
    lines += [f"{found.path} {memo.contents.digest(found.file)}" for found in texts]
    return digest("\n".join(lines).encode())


def _pictures(
    files: Mapping[str, Path],
    looks: Mapping[str, Look],
    descriptions: Mapping[str, Source],
    today: date,
    desk: Desk,
) -> dict[str, Media]:
    """Every usable picture by its path in content/.

    ``looks`` say what was seen in each file that may be shown; ``descriptions`` are the YAML files of content/media/.
    """
    by_stem = {posixpath.splitext(path)[0]: path for path in files}
    result = {}
    names: dict[str, str] = {}
    for path, file in files.items():
        name = path.rsplit("/", 1)[-1].lower()
        if name in names:
            desk.report("picture-twice", path, 0, other=names[name])
            continue
        names[name] = path
        stem = posixpath.splitext(path)[0]
        source = descriptions.get(f"{stem}.yaml")
        name = path.rsplit("/", 1)[-1]
        if source is None:
            desk.report("picture-undescribed", path, 0, text=quoted(name), wanted=quoted(f"{stem}.yaml"))
            continue
        described = fields.read(Picture, source, desk)
        look = looks.get(path)
        if look is None:
            continue
        if look.reason:
            desk.report("picture-broken", path, 0, reason=look.reason, cure=look.cure)
            continue
        if look.moving:
            desk.report("picture-moving", path)
        if look.dropped:
            desk.report("picture-reduced", path, 0, text=quoted(", ".join(look.dropped)))
        if described is None or not rights.check(described, source, name, today, desk):
            continue
        wording.of_picture(described, source, desk)
        address = urls.media((slug(stem.split("/media/", 1)[-1]) or "bild") + look.shape.suffix)
        result[path] = Media(name, described, look, file, path, address)
    for path in descriptions:
        if posixpath.splitext(path)[0] not in by_stem:
            desk.report("picture-alone", path)
            fields.read(Picture, descriptions[path], desk)
    return result
