"""The ten rules of the house, as far as a machine can keep them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.town import ROOT

PACKAGE = ROOT / "pressroom"

FLOORS = {
    "catalogue": 0,
    "aside": 0,
    "typography": 0,
    "legibility": 0,
    "slugs": 0,
    "problems": 1,
    "kinds": 1,
    "memo": 1,
    "load": 2,
    "markup": 2,
    "urls": 2,
    "stylesheet": 2,
    "words": 2,
    "calendar": 2,
    "images": 2,
    "typeset": 2,
    "findings": 2,
    "camera": 2,
    "hosting": 2,
    "files": 3,
    "validate": 4,
    "translating": 5,
    "coverage": 5,
    "agenda": 5,
    "outputs": 5,
    "make": 5,
    "outside": 4,
    "publish": 5,
    "checks": 5,
    "skeleton": 5,
    "reference": 5,
    "press": 6,
    "withdrawal": 6,
    "pipeline": 7,
    "galley": 8,
    "evidence": 8,
    "renaming": 8,
    "printing": 8,
    "outbound": 8,
    "arguments": 9,
    "germanargs": 9,
    "measuring": 5,
    "progress": 9,
    "preview": 9,
    "building": 10,
    "still": 0,
    "commands": 11,
}
"""A room uses rooms on lower floors only. Inside a package, a room may use its own neighbours."""

KEEPERS = {
    "yaml": {"load"},
    "jinja2": {"make"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "tinycss2": {"checks"},
    "cssselect2": {"checks"},
    "pydantic": {"kinds", "validate", "reference"},
    "pydantic_core": {"kinds"},
    "babel": {"words"},
    "icalendar": {"calendar"},
    "dateutil": {"calendar"},
    "holidays": {"calendar"},
    "PIL": {"images"},
    "livereload": {"preview"},
    "tornado": {"preview", "camera"},
    "argparse": {"commands", "germanargs", "arguments"},
    "concurrent": {"camera", "memo", "outbound", "typeset"},
    "pickle": {"memo"},
    "pillow_heif": {"images"},
    "marshal": {"memo", "still"},
    "hashlib": {"memo", "evidence"},
    "sqlite3": {"memo"},
    "typst": {"typeset"},
    "segno": {"typeset"},
    "fontpkg_noto_sans": {"typeset"},
}
FRONT_DOOR = {"still", "building", "commands", "preview", "germanargs", "progress"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(file: Path) -> str:
    """The room a module belongs to: its package below pressroom/, or itself."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{file}: imports name the whole way"
            yield node.module
            if node.module == "pressroom":
                yield from (f"pressroom.{name.name}" for name in node.names)


def names(file: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(file.read_text("utf-8")))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
class TestEveryModule:
    def test_has_at_most_three_hundred_lines(self, file: Path) -> None:
        assert len(file.read_text("utf-8").splitlines()) <= 300

    def test_says_in_its_first_line_what_it_is_for(self, file: Path) -> None:
        said = ast.get_docstring(ast.parse(file.read_text("utf-8")))

        assert said and said.splitlines()[0].endswith((".", "!"))

    def test_uses_lower_floors_only(self, file: Path) -> None:
        here = room(file)
        if here == "__init__":
            return
        used = {name.split(".")[1] for name in imports(file) if name.startswith("pressroom.")} - {here}

        assert [name for name in used if FLOORS[name] >= FLOORS[here]] == []

    def test_leaves_each_library_to_its_keeper(self, file: Path) -> None:
        used = {name.split(".")[0] for name in imports(file)} & set(KEEPERS)

        assert [name for name in used if room(file) not in KEEPERS[name]] == []

    def test_never_catches_everything(self, file: Path) -> None:
        caught = [
            node.type
            for node in names(file)
            if isinstance(node, ast.ExceptHandler)
            and (
                node.type is None
                or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"))
            )
        ]

        assert caught == []

    def test_reads_no_clock_and_prints_nothing_below_the_front_door(self, file: Path) -> None:
        if room(file) in FRONT_DOOR:
            return
        text = file.read_text("utf-8")

        assert re.findall(r"\bprint\(|\.now\(|\.today\(|time\.time\(|os\.environ|sys\.argv|perf_counter", text) == []


def test_there_is_no_room_without_a_task() -> None:
    forbidden = {"utils", "util", "helpers", "helper", "common", "base", "core", "manager", "misc"}

    assert {file.stem for file in MODULES} & forbidden == set()


def test_every_room_has_its_floor() -> None:
    assert {room(file) for file in MODULES} - {"__init__"} == set(FLOORS)


def test_outputs_touch_no_disk() -> None:
    for file in (PACKAGE / "outputs").rglob("*.py"):
        text = file.read_text("utf-8")

        assert re.findall(r"open\(|read_text|read_bytes|write_|\.exists\(|iterdir|os\.", text) == [], file.name


def test_values_are_frozen() -> None:
    from pressroom.kinds.values import Model

    assert Model.model_config["frozen"] is True
    for name in (
        "validate/site.py",
        "files.py",
        "agenda/changes.py",
        "agenda/matters.py",
        "agenda/telling.py",
        "calendar/entry.py",
        "kinds/recurrence.py",
        "outputs/views.py",
        "outputs/frame.py",
    ):
        text = (PACKAGE / name).read_text("utf-8")
        assert text.count("@dataclass(") == text.count("@dataclass(frozen=True"), name


TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SHEETS = sorted((ROOT / "templates" / "print").glob("*.typ"))
STYLES = sorted((ROOT / "assets" / "css").rglob("*.css"))


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_compute_nothing_and_hold_no_style_or_code(file: Path) -> None:
    text = file.read_text("utf-8")

    assert re.findall(r"\|\s*(sort|groupby|unique|selectattr|map|batch)|\bstrftime\b|loop\.index\s*%", text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:|target=", text) == []
    assert [
        tag for tag in re.findall(r"<script[^>]*>", text) if "application/ld+json" not in tag and " src=" not in tag
    ] == []


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_sheets_of_paper_see_nothing_but_their_data(file: Path) -> None:
    text = file.read_text("utf-8")

    assert re.match(r"// [A-Z]+  ", text)
    assert re.findall(r"@preview|\bread\(|\bplugin\(|datetime\.today|rgb\(\"(?!#003399)", text) == []
    assert [
        name for name in re.findall(r"#(?:import|include) \"([^\"]+)", text) if not name.startswith("/print/")
    ] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_only_clean_values_are_marked_safe(file: Path) -> None:
    marked = set(re.findall(r"\{\{\s*([\w.]+)\s*\|\s*safe", file.read_text("utf-8")))

    assert marked <= {"body", "page.structured"}


@pytest.mark.parametrize("file", sorted((ROOT / "templates" / "parts").glob("*.html")), ids=lambda file: file.name)
def test_a_part_says_what_it_is_and_never_reaches_for_the_site(file: Path) -> None:
    text = file.read_text("utf-8")

    assert text.startswith("{#")
    assert not re.search(r"\bsite\.", text)


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_styles_are_logical_layered_and_plain(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    physical = r"(?<![\w-])((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|width|height)\s*:"

    assert re.findall(physical, text) == []
    assert "!important" not in text
    assert re.findall(r"(?m)^\s*#[a-zA-Z]", text) == []
    assert "@layer" in text
    assert "url(" not in text


def test_every_package_is_installed_with_the_others() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]

    assert set(declared) == {
        ".".join(file.parent.relative_to(ROOT).parts) for file in MODULES if file.name == "__init__.py"
    }


def test_no_registry_and_no_path_of_a_machine_is_named() -> None:
    suspicious = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|/root/|/home/\w+/|file:///[a-z]")
    own = Path(__file__).name
    files = [
        file
        for pattern in ("*.py", "*.toml", "*.md", "*.txt", "*.yaml", "*.html", "*.css", "run")
        for file in ROOT.rglob(pattern)
        if not set(file.relative_to(ROOT).parts) & {".venv", "public", "nachweise", ".cache", ".git", "build"}
        and file.name != own
    ]

    assert [file.name for file in files if suspicious.search(file.read_text("utf-8", errors="replace"))] == []


def test_schemas_and_field_pages_are_those_of_the_models() -> None:
    from pressroom import reference

    for path, text in reference.documents().items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path}: run build.py schemas"


def test_every_message_is_used_and_every_used_message_exists() -> None:
    from pressroom.catalogue import CATALOGUE

    code = "\n".join(file.read_text("utf-8") for file in MODULES if room(file) != "catalogue")
    used = set(re.findall(r"\"([a-z]+-[a-z]+)\"", code))

    assert set(CATALOGUE) - used == set()
    reported = set(re.findall(r"(?:report|Fault|PydanticCustomError)\(\s*\"([a-z]+-[a-z]+)\"", code))
    assert reported - set(CATALOGUE) == set()


def test_every_message_stands_on_a_rule() -> None:
    from pressroom.catalogue import CATALOGUE, RULES

    assert [code for code, entry in CATALOGUE.items() if entry.rule not in RULES] == []
