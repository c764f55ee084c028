"""What a person set about this program on this computer; nothing of a case."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

ZOOMS_PERCENT = (90, 100, 110, 125, 150, 175, 200)


def _setting(default: str | int, description: str, *choices: str | int) -> Any:
    return field(default=default, metadata={"description": description, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with its default, a description and the values it may have."""

    language: str = _setting("zh_CN", "Language of the window.", "zh_CN", "en")
    scheme: str = _setting("system", "Light or dark.", "system", "light", "dark")
    zoom_percent: int = _setting(100, "Size of the window's text.", *ZOOMS_PERCENT)
    row_height: str = _setting("normal", "Height of table rows.", "compact", "normal", "large")
    today_person: str = _setting("", "Whose things the boards of today show; * for everybody.")
    last_page: str = _setting("today", "Page that was in front when the window closed.")
    window_place: str = _setting("", "Size and position of the window, as Qt writes it, base64.")
    case_columns: str = _setting("", "Columns of the list of cases, as Qt writes them, base64.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as they were read; damaged ones were put aside and are the defaults here."""

    settings: Settings
    is_damaged: bool = False


class SettingsFile:
    """The file of the settings; written whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Loaded:
        """Return what is stored; a value that may not be is its default."""
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
            return Loaded(_settings_of(values))
        except FileNotFoundError:
            return Loaded(Settings())
        except (OSError, ValueError):
            self._put_aside()
            return Loaded(Settings(), is_damaged=True)

    def save(self, settings: Settings) -> None:
        """Store the settings.

        Raises:
            OSError: The folder cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)

    def _put_aside(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".damaged"))
        except OSError:
            return  # not even readable: it stays where it is, and the defaults hold


def _settings_of(values: object) -> Settings:
    if not isinstance(values, dict):
        raise ValueError("the settings are not an object")  # noqa: TRY004  damaged, like bad JSON
    known = {each.name: each for each in fields(Settings)}
    return Settings(
        **{
            name: value
            for name, value in values.items()
            if name in known and _may_be(value, known[name].default, known[name].metadata)
        }
    )


def _may_be(value: object, default: object, metadata: Any) -> bool:
    choices = metadata["choices"]
    return type(value) is type(default) and (not choices or value in choices)
