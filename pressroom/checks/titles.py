"""No two pages of a language have the same title: whoever has several open, or steps back, must know which is which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Alike(NamedTuple):
    """A page whose title another page has: its path, where it comes from, the path of the other, the title."""

    path: str
    origin: str
    other: str
    title: str


def alike(pages: Iterable[tuple[str, str, str, str]], is_story: frozenset[str]) -> Iterator[Alike]:
    """Each page but one of those that share a title; ``pages`` are path, origin, language and title, empty where it has
    none.

    Whoever writes can change a story's title and none of a list, so a list is never told of where a story is. That one
    page is spared which comes first by its address.
    """
    by_title: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for path, origin, lang, title in pages:
        if title:
            by_title[lang, title].append((path, origin))
    for (_, title), found in by_title.items():
        if len(found) > 1:
            (first, _), *others = sorted(found, key=lambda one: (one[1] in is_story, one[0]))
            yield from (Alike(path, origin, first, title) for path, origin in others)
