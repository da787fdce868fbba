"""What sheets to be read in the hand have in common: contact, sources, state of the text, numbers of pages."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pressroom import urls
from pressroom.kinds.values import Reference
from pressroom.outputs.frame import way_to
from pressroom.outputs.papers.sheet import Said, said
from pressroom.validate import Site
from pressroom.words import Tongue


class Cited(NamedTuple):
    """Where a statement comes from: its title, the date of it in the language of the sheet, and its address."""

    title: Said
    dated: str
    address: str


def cited(references: Iterable[Reference], site: Site) -> list[Cited]:
    """Sources, ready to be printed."""
    return [
        Cited(
            said(one.title or "", site, german=True),
            site.tongue.partial(one.date) if one.date else "",
            urls.shown(one.url or ""),
        )
        for one in references
    ]


def common(site: Site, notice: Sequence[str]) -> dict[str, Any]:
    """What stands at the foot of each such sheet. ``notice`` is that of the funding, empty where there is none."""
    client = way_to(site.settings.client)
    reach = [client.phone.text if client.phone else "", client.email.text if client.email else ""]
    return {
        "notice": notice,
        "sheet_of": said(numbered(site.tongue), site),
        "contact_label": said(site.tongue["contact"], site),
        "contact": said(client.name, site, german=True),
        "reach": [words for words in reach if words],
        "sources_label": said(site.tongue["sources"], site),
    }


def numbered(tongue: Tongue) -> str:
    """The words below each page of several, ``Seite {page} von {pages}``; how many there are only Typst knows."""
    return tongue.say("sheet_of", number="{page}", count="{pages}")


def listed(texts: Iterable[str], site: Site) -> list[Said]:
    """Sentences for a template."""
    return [said(text, site) for text in texts]
