"""What people, programs and accidents do to an office, each said in a sentence that can be repeated by hand.

``SEEN`` changes what visitors see, ``UNSEEN`` must change nothing, ``WRONG`` must be refused. That each keeps its word
is tested; in a random order a deed may find nothing left to do, or end in a mistake of its own.
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from PIL import Image

from pressroom import translating, withdrawal
from pressroom.slugs import slug
from tests import town, village
from tests.proof import AT_REST, BUILT, REFUSED, Apart, Office, Published, at_once, differences
from tests.town import ROOT

Option = TypeVar("Option")


class NothingToDo(Exception):
    """There is nothing left to choose from."""


class Choose(Protocol):
    """Picks one of several. Raises NothingToDo where there is none."""

    def __call__(self, options: Sequence[Option]) -> Option: ...


class Picks:
    """Chooses by numbers given beforehand, and the first of all once they are used up."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = list(numbers)

    def __call__(self, options: Sequence[Option]) -> Option:
        if not options:
            raise NothingToDo
        return options[(self.numbers.pop(0) if self.numbers else 0) % len(options)]


NOTHING = "Nothing, for there was nothing to do it to."


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done; ``act`` does it, and says in a sentence what it was."""

    name: str
    act: Callable[[Office, Choose], str]

    def __repr__(self) -> str:
        return self.name

    def do(self, office: Office, choose: Choose) -> str:
        """Does it, if there is anything to do it to."""
        try:
            return self.act(office, choose)
        except NothingToDo:
            return NOTHING


# Fields


def with_field(text: str, key: str, value: str | None) -> str:
    """A text with another value of a field of the first level; without it if the value is None."""
    line = "" if value is None else f"{key}: {value}\n"
    found = re.compile(rf"^{key}:.*\n(?:(?!---)[ -].*\n)*", re.MULTILINE)
    if found.search(text):
        return found.sub(lambda old: line, text, count=1)
    return text.replace("---\n", f"---\n{line}", 1) if text.startswith("---\n") else text + line


def field(folder: str, key: str, *values: str | None, first: str = "") -> Deed:
    """Another value of a field in one of the texts of a folder; those whose name holds ``first`` come first."""

    def do(office: Office, choose: Choose) -> str:
        names = [name for name in office.names(folder) if name.endswith((".md", ".yaml"))]
        name, value = choose(sorted(names, key=lambda name: first not in name)), choose(values)
        office.write(name, with_field(office.text(name), key, value))
        return f"{name}: {key} becomes {value}." if value is not None else f"{name}: {key} is taken out."

    return Deed(f"{folder} {key}", do)


TITLES = ("Ein anderer Titel", "Übung macht Spaß", "Was jetzt kommt")
TOPICS = ("[umwelt, kultur]", "[sport]", None)
FIELDS = (
    *(field(folder, "title", *TITLES) for folder in ("news", "events", "projects", "pages")),
    *(field(folder, "summary", "Ein anderer Satz.", "Zwei Sätze. Kurz.") for folder in ("news", "events", "projects")),
    *(field(folder, "topics", *TOPICS, first="park") for folder in ("news", "events", "projects")),
    # Whatever is hidden here, the other deeds choose something else first.
    field("news", "draft", "yes", None, first="laut"),
    field("events", "draft", "yes", None, first="sommerfest"),
    field("projects", "draft", "yes", None, first="hofgarten"),
    field("news", "publish", "2027-03-01", "2026-11-21", None, first="bericht"),
    field("events", "publish", "2027-03-01", "2026-11-21", None, first="lesung"),
    field("news", "expires", "2026-11-20", "2026-12-01", None, first="kurs"),
    field("events", "expires", "2026-11-20", "2026-12-01", None, first="fest"),
    *(field(folder, "aliases", f"[/frueher/{folder}/]", None, first="park") for folder in ("news", "projects")),
    *(field(folder, "picture", "plan.svg", "platz.png", None) for folder in ("news", "events", "projects", "pages")),
    *(field(folder, "partners", "[musterschule, parkverein]", None) for folder in ("news", "events")),
    field("news", "date", "2025-12-31", "2026-11-21", "2024", first="park"),
    field("news", "projects", "[hofgarten]", None, first="park"),
    field("news", "events", "[park-fest]", "[tanztreff, park-fest]", None, first="fest-bericht"),
    field("news", "updated", "2026-11-20", None),
    field("news", "sources", "https://www.example.org/mehr", None),
    field("events", "start", "2026-12-04 17:00", "2026-11-23 20:00", first="park-fest"),
    field("events", "status", "cancelled", "postponed", "online", "scheduled", first="park-fest"),
    field("events", "place", "nachbarhaus", None, first="park"),
    field("events", "organizer", "musterschule", None, first="park"),
    field("events", "cost", "2 Euro", None),
    field("events", "except", "[2027-01-05]", None, first="tanztreff"),
    field("events", "changes", "\n  - date: 2027-01-12\n    status: online", None, first="tanztreff"),
    field("events", "repeat", "\n  every: week\n  until: 2027-03-30", "\n  every: 2 weeks", first="tanztreff"),
    field("projects", "status", "running", "planned", "unconfirmed", first="neuer-park"),
    field("projects", "end", "2022-06", "2022", first="neuer-park"),
    field("projects", "lead", "musterschule", None, first="neuer-park"),
    field("projects", "results", "[Es wurde gefeiert.]", None, first="neuer-park"),
    field("projects", "funding", "\n  programme: esf-2014-2020\n  eligible_cost: 2500", None, first="neuer-park"),
    field(
        "pages", "timeline", "\n  - date: 2020\n    title: Die Kirschen\n    project: hofgarten", None, first="viertel"
    ),
    field("partners", "name", "Verein der Freunde", "Ältere Schule"),
    field("partners", "kind", "church", "company", None),
    field("partners", "phone", "030 23125-999", None),
    field("partners", "topics", "[kultur]", None),
    field("places", "name", "Alter Hof", "Zentrum"),
    field("places", "address", "Neuer Weg 9, 01234 Musterstadt", None),
    field("places", "accessibility", "stufenlos", None),
    field("media", "alt", "Etwas anderes.", first="platz"),
    field("media", "author", "Jemand anderes", first="brunnen"),
    field("media", "licence", "CC BY 4.0", first="brunnen"),
    field("media", "source", "https://bilder.example/", None, first="brunnen"),
    field("media", "download", "yes", None, first="platz"),
)

SETTINGS = tuple(
    field("site.yaml", key, *values)
    for key, values in {
        "title": ("Anderes Viertel", "Übungsviertel"),
        "claim": ("Ein anderer Leitsatz",),
        "description": ("Eine andere Beschreibung.",),
        "base_url": ("https://anders.example/", "https://muster.example/unter/ordner/"),
        "navigation": (
            "\n  - {title: Neues, to: news}",
            "\n  - {title: Wege, to: viertel}\n  - {title: Neues, to: news}",
        ),
        "footer": ("\n  - {title: Kontakt, to: kontakt}\n  - {title: Orte, to: places}",),
        "topics": ("\n  kultur: Kunst und Musik\n  sport: Sport\n  umwelt: Grün",),
        "school_holidays": ("\n  - {title: Ferien, start: 2026-11-30, end: 2026-12-05}",),
    }.items()
)


# Texts


def more_text(office: Office, choose: Choose) -> str:
    names = office.names("news", "events", "projects", "pages", suffix=".md")
    name, words = choose(names), choose(("Und noch ein Satz.", "- erstens\n- zweitens", "## Was noch fehlt\n\nViel."))
    office.write(name, f"{office.text(name)}\n{words}\n")
    return f"{name}: at the end stands „{words}“."


def heading_renamed(office: Office, choose: Choose) -> str:
    """With every link to it, as an editor who searches the folder would."""
    told = office.names("news", "events", "projects", "pages", suffix=".md")
    headings = [(name, old) for name in told for old in re.findall(r"(?m)^## (.+)$", office.text(name))]
    name, old = choose(headings)
    office.write(name, office.text(name).replace(f"## {old}\n", f"## {old} jetzt\n"))
    for other in told:
        text = office.text(other)
        office.write_if_new(other, text.replace(f"#{slug(old)})", f"#{slug(old)}-jetzt)"))
    return f"{name}: the heading „{old}“ becomes „{old} jetzt“, and every link to it follows."


def link_added(office: Office, choose: Choose) -> str:
    name = choose(office.names("news", "events", "projects", "pages", suffix=".md"))
    target = choose(office.names("projects", "news", "events", "pages", "partners", "places"))
    office.write(name, f"{office.text(name)}\nSiehe [dort](../{target}).\n")
    return f"{name}: a link to ../{target} at the end."


def picture_in_text(office: Office, choose: Choose) -> str:
    name = choose(office.names("news", "pages", suffix=".md"))
    picture = choose([*office.names("media", suffix=".svg"), *office.names("media", suffix=".png")])
    office.write(name, f"{office.text(name)}\n![Noch ein Bild.](../{picture})\n")
    return f"{name}: the picture ../{picture} at the end."


NEW = {
    "news/neu-da.md": village.ENTWURF.replace("draft: yes\n", ""),
    "events/nochmal-neu.md": village.PARK_FEST,
    "events/neue-serie.md": village.TANZTREFF.replace("Tanztreff", "Singtreff"),
    "projects/zweiter-park.md": town.PROJECT.replace("verein", "parkverein"),
    "pages/neue-seite.md": village.START.replace("Willkommen", "Noch eine Seite"),
    "partners/neuer-partner.yaml": "name: Anglerverein\nkind: association\n",
    "places/neuer-ort.yaml": "name: Am Weiher\n",
}


TONGUES = ("en", "ar", "uk")


def _languages(office: Office) -> list[str]:
    """The languages the site appears in beside German."""
    found = re.search(r"(?m)^languages: \[de(.*)\]$", office.text("site.yaml"))
    return re.findall(r"[a-z]+", found[1]) if found else []


def language_added(office: Office, choose: Choose) -> str:
    """With its words, which are German here and marked as unread, and one page."""
    lang = choose([lang for lang in TONGUES if lang not in _languages(office)])
    office.write(f"words/{lang}.yaml", f"review: pending\n{town.WORDS}")
    office.write(f"site.{lang}.yaml", f"title: Viertel {lang}\nclaim: Wort\ndescription: Ein Satz.\n")
    office.write(f"pages/kontakt.{lang}.md", "---\ntitle: Fragen\nsummary: Rufen Sie an.\n---\nHier.\n")
    wanted = f"[{', '.join(('de', *_languages(office), lang))}]"
    office.write("site.yaml", with_field(office.text("site.yaml"), "languages", wanted))
    return f"The site appears in {lang} too: words/{lang}.yaml, site.{lang}.yaml and pages/kontakt.{lang}.md are new."


def _language(office: Office, choose: Choose) -> tuple[str, str]:
    """One of them, added first where there is none, and what was said of that."""
    said = "" if _languages(office) else language_added(office, choose)
    return choose(_languages(office)), said


def translation_added(office: Office, choose: Choose) -> str:
    lang, said = _language(office, choose)
    sources = [name for name in office.names("news", "events", "pages", suffix=".md") if name.count(".") == 1]
    name = choose([name for name in sources if not (office.content / name.replace(".md", f".{lang}.md")).exists()])
    told = name.replace(".md", f".{lang}.md")
    office.write(told, "---\ntitle: Anders gesagt\nsummary: Ein Satz.\n---\nEin Text.\n")
    if choose((True, False)):
        translating.note(office.content, f"content/{told}", date(2026, 11, 1), minor=False)
    return f"{said} {told}: is new.".strip()


def translation_outdated(office: Office, choose: Choose) -> str:
    """Noted as current at first, whatever it was."""
    said = _language(office, choose)[1]
    told = choose([name for name in office.names("news", "events", "pages", suffix=".md") if name.count(".") == 2])
    source = re.sub(r"\.[a-z]+\.md$", ".md", told)
    translating.note(office.content, f"content/{told}", date(2026, 11, 1), minor=False)
    office.write(source, f"{office.text(source)}\nDas ist neu.\n")
    return f"{said} {told}: is noted as current, and then {source} gets a paragraph more.".strip()


def words_read(office: Office, choose: Choose) -> str:
    lang, said = _language(office, choose)
    text = office.text(f"words/{lang}.yaml")
    before, after = ("pending", "done") if text.startswith("review: pending") else ("done", "pending")
    office.write(f"words/{lang}.yaml", text.replace(f"review: {before}", f"review: {after}", 1))
    return f"{said} words/{lang}.yaml: review becomes {after}.".strip()


def story_added(office: Office, choose: Choose) -> str:
    name = choose([name for name in NEW if not (office.content / name).exists()] or list(NEW))
    office.write(name, NEW[name])
    return f"{name}: is new, and holds NEW[{name!r}] of tests/deeds.py."


def story_removed(office: Office, choose: Choose) -> str:
    """With every mention, as an editor who searches the folder would."""
    names = office.names("news", "events", "projects", "partners", "places")
    name = choose(names)
    stem = Path(name).stem
    (office.content / name).unlink()
    for other in office.names("news", "events", "projects", "pages", "partners", "places"):
        text = re.sub(rf"\[([^\]]*)\]\((?:[^)]*/)?{stem}\.(?:md|yaml)[^)]*\)", r"\1", office.text(other))
        text = re.sub(rf"(?m)^ *\w+: {stem}\n", "", text)
        text = re.sub(rf"(?m)^(\w+: \[){stem}(?:, )?|, {stem}(?=[,\]])", r"\1", text)
        office.write_if_new(other, re.sub(r"(?m)^\w+: \[\]\n", "", text))
    return f"{name}: is removed, with every link to it and every field that names it."


def story_renamed(office: Office, choose: Choose) -> str:
    """With every mention; its address changes."""
    names = office.names("news", "events", "projects", "partners", "places")
    name = choose(names)
    stem, suffix = Path(name).stem, Path(name).suffix
    there = f"{name.removesuffix(suffix)}-anders{suffix}"
    (office.content / name).rename(office.content / there)
    for other in office.names("news", "events", "projects", "pages", "partners", "places"):
        office.write_if_new(other, re.sub(rf"(?<![\w-]){stem}(?![\w-])", f"{stem}-anders", office.text(other)))
    return f"{name}: is renamed to {there}, and so is every mention of {stem}."


# Pictures


def picture_replaced(office: Office, choose: Choose) -> str:
    names = office.names("media", suffix=".png")
    name, colour, size = choose(names), choose(("#a8663a", "#8a6fa8")), choose(((64, 48), (96, 40), (600, 400)))
    office.write(name, village.png(colour, size))
    return f"{name}: is another picture, {colour} and {size[0]} × {size[1]}."


def drawing_replaced(office: Office, choose: Choose) -> str:
    names = office.names("media", suffix=".svg")
    name, colour = choose(names), choose(("#d9795d", "#6f9fb8"))
    office.write(name, re.sub(r"#[0-9a-f]{6}", colour, village.PLAN))
    return f"{name}: is another drawing, in {colour}."


def picture_added(office: Office, choose: Choose) -> str:
    name = choose(office.names("news", "events", "projects", suffix=".md"))
    office.write("media/neu.png", village.png("#6f9fb8", (80, 80)))
    office.write("media/neu.yaml", village.described("Ein neues Bild."))
    office.write(name, with_field(office.text(name), "picture", "neu.png"))
    return f"media/neu.png and neu.yaml are new, and the picture of {name}."


def picture_removed(office: Office, choose: Choose) -> str:
    names = office.names("media", suffix=".png")
    name = choose(names)
    for gone in (name, name.replace(".png", ".yaml")):
        (office.content / gone).unlink(missing_ok=True)
    mend(office, name)
    return f"{name}: is removed with its description and every use of it."


def mend(office: Office, name: str) -> None:
    """Takes every use of a picture out of the texts."""
    file = name.removeprefix("media/")
    for other in office.names("news", "events", "projects", "pages"):
        text = re.sub(rf"(?m)^picture: {file}\n|^!\[.*{file}\)\n", "", office.text(other))
        office.write_if_new(other, text)


def picture_withdrawn(office: Office, choose: Choose) -> str:
    """With build.py withdraw, which empties most of the memory; then every use of it is taken out."""
    name = choose(office.names("media", suffix=".png"))
    found = withdrawal.traces(name, office.content, office.job.output, office.memory)
    withdrawal.withdraw(found, office.job.output, office.job.today, "")
    mend(office, name)
    return f"{name}: is withdrawn, and every use of it taken out."


# The design


def template(pattern: str) -> Deed:
    """Another attribute in the first element of one of the templates."""

    def do(office: Office, choose: Choose) -> str:
        files = sorted((office.root / "templates").glob(pattern))
        file, value = choose(files), choose(("eins", "zwei"))
        # An element in a comment is none.
        first = re.compile(r"\A(?:\{#.*?#\}|[^<]|<(?!\w))*<\w+", re.DOTALL)
        file.write_text(first.sub(rf'\g<0> data-neu="{value}"', file.read_text("utf-8")), "utf-8")
        return f"design/templates/{pattern}: in {file.name} the first element gets data-neu={value}."

    return Deed(f"template {pattern}", do)


def sheet_changed(office: Office, choose: Choose) -> str:
    """Seen only where there are sheets."""
    file = office.root / "templates" / "print" / choose(("preview.typ", "event.typ"))
    file.write_text(file.read_text("utf-8") + "\n#place(rect(width: 2pt, height: 2pt))\n", "utf-8")
    return f"design/templates/print/{file.name}: draws a small square."


def part_added(office: Office, choose: Choose) -> str:
    (office.root / "templates" / "parts" / "neu.html").write_text("{# New. #}\n<p>Neu.</p>\n", "utf-8")
    page = office.root / "templates" / choose(("base.html", "pages/story.html", "parts/footer.html"))
    text = page.read_text("utf-8")
    # The last tag but one: behind it nothing of the page is left out.
    at = text.rindex("</")
    page.write_text(text[:at] + '{% include "parts/neu.html" %}' + text[at:], "utf-8")
    return f"design/templates/parts/neu.html is new, and {page.name} includes it."


def part_changed(office: Office, choose: Choose) -> str:
    part_added(office, choose)
    office.prove()
    (office.root / "templates" / "parts" / "neu.html").write_text("{# New. #}\n<p>Neuer.</p>\n", "utf-8")
    return "design/templates/parts/neu.html is new, base.html includes it; build; then it says „Neuer.“."


def style_changed(office: Office, choose: Choose) -> str:
    file = choose(sorted((office.root / "assets" / "css").rglob("*.css")))
    file.write_text(f"{file.read_text('utf-8')}@layer parts {{ .neu {{ color: red; }} }}\n", "utf-8")
    return f"design/assets/css/{file.name}: one more rule at the end."


def style_added(office: Office, choose: Choose) -> str:
    name = choose(("aaa", "neu", "zzz"))
    file = office.root / "assets" / "css" / "parts" / f"{name}.css"
    file.write_text(f"@layer parts {{ .{name} {{ color: blue; }} }}\n", "utf-8")
    return f"design/assets/css/parts/{name}.css is new."


def style_remark(office: Office, choose: Choose) -> str:
    """Not a byte of the site is another, but what is told of the style sheet is told at other lines."""
    name = choose(("funding", "paid"))
    file = office.root / "assets" / "css" / "parts" / f"{name}.css"
    file.write_text(f"/* Eine Anmerkung\n   auf zwei Zeilen. */\n{file.read_text('utf-8')}", "utf-8")
    return f"design/assets/css/parts/{name}.css: a remark at its beginning."


def style_spoilt(office: Office, choose: Choose) -> str:
    name = choose(("funding", "paid"))
    file = office.root / "assets" / "css" / "parts" / f"{name}.css"
    value = choose(("opacity: 0.5", "display: none", "filter: sepia(1)"))
    file.write_text(f"{file.read_text('utf-8')}@layer parts {{ .{name} {{ {value}; }} }}\n", "utf-8")
    return f"design/assets/css/parts/{name}.css: {value} for the notice."


def style_removed(office: Office, choose: Choose) -> str:
    # Without these two the notice of the funding would be an error, not another site.
    files = sorted((office.root / "assets" / "css" / "parts").glob("*.css"))
    file = choose([file for file in files if file.stem not in ("funding", "paid")])
    file.unlink()
    return f"design/assets/css/parts/{file.name} is removed."


def script_changed(office: Office, choose: Choose) -> str:
    file = choose(sorted((office.root / "assets" / "js").glob("*.js")))
    file.write_text(f"{file.read_text('utf-8')}var neu;\n", "utf-8")
    return f"design/assets/js/{file.name}: one more line at the end."


# How it is built


def today(*days: int) -> Deed:
    """Another day, so many days from now on."""

    def do(office: Office, choose: Choose) -> str:
        moved = choose(days)
        office.job = replace(office.job, today=office.job.today + timedelta(moved))
        return f"From now on today is {office.job.today}."

    return Deed(f"today {days[0]:+}", do)


def day_itself(office: Office, choose: Choose) -> str:
    """A day on which something appears, lapses, begins, ends or is over."""
    days = (date(2026, 11, 25), date(2026, 11, 24), date(2026, 12, 5), date(2027, 2, 8), date(2027, 6, 30))
    office.job = replace(office.job, today=choose(days))
    return f"From now on today is {office.job.today}."


def drafts(office: Office, choose: Choose) -> str:
    office.job = replace(office.job, drafts=not office.job.drafts)
    return f"From now on drafts={office.job.drafts}."


def sheets(office: Office, choose: Choose) -> str:
    office.job = replace(office.job, papers=not office.job.papers)
    return f"From now on papers={office.job.papers}."


def other_address(office: Office, choose: Choose) -> str:
    address = choose(("https://vorschau.example/hier/", "https://vorschau.example/", None))
    office.job = replace(office.job, base_url=address)
    return f"From now on base_url={address!r}."


def examples(office: Office, choose: Choose) -> str:
    folder = None if office.job.examples else ROOT / "tests" / "examples"
    office.job = replace(office.job, examples=folder)
    return f"From now on examples={folder}, as for the preview."


def workers(office: Office, choose: Choose) -> str:
    office.job = replace(office.job, jobs=3 - office.job.jobs)
    return f"From now on jobs={office.job.jobs}."


def fresh(office: Office, choose: Choose) -> str:
    office.job = replace(office.job, fresh=not office.job.fresh)
    return f"From now on fresh={office.job.fresh}."


def process(office: Office, choose: Choose) -> str:
    office.elsewhere = not office.elsewhere
    return "From now on each build " + (
        "is a process of its own." if office.elsewhere else "is a call in this process."
    )


def check_first(office: Office, choose: Choose) -> str:
    office.check_first = not office.check_first
    return "From now on build.py check runs " + ("before each build." if office.check_first else "after each build.")


def other_output(office: Office, choose: Choose) -> str:
    names = [name for name in ("public", "anderswo", "neu/hier") if office.folder / name != office.job.output]
    office.job = replace(office.job, output=office.folder / choose(names))
    return f"From now on the site is built into {office.job.output.relative_to(office.folder)}/."


# Files that are saved, though nothing changes


def any_file(office: Office, choose: Choose) -> Path:
    """A text, a picture or a file of the design."""
    folder = choose((office.content, office.root))
    return choose([file for file in sorted(folder.rglob("*")) if file.is_file()])


def saved_again(office: Office, choose: Choose) -> str:
    file = any_file(office, choose)
    file.write_bytes(file.read_bytes())
    return f"{file.name}: is saved again as it was."


def saved_aside(office: Office, choose: Choose) -> str:
    """As many editors save: into a new file, which then takes the place of the old one."""
    file = any_file(office, choose)
    aside = file.with_name(".aside")
    aside.write_bytes(file.read_bytes())
    aside.replace(file)
    return f"{file.name}: is replaced by a copy of itself."


def dated(office: Office, choose: Choose) -> str:
    file, when = any_file(office, choose), choose((0, 10**9, 2 * 10**9))
    os.utime(file, (when, when))
    return f"{file.name}: gets the date {when} (seconds since 1970)."


def windows_ends(office: Office, choose: Choose) -> str:
    name = choose([*office.names("news"), *office.names("partners"), *office.names("pages")])
    office.write(name, b"\xef\xbb\xbf" + office.text(name).replace("\n", "\r\n").encode())
    return f"{name}: is saved with a byte order mark and the line ends of Windows."


def junk(office: Office, choose: Choose) -> str:
    name = choose((".DS_Store", "news/~$park.md", "media/Thumbs.db", "news/.park.md.swp"))
    office.write(name, b"\0\1")
    return f"{name}: is there, as programs leave it behind."


def stray(office: Office, choose: Choose) -> str:
    name = choose(("news/brief.docx", "notizen.txt", "media/film.mp4"))
    office.write(name, b"?")
    return f"{name}: is there, which is no content."


def at_rest(office: Office, choose: Choose) -> str:
    time.sleep(AT_REST)
    return f"For {AT_REST} seconds nobody does anything."


def same_size_text(office: Office, choose: Choose) -> str:
    """An edit that keeps the size of a file, by a program that puts its date back. Only its ctime tells."""
    told = re.compile(r"(?m)^(summary|name|alt|claim): (.*)[a-z]")
    names = ["site.yaml", *office.names("news", "events", "projects", "pages", "partners", "places", "media")]
    names = [name for name in names if name.endswith((".md", ".yaml")) and told.search(office.text(name))]
    name, sign = choose(names), choose(("x", "y"))
    found = (office.content / name).stat()
    office.write(name, told.sub(rf"\1: \2{sign}", (office.content / name).read_bytes().decode(), count=1))
    os.utime(office.content / name, ns=(found.st_atime_ns, found.st_mtime_ns))
    return f"{name}: the last small letter of summary, name, alt or claim becomes {sign}; the date is put back."


def same_size_picture(office: Office, choose: Choose) -> str:
    names = office.names("media", suffix=".png")
    name, colour = choose(names), choose(("#a8663a", "#8a6fa8"))
    file = office.content / name
    found = file.stat()
    try:
        with Image.open(file) as picture:
            data = village.png(colour, picture.size)
    except OSError:
        raise NothingToDo from None
    if len(data) != found.st_size:
        raise NothingToDo
    file.write_bytes(data)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    return f"{name}: its colour becomes {colour}; its size and its date are as before."


# The output folder


def page_deleted(office: Office, choose: Choose) -> str:
    files = office.published()
    file = choose(files)
    file.unlink()
    return f"{file.relative_to(office.folder)}: is deleted."


def page_altered(office: Office, choose: Choose) -> str:
    """Also with its old size and date, as a program that copies or repairs may leave it."""
    files = [file for file in office.published() if file.stat().st_size]
    file, quietly = choose(files), choose((True, False))
    found, data = file.stat(), file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) + (b"" if quietly else b"!"))
    if quietly:
        os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    told = "its last byte is another, its size and date are as before" if quietly else "it ends in another way"
    return f"{file.relative_to(office.folder)}: {told}."


def _made_a_folder(file: Path, office: Office) -> str:
    file.unlink()
    file.mkdir()
    return f"{file.relative_to(office.folder)}: is a folder."


def page_made_a_folder(office: Office, choose: Choose) -> str:
    file = choose(office.published())
    told = _made_a_folder(file, office)
    if choose((True, False)):
        (file / "x.html").write_text("x", "utf-8")
    return told


def folder_made_a_file(office: Office, choose: Choose) -> str:
    folders = sorted({file.parent for file in office.published()} - {office.job.output})
    folder = choose(folders)
    shutil.rmtree(folder)
    folder.write_text("x", "utf-8")
    return f"{folder.relative_to(office.folder)}: is a file."


def page_made_a_link(office: Office, choose: Choose) -> str:
    """To a file elsewhere that holds the very same, or another."""
    files = office.published()
    if os.name == "nt":
        return NOTHING
    file, same = choose(files), choose((True, False))
    elsewhere = office.folder / "linked"
    elsewhere.mkdir(exist_ok=True)
    copy = elsewhere / file.name
    copy.write_bytes(file.read_bytes() if same else b"?")
    file.unlink()
    file.symlink_to(copy)
    return f"{file.relative_to(office.folder)}: is a symbolic link to {'a copy of itself' if same else 'another file'}."


def folder_made_a_link(office: Office, choose: Choose) -> str:
    """As when somebody moves part of the site to another disk: the very same files, in another place."""
    folders = sorted({file.parent for file in office.published()} - {office.job.output})
    if os.name == "nt":
        return NOTHING
    folder = choose(folders)
    elsewhere = office.folder / "moved" / str(len(office.said))
    elsewhere.parent.mkdir(exist_ok=True)
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    return f"{folder.relative_to(office.folder)}: is moved elsewhere, and is now a symbolic link to there."


def foreign_quietly(office: Office, choose: Choose) -> str:
    """As programs that copy with all dates do it: the folder's date is as before, only its ctime tells."""
    folders = sorted({file.parent for file in office.published()}, reverse=True)
    folder = choose(folders)
    found = folder.stat()
    (folder / "fremd.html").write_text("fremd", "utf-8")
    os.utime(folder, ns=(found.st_atime_ns, found.st_mtime_ns))
    return f"{folder.relative_to(office.folder)}/fremd.html: is there, and the date of its folder is put back."


def foreign(office: Office, choose: Choose) -> str:
    name = choose(("fremd.html", "aktuelles/fremd.txt", "fremd/fremd/fremd.html", "media/.verborgen", "leer/"))
    file = office.job.output / name
    if not office.published() or any(above.is_file() for above in file.parents):
        return NOTHING
    if name.endswith("/"):
        file.mkdir(exist_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("fremd", "utf-8")
    return f"{file.relative_to(office.folder)}: is there, by another hand."


def hidden(office: Office, choose: Choose) -> str:
    if not office.published():
        return NOTHING
    file = office.job.output / choose((".htaccess", ".well-known/security.txt"))
    file.parent.mkdir(exist_ok=True)
    file.write_text("host", "utf-8")
    office.kept[file] = b"host"
    return f"{file.relative_to(office.folder)}: is there, and is the host's."


def output_gone(office: Office, choose: Choose) -> str:
    shutil.rmtree(office.job.output, ignore_errors=True)
    office.kept = {file: data for file, data in office.kept.items() if file.exists()}
    return f"{office.job.output.relative_to(office.folder)}/: is deleted."


# The memory


def memory(name: str, change: Callable[[bytes], bytes | None], words: str) -> Deed:
    """What befalls one file of the memory; None deletes it."""

    def do(office: Office, choose: Choose) -> str:
        files = office.remembered()
        if not files:
            return NOTHING
        file = choose(files)
        data = change(file.read_bytes())
        file.unlink()
        if data is not None:
            file.write_bytes(data)
        return f"{file.relative_to(office.folder)}: {words}"

    return Deed(f"memory {name}", do)


def _flipped(at: float) -> Callable[[bytes], bytes]:
    def flip(data: bytes) -> bytes:
        where = int(at * len(data))
        return data[:where] + bytes([data[where] ^ 4]) + data[where + 1 :] if data else b"x"

    return flip


MEMORY = (
    memory("deleted", lambda data: None, "is deleted."),
    memory("emptied", lambda data: b"", "is empty."),
    memory("cut to a half", lambda data: data[: len(data) // 2], "only the first half is left."),
    memory("cut by a byte", lambda data: data[:-1], "the last byte is missing."),
    memory("longer", lambda data: data + b"\0\0", "two bytes of 0 stand at the end."),
    memory(
        "of another version", lambda data: b"pressroom memo 1\n" + data[17:], "its first 17 bytes are another head."
    ),
    memory("of zeros", lambda data: bytes(len(data)), "all its bytes are 0, as after a power cut."),
    *(
        memory(f"flipped at {at}", _flipped(at), f"the byte at {at} of it has a bit flipped.")
        for at in (0, 0.3, 0.6, 0.99)
    ),
)


def memory_flipped(office: Office, choose: Choose) -> str:
    """Anywhere."""
    files = office.remembered()
    file, ten, one = choose(files), choose(range(31)), choose(range(31))
    at = (ten * 31 + one) / 31**2
    file.write_bytes(_flipped(at)(file.read_bytes()))
    return f"{file.relative_to(office.folder)}: the byte at {at} of it has a bit flipped."


def memory_gone(office: Office, choose: Choose) -> str:
    shutil.rmtree(office.memory, ignore_errors=True)
    return f"{office.memory.name}/: is deleted."


def memory_exchanged(office: Office, choose: Choose) -> str:
    files = office.remembered()
    if len(files) < 2:
        return NOTHING
    one, other = choose(files), choose(files[::-1])
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    return f"{one.relative_to(office.folder)} and {other.relative_to(office.folder)}: have changed places."


def memory_made_a_folder(office: Office, choose: Choose) -> str:
    return _made_a_folder(choose(office.remembered()), office)


def memory_dated(office: Office, choose: Choose) -> str:
    """As after the computer's clock was set, or when the folder comes from a backup."""
    hours = choose((1, -1, 24 * 365))
    for file in office.remembered():
        when = file.stat().st_mtime_ns + hours * 3600 * 10**9
        os.utime(file, ns=(when, when))
    return f"{office.memory.name}/: the dates of all files are {hours} hours later."


def memory_copied(office: Office, choose: Choose) -> str:
    """Kept for later: the deed below may put it back."""
    if office.memory.is_dir():
        shutil.copytree(office.memory, office.folder / f"memory-{office.old_memories}")
        office.old_memories += 1
    return f"{office.memory.name}/: is copied as memory-{office.old_memories - 1}/."


def memory_put_back(office: Office, choose: Choose) -> str:
    number, how = choose(range(office.old_memories)), choose((shutil.copy2, shutil.copy))
    shutil.rmtree(office.memory, ignore_errors=True)
    shutil.copytree(office.folder / f"memory-{number}", office.memory, copy_function=how)
    return (
        f"memory-{number}/: is put back as {office.memory.name}/, with {'old' if how is shutil.copy2 else 'new'} dates."
    )


def memory_mixed(office: Office, choose: Choose) -> str:
    """Some files of today, some of an old copy."""
    number = choose(range(office.old_memories))
    old = office.folder / f"memory-{number}"
    files = [file for file in sorted(old.rglob("*")) if file.is_file()]
    file = choose(files)
    there = office.memory / file.relative_to(old)
    shutil.rmtree(there, ignore_errors=True)
    there.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file, there)
    return f"{there.relative_to(office.folder)}: is put back from memory-{number}/, all else stays."


# Going back, and several at once


def undone(office: Office, choose: Choose) -> str:
    number = choose(range(min(len(office.states), 5)))
    office.go_back(office.states[-1 - number])
    return f"Texts, design and options are again as they were {number + 1} successful builds ago."


def two_folders(office: Office, choose: Choose) -> str:
    """Two builds at once share one memory; each must be right."""
    other = replace(office.job, output=office.folder / "zugleich")
    other = choose((replace(other, drafts=not other.drafts), replace(other, today=other.today + timedelta(60)), other))
    if other.output == office.job.output:
        return NOTHING
    office.compare([office.job, other])
    told = f"drafts={other.drafts} and today={other.today}"
    return f"At the same time the site is built as before, and into zugleich/ with {told}."


def one_folder(office: Office, choose: Choose) -> str:
    """Two builds at once into one folder: one may be refused, and the folder is what one of them made."""
    other = replace(office.job, today=office.job.today + timedelta(60))
    ends = [one.end for one in at_once([office.job, other])]
    wrong = [] if ends.count(REFUSED) < 2 else ["Both builds were refused."]
    if BUILT in ends:
        out, told = Published.of(office.job.output), []
        for job in (office.job, other):
            with office.clean(job) as clean:
                told.append(differences(out, clean()[1], office.kept_in(job.output)))
        wrong += [] if [] in told else ["The folder is neither of both sites:", *min(told, key=len)]
    if wrong:
        raise office.disproved(wrong)
    return f"At the same time the site is built into public/ as of {office.job.today} and of {other.today}."


def broken_off(office: Office, choose: Choose) -> str:
    """A build is killed, wherever it is."""
    seconds = choose((0.15, 0.05, 0.3, 0.45, 0.6))
    started = Apart(office.job)
    time.sleep(seconds)
    started.kill()
    return f"A build is killed after {seconds} seconds."


def saved_meanwhile(office: Office, choose: Choose) -> str:
    """A text is saved while a build reads; that build may tell the old or the new, the next one only the new."""
    seconds = choose((0.05, 0.02, 0.1, 0.2, 0.3))
    started = Apart(office.job)
    time.sleep(seconds)
    words = choose((*SEEN_TEXTS, Deed("picture replaced", picture_replaced))).do(office, choose)
    started.outcome()
    started.kill()
    return f"{seconds} seconds after the beginning of a build: {words}"


# Mistakes


def mistake(name: str, change: Callable[[str], str], *folders: str) -> Deed:
    """A text that cannot be published."""

    def do(office: Office, choose: Choose) -> str:
        told = choose(office.names(*folders))
        office.write(told, change(office.text(told)))
        return f"{told}: {name}."

    return Deed(f"mistake {name}", do)


TOLD = ("news", "events", "projects", "pages")


def template_broken(office: Office, choose: Choose) -> str:
    file = office.root / "templates" / choose(("base.html", "parts/footer.html", "pages/story.html", "parts/card.html"))
    text, wrong = file.read_text("utf-8"), choose(("{% if %}", "{{ there_is_no_such_value.at_all }}"))
    at = text.rindex("</")
    file.write_text(text[:at] + wrong + text[at:], "utf-8")
    return f"design/templates/{file.name}: holds {wrong} before its last tag."


def check_failed(office: Office, choose: Choose) -> str:
    """What no text can do: a page that no check lets pass."""
    wrong = (
        '<a href="gibt-es-nicht/">Nichts</a>',
        '<a href="#gibt-es-nicht">Nichts</a>',
        '<p style="color: red">Rot</p>',
        '<img src="https://anderswo.example/x.png" alt="">',
        '<p id="seiteninhalt">Zweimal</p>',
    )
    file = office.root / "templates" / choose(("parts/footer.html", "pages/story.html", "parts/card.html"))
    text, piece = file.read_text("utf-8"), choose(wrong)
    at = text.rindex("</")
    file.write_text(text[:at] + piece + text[at:], "utf-8")
    return f"design/templates/{file.name}: holds {piece} before its last tag."


def mark_renamed(office: Office, choose: Choose) -> str:
    """The link at the top of each page that leads to its content."""
    file = office.root / "templates" / "base.html"
    file.write_text(file.read_text("utf-8").replace('id="seiteninhalt"', 'id="inhalt"'), "utf-8")
    return "design/templates/base.html: the mark of the content is another, the link to it stays."


def heading_lost(office: Office, choose: Choose) -> str:
    office.write("pages/kontakt.md", office.text("pages/kontakt.md").replace("## Mit dem Bus", "## Mit der Bahn"))
    return "pages/kontakt.md: the heading „Mit dem Bus“ becomes „Mit der Bahn“, and nobody tells those who link to it."


def removed_carelessly(office: Office, choose: Choose) -> str:
    name = choose([*office.names("projects"), *office.names("partners"), *office.names("places")])
    (office.content / name).unlink()
    return f"{name}: is removed, while others name it."


def picture_ruined(office: Office, choose: Choose) -> str:
    name = choose(office.names("media", suffix=".png"))
    office.write(name, (office.content / name).read_bytes()[: choose((100, 30, 0))])
    return f"{name}: is cut short."


def picture_back(office: Office, choose: Choose) -> str:
    name = choose(office.names("media", suffix=".png"))
    office.write("withdrawn.yaml", f"withdrawn:\n  - picture: {name}\n    date: 2026-11-01\n")
    return f"withdrawn.yaml: {name} was withdrawn, and is here all the same."


def release(office: Office, choose: Choose) -> str:
    office.job = replace(office.job, release=not office.job.release)
    return f"From now on release={office.job.release}."


WRONG = (
    Deed("style spoilt", style_spoilt),
    mistake("the title's quotation marks are not closed", lambda text: with_field(text, "title", '"Ein Titel'), *TOLD),
    mistake("has a field that does not exist", lambda text: with_field(text, "titel", "Ein Titel"), *TOLD),
    mistake("has no front matter", lambda text: text.replace("---\n", "", 1), *TOLD),
    mistake("links to nothing", lambda text: f"{text}\n[Nichts](../news/gibt-es-nicht.md)\n", *TOLD),
    mistake(
        "names an address of the site that is none",
        lambda text: f"{text}\n[Nichts](https://muster.example/viertel/gibt-es-nicht/)\n",
        *TOLD,
    ),
    mistake("has a topic that does not exist", lambda text: with_field(text, "topics", "[nix]"), *TOLD),
    mistake("names a project that does not exist", lambda text: with_field(text, "projects", "[nix]"), *TOLD),
    mistake("has a picture that does not exist", lambda text: with_field(text, "picture", "nix.png"), *TOLD),
    mistake("claims the address of another", lambda text: with_field(text, "aliases", "[/kontakt/]"), *TOLD),
    mistake(
        "has a menu that leads nowhere",
        lambda text: with_field(text, "footer", "\n  - {title: X, to: nix}"),
        "site.yaml",
    ),
    mistake("loses its topics", lambda text: with_field(text, "topics", "\n  nix: Nichts"), "site.yaml"),
    Deed("template broken", template_broken),
    Deed("check failed", check_failed),
    Deed("mark renamed", mark_renamed),
    Deed("heading lost", heading_lost),
    Deed("removed carelessly", removed_carelessly),
    Deed("picture ruined", picture_ruined),
    Deed("picture back", picture_back),
    Deed("release", release),
)

WORDS = (*FIELDS, *SETTINGS)
SEEN_TEXTS = (Deed("same size text", same_size_text), *WORDS, Deed("more text", more_text))

SEEN = (
    # First, because their files must have been at rest: else their dates are not believed anyway.
    Deed("same size picture", same_size_picture),
    *SEEN_TEXTS,
    *(
        Deed(do.__name__.replace("_", " "), do)
        for do in (
            heading_renamed,
            link_added,
            picture_in_text,
            language_added,
            translation_added,
            translation_outdated,
            words_read,
            story_added,
            story_removed,
            story_renamed,
            picture_replaced,
            drawing_replaced,
            picture_added,
            picture_removed,
            picture_withdrawn,
            part_added,
            part_changed,
            style_changed,
            style_added,
            style_removed,
            script_changed,
            day_itself,
            drafts,
            sheets,
            other_address,
            examples,
        )
    ),
    template("base.html"),
    template("pages/*.html"),
    template("parts/*.html"),
    today(1, 7, 30, 365),
    today(-1, -30, -365),
)

UNSEEN = (
    *MEMORY,
    *(
        Deed(do.__name__.replace("_", " "), do)
        for do in (
            workers,
            fresh,
            process,
            check_first,
            other_output,
            saved_again,
            saved_aside,
            dated,
            windows_ends,
            junk,
            stray,
            style_remark,
            page_deleted,
            page_altered,
            page_made_a_folder,
            folder_made_a_file,
            page_made_a_link,
            folder_made_a_link,
            foreign_quietly,
            foreign,
            hidden,
            output_gone,
            memory_flipped,
            memory_gone,
            memory_exchanged,
            memory_made_a_folder,
            memory_dated,
            memory_copied,
            memory_put_back,
            memory_mixed,
            two_folders,
            one_folder,
            broken_off,
        )
    ),
)

OF_THE_JOB = {"day itself", "drafts", "sheets", "other address", "examples", "release", "today +1", "today -1"}
SAVING = {"saved again", "saved aside", "windows ends", "junk", "stray"}
OF_FILES = (
    *(deed for deed in (*SEEN, *WRONG) if deed.name not in OF_THE_JOB and not deed.name.startswith("same size")),
    *(deed for deed in UNSEEN if deed.name in SAVING),
)
"""What is done to texts and design and shows in their dates, so that the preview can see it from afar."""

FREE = (
    field(
        "site.yaml", "yearly", "\n  - {title: Tag der Tage, rule: Jedes Jahr am 1. Mai., text: Dann ist frei.}", None
    ),
    field("site.yaml", "legibility", "\n  known: [ESF]\n  pages:\n    sentence: 12", None),
    Deed("sheet changed", sheet_changed),
    Deed("at rest", at_rest),
    Deed("undone", undone),
    Deed("saved meanwhile", saved_meanwhile),
)
"""What may or may not be seen."""
