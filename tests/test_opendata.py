"""Open data: every file says what the site says, no more and no less, and can be read by those it is meant for."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD

from pressroom import calendar, pipeline
from pressroom.outputs.opendata import tables
from pressroom.outputs.opendata.columns import COLUMNS, NEW, OLD
from pressroom.pipeline import Job
from pressroom.validate import Site
from tests.town import EVENT, PROJECT, ROOT, SITE, TODAY, Town, snapshot

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SETTINGS = {"public": ROOT / "content", "invented": ROOT / "tests" / "town"}
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


class Published:
    """A site and what was published of it."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder = folder
        self.site = site

    def bytes(self, name: str) -> bytes:
        return (self.folder / "daten" / name).read_bytes()

    def json(self, name: str) -> Any:
        return json.loads(self.bytes(name))

    def rows(self, name: str = "projekte.csv") -> list[dict[str, str]]:
        return read(self.bytes(name))

    def graph(self, name: str = "katalog.jsonld", format: str = "json-ld") -> Graph:
        return Graph().parse(data=self.bytes(name), format=format)


def read(data: bytes) -> list[dict[str, str]]:
    """A CSV file as anybody reads it."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture(params=SETTINGS)
def told(request: pytest.FixtureRequest) -> Published:
    """The real site, then the made-up town."""
    site = pipeline.plan(Job(ROOT, SETTINGS[request.param], Path("unused"), TODAY)).site
    return Published(request.getfixturevalue(request.param), site)


def published(town: Town, **words: Any) -> Published:
    town.build(**words)
    return Published(town.output, town.plan(**words).site)


class TestProjectsAsTable:
    def test_it_says_what_the_texts_say(self, told: Published) -> None:
        rows = {row["id"]: row for row in told.rows()}

        assert list(rows) == [story.id for story in told.site.projects]
        for story in told.site.projects:
            fields, row = story.fields, rows[story.id]
            funding, lead, place = fields.funding, told.site.partner(fields.lead), told.site.place(fields.place)
            assert tables.plain(row["titel"]) == fields.title
            assert tables.plain(row["zusammenfassung"]) == fields.summary
            assert (row["beginn"], row["ende"]) == (str(fields.start or ""), str(fields.end or ""))
            assert row["traeger_weiterleitung"] == (lead.fields.name if lead else "")
            assert row["code"] == ((funding.code if funding else None) or "")
            for name, amount in (
                ("foerderfaehige_kosten_eur", funding.eligible_cost if funding else None),
                ("gesamtkosten_eur", funding.total_cost if funding else None),
                ("kofinanzierungssatz", funding.cofinancing_rate if funding else None),
                ("breite", place.fields.latitude if place else None),
            ):
                assert (Decimal(row[name]) if row[name] else None) == amount, name
            assert all(text in row["zweck_ergebnisse"] for text in (*fields.aims, *fields.results))
            assert bool(row["fonds"]) == fields.esf
            assert row["seite_url"] == told.site.base + story.address.removeprefix("site:/")

    def test_its_bytes_are_those_of_rfc_4180_behind_a_mark_for_excel(self, told: Published) -> None:
        data = told.bytes("projekte.csv")
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))

        assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\xef\xbb\xbf") == 1
        assert data.endswith(b"\r\n")
        assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n") == len(lines)
        assert {len(line) for line in lines} == {len(COLUMNS)}
        assert lines[0] == [column.name for column in COLUMNS]

    def test_the_names_are_those_of_the_rules_and_both_lists_are_complete(self) -> None:
        wanted = (
            "code foerderperiode fonds beguenstigter traeger_weiterleitung titel zusammenfassung zweck_ergebnisse "
            "beginn ende foerderfaehige_kosten_eur kofinanzierungssatz plz ort land interventionskategorie "
            "spezifisches_ziel quelle_url stand"
        ).split()
        names = [column.name for column in COLUMNS]
        of = {period: {c.name for c in COLUMNS if period in c.lists} for period in (OLD, NEW)}

        assert [name for name in names if name in wanted] == wanted
        assert len(set(names)) == len({column.english for column in COLUMNS}) == len(COLUMNS)
        assert of[OLD] == {
            *("beguenstigter titel zusammenfassung beginn ende foerderfaehige_kosten_eur kofinanzierungssatz".split()),
            *("plz ortsangabe land interventionskategorie stand".split()),
        }
        assert of[NEW] == {
            *("code beguenstigter auftragnehmer titel zweck_ergebnisse beginn ende gesamtkosten_eur fonds".split()),
            *("spezifisches_ziel kofinanzierungssatz plz ortsangabe breite laenge land interventionskategorie".split()),
        }

    def test_the_english_file_differs_by_its_headings_alone(self, told: Published) -> None:
        german, english = told.bytes("projekte.csv"), told.bytes("projects.csv")

        assert german.split(b"\r\n")[1:] == english.split(b"\r\n")[1:]
        assert english.decode("utf-8-sig").split("\r\n")[0].split(",") == [column.english for column in COLUMNS]

    def test_what_is_unknown_is_empty_and_never_a_nought(self, town: Town) -> None:
        town.write(
            {"projects/park.md": "---\ntitle: Der Park\nsummary: Mehr weiß niemand.\nstatus: unconfirmed\n---\n"}
        )

        here = published(town)

        known = {name for name, value in here.rows()[0].items() if value}
        assert known == {"id", "status", "titel", "zusammenfassung", "seite_url"}
        assert {value for name, value in here.json("projekte.json")["projekte"][0].items() if name not in known} == {
            None
        }

    def test_cents_are_told(self, town: Town) -> None:
        costs = "eligible_cost: 241571\n  total_cost: 250000,50\n  cofinancing_rate: 82,5"
        town.write({"projects/park.md": PROJECT.replace("eligible_cost: 1000", costs)})

        here = published(town)

        names = ("foerderfaehige_kosten_eur", "gesamtkosten_eur", "kofinanzierungssatz")
        assert [here.rows()[0][name] for name in names] == ["241571", "250000.50", "82.5"]
        assert [here.json("projekte.json")["projekte"][0][name] for name in names] == [241571, 250000.5, 82.5]

    @pytest.mark.parametrize("field", ["eligible_cost", "total_cost"])
    def test_a_cost_of_nought_is_refused_where_it_stands(self, town: Town, field: str) -> None:
        town.write({"projects/park.md": PROJECT.replace("eligible_cost: 1000", f"{field}: 0")})

        [found] = [problem for problem in town.check() if problem.severity == "error"]

        assert (found.code, found.line) == ("funding-zero", 10) and field in found.message

    def test_where_a_project_is_comes_from_its_place_else_from_itself(self, town: Town) -> None:
        anywhere = PROJECT.replace("programme:", "postcode: 01234\n  town: Musterstadt\n  programme:")
        town.write({"projects/park.md": PROJECT.replace("lead: verein", "lead: verein\nplace: park")})
        town.write({"projects/wiese.md": anywhere.replace("Der neue Park", "Die Wiese")})
        town.write({"projects/nirgends.md": PROJECT.replace("Der neue Park", "Nirgends")})

        rows = {row["id"]: row for row in published(town).rows()}

        names = ("plz", "ort", "ortsangabe", "land")
        assert [rows["park"][name] for name in names] == ["01234", "Musterstadt", "Stadtpark, Parkweg 1", "DE"]
        assert [rows["wiese"][name] for name in names] == ["01234", "Musterstadt", "", "DE"]
        assert [rows["nirgends"][name] for name in names] == ["", "", "", ""]

    def test_who_gets_the_grant_is_named_from_the_directory(self, town: Town) -> None:
        town.write(
            {"projects/park.md": PROJECT.replace("programme:", "beneficiary: stadt\n  contractor: buero\n  programme:")}
        )
        town.write({"partners/stadt.yaml": "name: Stadt\n", "partners/buero.yaml": "name: Büro GmbH\n"})

        [row] = published(town).rows()

        assert [row[name] for name in ("beguenstigter", "auftragnehmer", "traeger_weiterleitung")] == [
            "Stadt",
            "Büro GmbH",
            "Parkverein",
        ]

    def test_drafts_and_what_has_not_appeared_stay_out(self, town: Town) -> None:
        town.write({"projects/bald.md": PROJECT.replace("title:", "publish: 2027-01-01\ntitle:")})
        town.write({"projects/entwurf.md": PROJECT.replace("title:", "draft: yes\ntitle:")})

        for words in ({}, {"drafts": True}):
            here = published(town, **words)
            assert [row["id"] for row in here.rows()] == ["park"]

    def test_no_natural_person_is_named(self, public: Path) -> None:
        text = "".join((public / "daten" / name).read_text("utf-8") for name in ("projekte.csv", "projekte.json"))

        assert re.findall(r"Groß\b|Eisold|\bHerr\b|\bFrau [A-Z]|\bDr\. ", text) == []


class TestFormulas:
    @given(st.text(alphabet=st.sampled_from([*SIGNS, "'", ";", " ", "a", "1"]), max_size=12))
    def test_no_cell_begins_a_formula_and_every_text_comes_back(self, text: str) -> None:
        cell = tables.cell(text)

        # A German Excel parts the line at semicolons when the file is opened by double click.
        assert [part for part in (cell, *cell.split(";")) if part.lstrip(" ").startswith(SIGNS)] == []
        assert tables.plain(cell) == text

    @given(st.text(max_size=30))
    def test_other_texts_stay_as_they_are(self, text: str) -> None:
        if not re.search(r"(^|;)\s*['=+@\-\t\r\n＝＋－＠]", text):
            assert tables.cell(text) == text

    @pytest.mark.parametrize("title", ["=1+1", "+49 sagt Hallo", "-10 Grad", "@home", "Na ja ;-) eben"])
    def test_the_json_file_says_what_was_written(self, town: Town, title: str) -> None:
        town.write({"projects/park.md": PROJECT.replace("Der neue Park", f'"{title}"')})

        here = published(town)

        [row], [record] = here.rows(), here.json("projekte.json")["projekte"]
        assert row["titel"] != record["titel"] == here.site.projects[0].fields.title
        assert tables.plain(row["titel"]) == record["titel"]

    def test_a_figure_is_never_taken_for_a_formula(self) -> None:
        assert tables.cell(Decimal("241571.50")) == "241571.50"
        assert tables.cell(None) == ""


class TestSchemas:
    @pytest.mark.parametrize("name", ["projekte", "events"])
    def test_what_is_published_fits(self, told: Published, name: str) -> None:
        schema, data = told.json(f"{name}.schema.json"), told.json(f"{name}.json")
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)

        assert [error.message for error in validator.iter_errors(data)] == []
        assert data["$schema"] == schema["$id"] == f"{told.site.base}daten/{name}.schema.json"
        assert all(
            part["description"]
            for part in schema["properties"][data_key(name)]["items"]["properties"].values()
            if "$ref" not in str(part) and "enum" not in part
        )

    @pytest.mark.parametrize(
        ("name", "field", "value"),
        [
            ("projekte", "beginn", "14.07.2021"),
            ("projekte", "foerderfaehige_kosten_eur", "viel"),
            ("projekte", "fonds", "EFRE"),
            ("projekte", "titel", None),
            ("projekte", "code", ""),
            ("projekte", "fremd", "etwas"),
            ("events", "status", "vielleicht"),
            ("events", "beginn", "2021-07-14 08:00"),
            ("events", "tage", [{"beginn": "2021-07-14"}]),
            ("events", "url", "javascript:alert(1)"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, invented: Path, name: str, field: str, value: object) -> None:
        folder = invented / "daten"
        schema, data = (json.loads((folder / f"{name}{end}").read_text("utf-8")) for end in (".schema.json", ".json"))

        data[data_key(name)][0][field] = value

        assert not Draft202012Validator(schema).is_valid(data)

    def test_the_json_rows_are_those_of_the_table(self, told: Published) -> None:
        records = told.json("projekte.json")["projekte"]

        assert [list(record) for record in records] == [[column.name for column in COLUMNS]] * len(records)
        for record, row in zip(records, told.rows(), strict=True):
            for name, value in record.items():
                if isinstance(value, int | float):
                    assert Decimal(row[name]) == Decimal(str(value))
                else:
                    assert tables.plain(row[name]) == (value or "")

    @pytest.mark.parametrize(("table", "language"), [("projekte.csv", "de"), ("projects.csv", "en")])
    def test_the_description_of_a_table_fits_its_headings_and_cells(
        self, told: Published, table: str, language: str
    ) -> None:
        described = told.json(f"{table}-metadata.json")
        columns, rows = described["tableSchema"]["columns"], told.rows(table)

        assert described["url"] == table
        assert [column["titles"][language][0] for column in columns] == list(rows[0])
        assert all(column["titles"]["de"] and column["titles"]["en"] for column in columns)
        assert len({row["id"] for row in rows}) == len(rows) and described["tableSchema"]["primaryKey"] == "id"
        for column, cells in zip(columns, zip(*(row.values() for row in rows), strict=True), strict=True):
            assert all(cells) or not column["required"], column["name"]
            kind = column["datatype"]
            for cell in filter(None, cells):
                if kind["base"] == "decimal":
                    assert Decimal(cell) >= Decimal(kind["minimum"])
                elif "format" in kind:
                    assert re.fullmatch(kind["format"], cell)
                elif kind["base"] == "anyURI":
                    assert cell.startswith("http")


def data_key(name: str) -> str:
    return {"projekte": "projekte", "events": "termine"}[name]


SERIES = """\
---
title: Gartentreff
summary: Jeden Dienstag.
start: 2026-10-06 17:00
end: 2026-10-06 18:30
place: park
organizer: verein
cost: kostenlos
repeat:
  every: week
  on: [tuesday]
changes:
  - date: 2026-12-08
    status: cancelled
    reason: Heizung defekt
---
"""


class TestEvents:
    def test_every_published_event_is_there_with_what_is_known(self, told: Published) -> None:
        records = {record["id"]: record for record in told.json("events.json")["termine"]}

        assert set(records) == {story.id for story in told.site.events if not story.draft}
        for story in told.site.events:
            fields, record = story.fields, records[story.id]
            place, organizer = told.site.place(fields.place), told.site.partner(fields.organizer)
            assert (record["titel"], record["kosten"]) == (fields.title, fields.cost)
            assert record["beginn"].startswith(str(fields.start.day))
            assert (record["ort"] or {}).get("name") == (place.fields.name if place else None)
            assert record["veranstalter"] == (organizer.fields.name if organizer else None)
            assert record["url"] == told.site.base + story.address.removeprefix("site:/")
            assert (told.folder / record["url"].removeprefix(told.site.base) / "index.html").is_file()
            if record["kalender_url"]:
                assert (told.folder / record["kalender_url"].removeprefix(told.site.base)).is_file()

    def test_the_days_are_those_of_the_calendar_within_its_window(self, told: Published) -> None:
        records = {record["id"]: record for record in told.json("events.json")["termine"]}
        first, last = TODAY.replace(day=1), calendar.ahead(TODAY)

        for story in told.site.events:
            window = (first, last) if story.fields.rule else (date.min, date.max)
            days = calendar.occurrences(story.fields, *window)
            assert [day["beginn"][:10] for day in records[story.id]["tage"]] == [
                one.start.date().isoformat() for one in days
            ]

    def test_a_day_has_its_hour_its_state_and_its_reason(self, town: Town) -> None:
        town.write({"events/gartentreff.md": SERIES})

        [record] = [one for one in published(town).json("events.json")["termine"] if one["serie"]]

        days = {day["beginn"]: day for day in record["tage"]}
        assert (min(days), max(days)) == ("2026-11-03T17:00:00+01:00", "2027-10-26T17:00:00+02:00")
        assert days["2026-12-08T17:00:00+01:00"] == {
            "beginn": "2026-12-08T17:00:00+01:00",
            "ende": "2026-12-08T18:30:00+01:00",
            "status": "abgesagt",
            "anderer_ort": None,
            "anmerkung": "Heizung defekt.",
        }
        assert record["wiederholung"].startswith("jeden Dienstag")

    def test_no_day_is_made_up(self, town: Town) -> None:
        town.write(
            {
                "events/irgendwann.md": EVENT.replace("2026-12-05 18:00", "2027-05").replace(
                    "end: 2026-12-05 22:00\n", ""
                )
            }
        )

        records = {one["id"]: one for one in published(town).json("events.json")["termine"]}

        assert (records["irgendwann"]["beginn"], records["irgendwann"]["tage"]) == ("2027-05", [])

    def test_the_bytes_change_with_the_month_and_not_with_the_day(self, town: Town) -> None:
        town.write({"events/gartentreff.md": SERIES})

        def on(day: date) -> dict[str, bytes]:
            town.build(today=day)
            return {path: data for path, data in town.bytes().items() if path.startswith("daten/")}

        months = {
            day: on(day) for day in (date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31))
        }

        november, later, december, end = months.values()
        assert (november, december) == (later, end)
        assert {path for path in november if november[path] != december[path]} == {"daten/events.json"}


# The reader of JSON-LD in rdflib 7.6 uses what rdflib itself is going to give up.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
class TestCatalogue:
    def test_both_forms_say_the_same(self, told: Published) -> None:
        assert isomorphic(told.graph(), told.graph("katalog.rdf", "xml"))

    def test_it_meets_the_obligations_but_for_a_licence_nobody_has_chosen(self, told: Published) -> None:
        """Properties that DCAT-AP.de 3.0 demands or recommends; the conventions 1, 31, 32, 35, 38 and 39 of 2.0."""
        graph = told.graph()
        [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
        datasets, offers = (list(graph.subjects(RDF.type, kind)) for kind in (DCAT.Dataset, DCAT.Distribution))
        licence = told.site.settings.legal.data_licence

        assert len(datasets) == 2 and set(graph.objects(catalogue, DCAT.dataset)) == set(datasets)
        for thing in (catalogue, *datasets):
            one_each(graph, thing, DCTERMS.description)
            assert list(graph.objects(thing, DCTERMS.title))
            agent = one_each(graph, thing, DCTERMS.publisher)
            assert (agent, RDF.type, FOAF.Agent) in graph
            assert isinstance(one_each(graph, agent, FOAF.name), Literal)
        assert one_each(graph, catalogue, FOAF.homepage) == URIRef(f"{told.site.base}daten/")
        for dataset in datasets:
            assert all(literal(word).language == "de" for word in graph.objects(dataset, DCAT.keyword))
            assert {str(theme).rsplit("/", 1)[0] for theme in graph.objects(dataset, DCAT.theme)} == {
                "http://publications.europa.eu/resource/authority/data-theme"
            }
            contact = one_each(graph, dataset, DCAT.contactPoint)
            assert (contact, RDF.type, VCARD.Kind) in graph and one_each(graph, contact, VCARD.fn)
            reached = [*graph.objects(contact, VCARD.hasEmail), *graph.objects(contact, VCARD.hasURL)]
            assert reached and all(isinstance(way, URIRef) for way in reached)
            period = one_each(graph, dataset, DCTERMS.temporal)
            dates = [*graph.objects(period, DCAT.startDate), *graph.objects(period, DCAT.endDate)]
            assert dates and {literal(day).datatype for day in dates} <= {XSD.date, XSD.gYearMonth, XSD.gYear}
            assert list(graph.objects(dataset, DCAT.distribution))
            assert not list(graph.objects(dataset, DCATDE.contributorID))
        assert {offer for dataset in datasets for offer in graph.objects(dataset, DCAT.distribution)} == set(offers)
        for offer in offers:
            address = one_each(graph, offer, DCAT.accessURL)
            assert address == one_each(graph, offer, DCAT.downloadURL)
            assert (told.folder / str(address).removeprefix(told.site.base)).is_file()
            schema = one_each(graph, offer, DCTERMS.conformsTo)
            assert (told.folder / str(schema).removeprefix(told.site.base)).is_file()
            assert str(one_each(graph, offer, DCTERMS["format"])).startswith(
                "http://publications.europa.eu/resource/authority/file-type/"
            )
            if licence:
                assert one_each(graph, offer, DCTERMS.license) == URIRef("http://dcat-ap.de/def/licenses/dl-by-de/2.0")
                assert str(one_each(graph, offer, DCATDE.licenseAttributionByText)) == "Musterstadt (erfunden)"
            else:
                assert not list(graph.objects(offer, DCTERMS.license))
                rights = one_each(graph, offer, DCTERMS.rights)
                assert "noch nicht festgelegt" in str(one_each(graph, rights, RDFS.label))
        for modified in graph.objects(None, DCTERMS.modified):
            assert isinstance(modified, Literal) and modified.datatype == XSD.date

    def test_where_it_is_comes_from_the_settings_or_is_not_said(self, town: Town) -> None:
        key = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/14625020"
        silent = published(town).graph()
        town.write({"site.yaml": SITE + "open_data:\n  municipality_key: 14625020\n"})
        graph = published(town).graph()

        for name in (DCATDE.politicalGeocodingURI, DCATDE.politicalGeocodingLevelURI, DCTERMS.spatial):
            assert not list(silent.objects(None, name))
        for dataset in graph.subjects(RDF.type, DCAT.Dataset):
            assert list(graph.objects(dataset, DCATDE.politicalGeocodingURI)) == [URIRef(key)]
            assert list(graph.objects(dataset, DCTERMS.spatial)) == [URIRef(key)]

    def test_an_end_is_told_only_if_nothing_goes_on(self, town: Town) -> None:
        over = published(town).graph()
        town.write({"projects/neu.md": PROJECT.replace("status: completed", "status: running")})
        going = published(town).graph()

        assert [str(end) for end in over.objects(None, DCAT.endDate)] == ["2021-12"]
        assert list(going.objects(None, DCAT.endDate)) == []

    def test_no_day_of_a_change_is_made_up(self, town: Town) -> None:
        assert list(published(town).graph().objects(None, DCTERMS.modified)) == []

        town.write({"projects/park.md": PROJECT.replace("title:", "updated: 2026-02-03\ntitle:")})
        here = published(town)

        assert here.json("projekte.json")["stand"] == here.rows()[0]["stand"] == "2026-02-03"
        assert here.json("events.json")["stand"] is None
        assert {str(day) for day in here.graph().objects(None, DCTERMS.modified)} == {"2026-02-03"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
class TestSheets:
    def test_every_sheet_is_on_the_page_and_in_the_catalogue_with_its_language(self, town: Town) -> None:
        words = {"words/uk.yaml": (ROOT / "content/words/uk.yaml").read_text("utf-8")}
        told = "---\ntitle: Новий парк\nsummary: Пустир перетворюється на парк.\n---\nПустир.\n"
        town.write({"site.yaml": f"{SITE}languages: [uk]\n", "projects/park.uk.md": told, **words})
        here = published(town, papers=True)
        graph, page = here.graph(), town.read("daten/index.html")
        sheets = {path for path in town.bytes() if path.endswith(".pdf")}
        [dataset] = graph.subjects(DCTERMS.title, Literal("Sheets to print", lang="en"))
        offers = list(graph.objects(dataset, DCAT.distribution))

        assert len(sheets) > 3
        assert {
            str(one_each(graph, offer, DCAT.downloadURL)).removeprefix(here.site.base) for offer in offers
        } == sheets
        assert isomorphic(graph, here.graph("katalog.rdf", "xml"))
        for offer in offers:
            address = str(one_each(graph, offer, DCAT.downloadURL)).removeprefix(here.site.base)
            lang, code = ("uk", "UKR") if address.startswith("uk/") else ("de", "DEU")
            assert str(one_each(graph, offer, DCTERMS.language)).endswith(f"/language/{code}")
            assert str(one_each(graph, offer, DCTERMS["format"])).endswith("/file-type/PDF")
            assert literal(one_each(graph, offer, DCTERMS.title)).language == lang
            assert f'id="{str(offer).partition("#")[2]}"><a href="../{address}" hreflang="{lang}">' in page
        assert {str(word).rpartition("/")[2] for word in graph.objects(dataset, DCTERMS.language)} == {"DEU", "UKR"}

    def test_where_there_are_none_nothing_is_said(self, town: Town) -> None:
        assert len(list(published(town).graph().subjects(RDF.type, DCAT.Dataset))) == 2
        assert "blaetter" not in town.read("daten/index.html")


def literal(node: Any) -> Literal:
    assert isinstance(node, Literal)
    return node


def one_each(graph: Graph, thing: Any, name: URIRef) -> Any:
    """The only value of a property."""
    [value] = graph.objects(thing, name)
    return value


class TestPage:
    def test_it_leads_to_every_file(self, told: Published) -> None:
        page = (told.folder / "daten" / "index.html").read_text("utf-8")
        files = {file.name for file in (told.folder / "daten").iterdir()} - {"index.html"}

        assert files == set(re.findall(r'<a href="\.\./daten/([^"#]+)"', page))
        assert set(re.findall(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="\.\./daten/([^"]+)"', page)) == {
            *("projekte.csv", "projects.csv", "projekte.json", "events.json", "katalog.jsonld", "katalog.rdf")
        }

    def test_it_says_in_how_many_rows_a_column_is_known(self, told: Published) -> None:
        page, rows = (told.folder / "daten" / "index.html").read_text("utf-8"), told.rows()

        for column in COLUMNS:
            known = sum(bool(row[column.name]) for row in rows)
            row = page.split(f"<code>{column.name}</code><br>")[1].split("</tr>")[0]
            assert f">{known} von {len(rows)}<" in row
        assert f"{len(rows)} Vorhaben, davon {sum(bool(row['fonds']) for row in rows)} vom" in page

    def test_it_says_that_no_licence_is_chosen_until_one_is(self, public: Path, invented: Path) -> None:
        real, town = ((folder / "daten" / "index.html").read_text("utf-8") for folder in (public, invented))

        assert "Noch ohne Lizenz." in real and "fehlt ihm noch die Lizenz" in real
        assert "Noch ohne Lizenz." not in town and "fehlt ihm noch die Lizenz" not in town
        assert "https://www.govdata.de/dl-de/by-2-0" in town and "Musterstadt (erfunden)" in town

    def test_it_is_found_from_the_footer_the_search_the_sitemap_and_the_lists(self, public: Path) -> None:
        files = snapshot(public)
        words = b"".join(data for path, data in files.items() if path.startswith("assets/words-"))

        assert '<a href="daten/">Offene Daten</a>' in files["index.html"].decode()
        assert '"Offene Daten","daten/"' in words.decode()
        assert '../daten/">Offene Daten</a>' in files["suche/index.html"].decode()
        assert "<loc>https://gesundbrunnen.example/daten/</loc>" in files["sitemap.xml"].decode()
        assert 'href="../daten/projekte.csv"' in files["projekte/index.html"].decode()
        assert 'href="../daten/events.json"' in files["termine/index.html"].decode()

    def test_an_empty_site_has_it_all_the_same(self, town: Town) -> None:
        town.write(dict.fromkeys(("projects/park.md", "events/2026-12-05-fest.md", "news/2026-03-14-park.md")))

        here = published(town)

        assert here.rows() == [] and here.json("events.json")["termine"] == []
        assert "0 von 0" in town.read("daten/index.html")


def test_a_new_name_of_a_partner_reaches_the_data_without_a_clean_build(town: Town) -> None:
    town.build()
    town.write({"partners/verein.yaml": "name: Verein der Parkfreunde\n"})
    town.build()
    remembered = town.bytes()

    town.clear()
    town.build(memo=False)

    assert town.bytes() == remembered
    assert "Verein der Parkfreunde" in town.read("daten/projekte.csv")


def test_no_licence_is_a_gap_that_a_release_refuses(town: Town) -> None:
    gaps = [problem.message for problem in town.check() if problem.code == "legal-gap"]
    town.write({"site.yaml": SITE + "legal:\n  data_licence: cc-zero\n"})
    filled = [problem.message for problem in town.check() if problem.code == "legal-gap"]

    assert len(gaps) - len(filled) == 1
    assert [message for message in gaps if "offenen Daten" in message] and "offenen Daten" not in str(filled)
