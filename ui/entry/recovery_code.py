"""The recovery code, shown once."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPageLayout, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFileDialog

from ui.entry.screen import Screen
from ui.styling import button, column, frame, mark, row, words


class RecoveryCode(Screen):
    """Shows the code until the person says that it was written down."""

    kept = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(
            self.tr("请保管好恢复码"),
            self.tr(
                "忘记密码时，只有恢复码能打开数据库。它只显示这一次：请抄写或打印，放在上锁的抽屉里，不要存在这台电脑上。"
            ),
        )
        self._code = code
        self.code = words(_in_lines(code), role="number")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(self.tr("恢复码：{code}").format(code=code))
        mark(self.code, role="code")
        box = frame("surface")
        box.setLayout(column(self.code, margins=20))
        self.print = button(self.tr("打印"), self._on_print, icon="printer")
        self.save = button(self.tr("另存为文件"), self._on_save, icon="download")
        self.copy = button(self.tr("复制"), self._on_copy, icon="copy")
        self.copied = QCheckBox(self.tr("我已抄写或打印恢复码"))
        self.done = button(self.tr("进入工作台"), self.kept.emit, kind="primary")
        self.done.setEnabled(False)
        self.copied.toggled.connect(self.done.setEnabled)
        self.trouble = words("", role="caption", tone="error", wraps=True)
        self.add(box, row(self.print, self.save, self.copy, None))
        self.add(self.trouble, row(self.copied, None, self.done))

    def save_to(self, path: Path) -> None:
        """Write the code to a file."""
        try:
            path.write_text(self._sheet_text(), encoding="utf-8")
        except OSError:
            self.trouble.setText(self.tr("文件没有保存：该位置不能写入，请另选位置"))
        else:
            self.trouble.setText("")

    def _sheet_text(self) -> str:
        return "\n\n".join(
            (self.tr("金融消费纠纷人民调解工作台"), self.tr("数据库恢复码"), self._code)
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("保存恢复码"), self.tr("恢复码.txt"), self.tr("文本文件 (*.txt)")
        )
        if name:
            self.save_to(Path(name))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  seldom wanted

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(QMarginsF(25, 25, 25, 25), QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            document = QTextDocument(self._sheet_text())
            document.print_(printer)


def _in_lines(code: str) -> str:
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return "\n".join("  ".join(part) for part in (groups[:half], groups[half:]) if part)
