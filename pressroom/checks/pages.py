"""What every single page must keep, whatever it tells."""

from urllib.parse import urlsplit

from pressroom.checks.finished import Finished
from pressroom.hosting import POLICY, REFERRER
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
    """Both policies stand in every page, once, and before the style sheet: they rule only what comes after them."""
    kinds = [kind for kind, _, _ in page.facts.signs if kind in ("policy", "sheet")]
    for kind, wanted in (("policy", POLICY), ("referrer", REFERRER)):
        signs = _signs(page, kind)
        if [value for value, _ in signs] != [wanted] or (kind == "policy" and kinds[0] != "policy"):
            place = page.place(signs[-1][1] if signs else "<head>")
            desk.report(
                "page-policy", *place, page=f"/{page.path}", text=quoted(signs[-1][0]) if signs else "sie fehlt"
            )


def _signs(page: Finished, wanted: str) -> list[tuple[str, str]]:
    return [(value, tag) for kind, value, tag in page.facts.signs if kind == wanted]


def _elsewhere(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.scheme or parts.netloc)
