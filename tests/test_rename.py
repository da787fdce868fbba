"""build.py rename: whatever is called otherwise afterwards, everything still leads there, and no other byte changes."""

import errno
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pressroom import pipeline, renaming, translating, urls
from pressroom.problems import ContentError
from pressroom.renaming import Refused, Renaming, writing
from tests.test_commands import run
from tests.town import EVENT, KONTAKT, NEWS, PROJECT, ROOT, SITE, TODAY, Town, snapshot
from tests.village import png

PICTURE = "alt: Der Park.\nauthor: Stadt\npeople: no\n"


def rename(town: Town, old: str, new: str) -> Renaming:
    plan = renaming.plan(town.job(), old, new)
    renaming.carry_out(town.content, plan)
    return plan


def text(town: Town, path: str) -> str:
    return (town.content / path).read_bytes().decode()


# What an editor types


@pytest.mark.parametrize(
    "old",
    [
        "content/news/2026-03-14-park.md",
        "content\\news\\2026-03-14-park.md",
        ".\\content\\news\\2026-03-14-park.md",
        "news/2026-03-14-park",
        "news/2026-03-14-park.md",
        "2026-03-14-park",
        "2026-03-14-park.md",
        '"content/news/2026-03-14-park.md"',
    ],
)
@pytest.mark.parametrize("new", ["2026-03-14-garten", "2026-03-14-garten.md", "content\\news\\2026-03-14-garten.md"])
def test_a_file_may_be_named_as_an_editor_would(town: Town, old: str, new: str) -> None:
    plan = renaming.plan(town.job(), old, new)

    assert [move[:2] for move in plan.moves] == [
        ("content/news/2026-03-14-park.md", "content/news/2026-03-14-garten.md")
    ]


def test_kind_and_name_and_the_whole_path_are_understood(town: Town) -> None:
    for old in ("event/2026-12-05-fest", "events/2026-12-05-fest", str(town.content / "events" / "2026-12-05-fest.md")):
        assert (
            renaming.plan(town.job(), old, "event/2026-12-05-feier").moves[0].new
            == "content/events/2026-12-05-feier.md"
        )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("news/prak", "x", "gibt es nicht. Meinten Sie"),
        ("park", "x", "nicht eindeutig. Gemeint sein kann"),
        ("projects/park", "park", "heißt schon so"),
        ("projects/park", "events/park", "die Art nicht"),
        ("projects/park", "garten.txt", "ohne Punkt"),
        ("projects/park", "garten.v2", "ohne Punkt"),
        ("projects/park", "a/b/../c", "die Art nicht"),
        ("projects/park", "gar:ten", "taugt nicht als Dateiname"),
        ("projects/park", "con", "taugt nicht als Dateiname"),
        ("projects/park", "сад", "keine Adresse bilden"),
        ("2026-03-14-park", "2026-03-15-park", "Der Dateiname beginnt mit 2026-03-15, im Kopf steht aber 2026-03-14"),
        ("pages/kontakt", "aktuelles", "liegt schon eine Liste"),
        ("pages/kontakt", "news", "bedeutet im Menü schon eine Liste"),
        ("pages/kontakt", "start", "Startseite"),
    ],
)
def test_what_cannot_be_is_refused_in_german_and_nothing_changes(town: Town, old: str, new: str, said: str) -> None:
    before = snapshot(town.content)

    with pytest.raises(Refused, match=re.escape(said)):
        rename(town, old, new)

    assert snapshot(town.content) == before


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"projects/garten.md": PROJECT}, "„content/projects/garten.md“ gibt es schon"),
        ({"projects/GARTEN.md": PROJECT}, "„content/projects/GARTEN.md“ gibt es schon"),
        ({"projects/alt/garten.md": PROJECT}, "„content/projects/alt/garten.md“ gibt es schon"),
        ({"projects/gärten.md": PROJECT}, None),
        ({"pages/x.md": KONTAKT.replace("title:", "aliases: [/projekte/garten]\ntitle:")}, "leitet dorthin weiter"),
        ({"places/x.yaml": "name: X\naliases: [/projekte/garten/]\n"}, "leitet dorthin weiter"),
        ({"projects/garten-.md": PROJECT}, "Unter der neuen Adresse „/projekte/garten/“ liegt schon content/projects/"),
    ],
)
def test_a_name_or_address_that_is_taken_is_refused(town: Town, other: Mapping[str, str], said: str | None) -> None:
    town.write(other)
    if said is None:
        rename(town, "projects/park", "garten")
        return

    with pytest.raises(Refused, match=re.escape(said)):
        renaming.plan(town.job(), "projects/park", "garten")


def test_what_cannot_be_read_is_said_first(town: Town) -> None:
    town.write({"news/2026-01-01-kaputt.md": "---\ntitle: a: b\n---\nText\n"})
    before = snapshot(town.content)

    with pytest.raises(ContentError) as trouble:
        rename(town, "projects/park", "garten")

    assert [(one.path, one.line, one.code) for one in trouble.value.problems if one.severity == "error"] == [
        ("content/news/2026-01-01-kaputt.md", 2, "yaml-colon")
    ]
    assert snapshot(town.content) == before


def test_other_mistakes_elsewhere_do_not_keep_anyone_from_renaming(town: Town) -> None:
    town.write({"news/2026-01-01-x.md": NEWS.replace("2026-03-14", "2026-01-01").replace("title", "titel")})

    rename(town, "projects/park", "garten")

    assert "projects: [garten]" in text(town, "news/2026-01-01-x.md")
    assert "(../projects/garten.md)" in text(town, "news/2026-01-01-x.md")


# Links in texts

WAYS = {
    "plain": ("[a](../projects/park.md)", "[a](../projects/garten.md)"),
    "mark": ("[a](../projects/park.md#so-war-es)", "[a](../projects/garten.md#so-war-es)"),
    "title": ('[a](../projects/park.md "../projects/park.md")', '[a](../projects/garten.md "../projects/park.md")'),
    "angle brackets": ("[a](<../projects/park.md>)", "[a](<../projects/garten.md>)"),
    "encoded": ("[a](../projects/p%61rk.md)", "[a](../projects/garten.md)"),
    "dots": ("[a](./../projects/../projects/park.md)", "[a](./../projects/../projects/garten.md)"),
    "backslashes": ("[a](..\\projects\\park.md)", "[a](..\\projects\\garten.md)"),
    "escaped": ("[a](../projects/park\\.md)", "[a](../projects/garten.md)"),
    "html": ('<a href="../projects/park.md">a</a>', '<a href="../projects/garten.md">a</a>'),
    "html in single": ("<a href='../projects/park.md'>a</a>", "<a href='../projects/garten.md'>a</a>"),
    "entities": ('<a href="../projects/&#112;ark.md">a</a>', '<a href="../projects/garten.md">a</a>'),
    "definition": ("[a][x]\n\n[x]: ../projects/park.md 'Ja'", "[a][x]\n\n[x]: ../projects/garten.md 'Ja'"),
    "definition in brackets": ("[x]\n\n[x]: <../projects/park.md>", "[x]\n\n[x]: <../projects/garten.md>"),
    "spare definition": ("Text\n\n[x]: ../projects/park.md", "Text\n\n[x]: ../projects/garten.md"),
    "twice": (
        "[a](../projects/park.md)[b](../projects/park.md)", "[a](../projects/garten.md)[b](../projects/garten.md)"),
    "in a list": ("- eins\n  - [b](../projects/park.md)", "- eins\n  - [b](../projects/garten.md)"),
    "in a table": ("| a | b |\n|---|---|\n| [a](../projects/park.md) | x |",
                   "| a | b |\n|---|---|\n| [a](../projects/garten.md) | x |"),
    "in a note": ("a[^1]\n\n[^1]: [a](../projects/park.md)", "a[^1]\n\n[^1]: [a](../projects/garten.md)"),
    "in a quotation": ("> [a](../projects/park.md)", "> [a](../projects/garten.md)"),
    "in bold": ("**[a](../projects/park.md)**", "**[a](../projects/garten.md)**"),
    "over two lines": ("[a\nb](../projects/park.md)", "[a\nb](../projects/garten.md)"),
}  # fmt: skip
KEPT = {
    "code": "`[a](../projects/park.md)`",
    "a block of code": "```\n[a](../projects/park.md)\n```",
    "indented code": "Text\n\n    [a](../projects/park.md)",
    "words": "Die Datei ../projects/park.md ist schön.",
    "a comment": "Text <!-- [a](../projects/park.md) -->",
    "another file": "[a](../places/park.yaml), [b](https://www.example.org/projects/park.md)",
}


@pytest.mark.parametrize(("before", "after"), WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("first", ["", "\ufeff"], ids=["plain", "bom"])
def test_every_way_to_write_a_link_is_mended_and_no_other_byte(
    town: Town, before: str, after: str, ends: str, first: str
) -> None:
    head, tail = first + KONTAKT.replace("Rufen", "Grüße 🏡. Rufen"), "\n\nUnd `../projects/park.md` bleibt.\n"
    town.write({"pages/kontakt.md": (head + before + tail).replace("\n", ends)})

    rename(town, "projects/park", "garten")

    assert text(town, "pages/kontakt.md") == (head + after + tail).replace("\n", ends)


@pytest.mark.parametrize("written", KEPT.values(), ids=KEPT)
def test_what_only_looks_like_a_link_stays(town: Town, written: str) -> None:
    town.write({"pages/kontakt.md": f"{KONTAKT}\n{written}\n\n[a](../projects/park.md)\n"})

    rename(town, "projects/park", "garten")

    assert text(town, "pages/kontakt.md") == f"{KONTAKT}\n{written}\n\n[a](../projects/garten.md)\n"


def test_names_with_spaces_umlauts_and_underlines_keep_links_whole(town: Town) -> None:
    town.write({"pages/kontakt.md": f"{KONTAKT}\n[a](../projects/park.md) und [b](<../projects/park.md>)\n"})

    rename(town, "projects/park", "Der grüne_Garten Öst")

    assert [one for one in town.check() if one.severity == "error"] == []
    assert "[a](../projects/Der%20grüne_Garten%20Öst.md) und" in text(town, "pages/kontakt.md")
    rename(town, "Der grüne_Garten Öst", "park")
    assert "[a](../projects/park.md) und [b](<../projects/park.md>)" in text(town, "pages/kontakt.md")
    assert [one for one in town.check() if one.severity == "error"] == []


def test_a_file_that_moves_to_a_folder_below_still_leads_where_it_led(town: Town) -> None:
    town.write({"pages/kontakt.md": f"{KONTAKT}\n[a](../news/2026-03-14-park.md)\n"})

    rename(town, "2026-03-14-park", "news/2026/2026-03-14-park")

    assert [one for one in town.check() if one.severity == "error"] == []
    assert "[das Vorhaben](../../projects/park.md)" in text(town, "news/2026/2026-03-14-park.md")
    assert "[a](../news/2026/2026-03-14-park.md)" in text(town, "pages/kontakt.md")
    assert "aliases" not in text(town, "news/2026/2026-03-14-park.md")


def test_a_link_to_the_own_file_is_mended_too(town: Town) -> None:
    town.write({"pages/kontakt.md": f"{KONTAKT}\n[a](kontakt.md#mit-dem-bus) und [b](#mit-dem-bus)\n"})

    rename(town, "pages/kontakt", "so-erreichen-sie-uns")

    assert "[a](so-erreichen-sie-uns.md#mit-dem-bus) und [b](#mit-dem-bus)" in text(
        town, "pages/so-erreichen-sie-uns.md"
    )
    assert [one for one in town.check() if one.severity == "error"] == []


# Fields


SERIES = """\
place: halle
repeat:
  every: week
  until: 2026-12-22
moved:
  - date: 2026-12-08
    place: park2
extra:
  - date: 2026-12-09
    place: park"""


def test_every_field_that_names_a_file_is_mended(town: Town) -> None:
    town.write(
        {
            "events/serie.md": EVENT.replace("place: park", SERIES).replace("2026-12-05", "2026-12-01"),
            "places/park2.yaml": "name: X\n",
            "places/halle.yaml": "name: H\n",
            "projects/park.md": PROJECT.replace("lead:", "place: park\nlead:"),
            "pages/zeit.md": "---\ntitle: Zeit\nsummary: S.\ntimeline:\n  - date: 2020\n    title: A\n    place: park\n"
            '  - {date: 2021, title: B, place: "park"}\n  - date: 2022\n    title: C\n    project: park\n---\nx\n',
        }
    )
    assert [one for one in town.check() if one.severity == "error"] == []

    plan = rename(town, "places/park", "stadtpark")

    assert [one for one in town.check() if one.severity == "error"] == []
    assert {(one.path, one.line) for one in plan.changes if one.old == "park"} == {
        ("content/events/2026-12-05-fest.md", 6),
        ("content/events/serie.md", 15),
        ("content/projects/park.md", 5),
        ("content/pages/zeit.md", 7),
        ("content/pages/zeit.md", 8),
    }
    assert '{date: 2021, title: B, place: "stadtpark"}' in text(town, "pages/zeit.md")
    assert "project: park" in text(town, "pages/zeit.md")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("projects: [park]", "projects: [garten]"),
        ("projects: park", "projects: garten"),
        ("projects: haus, park ,parkhaus", "projects: haus, garten ,parkhaus"),
        ("projects: [haus, 'park', \"parkhaus\"] # park", "projects: [haus, 'garten', \"parkhaus\"] # park"),
        (
            "projects:\n  - haus\n  - park # unser\n  - parkhaus",
            "projects:\n  - haus\n  - garten # unser\n  - parkhaus",
        ),
        ("projects:\n- park\n-   haus", "projects:\n- garten\n-   haus"),
        ("projects:\t[ park,\n    haus ]", "projects:\t[ garten,\n    haus ]"),
        ("projects:   'haus, park'", "projects:   'haus, garten'"),
    ],
)
def test_lists_of_names_keep_their_form_and_their_comments(town: Town, before: str, after: str) -> None:
    town.write({"projects/haus.md": PROJECT, "projects/parkhaus.md": PROJECT})
    town.write({"news/2026-03-14-park.md": NEWS.replace("projects: [park]", before)})

    rename(town, "projects/park", "garten")

    assert text(town, "news/2026-03-14-park.md") == NEWS.replace("projects: [park]", after).replace(
        "park.md", "garten.md"
    )


def test_the_menus_lead_to_the_new_name(town: Town) -> None:
    rename(town, "kontakt", "so-erreichen-sie-uns")

    assert text(town, "site.yaml") == SITE.replace("to: kontakt", "to: so-erreichen-sie-uns")
    assert [one for one in town.check() if one.severity == "error"] == []


def test_a_value_that_cannot_be_changed_for_certain_is_named_with_its_line(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS.replace("projects: [park]", 'projects: ["p\\x61rk"]')})

    with pytest.raises(Refused, match=r"content/news/2026-03-14-park\.md:6: „projects:“ ist so geschrieben"):
        rename(town, "projects/park", "garten")


# The old address

ALIASES = {
    "none": ("", "aliases: [/projekte/park/]\n"),
    "empty": ("aliases:\n", "aliases: [/projekte/park/]\n"),
    "empty brackets": ("aliases: [] # alt\n", "aliases: [/projekte/park/] # alt\n"),
    "brackets": ("aliases: [/a/, '/b.html'] # alt\n", "aliases: [/a/, '/b.html', /projekte/park/] # alt\n"),
    "brackets over lines": ("aliases: [\n  /a/,\n  /b/,\n]\n", "aliases: [\n  /a/,\n  /b/, /projekte/park/,\n]\n"),
    "one text": ("aliases: /a/\n", "aliases: /a/, /projekte/park/\n"),
    "texts in quotes": ('aliases: "/a/, /b/" # alt\n', 'aliases: "/a/, /b/, /projekte/park/" # alt\n'),
    "lines": ("aliases:\n  - /a/\n  # alt\n  - '/b/'  # älter\n",
              "aliases:\n  - /a/\n  # alt\n  - '/b/'  # älter\n  - /projekte/park/\n"),
    "lines at the margin": ("aliases:\n- /a/\n", "aliases:\n- /a/\n- /projekte/park/\n"),
    "wide lines": ("aliases:\n    -   /a/\n", "aliases:\n    -   /a/\n    -   /projekte/park/\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ALIASES.values(), ids=ALIASES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("last", [False, True], ids=["above others", "last"])
def test_the_old_address_is_written_where_and_how_others_are(
    town: Town, before: str, after: str, ends: str, last: bool
) -> None:
    body = "---\nAlle haben"
    mark = body if last or not before else "aims:"
    town.write({"projects/park.md": PROJECT.replace(mark, before + mark).replace("\n", ends)})

    rename(town, "projects/park", "garten")

    assert text(town, "projects/garten.md") == PROJECT.replace(mark, after + mark).replace("\n", ends)
    town.build()
    assert '<meta http-equiv="refresh" content="0; url=../../projekte/garten/">' in town.read(
        "projekte/park/index.html"
    )


@pytest.mark.parametrize("closing", ["", "\n", "\n\n", "\n---\n", "\n# Ende", "\nsummary: |\n  Ein Park.\n\n"])
def test_partners_and_places_keep_their_old_address_too(town: Town, closing: str) -> None:
    before = f"# Ort\nname: Stadtpark # so heißt er\naddress: Parkweg 1{closing}"
    town.write({"places/park.yaml": before})

    rename(town, "place/park", "stadtpark")

    told = text(town, "places/stadtpark.yaml")
    assert re.sub(r"\n?aliases: \[/orte/park/\]", "", told).strip() == before.strip()
    town.build()
    assert "Stadtpark" in town.read("orte/park/index.html")
    assert "url=../../orte/stadtpark/" in town.read("orte/park/index.html")


def test_an_address_that_stays_needs_no_other(town: Town) -> None:
    before = text(town, "news/2026-03-14-park.md")

    plan = rename(town, "2026-03-14-park", "2026-park")

    assert plan.address == "" and plan.changes == ()
    assert text(town, "news/2026-park.md") == before


def test_there_and_back_again_leaves_a_site_without_mistakes(town: Town) -> None:
    rename(town, "projects/park", "garten")
    rename(town, "projects/garten", "park")

    assert "aliases: [/projekte/garten/]" in text(town, "projects/park.md")
    assert text(town, "news/2026-03-14-park.md") == NEWS
    rename(town, "projects/park", "garten")
    rename(town, "projects/garten", "wiese")
    assert "aliases: [/projekte/park/, /projekte/garten/]" in text(town, "projects/wiese.md")
    assert [one for one in town.check() if one.severity == "error"] == []


# Pictures


@pytest.mark.parametrize("old", ["media/park.png", "media/park", "media/park.yaml", "picture/park", "park.png"])
def test_a_picture_moves_with_its_description_and_all_that_show_it(town: Town, old: str) -> None:
    town.write(
        {
            "media/park.png": png("#336699"),
            "media/park.yaml": PICTURE,
            "news/2026-03-14-park.md": NEWS.replace("topics:", "picture: ../media/park.png\ntopics:")
            + "\n![Der Park](../media/park.png 'park.png')\n",
        }
    )
    before = snapshot(town.content)

    plan = rename(town, old, "wiese")

    assert [one for one in town.check() if one.severity == "error"] == []
    assert [move[:2] for move in plan.moves] == [
        ("content/media/park.png", "content/media/wiese.png"),
        ("content/media/park.yaml", "content/media/wiese.yaml"),
    ]
    after = snapshot(town.content)
    assert after["media/wiese.png"] == before["media/park.png"]
    assert "picture: ../media/wiese.png\n" in text(town, "news/2026-03-14-park.md")
    assert "![Der Park](../media/wiese.png 'park.png')" in text(town, "news/2026-03-14-park.md")


def test_a_picture_keeps_its_ending_and_its_name_is_the_only_one(town: Town) -> None:
    for name in ("park", "alt/wiese"):
        town.write({f"media/{name}.png": png("#336699"), f"media/{name}.yaml": PICTURE})

    with pytest.raises(Refused, match=r"endet auf \.png"):
        rename(town, "media/park.png", "park.jpg")
    with pytest.raises(Refused, match="gibt es schon"):
        rename(town, "media/park.png", "wiese")


def test_translations_move_with_their_text(town: Town) -> None:
    town.write({"projects/park.en.md": "---\ntitle: The park\nsummary: S.\n---\nText\n"})

    plan = renaming.plan(town.job(), "projects/park.md", "garten")

    assert [move.new for move in plan.moves] == ["content/projects/garten.md", "content/projects/garten.en.md"]


TONGUES = {
    "site.yaml": SITE + "languages: [de, en]\n",
    "words/en.yaml": "review: pending\nskip: Skip to content\n",
    "site.en.yaml": "title: T\nclaim: C\ndescription: D.\nmenu:\n  news: News\n  kontakt: Contact # as in the menu\n",
    "pages/kontakt.en.md": "---\ntitle: Contact\nsummary: S.\n---\nSee [the park](../projects/park.md).\n",
}


def test_the_menu_of_every_language_keeps_its_words_and_old_addresses_lead_on_in_every_language(town: Town) -> None:
    town.write({**TONGUES, "pages/kontakt.md": KONTAKT + "\n[Im Park](../projects/park.md).\n"})
    translating.note(town.content, "content/pages/kontakt.en.md", TODAY, minor=False)

    rename(town, "pages/kontakt", "anfahrt")

    assert "menu:\n  news: News\n  anfahrt: Contact # as in the menu\n" in text(town, "site.en.yaml")
    assert "[the park](../projects/park.md)" in text(town, "pages/anfahrt.en.md")
    town.build()
    assert '0; url=../../en/anfahrt/"' in town.read("en/kontakt/index.html")
    assert '0; url=../anfahrt/"' in town.read("kontakt/index.html")


def test_a_translation_stays_current_where_only_a_link_of_its_source_was_renamed(town: Town) -> None:
    town.write({**TONGUES, "pages/kontakt.md": KONTAKT + "\n[Im Park](../projects/park.md).\n"})
    translating.note(town.content, "content/pages/kontakt.en.md", TODAY, minor=False)
    assert not [one for one in town.check() if one.code == "translation-outdated"]

    rename(town, "projects/park", "garten")

    assert "[the park](../projects/garten.md)" in text(town, "pages/kontakt.en.md")
    assert not [one for one in town.check() if one.code == "translation-outdated"]


def test_the_description_of_a_picture_in_a_translation_stays_that_of_the_picture(town: Town) -> None:
    town.write({"media/park.png": png("#8ec3dd"), "media/park.yaml": PICTURE})
    town.write({"pages/kontakt.en.md": "---\ntitle: C\nsummary: S.\nalt: {park.png: The park.}\n---\nText\n"})

    rename(town, "media/park.png", "wiese")

    assert "alt: {wiese.png: The park.}\n" in text(town, "pages/kontakt.en.md")


# All or nothing


def test_what_fails_half_way_is_put_back(town: Town) -> None:
    plan = renaming.plan(town.job(), "projects/park", "projects/neu/garten")
    before = snapshot(town.content)

    class Torn(dict[str, bytes]):
        """A disk that gives up after the first file has been put in place."""

        def __iter__(self) -> Iterator[str]:
            yield next(iter(self.keys()))
            assert snapshot(town.content) != before
            raise OSError(errno.EIO, "gone")

    with pytest.raises(OSError, match="gone"):
        writing.write(town.content, plan.before, Torn(plan.after))

    assert snapshot(town.content) == before
    assert not (town.content / writing.ASIDE).exists() and not (town.content / "projects" / "neu").exists()


def test_a_file_that_appeared_meanwhile_is_not_overwritten(town: Town) -> None:
    plan = renaming.plan(town.job(), "projects/park", "garten")
    town.write({"projects/garten.md": PROJECT})
    before = snapshot(town.content)

    with pytest.raises(Refused, match="wurde eben gespeichert"):
        renaming.carry_out(town.content, plan)

    assert snapshot(town.content) == before


def test_a_file_saved_meanwhile_is_not_overwritten(town: Town) -> None:
    plan = renaming.plan(town.job(), "projects/park", "garten")
    town.write({"news/2026-03-14-park.md": NEWS.replace("offen", "zu")})
    before = snapshot(town.content)

    with pytest.raises(Refused, match="wurde eben gespeichert"):
        renaming.carry_out(town.content, plan)

    assert snapshot(town.content) == before


def test_whoever_begins_again_after_a_power_cut_finds_all_as_it_was(town: Town) -> None:
    before = snapshot(town.content)
    plan = renaming.plan(town.job(), "projects/park", "garten")
    aside = town.content / writing.ASIDE
    aside.mkdir()
    writing._lay_aside(aside, plan.before, plan.after)
    writing._put(aside, plan.before, dict(list(plan.after.items())[:1]))
    assert snapshot(town.content) != before

    done = run("rename", "projects/park", "garten", "--dry-run", "--content", str(town.content))

    assert done.returncode == 0 and "war abgebrochen; alles ist wieder, wie es war" in done.stderr
    assert snapshot(town.content) == before


# The command


def test_the_command_says_every_change_and_a_dry_run_makes_none(town: Town) -> None:
    before = snapshot(town.content)
    command = (
        "rename",
        "content\\projects\\park.md",
        "garten",
        "--content",
        str(town.content),
        "--today",
        "2026-11-22",
    )

    dry = run(*command, "--dry-run")
    assert snapshot(town.content) == before
    done = run(*command)

    assert dry.returncode == done.returncode == 0
    assert dry.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1]
    assert done.stdout.splitlines()[:3] == [
        "content/projects/park.md:13: (neu) → aliases: [/projekte/park/]",
        "content/news/2026-03-14-park.md:6: park → garten",
        "content/news/2026-03-14-park.md:8: ../projects/park.md → ../projects/garten.md",
    ]
    again = run(*command)
    assert again.returncode == 2 and "Nichts wurde geändert." in again.stderr and "Traceback" not in again.stderr


# Any story of renames

NAMES = st.from_regex(r"\A[a-zäöü][a-z0-9äöüß_ -]{0,8}[a-z0-9]\Z")
LINKS = st.sampled_from(list(WAYS.values()) + [(text, text) for text in KEPT.values()])


@settings(
    max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_after_any_renames_the_site_has_the_same_pages_and_every_old_address_leads_on(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    town = Town(tmp_path_factory.mktemp("town"))
    shutil.copytree(ROOT / "tests" / "town", town.content)
    texts = sorted(town.content.rglob("*.md"))
    for file in data.draw(st.lists(st.sampled_from(texts), max_size=4, unique=True)):
        other = data.draw(st.sampled_from([one for one in texts if "entwurf" not in one.name]))
        way = data.draw(st.sampled_from([before for before, _ in WAYS.values() if "../projects/park.md" in before]))
        written = way.replace("../projects/park", f"../{other.parent.name}/{other.stem}").replace("#so-war-es", "")
        end = data.draw(st.sampled_from(["\n", "\r\n"]))
        whole = f"{file.read_text('utf-8')}\n{written}\n"
        if "park" not in written and "entwurf" not in file.name:
            file.write_bytes(whole.replace("\n", end).encode())
    problems = {one.code for one in town.check()}
    before, led = built(town)
    addresses: set[str] = set()
    for _ in range(data.draw(st.integers(1, 4))):
        files = sorted(file for file in town.content.rglob("*") if file.is_file() and file.name != "site.yaml")
        file = data.draw(st.sampled_from(files))
        dated = re.match(r"\d{4}(-\d\d){0,2}-", file.stem)
        new = (dated[0] if dated else "") + data.draw(NAMES)
        try:
            plan = rename(town, str(file), new)
        except Refused:
            continue
        addresses.add(plan.address)
        kept = {one for one in plan.moves if "/media/" in one.old}
        assert kept or not plan.address or plan.address.startswith("/")
    addresses.discard("")

    assert {one.code for one in town.check()} == problems
    after, leads = built(town)
    redirects = {urls.path(urls.alias(address)) for address in addresses}
    assert len(after) == len(before) and before - after <= redirects and led <= leads
    for path in (redirects & before) - after:
        target = re.search(r'url=([^"]+)"', town.read(path))
        assert target and (town.output / path).parent.joinpath(target[1], "index.html").resolve().is_file()


def built(town: Town) -> tuple[set[str], set[str]]:
    """The pages of a town, and those that only lead on."""
    town.build()
    pages = {path for path in town.bytes() if path.endswith(".html")}
    leading = {path for path in pages if "Diese Seite ist umgezogen" in town.read(path)}
    return pages - leading, leading


def test_nothing_is_lost_of_a_real_content_folder_renamed_there_and_back(tmp_path: Path) -> None:
    town = Town(tmp_path)
    shutil.copytree(ROOT / "content", town.content)
    before = snapshot(town.content)
    said = pipeline.check(town.job(today=TODAY))

    rename(town, "places/schiefes-haus", "schiefes-haus-2")
    rename(town, "places/schiefes-haus-2", "schiefes-haus")

    after = snapshot(town.content)
    assert [path for path in before if after[path] != before[path]] == ["places/schiefes-haus.yaml"]
    assert pipeline.check(town.job(today=TODAY)) == said


def test_whom_the_grant_was_given_is_mended_within_its_group(town: Town) -> None:
    told = PROJECT.replace("  eligible_cost", "  beneficiary: verein # e. V.\n  eligible_cost")
    town.write({"projects/park.md": told})

    rename(town, "partner/verein", "parkverein")

    told = told.replace("lead: verein", "lead: parkverein").replace("beneficiary: verein", "beneficiary: parkverein")
    assert text(town, "projects/park.md") == told
    assert text(town, "partners/parkverein.yaml").endswith("aliases: [/partner/verein/]\n")
