"""Figures and years as drawings: to scale, in order, rounded where the source rounds, and said in words as well."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from pressroom import pipeline
from pressroom.kinds.dates import PartialDate, parse_partial
from pressroom.kinds.history import Series
from pressroom.kinds.values import Reference
from pressroom.outputs import charts
from pressroom.outputs.charts.curve import TALL, Curve, amounts, heights_of
from pressroom.outputs.charts.houses import Lit, lit
from pressroom.outputs.charts.scale import Scale
from pressroom.pipeline import Job
from pressroom.validate import Site
from tests.tongues import GERMAN
from tests.town import PROJECT, ROOT, TODAY, Town

PAGE = """\
---
title: Das Viertel
summary: Wie es wurde.
sources:
  - title: Amtsblatt
    url: https://muster.example/amtsblatt
    date: 2004
timeline:
  - date: 2003-07
    title: Das Büro öffnet
    sources: https://muster.example/amtsblatt
  - date: 1975
    end: 1987
    title: Häuser entstehen
    text: Zuerst die kleinen Würfelhäuser.
    sources:
      - https://muster.example/chronik
  - date: 2020-10-12
    title: Der Park öffnet
    project: park
series:
  - title: Wie viele Menschen hier leben
    unit: Menschen
    note: Die Grenzen sind nicht überall gleich.
    values:
      - date: 2020-12-31
        value: 6632
        sources: https://muster.example/amtsblatt
      - date: 1987
        end: 1989
        when: Ende der 1980er Jahre
        value: 16000
        text: fast
        sources: https://muster.example/chronik
---
Text.
"""


class Reader(HTMLParser):
    """The rows of a page's tables, as words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


@pytest.fixture
def page(town: Town) -> str:
    town.write({"pages/viertel.md": PAGE})
    town.build()
    return town.read("viertel/index.html")


def curve(*values: dict[str, object]) -> Curve:
    written = {"title": "Bewohner", "unit": "Menschen", "values": list(values)}
    return charts.curve(Series.model_validate(written), charts.collect(), GERMAN)


def test_years_and_days_lie_to_scale() -> None:
    scale = Scale(1985, 2020)

    assert scale.start(date(1985, 1, 1)) == 0
    assert scale.end(date(2020, 12, 31)) == pytest.approx(100)
    assert scale.start(date(2003, 1, 1)) == pytest.approx(50, abs=0.02)
    assert scale.every(10) == (1990, 2000, 2010, 2020)


def test_heights_are_to_scale_and_begin_at_zero() -> None:
    drawn = curve({"date": "2000", "value": "10000"}, {"date": "2010", "value": "2500"}, {"date": "2020", "value": "0"})
    ground = float(drawn.ground)

    assert [ground - float(point.y) for point in drawn.points] == pytest.approx([TALL, TALL / 4, 0], abs=0.06)
    assert drawn.amounts[0].label == "0"
    assert float(drawn.amounts[0].at) == ground


def test_values_are_drawn_in_the_order_of_time_whatever_their_order_in_the_file() -> None:
    drawn = curve(
        {"date": "2020", "value": "2"}, {"date": "1990-05-04", "value": "1"}, {"date": "2005-06", "value": "3"}
    )

    assert [point.label for point in drawn.points] == ["1", "3", "2"]
    assert sorted(float(point.x) for point in drawn.points) == [float(point.x) for point in drawn.points]
    assert [row.when for row in drawn.rows] == ["4.\u00a0Mai 1990", "Juni 2005", "2020"]


def test_a_year_is_as_wide_as_a_year_and_a_day_as_a_day() -> None:
    drawn = curve({"date": "2000", "value": "1"}, {"date": "2009-12-31", "value": "1"})
    year, day = (float(point.right) - float(point.left) for point in drawn.points)

    assert year == pytest.approx(10, abs=0.1)
    assert day == pytest.approx(0, abs=0.1)


def test_rounded_values_are_hollow_and_keep_their_word() -> None:
    drawn = curve({"date": "1988", "value": "16000", "text": "fast"}, {"date": "2013-12-31", "value": "7520"})

    assert [(point.label, point.rounded) for point in drawn.points] == [("fast\u00a016.000", True), ("7.520", False)]
    assert [row.value for row in drawn.rows] == ["fast\u00a016.000", "7.520"]


def test_one_value_is_a_table_without_a_drawing_and_nothing_but_zeros_is_no_fault() -> None:
    assert curve({"date": "2020", "value": "5"}).points == ()
    assert len(curve({"date": "2019", "value": "0"}, {"date": "2020", "value": "0"}).points) == 2


@pytest.mark.parametrize(
    ("most", "steps"),
    [(1, (0, 1)), (16000, (0, 5000, 10000, 15000)), (7, (0, 2, 4, 6)), (100, (0, 20, 40, 60, 80, 100))],
)
def test_amounts_beside_the_drawing_are_round_and_few(most: int, steps: tuple[int, ...]) -> None:
    assert amounts(most) == steps


def test_labels_of_neighbours_stand_above_each_other() -> None:
    heights = heights_of(["7.520", "rund 7.500", "rund 7.000", "6.632"], [79, 92, 94, 100], [6.1, 6.1, 5.7, 5.4])

    assert heights == sorted(heights)
    assert min(after - before for before, after in pairwise(heights)) >= 1.3


def test_every_entry_lights_windows_of_its_own() -> None:
    windows = lit([(1973, 1974), (1974, 1974), (1975, 1987), (1976, 1987), (1980, 1980), (1988, 1988)])

    assert [one.storey for one in windows] == [0, 1, 0, 1, 2, 0]
    assert windows[2] == Lit(1975, 1987, 0)


def plan(town: Town, fields: str) -> tuple[Site, charts.Timeline]:
    town.write({"pages/viertel.md": f"---\ntitle: Viertel\nsummary: Neu.\ntimeline:\n{fields}---\nText.\n"})
    site = town.plan().site
    story = site.page("viertel")
    assert story
    told = charts.timeline(story, site, charts.collect())
    assert told
    return site, told


def test_ten_years_are_a_house_and_a_year_without_entry_stays_dark(town: Town) -> None:
    _, told = plan(town, "  - date: 2011\n    title: B\n  - date: 1985\n    end: 1992\n    title: A\n")

    assert [entry.title for entry in told.entries] == ["A", "B"]
    assert [(house.label, house.mark) for house in told.houses] == [
        ("1980er", "ab-1980"), ("1990er", ""), ("2000er", ""), ("2010er", "ab-2010")
    ]  # fmt: skip
    assert [entry.mark for entry in told.entries] == ["ab-1980", "ab-2010"]
    # 1985 to 1989 are five of ten windows, 1990 to 1992 three: 4 and 2 steps of 10 and a pane of 7.
    assert [re.findall(r"h(\d+)v", house.long) for house in told.houses] == [["47"], ["27"], [], []]
    assert [house.lit.count("M") for house in told.houses] == [0, 0, 0, 1]
    assert [house.panes.count("M") for house in told.houses] == [15, 17, 20, 19]


def test_a_story_of_centuries_has_a_house_for_each(town: Town) -> None:
    _, told = plan(town, "  - date: 1551\n    title: A\n  - date: 1837\n    title: B\n")

    assert [house.label for house in told.houses] == ["1500–1599", "1600–1699", "1700–1799", "1800–1899"]
    assert (told.house, told.column) == ("hundert Jahre", "zehn Jahre")


def test_a_date_is_said_as_precisely_as_it_is_known(town: Town) -> None:
    fields = "  - date: 2003-07-01\n    title: A\n  - date: 2005\n    title: B\n"

    _, told = plan(town, fields + "  - date: 2006\n    end: 2007-05\n    title: C\n")

    said = [(entry.years, entry.day) for entry in told.entries]
    assert said == [("2003", "1.\u00a0Juli 2003"), ("2005", ""), ("2006–2007", "2006 bis Mai 2007")]


def test_an_entry_leads_to_what_it_names_unless_that_is_not_published(town: Town) -> None:
    fields = "  - date: 2021\n    title: A\n    project: park\n  - date: 2026\n    title: B\n    place: park\n"

    _, told = plan(town, fields)
    town.write({"projects/park.md": PROJECT.replace("---\n", "---\ndraft: yes\n", 1)})
    town.write({"news/2026-03-14-park.md": None})
    _, hidden = plan(town, fields)

    assert [entry.href for entry in told.entries] == ["site:/projekte/park/", "site:/orte/park/"]
    assert [entry.href for entry in hidden.entries] == ["", "site:/orte/park/"]


def test_a_bare_address_means_the_source_that_is_told_in_full() -> None:
    full = Reference(title="Amtsblatt", url="https://a.example/", date=parse_partial("2004"))
    bare, other = Reference(url="https://a.example/"), Reference(title="Chronik")

    references = charts.collect([full], [other, bare])

    assert [link.text for link in references.links(GERMAN)] == ["Amtsblatt (2004)", "Chronik"]
    assert [link.href for link in references.pointers([other, bare, full], GERMAN)] == ["#quelle-1", "#quelle-2"]


def test_the_table_says_all_that_is_drawn(page: str) -> None:
    rows = Reader(page).rows

    assert rows == [
        ["Stand", "Menschen", "Quelle"],
        ["Ende der 1980er Jahre", "fast\u00a016.000", "Quelle 2"],
        ["31.\u00a0Dezember 2020", "6.632", "Quelle 1"],
    ]
    assert "<caption>" in page
    assert "Die Grenzen sind nicht überall gleich." in page
    assert 'id="quelle-2"' in page


def test_drawings_are_hidden_from_those_who_hear_the_words(page: str) -> None:
    drawings = re.findall(r"<svg[^>]*>", page)

    assert len(drawings) == 6 + 1
    assert all('aria-hidden="true"' in drawing for drawing in drawings)
    assert not re.search(r"<svg[^>]*\sstyle=|fill=|stroke=", page)
    assert page.count('class="window hollow"') == page.count('class="window"') == 1


def test_the_entries_are_a_list_in_the_order_of_time(page: str) -> None:
    years = re.findall(r'<p class="timeline-years"><bdi dir="ltr">([^<]*)', page)

    assert years == ["1975–1987", "2003", "2020"]
    assert page.index("<ol>") < page.index("timeline-years")
    assert '<a href="../projekte/park/">Der Park öffnet</a>' in page
    assert "Was seit 1975 geschah" in page


def test_the_search_finds_the_words_of_timeline_and_series(town: Town) -> None:
    town.write({"pages/viertel.md": PAGE})
    town.build()

    index = next(text.decode() for path, text in town.bytes().items() if path.startswith("assets/words-1-"))
    words, word = [], ""
    for entry in json.loads(index.removeprefix("window.searchIndex=").rstrip(";\n"))["words"].split():
        word = word[: int(entry[0], 36)] + entry[1:]
        words.append(word)
    assert {"wuerfelhaeuser", "grenzen"} <= set(words)


def test_costs_are_bars_to_scale_and_a_partial_sum_says_so(town: Town) -> None:
    for number, cost in enumerate(("4000", "1000", None)):
        words = PROJECT.replace("  eligible_cost: 1000\n", f"  eligible_cost: {cost}\n" if cost else "")
        town.write({f"projects/p{number}.md": words})
    town.write({"projects/park.md": None, "news/2026-03-14-park.md": None})
    site = town.plan().site

    told = charts.measures(site.projects, GERMAN)

    assert sorted(row.cost_width for row in told.rows) == ["", "100", "25"]
    assert told.costs == (
        "Von 2 der 3 Vorhaben sind die Kosten bekannt; zusammen sind das 5.000\u00a0€. "
        "Was alle zusammen kosteten, ist nicht bekannt."
    )
    assert told.years == (2020, 2021)
    assert told.ticks == "M50.1 0V10"
    assert {(row.x, row.width) for row in told.rows} == {("0", "100")}
    assert charts.measures((), GERMAN).rows == ()


def test_the_real_timeline_is_true_to_the_files_and_names_a_source_for_everything() -> None:
    site = pipeline.plan(Job(ROOT, ROOT / "content", Path("unused"), TODAY)).site
    story = site.page("stadtteil")
    assert story
    timeline, (people,) = story.fields.timeline, story.fields.series

    assert all(entry.sources for entry in (*timeline, *people.values))
    assert (timeline[0].date.year, max(entry.last.year for entry in timeline)) == (1973, 2025)
    assert {(str(value.date), value.value, value.text) for value in people.values} == {
        ("1987", 16000, "fast"),
        ("2013-12-31", 7520, None),
        ("2018", 7500, "rund"),
        ("2018", 7000, "rund"),
        ("2020-12-31", 6632, None),
    }
    # Where a story of its own tells the day, the timeline tells no other.
    by_id = {event.id: event.fields.start.day for event in site.events} | {n.id: n.fields.date for n in site.news}
    told = [(entry.date, by_id[name]) for entry in timeline if (name := entry.news or entry.event)]
    assert told
    assert all(isinstance(day, PartialDate) and day == known for day, known in told)
