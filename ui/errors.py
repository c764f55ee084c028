"""What a person sees when the program itself is at fault: calm words and a report to pass on."""

import logging
import platform
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

import mediation_app
from mediation_app.logs import places_of
from ui.measures import limit
from ui.styling import button, column, row, words

LOG = logging.getLogger("mediation_app.ui")


def crash_report(error: BaseException) -> str:
    """Return what a developer needs to know, without a word of what was typed."""
    return "\n".join(
        (
            f"mediation-app {mediation_app.__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            places_of(error),
        )
    )


class CrashDialog(QDialog):
    """Says that the program failed, and offers the report; the window stays usable."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("程序出错"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("错误报告"))
        self._copy = button(self.tr("复制报告"), self._on_copy, icon="copy")
        close = button(self.tr("继续使用"), self.accept, kind="primary")
        explanation = self.tr(
            "刚才的一步没有完成。已保存的内容不受影响，可以继续使用。"
            "请把下面的报告交给技术人员，其中不含当事人信息。"
        )
        self.setLayout(
            column(
                words(self.tr("程序内部出错"), role="heading"),
                words(explanation, wraps=True),
                self.report,
                row(self._copy, None, close),
                spacing=12,
                margins=24,
            )
        )
        limit(self, minimumWidth=560, minimumHeight=360)
        close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._copy.setText(self.tr("已复制"))


class CrashReporter(QObject):
    """Logs each fault of the program, and shows one report at a time."""

    reported = Signal(object)
    """CrashDialog: it is being shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: CrashDialog | None = None

    def report(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Log the fault and show it."""
        LOG.error("unexpected error\n%s", places_of(error))
        if self._dialog is not None:
            return
        self._dialog = CrashDialog(crash_report(error), parent)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()
        self.reported.emit(self._dialog)

    def catch_all(self) -> None:
        """Report exceptions that come out of slots as well."""
        sys.excepthook = self._on_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _on_closed(self) -> None:
        self._dialog = None
