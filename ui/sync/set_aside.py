"""Edits that the centre refused, each with its reason and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import FieldChange
from mediation_app.domain.syncing import SetAside
from ui.case import committee_words
from ui.case.journal_lines import edit_words
from ui.measures import space
from ui.sentences import spoken
from ui.styling import button, column, empty_out, frame, row, words
from ui.sync_words import moment

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """An edit, and what taking it up would change today: nothing where it cannot be, or is so."""

    edit: SetAside
    differences: tuple[FieldChange, ...] = ()
    is_here: bool = True
    """Whether the case is on this machine and can be opened."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is in it, in sentences: against today's values where those are at hand."""
        changes = self.differences or self.edit.changes
        if self.edit.case_id:
            return edit_words(changes)
        return committee_words.edit_words(changes, Committee())


class SetAsideList(QWidget):
    """One box an edit."""

    case_chosen = Signal(str)
    take_up_asked = Signal(object)
    """A ``SetAside`` that is to be stored as an edit of today."""
    let_go_asked = Signal(object)
    """A ``SetAside`` that is to be listed no longer."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        space(self._layout, 8, (0, 0, 0, 0))
        self.edits: tuple[ShownEdit, ...] = ()

    def show_edits(self, edits: tuple[ShownEdit, ...]) -> None:
        """Show other edits, the latest ones at length."""
        if edits == self.edits:
            return
        self.edits = edits
        empty_out(self._layout)
        for each in edits[:MOST_SHOWN]:
            self._layout.addWidget(self._box(each))
        if len(edits) > MOST_SHOWN:
            text = self.tr("另有 {count} 项").format(count=f"{len(edits) - MOST_SHOWN:,}")
            self._layout.addWidget(words(text, tone="muted"))

    def _box(self, shown: ShownEdit) -> QWidget:
        edit = shown.edit
        box = frame("notice", tone="warning")
        when = "  ".join(filter(None, (moment(edit.saved_at), edit.author, edit.device_name)))
        head = row(words(self._title(shown), role="strong"), words(when, role="caption"), None)
        if edit.case_id and shown.is_here:
            head.addWidget(button(self.tr("打开案件"), self._opener(edit.case_id), kind="link"))
        reason = words(spoken(edit.reason), wraps=True)
        lines = [words(each, tone="muted", wraps=True) for each in shown.lines]
        kept = words(self._what_can_be_done(shown), role="caption", wraps=True)
        box.setLayout(
            column(
                head,
                reason,
                *lines,
                kept,
                self._buttons(shown),
                spacing=4,
                margins=(14, 8, 8, 10),
            )
        )
        return box

    def _title(self, shown: ShownEdit) -> str:
        edit = shown.edit
        if not edit.case_id:
            return committee_words.record_words()
        if not shown.is_here:
            return edit.case_number or self.tr("已不在本机的案件")
        return edit.case_number or self.tr("没有案号的案件")

    def _what_can_be_done(self, shown: ShownEdit) -> str:
        if shown.edit.is_of_others:
            return self.tr("原文保存在中心库；采用后作为您的修改记入流水，随时可以恢复。")
        if shown.differences:
            return self.tr("原文仍在本机；可以重新提交，记作今天的修改，也可以不再提示。")
        if not shown.is_here:
            return self.tr("原文仍在本机；案件移回本站后可以重新提交，也可以不再提示。")
        return self.tr("原文仍在本机；现在的内容已经与它一致。")

    def _buttons(self, shown: ShownEdit) -> QWidget:
        edit, is_of_others = shown.edit, shown.edit.is_of_others
        take_up = self.tr("采用") if is_of_others else self.tr("重新提交")
        let_go = self.tr("不采用") if is_of_others else self.tr("不再提示")
        hint = self.tr("从这里移去，原文仍在流水和中心库中")
        taking = button(take_up, lambda: self.take_up_asked.emit(edit))
        going = button(let_go, lambda: self.let_go_asked.emit(edit), kind="quiet", hint=hint)
        line = QWidget()
        line.setLayout(row(taking, going, None, spacing=8, margins=(0, 4, 0, 0)))
        # Shown before it had a parent, it would come up as a window of its own.
        taking.setVisible(bool(shown.differences))
        return line

    def _opener(self, case_id: str) -> Callable[[], None]:
        return lambda: self.case_chosen.emit(case_id)
