"""What is known of all files together: what is shown today, in which order, and who names whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pressroom import urls
from pressroom.validate.head import Head
from pressroom.validate.kinds import KINDS
from pressroom.validate.links import Target


@dataclass(frozen=True, slots=True)
class Order:
    """What the front door decided: the day, whether drafts are shown, and another address than the settings'.

    ``papers`` says whether there are sheets to print.
    """

    today: date
    drafts: bool = False
    base_url: str | None = None
    papers: bool = False


class Withheld(NamedTuple):
    """A story that is not published: why, and the day it will appear or has lapsed."""

    path: str
    title: str
    reason: str
    day: date | None


class Index:
    """The heads of all files, sorted once and for all. What is asked for is worked out when it is first asked."""

    def __init__(self, heads: Iterable[Head], order: Order) -> None:
        self.by_path = {head.path: head for head in heads}
        self.withheld = tuple(
            story
            for head in self.by_path.values()
            if head.usable and not head.lang and (story := _withheld(head, order)) is not None
        )
        hidden = {story.path for story in self.withheld}
        self.shown = {
            head.key: head for head in self.by_path.values() if head.usable and head.story and head.path not in hidden
        }
        self.sorted = _sorted(self.shown.values())
        self.stories = {head.address: head.key for head in self.shown.values()}
        """The stories by their addresses."""
        self._first: dict[tuple[str, int], frozenset[str]] = {}
        self.told: dict[tuple[str, str], Head] = {
            (head.key, head.lang): head
            for head in self.by_path.values()
            if head.usable and head.lang and head.key in self.shown
        }
        """The translations of what is shown, by key and language."""

    @cached_property
    def told_in(self) -> Mapping[str, tuple[str, ...]]:
        """The languages beside German that each story is told in."""
        found: dict[str, tuple[str, ...]] = {}
        for key, lang in self.told:
            found[key] = (*found.get(key, ()), lang)
        return found

    def target(self, path: str) -> Target | None:
        """What a link to a file leads to."""
        head = self.by_path.get(path)
        if head is None or not head.story:
            return None
        if not head.usable:
            return Target(urls.HOME, None)
        return Target(head.address if head.key in self.shown else "", head.marks)

    def naming(self, key: str) -> list[Head]:
        """The news, events and projects that name something, ``projects/park``, in the order of their lists."""
        return self._naming.get(key, [])

    @cached_property
    def _naming(self) -> dict[str, list[Head]]:
        found: dict[str, list[Head]] = {}
        for head in (*self.sorted["news"], *self.sorted["events"], *self.sorted["projects"]):
            for name in head.names:
                found.setdefault(name, []).append(head)
        return found

    def reports(self, event: str) -> list[Head]:
        """The news about an event, newest first: those that name it, and those that link to it."""
        return self._reports.get(event, [])

    @cached_property
    def _reports(self) -> dict[str, list[Head]]:
        found: dict[str, list[Head]] = {}
        for head in self.sorted["news"]:
            linked = (self.by_path[path].id for path in head.about if path in self.by_path)
            named = (name.removeprefix("events/") for name in head.names if name.startswith("events/"))
            for name in dict.fromkeys((*named, *linked)):
                found.setdefault(name, []).append(head)
        return found

    def on_topic(self, folder: str, topic: str) -> list[Head]:
        """The stories of a kind under one topic."""
        return self._by_topic[folder].get(topic, [])

    def topics(self, folder: str) -> frozenset[str]:
        """The topics there are stories of a kind for."""
        return frozenset(self._by_topic[folder])

    @cached_property
    def _by_topic(self) -> dict[str, dict[str, list[Head]]]:
        found: dict[str, dict[str, list[Head]]] = {folder: {} for folder in self.sorted}
        for folder, heads in self.sorted.items():
            for head in heads:
                for topic in dict.fromkeys(head.topics):
                    found[folder].setdefault(topic, []).append(head)
        return found

    def of_year(self, year: int) -> list[Head]:
        """The news of a year."""
        return [head for head in self.sorted["news"] if head.year == year]

    def years(self) -> tuple[int, ...]:
        """The years there are news of, the latest first."""
        return tuple(sorted({head.year for head in self.sorted["news"]}, reverse=True))

    def is_newest(self, key: str, most: int) -> bool:
        """Whether a story, ``news/park``, is among the first so many of its list."""
        return key in self._newest(key.partition("/")[0], most)

    def _newest(self, folder: str, most: int) -> frozenset[str]:
        if (folder, most) not in self._first:
            self._first[folder, most] = frozenset(head.key for head in self.sorted[folder][:most])
        return self._first[folder, most]

    def pictured(self) -> tuple[frozenset[str], frozenset[str]]:
        """The pictures that published stories name, by file name, and those their texts show, by path."""
        heads = [head for folder in ("news", "events", "projects", "pages") for head in self.sorted[folder]]
        named = frozenset(head.picture.rsplit("/", 1)[-1] for head in heads if head.picture)
        return named, frozenset(path for head in heads for path in head.shown)


def _withheld(head: Head, order: Order) -> Withheld | None:
    """Why a story is not published today; None if it is."""
    today = order.today.isoformat()
    if head.draft and not order.drafts:
        return Withheld(head.path, head.title, "Entwurf", None)
    if head.publish and head.publish > today:
        return Withheld(head.path, head.title, "erscheint am", date.fromisoformat(head.publish))
    if head.expires and head.expires < today:
        return Withheld(head.path, head.title, "abgelaufen am", date.fromisoformat(head.expires))
    return None


def _sorted(heads: Iterable[Head]) -> Mapping[str, list[Head]]:
    """News and events newest first, the rest by their rank; what is equal by its file's name."""
    groups: dict[str, list[Head]] = {kind.folder: [] for kind in KINDS}
    for head in heads:
        groups[head.folder].append(head)
    for folder, members in groups.items():
        members.sort(key=_by_id)
        members.sort(key=_by_rank, reverse=folder in ("news", "events"))
    return groups


def _by_id(head: Head) -> str:
    return head.id


def _by_rank(head: Head) -> tuple[str | int, ...]:
    return head.rank
