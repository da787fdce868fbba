"""The statement on accessibility, from what was found out and nothing else.

Its parts and their order follow the model of Decision (EU) 2018/1523; a full compliance must rest on an evaluation.
"""

from dataclasses import dataclass

from pressroom import urls, words
from pressroom.kinds.accessibility import Accessibility, Measured
from pressroom.outputs.frame import Way, way_to
from pressroom.validate import Site

PAGE = "barrierefreiheit"
"""The name of the page that shows it."""

_STATUS = {
    None: "Ob die Website diese Anforderungen erfüllt, ist noch nicht bewertet.",
    "full": "Diese Website ist mit den Anforderungen vollständig vereinbar.",
    "partial": "Diese Website ist mit den Anforderungen teilweise vereinbar.",
    "none": "Diese Website ist mit den Anforderungen nicht vereinbar.",
}
_REASONS = {
    "non-compliance": "Das ist mit den Anforderungen nicht vereinbar und noch nicht behoben.",
    "disproportionate-burden": "Das zu ändern, wäre eine unverhältnismäßige Belastung.",
    "out-of-scope": "Soweit wir wissen, fällt das nicht unter die Vorschriften.",
}
_METHODS = {"self-assessment": "in einer Selbstbewertung", "third-party": "durch Dritte"}
_ALONE = (
    "Bisher haben allein Maschinen geprüft; was sie fanden, steht weiter unten. Was nur Menschen beurteilen können, "
    "ist noch offen: ob Beschreibungen von Bildern treffen, ob Texte verständlich sind, ob man mit einem "
    "Vorleseprogramm gut zurechtkommt."
)


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement, ready to print; what is not known is empty. ``barriers`` are what, why and what instead."""

    address: str
    status: tuple[str, ...]
    barriers: tuple[tuple[str, str, str], ...]
    dates: tuple[str, ...]
    contact: Way | None
    enforcement: Way | None
    monitoring: tuple[str, ...]


def statement(site: Site) -> Statement | None:
    """What may be said today; None where the settings have nothing of it."""
    told = site.settings.accessibility
    if told is None:
        return None
    reported = f"Gemeldet am {words.day(told.reported)}." if told.reported else ""
    return Statement(
        address=urls.absolute(urls.HOME, site.base),
        status=_status(told),
        barriers=tuple((one.what, _REASONS[one.reason], one.alternative or "") for one in told.barriers),
        dates=tuple(_dates(told)),
        contact=way_to(told.contact) if told.contact else None,
        enforcement=way_to(told.enforcement) if told.enforcement else None,
        monitoring=tuple(filter(None, (told.monitoring, reported))),
    )


def _status(told: Accessibility) -> tuple[str, ...]:
    alone = told.status is None and told.measured is not None
    return (_STATUS[told.status], _ALONE) if alone else (_STATUS[told.status],)


def _dates(told: Accessibility) -> list[str]:
    said = [f"Diese Erklärung wurde am {words.day(told.prepared)} erstellt."] if told.prepared else []
    if told.assessed and told.method and told.assessor:
        said.append(
            f"Bewertet wurde die Website am {words.day(told.assessed)} {_METHODS[told.method]}: {told.assessor}."
        )
    if told.measured is not None:
        said.append(_measured(told.measured))
    if told.reviewed:
        said.append(f"Zuletzt überprüft wurde sie am {words.day(told.reviewed)}.")
    return said


def _measured(run: Measured) -> str:
    found = words.count(run.violations, "einen Verstoß", "Verstöße") if run.violations else "keinen Verstoß"
    where = f"{words.count(run.pages, 'Seite', 'Seiten')} in Breiten von {_listed(run.widths)} Pixeln"
    return (
        f"Am {words.day(run.date)} prüften Maschinen ({_listed(run.tools)}) {where}, "
        f"Anzeige {_listed(run.schemes)}, und fanden {found}."
    )


def _listed(names: tuple[str, ...]) -> str:
    return " und ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
