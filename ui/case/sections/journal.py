"""流水: what happened to the case, in sentences, and the way back to what was replaced."""

from PySide6.QtGui import QShowEvent

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import Changes, JournalEntry
from ui.authority_sight import may_see_authority, without_authority
from ui.case.journal_lines import JournalLine, journal_lines
from ui.case.journal_view import JournalView
from ui.case.sections.section import Section


class Journal(Section):
    """The audit trail of one case, newest first."""

    def build(self) -> None:
        """Make the filter and the table."""
        self._entries: tuple[JournalEntry, ...] = ()
        self.view = JournalView(self.tr("流水"), self.tr("筛选流水"))
        self.view.restore_asked.connect(self._restore)
        self.body.addWidget(self.view, 100)
        self.context.place.tasks.changed.connect(self._on_stored)
        self._load()

    def refresh(self, case: Case) -> None:
        """Look again at what can be brought back; the lines follow from what is stored."""
        if self.isVisible():
            self.view.show_lines(journal_lines(self._entries, case), case)

    def _restore(self, line: JournalLine) -> None:
        """Bring the older value of a line back."""
        editing = self.context.editing
        if line.change is not None and line.can_be_restored(editing.case):
            editing.put(line.restored(editing.case))
            self.context.go_to(line.change.path)

    def _on_stored(self, changes: Changes) -> None:
        if self.context.case.id in changes.case_ids and self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while the journal was not in view."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        files, case_id = self.context.place.desk.case_files, self.context.case.id
        self.context.place.tasks.run_latest(
            "journal", self, lambda: files.history(case_id), self._show
        )

    def _show(self, entries: tuple[JournalEntry, ...]) -> None:
        case = self.context.case
        may_see = may_see_authority(self.context.place.desk, case.id)
        self._entries = entries if may_see else without_authority(entries)
        self.view.show_lines(journal_lines(self._entries, case), case)
