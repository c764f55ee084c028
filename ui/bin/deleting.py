"""Deleting a case: a reason, and no more questions, as it can come back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediation_app.domain.bins import KEPT_DAYS
from ui.drafts import Drafts, KeptForm
from ui.fields.line_edit import LineEdit
from ui.measures import limit
from ui.panel import Panel
from ui.styling import button, column, icon_button, row, words

WIDTH_PX = 380


class DeletePanel(Panel):
    """Asks why; Enter deletes, Esc leaves the case alone."""

    def __init__(
        self, window: QWidget, number: str, drafts: Drafts, on_delete: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._on_delete = on_delete
        name = self.tr("删除案件")
        self.setAccessibleName(f"{name} {number}")
        self.reason = LineEdit()
        self.reason.setAccessibleName(self.tr("删除的理由"))
        self.reason.setPlaceholderText(self.tr("为什么删除（必填），例：重复登记"))
        self.reason.returnPressed.connect(self._delete)
        self.kept = KeptForm(drafts, {"reason": self.reason}, self)
        self.kept.restored.connect(self.adjustSize)
        self.lack = words("", tone="error")
        self.lack.hide()
        self.delete = button(
            self.tr("放进回收站"), self._delete, kind="primary", hint=self.tr("回车")
        )
        self._lay_out(name, number)
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)
        self.closed.connect(self.deleteLater)

    def _lay_out(self, name: str, number: str) -> None:
        top = row(
            words(name, role="heading"),
            None,
            icon_button("close", self.tr("关闭  Esc"), self.close_panel),
        )
        hint = words(
            self.tr("案件连同文件、待办、会期和关联放进回收站，{days} 天内可以恢复。").format(
                days=KEPT_DAYS
            ),
            tone="muted",
            wraps=True,
        )
        self.setLayout(
            column(
                top,
                words(number, wraps=True),
                hint,
                self.kept.note,
                self.reason,
                self.lack,
                row(None, self.delete),
                margins=(20, 12, 12, 16),
            )
        )

    def open_and_ask(self, anchor: QWidget) -> None:
        """Open beside a widget with the caret in the reason."""
        self.open_at(anchor)
        self.reason.setFocus()

    def _delete(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.lack.setText(self.tr("请写明理由；它留在流水和回收站中"))
            self.lack.show()
            self.adjustSize()
            self.reason.setFocus()
            return
        self.close_panel()
        self._on_delete(reason)
