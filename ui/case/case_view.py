"""One case on screen: header, parts, form and live paper."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mediation_app.domain.case_limits import running_limits
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind, IssuedLine
from mediation_app.domain.journal import Changes
from mediation_app.domain.missing import Missing, missing_for_registration
from mediation_app.errors import MediationError, UnlawfulStepError
from mediation_app.sentences import Sentence
from mediation_app.services.saved import SavedCase
from ui.case.binding import Binding
from ui.case.editing import CaseEditing, Cause
from ui.case.header import Header
from ui.case.others import Others
from ui.case.parts import SECTIONS, section_of
from ui.case.sealing import Sealing
from ui.case.section_list import SectionList
from ui.case.sections.agreement import AgreementSection
from ui.case.sections.materials import Materials
from ui.case.sections.overview import Overview
from ui.case.sections.schedule import ScheduleSection
from ui.case.sections.section import CaseContext, Section
from ui.case.standing_banner import StandingBanner
from ui.case.steps import NextStep, StepKind, form_in_work, next_step
from ui.case.taking import Taking
from ui.fields.line_edit import LineEdit
from ui.measures import scaled
from ui.pages import Message, Tone, Workplace
from ui.paper.first_papers import FirstPapers
from ui.paper.pane import PaperPane
from ui.sentences import told

NARROW_PX = 1000
"""Below this there is room for the form or the paper, not for both."""


class CaseView(QWidget):
    """Holds the parts together; each is built when it is first wanted."""

    message = Signal(object)
    case_chosen = Signal(str)
    """The id of another case."""
    conflict_chosen = Signal(str, str)
    """The id of this case and the path of a field; empty for any of the case."""
    leaving_wanted = Signal()
    """The case is not here any more, and the person goes on with another one."""
    session_wanted = Signal()
    """The people of the case are here: the desk of a session is to open."""

    def __init__(
        self, place: Workplace, case: Case, committee: Committee, actions: list[QAction]
    ) -> None:
        super().__init__()
        self.place = place
        self.editing = CaseEditing(place, case, parent=self)
        self.binding = Binding(self.editing, self)
        self.context = CaseContext(
            place, self.editing, self.binding, self.message.emit, self.go_to, committee
        )
        self.context.open_case = self.case_chosen.emit
        self.header = Header(actions)
        self.list = SectionList(self._titles())
        self.stack = QStackedWidget()
        self.paper = PaperPane(place, self.editing.store_now)
        self._sections: dict[str, Section] = {}
        self._issued: frozenset[FormKind] = frozenset()
        self._prefers_paper = False
        self.sealing = Sealing(
            place, self.editing, lambda: self.show_section("signing"), self.on_refused, self
        )
        self.taking = Taking(self)
        self.banner = StandingBanner()
        self.first_papers = FirstPapers(place, self)
        self.first_papers.output.message.connect(self.message)
        self._lay_out()
        self._connect()
        self.show_section("overview")
        self._on_changed(case, Cause.COMMAND)
        self._load_issued()
        self.others = Others(self)

    @property
    def case(self) -> Case:
        """The case as it is on screen."""
        return self.editing.case

    def section(self, key: str) -> Section:
        """Return a part, made if it was not there yet."""
        if key not in self._sections:
            made = SECTIONS[key](self.context)
            self._sections[key] = made
            self.stack.addWidget(made)
        return self._sections[key]

    def show_section(self, key: str) -> None:
        """Bring a part to the front."""
        self.stack.setCurrentWidget(self.section(key))
        self.list.choose(key)

    def go_to(self, place: str) -> None:
        """Put the person into the field of a place."""
        key = section_of(place)
        self.show_section(key)
        self.section(key).complete()
        field = self.binding.field_at(place)
        if field is None:
            return
        if self._is_narrow and self._prefers_paper:
            self.toggle_paper()
        self.section(key).reveal(field)
        field.activate()

    def show_links(self) -> None:
        """Put the person on the first linked case."""
        self.show_section("overview")
        overview = self.section("overview")
        if isinstance(overview, Overview):
            overview.links.focus_first()

    def toggle_paper(self) -> None:
        """Show the form or the paper where there is no room for both."""
        self._prefers_paper = not self._prefers_paper
        self._share_room()

    def register(self) -> None:
        """Give the case its number, or show what is missing beside its fields."""
        missing = missing_for_registration(self.case)
        if missing:
            self.show_lacks(missing)
            return
        self.editing.store_now()
        registration, case_id = self.place.desk.registration, self.case.id

        def show(saved: SavedCase) -> None:
            self.editing.take_stored(saved.case)

        self.place.tasks.run(self, lambda: registration.register(case_id), show, self.on_refused)

    def do_step(self, step: NextStep) -> None:
        """Do what is next."""
        match step.kind:
            case StepKind.COMPLETE:
                self._complete(step.form)
            case StepKind.PRINT:
                self._print(step.form)
            case StepKind.READ:
                self.show_section("journal")
            case StepKind.TAKE:
                assert step.action is not None
                self.taking.do(step.action)

    def plan_meeting(self) -> None:
        """Open the card on which a meeting is planned."""
        self.show_section("schedule")
        section = self.section("schedule")
        if isinstance(section, ScheduleSection):
            section.plan()

    def open_form(self, form: str) -> None:
        """Open a form of the case that was filled in and not sent off."""
        kind, _, about = form.partition("/")
        if kind == "step":
            self.taking.do_by_name(about)
            return
        section = self.section("schedule")
        self.show_section("schedule")
        if isinstance(section, ScheduleSection):
            section.complete()
            section.open_form(form)

    def step_back(self) -> bool:
        """Close the card on which a meeting is planned; return False where none is open."""
        section = self.stack.currentWidget()
        return isinstance(section, ScheduleSection) and section.step_back()

    def print_paper(self) -> None:
        """Print the notices of a meeting where those are in front, else the paper on screen."""
        section = self.stack.currentWidget()
        if not isinstance(section, ScheduleSection) or not section.print_notices():
            self.paper.print_paper()

    def add_term(self) -> None:
        """Add a term to the agreement, which begins one where there is none."""
        self.show_section("agreement")
        section = self.section("agreement")
        if isinstance(section, AgreementSection):
            section.add_term()

    def with_materials(self, do: Callable[[Materials], None]) -> None:
        """Bring the materials to the front and do something with them."""
        if (section := self._materials()) is not None:
            do(section)

    def explain_limit(self) -> None:
        """Say how the nearest limit is reckoned."""
        self.header.explain_limit()

    def _materials(self) -> Materials | None:
        """Bring the materials to the front."""
        self.show_section("materials")
        section = self.section("materials")
        return section if isinstance(section, Materials) else None

    def undo(self) -> None:
        """Take the last step back and go where it was."""
        self.place.undo.undo()

    def redo(self) -> None:
        """Take the step again."""
        self.place.undo.redo()

    def show_committee(self, committee: Committee) -> None:
        """Take over what the committee says about itself."""
        self.context.committee = committee
        for section in self._sections.values():
            section.refresh(self.case)
        self.paper.show_case(self.case, committee)

    # --- parts ----------------------------------------------------------------

    def open_session(self) -> None:
        """Open the desk of a session, with everything typed so far."""
        self.editing.store_now()
        self.session_wanted.emit()

    def ask_confirmation(self) -> None:
        """Note that the parties go to the court together."""
        wanted = replace(self.case.confirmation, is_requested=True)
        if not wanted.court:
            wanted = replace(wanted, court=self.context.committee.court)
        self._put(confirmation=wanted)
        self.show_section("confirmation")

    def _print(self, form: FormKind | None) -> None:
        if form is not None:
            self.paper.choose_kind(form)
        self.paper.print_paper()

    def _complete(self, form: FormKind | None) -> None:
        if form is None:
            return
        self.paper.choose_kind(form)
        missing = self.place.desk.paper.missing(form, self.case, self.context.committee)
        if missing:
            self.show_lacks(missing)

    def show_lacks(self, missing: tuple[Missing, ...]) -> None:
        """Say beside the fields what is missing, and go to the first of them."""
        for key in dict.fromkeys(section_of(each.place) for each in missing):
            self.section(key).complete()
        self.binding.show_lacks(missing)
        self.go_to(missing[0].place)

    def _put(self, **facts: object) -> None:
        self.editing.put(replace(self.case, **facts))  # type: ignore[arg-type]

    # --- what happens ---------------------------------------------------------

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        self.header.show_case(case)
        self.list.show_counts(case)
        today = self.place.desk.clock.today()
        limits = running_limits(case, self.place.desk.limits.of_case(case))
        self.header.show_limits(limits, today)
        self._show_next_step()
        self.paper.show_case(case, self.context.committee)

    def _show_next_step(self) -> None:
        form, committee = form_in_work(self.case), self.context.committee
        missing = self.place.desk.paper.missing(form, self.case, committee) if form else ()
        self.taking.look()
        is_gone = self.editing.is_gone
        self.banner.show_case(self.case, self.taking.offered, is_gone=is_gone)
        step = next_step(self.case, self.taking.offered, self._issued, len(missing))
        self.header.show_step(step, len(missing))
        for each in (self.header.primary, self.header.more):
            each.setEnabled(not is_gone)

    def _on_stored(self, changes: Changes) -> None:
        if self.case.id in changes.case_ids:
            self._load_issued()

    def _load_issued(self) -> None:
        paper, case_id = self.place.desk.paper, self.case.id
        self.place.tasks.run_latest("issued", self, lambda: paper.issued(case_id), self._on_issued)

    def _on_issued(self, lines: tuple[IssuedLine, ...]) -> None:
        self._issued = frozenset(each.kind for each in lines)
        self.editing.issued = self._issued
        self._show_next_step()

    def on_refused(self, error: MediationError) -> None:
        """Say why something was not done."""
        self.message.emit(Message(told(error), Tone.ERROR, topic="case"))

    def _on_change_refused(self, reasons: tuple[Sentence, ...]) -> None:
        self.on_refused(UnlawfulStepError(reasons))

    # --- room -----------------------------------------------------------------

    @property
    def _is_narrow(self) -> bool:
        return self.width() < scaled(NARROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show form and paper, or one of them."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        narrow = self._is_narrow
        self.paper.setVisible(not narrow or self._prefers_paper)
        self.stack.setVisible(not narrow or not self._prefers_paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field with Enter; outside a field do what is next."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if isinstance(QApplication.focusWidget(), LineEdit):
                self.focusNextChild()
            else:
                self.header.do_step()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.editing.changed.connect(self._on_changed)
        self.editing.refused.connect(self._on_change_refused)
        self.editing.step_wanted.connect(self.taking.do)
        self.editing.gone.connect(self._show_next_step)
        self.banner.leaving_wanted.connect(self.leaving_wanted)
        self.banner.place_wanted.connect(self.go_to)
        self.banner.step_wanted.connect(self.taking.do)
        self.header.step_wanted.connect(self.do_step)
        self.list.section_chosen.connect(self.show_section)
        self.paper.place_chosen.connect(self.go_to)
        self.paper.message.connect(self.message)
        self.binding.place_entered.connect(self.paper.follow)
        self.place.tasks.changed.connect(self._on_stored)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in (self.list, self.stack, self.paper):
            split.addWidget(part)
        split.setStretchFactor(1, 3)
        split.setStretchFactor(2, 2)
        split.setSizes([scaled(116), scaled(650), scaled(520)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.banner)
        layout.addWidget(split, 1)

    def _titles(self) -> dict[str, str]:
        return {
            "overview": self.tr("概况"),
            "parties": self.tr("当事人"),
            "facts": self.tr("事实"),
            "materials": self.tr("材料"),
            "schedule": self.tr("排期"),
            "mediation": self.tr("调解"),
            "agreement": self.tr("协议"),
            "signing": self.tr("签署"),
            "confirmation": self.tr("确认"),
            "visit": self.tr("回访"),
            "documents": self.tr("文书"),
            "journal": self.tr("流水"),
        }
