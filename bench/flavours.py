"""Writes a corpus as the content of each generator; the words are the same in all of them."""

import importlib.util
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench import corpus
from bench.corpus import Item

HERE = Path(__file__).resolve().parent
NAMING = 100
"""So many news name project 0, whose title one of the measurements changes."""

_PICTURE = re.compile(r"!\[([^\]]*)\]\((?:/[^)]*)?/([^/)]+)\)")
_INSIDE = re.compile(r"(?<!!)\[([^\]]*)\]\(/[^)]*\)")
_FOLDERS = {"news": "news", "event": "events", "project": "projects"}


@dataclass(frozen=True)
class Corpus:
    """Where items come from. ``digest`` tells two corpora apart, and what was written of an older one."""

    name: str
    make: Callable[[str, int], Item]
    digest: str

    def items(self, n: int) -> Iterator[Item]:
        """n news, a fifth as many events, a twentieth as many projects."""
        for kind, count in (("news", n), ("event", n // 5), ("project", max(1, n // 20))):
            for i in range(count):
                yield self.make(kind, i)


def load(file: Path | None = None, name: str = "given") -> Corpus:
    """Our own corpus, or that of a Python file with a function ``make(kind, i)`` like ours."""
    path = file or Path(corpus.__file__)
    digest = sha256(path.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:12]
    if file is None:
        return Corpus("own", corpus.make, digest)
    spec = importlib.util.spec_from_file_location("given_corpus", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Corpus(name, module.make, digest)


def source(flavour: str, item: Item) -> str:
    """The file of an item, from the folder of its site."""
    folder = _FOLDERS[item["kind"]]
    if flavour != "ours" or item["kind"] == "project":
        return f"content/{folder}/{item['slug']}.md"
    return f"content/{folder}/{item['date']}-{item['slug']}.md"


def page(flavour: str, item: Item) -> str:
    """The address of an item, with a slash at both ends."""
    if flavour != "ours":
        return f"/{_FOLDERS[item['kind']]}/{item['slug']}/"
    section = {"news": "aktuelles", "event": "termine", "project": "projekte"}[item["kind"]]
    year = "" if item["kind"] == "project" else f"{item['date'].year}/"
    return f"/{section}/{year}{item['slug']}/"


def text(flavour: str, item: Item, project: str) -> str:
    """The whole text of an item's file. ``project`` is the slug of project 0."""
    named = project if item["kind"] == "news" and item["i"] < NAMING else ""
    return {"ours": _ours, "hugo": _hugo, "pelican": _pelican}[flavour](item, named)


def write(flavour: str, folder: Path, source_of: Corpus, n: int) -> None:
    """A site's content: all items, the pictures they show, and for ours what else a site must have."""
    project = source_of.make("project", 0)["slug"]
    pictures: set[str] = set()
    items = []
    for item in source_of.items(n):
        file = folder / source(flavour, item)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(flavour, item, project), "utf-8", newline="\n")
        pictures.update(match[2] for match in _PICTURE.finditer(item.pop("body")))
        if "image" in item:
            pictures.add(_name(item["image"]))
        items.append(item)
    beside = {"ours": "content/media", "hugo": "static/bilder", "pelican": "content/bilder"}[flavour]
    (folder / beside).mkdir(parents=True, exist_ok=True)
    for name in sorted(pictures):
        (folder / beside / name).write_bytes(drawn(name))
    if flavour == "ours":
        _rest(folder / "content", items, pictures)


def _rest(content: Path, items: list[Item], pictures: set[str]) -> None:
    """What only our site has as files of their own: places, partners, descriptions of pictures, topics."""
    for picture in pictures:
        described = f"alt: Bunte Streifen, {picture}\nauthor: bench/flavours.py\nlicence: CC0 1.0\npeople: no\n"
        (content / "media" / picture).with_suffix(".yaml").write_text(described, "utf-8", newline="\n")
    for folder, key, more in (("places", "location", ""), ("partners", "traeger", "kind: association\n")):
        (content / folder).mkdir(exist_ok=True)
        for name in sorted({item[key] for item in items if key in item}):
            file = content / folder / f"{corpus.slugified(name)}.yaml"
            file.write_text(f"name: {_quoted(name)}\n{more}", "utf-8", newline="\n")
    (content / "pages").mkdir(exist_ok=True)
    for page in (HERE / "sites" / "ours" / "pages").glob("*.md"):
        (content / "pages" / page.name).write_bytes(page.read_bytes())
    (content / "words").mkdir(exist_ok=True)
    words = HERE.parent / "content" / "words" / "de.yaml"
    (content / "words" / words.name).write_bytes(words.read_bytes())
    tags = sorted({tag for item in items for tag in item.get("tags", ())})
    topics = "".join(f"  {corpus.slugified(tag)}: {tag}\n" for tag in tags)
    settings = (HERE / "sites" / "ours" / "site.yaml").read_text("utf-8")
    (content / "site.yaml").write_text(settings + topics, "utf-8", newline="\n")


def _ours(item: Item, project: str) -> str:
    body = _INSIDE.sub(r"[\1](../pages/ueber-uns.md)", _PICTURE.sub(r"![\1](../media/\2)", item["body"]))
    source = f"Heft {item['i'] % 90 + 1} des Messorts"
    sources = ["sources:", f"  - title: {source}", f"    url: https://example.org/hefte/{item['i']}"]
    if item["kind"] == "news":
        head = [
            f"summary: {_quoted(item['summary'])}",
            f"date: {item['date']}",
            f"topics: [{', '.join(corpus.slugified(tag) for tag in item['tags'])}]",
            *([f"projects: [{project}]"] if project else []),
            f"picture: {_name(item['image'])}",
        ]
    elif item["kind"] == "event":
        head = [
            f"summary: {_quoted(_facts(item))}",
            f"start: {item['start']:%Y-%m-%d %H:%M}",
            f"end: {item['end']:%Y-%m-%d %H:%M}",
            f"place: {corpus.slugified(item['location'])}",
        ]
    else:
        start, end = item["period"].split("–")
        head = [
            f"summary: {_quoted(_facts(item))}",
            "status: completed",
            f"lead: {corpus.slugified(item['traeger'])}",
            f"start: {start}",
            f"end: {end}",
            "funding:",
            "  programme: other",
            "  funders:",
            *(f"    - {_quoted(fund['name'])}" for fund in item["funding"]),
            f"  eligible_cost: {sum(fund['amount'] for fund in item['funding'])}",
            "aims:",
            f"  - {_quoted(item['title'] + '.')}",
            "results:",
            "  - Es ist gelungen.",
        ]
    return _with_head([f"title: {_quoted(item['title'])}", *head, *sources], body)


def _hugo(item: Item, project: str) -> str:
    head = [f"title: {_quoted(item['title'])}", f"date: {item['date']}"]
    if item["kind"] == "news":
        head += [f"summary: {_quoted(item['summary'])}", f"tags: [{', '.join(map(_quoted, item['tags']))}]"]
        head += [f"image: {item['image']}", *([f"project: {project}"] if project else [])]
    elif item["kind"] == "event":
        head += [f"start: {item['start'].isoformat()}", f"end: {item['end'].isoformat()}"]
        head += [f"location: {_quoted(item['location'])}"]
    else:
        head += [f"lead: {_quoted(item['traeger'])}", f"period: {_quoted(item['period'])}", "funding:"]
        for fund in item["funding"]:
            head += [f"  - name: {_quoted(fund['name'])}", f"    amount: {fund['amount']}"]
    return _with_head(head, item["body"])


def _pelican(item: Item, project: str) -> str:
    body: str = item["body"]
    head = [f"Title: {item['title']}", f"Date: {item['date']}", f"Slug: {item['slug']}"]
    head += [f"Category: {_FOLDERS[item['kind']]}"]
    if item["kind"] == "news":
        head += [f"Summary: {item['summary']}", f"Tags: {', '.join(item['tags'])}", f"Image: {item['image']}"]
        head += [f"Project: {project}"] if project else []
    else:
        head += [f"Summary: {_facts(item)}", f"Facts: {_facts(item)}"]
    return "\n".join(head) + "\n\n" + body


def _facts(item: Item) -> str:
    """What an event or a project is about, in one line."""
    if item["kind"] == "event":
        return f"{item['start']:%d.%m.%Y, %H:%M} bis {item['end']:%H:%M} Uhr, {item['location']}."
    given = ", ".join(f"{fund['name']} {fund['amount']} €" for fund in item["funding"])
    return f"{item['traeger']}, {item['period']}: {given}."


def _with_head(head: list[str], body: str) -> str:
    return "---\n" + "\n".join(head) + "\n---\n\n" + body


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _name(picture: str) -> str:
    return picture.rsplit("/", 1)[-1]


def drawn(name: str, width: int = 240, height: int = 160) -> bytes:
    """A small PNG of stripes; which ones depends on its name."""
    seed = zlib.crc32(name.encode())
    rows = bytearray()
    for y in range(height):
        rows.append(0)  # no filter
        for x in range(width):
            rows += bytes(((x * (seed % 7 + 1)) & 255, (y * (seed % 5 + 1)) & 255, ((x ^ y) + seed) & 255))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(rows)))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*parts, (b"IEND", b""))
    )
