"""What belongs to this project: the files that git tracks, as they are on disk."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("mediation_app", "ui", "forms", "db", "resources", "set_up")


def project_files(*patterns: str) -> list[Path]:
    """Return the files that are tracked, or would be with the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


def python_files(*packages: str) -> list[Path]:
    """Return the Python files of these packages."""
    return [file for file in project_files("*.py") if file.relative_to(ROOT).parts[0] in packages]


def name_of(file: Path) -> str:
    """Return the path of a file as people say it."""
    return file.relative_to(ROOT).as_posix()
