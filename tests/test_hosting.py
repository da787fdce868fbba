"""What servers are told to send, tried with real ones; what a browser says to it, on a server and from a folder."""

import gzip
import re
from collections.abc import Iterator

import pytest

from pressroom import hosting, pipeline
from pressroom.pipeline import Job
from tests.servers import Server, apache, needs_apache, needs_nginx, nginx
from tests.town import ROOT, TODAY, Town

TYPES = {
    "": "text/html; charset=utf-8",
    "404.html": "text/html; charset=utf-8",
    "aktuelles/feed.xml": "application/atom+xml; charset=utf-8",
    "aktuelles/feed.json": "application/feed+json; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "termine/termine.ics": "text/calendar; charset=utf-8",
    "assets/icon.svg": "image/svg+xml; charset=utf-8",
    "assets/teilen.png": "image/png",
    # Not ours yet, or of the host.
    "probe.avif": "image/avif",
    "probe.webp": "image/webp",
    "probe.csv": "text/csv; charset=utf-8",
    "probe.json": "application/json; charset=utf-8",
    "probe.jsonld": "application/ld+json; charset=utf-8",
    "probe.pdf": "application/pdf",
    "probe.unbekannt": "application/octet-stream",
}
SERVERS = [
    pytest.param((nginx, "/"), marks=needs_nginx, id="nginx"),
    pytest.param((nginx, "/viertel/"), marks=needs_nginx, id="nginx-subfolder"),
    pytest.param((apache, "/"), marks=needs_apache, id="apache"),
    pytest.param((apache, "/viertel/"), marks=needs_apache, id="apache-subfolder"),
]


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The made-up town behind a real server, at the root of its address or in a folder."""
    start, base = request.param
    folder = tmp_path_factory.mktemp("server")
    out = folder / "public"
    pipeline.build(Job(ROOT, ROOT / "tests" / "town", out, TODAY, base_url=f"https://viertel.example{base}"))
    for name in TYPES:
        if name.startswith("probe."):
            (out / name).write_bytes(b"probe")
    with start(folder, out, base) as running:
        yield running


def stamped(server: Server) -> list[str]:
    """The files of the design that a page names and that change their name with their content."""
    page = server.get("suche/").body.decode()
    return re.findall(r'(?:\.\./)+(assets/[a-z0-9-]+-[0-9a-f]{8}\.(?:css|js))"', page)


def test_every_answer_carries_the_policy_and_the_other_headers(server: Server) -> None:
    for path in ("", "aktuelles/", "assets/icon.svg", "termine/termine.ics", "gibt/es/nicht/"):
        found = server.get(path).headers
        assert {name: found.get(name.lower()) for name in hosting.HEADERS} == hosting.HEADERS, path


def test_every_file_has_its_type(server: Server) -> None:
    answers = {path: server.get(path) for path in TYPES}

    assert {path: answer.status for path, answer in answers.items()} == dict.fromkeys(TYPES, 200)
    assert {path: answer.headers.get("content-type") for path, answer in answers.items()} == {
        **TYPES,
        "probe.unbekannt": answers["probe.unbekannt"].headers.get("content-type"),
    }
    assert answers["probe.unbekannt"].headers.get("content-type") in (None, "application/octet-stream")
    assert {path: hosting.content_type(path or ".html") for path in TYPES} == TYPES


def test_a_wrong_address_is_answered_with_the_page_for_it(server: Server) -> None:
    for path in ("gibt-es-nicht", "aktuelles/1999/nichts/", "assets/site-00000000.css"):
        answer = server.get(path)
        assert answer.status == 404, path
        assert answer.headers["content-type"] == TYPES["404.html"]
        assert "Unter dieser Adresse gibt es keine Seite" in answer.body.decode()
        assert f'href="{server.base}assets/site-' in answer.body.decode()
        assert answer.headers["cache-control"] == "no-cache"


def test_a_folder_without_its_slash_leads_on(server: Server) -> None:
    answer = server.get("aktuelles")

    assert answer.status == 301
    assert answer.headers["location"].endswith(f"{server.base}aktuelles/")


def test_hidden_files_are_nobody_s_business_but_those_made_for_it(server: Server) -> None:
    assert {server.get(path).status for path in (".pressroom", ".htaccess", ".git/config")} <= {403, 404}


def test_what_changes_its_name_is_kept_and_pages_are_always_asked_for(server: Server) -> None:
    names = stamped(server)
    assert len(names) >= 3
    for path in ("", "aktuelles/feed.xml", "termine/termine.ics", "assets/icon.svg", "assets/teilen.png", *names):
        assert server.get(path).headers["cache-control"] == hosting.kept(path), path
    assert {hosting.kept(path) for path in names} == {"public, max-age=31536000, immutable"}
    assert hosting.kept("media/foto-20211205.jpg") == "public, max-age=3600"


def test_a_page_known_already_is_not_sent_again(server: Server) -> None:
    first = server.get("aktuelles/")

    assert server.get("aktuelles/", **{"If-None-Match": first.headers["etag"]}).status == 304


def test_words_are_sent_squeezed(server: Server) -> None:
    plain = server.get("termine/")
    squeezed = server.get("termine/", **{"Accept-Encoding": "gzip"})

    assert squeezed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(squeezed.body) == plain.body
    assert len(squeezed.body) < len(plain.body) / 3


def test_hosts_like_netlify_are_told_the_same(town: Town) -> None:
    town.build()
    blocks: dict[str, dict[str, str]] = {}
    for line in town.read("_headers").splitlines():
        if line.startswith("/"):
            blocks[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            blocks[list(blocks)[-1]][name] = value

    everywhere = blocks.pop("/viertel/*")
    assert everywhere == hosting.HEADERS
    assert len(blocks) == 4
    for address, told in blocks.items():
        assert (town.output / address.removeprefix("/viertel/")).is_file(), address
        assert told == {"Cache-Control": hosting.kept(address)}
