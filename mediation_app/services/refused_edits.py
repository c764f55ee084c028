"""Edits that the centre refused: what they would change today, and taking them up again."""

from mediation_app.domain.cases import CaseId
from mediation_app.domain.journal import Changes, FieldChange
from mediation_app.domain.syncing import SetAside
from mediation_app.errors import CaseNotFoundError, StorageError
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.storage import Storage


class RefusedEdits:
    """One's own edits, and those of others that came when a case had already moved here."""

    def __init__(self, storage: Storage, case_files: CaseFiles) -> None:
        self._units = storage.units
        self._case_files = case_files

    def differences(self, edit: SetAside) -> tuple[FieldChange, ...]:
        """Return what taking an edit up would change today.

        Nothing is told where its case is not here, or where it would make no case.
        """
        with self._units() as work:
            try:
                if not edit.case_id:
                    return work.committees.amended(edit.changes)[1]
                return work.cases.amended(CaseId(edit.case_id), edit.changes)[1]
            except (CaseNotFoundError, StorageError):
                return ()

    def is_here(self, edit: SetAside) -> bool:
        """Return whether the record that an edit belongs to is on this machine."""
        if not edit.case_id:
            return True
        with self._units() as work:
            try:
                work.cases.get(CaseId(edit.case_id))
            except CaseNotFoundError:
                return False
        return True

    def store(self, edit: SetAside) -> Changes:
        """Store what a refused edit wanted, as an edit of the person at this desk.

        The synchroniser is told afterwards that it is answered: a line that is cut off between
        the two leaves it listed, and storing it again changes nothing.

        Raises:
            CaseNotFoundError: The case is not here any more.
            StorageError: It would make no case that this program can read.
            SealedAgreementError: It touches an agreement that is closed by now.
            UnlawfulStepError: It would be a step that is not lawful today.
        """
        if not edit.case_id:
            return self._store_own(edit)
        case_id = CaseId(edit.case_id)
        with self._units() as work:
            wanted, _ = work.cases.amended(case_id, edit.changes)
            shown = work.cases.get(case_id)
        return self._case_files.save(shown, wanted).changes

    def _store_own(self, edit: SetAside) -> Changes:
        with self._units() as work:
            wanted, _ = work.committees.amended(edit.changes)
            work.committees.save(work.committees.get(), wanted, "edit")
            return work.commit()
