"""Nothing typed waits longer than it must: it is stored when the window is left, too."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from ui.pages import Page


class Keeping(QObject):
    """Stores what was typed when the screen is locked, another program comes, the session ends.

    While the window is hidden saving goes on as ever; this only spares the wait for it.
    """

    def __init__(self, parent: QObject, pages: Callable[[], Iterable[Page]]) -> None:
        super().__init__(parent)
        self._pages = pages
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state_changed)
        application.commitDataRequest.connect(lambda _: self.keep())

    def keep(self) -> None:
        """Hand everything typed to the database."""
        for page in self._pages():
            page.leave()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.keep()
