"""The catalogue of messages: every code with its severity, its German sentence, its cure and its rule."""

from pressroom.catalogue.access import BARRIERS, COLOURS, PAGES, STATEMENT
from pressroom.catalogue.entry import Entry, under
from pressroom.catalogue.funding import FUNDING, NOTICE, SHOWN
from pressroom.catalogue.grants import GRANTS
from pressroom.catalogue.images import PICTURES
from pressroom.catalogue.languages import LANGUAGES
from pressroom.catalogue.law import ACCESS, HOUSE, RIGHTS
from pressroom.catalogue.legibility import LEGIBILITY
from pressroom.catalogue.outbound import OUTBOUND
from pressroom.catalogue.papers import PAPERS
from pressroom.catalogue.privacy import PRIVACY
from pressroom.catalogue.reading import FILES, FRONT
from pressroom.catalogue.rule import Rule
from pressroom.catalogue.rules import FINISHED, LEGAL, TEXT, WAIVERS
from pressroom.catalogue.series import SERIES
from pressroom.catalogue.stories import FIELDS, RELATIONS

GROUPS: dict[str, tuple[Rule, ...]] = {
    "Förderung und Publizität": GRANTS,
    "Rechte und Pflichten": RIGHTS,
    "Barrierefreiheit": ACCESS,
    "Ordnung im Haus": HOUSE,
}
RULES: dict[str, Rule] = {rule.number: rule for rules in GROUPS.values() for rule in rules}

CATALOGUE: dict[str, Entry] = {
    **under("HAUS-1", FILES),
    **under("HAUS-2", FRONT),
    **under("HAUS-3", FIELDS),
    **under("HAUS-4", SERIES),
    **under("HAUS-5", RELATIONS),
    **under("HAUS-5", PICTURES),
    **under("HAUS-6", TEXT),
    **under("P14-9", FUNDING),
    **under("HAUS-8", WAIVERS),
    **under("P14-1", NOTICE),
    **under("P14-1", SHOWN),
    **under("HAUS-9", LEGAL),
    **under("HAUS-10", LANGUAGES),
    **under("HAUS-11", LEGIBILITY),
    **under("HAUS-7", FINISHED),
    **BARRIERS,
    **PAGES,
    **COLOURS,
    **under("BFWEBG-1", STATEMENT),
    **under("HAUS-7", OUTBOUND),
    **under("TDDDG-25", PRIVACY),
    **under("HAUS-12", PAPERS),
}
"""Every message by its code."""

__all__ = ["CATALOGUE", "GROUPS", "RULES", "Entry", "Rule"]
