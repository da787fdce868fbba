"""The catalogue of the data in the terms of DCAT-AP.de 2.0 and 3.0 (https://www.dcat-ap.de/def/dcatde/3.0/spec/).

What nobody has decided is not said: without ``legal.data_licence`` no licence is named, and the entry is not complete,
because DCAT-AP.de wants one for each distribution (convention 32). ``dcatde:contributorID`` is for those who deliver to
GovData. Things have the addresses of the page that explains them, ``…/daten/#projekte``.
"""

from collections.abc import Iterable, Iterator

from pressroom import urls
from pressroom.files import Text
from pressroom.kinds.dates import PartialDate
from pressroom.kinds.settings import DATA_LICENCE_LABELS, Settings
from pressroom.kinds.values import dial
from pressroom.outputs.opendata.graph import Iri, Thing, Words, as_json_ld, as_rdf_xml, thing
from pressroom.outputs.opendata.sheets import AUTHORITY, sheets
from pressroom.outputs.opendata.shelf import SETS, Offer, Set, changed
from pressroom.validate import Site

_DE = "http://dcat-ap.de/def"
_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
LICENCES = {
    "cc-zero": ("cc-zero", "https://creativecommons.org/publicdomain/zero/1.0/deed.de"),
    "cc-by-4.0": ("cc-by/4.0", "https://creativecommons.org/licenses/by/4.0/deed.de"),
    "dl-zero-de-2.0": ("dl-zero-de/2.0", "https://www.govdata.de/dl-de/zero-2-0"),
    "dl-by-de-2.0": ("dl-by-de/2.0", "https://www.govdata.de/dl-de/by-2-0"),
}
"""Each licence of the settings: its name in the list of DCAT-AP.de, and where its text is."""
_NAMING = ("cc-by-4.0", "dl-by-de-2.0")
_UNDECIDED = "Unter welcher Lizenz die Daten stehen, ist noch nicht festgelegt."


def json_ld(site: Site) -> Text:
    """The catalogue as JSON-LD."""
    return Text(as_json_ld(catalogue(site)))


def rdf_xml(site: Site) -> Text:
    """The catalogue as RDF/XML."""
    return Text(as_rdf_xml(catalogue(site)))


def licence(settings: Settings) -> tuple[str, str]:
    """What the licence is called and where its text is; empty where none is chosen."""
    chosen = settings.legal.data_licence
    return (DATA_LICENCE_LABELS[chosen], LICENCES[chosen][1]) if chosen else ("", "")


def attribution(settings: Settings) -> str:
    """Whom to name; empty where the licence does not ask for it."""
    return (settings.open_data.attribution or settings.organisation) if settings.legal.data_licence in _NAMING else ""


def catalogue(site: Site) -> tuple[Thing, ...]:
    """The catalogue, its datasets and their distributions."""
    return site.derived(_catalogue)


def _catalogue(site: Site) -> tuple[Thing, ...]:
    settings = site.settings
    sets = (*SETS, *sheets(site))
    newest = max(changed(site, one) for one in sets)
    whole = thing(
        "dcat:Catalog",
        ("dcterms:title", [Words(f"Offene Daten: {settings.title}", "de")]),
        ("dcterms:description", [Words(settings.description, "de")]),
        ("dcterms:publisher", [_publisher(settings)]),
        ("dcterms:language", [Iri(f"{_EU}/language/DEU")]),
        ("dcterms:modified", _days(newest)),
        ("foaf:homepage", [Iri(_page(site))]),
        ("dcat:themeTaxonomy", [Iri(f"{_EU}/data-theme")]),
        ("dcterms:spatial", _area(settings)),
        ("dcat:dataset", [Iri(_about(site, one.name)) for one in sets]),
        iri=_about(site, "katalog"),
    )
    return (
        whole,
        *(_dataset(site, one) for one in sets),
        *(_offer(site, one, how) for one in sets for how in one.offers),
    )


def _dataset(site: Site, one: Set) -> Thing:
    settings = site.settings
    key, area = settings.open_data.municipality_key, settings.open_data.area
    topics = [title for topic, title in settings.topics.items() if one.folder and topic in site.topics(one.folder)]
    return thing(
        "dcat:Dataset",
        ("dcterms:title", [Words(one.title, "de"), Words(one.english, "en")]),
        ("dcterms:description", [Words(one.description, "de")]),
        ("dcterms:identifier", [Words(_about(site, one.name))]),
        ("dcterms:publisher", [_publisher(settings)]),
        ("dcat:contactPoint", [_contact(site)]),
        ("dcat:theme", [Iri(f"{_EU}/data-theme/{theme}") for theme in one.themes]),
        ("dcat:keyword", [Words(word, "de") for word in (*one.keywords, *topics)]),
        ("dcterms:spatial", _area(settings)),
        ("dcatde:politicalGeocodingLevelURI", [Iri(f"{_DE}/politicalGeocoding/Level/municipality")] if key else []),
        ("dcatde:politicalGeocodingURI", [Iri(_municipality(key))] if key else []),
        ("dcatde:geocodingDescription", [Words(area, "de")] if area else []),
        ("dcterms:temporal", _period(one.span(site))),
        ("dcterms:language", _languages(one)),
        ("dcterms:modified", _days(changed(site, one))),
        ("dcterms:accessRights", [Iri(f"{_EU}/access-right/PUBLIC")]),
        ("dcat:landingPage", [Iri(_page(site))]),
        ("dcat:distribution", [Iri(_about(site, how.mark)) for how in one.offers]),
        iri=_about(site, one.name),
    )


def _offer(site: Site, one: Set, how: Offer) -> Thing:
    settings = site.settings
    chosen = settings.legal.data_licence
    address = Iri(urls.absolute(how.address, site.base))
    undecided = thing("dcterms:RightsStatement", ("rdfs:label", [Words(_UNDECIDED, "de")]))
    named = attribution(settings)
    return thing(
        "dcat:Distribution",
        ("dcterms:title", [Words(how.title, how.lang) if how.title else Words(how.name)]),
        ("dcterms:description", [Words(how.description, "de")] if how.description else []),
        # A file that is only downloaded has one address for both (convention 39).
        ("dcat:accessURL", [address]),
        ("dcat:downloadURL", [address]),
        ("dcterms:format", [Iri(f"{_EU}/file-type/{how.format}")]),
        ("dcat:mediaType", [Iri(f"{_MEDIA}/{how.kind}")]),
        ("dcterms:language", [Iri(f"{_EU}/language/{AUTHORITY[how.lang]}")]),
        ("dcterms:modified", _days(changed(site, one))),
        ("dcterms:conformsTo", [Iri(urls.absolute(how.schema, site.base))] if how.schema else []),
        ("dcterms:license", [Iri(f"{_DE}/licenses/{LICENCES[chosen][0]}")] if chosen else []),
        ("dcterms:rights", [] if chosen else [undecided]),
        ("dcatde:licenseAttributionByText", [Words(named, "de")] if named else []),
        iri=_about(site, how.mark),
    )


def _publisher(settings: Settings) -> Thing:
    return thing("foaf:Agent", ("foaf:name", [Words(settings.organisation)]))


def _contact(site: Site) -> Thing:
    """Convention 1 wants an address of mail or of a page: that of the contact, where there is one."""
    client = site.settings.client
    page = site.page(urls.CONTACT)
    return thing(
        "vcard:Kind",
        ("vcard:fn", [Words(client.name)]),
        ("vcard:hasEmail", [Iri(urls.mail(client.email))] if client.email else []),
        ("vcard:hasTelephone", [Iri(urls.phone(dial(client.phone)))] if client.phone else []),
        ("vcard:hasURL", [Iri(urls.absolute(page.address if page else urls.HOME, site.base))]),
    )


def _area(settings: Settings) -> Iterator[Iri | Thing]:
    """The municipality by its key (convention 11), and the part of it in words."""
    told = settings.open_data
    if told.municipality_key:
        yield Iri(_municipality(told.municipality_key))
    if told.area:
        yield thing("dcterms:Location", ("skos:prefLabel", [Words(told.area, "de")]))


def _municipality(key: str) -> str:
    return f"{_DE}/politicalGeocoding/municipalityKey/{key}"


def _period(span: tuple[PartialDate | None, PartialDate | None]) -> Iterable[Thing]:
    first, last = span
    if first is None and last is None:
        return []
    return [thing("dcterms:PeriodOfTime", ("dcat:startDate", _precise(first)), ("dcat:endDate", _precise(last)))]


def _precise(day: PartialDate | None) -> list[Words]:
    """A day, a month or a year, each with its own type."""
    if day is None:
        return []
    return [Words(str(day), datatype="xsd:date" if day.day else "xsd:gYearMonth" if day.month else "xsd:gYear")]


def _languages(one: Set) -> list[Iri]:
    """The languages its files are in, each once."""
    return [Iri(f"{_EU}/language/{code}") for code in dict.fromkeys(AUTHORITY[how.lang] for how in one.offers)]


def _days(day: str) -> list[Words]:
    return [Words(day, datatype="xsd:date")] if day else []


def _page(site: Site) -> str:
    return urls.absolute(urls.DATA, site.base)


def _about(site: Site, mark: str) -> str:
    return f"{_page(site)}#{mark}"
