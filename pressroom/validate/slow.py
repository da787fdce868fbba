"""What outputs work out slowly, from memory where all that it was worked out from is as it was."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pressroom.memo import Memo
from pressroom.validate.site import Site

Result = TypeVar("Result")


def remembered(site: Site, function: Callable[..., Result], calls: Mapping[str, tuple[str | int, ...]]) -> list[Result]:
    """``function(site, *call)`` under each name, from memory where all that it asked is as it was, else by all
    cores. For what is slow.
    """
    ledger = site.memo.ledger
    missing = [name for name in calls if ledger.recall(name) is None]
    made = site.memo.each(_found_out, (site, function), [calls[name] for name in missing], worth_workers=2)
    for name, (asked, outcome) in zip(missing, made, strict=True):
        ledger.keep(name, asked, outcome)
    for name in calls:
        ledger.ask(f"note {name}")
    return [site.memo.kept(ledger.kept[name].outcome) for name in calls]


def _found_out(memo: Memo, work: tuple[Site, Callable[..., Any]], *call: str | int) -> tuple[dict[str, bytes], bytes]:
    site, function = work
    with memo.ledger.noting() as asked:
        return asked, memo.keep(function(site, *call))
