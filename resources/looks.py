"""Where the window finds its icons, typefaces and translations."""

from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files("resources")))

WINDOW_FONTS = ("MediationSans-Regular.ttf", "MediationSans-Bold.ttf")
RARE_FONTS = (
    "MediationKai-Regular.ttf",
    "MediationRareA-Regular.ttf",
    "MediationRareB-Regular.ttf",
)


def icon_path(name: str) -> Path:
    """Return where the drawing of an icon lies."""
    return FOLDER / "icons" / f"{name}.svg"


def font_paths(names: tuple[str, ...]) -> tuple[Path, ...]:
    """Return where these typefaces lie, as far as they are there."""
    paths = (FOLDER / "fonts" / name for name in names)
    return tuple(path for path in paths if path.exists())


def translation_path(language: str) -> Path:
    """Return where the compiled translation into a language lies."""
    return FOLDER / "translations" / f"app_{language}.qm"
