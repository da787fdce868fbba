"""Pages are made of templates and of what the site answered, and of nothing else."""

import inspect
import shutil
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta

from pressroom import make, pipeline
from pressroom.files import Later
from pressroom.galley import Galley
from pressroom.pipeline import Job
from tests.town import ROOT, TODAY, Town

FOLDERS = (ROOT / "templates", ROOT / "tests" / "examples")
TEMPLATES = sorted({file.relative_to(folder).as_posix() for folder in FOLDERS for file in folder.rglob("*.html")})


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_a_template_names_is_found_without_jinja(name: str) -> None:
    source, _, _ = jinja2.FileSystemLoader(FOLDERS).get_source(jinja2.Environment(), name)

    named = {found for found in meta.find_referenced_templates(jinja2.Environment().parse(source)) if found}

    assert set(make._NAMES.findall(source)) == named


def test_only_the_page_of_patterns_names_templates_by_values() -> None:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDERS))
    environment.filters["plain"] = str
    sources = {name: environment.get_or_select_template(name).filename for name in TEMPLATES}

    assert [
        name
        for name, file in sources.items()
        if file and None in meta.find_referenced_templates(environment.parse(Path(file).read_text("utf-8")))
    ] == ["patterns.html"]


def test_a_recipe_brings_nothing_along_but_words_and_numbers() -> None:
    """What an output has read while it planned must not reach a page: nobody would have asked for it."""
    plan = pipeline.plan(Job(ROOT, ROOT / "content", Path("unused"), TODAY))
    promised = [file.recipe for file in plan.files if isinstance(file.recipe, Later)]

    assert len(promised) > 200
    for recipe in promised:
        assert inspect.isfunction(recipe.function) and recipe.function.__closure__ is None
        assert getattr(inspect.getmodule(recipe.function), recipe.function.__name__) is recipe.function
        assert all(type(argument) in (str, int) for argument in recipe.arguments)
        assert Later.of(recipe.plain) == recipe


def test_a_changed_example_is_seen_on_the_page_of_patterns(town: Town, tmp_path: Path) -> None:
    examples = tmp_path / "examples"
    shutil.copytree(ROOT / "tests" / "examples", examples)
    galley = Galley(town.job(examples=examples))
    assert b"Ganz neu" not in (galley.get("muster/index.html") or b"")

    file = examples / "crumbs.html"
    file.write_text(file.read_text("utf-8").replace("{% endmacro %}", "Ganz neu{% endmacro %}"), "utf-8")

    assert b"Ganz neu" in (galley.get("muster/index.html") or b"")
