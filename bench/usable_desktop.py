"""Watches the desktop until its list of cases is on screen."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bench.first_paint import FirstPaint, tell_usable
from ui.cases.page import CasesPage
from ui.window import MainWindow

LOOK_AGAIN_MS = 2


class UsableDesktop(QObject):
    """Looks for a window whose list has rows, and waits until they are painted."""

    def __init__(self, application: QApplication, began_at_s: float) -> None:
        super().__init__(application)
        self._began_at_s = began_at_s
        self._look = QTimer(self, interval=LOOK_AGAIN_MS)
        self._look.timeout.connect(self._on_look)

    def begin(self) -> None:
        self._look.start()

    def _on_look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                self._look_at(window)

    def _look_at(self, window: MainWindow) -> None:
        page = window.stack.page_in_front()
        if isinstance(page, CasesPage) and page.model.rowCount():
            self._look.stop()
            FirstPaint(page.table.viewport(), lambda: self._on_painted(window))

    def _on_painted(self, window: MainWindow) -> None:
        tell_usable(self._began_at_s)
        window.close()
