"""What every single page must keep, whatever it tells."""

from urllib.parse import urlsplit

from pressroom.checks.finished import Finished
from pressroom.hosting import POLICY
from pressroom.problems import Desk, quoted


def nothing_is_foreign(page: Finished, desk: Desk) -> None:
    """Nothing is loaded from another server (§ 25 TDDDG)."""
    for target, tag in _signs(page, "load"):
        if _elsewhere(target):
            desk.report("page-foreign", *page.place(tag), page=f"/{page.path}", text=quoted(target))


def forms_stay_here(page: Finished, desk: Desk) -> None:
    """No form sends anything to another server (§ 25 TDDDG)."""
    for target, tag in _signs(page, "form"):
        if _elsewhere(target):
            desk.report("page-form", *page.place(tag), page=f"/{page.path}", text=quoted(target))


def nothing_is_inline(page: Finished, desk: Desk) -> None:
    """No style and no code inside a page: the policy would not let it work."""
    for piece, tag in _signs(page, "inline"):
        desk.report("page-inline", *page.place(tag), page=f"/{page.path}", text=quoted(piece))


def the_policy_comes_first(page: Finished, desk: Desk) -> None:
    """The policy stands in every page, once, and before the style sheet: it rules only what comes after it."""
    policies = _signs(page, "policy")
    kinds = [kind for kind, _, _ in page.facts.signs if kind in ("policy", "sheet")]
    if [policy for policy, _ in policies] != [POLICY] or kinds[0] != "policy":
        found = quoted(policies[-1][0] if policies else "sie fehlt")
        place = page.place(policies[-1][1] if policies else "<head>")
        desk.report("page-policy", *place, page=f"/{page.path}", text=found)


def _signs(page: Finished, wanted: str) -> list[tuple[str, str]]:
    return [(value, tag) for kind, value, tag in page.facts.signs if kind == wanted]


def _elsewhere(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.scheme or parts.netloc)
