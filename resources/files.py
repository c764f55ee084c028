"""The texts that travel with the program, read from wherever it is installed."""

from importlib.resources import files
from pathlib import Path


def holiday_tables() -> tuple[str, ...]:
    """Return the shipped tables of rest days, one JSON text a year, in order of years."""
    folder = files("resources").joinpath("holidays")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def limit_rules() -> str:
    """Return the shipped limits as JSON text."""
    return files("resources").joinpath("limits/limits.json").read_text(encoding="utf-8")


def wording(edition: str) -> str:
    """Return the fixed texts of the forms in one dated edition, as JSON.

    Raises:
        FileNotFoundError: There is no such edition.
    """
    file = files("resources").joinpath("wording", f"{edition}.json")
    return file.read_text(encoding="utf-8")


def sample_cases() -> str:
    """Return the invented disputes in the exchange format."""
    return files("resources").joinpath("samples/cases.json").read_text(encoding="utf-8")


def fonts_dir() -> Path:
    """Return the folder of the typefaces."""
    return Path(str(files("resources").joinpath("fonts")))


def usual_materials() -> str:
    """Return the shipped list of what cases usually need as JSON text."""
    return files("resources").joinpath("materials/materials.json").read_text(encoding="utf-8")
