"""Closing a signed agreement from the screen of its case."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mediation_app.domain.cases import Case
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.case.editing import CaseEditing, Cause
from ui.case.seal_question import SealQuestion
from ui.pages import Workplace


class Sealing(QObject):
    """Asks, closes the agreement, and lets no undo reach behind that."""

    def __init__(
        self,
        place: Workplace,
        editing: CaseEditing,
        on_sealed: Callable[[], None],
        on_refused: Callable[[MediationError], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._editing = editing
        self._on_sealed = on_sealed
        self._on_refused = on_refused
        self._window = parent
        self._is_sealed = editing.case.sealed is not None
        editing.changed.connect(self._on_changed)

    def ask(self) -> None:
        """Close the agreement, after a question: this cannot be taken back."""
        if self._editing.case.sealed is None:
            SealQuestion(self._window, self.seal).open()
        else:
            self._on_sealed()

    def seal(self) -> None:
        """Close the agreement, or say what is still open."""
        self._editing.store_now()
        files, case_id = self._place.desk.case_files, self._editing.case.id

        def show(saved: SavedCase) -> None:
            self._editing.take_stored(saved.case)
            self._on_sealed()

        self._place.tasks.run(self, lambda: files.seal(case_id), show, self._on_refused)

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        if case.sealed is not None and not self._is_sealed:
            self._is_sealed = True
            self._place.undo.forget(self._editing.subject)
