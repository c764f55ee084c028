"""Steps that are taken in all chosen cases at once, each by the same table as alone."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton

from mediation_app.domain.cases import CaseId
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.transitions import TABLE, Action, Transition
from mediation_app.services.steps import StepsReport
from ui.case.step_panel import StepPanel
from ui.case.step_words import about_step
from ui.cases.bulk_step import BulkStep
from ui.cases.rows import Row
from ui.pages import Message, Tone, Workplace
from ui.sentences import spoken, term
from ui.styling import button, mark, row, words
from ui.undo import Deed

ALONE = frozenset(
    {
        *(Action.SCHEDULE, Action.MEDIATE, Action.DRAFT_AGREEMENT, Action.SIGN, Action.SEAL),
        *(Action.ASK_CONFIRMATION, Action.APPLY, Action.RULE, Action.VISIT),
    }
)
"""Steps whose facts are those of one case: they are taken on its page."""
MOST_NAMED = 3


class BulkBar(QFrame):
    """How many cases are chosen, and what can lawfully be done with them."""

    message = Signal(object)
    given_up = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        mark(self, role="notice")
        self._place = place
        self._rows: tuple[Row, ...] = ()
        self.panel: StepPanel | None = None
        self.count = words("", role="strong")
        self.menu = QMenu(self)
        self.actions_button = QToolButton()
        self.actions_button.setText(self.tr("一起办理"))
        self.actions_button.setToolTip(self.tr("对选中的案件办理同一步  Ctrl+J"))
        self.actions_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.actions_button.setMenu(self.menu)
        mark(self.actions_button, kind="quiet")
        none = button(self.tr("取消选择"), self.given_up.emit, kind="link")
        self.setLayout(row(self.count, self.actions_button, None, none, margins=(12, 6, 12, 6)))
        self.hide()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Offer what is lawful for these cases; with one of them alone nothing is offered."""
        self._rows = tuple(rows)
        self.setVisible(len(rows) > 1)
        if len(rows) <= 1:
            return
        self.count.setText(self.tr("选中 {count} 件").format(count=len(rows)))
        self.menu.clear()
        for transition, fitting in self._offered():
            text = self.tr("{step}（{count} 件）").format(
                step=term(transition.action.value), count=fitting
            )
            self.menu.addAction(text, self._asker(transition))
        self.actions_button.setEnabled(not self.menu.isEmpty())

    def open_menu(self) -> None:
        """Show the steps below their button."""
        below = self.actions_button.rect().bottomLeft()
        self.menu.popup(self.actions_button.mapToGlobal(below))

    def _offered(self) -> list[tuple[Transition, int]]:
        """Return each step that at least one of the cases can take, with how many can."""
        duties = self._place.desk.worker.duties([CaseId(each.line.id) for each in self._rows])
        stands = Counter((each.line.stage, duties[each.line.id]) for each in self._rows)
        found: dict[Action, tuple[Transition, int]] = {}
        for each in TABLE:
            fitting = sum(
                count
                for (stage, duty), count in stands.items()
                if stage in each.sources and duty in each.duties
            )
            if each.action not in ALONE and fitting:
                _, others = found.get(each.action, (each, 0))
                found[each.action] = each, others + fitting
        return list(found.values())

    def _asker(self, transition: Transition) -> Callable[[], None]:
        return lambda: self.ask(transition)

    def ask(self, transition: Transition) -> None:
        """Ask for the reason where one is needed, then take the step in all cases."""
        action = transition.action
        if not transition.needs_reason:
            self.take(action)
            return
        self.panel = StepPanel(
            self.window(),
            term(action.value),
            about_step(action),
            self._place.desk.clock.today,
            self._place.drafts,
            needs_reason=True,
        )
        self.panel.kept.begin(_asking(action), term(action.value))
        self.panel.day.hide()
        self.panel.on_taken = lambda reason, _: self.take(action, reason)
        self.panel.open_at(self.actions_button)

    def take(self, action: Action, reason: str = "") -> None:
        """Take the step in all cases, and tell what became of it."""
        case_ids = [CaseId(each.line.id) for each in self._rows]
        step = BulkStep(self._place.desk, case_ids, action, reason)

        def taken(report: StepsReport) -> None:
            if report.done:
                self._place.drafts.forget(_asking(action))
                words = self._done_words(report)
                self._place.undo.did(Deed(words, step.back, step.take))
            self._tell(report)

        self._place.tasks.run(self, step.take, taken)

    def _done_words(self, report: StepsReport) -> str:
        return self.tr("“{step}”：已办理 {count} 件").format(
            step=term(report.action.value), count=len(report.done)
        )

    def _tell(self, report: StepsReport) -> None:
        done = self._done_words(report)
        if not report.refused:
            self.message.emit(Message(done, Tone.OK, topic="bulk"))
            return
        told = [
            self.tr("{number}：{reason}").format(
                number=each.number or self.tr("草稿"), reason=spoken(each.reason)
            )
            for each in report.refused[:MOST_NAMED]
        ]
        more = len(report.refused) - len(told)
        if more:
            told.append(self.tr("另有 {count} 件").format(count=more))
        text = self.tr("{done}，未办理 {count} 件。{why}").format(
            done=done, count=len(report.refused), why="；".join(told)
        )
        self.message.emit(Message(text, Tone.WARNING, topic="bulk"))


def _asking(action: Action) -> FormPlace:
    """Return where the reason of a step is typed that is taken in many cases."""
    return FormPlace("cases", "", f"step/{action.value}")
