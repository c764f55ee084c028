"""A step that is taken in many cases at once, and the way back from it."""

from collections.abc import Iterable

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.journal import Changes
from mediation_app.domain.transitions import Action
from mediation_app.errors import MediationError
from mediation_app.services.desk import Desk
from mediation_app.services.steps import StepsReport
from ui.merging import taken_back


class BulkStep:
    """Remembers what the cases were before and after; all of it runs in the database thread."""

    def __init__(
        self, desk: Desk, case_ids: Iterable[CaseId], action: Action, reason: str = ""
    ) -> None:
        self._desk = desk
        self._case_ids = tuple(case_ids)
        self._action = action
        self._reason = reason
        self._before: dict[CaseId, Case] = {}
        self._after: dict[CaseId, Case] = {}

    def take(self) -> StepsReport:
        """Take the step in every case where it is lawful."""
        files = self._desk.case_files
        before = {case_id: files.open(case_id) for case_id in self._case_ids}
        report = self._desk.steps.take_all(self._case_ids, self._action, self._reason)
        self._before = {case_id: before[case_id] for case_id in report.done}
        self._after = {case_id: files.open(case_id) for case_id in report.done}
        return report

    def back(self) -> Changes:
        """Take it back in every case; what others changed since stays.

        Raises:
            MediationError: In one of them that is not lawful any more; in the others it was done.
        """
        refused: MediationError | None = None
        for case_id, before in self._before.items():
            files = self._desk.case_files
            try:
                now = files.open(case_id)
                files.save(now, taken_back(self._after[case_id], before, now)[0])
            except MediationError as error:
                refused = error
        if refused is not None:
            raise refused
        return Changes(frozenset(self._before))
