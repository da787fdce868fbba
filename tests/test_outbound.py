"""build.py links: asked politely, told truthfully, and never in the way of a build."""

import json
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pressroom import outbound
from pressroom.outbound import Answer, Answers, Manner
from pressroom.problems import Desk
from tests.test_commands import places, run
from tests.town import EVENT, NEWS, SITE, TODAY, Town

MANNER = Manner("musterviertel-linkpruefung/1 (+https://muster.example/viertel/)", pause=0, timeout=0.5)


class Elsewhere:
    """A server of somebody else; ``pages`` says what it answers: a status, where it leads, what it wants of us."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.log: list[tuple[str, str, str]] = []
        self.ranges: list[str | None] = []
        self.robots: tuple[int, str] = (404, "")
        self.busy, self.most_busy = 0, 0
        self.pages: dict[str, tuple[int, str]] = {}
        self.no_head: dict[str, int] = {}
        here = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                here.answer(self, "HEAD")

            def do_GET(self) -> None:
                here.answer(self, "GET")

            def log_message(self, *_: object) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        scheme = "http"
        if context is not None:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            scheme = "https"
        self.base = f"{scheme}://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def answer(self, one: BaseHTTPRequestHandler, method: str) -> None:
        self.busy += 1
        self.most_busy = max(self.busy, self.most_busy)
        self.log.append((method, one.path, one.headers["User-Agent"]))
        self.ranges.append(one.headers["Range"])
        status, more = self.robots if one.path == "/robots.txt" else self.pages.get(one.path, (404, ""))
        if method == "HEAD" and one.path in self.no_head:
            status = self.no_head[one.path]
        if more == "slow":
            time.sleep(0.8)
        body = b"x" * 200_000 if more == "large" else more.encode() if one.path == "/robots.txt" else b"Hallo"
        self.busy -= 1
        if more == "silent":
            one.close_connection = True
            return
        one.send_response(status)
        if 300 <= status < 400:
            one.send_header("Location", more)
        one.send_header("Content-Length", str(len(body)))
        one.end_headers()
        if method == "GET":
            try:
                one.wfile.write(body)
            except OSError:
                self.log.append(("CUT", one.path, ""))

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    monkeypatch.setenv("no_proxy", "*")
    server = Elsewhere()
    yield server
    server.close()


def asked(server: Elsewhere, *paths: str, manner: Manner = MANNER) -> list[tuple[str, int, str, str]]:
    """Kind, status, reason and target for each path."""
    addresses = [server.base + path for path in paths]
    answers = outbound.ask_all(addresses, manner, TODAY, lambda count: None)
    assert all(answers[address].day == TODAY for address in addresses)
    return [(one.kind, one.status, one.reason, one.target) for one in (answers[address] for address in addresses)]


# What servers answer


@pytest.mark.parametrize(
    ("status", "more", "kind", "reason"),
    [
        (200, "", "good", ""),
        (204, "", "good", ""),
        (404, "", "gone", ""),
        (410, "", "gone", ""),
        (401, "", "unknown", "dort muss man sich anmelden (Antwort 401)"),
        (403, "", "unknown", "der Server weist Programme ab (Antwort 403)"),
        (429, "", "unknown", "der Server bittet um eine Pause (Antwort 429)"),
        (418, "", "unknown", "der Server lehnt die Anfrage ab (Antwort 418)"),
        (500, "", "unknown", "der Server ist gestört (Antwort 500)"),
        (503, "", "unknown", "der Server ist gestört (Antwort 503)"),
    ],
)
def test_each_status_has_its_meaning(elsewhere: Elsewhere, status: int, more: str, kind: str, reason: str) -> None:
    elsewhere.pages["/a"] = (status, more)

    assert asked(elsewhere, "/a") == [(kind, status, reason, "")]


def test_who_is_slow_or_silent_cannot_be_judged(elsewhere: Elsewhere) -> None:
    elsewhere.pages = {"/slow": (200, "slow"), "/silent": (200, "silent")}

    assert asked(elsewhere, "/slow", "/silent") == [
        ("unknown", 0, "der Server antwortet nicht rechtzeitig", ""),
        ("unknown", 0, "die Antwort des Servers ist nicht zu verstehen", ""),
    ]


def test_only_what_has_moved_for_good_is_told_with_its_new_address(elsewhere: Elsewhere) -> None:
    elsewhere.pages = {
        "/neu": (200, ""),
        "/301": (301, "/neu"),
        "/308": (308, elsewhere.base + "/neu"),
        "/302": (302, "/neu"),
        "/307": (307, "/301"),
        "/301-302": (301, "/302"),
        "/301-301": (301, "/301"),
        "/301-404": (301, "/weg"),
    }
    base = elsewhere.base

    assert asked(elsewhere, "/301", "/308", "/301-301", "/301-302") == [
        ("moved", 200, "", f"{base}/neu"),
        ("moved", 200, "", f"{base}/neu"),
        ("moved", 200, "", f"{base}/neu"),
        ("moved", 200, "", f"{base}/302"),
    ]
    assert [one[0] for one in asked(elsewhere, "/302", "/307", "/301-404")] == ["good", "good", "gone"]


def test_redirects_without_end_are_left(elsewhere: Elsewhere) -> None:
    elsewhere.pages = {"/a": (302, "/b"), "/b": (302, "/a")} | {f"/{n}": (302, f"/{n + 1}") for n in range(20)}
    elsewhere.pages["/mail"] = (302, "mailto:a@b.de")

    assert [one[2] for one in asked(elsewhere, "/a", "/0", "/mail")] == [
        "die Weiterleitungen führen im Kreis",
        "mehr als 5 Weiterleitungen",
        "der Server leitet an etwas weiter, das keine Internetseite ist",
    ]
    assert ("HEAD", "/6", MANNER.agent) not in elsewhere.log


@pytest.mark.parametrize("refusal", [400, 403, 404, 405, 501])
def test_who_refuses_head_is_asked_for_the_beginning_of_the_page(elsewhere: Elsewhere, refusal: int) -> None:
    elsewhere.pages["/a"] = (200, "large")
    elsewhere.no_head["/a"] = refusal

    assert asked(elsewhere, "/a") == [("good", 200, "", "")]
    assert [entry[:2] for entry in elsewhere.log][:3] == [("GET", "/robots.txt"), ("HEAD", "/a"), ("GET", "/a")]
    assert elsewhere.ranges[2] == "bytes=0-16383"


def test_names_and_paths_with_foreign_letters_are_sent_as_browsers_do(elsewhere: Elsewhere) -> None:
    elsewhere.pages["/stra%C3%9Fe/a%20b?ort=k%C3%B6ln"] = (200, "")

    assert asked(elsewhere, "/straße/a%20b?ort=köln")[0][0] == "good"


# Manners


def test_robots_txt_is_read_once_and_heeded(elsewhere: Elsewhere) -> None:
    elsewhere.robots = (
        200,
        "User-agent: *\nDisallow: /geheim\n\nUser-agent: musterviertel-linkpruefung\nDisallow: /wir\n",
    )
    elsewhere.pages = {"/geheim/a": (200, ""), "/wir/a": (200, ""), "/a": (302, "/wir/a")}

    found = asked(elsewhere, "/geheim/a", "/wir/a", "/a")

    assert [one[0] for one in found] == ["good", "unknown", "unknown"]
    assert "robots.txt" in found[1][2]
    assert [path for _, path, _ in elsewhere.log].count("/robots.txt") == 1
    assert "/wir/a" not in [path for _, path, _ in elsewhere.log]


@pytest.mark.parametrize(("status", "kind"), [(404, "good"), (403, "good"), (500, "unknown"), (503, "unknown")])
def test_without_robots_txt_all_is_allowed_but_a_server_in_trouble_is_left_alone(
    elsewhere: Elsewhere, status: int, kind: str
) -> None:
    elsewhere.robots = (status, "")
    elsewhere.pages["/a"] = (200, "")

    assert asked(elsewhere, "/a")[0][0] == kind
    assert (len(elsewhere.log) == 1) == (kind == "unknown")


def test_a_server_is_asked_one_thing_at_a_time_with_a_pause_and_by_our_name(elsewhere: Elsewhere) -> None:
    elsewhere.pages = {f"/{n}": (200, "") for n in range(6)}
    other = Elsewhere()
    other.pages = {f"/{n}": (302, f"{elsewhere.base}/{n}") for n in range(6)}
    started = time.perf_counter()

    outbound.ask_all(
        [one.base + f"/{n}" for n in range(6) for one in (elsewhere, other)],
        MANNER._replace(pause=0.02),
        TODAY,
        lambda count: None,
    )

    other.close()
    assert elsewhere.most_busy == 1
    assert time.perf_counter() - started > 0.02 * 11
    assert {agent for _, _, agent in elsewhere.log} == {MANNER.agent}


def test_progress_is_told(elsewhere: Elsewhere) -> None:
    counts: list[int] = []

    outbound.ask_all([f"{elsewhere.base}/{n}" for n in range(3)], MANNER, TODAY, counts.append)

    assert counts == [1, 2, 3]


def test_a_certificate_that_does_not_hold_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    monkeypatch.setenv("no_proxy", "*")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1")
    more = ("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate))
    subprocess.run([*made, *more], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Elsewhere(context)
    server.pages["/a"] = (200, "")

    kind, _, reason, _ = asked(server, "/a")[0]
    trusting = MANNER._replace(trust=ssl.create_default_context(cafile=str(certificate)))
    good = asked(server, "/a", manner=trusting)[0]

    server.close()
    assert kind == "certificate" and "self" in reason
    assert good[0] == "good"


# What is asked


def gathered(town: Town, *, everything: bool = False, today: date = TODAY) -> dict[str, list[tuple[str, int, int]]]:
    found = outbound.gather(town.job(today=today), Desk(), everything=everything)
    return {address: [one[:3] for one in mentions] for address, mentions in found.mentions.items()}


SOURCED = """\
sources:
  - https://www.amt.de/blatt
  - title: Blatt
    url: https://www.amt.de/blatt#seite-2
topics:"""


def test_links_in_texts_and_sources_are_found_at_their_lines(town: Town) -> None:
    news = NEWS.replace("topics:", SOURCED) + "\n[a](https://a.de/x?y=1#z), <https://b.de>\n\n`https://c.de`\n"
    news += "[eigene](https://muster.example/viertel/kontakt/) [erfunden](https://www.muster.example/)\n"
    town.write({"news/2026-03-14-park.md": news, "places/park.yaml": "name: P\nurl: https://ort.de/\n"})

    path = "content/news/2026-03-14-park.md"
    assert gathered(town) == {
        "https://a.de/x?y=1": [(path, 14, 0)],
        "https://b.de": [(path, 14, 0)],
        "https://www.amt.de/blatt": [(path, 6, 5), (path, 8, 5)],
        "https://ort.de/": [("content/places/park.yaml", 2, 1)],
    }


@pytest.mark.parametrize("line", ["draft: yes", "publish: 2027-01-01", "expires: 2026-11-21"])
def test_what_is_not_shown_is_asked_only_with_all(town: Town, line: str) -> None:
    news = NEWS.replace("topics:", f"{line}\ntopics:") + "\n[a](https://a.de/)\n"
    town.write({"news/2026-03-14-park.md": news})

    assert gathered(town) == {}
    assert list(gathered(town, everything=True)) == ["https://a.de/"]


def test_past_events_are_asked_only_with_all(town: Town) -> None:
    town.write({"events/2026-12-05-fest.md": EVENT + "\n[a](https://a.de/)\n"})

    assert list(gathered(town)) == ["https://a.de/"]
    after = date(2026, 12, 6)
    assert gathered(town, today=after) == {}
    assert list(gathered(town, today=after, everything=True)) == ["https://a.de/"]
    assert outbound.gather(town.job(today=after), Desk()).left_out == 1


# What is remembered


def test_good_answers_hold_fourteen_days_and_bad_ones_one(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "links.json"
    answers = {kind: Answer(kind, TODAY, 200) for kind in ("good", "moved", "gone", "unknown")}

    Answers(file).save({f"https://{kind}.de/": one for kind, one in answers.items()})

    known = Answers(file).known
    days = {
        address: [n for n in range(-1, 20) if one.holds(TODAY + timedelta(days=n))] for address, one in known.items()
    }
    assert days["https://good.de/"] == days["https://moved.de/"] == list(range(14))
    assert days["https://gone.de/"] == days["https://unknown.de/"] == [0]
    Answers(file).save({}, {"https://good.de/"})
    assert list(Answers(file).known) == ["https://good.de/"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"https://a.de/": 3}', '{"https://a.de/": ["good", "gestern", 1, "", ""]}']
)
def test_a_spoilt_memory_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text, "utf-8")

    assert Answers(tmp_path / "links.json").known == {}


# What is told


def test_findings_stand_at_the_lines_of_the_texts(town: Town) -> None:
    news = NEWS.replace("topics:", SOURCED) + "\n[a](https://a.de/), [b](https://b.de/)\n[c](https://c.de/)\n"
    town.write({"news/2026-03-14-park.md": news})
    new = {
        "https://www.amt.de/blatt": Answer("gone", TODAY, 404),
        "https://a.de/": Answer("moved", TODAY, 200, "", "https://neu.de/"),
        "https://b.de/": Answer("certificate", TODAY, 0, "certificate has expired"),
        "https://c.de/": Answer("unknown", TODAY, 503, "der Server ist gestört (Antwort 503)"),
    }

    told = outbound.told(outbound.gather(town.job(), Desk()), {}, new, TODAY)

    assert [(one.line, one.column, one.code, one.severity) for one in told.problems] == [
        (6, 5, "outbound-gone", "error"),
        (8, 5, "outbound-gone", "error"),
        (14, 0, "outbound-certificate", "warning"),
        (14, 0, "outbound-moved", "warning"),
        (15, 0, "outbound-unknown", "warning"),
    ]
    text = outbound.as_text(told)
    assert "Die Seite „https://www.amt.de/blatt#seite-2“ gibt es nicht mehr (Antwort 404)." in text
    assert "umgezogen, nach https://neu.de/" in text
    assert "4 Adressen: 0 erreichbar, 1 umgezogen, 1 verschwunden, 2 nicht prüfbar." in text
    row = json.loads(outbound.as_json(told))["addresses"][3]
    assert (row["address"], row["kind"], row["asked"]) == ("https://www.amt.de/blatt", "gone", "2026-11-22")
    assert [place["line"] for place in row["places"]] == [6, 8]


def test_without_a_network_the_last_answers_are_shown_with_their_day(town: Town) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + "\n[a](https://a.de/) [b](https://b.de/)\n"})
    known = {"https://a.de/": Answer("gone", date(2026, 9, 1), 410)}
    new = {f"https://{one}.de/": Answer("unreached", TODAY, 0, "x") for one in "ab"}

    told = outbound.told(outbound.gather(town.job(), Desk()), known, new, TODAY)

    assert told.offline and [one.code for one in told.problems] == ["outbound-gone"]
    assert "Es konnte nichts gefragt werden" in outbound.as_text(told)
    assert "(gefragt: 1.\u00a0September 2026)" in outbound.as_text(told)


# The command


def test_the_command_ends_well_without_a_network_and_writes_nothing(town: Town) -> None:
    # Nobody listens on port 1.
    town.write({"news/2026-03-14-park.md": NEWS + "\n[a](http://127.0.0.1:1/a)\n"})

    done = run("links", "--strict", *places(town), env={"no_proxy": "*", "PATH": ""})
    told = run("links", "--format", "json", *places(town), env={"no_proxy": "*", "PATH": ""})

    assert done.returncode == told.returncode == 0, done.stderr
    assert "Es konnte nichts gefragt werden" in done.stdout and "1 Adresse:" in done.stdout
    assert json.loads(told.stdout)["offline"] is True
    assert not town.output.exists()


def test_what_is_gone_ends_with_one_only_if_that_is_wanted(town: Town, elsewhere: Elsewhere) -> None:
    town.write({"news/2026-03-14-park.md": NEWS + f"\n[a]({elsewhere.base}/weg)\n", "site.yaml": SITE})

    done = run("links", "--fresh", *places(town))
    strict = run("links", "--strict", *places(town))

    assert (done.returncode, strict.returncode) == (0, 1)
    assert "content/news/2026-03-14-park.md:10: Fehler [outbound-gone]" in done.stdout
    assert elsewhere.log[0][2] == "musterviertel-linkpruefung/1 (+https://muster.example/viertel/)"
    # The second time it is remembered.
    assert len(elsewhere.log) == 3
