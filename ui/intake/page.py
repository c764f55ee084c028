"""Intake: a dispute comes in, on one screen, with the keyboard alone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.intake import drafted_facts
from mediation_app.domain.missing import missing_for_registration
from mediation_app.domain.parties import Party, PartyKind, PartyRole
from mediation_app.domain.query_codes import group_query_code
from mediation_app.errors import MediationError
from mediation_app.services.registration import SimilarCase
from mediation_app.services.saved import SavedCase
from ui.case.binding import Binding
from ui.case.editing import CaseEditing, Cause
from ui.fields.line_edit import LineEdit
from ui.intake.form import IntakeForm
from ui.pages import Message, Page, Tone, Workplace
from ui.paper.first_papers import FirstPapers
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
        self.papers = FirstPapers(place, self)
        self.papers.output.message.connect(self.message)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(LOOK_FOR_SIMILAR_AFTER_MS)
        self._looking.timeout.connect(self._look_for_similar)
        self.add_command(self.tr("关联可能重复的案件"), "Alt+L", self._link_similar)
        self.add_command(self.tr("打开可能重复的案件"), "Alt+O", self._open_similar)
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
        self._draft_facts()
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
        self.form.similar.link_wanted.connect(self._on_link_wanted)
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
        editing.let_go()
        if not editing.is_dirty:
            editing.deleteLater()
            return
        # A draft that could not be stored goes on trying.
        self._leaving.append(editing)
        editing.save_state.connect(lambda _: self._drop(editing))

    def bears(self, subject: str) -> bool:
        """Return whether this is the draft in the form."""
        return self.editing is not None and self.editing.subject == subject

    def go_to(self, place: str) -> None:
        """Put the person into a field of the draft."""
        field = self.form.field_at(place) if self.form is not None else None
        if field is not None:
            field.activate()

    def _drop(self, editing: CaseEditing) -> None:
        if editing in self._leaving and not editing.is_dirty:
            self._leaving.remove(editing)
            editing.deleteLater()

    def _on_registered(self, saved: SavedCase) -> None:
        self._clear()
        self.finished.emit(saved.case.id)
        case = saved.case
        text = self.tr("已登记：{number}").format(number=case.number)
        if case.query_code:
            told_code = self.tr("查询码 {code}").format(code=group_query_code(case.query_code))
            text = f"{text}　{told_code}"
        action = self.tr("打印收件凭条和回执")
        told = Message(text, Tone.OK, action, lambda: self.papers.print_for(case), topic="intake")
        self.message.emit(told)

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

        linked = frozenset(str(each.case_id) for each in self.editing.case.links)

        def show(cases: tuple[SimilarCase, ...]) -> None:
            if self.form is not None:
                others = tuple(each for each in cases if each.line.id != own)
                self.form.similar.show_cases(others, linked)

        self.place.tasks.run_latest("similar", self, lambda: registration.similar(party), show)

    def _applicant(self) -> Party | None:
        parties = self.editing.case.parties_in(PartyRole.APPLICANT) if self.editing else ()
        return parties[0] if parties else None

    def _link_similar(self) -> None:
        if self.form is not None:
            self.form.similar.link_first()

    def _on_link_wanted(self, other_id: str) -> None:
        """Link both cases, or take the link off; what was typed before is stored first."""
        if self.editing is None:
            return
        self.editing.store_now()
        links, case_id, other = self.place.desk.links, self.editing.case.id, CaseId(other_id)
        is_linked = any(each.case_id == other for each in self.editing.case.links)
        change = links.unlink if is_linked else links.link
        self.place.tasks.run(
            self,
            lambda: change(case_id, other),
            lambda _: self._tell_link(is_linked=not is_linked),
            self._on_refused,
        )

    def _tell_link(self, *, is_linked: bool) -> None:
        text = (
            self.tr("已关联，两件案件中都能看到；没有合并") if is_linked else self.tr("已取消关联")
        )
        self.message.emit(Message(text, Tone.OK, topic="intake"))

    def _draft_facts(self) -> None:
        """Write the first account where nobody has, from what was typed."""
        if self.editing is None or self.editing.case.facts.strip():
            return
        facts = drafted_facts(self.editing.case)
        if facts:
            self.editing.put(replace(self.editing.case, facts=facts), "facts")

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
