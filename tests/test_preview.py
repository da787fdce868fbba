"""The preview: for this machine only, and it mends itself when the text is mended."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressroom.galley import Galley
from pressroom.preview import Window
from tests.town import EVENT, NEWS, PROJECT, ROOT, SITE, Town


@pytest.fixture
def port(town: Town) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(number), "--content", str(town.content),
         "--today", "2026-11-22"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait(lambda: get(number)[0] == 200)
        yield number
    finally:
        process.kill()
        process.wait()


def get(port: int, path: str = "/", host: str | None = None, method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path, headers={"Host": host or f"localhost:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    except ConnectionRefusedError:
        return 0, ""
    finally:
        connection.close()


def wait(true: object) -> None:
    deadline = time.monotonic() + 30
    while not true():  # type: ignore[operator]
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


def test_the_preview_serves_this_machine_and_recovers_by_itself(port: int, town: Town) -> None:
    assert "livereload.js" in get(port)[1]
    assert get(port, method="HEAD") == (200, "")
    assert get(port, host=f"127.0.0.1:{port}")[0] == 200
    for stranger in ("evil.example", f"evil.example:{port}", f"localhost.evil.example:{port}"):
        assert get(port, host=stranger)[0] == 404
    for path in (
        "/../build.py",
        "/%2e%2e/build.py",
        "/..%2fbuild.py",
        "/.pressroom",
        "/%00",
        "//etc/passwd",
        "/..%5cx",
    ):
        assert get(port, path)[0] in (400, 404), path

    town.write({"news/2026-03-14-park.md": NEWS.replace("date:", "datum:")})
    wait(lambda: "noch zu beheben" in get(port)[1])
    assert "datum: Dieses Feld gibt es nicht." in get(port, "/aktuelles/")[1]
    assert get(port, "/assets/eu-emblem.svg")[0] == 200

    town.write({"news/2026-03-14-park.md": NEWS.replace("Der Park", "Der Garten")})
    wait(lambda: "Der Garten ist offen" in get(port, "/aktuelles/2026/park/")[1])

    town.write({"news/2026-04-01-neu.md": NEWS.replace("2026-03-14", "2026-04-01")})
    wait(lambda: get(port, "/aktuelles/2026/neu/")[0] == 200)
    town.write({"news/2026-04-01-neu.md": None})
    wait(lambda: get(port, "/aktuelles/2026/neu/")[0] == 404)


def test_the_preview_never_leaves_the_site(town: Town, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    window = Window(Galley(town.job()))

    for path in ("/../secret.html", "/content/site.yaml", "/aktuelles/../../secret.html", "/\0", "/..\\secret.html"):
        assert window.answer(path).status == 404, path


def test_a_folder_without_its_slash_is_shown_the_way(town: Town) -> None:
    assert Window(Galley(town.job())).answer("/aktuelles")[::3] == (302, "/aktuelles/")


def test_every_page_of_the_preview_is_the_page_of_a_build(town: Town) -> None:
    galley = Galley(town.job())
    town.build(memo=False)

    assert {path: galley.get(path) for path in galley.files} == {
        path: data for path, data in town.bytes().items() if path != ".pressroom"
    }


@pytest.mark.parametrize(
    ("texts", "path", "shown"),
    [
        ({"news/2026-03-14-park.md": NEWS + "Ein Nachtrag."}, "aktuelles/2026/park/index.html", "Ein Nachtrag."),
        ({"news/2026-03-14-park.md": NEWS + "Ein Nachtrag."}, "aktuelles/feed.xml", "Ein Nachtrag."),
        ({"projects/park.md": PROJECT.replace("Der neue", "Der alte")}, "aktuelles/2026/park/index.html", "Der alte"),
        ({"news/2026-03-14-park.md": NEWS.replace("title: Der", "title: Ein")}, "aktuelles/index.html", "Ein Park"),
        ({"news/2026-05-01-neu.md": NEWS.replace("2026-03-14", "2026-05-01")}, "aktuelles/index.html", "/neu/"),
        ({"site.yaml": SITE.replace("Musterviertel", "Neuviertel")}, "termine/index.html", "Neuviertel"),
    ],
)  # fmt: skip
def test_what_is_saved_is_on_the_page_at_once(
    town: Town, texts: dict[str, str | bytes | None], path: str, shown: str
) -> None:
    galley = Galley(town.job())
    assert shown.encode() not in (galley.get(path) or b"")

    town.write(texts)

    assert shown.encode() in (galley.get(path) or b"")
    town.build(memo=False)
    assert galley.get(path) == (town.output / path).read_bytes()


def test_what_many_pages_share_is_worked_out_again_when_one_text_of_it_was_saved(town: Town) -> None:
    """The months are worked out once from all events; what they ask together stands under one name in the ledger."""
    events = {
        f"events/2026-12-{day:02d}-fest-{day}.md": EVENT.replace("2026-12-05", f"2026-12-{day:02d}")
        for day in range(6, 20)
    }
    town.write({**events})
    galley = Galley(town.job())
    sheet = "termine/monat/2026-12/index.html"
    assert b"Fest im Garten" not in (galley.get(sheet) or b"")

    town.write({"events/2026-12-09-fest-9.md": events["events/2026-12-09-fest-9.md"].replace("Park\n", "Garten\n", 1)})

    assert b"Fest im Garten" in (galley.get(sheet) or b"")
    town.build(memo=False)
    assert {path: galley.get(path) for path in galley.files} == {
        path: data for path, data in town.bytes().items() if path != ".pressroom"
    }


def test_a_mistake_is_shown_instead_of_every_page_and_gone_when_it_is_mended(town: Town) -> None:
    window = Window(Galley(town.job()))
    town.write({"news/2026-03-14-park.md": NEWS.replace("date:", "datum:")})

    assert b"noch zu beheben" in window.answer("/").body
    assert b"noch zu beheben" in window.answer("/aktuelles/2026/park/").body
    assert window.answer("/assets/eu-emblem.svg").kind == "image/svg+xml; charset=utf-8"

    town.write({"news/2026-03-14-park.md": NEWS})
    assert b"Der Park ist offen" in window.answer("/aktuelles/2026/park/").body


def test_a_file_with_a_new_name_is_there_before_any_page_is_asked_for(town: Town) -> None:
    """The name of the search's index holds a digest of its words; nothing that was made before leads there."""
    galley = Galley(town.job())
    town.write({"news/2026-03-14-park.md": NEWS.replace("Der Park ist offen", "Der Garten ist offen")})
    town.build(memo=False)
    (index,) = (town.output / "assets").glob("words-*.js")

    assert galley.get(f"assets/{index.name}") == index.read_bytes()


def test_sheets_and_cards_are_set_when_somebody_opens_them_as_a_build_would(town: Town) -> None:
    town.build(papers=True)
    galley = Galley(town.job(papers=True, memo=False))
    built = {path: data for path, data in town.bytes().items() if path.endswith((".pdf", "vorschau.png"))}

    assert len(built) > 6
    assert not galley.memo.ledger.known.keys() & {f"paper {path}" for path in built}
    for path, data in built.items():
        assert galley.get(path) == data

    town.write({"projects/park.md": PROJECT.replace("Der neue Park", "Ein neuer Park")})
    assert galley.get("projekte/park/plakat-a3.pdf") != built["projekte/park/plakat-a3.pdf"]
    assert galley.get("termine/2026/fest/plakat-a3.pdf") == built["termine/2026/fest/plakat-a3.pdf"]
    assert galley.get("kontakt/plakat-a3.pdf") is None


def test_a_sheet_that_cannot_be_set_is_told_and_mends_itself(town: Town) -> None:
    town.write({"projects/park.md": PROJECT.replace("Der neue Park", "Park 你好")})
    galley = Galley(town.job(papers=True, memo=False))

    assert galley.get("projekte/park/plakat-a3.pdf") is None
    assert [problem.code for problem in galley.problems] == ["paper-unset"]

    town.write({"projects/park.md": PROJECT})
    assert (galley.get("projekte/park/plakat-a3.pdf") or b"").startswith(b"%PDF")
    assert galley.problems == ()
