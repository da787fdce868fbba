"""How a server hands out the site: which headers, which types, how long a file stays good."""

import re
from collections.abc import Iterable

SIGNED = "# Geschrieben von build.py"
"""How a hidden file of ours begins; one that begins otherwise is the host's, and stays as it is."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""What a page may load and where it may send: files of this site, and nothing else (Content Security Policy Level 3).

It stands in every page, so it also holds where a host sends no headers and where pages lie in a folder. The preview
reloads pages over a channel to itself, hence connect-src.
"""

REFERRER = "no-referrer"
"""Who follows a link tells nobody where from."""

HEADERS = {
    # Not allowed in a page: nobody may show the site in a frame of their own.
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What is sent with every answer. HTTPS alone (HSTS) is for whoever keeps the certificate to promise."""

_TEXTS = {
    "html": "text/html",
    "htm": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "ttl": "text/turtle",
    "xml": "application/xml",
    "rdf": "application/rdf+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "svg": "image/svg+xml",
}
_OTHERS = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
_NAMED = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""Files whose name says more than their ending: by their type a telephone finds the program that reads feeds."""
_CHARSET = "; charset=utf-8"

_FOREVER = "public, max-age=31536000, immutable"
_ONE_HOUR = "public, max-age=3600"
_ASK = "no-cache"
_STAMPED = r"-[0-9a-f]{8}\.(?:css|js)$"
"""Files whose name changes with their content (``urls.stamped``)."""
_PICTURES = r"\.(?:avif|webp|jpe?g|png|gif|ico|svg)$"
_HIDDEN = r"/\.(?!well-known/)"


def content_type(path: str) -> str:
    """The type a file is sent as; that of plain bytes for what we do not publish."""
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2]
    text = _NAMED.get(name) or _TEXTS.get(ending)
    return f"{text}{_CHARSET}" if text else _OTHERS.get(ending, "application/octet-stream")


def kept(path: str) -> str:
    """How long a browser may show a file without asking.

    A cancelled date must be seen at once, so pages, feeds and calendars are always asked for; a picture that was
    withdrawn may stay for an hour.
    """
    if re.search(_STAMPED, path):
        return _FOREVER
    return _ONE_HOUR if re.search(_PICTURES, path) else _ASK


def apache(base_path: str) -> str:
    """The file ``.htaccess``. ``base_path`` is the path of the site's address, ``/`` or ``/viertel/``."""
    lines = [
        f"{SIGNED}; bitte nicht von Hand ändern. Woher es kommt: pressroom/hosting.py.",
        "# Wirkt, wo Apache „AllowOverride FileInfo“ oder „AllowOverride All“ gesetzt hat.",
        f"ErrorDocument 404 {base_path}404.html",
        "<IfModule mod_mime.c>",
        *(f"  AddType {kind} .{ending}" for ending, kind in (_TEXTS | _OTHERS).items()),
        f"  AddCharset utf-8 {' '.join(f'.{ending}' for ending in _TEXTS)}",
        "</IfModule>",
    ]
    for name, kind in _NAMED.items():
        lines += [f'<Files "{name}">', f'  ForceType "{kind}{_CHARSET}"', "</Files>"]
    lines += [
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in HEADERS.items()),
        f'  Header always set Cache-Control "{_ASK}"',
        *_for_files(_PICTURES, _ONE_HOUR),
        *_for_files(_STAMPED, _FOREVER),
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        "  <IfModule mod_filter.c>",
        f"    AddOutputFilterByType DEFLATE {' '.join(_squeezed())}",
        "  </IfModule>",
        "</IfModule>",
        "<IfModule mod_alias.c>",
        f'  RedirectMatch 404 "{_HIDDEN}"',
        "</IfModule>",
    ]
    return "\n".join([*lines, ""])


def nginx(base_path: str) -> str:
    """What belongs into the ``server`` block of nginx. ``base_path`` as for Apache."""
    both = _TEXTS | _OTHERS
    lines = [
        f"{SIGNED} schemas; bitte nicht von Hand ändern. Woher es kommt: pressroom/hosting.py.",
        "# Gehört in den server-Block der Website:  include /etc/nginx/snippets/gesundbrunnen.conf;",
        "# Liegt die Website in einem Unterordner, gehört dessen Pfad vor /404.html.",
        "index index.html;",
        f"error_page 404 {base_path}404.html;",
        "server_tokens off;",
        "charset utf-8;",
        f"charset_types {' '.join(kind for kind in (*_TEXTS.values(), *_NAMED.values()) if kind != 'text/html')};",
        "gzip on;",
        "gzip_vary on;",
        f"gzip_types {' '.join(kind for kind in _squeezed() if kind != 'text/html')};",
        "types {",
        *(f"  {kind} {' '.join(e for e, k in both.items() if k == kind)};" for kind in dict.fromkeys(both.values())),
        "}",
        "default_type application/octet-stream;",
    ]
    for name, kind in _NAMED.items():
        lines.append(f"location ~ /{re.escape(name)}$ {{ types {{ }} default_type {kind}; }}")
    lines += [
        f'location ~ "{_HIDDEN}" {{ return 404; }}',
        f'set $kept "{_ASK}";',
        f'if ($uri ~ "{_PICTURES}") {{ set $kept "{_ONE_HOUR}"; }}',
        f'if ($uri ~ "{_STAMPED}") {{ set $kept "{_FOREVER}"; }}',
        "add_header Cache-Control $kept always;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
    ]
    return "\n".join([*lines, ""])


def netlify(base_path: str, stamped: Iterable[str]) -> str:
    """The file ``_headers``, as Netlify and Cloudflare Pages read it from the top of what they publish.

    ``stamped`` are paths of files whose name changes with their content. These hosts know types, and have all else
    asked for each time.
    """
    lines = [
        f"{SIGNED}; bitte nicht von Hand ändern. Woher es kommt: pressroom/hosting.py.",
        f"{base_path}*",
        *(f"  {name}: {value}" for name, value in HEADERS.items()),
    ]
    for path in stamped:
        lines += [f"{base_path}{path}", f"  Cache-Control: {_FOREVER}"]
    return "\n".join([*lines, ""])


def _for_files(pattern: str, value: str) -> tuple[str, ...]:
    return f'  <FilesMatch "{pattern}">', f'    Header always set Cache-Control "{value}"', "  </FilesMatch>"


def _squeezed() -> tuple[str, ...]:
    """The types that are worth compressing on the way."""
    return (*_TEXTS.values(), *_NAMED.values())
