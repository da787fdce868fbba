"""Real web servers, each in a folder of its own and with what we tell them to do; skipped where they are missing."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from pressroom import hosting

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
APACHE = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MODULES = Path("/usr/lib/apache2/modules")
needs_nginx = pytest.mark.skipif(NGINX is None, reason="no nginx here (Debian: apt-get install nginx-light)")
needs_apache = pytest.mark.skipif(
    APACHE is None or not MODULES.is_dir(), reason="no Apache here (Debian: apt-get install apache2)"
)

_NGINX = """\
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    include {folder}/ours.conf;
  }}
}}
"""
_APACHE = """\
ServerRoot {folder}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Mutex file:{folder} default
ServerName localhost
Listen 127.0.0.1:{port}
{modules}
TypesConfig /dev/null
DocumentRoot {root}
<Directory {root}>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
_WANTED = "mpm_event authz_core mime dir headers alias filter deflate".split()


class Answer(NamedTuple):
    """What a server answered: status, headers by their names in small letters, bytes."""

    status: int
    headers: dict[str, str]
    body: bytes


class Server(NamedTuple):
    """A server that runs. ``base`` is the path the site lies under, ``/`` or ``/viertel/``."""

    port: int
    base: str

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, **headers: str) -> Answer:
        """A file of the site, ``aktuelles/``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", self.base + path, headers=headers)
            answer = connection.getresponse()
            # No header may come twice: a second policy or type would not be ours.
            names = [name.lower() for name, _ in answer.getheaders()]
            assert sorted(set(names)) == sorted(names), names
            return Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(folder: Path, public: Path, base: str) -> Iterator[Server]:
    """nginx with our lines in its server block."""
    assert NGINX
    port, root = _free(), _rooted(folder, public, base)
    (folder / "ours.conf").write_text(hosting.nginx(base), "utf-8")
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port, root=root), "utf-8")
    with _running([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")], folder, port):
        yield Server(port, base)


@contextmanager
def apache(folder: Path, public: Path, base: str) -> Iterator[Server]:
    """Apache, which reads the .htaccess that lies among the site's files."""
    assert APACHE
    port, root = _free(), _rooted(folder, public, base)
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in _WANTED)
    conf = _APACHE.format(folder=folder, port=port, root=root, modules=modules)
    (folder / "apache.conf").write_text(conf, "utf-8")
    with _running([APACHE, "-d", str(folder), "-f", str(folder / "apache.conf"), "-DFOREGROUND"], folder, port):
        yield Server(port, base)


def _rooted(folder: Path, public: Path, base: str) -> Path:
    """A server's root with a copy of the site below it. A server that dropped root's rights can read it."""
    root = folder / "root"
    shutil.copytree(public, root / base.strip("/") if base != "/" else root)
    for above in (root, *root.parents):
        if os.access(above, os.W_OK) and above.stat().st_uid == os.getuid():
            above.chmod(above.stat().st_mode | 0o055)
    return root


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            deadline = time.monotonic() + 20
            while not _answers(port):
                told = (folder / "said.txt").read_text("utf-8", "replace")
                assert process.poll() is None and time.monotonic() < deadline, told
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait(20)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
