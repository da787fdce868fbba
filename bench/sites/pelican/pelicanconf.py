"""Pelican set to the same pages as ours has, with everything it can remember remembered."""

from collections.abc import Sequence
from typing import Any

SITENAME = "Messort"
SITEURL = "https://example.org"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "de"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"

ARTICLE_PATHS = ["news", "events", "projects"]
PAGE_PATHS: list[str] = []
STATIC_PATHS = ["bilder"]
ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
TAGS_SAVE_AS = "tags/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
ARCHIVES_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
PAGINATED_TEMPLATES = {"category": 20, "tag": 20}
DEFAULT_PAGINATION = 20
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None

_EXTENSIONS = ("extra", "meta", "sane_lists", "smarty", "toc")
MARKDOWN = {
    "extension_configs": {f"markdown.extensions.{name}": {} for name in _EXTENSIONS},
    "output_format": "html5",
}

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "mtime"
STATIC_CHECK_IF_MODIFIED = True

_projects: dict[str, Any] = {}
_of: list[Sequence[Any]] = []


def project(slug: str, articles: Sequence[Any]) -> Any:
    """The article of a project by its slug, found without asking all articles for each news."""
    if not _of or _of[0] is not articles:
        _of[:] = [articles]
        _projects.clear()
        _projects.update((article.slug, article) for article in articles if article.category.slug == "projects")
    return _projects[slug]


JINJA_FILTERS = {"project": project}
