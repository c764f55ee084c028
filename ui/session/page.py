"""The page of the session desk (调解会话台)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, CaseId, Meeting
from mediation_app.domain.caucus import CaucusNote
from mediation_app.domain.committees import Committee
from mediation_app.domain.transitions import Action
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.case.binding import Binding
from ui.case.editing import CaseEditing
from ui.case.sections.section import CaseContext
from ui.pages import Message, Page, Tone, Workplace
from ui.sentences import told
from ui.session.private_notes import PrivateNotes
from ui.session.second_screen import SecondScreen
from ui.session.start import StartCard
from ui.session.view import PANES, SessionView


@dataclass(frozen=True, slots=True)
class Opened:
    """A case, whose desk it is on, and what its mediator noted for himself."""

    case: Case
    committee: Committee
    private: tuple[CaucusNote, ...]


class SessionPage(Page):
    """Shows the session of the case whose id it is entered with."""

    scrolls_inside = True

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("调解会话台"))
        self.second = SecondScreen(self)
        self.start: StartCard | None = None
        self.view: SessionView | None = None
        self.context: CaseContext | None = None
        self.private: PrivateNotes | None = None
        self._wanted = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._make_commands()
        place.undo.travelled.connect(self._on_travelled)

    def enter(self, subject: str = "") -> None:
        """Open the session of a case; one that is open already stays as it was left."""
        if not subject or subject == self._wanted:
            return
        self.leave()
        self._wanted = subject
        desk, case_id = self.place.desk, CaseId(subject)

        def work() -> Opened:
            case, committee = desk.case_files.open(case_id), desk.setup.committee()
            return Opened(case, committee, desk.caucus.of_case(case_id))

        self.place.tasks.run(self, work, self._show, self._on_refused)

    def leave(self) -> None:
        """Hand everything typed to the database."""
        if self.context is not None:
            self.context.editing.store_now()
        if self.private is not None:
            self.private.store_now()

    def bears(self, subject: str) -> bool:
        """Return whether the case is the one whose session is open here."""
        return self.context is not None and self.context.editing.subject == subject

    def begin(self, present: tuple[str, ...]) -> None:
        """Start the clock: in the meeting recorded today, else in a new one."""
        context = self._context()
        waiting = self._meeting_of_today(context.case)
        if waiting is not None:
            self._start_clock(waiting.id, present)
            return
        context.editing.store_now()
        steps, case_id = self.place.desk.steps, context.case.id

        def started(saved: SavedCase) -> None:
            context.editing.take_stored(saved.case)
            self._start_clock(saved.case.meetings[-1].id, present)

        self.place.tasks.run(
            self, lambda: steps.take(case_id, Action.MEDIATE), started, self._on_refused
        )

    def _start_clock(self, meeting_id: str, present: tuple[str, ...]) -> None:
        editing, now = self._context().editing, self.place.desk.clock.now()
        planned = self._appointment(editing.case)
        meetings = tuple(
            replace(
                each,
                began_at=now,
                present=present,
                appointment_id=each.appointment_id or (planned.id if planned else ""),
            )
            if each.id == meeting_id
            else each
            for each in editing.case.meetings
        )
        editing.put(replace(editing.case, meetings=meetings))
        self._open_desk(meeting_id)

    # --- what is shown --------------------------------------------------------

    def _show(self, opened: Opened) -> None:
        if opened.case.id != self._wanted:
            return
        self._let_go()
        editing = CaseEditing(self.place, opened.case, parent=self)
        binding = Binding(editing, editing)
        self.context = CaseContext(
            self.place, editing, binding, self.message.emit, self._go_to, opened.committee
        )
        editing.save_state.connect(self.save_state)
        self.private = PrivateNotes(self.place, opened.case.id, editing)
        self.private.load(opened.private)
        self.private.save_state.connect(self.save_state)
        running = self._session_of_today(opened.case)
        if running is not None:
            self._open_desk(running.id)
        else:
            self._open_start(opened.case)

    def _open_start(self, case: Case) -> None:
        self.start = StartCard(case, self._appointment(case))
        self.start.start_wanted.connect(self.begin)
        self._put_in(self.start)
        self.start.begin.setFocus()

    def _open_desk(self, meeting_id: str) -> None:
        context, private = self._context(), self.private
        assert private is not None
        self._clear()
        view = SessionView(context, private, meeting_id, self.second)
        view.message.connect(self.message)
        view.case_wanted.connect(lambda: self.case_chosen.emit(self._wanted))
        self.view = view
        self._put_in(view)
        view.line.line.setFocus()

    def _put_in(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        for old in (self.start, self.view):
            if old is not None:
                self._layout.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.start = self.view = None

    def _let_go(self) -> None:
        """Leave the case that was open; nothing of it stays on the second screen."""
        self.second.forget()
        self._clear()
        if self.context is not None:
            self.context.editing.let_go()
            self.context.editing.deleteLater()
        self.context = self.private = None

    def _context(self) -> CaseContext:
        assert self.context is not None
        return self.context

    def _appointment(self, case: Case) -> Appointment | None:
        today = self.place.desk.clock.today()
        stand = (each for each in case.appointments if each.cancelled_on is None)
        return next((each for each in stand if each.on == today), None)

    def _session_of_today(self, case: Case) -> Meeting | None:
        """Return the session that goes on, or the last one of today."""
        began = [each for each in case.meetings if each.began_at is not None]
        today = self.place.desk.clock.today()
        open_ones = [each for each in began if each.ended_at is None or each.held_on == today]
        return next(reversed(open_ones), None)

    def _meeting_of_today(self, case: Case) -> Meeting | None:
        """Return the meeting that somebody recorded today and that has no clock yet."""
        today = self.place.desk.clock.today()
        recorded = (each for each in case.meetings if each.held_on == today)
        return next((each for each in recorded if each.began_at is None), None)

    def _go_to(self, place: str) -> None:
        if self.view is not None:
            self.view.go_to(place)

    def _on_travelled(self, subject: str, place: str) -> None:
        if place and self.bears(subject) and self.isVisible():
            self._go_to(place)

    def _on_refused(self, error: MediationError) -> None:
        if self.context is None:
            self._wanted = ""
        self.message.emit(Message(told(error), Tone.ERROR, topic="session"))

    # --- commands -------------------------------------------------------------

    def _make_commands(self) -> None:
        self._command(self.tr("背靠背"), "F8", lambda view: view.toggle_apart())
        self._command(self.tr("快记"), "Ctrl+J", lambda view: view.go_to_line())
        self._command(self.tr("暂停或继续"), "F6", lambda view: view.toggle_pause())
        self._command(self.tr("客户屏"), "F4", lambda view: view.toggle_window())
        self._command(self.tr("快记或表单"), "F9", lambda view: view.toggle_forms())
        self._command(self.tr("成交，写入协议"), "Ctrl+Return", lambda view: view.fix_deal())
        names = (
            self.tr("到场"), self.tr("方案"), self.tr("成交"), self.tr("笔录"), self.tr("终结"),
        )  # fmt: skip
        for number, (key, name) in enumerate(zip(PANES, names, strict=True), 1):
            self._command(name, f"Ctrl+{number}", self._opener(key))

    def _opener(self, key: str) -> Callable[[SessionView], None]:
        return lambda view: view.show_pane(key)

    def _command(self, text: str, key: str, slot: Callable[[SessionView], object]) -> QAction:
        def run() -> None:
            if self.view is not None:
                slot(self.view)

        return self.add_command(text, key, run)
