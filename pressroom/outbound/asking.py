"""Asks servers whether an address is there, as a polite guest: slowly, briefly, and not where it is unwanted."""

import http.client
import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener
from urllib.robotparser import RobotFileParser

from pressroom.outbound.answers import Answer, Kind

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_GONE = frozenset({404, 410})
_MOST_OF_ROBOTS = 500 * 1024
"""RFC 9309, 2.5: at least so much of a robots.txt is to be read."""
_REASONS = {
    401: "dort muss man sich anmelden",
    403: "der Server weist Programme ab",
    429: "der Server bittet um eine Pause",
}


class Manner(NamedTuple):
    """How we ask: under which name, with how many seconds between two requests to a server, how long we wait,

    how many redirects we follow, how many bytes we read of a page, how many servers we ask at once, and which
    certificates we believe (None: those the system believes).
    """

    agent: str
    pause: float = 1.0
    timeout: float = 15.0
    redirects: int = 5
    most_bytes: int = 16 * 1024
    servers: int = 4
    trust: ssl.SSLContext | None = None


class _Reply(NamedTuple):
    status: int
    location: str = ""
    body: bytes = b""


class _Unreached(Exception):
    """There is no way to the server; holds the reason."""


class _Failed(Exception):
    """The server was reached and gave no usable answer; holds the kind and the reason."""


class _Stay(HTTPRedirectHandler):
    """Redirects are looked at, not followed."""

    def redirect_request(self, *_: object) -> None:
        """Nothing."""


def ask_all(addresses: Iterable[str], manner: Manner, today: date, done: Callable[[int], None]) -> dict[str, Answer]:
    """The answer for each address: one request at a time to each server, several servers at once."""
    servers: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        servers[urlsplit(address).netloc.lower()].append(address)
    guest = _Guest(manner)
    answers: dict[str, Answer] = {}
    counting = threading.Lock()

    def visit(of_one: list[str]) -> None:
        for address in of_one:
            kind, status, reason, target = guest.answer(address)
            with counting:
                answers[address] = Answer(kind, today, status, reason, target)
                done(len(answers))

    with ThreadPoolExecutor(manner.servers) as pool:
        list(pool.map(visit, servers.values()))
    return answers


class _Guest:
    """Knows which servers were asked already, and what their robots.txt says."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self._opener = build_opener(_Stay, HTTPSHandler(context=manner.trust or ssl.create_default_context()))
        self._turns: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._asked: set[str] = set()
        self._robots: dict[str, RobotFileParser | _Unreached | _Failed] = {}
        self._reading: dict[str, threading.Lock] = defaultdict(threading.Lock)

    def answer(self, address: str) -> tuple[Kind, int, str, str]:
        """Kind, status, reason, and where it moved to."""
        try:
            return self._followed(_plain(address))
        except _Unreached as trouble:
            return "unreached", 0, str(trouble), ""
        except _Failed as trouble:
            return trouble.args[0], 0, trouble.args[1], ""

    def _followed(self, address: str) -> tuple[Kind, int, str, str]:
        seen = {address}
        moved, permanent = "", True
        for _ in range(self.manner.redirects + 1):
            if not self._welcome(address):
                return "unknown", 0, "der Server möchte nicht von Programmen gefragt werden (robots.txt)", ""
            reply = self._asked_for(address)
            if reply.status not in _REDIRECTS or not reply.location:
                return _judged(reply.status, moved)
            address = _plain(urljoin(address, reply.location))
            if urlsplit(address).scheme not in ("http", "https"):
                raise _Failed("unknown", "der Server leitet an etwas weiter, das keine Internetseite ist")
            if address in seen:
                raise _Failed("unknown", "die Weiterleitungen führen im Kreis")
            seen.add(address)
            permanent = permanent and reply.status in _PERMANENT
            moved = address if permanent else moved
        raise _Failed("unknown", f"mehr als {self.manner.redirects} Weiterleitungen")

    def _asked_for(self, address: str) -> _Reply:
        """The head alone; where the server does not give that, the beginning of the page."""
        reply = self._request("HEAD", address)
        if reply.status < 400 or reply.status == 429:
            return reply
        return self._request("GET", address, {"Range": f"bytes=0-{self.manner.most_bytes - 1}"}, self.manner.most_bytes)

    def _welcome(self, address: str) -> bool:
        """Whether robots.txt lets us ask (RFC 9309)."""
        parts = urlsplit(address)
        server = f"{parts.scheme}://{parts.netloc}"
        with self._reading[server]:
            if server not in self._robots:
                self._robots[server] = self._rules(f"{server}/robots.txt")
        rules = self._robots[server]
        if isinstance(rules, Exception):
            raise rules
        return rules.can_fetch(self.manner.agent, address)

    def _rules(self, address: str) -> RobotFileParser | _Unreached | _Failed:
        rules = RobotFileParser()
        try:
            reply = self._request("GET", address, {}, _MOST_OF_ROBOTS)
            for _ in range(self.manner.redirects):
                if reply.status not in _REDIRECTS or not reply.location:
                    break
                address = _plain(urljoin(address, reply.location))
                reply = self._request("GET", address, {}, _MOST_OF_ROBOTS)
        except (_Unreached, _Failed) as trouble:
            return trouble
        if reply.status >= 500:
            return _Failed("unknown", f"der Server ist gestört (Antwort {reply.status})")
        rules.parse(reply.body.decode("utf-8", errors="replace").splitlines() if reply.status == 200 else [])
        return rules

    def _request(self, method: str, address: str, headers: dict[str, str] | None = None, most: int = 0) -> _Reply:
        server = urlsplit(address).netloc.lower()
        with self._turns[server]:
            if server in self._asked:
                time.sleep(self.manner.pause)
            self._asked.add(server)
            request = Request(address, method=method, headers={"User-Agent": self.manner.agent, **(headers or {})})
            return self._sent(request, most)

    def _sent(self, request: Request, most: int) -> _Reply:
        try:
            with self._opener.open(request, timeout=self.manner.timeout) as found:
                return _Reply(found.status, "", found.read(most) if most else b"")
        except HTTPError as trouble:
            with trouble:
                return _Reply(trouble.code, trouble.headers.get("Location", ""))
        except URLError as trouble:
            raise _failure(trouble.reason if isinstance(trouble.reason, OSError) else trouble) from trouble
        except (OSError, http.client.HTTPException, ValueError) as trouble:
            raise _failure(trouble) from trouble


def _failure(trouble: Exception) -> _Unreached | _Failed:
    if isinstance(trouble, ssl.SSLCertVerificationError):
        return _Failed("certificate", trouble.verify_message or "es ist nicht gültig")
    if isinstance(trouble, TimeoutError):
        return _Failed("unknown", "der Server antwortet nicht rechtzeitig")
    if isinstance(trouble, socket.gaierror):
        return _Unreached("der Name des Servers ist nicht zu finden")
    if isinstance(trouble, ssl.SSLError | http.client.HTTPException | ValueError):
        return _Failed("unknown", "die Antwort des Servers ist nicht zu verstehen")
    if isinstance(trouble, ConnectionResetError):
        return _Failed("unknown", "der Server hat die Verbindung abgebrochen")
    return _Unreached("der Server ist nicht zu erreichen")


def _judged(status: int, moved: str) -> tuple[Kind, int, str, str]:
    if status in _GONE:
        return "gone", status, "", ""
    if status < 400 or status == 416:
        # 416: the page has no bytes to give a part of, but it is there.
        return ("moved" if moved else "good"), status, "", moved
    reason = _REASONS.get(status, "der Server ist gestört" if status >= 500 else "der Server lehnt die Anfrage ab")
    return "unknown", status, f"{reason} (Antwort {status})", ""


def _plain(address: str) -> str:
    """An address in ASCII, as it is sent: foreign letters in the server's name by IDNA, elsewhere in per cent."""
    parts = urlsplit(address)
    try:
        name = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except UnicodeError:
        name = parts.netloc
    path, query = (quote(text, safe="/%:=&?~+!$,;'@()*[]") for text in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme.lower(), name, path, query, ""))
