"""Edits that the centre refused, each with its reason and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_app.domain.syncing import SetAside
from ui.case.journal_lines import edit_words
from ui.measures import space
from ui.sentences import spoken
from ui.styling import button, column, frame, row, words
from ui.sync_words import moment

MOST_SHOWN = 20


class SetAsideList(QWidget):
    """One box an edit."""

    case_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        space(self._layout, 8, (0, 0, 0, 0))
        self.edits: tuple[SetAside, ...] = ()

    def show_edits(self, edits: tuple[SetAside, ...]) -> None:
        """Show other edits, the latest ones at length."""
        if edits == self.edits:
            return
        self.edits = edits
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in edits[:MOST_SHOWN]:
            self._layout.addWidget(self._box(each))
        if len(edits) > MOST_SHOWN:
            text = self.tr("另有 {count} 项").format(count=f"{len(edits) - MOST_SHOWN:,}")
            self._layout.addWidget(words(text, tone="muted"))

    def _box(self, edit: SetAside) -> QWidget:
        box = frame("notice", tone="warning")
        title = edit.case_number or self.tr("没有案号的案件")
        when = f"{moment(edit.saved_at)}  {edit.author}"
        head = row(words(title, role="strong"), words(when, role="caption"), None)
        if edit.case_id:
            head.addWidget(button(self.tr("打开案件"), self._opener(edit.case_id), kind="link"))
        reason = words(spoken(edit.reason), wraps=True)
        lines = [words(each, tone="muted", wraps=True) for each in edit_words(edit.changes)]
        kept = self.tr("这项修改仍在本机，没有进入中心库；请打开案件核对，需要时重新填写。")
        box.setLayout(
            column(
                head,
                reason,
                *lines,
                words(kept, role="caption", wraps=True),
                spacing=4,
                margins=(14, 8, 8, 10),
            )
        )
        return box

    def _opener(self, case_id: str) -> Callable[[], None]:
        return lambda: self.case_chosen.emit(case_id)
