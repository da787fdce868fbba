"""The planted faults: a hundred and more mistakes as editors make them, each with the line that must be named.

``»`` stands where a guilty line begins and is taken out before the text is written; a fault without it concerns the
file as a whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.town import ROOT, SITE
from tests.village import described, png

MARK = "»"


@dataclass(frozen=True)
class Fault:
    """One mistake: ``code`` must be told of ``path`` below content/, at the line of the mark, and nothing else.

    ``beside`` are files without fault that belong to it; the file itself is among them where it is no text. ``late``
    is a fault of a finished page or of the site as a whole, which nobody can see while another forbids the site.
    ``instead`` is the piece of the town's site.yaml, or of a file of the project, that ``text`` takes the place of.
    """

    family: str
    path: str
    code: str
    text: str
    column: int | None = None
    coding: str = "utf-8"
    beside: Mapping[str, str | bytes] = field(default_factory=dict)
    late: bool = False
    instead: str = ""

    @property
    def name(self) -> str:
        return f"{self.code} {self.path}"

    @property
    def whole(self) -> str:
        """The file's text, with the mark."""
        if not self.instead:
            return self.text
        before = SITE if self.path == "site.yaml" else (ROOT / self.path).read_text("utf-8")
        assert before.count(self.instead) == 1, f"{self.path} has to hold once: {self.instead}"
        return before.replace(self.instead, self.text)

    @property
    def line(self) -> int:
        return self.whole[: self.whole.index(MARK)].count("\n") + 1 if MARK in self.text else 0

    @property
    def place(self) -> tuple[str, int, str]:
        """Where what must be told."""
        return (self.path if self.of_project else f"content/{self.path}"), self.line, self.code

    @property
    def of_project(self) -> bool:
        """Whether it is a fault of a template, a style sheet or a script."""
        return self.path.startswith(("templates/", "assets/"))

    @property
    def files(self) -> dict[str, str | bytes]:
        """All that has to be written for this fault alone."""
        return {self.path: self.whole.replace(MARK, "").encode(self.coding), **self.beside}


def together(faults: Iterable[Fault]) -> dict[str, str | bytes]:
    """All that has to be written for several faults at once."""
    site, files = SITE, {}
    for fault in faults:
        if fault.instead:
            site = site.replace(fault.instead, fault.text.replace(MARK, ""))
        else:
            files.update(fault.files)
    return {**files, "site.yaml": site}


def faults(family: str, *planted: Fault) -> Iterator[Fault]:
    for fault in planted:
        yield Fault(family, *(getattr(fault, name) for name in Fault.__dataclass_fields__ if name != "family"))


def raw(path: str, code: str, text: str, **more: object) -> Fault:
    """A file as it stands."""
    return Fault("", path, code, text, **more)  # type: ignore[arg-type]


def news(
    path: str, code: str, title: str, more: str = "", text: str = "Mehr steht im Aushang.\n", **rest: object
) -> Fault:
    """A piece of news, with more fields and another text."""
    head = f"---\ntitle: {title}\nsummary: Was geschehen ist, in einem Satz.\ndate: 2026-02-03\n{more}---\n"
    return raw(f"news/{path}.md", code, head + text, **rest)


def page(
    path: str, code: str, title: str, more: str = "", text: str = "Mehr steht im Aushang.\n", **rest: object
) -> Fault:
    """A page."""
    head = f"---\ntitle: {title}\nsummary: Worum es auf dieser Seite geht.\n{more}---\n"
    return raw(f"pages/{path}.md", code, head + text, **rest)


def event(path: str, code: str, title: str, more: str, text: str = "Kommen Sie vorbei.\n", **rest: object) -> Fault:
    """An event; its start is among the fields given."""
    head = f"---\ntitle: {title}\nsummary: Wer mag, kommt dazu.\n{more}---\n"
    return raw(f"events/{path}.md", code, head + text, **rest)


def project(
    path: str, code: str, title: str, more: str, text: str = "Es ging langsam voran.\n", **rest: object
) -> Fault:
    """A project; status and all that follows are among the fields given."""
    head = f"---\ntitle: {title}\nsummary: Was hier entstehen soll.\n{more}---\n"
    return raw(f"projects/{path}.md", code, head + text, **rest)


def site(code: str, instead: str, text: str) -> Fault:
    """A line of the settings."""
    return raw("site.yaml", code, text, instead=instead)


def picture(name: str, code: str, fields: str, **rest: object) -> Fault:
    """The description of a picture that a page shows."""
    return raw(f"media/{name}.yaml", code, fields, beside=shown(name), **rest)


def shown(name: str, alone: bool = False) -> dict[str, str | bytes]:
    """A picture of its own colour, and a page that shows it."""
    colour = f"#{sum(map(ord, name)) * 7919 % 0xFFFFFF:06x}"
    files: dict[str, str | bytes] = {f"media/{name}.png": png(colour)}
    return files if alone else {**files, f"pages/zeigt-{name}.md": showing(name, f"../media/{name}.png")}


def showing(name: str, target: str) -> str:
    return f"---\ntitle: Ansicht {name}\nsummary: Eine Seite mit einem Bild.\n---\n![]({target})\n"


OPEN = "status: running\nlead: verein\nstart: 2020-03\n"
DONE = "status: completed\nlead: verein\nstart: 2019-03\nend: 2020-11\n"
ESF = "funding:\n  programme: esf-2014-2020\n  funders: [Europäische Union – Europäischer Sozialfonds]\n"
PLUS = "funding:\n  programme: esf-plus-2021-2027\n  funders: [Europäische Union – Europäischer Sozialfonds Plus]\n"
OTHER = "funding:\n  programme: other\n  funders: [Stiftung Lindenhof]\n"
AIMS, RESULTS = "aims: [Mehr Platz für Kinder.]\n", "results: [Ein Platz ist gebaut.]\n"
WEEKLY = "start: 2027-01-12 18:00\nend: 20:00\nrepeat:\n  every: week\n  until: 2027-06-29\n"

FILES = faults(
    "files",
    raw(
        "news/2026-01-05-schneeraeumen.md",
        "file-encoding",
        "---\ntitle: Winterdienst\nsummary: Wer wo schippt.\ndate: 2026-01-05\n---\n»Die Gehwege räumt die Stadt.\n",
        coding="cp1252",
    ),
    raw(
        "events/2027-03-01-vorlesen.md",
        "file-encoding",
        "---\ntitle: Vorlesen am Nachmittag\nsummary: Mit Tee.\nstart: 2027-03-01\n---\nBitte Kissen mitbringen.\n",
        coding="utf-16",
    ),
    raw("news/rundbrief.md", "file-foreign", "PK\x03\x04\x14\x00\x06\x00word/document.xml"),
    raw("pages/angebote.md", "file-empty", "\n  \n\n"),
    news(
        "2026-02-03-steuerzeichen", "file-binary", "Neue Bänke", text="Am Weiher.\n»Zwei stehen\x08 schon.\n", column=12
    ),
    news(
        "2026-02-03-umlaut", "file-garbled", "Hecken werden geschnitten", text="Bis März.\n\n»GrÃ¼n bleibt der Rand.\n"
    ),
    raw("events/protokoll.docx", "file-stray", "Ergebnisse der Runde"),
    raw(
        "pages/sommer.2026.md",
        "file-name",
        "---\ntitle: Ferienplan\nsummary: Was in den Ferien los ist.\n---\nJeden Tag etwas anderes.\n",
    ),
    raw("news/2026-02-03-plakat.png", "file-stray", "kein Text"),
    raw("einstellungen.yaml", "file-stray", "title: Altes Viertel\n"),
    page("chronik", "file-huge", "Die lange Chronik", text="Es war einmal ein Viertel. " * 45_000),
    raw("partners/chor.md", "file-stray", "---\nname: Chor\n---\n"),
)

FRONT = faults(
    "front matter",
    raw(
        "news/2026-03-02-ohne-strich.md",
        "front-missing",
        "»title: Die Linde blüht\nsummary: Früh im Jahr.\ndate: 2026-03-02\n---\nSie duftet.\n",
        column=1,
    ),
    raw(
        "news/2026-03-03-word-strich.md",
        "front-dashes",
        "---\ntitle: Blumen vor dem Haus\nsummary: Zehn Kübel.\ndate: 2026-03-03\n»———\nAlle bunt.\n",
    ),
    raw(
        "pages/hausordnung.md",
        "front-end",
        "---\ntitle: Hausordnung\nsummary: Was im Haus gilt.\n\n»Bitte leise nach zehn Uhr abends.\n\nDanke.\n",
    ),
    raw(
        "events/2027-02-02-lichtmess.md",
        "yaml-colon",
        "---\ntitle: Lichtmess\n»summary: Mitbringen: eine Kerze und ein Glas\nstart: 2027-02-02 17:00\n---\nAm Tor.\n",
        column=10,
    ),
    raw(
        "events/2027-02-03-basteln.md",
        "yaml-space",
        "---\ntitle: Basteln\nsummary: Mit Papier.\n»start:2027-02-03 15:00\n---\nSchere mitbringen.\n",
        column=6,
    ),
    news("2026-02-03-quelle-tab", "yaml-tab", "Ein neuer Zaun", "sources:\n»\t- https://muster.example/zaun\n"),
    page("jugend", "yaml-sign", "»@home – der Jugendkeller", column=8),
    page("bank", "yaml-quote", '»"Die "blaue" Bank"', column=8),
    news("2026-02-03-klammer", "yaml-bracket", "Turnier der Straßen", "»topics: [sport, kultur\n", column=9),
    raw(
        "news/2026-03-04-ohne-doppelpunkt.md",
        "yaml-line",
        "---\ntitle: Ein Baum für jedes Kind\n»summary Gepflanzt wird im Herbst.\ndate: 2026-03-04\n---\nMit Spaten.\n",
    ),
    raw(
        "pages/zweizeilig.md",
        "yaml-line",
        "---\ntitle:\n»Unser Garten hinter dem Haus\nsummary: Wer dort gräbt.\n---\nAlle dürfen ernten.\n",
    ),
    raw(
        "pages/schlagwort.md",
        "field-empty",
        "---\n»title: #gemeinsam im Viertel\nsummary: Ein Motto.\n---\nMitmachen erwünscht.\n",
    ),
    news("2026-02-03-nummer", "yaml-comment", "»Haus #7 wird saniert", column=13),
    news("2026-02-03-einzug", "yaml-indent", "Ein Zirkus kommt", "»   topics: [kultur]\n"),
    raw(
        "news/2026-03-05-stern.md",
        "yaml-alias",
        "---\ntitle: Termine im März\n»summary: *achtung\ndate: 2026-03-05\n---\nSiehe unten.\n",
    ),
    page("liste-vorn", "yaml-other", "Liste vorn", "»[Fest, Markt]: am Samstag\n", column=1),
    news(
        "2026-02-03-doppelt", "yaml-document", "Erstes Stück", text="Eins.\n\n»---\ntitle: Zweites Stück\n---\nZwei.\n"
    ),
)

FIELDS = faults(
    "fields",
    event("2027-03-02-schach", "field-unknown", "Schach", "start: 2027-03-02 16:00\n»Ort: park\n", column=1),
    raw("events/irgendwann.md", "field-missing", "»---\ntitle: Irgendwann\nsummary: Noch offen.\n---\nText.\n"),
    raw("projects/zaun.md", "field-empty", "---\ntitle: Zaun\n»summary:\nstatus: running\n---\nEr ist grün.\n"),
    news(
        "2026-02-03-zweimal", "field-twice", "Ein Markt", "topics: [sport]\n»summary: Noch einmal gesagt.\n", column=1
    ),
    page("liste", "value-form", "»[Fest, Markt, Lauf]"),
    event("2027-03-04-probe", "value-choice", "Chorprobe", "start: 2027-03-04\n»status: fällt aus\n"),
    page("lang", "value-long", f"»{'Sehr lange Überschrift ' * 6}"),
    page(
        "zeiten",
        "value-markup",
        "Wie alles anfing",
        "timeline:\n  - date: 1974\n    title: Das erste Haus\n  - date: 1980\n»    title: Das **größte** Haus\n",
    ),
    project(
        "brunnen", "value-number", "Der Brunnen", OPEN + "funding:\n  programme: other\n»  eligible_cost: rund 5000\n"
    ),
    raw("partners/kegeln.yaml", "value-mail", "name: Kegelfreunde\n»email: kegeln(at)muster.example\n"),
    raw(
        "partners/garten.yaml", "value-phone", "name: Gartengruppe\nurl: https://garten.example\n»phone: auf Anfrage\n"
    ),
    raw("partners/tanz.yaml", "url-form", "name: Tanzkreis\nsummary: Jeden Freitag.\n»url: tanzkreis.example\n"),
    news(
        "2026-02-03-quelle-js",
        "url-unsafe",
        "Ein Aufruf",
        "sources:\n  - title: Aufruf\n»    url: javascript:alert(1)\n",
    ),
    news("2026-02-03-quelle-leer", "source-empty", "Ein Bericht", "sources:\n»  - date: 2026-02-01\n"),
    news(
        "2026-02-03-ausnahme",
        "waiver-unknown",
        "Ein Sonderfall",
        "waivers:\n»  - code: titel-gross\n    reason: So heißt der Verein nun einmal.\n    date: 2026-02-03\n",
        column=5,
    ),
    news(
        "2026-02-03-umsonst",
        "waiver-idle",
        "Ein Regelfall",
        "waivers:\n»  - code: text-capitals\n    reason: Das war einmal ein Name.\n    date: 2026-02-03\n",
        late=True,
    ),
    raw("places/wiese.yaml", "field-missing", "name: Festwiese\n»latitude: 51.19\n"),
    project("pfad", "field-missing", "Der Pfad", OPEN + "links:\n»  - title: Karte des Pfades\n"),
)

DATES = faults(
    "dates and series",
    raw(
        "news/maifest.md", "date-form", "---\ntitle: Maifest\nsummary: Schön war es.\n»date: 1. Mai 2026\n---\nText.\n"
    ),
    raw("news/schalttag.md", "date-impossible", "---\ntitle: Schalttag\nsummary: So.\n»date: 2026-02-29\n---\nText.\n"),
    event("2027-04-01-lauf", "date-order", "Der Lauf", "start: 2027-04-01 18:00\n»end: 2027-04-01 16:30\n"),
    event("2027-04-02-kino", "date-clash", "Kino im Hof", "»start: 2027-04-20 20:00\n"),
    event("chor", "repeat-first", "Der Chor", "»start: 2027-01-13 18:00\nrepeat:\n  every: week\n  on: tuesday\n"),
    event("yoga", "repeat-day", "Yoga im Park", WEEKLY + "except:\n  - date: 2027-02-09\n»  - date: 2027-02-10\n"),
    event(
        "naehen",
        "repeat-twice",
        "Nähkreis",
        WEEKLY + "except: [2027-02-16]\nchanges:\n»  - date: 2027-02-16\n    status: cancelled\n",
    ),
    event("skat", "repeat-same", "Skatrunde", WEEKLY + "moved:\n»  - date: 2027-03-02\n    to: 2027-03-02 18:00\n"),
    event(
        "dauer", "repeat-many", "Frühsport", "start: 2027-01-01 07:00\nrepeat:\n  every: day\n»  until: 2199-12-31\n"
    ),
    event("rat", "repeat-on", "Sprechstunde", "start: 2027-01-12\nrepeat:\n  every: week\n»  on: 2nd tuesday\n"),
    event("regel", "repeat-rule", "Trommeln", "start: 2027-01-12\nrepeat:\n»  rule: FREQ=WOECHENTLICH\n"),
    event("solo", "repeat-alone", "Einzelkonzert", "start: 2027-01-12\n»except: [2027-01-19]\n"),
    event(
        "hort", "repeat-school", "Hortrunde", "start: 2027-01-12\nrepeat:\n  every: week\n»  school_holidays: skip\n"
    ),
    event("ultimo", "repeat-short", "Monatsschluss", "start: 2027-01-31\nrepeat:\n»  every: month\n"),
    event("vorher", "repeat-early", "Lesekreis", WEEKLY + "extra:\n»  - date: 2027-01-05 18:00\n"),
    event("zusatz", "repeat-taken", "Malkurs", WEEKLY + "extra:\n  - 2027-02-11 18:00\n»  - 2027-02-16 18:00\n"),
    event("ungenau", "repeat-start", "Stammtisch", "»start: 2027-01\nrepeat:\n  every: month\n"),
    event("leer", "repeat-empty", "Offenes Haus", "start: 2027-01-12\n»repeat:\n  until: 2027-06-29\n"),
    event(
        "beides",
        "field-conflict",
        "Werkstatt",
        "start: 2027-01-12\nrepeat:\n  every: week\n  until: 2027-05-04\n»  times: 8\n",
    ),
    event("spaeter", "status-start", "Grillabend", "start: 2027-05-08 18:00\n»new_start: 2027-05-15 18:00\n"),
    event("falsch", "date-form", "Kaffeerunde", "start: 2027-05-08\nend: 2027-05-08\n»publish: 8.5.27\n"),
    page("bis", "date-order", "Bauzeit", "timeline:\n  - date: 2019\n»    end: 2018\n    title: Gebaut\n"),
)

RELATIONS = faults(
    "relations and renames",
    project("turm", "id-unknown", "Der Turm", "status: running\n»lead: parkverein\n"),
    event("stunde", "id-unknown", "Die Stunde", WEEKLY + "moved:\n  - date: 2027-03-02\n»    place: rathaus\n"),
    news("2026-02-03-thema", "topic-unknown", "Ein Thema", "topics: [sport, »umwelt]\n", column=17),
    page(
        "zeitreise",
        "id-unknown",
        "Zeitreise",
        "timeline:\n  - date: 2001\n    title: Der Anfang\n»    project: parkhaus\n",
    ),
    raw(
        "news/2026-03-14-laeufer.md",
        "address-twice",
        "---\ntitle: Läufer\nsummary: Zwei Dateien, eine Adresse.\ndate: 2026-03-14\n---\nText.\n",
        beside={
            "news/2026-02-14-laeufer.md": "---\ntitle: Die Läufer\nsummary: Die erste.\ndate: 2026-02-14\n---\nText.\n"
        },
    ),
    page("neu", "alias-taken", "Neue Seite", "»aliases: [/kontakt/]\n"),
    page("um", "alias-form", "Umgezogene Seite", "aliases:\n  - /alt/\n»  - https://alt.example/seite\n", column=5),
    news("2026-02-03-ohne-bild", "picture-missing", "Ohne Bild", "topics: [sport]\n»picture: parkfest.jpg\n"),
    news(
        "2026-02-03-umbenannt", "link-missing", "Umbenannt", text="Alt ist\n»der [Parkplan](../projects/park-neu.md).\n"
    ),
    news(
        "2026-02-03-entwurf",
        "link-unpublished",
        "Vorschau",
        text="Bald mehr.\n\n»Siehe [Vorhaben Teich](../pages/teich.md).\n",
        beside={"pages/teich.md": "---\ntitle: Teich\nsummary: Noch nicht.\ndraft: yes\n---\nText.\n"},
    ),
    site(
        "value-choice", "footer:\n  - title: Kontakt\n    to: kontakt", "footer:\n  - title: Kontakt\n»    to: kontkat"
    ),
    event("leitung", "id-unknown", "Die Leitung", "start: 2027-03-09\nplace: park\n»organizer: Parkverein\n"),
    page(
        "doppelziel",
        "relation-many",
        "Doppeltes Ziel",
        "timeline:\n  - date: 2003\n    title: Der Bau\n    project: park\n»    place: park\n",
    ),
    news("2026-02-03-rueckblick", "id-unknown", "Rückblick", "events:\n  - 2026-12-05-fest\n»  - 2026-12-06-fest\n"),
    project("geld", "id-unknown", "Das Geld", OPEN + OTHER + "»  beneficiary: stadt\n"),
)

FUNDING = faults(
    "funding",
    project("wald", "funding-period", "Der Wald", DONE + PLUS.replace("  pr", "»  pr") + AIMS + RESULTS),
    project("weg", "funding-aims", "Der Weg", OPEN + "»" + ESF),
    project("hof", "funding-results", "Der Hof", "»" + DONE + ESF + AIMS),
    project("rand", "funding-gap", "Der Rand", "status: running\nlead: verein\n»" + ESF + AIMS),
    project(
        "steg",
        "funding-other",
        "Der Steg",
        OPEN + "funding:\n  programme: other\n»  funders: [Europäischer Sozialfonds]\n",
    ),
    project(
        "tor", "funding-funder", "Das Tor", OPEN + "funding:\n  programme: esf-2014-2020\n»  funders: [Stadt]\n" + AIMS
    ),
    project(
        "bach",
        "funding-mixed",
        "Der Bach",
        OPEN
        + "funding:\n  programme: esf-2014-2020\n  funders:\n"
        + "    - Europäische Union\n»    - Europäischer Sozialfonds Plus\n"
        + AIMS,
    ),
    project("ufer", "funding-none", "Das Ufer", OPEN + "funding:\n  programme: none\n»  eligible_cost: 300\n"),
    project("feld", "funding-rate", "Das Feld", OPEN + ESF + "»  cofinancing_rate: 0\n" + AIMS),
    project("damm", "funding-zero", "Der Damm", OPEN + ESF + "»  eligible_cost: 0\n" + AIMS),
    project(
        "idee",
        "funding-unproven",
        "Die Idee",
        OPEN.replace("running", "unconfirmed") + ESF.replace("  pr", "»  pr", 1) + AIMS,
    ),
    project(
        "satz",
        "funding-statement",
        "Der Satz",
        OPEN + ESF + AIMS,
        "Erst geplant.\n\n»Finanziert von der Europäischen Union.\n",
    ),
    news(
        "2026-02-03-esf",
        "funding-claim",
        "Ein Zuschuss",
        "projects: [linde]\n",
        "Viele halfen.\n»Das Fest wurde vom ESF gefördert.\n",
        beside={"projects/linde.md": f"---\ntitle: Linde\nsummary: Ein Baum.\n{OPEN}{OTHER}---\nText.\n"},
    ),
    page(
        "steuer",
        "state-sentence",
        "Ein Satz zu viel",
        text="Ende.\n\n»Mitfinanziert durch Steuermittel des Landtags, siehe dort.\n",
    ),
    page("impressum", "imprint-wording", "Impressum", text="»Europäischer Sozialfonds\n"),
    project("laube", "plus-aims", "Die Laube", OPEN.replace("2020", "2023") + "»" + PLUS),
    project(
        "beet",
        "plus-results",
        "Das Beet",
        DONE.replace("2019", "2022").replace("2020", "2024").replace("status", "»status") + PLUS + AIMS,
    ),
    project("zelt", "plus-gap", "Das Zelt", "status: running\nlead: verein\n»" + PLUS + AIMS),
    site("notice-region", "  region: Europa fördert Sachsen.", "»  region: Europa fördert uns."),
)

PICTURES = faults(
    "pictures and consent",
    picture(
        "chorfoto",
        "picture-consent",
        "alt: Ein Chor singt.\nauthor: Stadt\nlicence: CC BY 4.0\n»people: yes\nchildren: no\n",
    ),
    picture(
        "ausflug",
        "picture-consent",
        "alt: Leute wandern.\nauthor: Stadt\nlicence: CC BY 4.0\npeople: yes\nchildren: no\nconsent:\n"
        "  given: 2024-05-01\n»  until: 2026-04-30\n  reference: Ordner 3\n",
    ),
    picture(
        "hortkinder",
        "picture-guardians",
        "alt: Kinder malen.\nauthor: Hort\nlicence: CC BY 4.0\npeople: yes\n»children: yes\nconsent:\n"
        "  given: 2026-05-01\n  reference: Ordner 4\n",
    ),
    picture(
        "rutsche", "picture-clash", "alt: Eine Rutsche.\nauthor: Hort\nlicence: CC BY 4.0\npeople: no\n»children: yes\n"
    ),
    picture("bankfoto", "picture-licence", "alt: Eine Bank.\n»author: Stadt\npeople: no\n"),
    picture("marktfoto", "picture-people", "»alt: Ein Markt.\nauthor: Stadt\nlicence: CC BY 4.0\n"),
    picture(
        "kursfoto",
        "picture-proof",
        "alt: Zwei nähen.\nauthor: Stadt\nlicence: CC BY 4.0\npeople: yes\nchildren: no\n"
        "»consent:\n  given: 2026-05-01\n",
    ),
    picture(
        "turnfoto",
        "picture-children",
        "alt: Jemand turnt.\nauthor: Stadt\nlicence: CC BY 4.0\n»people: yes\nconsent:\n"
        "  given: 2026-05-01\n  reference: Blatt 5\n",
    ),
    raw("media/mast.jpg", "picture-undescribed", "\x01", coding="latin-1", beside={}),
    raw("media/allein.yaml", "picture-alone", described("Ein Tisch.")),
    raw(
        "media/rest.png",
        "picture-unused",
        "",
        beside={"media/rest.png": png("#102030"), "media/rest.yaml": described("Ein Rest.")},
    ),
    raw(
        "media/kaputt.png",
        "picture-broken",
        "Das ist gar kein Bild.",
        beside={
            "media/kaputt.yaml": described("Etwas."),
            "pages/zeigt-kaputt.md": showing("kaputt", "../media/kaputt.png"),
        },
    ),
    page(
        "frueher",
        "picture-missing",
        "Früher",
        text="Früher `../media/alt.png`.\n\n![](../media/jetzt.png)\n»![](../media/alt.png)\n",
        beside={"media/jetzt.png": png("#203010"), "media/jetzt.yaml": described("Jetzt.")},
    ),
    page(
        "ansicht",
        "picture-missing",
        "Eine Ansicht",
        text="So sieht es aus:\n\n»![Der Platz am Abend](../media/platz-abend.jpg)\n",
    ),
    picture("dsc", "alt-name", "»alt: DSC_0815.JPG\nauthor: Stadt\nlicence: CC BY 4.0\npeople: no\n"),
    picture("foto", "alt-opening", "author: Stadt\n»alt: Foto von einem Baum\nlicence: CC BY 4.0\npeople: no\n"),
    picture("autor", "field-missing", "»alt: Ein Fenster.\nlicence: CC BY 4.0\npeople: no\n"),
    raw(
        "media/skizze.svg",
        "picture-reduced",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="a.png" width="4" height="4"/>'
        '<rect width="9" height="9"/></svg>',
        beside={
            "media/skizze.yaml": described("Ein Plan."),
            "pages/zeigt-skizze.md": showing("skizze", "../media/skizze.svg"),
        },
    ),
    raw(
        "media/unter/doppel.png",
        "picture-twice",
        "x",
        beside={
            **shown("doppel"),
            "media/doppel.yaml": described("Ein Doppel."),
            "media/unter/doppel.yaml": described("Noch eins."),
        },
    ),
)

ACCESS = faults(
    "accessibility of texts",
    page("stufen", "heading-jump", "Stufen", text="## Oben\n\nText.\n\n»#### Zu tief\n\nText.\n"),
    page("raute", "heading-first", "Raute", text="Vorweg.\n\n»# Noch ein Titel\n\nText.\n"),
    page("leerkopf", "heading-empty", "Leerer Kopf", text="Vorweg.\n\n»## \n\nText.\n"),
    page("zwilling", "heading-twice", "Zwilling", text="## Zeiten\n\nA.\n\n## Preise\n\nB.\n\n»## Zeiten\n\nC.\n"),
    page("fett", "heading-bold", "Fett", text="Vorweg.\n\n»**Unsere Zeiten**\n\nMontag bis Freitag.\n"),
    news(
        "2026-02-03-hier",
        "link-vague",
        "Ein Verweis",
        text="Das Vorhaben ist neu,\nmehr dazu\n»[hier](../projects/park.md).\n",
    ),
    news("2026-02-03-nackt", "link-bare", "Nackt", text="Wer mag:\n\n»<https://muster.example/lang/und/breit>\n"),
    news(
        "2026-02-03-gleich",
        "link-alike",
        "Gleich",
        text="[Unser Plan](../pages/kontakt.md)\n\n»[Unser Plan](../projects/park.md)\n",
    ),
    page("ruf", "text-capitals", "Ruf", text="Vorweg.\n\n»BITTE DIE TÜREN IMMER SCHLIESSEN, sonst zieht es.\n"),
    page("punkte", "text-bullets", "Punkte", text="Dabei:\n\n»• Tisch\n• Stuhl\n"),
    page("lachen", "text-emoji", "Lachen", text="Bis bald.\n\n»Danke! 🎉🎉🎉\n"),
    page("gruss", "lang-script", "Gruß", text="Vorweg.\n\n»Ласкаво просимо до нас.\n"),
    page(
        "schild", "lang-sorbian", "Schild", text="Am Rathaus steht [Budyšin]{lang=hsb}.\n\n»Am Bahnhof auch: Budyšin.\n"
    ),
    page("stadt", "lang-sorbian", "Die Stadt", text="Sorbisch heißt sie\n»Budyšin.\n"),
    page("tafel", "table-head", "Tafel", text="Zeiten:\n\n»| | |\n|---|---|\n| Montag | neun |\n"),
    page("zelle", "table-cell", "Zelle", text="Zeiten:\n\n»| | Zeit |\n|---|---|\n| Montag | neun |\n"),
    page("kuerzel", "text-lang", "Kürzel", text="Vorweg.\n\n»[Witaj]{lang=sorbisch}\n"),
    news("2026-02-03-laut", "text-capitals", "»GROSSES FEST AUF DEM PLATZ"),
    news(
        "2026-02-03-quelle-hier",
        "link-vague",
        "Quelle",
        "sources:\n  - url: https://muster.example/a\n»    title: hier\n",
    ),
    page(
        "alttext",
        "alt-opening",
        "Alttext",
        text="Vorweg.\n\n»![Bild von einem Haus](../media/altbild.png)\n",
        beside={**shown("altbild", True), "media/altbild.yaml": described("Ein Haus.")},
    ),
    # What is only measured once nothing else is wrong.
    news(
        "2026-02-03-satz",
        "text-hard",
        "Der Satz",
        text="Kurz.\n\n- eins\n- zwei\n\n»Weil der Hof im Winter, wenn es früh dunkel wird und niemand mehr weiß, wo "
        "die Lampen sind, kaum zu sehen ist, will der Verein dort im März, sobald der Boden weich ist, neue setzen.\n",
        late=True,
    ),
    page(
        "bandwurm",
        "text-hard",
        "Ein Wort",
        text="Vorweg.\n\n»Dort gilt jetzt\nauch die Grundstücksverkehrsgenehmigungszuständigkeit.\n",
        late=True,
    ),
    event(
        "2026-12-19-kfz",
        "text-abbreviation",
        "Ein Abend",
        "start: 2026-12-19\n",
        "Kommen Sie.\n\n»Die KDA ist da.\n",
        late=True,
    ),
    raw(
        "partners/kammer.yaml",
        "text-abbreviation",
        "name: Die Kammer\n»summary: Sie ist die Stelle der KDA im Ort.\n",
        late=True,
    ),
    raw(
        "pages/kontakt.de-simple.md",
        "simple-hard",
        "---\ntitle: Kontakt\nsummary: So erreichen Sie uns.\ntranslated:\n  date: 2026-11-20\n"
        "  source: 6a0b84 ce1ac1 4e8e14 d41441 bec008\n---\nRufen Sie an.\n\n## Mit dem Bus\n\n"
        "»Mit der Linie 1 fahren Sie bis zum Markt und gehen dann noch ein Stück geradeaus.\n",
        late=True,
    ),
)

MARKUP = faults(
    "privacy and HTML in texts",
    page("farbe", "html-removed", "Farbe", text="Vorweg.\n\n»<font color=red>Wichtig</font> ist das.\n"),
    page("stil", "html-removed", "Stil", text='Vorweg.\n\n»<p style="color:red">Rot</p>\n'),
    page(
        "skript",
        "html-removed",
        "Skript",
        text="Vorweg.\n\n»<script src=https://zaehler.example/z.js></script>\n\nEnde.\n",
    ),
    page(
        "klick",
        "html-removed",
        "Klick",
        text='Von `onclick=` steht hier nichts.\n\n»<a href="kontakt.md" onclick="los()">Kontakt</a>\n',
    ),
    page("beispiel", "html-removed", "Beispiel", text="So nicht: `<marquee>`.\n\n»<marquee>Neu!</marquee>\n"),
    page("knopf", "html-removed", "Knopf", text="Vorweg.\n\n»<button>Absenden</button>\n"),
    page("klammern", "text-nested", "Klammern", text="Vorweg.\n\n»" + ">" * 20 + " tief\n"),
    page("notiz", "text-comment", "Notiz", text="Vorweg.\n\n»<!-- bitte noch prüfen\n\nEnde.\n"),
    page("luecke", "legal-gap", "Lücke", text="Vorweg.\n\n»Anruf bei [[fehlt: Nummer des Büros]].\n"),
    page(
        "fremd",
        "html-removed",
        "Fremd",
        text='Vorweg.\n\n»<img src="../media/z.png" srcset="https://z.example/z.png 2x" alt="Ein Zaun.">\n',
        beside={**shown("z", True), "media/z.yaml": described("Ein Zaun.")},
    ),
    page("word", "html-removed", "Aus Word", text="Vorweg.\n\n»Text<o:p></o:p> aus Word.\n"),
    page(
        "klasse", "html-removed", "Klasse", text='<span class="gap">Offen</span>\n\n»<span class="eigen">Eigen</span>\n'
    ),
    page(
        "dritte", "html-removed", "Dritte", text='<ol type="a"><li>Eins</li></ol>\n\n»<p lang="de" type="a">Zwei</p>\n'
    ),
    page(
        "zweimal-rot", "html-removed", "Zweimal", text='<span lang="en">Hello</span>\n\n»<span class="rot">Rot</span>\n'
    ),
    page("film", "text-embed", "Film", text='Vorweg.\n\n»<iframe src="https://www.youtube.com/embed/abc"></iframe>\n'),
    page(
        "karte",
        "text-embed",
        "Karte",
        text='`<iframe src="https://karte.example/a">` fügt niemand ein.\n\n'
        '»<iframe src="https://karte.example/a" title="Karte des Viertels"></iframe>\n',
    ),
    page("datenschutz", "privacy-claim", "Datenschutz", text="Vorweg.\n\n»Wir verwenden Cookies. Danke.\n"),
)

LINKS = faults(
    "links",
    page("verweis", "link-missing", "Verweis", text="Zum [Park](../projects/park.md),\n»zum [Teich](park.md).\n"),
    page("anker", "heading-missing", "Anker", text="## Wege\n\nText.\n\n»Siehe [Preise](#preise).\n"),
    page(
        "fern",
        "heading-missing",
        "Fern",
        text="[Kontakt](kontakt.md), [Bus](kontakt.md#mit-dem-bus),\n»[Rad](kontakt.md#mit-dem-rad)\n",
    ),
    page("www", "url-form", "Netz", text="Mehr steht\n»[beim Amt](www.amt.example/plan).\n"),
    page("lauf", "url-unsafe", "Lauf", text="Mehr steht\n\n»[beim Amt](javascript:void(0)).\n"),
    page("leerzeichen", "text-link", "Leerzeichen", text="Mehr steht\n»[beim Amt] (https://amt.example/plan).\n"),
    page("post", "link-missing", "Post", text="Schreiben Sie an\n\n»[das Büro](buero@muster.example).\n"),
    page("fussnote", "text-link", "Fußnote", text="Eine Zahl.[^a]\n\n»Noch eine.[^b]\n\n[^a]: Woher sie kommt.\n"),
    page(
        "kopie",
        "link-missing",
        "Kopie",
        text="Der Pfad `../news/alt.md` galt früher.\n\n»Heute: [Bericht](../news/alt.md)\n",
    ),
    page("unten", "link-missing", "Unten", text="Siehe [den Plan][plan].\n\nText.\n\n»[plan]: ../media/plan.md\n"),
    page(
        "reihe",
        "link-missing",
        "Reihe",
        text="| Was | Wo |\n|---|---|\n| Park | [im Park](../places/park.yaml) |\n"
        "»| See | [am Wasser](../places/see.yaml) |\n",
    ),
    page(
        "punkt",
        "link-missing",
        "Punkt",
        text="- [Kontakt](kontakt.md)\n- [Haus](../places/park.yaml)\n»- [Amt](../partners/amt.yaml)\n",
    ),
    page("gross", "link-missing", "Groß", text="Zum\n»[Büro](Kontakt.md).\n"),
    page(
        "zitat",
        "link-missing",
        "Zitat",
        text="```\n[Plan](../media/lage.md)\n```\n\n> Dazu der\n»> [Lageplan](../media/lage.md)\n",
    ),
    page(
        "doppelt-tot",
        "link-missing",
        "Doppelt tot",
        text="Zum [Park](../projects/park.md) und zum <a href='../projects/park.md'>Park</a>,\n"
        "»nicht zum <a href='parkplatz.md'>Parkplatz</a>.\n",
    ),
    page(
        "halb",
        "heading-missing",
        "Halb",
        text="Zum Bus: [Linie](kontakt.md#mit-dem-bus).\n\n»Zum [Bus](#mit-dem-bus).\n",
    ),
    page("doppelpunkt", "url-form", "Doppelpunkt", text="Mehr steht\n\n»[beim Amt](https:/amt.example).\n"),
    page("umgedreht", "text-link", "Umgedreht", text="Mehr\n»(beim Amt)[https://amt.example].\n"),
)

HEADER, FOOTER, BASE = "templates/parts/header.html", "templates/parts/footer.html", "templates/base.html"
NOTICE, STYLE = "templates/parts/funding.html", "assets/css/parts/funding.css"
TOKENS, PAIRS = "assets/css/tokens.css", "assets/css/pairs.txt"


def spoilt(path: str, code: str, instead: str, text: str) -> Fault:
    """A piece of a template, style sheet or script."""
    return raw(path, code, text, instead=instead, late=not code.startswith("source-"))


PAGES = faults(
    "pages",
    spoilt(HEADER, "page-alt", ' src="{{ page.icon }}" alt=""', '» src="{{ page.icon }}"'),
    spoilt(HEADER, "page-wordless", "{{ link.text }}</a>", "»</a>"),
    spoilt(HEADER, "page-lang", 'lang="hsb"', '»lang="sorbisch!"'),
    spoilt(BASE, "page-lang", '<html lang="{{ t.lang }}"', "»<html"),
    spoilt(FOOTER, "page-id", '<footer class="footer">', '»<footer class="footer" id="seiteninhalt">'),
    spoilt(
        FOOTER,
        "page-link",
        "<p>{{ t.published_by }}",
        '<p>»<a href="site:/gibt-es-nicht/">Mehr</a> {{ t.published_by }}',
    ),
    spoilt(
        FOOTER,
        "source-inline",
        '<div class="wrap footer-publisher">',
        '»<div class="wrap footer-publisher" onclick="los()">',
    ),
    spoilt(
        BASE,
        "source-foreign",
        "{% if page.structured %}",
        '»<script src="https://zaehler.example/z.js"></script>\n{% if page.structured %}',
    ),
    spoilt(NOTICE, "page-size", 'width="60" height="40"', '»width="30" height="20"'),
    spoilt(NOTICE, "page-funding", "{{ notice.fund }}", "»ESF"),
    spoilt(STYLE, "style-emblem", "    flex: none;", "»    opacity: 0.4;"),
    spoilt(STYLE, "style-hidden", "    align-items: center;", "»    visibility: hidden;"),
    spoilt(STYLE, "style-words", "    line-height: 1.3;", "»    font-style: italic;"),
    spoilt(TOKENS, "contrast-text", "    --link: #0b4a7d;", "»    --link: #8bbadd;"),
    spoilt(TOKENS, "target-small", "    --target: 2.75rem;", "»    --target: 1rem;"),
    spoilt(PAIRS, "contrast-unknown", "text      alarm       alarm-ground", "»text      alram       alarm-ground"),
    spoilt(
        "assets/css/parts/card.css",
        "source-foreign",
        "@layer parts {",
        "»@import 'https://schrift.example/a.css';\n@layer parts {",
    ),
    spoilt(
        "assets/js/find.js", "source-device", "  var SHOWN = 60;", '»  var SHOWN = localStorage.getItem("viele") || 60;'
    ),
    spoilt("assets/js/search.js", "source-sends", '  "use strict";', '  "use strict";\n»  fetch("besuch");'),
    raw(
        "pages/kontaktstelle.md",
        "title-twice",
        "---\n»title: Kontaktstelle\nsummary: Zum zweiten.\n---\nText.\n",
        beside={"news/2026-02-04-kontakt.md": "---\ntitle: Kontaktstelle\nsummary: Eins.\ndate: 2026-02-04\n---\nA.\n"},
        late=True,
    ),
    page(
        "kopfzelle",
        "page-scope",
        "Kopfzelle",
        text="Vorweg.\n\n»<table><tr><th>Tag</th></tr><tr><td>Mo</td></tr></table>\n",
        late=True,
    ),
)

PLANTED: tuple[Fault, ...] = (
    *FILES,
    *FRONT,
    *FIELDS,
    *DATES,
    *RELATIONS,
    *FUNDING,
    *PICTURES,
    *ACCESS,
    *MARKUP,
    *LINKS,
    *PAGES,
)
"""All of them."""
