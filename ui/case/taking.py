"""Taking the steps of a case from its screen."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.missing import Missing
from mediation_app.domain.transitions import Action, LawfulStep, lawful, refusal
from mediation_app.errors import MediationError, UnlawfulStepError
from mediation_app.services.saved import SavedCase
from ui.case.editing import CaseEditing
from ui.case.header import Header
from ui.case.sealing import Sealing
from ui.case.step_panel import StepPanel
from ui.case.step_words import about_step
from ui.pages import Workplace
from ui.sentences import term


class OpenCase(Protocol):
    """What is asked of the screen of a case."""

    place: Workplace
    editing: CaseEditing
    header: Header
    sealing: Sealing

    @property
    def case(self) -> Case:
        """The case as it is on screen."""
        ...

    def window(self) -> QWidget:
        """Return the window that it is in."""
        ...

    def register(self) -> None:
        """Give the case its number."""
        ...

    def plan_meeting(self) -> None:
        """Lead to the day of a meeting."""
        ...

    def open_session(self) -> None:
        """Open the desk of a session."""
        ...

    def add_term(self) -> None:
        """Add a term to the agreement."""
        ...

    def ask_confirmation(self) -> None:
        """Note that the parties go to the court together."""
        ...

    def show_section(self, key: str) -> None:
        """Bring a part to the front."""
        ...

    def go_to(self, place: str) -> None:
        """Put the person into the field of a place."""
        ...

    def show_lacks(self, missing: tuple[Missing, ...]) -> None:
        """Say beside the fields what is missing."""
        ...

    def on_refused(self, error: MediationError) -> None:
        """Say why something was not done."""
        ...


class Taking(QObject):
    """Knows which steps are lawful for the person at the desk, and takes them."""

    offered_changed = Signal()

    def __init__(self, view: OpenCase) -> None:
        super().__init__(view.editing)
        self._view = view
        self._place = view.place
        self.offered: tuple[LawfulStep, ...] = ()
        self.panel: StepPanel | None = None
        self._by_fields: dict[Action, Callable[[], None]] = {
            Action.REGISTER: view.register,
            Action.SCHEDULE: view.plan_meeting,
            Action.MEDIATE: view.open_session,
            Action.DRAFT_AGREEMENT: view.add_term,
            Action.SIGN: lambda: view.show_section("signing"),
            Action.SEAL: view.sealing.ask,
            Action.ASK_CONFIRMATION: view.ask_confirmation,
            Action.APPLY: lambda: view.go_to("confirmation/applied_on"),
            Action.RULE: lambda: view.go_to("confirmation/ruled_on"),
            Action.VISIT: lambda: view.go_to("visit/visited_on"),
        }

    def look(self) -> None:
        """Find out anew what is lawful."""
        case = self._view.case
        duty = self._place.desk.worker.duty(case.id)
        found = lawful(case, duty, self._view.editing.issued)
        if found != self.offered:
            self.offered = found
            self.offered_changed.emit()

    def do(self, action: Action) -> None:
        """Take a step, or lead to what it lacks; what has to be said first is asked for."""
        step = next((each for each in self.offered if each.action is action), None)
        if step is None:
            self._refuse(action)
        elif step.missing:
            self._view.show_lacks(step.missing)
        elif action in self._by_fields:
            self._by_fields[action]()
        elif step.transition.needs_reason:
            self._ask(step)
        else:
            self.take(action)

    def do_by_name(self, name: str) -> None:
        """Take a step that is offered, named as the table of transitions has it."""
        for each in self.offered:
            if each.action.value == name:
                self.do(each.action)

    def take(self, action: Action, reason: str = "", on: date | None = None) -> None:
        """Take a step in the database, after everything typed is there."""
        view, steps = self._view, self._place.desk.steps
        view.editing.store_now()
        before = view.case

        def show(saved: SavedCase) -> None:
            self._place.drafts.forget(_asking(before, action))
            view.editing.stepped(before, saved.case)

        self._place.tasks.run(
            self, lambda: steps.take(before.id, action, reason, on), show, view.on_refused
        )

    def _ask(self, step: LawfulStep) -> None:
        action = step.action
        self.panel = StepPanel(
            self._view.window(),
            term(action.value),
            about_step(action),
            self._place.desk.clock.today,
            self._place.drafts,
            needs_reason=step.transition.needs_reason,
        )
        about = f"{term(action.value)} {self._view.case.number}".strip()
        self.panel.kept.begin(_asking(self._view.case, action), about)
        self.panel.on_taken = lambda reason, on: self.take(action, reason, on)
        self.panel.open_at(self._view.header.primary)

    def _refuse(self, action: Action) -> None:
        """Say why a step cannot be taken, as when a key was pressed for it."""
        view = self._view
        duty = self._place.desk.worker.duty(view.case.id)
        reasons = refusal(view.case, action, duty, "", view.editing.issued)
        view.on_refused(UnlawfulStepError(reasons))


def _asking(case: Case, action: Action) -> FormPlace:
    """Return where the reason of a step is typed."""
    return FormPlace("case", case.id, f"step/{action.value}")
