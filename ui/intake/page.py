"""Intake: a dispute comes in, on one screen, with the keyboard alone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.missing import missing_for_registration
from mediation_app.domain.parties import Party, PartyKind, PartyRole
from mediation_app.errors import MediationError
from mediation_app.ports.queries import CaseLine
from mediation_app.services.saved import SavedCase
from ui.case.binding import Binding
from ui.case.editing import CaseEditing, Cause
from ui.fields.line_edit import LineEdit
from ui.intake.form import IntakeForm
from ui.pages import Message, Page, Tone, Workplace
from ui.sentences import told

LOOK_FOR_SIMILAR_AFTER_MS = 120


@dataclass(frozen=True, slots=True)
class Blank:
    """A new case and whose desk it is on."""

    case: Case
    committee: Committee


class IntakePage(Page):
    """A draft is stored from the first key press; Ctrl+S gives it its number."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("登记"))
        self.form: IntakeForm | None = None
        self.editing: CaseEditing | None = None
        self._leaving: list[CaseEditing] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(LOOK_FOR_SIMILAR_AFTER_MS)
        self._looking.timeout.connect(self._look_for_similar)
        self.add_command(self.tr("打开可能重复的案件"), "Alt+L", self._open_similar)
        self.add_command(self.tr("撤销"), "Ctrl+Z", lambda: self.editing and self.editing.undo())
        self.add_command(
            self.tr("重做"), "Ctrl+Shift+Z", lambda: self.editing and self.editing.redo()
        )
        self.add_command(self.tr("另起一件"), "Ctrl+Shift+N", self.begin_new)

    def enter(self, subject: str = "") -> None:
        """Show the draft that was left here, or a new one."""
        del subject
        if self.form is None:
            self.begin_new()
        else:
            self.form.number_field.activate()

    def leave(self) -> None:
        """Hand everything typed to the database."""
        for editing in (self.editing, *self._leaving):
            if editing is not None:
                editing.store_now()

    def begin_new(self) -> None:
        """Begin with an empty form; what was typed before stays as a draft in the list."""
        self.leave()
        desk = self.place.desk

        def work() -> Blank:
            committee = desk.setup.committee()
            return Blank(_against_a_bank(desk.registration.blank(committee)), committee)

        self.place.tasks.run(self, work, self._show)

    def register(self) -> None:
        """Give the draft its number and go on to its page, or show what is missing."""
        if self.editing is None or self.form is None:
            return
        missing = missing_for_registration(self.editing.case)
        field = self.form.show_lacks(missing)
        if missing:
            if field is not None:
                field.activate()
            return
        self.editing.store_now()
        registration, case_id = self.place.desk.registration, self.editing.case.id
        self.place.tasks.run(
            self, lambda: registration.register(case_id), self._on_registered, self._on_refused
        )

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+S for registration before the window takes it for saving."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Save)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Register with Ctrl+S; go on to the next field with Enter."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.register()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if isinstance(QApplication.focusWidget(), LineEdit):
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _show(self, blank: Blank) -> None:
        self._clear()
        self.editing = CaseEditing(self.place, blank.case, is_stored=False, parent=self)
        self.editing.save_state.connect(self.save_state)
        binding = Binding(self.editing, self.editing)
        self.form = IntakeForm(self.place, self.editing, binding)
        self.form.register_wanted.connect(self.register)
        self.form.similar.case_chosen.connect(self.case_chosen)
        self.editing.changed.connect(self._on_changed)
        self._body.addWidget(self.form)
        self.form.number_field.activate()

    def _clear(self) -> None:
        form, editing = self.form, self.editing
        self.form, self.editing = None, None
        if form is not None:
            form.hide()
            form.deleteLater()
        if editing is None:
            return
        if not editing.is_dirty:
            editing.deleteLater()
            return
        # A draft that could not be stored goes on trying.
        self._leaving.append(editing)
        editing.save_state.connect(lambda _: self._drop(editing))

    def _drop(self, editing: CaseEditing) -> None:
        if editing in self._leaving and not editing.is_dirty:
            self._leaving.remove(editing)
            editing.deleteLater()

    def _on_registered(self, saved: SavedCase) -> None:
        self._clear()
        self.finished.emit(saved.case.id)
        text = self.tr("已登记：{number}").format(number=saved.case.number)
        self.message.emit(Message(text, Tone.OK, topic="intake"))

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic="intake"))

    # --- who was here before --------------------------------------------------

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del case, cause
        self._looking.start()

    def _look_for_similar(self) -> None:
        party = self._applicant()
        if party is None or self.editing is None:
            return
        registration, own = self.place.desk.registration, self.editing.case.id

        def show(lines: tuple[CaseLine, ...]) -> None:
            if self.form is not None:
                self.form.similar.show_lines(tuple(each for each in lines if each.id != own))

        self.place.tasks.run_latest("similar", self, lambda: registration.similar(party), show)

    def _applicant(self) -> Party | None:
        parties = self.editing.case.parties_in(PartyRole.APPLICANT) if self.editing else ()
        return parties[0] if parties else None

    def _open_similar(self) -> None:
        if self.form is not None:
            self.form.similar.open_first()


def _against_a_bank(case: Case) -> Case:
    """Return the blank case with an institution on the other side, as nearly all have."""
    parties = (
        replace(each, kind=PartyKind.COMPANY) if each.role is PartyRole.RESPONDENT else each
        for each in case.parties
    )
    return replace(case, parties=tuple(parties))
