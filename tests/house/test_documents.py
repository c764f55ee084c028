import os
import re
import tomllib
from importlib import import_module

import pytest

from mediation_app import __version__
from tests.house.checkout import ROOT, name_of, project_files

DOMAIN = "mediation_app.domain"
READMES = ["README.md", "README.zh-CN.md"]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def thing_called(dotted):
    """Return what a dotted name stands for, importing as far as modules go."""
    is_whole = dotted.startswith(("mediation_app.", "db."))
    words = (dotted if is_whole else f"{DOMAIN}.{dotted}").split(".")
    thing, path = import_module(words[0]), words[0]
    for word in words[1:]:
        path = f"{path}.{word}"
        try:
            thing = getattr(thing, word)
        except AttributeError:
            thing = import_module(path)
    return thing


def glossary_names():
    for line in text_of("docs/glossary.md").splitlines():
        if line.startswith("| ") and not line.startswith("| 中文"):
            chinese, _, names = (cell.strip() for cell in line.strip("|").split("|"))
            for name in re.findall(r"`([^`]+)`", names):
                yield pytest.param(name, id=f"{chinese} {name}")


@pytest.mark.parametrize("name", list(glossary_names()))
def test_a_word_of_the_glossary_is_the_word_of_the_code(name):
    assert thing_called(name) is not None


@pytest.mark.parametrize("file", project_files("*.md"), ids=name_of)
def test_a_link_leads_somewhere(file):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8"))

    assert [
        link for link in links if "://" not in link and not (file.parent / link).exists()
    ] == []


@pytest.mark.parametrize("readme", READMES)
def test_a_command_of_the_readme_is_there_and_can_be_run(readme):
    commands = set(re.findall(r"(?m)^(\./\w+)|`(\./\w+)", text_of(readme)))
    named = {first or second for first, second in commands}

    assert {"./run", "./test"} <= named
    assert [name for name in named if not os.access(ROOT / name, os.X_OK)] == []


@pytest.mark.parametrize("readme", READMES)
def test_a_make_target_of_the_readme_is_in_the_makefile(readme):
    targets = set(re.findall(r"(?m)^([a-z]+):", text_of("Makefile")))

    assert set(re.findall(r"`make ([a-z]+)", text_of(readme))) <= targets


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_shows_the_real_window(readme):
    assert re.search(r"!\[[^]]+\]\(docs/pictures/\w+\.png\)", text_of(readme))


def test_decisions_are_numbered_without_a_gap():
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    for number, file in enumerate(files, start=1):
        assert file.name.startswith(f"{number:04}-")
        assert file.read_text(encoding="utf-8").startswith(f"# {number}. ")


def test_every_library_has_its_reason():
    project = tomllib.loads(text_of("pyproject.toml"))
    wanted = [*project["project"]["dependencies"]]
    for group in project["dependency-groups"].values():
        wanted += group
    reasons = text_of("docs/DEPENDENCIES.md")

    names = [re.split(r"\[|==", each)[0] for each in wanted]
    assert [name for name in names if not re.search(rf"(?<![\w-]){name}(?![\w-])", reasons)] == []


def test_the_change_log_knows_the_version():
    assert re.search(rf"^## \[?{re.escape(__version__)}\]?", text_of("CHANGELOG.md"), re.MULTILINE)
