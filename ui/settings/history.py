"""What was changed in the record of the committee, in sentences, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import JournalEntry
from ui.case.journal_lines import journal_lines
from ui.case.journal_view import JournalView
from ui.pages import Workplace
from ui.styling import column, words


class CommitteeHistory(QWidget):
    """The history that a case has, of the committee itself, newest first."""

    restore_asked = Signal(object)
    """JournalLine: somebody wants back what it replaced."""

    def __init__(self, place: Workplace, committee: Callable[[], Committee]) -> None:
        super().__init__()
        self._place = place
        self._committee = committee
        self.view = JournalView(self.tr("修改记录"), self.tr("筛选修改记录"))
        self.view.restore_asked.connect(self.restore_asked)
        self.nothing = words(
            self.tr("还没有修改过。谁在什么时候改了什么，都会列在这里，原来的内容可以恢复。"),
            tone="muted",
            wraps=True,
        )
        self.setLayout(column(self.view, self.nothing, spacing=8))
        self._show(())

    def look(self) -> None:
        """Read again what happened."""
        self._place.tasks.run_latest("history", self, self._place.desk.setup.history, self._show)

    def _show(self, entries: tuple[JournalEntry, ...]) -> None:
        committee = self._committee()
        self.view.show_lines(journal_lines(entries, committee), committee)
        for each in (self.view.table, self.view.filter):
            each.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
