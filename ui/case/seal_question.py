"""The question before an agreement is closed, which cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class SealQuestion(QMessageBox):
    """Asks without blocking the window; calls on only where the answer is yes."""

    def __init__(self, parent: QWidget, go_on: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setText(self.tr("签署完成，锁定协议？"))
        self.setInformativeText(
            self.tr("锁定后，协议内容和签署日期都不能再改，也不能撤销；改动需另立补充协议。")
        )
        self.yes = self.addButton(self.tr("锁定协议"), QMessageBox.ButtonRole.AcceptRole)
        self.no = self.addButton(self.tr("返回"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.no)
        self.setEscapeButton(self.no)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.yes.clicked.connect(go_on)
        self.finished.connect(self.deleteLater)
