"""What a small town becomes, looked at as plans, as pages and as files for machines."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from pressroom.publish import Written
from tests.town import EVENT, NEWS, PROJECT, TODAY, Town, snapshot

ATOM = "{http://www.w3.org/2005/Atom}"


def structured(html: str) -> list[dict[str, object]]:
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert match
    graph: list[dict[str, object]] = json.loads(match[1])["@graph"]
    return graph


def test_every_planned_file_names_the_text_it_comes_from(town: Town) -> None:
    planned = {file.path: file.origin for file in town.plan().files}

    assert planned["aktuelles/2026/park/index.html"] == "content/news/2026-03-14-park.md"
    assert planned["termine/2026/fest/termin.ics"] == "content/events/2026-12-05-fest.md"
    assert planned["aktuelles/thema/sport/feed.xml"] == "content/news"
    assert {"index.html", "404.html", "sitemap.xml", "robots.txt", "termine/termine.ics"} <= set(planned)


def test_a_second_build_writes_nothing(town: Town) -> None:
    town.build()

    assert town.build().written == Written((), (), ())


def test_a_site_is_the_same_in_another_folder_and_from_memory(town: Town, tmp_path: Path) -> None:
    town.build()
    town.build(output=tmp_path / "elsewhere" / "public", fresh=True, memo=False)

    assert snapshot(town.output) == snapshot(tmp_path / "elsewhere" / "public")


def test_a_changed_title_touches_only_what_shows_it(town: Town) -> None:
    town.write({"places/markt.yaml": "name: Markt\n"})
    town.build()

    town.write({"places/markt.yaml": "name: Marktplatz\n"})

    assert set(town.build().written.changed) == {
        "orte/index.html",
        "orte/markt/index.html",
        "suche/index.html",
    }


def test_a_removed_story_is_gone_everywhere(town: Town) -> None:
    town.build()

    town.write({"news/2026-03-14-park.md": None})
    report = town.build()

    assert "aktuelles/2026/park/index.html" in report.written.removed
    told = {path for path, data in town.bytes().items() if b"Der Park ist offen" in data}
    # The project says so too, among its results.
    assert {path for path in told if "projekte" not in path} == {"daten/projects.csv"}


def test_a_failed_build_changes_nothing(town: Town) -> None:
    town.build()
    before = town.bytes()

    town.write({"news/2026-03-14-park.md": NEWS.replace("date:", "datum:")})

    assert town.codes() == ["field-unknown"]
    with pytest.raises(Exception, match="problems"):
        town.build()
    assert town.bytes() == before


def test_links_are_relative_and_lead_to_the_other_story(town: Town) -> None:
    town.build()

    assert 'href="../../../projekte/park/"' in town.read("aktuelles/2026/park/index.html")
    assert 'href="../../aktuelles/2026/park/"' in town.read("projekte/park/index.html")
    assert all("site:/" not in data.decode() for path, data in town.bytes().items() if not path.endswith((".png",)))


def test_the_page_for_wrong_addresses_works_at_any_depth(town: Town) -> None:
    town.build()

    assert 'href="/viertel/aktuelles/"' in town.read("404.html")
    assert 'src="/viertel/assets/eu-emblem.svg"' in town.read("404.html")


def test_the_base_url_may_be_given_from_outside(town: Town) -> None:
    town.build(base_url="https://www.beispiel.de/x")

    assert '<link rel="canonical" href="https://www.beispiel.de/x/aktuelles/2026/park/">' in town.read(
        "aktuelles/2026/park/index.html"
    )


@pytest.mark.parametrize(
    ("line", "today", "shown", "reason"),
    [
        ("draft: yes", TODAY, False, "Entwurf"),
        ("publish: 2026-11-23", TODAY, False, "erscheint am"),
        ("publish: 2026-11-22", TODAY, True, ""),
        ("expires: 2026-11-21", TODAY, False, "abgelaufen am"),
        ("expires: 2026-11-22", TODAY, True, ""),
    ],
)
def test_what_is_not_published_is_said(town: Town, line: str, today: date, shown: bool, reason: str) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", f"{line}\ntopics:")})

    report = town.build(today=today)

    assert (town.output / "aktuelles/2026/park/index.html").exists() is shown
    assert [story.reason for story in report.withheld] == ([] if shown else [reason])


def test_drafts_are_shown_on_request_and_to_nobody_else(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "draft: yes\ntopics:")})

    town.build(drafts=True)

    page = town.read("aktuelles/2026/park/index.html")
    assert "Entwurf" in page and '<meta name="robots" content="noindex">' in page
    assert town.read("robots.txt") == "User-agent: *\nDisallow: /\n"


def test_a_link_to_a_draft_becomes_text(town: Town) -> None:
    town.write({"projects/park.md": PROJECT.replace("lead:", "draft: yes\nlead:")})

    assert [p.code for p in town.check() if p.path.startswith("content/news")] == ["link-unpublished"]
    town.build()
    assert "siehe das Vorhaben." in town.read("aktuelles/2026/park/index.html")


def test_an_old_address_leads_to_the_new_one(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "aliases: [/alt/park, /alt.html]\ntopics:")})

    town.build()

    assert 'content="0; url=../../aktuelles/2026/park/"' in town.read("alt/park/index.html")
    assert 'content="0; url=aktuelles/2026/park/"' in town.read("alt.html")


def test_an_event_is_announced_until_its_day_is_over(town: Town) -> None:
    town.build(today=date(2026, 12, 5))
    assert "vorbei" not in town.read("termine/index.html")

    town.build(today=date(2026, 12, 6))
    page = town.read("termine/index.html")
    assert "<p data-dry>Hier ist zurzeit kein Termin eingetragen" in page and "<li>vorbei</li>" in page
    assert "<p data-dry>Zurzeit ist kein Termin eingetragen" in town.read("index.html")


def test_lists_are_cut_at_twenty(town: Town) -> None:
    town.write(
        {f"news/2026-01-{day:02}-x{day}.md": NEWS.replace("2026-03-14", f"2026-01-{day:02}") for day in range(1, 31)}
    )

    town.build()

    assert town.read("aktuelles/index.html").count('class="card ') == 20
    assert town.read("aktuelles/seite/2/index.html").count('class="card ') == 11
    assert not (town.output / "aktuelles/seite/3").exists()


def test_imprecise_dates_sort_and_print_accordingly(town: Town) -> None:
    town.write(
        {
            "news/2021-a.md": NEWS.replace("2026-03-14", "2021").replace("Der Park", "Irgendwann"),
            "news/2021-12-b.md": NEWS.replace("2026-03-14", "2021-12").replace("Der Park", "Dezember"),
            "news/2021-07-14-c.md": NEWS.replace("2026-03-14", "2021-07-14").replace("Der Park", "Juli"),
        }
    )

    town.build()

    page = town.read("aktuelles/2021/index.html")
    assert re.findall(r'<time datetime="([^"]*)">([^<]*)', page) == [
        ("2021-12", "Dezember 2021"),
        ("2021-07-14", "14.\u00a0Juli 2021"),
        ("2021", "2021"),
    ]


def test_the_atom_feed_is_complete_and_its_addresses_absolute(town: Town) -> None:
    town.build()

    feed = ElementTree.fromstring(town.read("aktuelles/feed.xml"))
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    content = entry.findtext(f"{ATOM}content")
    assert content is not None
    assert 'href="https://muster.example/viertel/projekte/park/"' in content
    assert entry.findtext(f"{ATOM}published") == "2026-03-14T00:00:00+01:00"
    assert feed.findtext(f"{ATOM}id") != entry.findtext(f"{ATOM}id")


def test_a_feed_invents_no_day(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": None, "news/2021-12-b.md": NEWS.replace("2026-03-14", "2021-12")})

    town.build()

    assert "published" not in town.read("aktuelles/feed.xml")
    assert "date_published" not in town.read("aktuelles/feed.json")


def test_the_json_feed_holds_the_full_text(town: Town) -> None:
    town.build()

    feed = json.loads(town.read("aktuelles/feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert "Der Park ist wieder offen" in feed["items"][0]["content_html"]


def test_a_calendar_says_when_in_the_zone_of_the_place(town: Town) -> None:
    town.build()

    data = (town.output / "termine/2026/fest/termin.ics").read_bytes()
    event = Calendar.from_ical(data).walk("VEVENT")[0]
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event.decoded("DTSTART").isoformat() == "2026-12-05T18:00:00+01:00"
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(hours=4)
    assert b"BEGIN:VTIMEZONE" in data
    assert str(event["LOCATION"]) == "Stadtpark, Parkweg 1, 01234 Musterstadt"
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_calendar_knows_summer_from_winter(town: Town) -> None:
    town.write({"events/2026-12-05-fest.md": None, "events/2026-07-05-fest.md": EVENT.replace("2026-12", "2026-07")})

    town.build()

    event = Calendar.from_ical((town.output / "termine/termine.ics").read_bytes()).walk("VEVENT")[0]
    assert event.decoded("DTSTART").utcoffset() == timedelta(hours=2)


def test_a_calendar_holds_a_cancelled_event_and_no_invented_day(town: Town) -> None:
    town.write(
        {
            "events/2026-12-05-fest.md": EVENT.replace("place:", "status: cancelled\nplace:"),
            "events/2027-irgendwann.md": "---\ntitle: Irgendwann\nsummary: Bald.\nstart: 2027-05\n---\n",
            "events/2027-06-01-tage.md": "---\ntitle: Tage\nsummary: Lang.\nstart: 2027-06-01\nend: 2027-06-03\n---\n",
        }
    )

    town.build()

    events = Calendar.from_ical((town.output / "termine/termine.ics").read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Abgesagt: Fest im Park", "Tage"]
    assert str(events[0]["STATUS"]) == "CANCELLED"
    assert events[1].decoded("DTEND") == date(2027, 6, 4)
    assert "Dieser Termin findet nicht statt." in town.read("termine/2026/fest/index.html")


def test_a_uid_stays_when_the_text_changes(town: Town) -> None:
    def uid() -> str:
        data = (town.output / "termine/termine.ics").read_bytes()
        return str(Calendar.from_ical(data).walk("VEVENT")[0]["UID"])

    town.build()
    before = uid()
    town.write({"events/2026-12-05-fest.md": EVENT.replace("Fest im Park", "Großes Fest").replace("18:00", "19:00")})
    town.build(base_url="https://anders.example/")

    assert uid() == before


def test_the_sitemap_tells_a_change_only_where_the_texts_do(town: Town) -> None:
    town.build()

    text = town.read("sitemap.xml")
    entries = re.findall(r"<loc>https://muster.example/viertel/([^<]*)</loc>(?:\s*<lastmod>([^<]*))?", text)
    assert ("aktuelles/2026/park/", "2026-03-14") in entries
    assert ("projekte/park/", "") in entries
    assert TODAY.isoformat() not in text


def test_machines_are_told_the_same_as_readers(town: Town) -> None:
    town.build()

    event = structured(town.read("termine/2026/fest/index.html"))[0]
    assert (event["startDate"], event["endDate"]) == ("2026-12-05T18:00:00+01:00", "2026-12-05T22:00:00+01:00")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    project = structured(town.read("projekte/park/index.html"))[0]
    assert project["funding"]["funder"]["name"] == "Europäische Union – Europäischer Sozialfonds"  # type: ignore[index]
    crumbs = structured(town.read("aktuelles/2026/park/index.html"))[1]
    assert [item["name"] for item in crumbs["itemListElement"]] == ["Start", "Aktuelles", "2026", "Der Park ist offen"]  # type: ignore[attr-defined]


def test_a_title_cannot_break_out_of_its_page(town: Town) -> None:
    nasty = '</script><script>alert(1)</script>" onload="x'
    town.write({"news/2026-03-14-park.md": NEWS.replace("title: Der Park ist offen", f"title: '{nasty}'")})

    town.build()

    for path, data in town.bytes().items():
        if path.endswith(".html"):
            assert b"<script>alert" not in data and b'" onload=' not in data, path


def test_two_stories_for_one_address_are_named_both(town: Town) -> None:
    town.write({"news/2026-04-01-park.md": NEWS.replace("2026-03-14", "2026-04-01")})

    found = [problem for problem in town.check() if problem.code == "address-twice"]

    assert len(found) == 1
    assert {found[0].path, "content/news/2026-03-14-park.md"} == {
        "content/news/2026-04-01-park.md",
        "content/news/2026-03-14-park.md",
    }
    assert "content/news/2026-03-14-park.md" in found[0].message


def test_a_story_for_the_address_of_a_list_is_a_problem(town: Town) -> None:
    town.write({"pages/termine.md": "---\ntitle: Termine\nsummary: Falsch.\n---\nText\n"})

    assert town.codes() == ["address-twice"]


def test_gaps_are_a_warning_and_refused_by_a_release(town: Town) -> None:
    town.write({"pages/kontakt.md": "---\ntitle: Kontakt\nsummary: So.\n---\nTelefon: [[fehlt: die Nummer]]\n"})

    assert town.codes() == []
    assert "legal-gap" in town.codes(release=True)
    assert any(p.line == 5 and "die Nummer" in p.message for p in town.check())


def test_the_notice_of_a_project_follows_its_programme(town: Town) -> None:
    plus = (
        PROJECT.replace("esf-2014-2020", "esf-plus-2021-2027")
        .replace("2020-01", "2023-01")
        .replace("2021-12", "2024-12")
    )
    other = PROJECT.replace("esf-2014-2020", "other")
    town.write({"projects/plus.md": plus, "projects/other.md": other})

    town.build()

    block = re.compile(r'<div class="paid">.*?</div>', re.DOTALL)
    old, new = block.search(town.read("projekte/park/index.html")), block.search(town.read("projekte/plus/index.html"))
    assert old and "Europäischer Sozialfonds" in old[0] and "Kofinanziert" not in old[0]
    assert new and "Kofinanziert von der Europäischen Union" in new[0] and "Sozialfonds" not in new[0]
    assert not block.search(town.read("projekte/other/index.html"))


def test_an_old_address_never_takes_the_place_of_a_file(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "aliases: [/sitemap.xml]\ntopics:")})

    assert town.codes() == ["address-twice"]


def test_an_odd_address_is_a_message_and_no_traceback(town: Town) -> None:
    for url in ("https://[www.bautzen.de/", "http://[", "https://a.b]c/", "https://a.de:port/"):
        town.write({"news/2026-03-14-park.md": NEWS.replace("topics:", f"sources: ['{url}']\ntopics:")})
        assert town.codes() == ["url-form"], url
        town.write({"news/2026-03-14-park.md": NEWS + f"\n<a href='{url}'>x</a>\n"})
        assert town.codes() in (["url-form"], []), url


def test_a_mark_of_the_editor_s_own_can_be_linked_to(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + "\n[hin](#hier) <span id='hier'>da</span> [fort](#dort)\n"})

    assert town.codes() == ["heading-missing"]


def test_a_description_of_a_picture_is_no_page(town: Town) -> None:
    described = "alt: Bäume.\nauthor: Stadt\npeople: no\n"
    town.write({"media/p.yaml": described, "news/2026-03-14-park.md": NEWS + "\n[x](../media/p.yaml)\n"})

    assert town.codes() == ["link-missing"]


def test_an_event_whose_end_has_no_hour_lasts_that_day(town: Town) -> None:
    town.write({"events/2026-12-05-fest.md": EVENT.replace("end: 2026-12-05 22:00", "end: 2026-12-07")})

    town.build()

    event = Calendar.from_ical((town.output / "termine/termine.ics").read_bytes()).walk("VEVENT")[0]
    assert event.decoded("DTEND").isoformat() == "2026-12-08T00:00:00+01:00"


def test_a_project_that_runs_says_who_knew_it_last(town: Town) -> None:
    running = PROJECT.replace("completed", "running").replace(
        "end: 2021-12\n", "sources:\n  - {title: Blatt, date: 2019}\n"
    )
    town.write({"projects/park.md": running})

    town.build()

    assert "läuft (Stand 2019)" in town.read("projekte/park/index.html")
