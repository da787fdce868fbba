"""From a template of Typst and its data to a sheet: PDF/UA-1 or PNG, the same bytes on every machine and every day."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, NamedTuple

from pressroom.typeset.code import code
from pressroom.typeset.faces import faces

Kind = Literal["pdf", "png"]

PIXELS = 72
"""Of a PNG, so many to an inch: a point of the template is a pixel of the picture."""


class Misfit(NamedTuple):
    """A text that went onto the sheet only in smaller letters than can be read from where people stand.

    ``field`` is the field of the story it comes from, ``size`` what it was set in and ``least`` what it should have
    been set in at least, in points. Where not a text but the sheet is too small, ``field`` is empty; for a page
    too many, ``least`` is 0.
    """

    field: str
    size: float
    least: float


class Sheet(NamedTuple):
    """A sheet that was set, what hardly fitted, and the signs of its ``body`` that were left out: no face has them."""

    data: bytes
    misfits: tuple[Misfit, ...] = ()
    unseen: tuple[str, ...] = ()


class Unset(Exception):
    """Typst could not set a sheet; the text says why, in the words of Typst."""


def typeset(texts: Mapping[str, str], main: str, data: str, codes: Iterable[str] = (), kind: Kind = "pdf") -> Sheet:
    """A sheet set by the template ``main``, one of ``texts`` by their paths from the folder of the templates.

    ``data`` is JSON, which the template reads from ``sys.inputs.data``; ``codes`` are the texts it wants as QR codes,
    to be had from ``sys.inputs.codes``. No file, no network, no clock and no face of the machine takes part.

    A sign that no face has is left out of the ``body`` of the data; anywhere else the sheet is none. Raises Unset.
    """
    unseen: list[str] = []
    while True:
        try:
            return _set(texts, main, data, codes, kind)._replace(unseen=tuple(unseen))
        except Unset as trouble:
            lacking = _LACKING.search(str(trouble))
            before, data = data, _without(lacking[1], data) if lacking else data
            if lacking is None or data == before:
                raise
            unseen.append(lacking[1])


_LACKING = re.compile(r'the text `"([^"]+)"` could not be displayed')
"""How Typst says that no face has a sign, by which the sheet would not be PDF/UA-1."""


def _without(sign: str, data: str) -> str:
    """The data of a sheet without a sign in its ``body``."""
    told = json.loads(data)
    if "body" in told:
        told["body"] = json.loads(json.dumps(told["body"], ensure_ascii=False).replace(sign, ""))
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _set(texts: Mapping[str, str], main: str, data: str, codes: Iterable[str], kind: Kind) -> Sheet:
    # Loaded by need: most builds set nothing, and it takes 20 ms.
    import typst

    fonts, folder = faces()
    # Typst forgets files that lie in memory after each call, so they are handed over twice; the work is not done twice.
    files = {"main.typ": f'#include "/{main}"'.encode(), **{name: text.encode() for name, text in texts.items()}}
    inputs = {"data": data, "codes": json.dumps({text: code(text) for text in codes})}
    how: dict[str, Any] = {"root": str(folder), "font_paths": fonts, "ignore_system_fonts": True, "sys_inputs": inputs}
    form: dict[str, Any] = {"format": kind, "ppi": PIXELS, "pdf_standards": ["ua-1"] if kind == "pdf" else []}
    begin: Any = typst.Compiler
    try:
        # To ask takes as long as to set. A picture is no sheet that somebody reads from afar.
        told = json.loads(begin(files, **how).query("<misfit>", field="value")) if kind == "pdf" else ()
        made, warnings = begin(files, **how).compile_with_warnings(files, **form)
    except (typst.TypstError, RuntimeError) as trouble:
        raise Unset(" ".join(str(trouble).split())) from None
    if warnings:
        raise Unset(" ".join(str(warnings[0]).split()))
    # A PNG of several pages would be several files.
    if not isinstance(made, bytes):
        raise Unset("more than one page")
    return Sheet(made, tuple(Misfit(one["field"], one["size"], one["least"]) for one in told))


Call = tuple[Mapping[str, str], str, str, tuple[str, ...], Kind]
"""What ``typeset`` is called with."""


def typeset_all(calls: Sequence[Call], jobs: int) -> Iterator[Sheet | Unset]:
    """Each sheet in order, or why it could not be set; by so many cores.

    By threads, for Typst works outside of Python's lock. It has threads of its own, which another process that is
    split off would wait for in vain, so nothing that sets may run in a worker of the memo.
    """
    with ThreadPoolExecutor(min(jobs, len(calls)) or 1) as threads:
        yield from threads.map(_tried, calls)


def _tried(call: Call) -> Sheet | Unset:
    try:
        return typeset(*call)
    except Unset as trouble:
        return trouble
