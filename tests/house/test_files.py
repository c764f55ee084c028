import ast
import re
from pathlib import Path

import pytest

from tests.house.checkout import PACKAGES, ROOT, name_of, project_files, python_files

LONGEST_FILE = 400
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
UNFINISHED = re.compile(
    r"\b(TODO|FIXME|XXX)\b|NotImplementedError|pragma: no cover|pytest\.mark\.skip\b"
    r"|mock\.patch|time\.sleep\(|processEvents\("
)
TRACES = re.compile(
    r"/(work|root|home)/|pythonhosted|pypi\.org|npmjs\.|deb\.debian|index-url|registry\s*=\s*.?http"
)


def modules():
    return python_files(*PACKAGES, "tests", "bench")


def text_files():
    for file in project_files():
        content = file.read_bytes()
        if b"\0" not in content:
            yield file, content.decode("utf-8")


def lines_with(pattern, files):
    return [
        f"{name_of(file)}:{number}: {line.strip()[:80]}"
        for file, text in files
        if file != Path(__file__)  # the patterns above find themselves
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_a_file_reads_like_a_page():
    assert [
        f"{name_of(file)} has {lines} lines"
        for file in modules()
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ] == []


def test_a_file_is_named_after_what_is_in_it():
    assert [name_of(file) for file in modules() if file.stem in EMPTY_NAMES] == []


@pytest.mark.parametrize(
    "file", [file for file in python_files(*PACKAGES) if file.stem == "__init__"], ids=name_of
)
def test_a_package_says_in_one_sentence_what_it_is_for(file):
    docstring, *rest = ast.parse(file.read_text(encoding="utf-8")).body

    assert isinstance(docstring, ast.Expr)
    assert re.fullmatch(r"[^\n]+[.?]", ast.literal_eval(docstring.value))
    assert all(isinstance(each, ast.Assign) for each in rest)


def test_every_folder_of_code_is_a_package_that_says_so():
    folders = {file.parent for file in python_files(*PACKAGES)}
    # Alembic runs its migrations as files; the fonts are built by a script beside them.
    folders -= {ROOT / "resources" / "fonts"}
    for migrations in (ROOT / "db" / "migrations", ROOT / "db" / "central" / "migrations"):
        folders -= set(migrations.rglob("."))

    assert [name_of(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_nothing_is_left_half_done():
    files = [(file, file.read_text(encoding="utf-8")) for file in modules()]

    assert lines_with(UNFINISHED, files) == []


def test_no_file_names_a_machine_or_a_registry():
    assert lines_with(TRACES, text_files()) == []
