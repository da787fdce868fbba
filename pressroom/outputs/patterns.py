"""Every part of a page with made-up words, for whoever changes one; shown by the preview, never published."""

from collections.abc import Iterator

from pressroom import hosting, urls
from pressroom.files import File, Page, Text
from pressroom.outputs.views import Link
from pressroom.validate import Site

ADDRESS = "site:/muster/"
ORIGIN = "tests/examples"

VARIANTS = (
    ("", "hell", "usual", "hell"),
    ("dunkel/", "dunkel", "usual", "dunkel"),
    ("lang/", "mit den längsten Wörtern", "longest", "hell"),
    ("arabisch/", "Arabisch", "arabic", "hell"),
    ("arabisch-dunkel/", "Arabisch, dunkel", "arabic", "dunkel"),
    ("ohne-bild/", "ohne Bild", "bare", "hell"),
)
"""Address, title, set of words, style sheet."""

_DARK = "(prefers-color-scheme: dark)"


def patterns(site: Site, parts: tuple[str, ...]) -> Iterator[File]:
    """One page for each set of words. ``parts`` are the names of the examples, which are templates."""
    # The reader's own setting must not decide here: one style sheet is always light, the other always dark.
    for name, media in (("hell", "not all"), ("dunkel", "all")):
        yield File(urls.path(f"{ADDRESS}{name}.css"), Text(site.design.style.replace(_DARK, media)), "assets/css")
    for path, title, words, style in VARIANTS:
        variants = tuple(
            Link(other, ADDRESS + where, "page" if where == path else "") for where, other, _, _ in VARIANTS
        )
        values = {"title": title, "set": words, "style": f"{ADDRESS}{style}.css", "parts": parts, "variants": variants}
        values["policy"] = hosting.POLICY
        more = tuple(f"{part}.html" for part in parts)
        yield File(urls.path(ADDRESS + path), Page("patterns.html", values, site, more=more), ORIGIN)
