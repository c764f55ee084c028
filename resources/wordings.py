"""Lists and wording that a station may replace, as JSON texts."""

from importlib.resources import files


def code_table(name: str) -> str:
    """Return a shipped list of codes, such as ``channels``, as JSON text."""
    return files("resources").joinpath(f"code_tables/{name}.json").read_text(encoding="utf-8")


def clause_library(edition: str) -> str:
    """Return the shipped clauses of an edition, such as ``2026-01``, as JSON text."""
    folder = files("resources").joinpath("wording/clauses")
    return folder.joinpath(f"{edition}.json").read_text(encoding="utf-8")
