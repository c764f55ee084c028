import subprocess
import sys

import pytest

from tests.house.checkout import ROOT, name_of, python_files

HEAVY = ("PySide6", "reportlab", "sqlalchemy", "sqlcipher3", "keyring")
CORE = ("domain", "exchange", "ports", "services", "errors.py", "sentences.py", "__init__.py")


def modules_loaded_by(statement: str) -> set[str]:
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def core_modules():
    for file in python_files("mediation_app"):
        parts = file.relative_to(ROOT).with_suffix("").parts
        if file.relative_to(ROOT).parts[1] in CORE:
            yield ".".join(part for part in parts if part != "__init__")


def test_importing_the_program_starts_nothing():
    loaded = modules_loaded_by("import mediation_app")

    assert not loaded.intersection(HEAVY)
    assert not [name for name in loaded if name.startswith("mediation_app.")]


def test_the_core_loads_no_library():
    names = sorted(core_modules())
    assert "mediation_app.domain.cases" in names

    loaded = modules_loaded_by("\n".join(f"import {name}" for name in names))

    assert not loaded.intersection(HEAVY)


def test_every_import_points_inwards():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize("package", ["ui", "forms", "db", "mediation_app"])
def test_nothing_takes_names_from_a_package_itself(package):
    taking = f"from {package} import "

    assert [
        name_of(file)
        for file in python_files("mediation_app", "ui", "forms", "db")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith(taking) and line != "from mediation_app import __version__"
    ] == []
