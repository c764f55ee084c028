"""How a session ends: with a deal that becomes the agreement, or without one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.deals import deal_of, due_on, with_deal
from mediation_app.domain.failures import before_failing
from mediation_app.domain.session_records import drafted_record
from mediation_app.domain.session_time import ended
from mediation_app.domain.sessions import Deal, Offer
from mediation_app.domain.transitions import Action
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.pages import Message, Tone
from ui.sentences import told
from ui.session.deal_pane import DealPane
from ui.session.ending_pane import EndingPane
from ui.session.pane import SessionPane, Table


class Closing(QObject):
    """Takes an offer, writes the deal into the agreement, ends the mediation."""

    def __init__(
        self,
        table: Table,
        pane: Callable[[str], SessionPane],
        tell: Callable[[Message], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._pane = pane
        self._tell = tell

    def take_offer(self, offer: Offer) -> None:
        """Make an offer the deal that is being written down."""
        self._table.put(deal=deal_of(self._table.case, self._table.meeting, offer))

    def fix_deal(self) -> None:
        """Write the deal into the agreement, or say what is missing."""
        pane, table = self._pane("deal"), self._table
        if isinstance(pane, DealPane) and pane.show_lacks():
            return
        desk = table.context.place.desk
        deal = table.meeting.deal or Deal()
        until = due_on(deal, table.today(), desk.limits.calendar)
        if until is None:
            return
        case = with_deal(table.case, table.meeting_id, until, desk.clock.now())
        table.context.editing.put(self._with_record(case))
        text = self.tr("已成交并写入协议，笔录已起草；接下来打印协议、登记签署")
        self._tell(Message(text, Tone.OK, topic="session"))

    def fail(self) -> None:
        """End the mediation without agreement; the table of transitions has the last word."""
        pane, table = self._pane("ending"), self._table
        if isinstance(pane, EndingPane) and pane.lacks_reason():
            return
        ending = table.case.termination
        assert ending is not None
        case = before_failing(table.case, ending.reason_code)
        case = self._with_time(self._with_record(case, outcome=Outcome.FAILED))
        table.context.editing.put(case)
        table.context.editing.store_now()
        reason = ending.reason.strip() or ending.reason_code
        desk = table.context.place.desk
        table.context.place.tasks.run(
            self,
            lambda: desk.steps.take(case.id, Action.FAIL, reason),
            self._on_failed,
            self._on_refused,
        )

    def _with_record(self, case: Case, outcome: Outcome | None = None) -> Case:
        """Return the case with the record drafted, where nobody has written one yet."""
        shown = case if outcome is None else replace(case, outcome=outcome)
        meetings = tuple(
            replace(each, record=drafted_record(shown, each))
            if each.id == self._table.meeting_id and not each.record.strip()
            else each
            for each in case.meetings
        )
        return replace(case, meetings=meetings)

    def _with_time(self, case: Case) -> Case:
        now = self._table.context.place.desk.clock.now()
        meetings = tuple(
            ended(each, now) if each.id == self._table.meeting_id else each
            for each in case.meetings
        )
        return replace(case, meetings=meetings)

    def _on_failed(self, saved: SavedCase) -> None:
        self._table.context.editing.take_stored(saved.case)
        text = self.tr("调解已终结；终结书、无争议事实记载和其他途径告知在“文书”里打印")
        self._tell(Message(text, Tone.OK, topic="session"))

    def _on_refused(self, error: MediationError) -> None:
        self._tell(Message(told(error), Tone.ERROR, topic="session"))
