"""The preview: for this machine only, and it mends itself when the text is mended."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressroom.preview import Desk, Folder
from tests.town import NEWS, ROOT, Town


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


def test_the_preview_never_leaves_its_folder(town: Town, tmp_path: Path) -> None:
    town.build()
    (tmp_path / "secret.html").write_text("secret")
    (town.output / "link.html").symlink_to(tmp_path / "secret.html")
    folder = Folder(town.output, Desk(town.job()))

    for path in ("/../secret.html", "/link.html", "/aktuelles/../../secret.html", "/\0", "/..\\secret.html"):
        assert folder.answer(path).status == 404, path


def test_a_folder_without_its_slash_is_shown_the_way(town: Town) -> None:
    town.build()

    assert Folder(town.output, Desk(town.job())).answer("/aktuelles")[::3] == (302, "/aktuelles/")
