"""The banner that says that edits of two people met and wait for a person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from ui.icons import set_icon
from ui.styling import button, icon_button, mark, row, words


class ConflictBanner(QFrame):
    """Stays until it is read; comes again when there are more conflicts than before."""

    conflicts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._read_count = 0
        self._is_there = False
        mark(self, role="banner")
        sign = QLabel()
        mark(sign, tone="warning")
        set_icon(sign, "conflict", 16)
        self.text = words("", tone="warning", wraps=True)
        look = button(
            self.tr("查看冲突"),
            self.conflicts_wanted.emit,
            kind="link",
            hint=self.tr("查看冲突  F7"),
        )
        close = icon_button("close", self.tr("知道了，稍后处理"), self._on_read)
        layout = row(sign, self.text, look, close, margins=(16, 2, 12, 2))
        layout.setStretchFactor(self.text, 1)
        self.setLayout(layout)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many conflicts wait."""
        self._count = count
        self._read_count = min(self._read_count, count)
        text = self.tr("有 {count} 处修改相互冲突，各方的内容都保留着，请选定一个").format(
            count=f"{count:,}"
        )
        self.text.setText(text)
        self.setAccessibleName(text)
        self._show_or_hide()

    def stand_back(self, *, is_there: bool) -> None:
        """Make room on the page that shows the conflicts themselves."""
        self._is_there = is_there
        self._show_or_hide()

    def _on_read(self) -> None:
        self._read_count = self._count
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(self._count > self._read_count and not self._is_there)
