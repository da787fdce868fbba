"""What falls due: each matter, the next day to build, and the three forms it is told in."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from pressroom import agenda
from pressroom.agenda import Due
from pressroom.problems import ContentError
from tests.test_commands import run
from tests.test_pictures import photo
from tests.town import EVENT, NEWS, PROJECT, SITE, TODAY, Town

DAY = timedelta(days=1)
CONFIRMED = {"partners/verein.yaml": "name: Parkverein\nkind: association\nverified: 2026-10\n"}
OVER = {"events/2026-12-05-fest.md": EVENT.replace("2026-12-05", "2025-12-05")}
SERIES = """\
---
title: Offener Treff
summary: Mit Kaffee.
start: 2026-11-03 18:00
end: 20:00
place: park
repeat:
  every: week
---
"""
PICTURE = "alt: Kinder im Park.\nauthor: Verein\npeople: yes\nconsent:\n  given: 2026-01-01\n  until: "


@pytest.fixture
def quiet(town: Town) -> Town:
    """A town in which nothing is due: its only event is over, its partner confirmed."""
    town.write({**CONFIRMED, "events/2026-12-05-fest.md": None})
    town.write({"events/2025-12-05-fest.md": OVER["events/2026-12-05-fest.md"]})
    return town


def found(town: Town, texts: Mapping[str, str | bytes | None] | None = None, **words: object) -> tuple[Due, ...]:
    town.write(texts or {})
    return agenda.due(town.plan(**words).site)


def told(town: Town, texts: Mapping[str, str | bytes | None] | None = None) -> list[tuple[date | None, str, str]]:
    """Day, kind and sentence of all that is due, but for the next build."""
    return [(one.day, one.kind, one.sentence) for one in found(town, texts) if one.kind != "rebuild"]


def event(head: str) -> str:
    return f"---\ntitle: Treff\nsummary: Mit Kaffee.\n{head}\n---\n"


def series(rule: str = "", head: str = "") -> str:
    return SERIES.replace("  every: week\n", f"  every: week\n{rule}{head}")


class TestMatters:
    def test_a_quiet_town_has_none(self, quiet: Town) -> None:
        assert found(quiet) == ()

    def test_a_story_that_will_appear_is_named_with_its_day(self, quiet: Town) -> None:
        news = NEWS.replace("topics:", "publish: 2027-01-02\ntopics:")

        assert told(quiet, {"news/2026-03-14-park.md": news}) == [
            (date(2027, 1, 2), "appears", "Der Park ist offen: erscheint.")
        ]

    @pytest.mark.parametrize(
        ("last", "said"),
        [
            ("2027-03-31", ["Der Park ist offen: wird zum letzten Mal gezeigt."]),
            ("2026-11-22", ["Der Park ist offen: wird zum letzten Mal gezeigt."]),
            ("2026-11-21", ["Der Park ist offen: ist abgelaufen."]),
            ("2026-10-23", ["Der Park ist offen: ist abgelaufen."]),
            ("2026-10-22", []),
        ],
    )
    def test_a_story_lapses_and_is_named_for_a_month_more(self, quiet: Town, last: str, said: list[str]) -> None:
        news = NEWS.replace("topics:", f"expires: {last}\ntopics:")
        rows = told(quiet, {"news/2026-03-14-park.md": news})

        assert rows == [(date.fromisoformat(last), "lapses", sentence) for sentence in said]

    @pytest.mark.parametrize("shown", [False, True])
    def test_a_draft_has_no_day(self, quiet: Town, shown: bool) -> None:
        news = {"news/2026-03-14-park.md": NEWS.replace("topics:", "draft: yes\ntopics:")}

        assert [(one.day, one.kind, one.sentence) for one in found(quiet, news, drafts=shown)] == [
            (None, "draft", "Der Park ist offen: Entwurf.")
        ]

    @pytest.mark.parametrize(
        ("head", "day", "missing"),
        [
            ("start: 2026-12-08 18:00", date(2026, 12, 8), "Ende (end) und Ort (place) fehlen"),
            ("start: 2026-12-08 18:00\nend: 20:00", date(2026, 12, 8), "Ort (place) fehlt"),
            ("start: 2026-12-08 18:00\nplace: park", date(2026, 12, 8), "Ende (end) fehlt"),
            ("start: 2026-12-08\nplace: park", date(2026, 12, 8), "Uhrzeit (start) fehlt"),
            ("start: 2027-02\nplace: park", date(2027, 2, 1), "genauer Tag (start) fehlt"),
            ("start: 2026-12-08\nplace: park\nstatus: postponed", date(2026, 12, 8), "neuer Tag (new_start) fehlt"),
            # A series is asked for at its next day, not at the first of all.
            ("start: 2026-11-03 18:00\nend: 20:00\nrepeat:\n  every: week", date(2026, 11, 24), "Ort (place) fehlt"),
        ],
    )
    def test_what_visitors_of_an_event_would_ask_is_due_on_its_day(
        self, quiet: Town, head: str, day: date, missing: str
    ) -> None:
        assert told(quiet, {"events/treff.md": event(head)}) == [(day, "event", f"Treff: {missing}.")]

    @pytest.mark.parametrize(
        "head",
        [
            "start: 2026-12-08 18:00\nstatus: cancelled",
            "start: 2026-12-08 18:00\nend: 20:00\nstatus: online",
            "start: 2026-12-08\nend: 2026-12-09\nplace: park",
            "start: 2026-11-21 18:00",
        ],
        ids=["cancelled", "online", "whole days", "over"],
    )
    def test_an_event_that_misses_nothing_or_is_over_is_not_named(self, quiet: Town, head: str) -> None:
        assert told(quiet, {"events/treff.md": event(head)}) == []

    @pytest.mark.parametrize(
        ("rule", "day"),
        [
            ("  until: 2026-12-31\n", date(2026, 12, 29)),
            ("  times: 5\n", date(2026, 12, 1)),
            ("  until: 2027-01-21\n", date(2027, 1, 19)),
            ("  until: 2027-01-26\n", None),
            ("  until: 2026-11-17\n", None),
            ("", None),
        ],
    )
    def test_a_series_that_ends_within_sixty_days_is_named(self, quiet: Town, rule: str, day: date | None) -> None:
        rows = told(quiet, {"events/treff.md": series(rule)})

        assert rows == ([(day, "series", "Offener Treff: die Reihe endet.")] if day else [])

    def test_an_additional_day_makes_a_series_last_longer(self, quiet: Town) -> None:
        assert told(quiet, {"events/treff.md": series("  until: 2026-12-31\n", "extra: 2027-05-06\n")}) == []

    def test_school_holidays_that_end_before_a_series_are_due_on_their_last_day(self, quiet: Town) -> None:
        holidays = "school_holidays:\n  - title: Ferien\n    start: 2026-12-23\n    end: 2027-01-02\n"
        skipping = {"site.yaml": SITE + holidays, "events/treff.md": series("  school_holidays: skip\n")}

        assert told(quiet, skipping) == [
            (date(2027, 1, 2), "holidays", "Schulferien: enden in der Liste, „Offener Treff“ läuft weiter.")
        ]
        quiet.write({"events/zwei.md": series("  school_holidays: skip\n")})
        assert told(quiet)[0][2] == "Schulferien: enden in der Liste, 2 Reihen laufen weiter."
        short = series("  school_holidays: skip\n  until: 2026-12-29\n")
        assert [kind for _, kind, _ in told(quiet, {"events/treff.md": short, "events/zwei.md": short})] == [
            "series"
        ] * 2

    @pytest.mark.parametrize(
        ("status", "end", "said"),
        [
            ("running", "2026-10", [(date(2026, 10, 31), "zu Ende, aber Stand „läuft“")]),
            ("planned", "2026-10-05", [(date(2026, 10, 5), "zu Ende, aber Stand „geplant“")]),
            ("running", "2026-12", [(date(2026, 12, 31), "das Vorhaben endet")]),
            ("running", "2027-12", []),
            ("unconfirmed", "2021-12", []),
        ],
    )
    def test_a_project_past_its_end_is_to_be_completed(
        self, quiet: Town, status: str, end: str, said: list[tuple[date, str]]
    ) -> None:
        project = PROJECT.replace("completed", status).replace("2021-12", end).replace("esf-2014-2020", "other")
        rows = told(quiet, {"projects/park.md": project})

        assert rows == [(day, "project", f"Der neue Park: {what}.") for day, what in said]

    def test_a_completed_project_without_results_has_no_day(self, quiet: Town) -> None:
        project = PROJECT.replace("results: [Der Park ist offen.]\n", "")

        assert told(quiet, {"projects/park.md": project}) == [
            (None, "results", "Der neue Park: abgeschlossen, aber ohne Ergebnisse.")
        ]

    @pytest.mark.parametrize(
        ("verified", "rows"),
        [
            ("2025-11-22", [(date(2026, 11, 22), "zuletzt bestätigt 22.\u00a0November 2025")]),
            ("2025", [(date(2026, 12, 31), "zuletzt bestätigt 2025")]),
            ("2024-02", [(date(2025, 2, 28), "zuletzt bestätigt Februar 2024")]),
            ("2026-02", []),
            ("", [(None, "noch nie bestätigt")]),
        ],
    )
    def test_a_partner_is_asked_again_after_twelve_months(
        self, quiet: Town, verified: str, rows: list[tuple[date | None, str]]
    ) -> None:
        texts = {"partners/verein.yaml": f"name: Parkverein\nkind: association\nverified: {verified}\n"}

        assert told(quiet, texts) == [(day, "partner", f"Parkverein: {what}.") for day, what in rows]

    @pytest.mark.parametrize(
        ("until", "people", "said"),
        [
            ("2026-12-31", "yes", "die Einwilligung gilt bis zu diesem Tag"),
            ("2026-11-22", "yes", "die Einwilligung gilt bis zu diesem Tag"),
            ("2027-06-30", "yes", ""),
            ("2026-12-31", "no", ""),
            ("2026-11-01", "", "Einwilligung abgelaufen"),
        ],
    )
    def test_a_consent_lapses_on_its_day(self, quiet: Town, until: str, people: str, said: str) -> None:
        described = (PICTURE + until).replace("people: yes", f"people: {people}")
        quiet.write({"media/kinder.jpg": photo(64, 48), "media/kinder.yaml": described})
        rows = [(one.day, one.path, one.kind, one.sentence) for one in found(quiet) if one.kind != "rebuild"]

        wanted = (date.fromisoformat(until), "content/media/kinder.yaml", "consent", f"Bild kinder.jpg: {said}.")
        assert rows == ([wanted] if said else [])


def test_matters_are_told_by_day_then_by_file_and_those_without_a_day_last(town: Town) -> None:
    later = NEWS.replace("topics:", "publish: 2027-01-02\ntopics:")
    for name in ("2026-03-14-b", "2026-03-14-a"):
        town.write({f"news/{name}.md": later.replace("Der Park ist offen", name)})
    town.write({"partners/amt.yaml": "name: Amt\nverified: 2020\n"})
    rows = found(town)

    assert [(one.day, one.path.split("/", 1)[1], one.kind) for one in rows] == [
        (date(2021, 12, 31), "partners/amt.yaml", "partner"),
        (date(2026, 12, 6), "events/2026-12-05-fest.md", "rebuild"),
        (date(2027, 1, 2), "news/2026-03-14-a.md", "appears"),
        (date(2027, 1, 2), "news/2026-03-14-b.md", "appears"),
        (None, "partners/verein.yaml", "partner"),
    ]
    assert len({(one.kind, one.path) for one in rows}) == len(rows)


ENDING = PROJECT.replace("completed", "running").replace("2021-12", "2026-12-08").replace("esf-2014-2020", "other")
LIVELY: dict[str, str] = {
    "news/2026-03-14-bald.md": NEWS.replace("topics:", "publish: 2026-12-24\nexpires: 2027-01-06\ntopics:"),
    "news/2026-03-14-kurz.md": NEWS.replace("topics:", "expires: 2026-12-10\ntopics:"),
    "news/2026-03-14-entwurf.md": NEWS.replace("topics:", "draft: yes\npublish: 2026-12-02\ntopics:"),
    "pages/aushang.md": "---\ntitle: Aushang\nsummary: Kurz.\npublish: 2026-11-25\nexpires: 2026-11-26\n---\nText.\n",
    "events/ferien.md": event("start: 2026-12-14\nend: 2026-12-18"),
    "events/nacht.md": event("start: 2026-12-31 20:00\nend: 2027-01-01 02:00"),
    "events/mitternacht.md": event("start: 2027-01-08 20:00\nend: 2027-01-09 00:00"),
    "events/irgendwann.md": event("start: 2026-11"),
    "events/verschoben.md": event("start: 2026-11-28\nstatus: postponed\nnew_start: 2026-12-12 18:00"),
    "events/abgesagt.md": event("start: 2026-12-16 18:00\nstatus: cancelled"),
    "events/reihe.md": series("  times: 5\n"),
    "events/endlos.md": series("  holidays: skip\n"),
    "events/ohne-ende.md": series(),
    "events/ausfall.md": series("  until: 2027-01-20\n", "except: [2027-01-12, 2027-01-19]\n"),
    "events/spaeter.md": event("publish: 2026-11-30\nstart: 2026-12-20 18:00"),
    "projects/alt.md": ENDING,
}


def without_its_day(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A site without the places that carry the day itself, as ``agenda.changes`` lists them."""
    day = re.compile(rb"Stand: [^<]+<|data-search-today=\"[^\"]+\"")
    carrying = ("index.html", "termine/index.html", "termine/monat/", "suche/index.html")
    return {path: day.sub(b"", text) if path.startswith(carrying) else text for path, text in files.items()}


def test_between_the_days_the_agenda_names_a_new_build_changes_nothing(town: Town) -> None:
    """Two months, day by day: the site differs from that of the day before exactly on the day foretold."""
    town.write(LIVELY)
    foretold: list[date] = []
    differed: list[date] = []
    before: dict[str, bytes] = {}
    for number in range(62):
        today = TODAY + number * DAY
        town.build(today=today)
        after = without_its_day(town.bytes())
        if before and after != before:
            differed.append(today)
        before = after
        if not foretold or foretold[-1] == today:
            foretold += [change.day for change in agenda.next_changes(town.plan(today=today).site)][:1]

    assert differed == foretold[:-1]
    assert foretold[-1] > today
    assert len(differed) > 15


def test_the_day_after_a_consent_a_build_stops_as_the_agenda_says(quiet: Town) -> None:
    quiet.write({"media/kinder.jpg": photo(64, 48), "media/kinder.yaml": PICTURE + "2026-12-03"})
    quiet.write({"news/2026-03-14-park.md": NEWS.replace("topics:", "picture: kinder.jpg\ntopics:")})
    (change,) = agenda.next_changes(quiet.plan().site)

    assert change.day == date(2026, 12, 4)
    assert "bricht jeder Bau ab" in change.reason
    quiet.build(today=change.day - DAY)
    with pytest.raises(ContentError):
        quiet.build(today=change.day)


def test_many_reasons_to_build_are_counted(quiet: Town) -> None:
    later = NEWS.replace("topics:", "publish: 2027-01-02\ntopics:")
    quiet.write({f"news/2026-03-14-{number}.md": later for number in range(5)})
    quiet.write({"news/2026-03-14-0.md": later.replace("Der Park ist offen", "Nur „jetzt“")})
    rebuild = next(one for one in found(quiet) if one.kind == "rebuild")

    assert rebuild.sentence == (
        "Website neu bauen: „Nur ‚jetzt‘“ erscheint; „Der Park ist offen“ erscheint; "
        "„Der Park ist offen“ erscheint; dazu 2 weitere Änderungen."
    )


def arguments(town: Town) -> list[str]:
    return ["--content", str(town.content), "--output", str(town.output), "--today", "2026-11-22"]


class TestCommand:
    def test_a_quiet_town_says_so(self, quiet: Town) -> None:
        done = run("agenda", *arguments(quiet))

        assert done.returncode == 0
        assert "\n\nNichts ist fällig.\n\n" in done.stdout
        assert "Von selbst ändert sich auf der Website nichts." in done.stdout
        assert not quiet.output.exists()
        assert not (quiet.folder / "memo").exists()

    def test_text_is_grouped_by_how_near_the_day_is(self, town: Town) -> None:
        town.write(
            {"partners/amt.yaml": "name: Amt\nverified: 2020\n", "partners/bad.yaml": "name: Bad\nverified: 2021\n"}
        )
        town.write({"events/treff.md": event("start: 2026-12-22 18:00\nplace: park")})
        town.write({"events/fern.md": event("start: 2026-12-23 18:00\nplace: park")})

        assert run("agenda", *arguments(town)).stdout.replace("\u00a0", " ") == (
            """\
Was ansteht. Stand: 22. November 2026

Nächster Tag, an dem ein neuer Bau etwas ändert: Sonntag, 6. Dezember 2026.
  „Fest im Park“ ist vorbei.

Überfällig
  31.12.2021  content/partners/amt.yaml  zuletzt bestätigt 2020
  31.12.2022  content/partners/bad.yaml  zuletzt bestätigt 2021
    → Fragen Sie nach. Stimmt alles, tragen Sie ein: verified: 2026-11

In den nächsten 30 Tagen
  22.12.2026  content/events/treff.md  Ende (end) fehlt
    → Tragen Sie es ein, sobald es feststeht.

Später
  23.12.2026  content/events/fern.md  Ende (end) fehlt
    → Tragen Sie es ein, sobald es feststeht.

Ohne Datum
  content/partners/verein.yaml  noch nie bestätigt
    → Fragen Sie nach. Stimmt alles, tragen Sie ein: verified: 2026-11

7 Angaben des Auftraggebers fehlen noch; „build.py check“ zeigt sie.
"""
        )

    def test_lines_stay_within_a_hundred_characters(self, town: Town) -> None:
        town.write({f"events/{'sehr-' * 11}lang.md": event("start: 2026-12-22 18:00")})
        town.write({"events/treff.md": event("start: 2026-12-21 18:00\nplace: park")})
        town.write({"events/2026-12-05-fest.md": EVENT.replace("Fest im", "Ein sehr langes Fest " * 4 + "im")})
        lines = run("agenda", *arguments(town)).stdout.splitlines()

        assert max(map(len, lines)) <= 100
        assert "              Ende (end) und Ort (place) fehlen" in lines
        assert "  21.12.2026  content/events/treff.md  Ende (end) fehlt" in lines

    def test_until_leaves_out_later_days_and_keeps_what_has_none(self, town: Town) -> None:
        done = run("agenda", "--until", "2026-12-05", *arguments(town))

        assert "Bis 5.\u00a0Dezember 2026 ändert sich auf der Website nichts." in done.stdout
        assert "noch nie bestätigt" in done.stdout

    def test_json_has_stable_keys(self, town: Town) -> None:
        told = json.loads(run("agenda", "--format", "json", "--until", "2027-01-31", *arguments(town)).stdout)

        assert (told["today"], told["until"], told["legal_gaps"]) == ("2026-11-22", "2027-01-31", 7)
        assert told["due"] == [
            {
                "day": "2026-12-06",
                "path": "content/events/2026-12-05-fest.md",
                "kind": "rebuild",
                "sentence": "Website neu bauen: „Fest im Park“ ist vorbei.",
                "cure": "Bauen Sie an diesem Tag neu und laden Sie den Ordner public hoch.",
            },
            {
                "day": None,
                "path": "content/partners/verein.yaml",
                "kind": "partner",
                "sentence": "Parkverein: noch nie bestätigt.",
                "cure": "Fragen Sie nach. Stimmt alles, tragen Sie ein: verified: 2026-11",
            },
        ]

    def test_a_calendar_holds_a_whole_day_for_each_matter_with_a_day(self, town: Town) -> None:
        town.write({"events/treff.md": event("start: 2026-12-22 18:00\nplace: park")})
        told = [agenda.as_ics(agenda.drawn_up(town.plan(today=day).site, 0)) for day in (TODAY, TODAY + DAY)]
        entries = {str(entry["summary"]): entry for entry in Calendar.from_ical(told[0]).walk("VEVENT")}

        assert list(entries) == ["Website neu bauen: „Fest im Park“ ist vorbei", "Treff: Ende (end) fehlt"]
        entry = entries["Treff: Ende (end) fehlt"]
        assert entry.decoded("dtstart") == date(2026, 12, 22)
        assert str(entry["transp"]) == "TRANSPARENT"
        assert str(entry["description"]) == "Tragen Sie es ein, sobald es feststeht.\ncontent/events/treff.md"
        uids = [[str(entry["uid"]) for entry in Calendar.from_ical(text).walk("VEVENT")] for text in told]
        assert uids[0] == uids[1] and len(set(uids[0])) == 2

    def test_a_calendar_is_printed_with_its_own_ends_of_lines(self, town: Town) -> None:
        done = run("agenda", "--format", "ics", *arguments(town))

        assert done.returncode == 0 and done.stdout.startswith("BEGIN:VCALENDAR")
        assert "Musterviertel: Was ansteht" in done.stdout

    def test_mistakes_in_the_texts_are_told_instead(self, town: Town) -> None:
        town.write({"news/2026-03-14-park.md": NEWS.replace("title:", "titel:")})
        done = run("agenda", *arguments(town))

        assert (done.returncode, done.stdout) == (1, "")
        assert "[field-unknown]" in done.stderr and "Traceback" not in done.stderr

    def test_a_day_that_is_none_is_wrong_usage(self, town: Town) -> None:
        done = run("agenda", "--until", "morgen", *arguments(town))

        assert done.returncode == 2
        assert "„morgen“ ist kein Tag." in done.stderr
