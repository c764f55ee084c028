"""Asks for the reason of a step, and for its day, beside the button and without a dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.drafts import Drafts, KeptForm
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader
from ui.fields.text_field import LongTextField
from ui.measures import limit
from ui.panel import Panel
from ui.styling import button, column, icon_button, row, words

WIDTH_PX = 420


class StepPanel(Panel):
    """A heading, what the step does, the day, the reason, and the button that takes it."""

    def __init__(
        self,
        window: QWidget,
        heading: str,
        about: str,
        today: Callable[[], date],
        drafts: Drafts,
        *,
        needs_reason: bool,
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(heading)
        self.on_taken: Callable[[str, date | None], None] = _ignore
        self._needs_reason = needs_reason
        self.day = LineField(self.tr("日期"), DateReader(today))
        self.day.show_value(today())
        self.reason = LongTextField(self.tr("理由"), least_lines=3, is_required=needs_reason)
        self.reason.setVisible(needs_reason)
        self.go = button(heading, self.take, kind="primary")
        self.go.setToolTip(self.tr("Ctrl+Enter"))
        self.go_not = button(self.tr("返回"), self.close_panel, kind="quiet")
        self.go_not.setToolTip(self.tr("Esc"))
        top = row(
            words(heading, role="heading"),
            None,
            icon_button("close", self.tr("关闭  Esc"), self.close_panel),
        )
        said = words(about, tone="muted", wraps=True)
        self.kept = KeptForm(drafts, {"day": self.day, "reason": self.reason}, self)
        self.kept.restored.connect(self.adjustSize)
        buttons = row(None, self.go_not, self.go, spacing=8)
        body = (top, said, self.kept.note, self.day, self.reason, buttons)
        self.setLayout(column(*body, spacing=10, margins=(20, 12, 12, 16)))
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)
        self.closed.connect(self.deleteLater)

    def open_at(self, anchor: QWidget, *, takes_focus: bool = True) -> None:
        """Show the panel with the caret where something has to be typed."""
        super().open_at(anchor, takes_focus=takes_focus)
        (self.reason if self._needs_reason else self.day).activate()

    def take(self) -> None:
        """Take the step, or say beside the field what is missing."""
        entry, reason = self.day.entry(), self.reason.entry().text.strip()
        if not isinstance(entry.value, date):
            self.day.show_trouble(self.tr("请写日期"))
            self.day.activate()
        elif self._needs_reason and not reason:
            self.reason.show_lack(self.tr("请写明理由"))
            self.reason.activate()
        else:
            self.close_panel()
            self.on_taken(reason, entry.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the step with Ctrl+Enter, and with Enter where a line is typed."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and (has_ctrl or not self.reason.is_active):
            self.take()
        else:
            super().keyPressEvent(event)


def _ignore(reason: str, on: date | None) -> None:
    del reason, on
