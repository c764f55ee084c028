"""The settings of this computer while the window is open; each change is stored by itself."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from mediation_app.errors import StorageError
from mediation_app.sentences import say
from mediation_app.settings import ZOOMS_PERCENT, Settings, SettingsFile
from ui.tasks import Tasks


class Preferences(QObject):
    """Holds the settings, tells who listens, writes the file in the background."""

    changed = Signal(object)
    """Settings: something was set."""

    def __init__(self, file: SettingsFile, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._tasks = tasks
        loaded = file.load()
        self.now = loaded.settings
        self.were_damaged = loaded.is_damaged

    def change(self, **values: Any) -> None:
        """Set fields of ``Settings``."""
        settings = replace(self.now, **values)
        if settings == self.now:
            return
        self.now = settings
        self._tasks.run_latest("settings", self, lambda: self._store(settings), lambda _: None)
        self.changed.emit(settings)

    def zoom_by(self, steps: int) -> None:
        """Make letters larger, or smaller by a negative number, as far as that goes."""
        at = ZOOMS_PERCENT.index(self.now.zoom_percent) + steps
        self.change(zoom_percent=ZOOMS_PERCENT[min(max(0, at), len(ZOOMS_PERCENT) - 1)])

    def _store(self, settings: Settings) -> None:
        try:
            self._file.save(settings)
        except OSError as error:
            raise StorageError(
                say("设置没有保存：配置文件夹不能写入，下次启动时将恢复原来的设置")
            ) from error
