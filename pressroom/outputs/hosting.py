"""Header files for the servers of others: ``.htaccess`` for Apache, ``_headers`` for Netlify and its like."""

from collections.abc import Iterator

from pressroom import hosting, urls
from pressroom.files import File, Text, later
from pressroom.validate import Site

_ORIGIN = "pressroom/hosting.py"


def files(site: Site) -> Iterator[File]:
    """Both of them; what nginx wants does not belong among the site's files, see docs/nginx.conf."""
    yield later(f"{urls.SITE}.htaccess", _ORIGIN, apache)
    yield later(f"{urls.SITE}_headers", _ORIGIN, netlify)


def apache(site: Site) -> Text:
    """For Apache."""
    return Text(hosting.apache(urls.base_path(site.base)))


def netlify(site: Site) -> Text:
    """For Netlify and Cloudflare Pages. The files of the search's index are not named: they change with every story."""
    design = site.design
    stamped = {"site.css": design.style, "clock.js": design.clock, "search.js": design.begin, "find.js": design.find}
    paths = [urls.path(urls.stamped(name, text)) for name, text in stamped.items()]
    return Text(hosting.netlify(urls.base_path(site.base), paths))
