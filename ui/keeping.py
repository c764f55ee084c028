"""Nothing typed waits longer than it must: it is stored when the window is left, too."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from mediation_app.sentences import Sentence
from ui.pages import Page, SaveState, SaveStep, Workplace


class Keeping(QObject):
    """Stores what was typed when the screen is locked, another program comes, the session ends.

    While the window is hidden saving goes on as ever; this only spares the wait for it.
    """

    save_state = Signal(object)
    """A ``SaveState``: where the text of forms is that are not sent off."""

    def __init__(
        self, parent: QObject, place: Workplace, pages: Callable[[], Iterable[Page]]
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._clock = place.desk.clock
        self._drafts = place.drafts
        self._drafts.began.connect(lambda: self._tell(SaveStep.SAVING))
        self._drafts.stored.connect(lambda: self._tell(SaveStep.SAVED))
        self._drafts.failed.connect(lambda reason: self._tell(SaveStep.FAILED, reason))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state_changed)
        application.commitDataRequest.connect(lambda _: self.keep())

    def keep(self) -> None:
        """Hand everything typed to the database."""
        self._drafts.store_now()
        for page in self._pages():
            page.leave()

    def _tell(self, step: SaveStep, reason: str | Sentence = "") -> None:
        now = self._clock.now() if step is SaveStep.SAVED else None
        self.save_state.emit(SaveState(step, now, reason))

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.keep()


def ask_before_leaving(window: QWidget, about: str, leave: Callable[[], None]) -> None:
    """Ask whether the window is to be closed though something could not be stored."""
    translate = QCoreApplication.translate
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(translate("MainWindow", "有内容未能保存，现在退出会丢失这些内容。"))
    box.setInformativeText(about)
    stay = box.addButton(translate("MainWindow", "返回"), QMessageBox.ButtonRole.RejectRole)
    gone = box.addButton(
        translate("MainWindow", "仍然退出"), QMessageBox.ButtonRole.DestructiveRole
    )
    gone.clicked.connect(leave)
    box.setDefaultButton(stay)
    box.open()
