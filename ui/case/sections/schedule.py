"""排期: what is planned in a case, who answered, and the card on which a meeting is planned."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.schedule import booking_of
from mediation_app.domain.typed_times import clock_text
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.case.sections.section import Cards, Section
from ui.drafts import KeptForm
from ui.elided import Elided
from ui.fields.line_field import LineField
from ui.fields.tick import Tick
from ui.fields.wrapping_row import WrappingRow
from ui.schedule.calendar_files import CalendarFiles
from ui.schedule.drawing import day_words
from ui.schedule.notices import Notices
from ui.schedule.planner import PLAN, Planner
from ui.sentences import term, told
from ui.styling import button, column, frame, icon_button, row, words


def _nothing_more(saved: SavedCase) -> None:
    del saved


class ScheduleSection(Section):
    """One card an appointment; ``plan`` opens the card for a new one."""

    def build(self) -> None:
        """Make the parts."""
        self.heading(self.tr("排期"))
        self._empty = words(
            self.tr("还没有约定调解会。按 R 输入日期，例如 下周三 9:30，冲突会在保存前列出。"),
            tone="muted",
            wraps=True,
        )
        self.body.addWidget(self._empty)
        self.cards = Cards(8)
        self.body.addLayout(self.cards)
        self.adding = button(self.tr("＋ 排期"), self.plan, kind="link", hint="R")
        self.body.addLayout(row(self.adding, None))
        self.planner = Planner(self.context.place, lambda: self.context.case)
        self.planner.hide()
        self.planner.planned.connect(self._on_planned)
        self.planner.closed.connect(self._close)
        self.body.addWidget(self.planner)
        self.notices = Notices(self.context.place, self)
        self.calendars = CalendarFiles(self.context.place, self)
        for each in (self.notices, self.calendars):
            each.message.connect(self.context.tell)

    def refresh(self, case: Case) -> None:
        """Show what is planned."""
        self._empty.setVisible(not case.appointments and self.planner.isHidden())
        held = {each.appointment_id for each in case.meetings}
        parties = tuple((each.id, each.name) for each in case.parties)
        self.cards.show_items(
            ((each.id, (each, each.id in held, parties)) for each in case.appointments),
            self._card,
        )

    def plan(self) -> None:
        """Open the card for a new meeting, as it was left where it was closed before."""
        if self.planner.is_begun and not self.planner.is_moving:
            self._reveal()
            self.planner.when.activate()
            return
        scheduling = self.context.place.desk.scheduling
        proposed = scheduling.proposal(self.context.case, self.context.committee)
        self._open(proposed, is_moving=False)

    def open_form(self, form: str) -> None:
        """Open the card again that was filled in and left: for a new meeting, or to move one."""
        kind, _, about = form.partition("/")
        found = (each for each in self.context.case.appointments if each.id == about)
        if kind == PLAN and not about:
            self.plan()
        elif kind == PLAN and (each := next(found, None)) is not None:
            self._open(each, is_moving=True)

    def print_notices(self) -> bool:
        """Print what tells the parties of the next meeting; return False where none is planned."""
        standing = [each for each in self.context.case.appointments if each.cancelled_on is None]
        if not standing:
            return False
        self._print(standing[-1].id)
        return True

    def _open(self, appointment: Appointment, *, is_moving: bool) -> None:
        self._reveal()
        self.planner.begin(appointment, self.context.committee, is_moving=is_moving)
        self.reveal(self.planner)

    def _reveal(self) -> None:
        self.planner.show()
        self._empty.hide()
        self.adding.hide()
        self.reveal(self.planner)

    def step_back(self) -> bool:
        """Close the card; return False where none is open."""
        is_open = self.planner.isVisible()
        if is_open:
            self._close()
        return is_open

    def _close(self) -> None:
        self.planner.hide()
        self.adding.show()
        self.refresh(self.context.case)
        self.adding.setFocus()

    def _on_planned(self, appointment: Appointment, reason: str) -> None:
        scheduling = self.context.place.desk.scheduling
        step = scheduling.move if self.planner.is_moving else scheduling.plan

        def done(_: SavedCase) -> None:
            self.planner.kept.done()
            self._close()

        self._run(
            lambda case_id: step(case_id, appointment, reason),
            done,
            lambda error: self.planner.show_refused(told(error)),
        )

    def _run(
        self,
        work: Callable[[CaseId], SavedCase],
        on_done: Callable[[SavedCase], None] = _nothing_more,
        on_error: Callable[[MediationError], None] | None = None,
    ) -> None:
        # What was typed goes first: the same thread stores and plans, one after the other.
        editing = self.context.editing
        editing.store_now()
        before = editing.case

        def done(saved: SavedCase) -> None:
            on_done(saved)
            editing.stepped(before, saved.case)

        self.context.place.tasks.run(self, lambda: work(before.id), done, on_error)

    # --- one appointment ------------------------------------------------------

    def _card(self, appointment_id: str) -> QWidget:
        case = self.context.case
        each = next(one for one in case.appointments if one.id == appointment_id)
        is_held = any(one.appointment_id == each.id for one in case.meetings)
        made = frame("surface")
        parts = [self._line(each, is_held=is_held)]
        if each.reason:
            parts.append(words(self.tr("理由：{text}").format(text=each.reason), wraps=True))
        layout = column(spacing=6, margins=10)
        for part in parts:
            layout.addWidget(part)
        if each.cancelled_on is None and not is_held:
            layout.addWidget(self._answers(case, each))
            layout.addWidget(self._buttons(each))
        made.setLayout(layout)
        return made

    def _line(self, each: Appointment, *, is_held: bool) -> QWidget:
        day = self.tr("未定日期") if each.on is None else f"{each.on.year}-{day_words(each.on)}"
        time = f"{clock_text(each.begins_min)}–{clock_text(each.ends_min)}"
        place = " · ".join([each.room or term(each.way), *each.mediators])
        said = ""
        if each.cancelled_on is not None:
            said = self.tr("已取消（{day}）").format(day=each.cancelled_on)
        elif is_held:
            said = self.tr("已开")
        holder = QWidget()
        where = Elided()
        where.show_text(place)
        parts = (words(f"{day} {time}", role="strong"), where, words(said, tone="muted"))
        holder.setLayout(WrappingRow(parts, gap_px=14))
        return holder

    def _answers(self, case: Case, each: Appointment) -> QWidget:
        boxes = [
            self._answer(each, party.id, party.name)
            for party in case.parties
            if party.id in each.invited
        ]
        label = self.tr("已答复") if boxes else self.tr("没有通知任何人")
        holder = QWidget()
        holder.setLayout(WrappingRow((words(label, tone="muted"), *boxes), gap_px=14))
        return holder

    def _answer(self, each: Appointment, party_id: str, name: str) -> Tick:
        box = Tick(name)
        box.setChecked(party_id in each.answered)
        box.setAccessibleName(self.tr("{name} 已答复会到场").format(name=name))
        answer = self.context.place.desk.scheduling.answer

        def note(is_coming: bool) -> None:  # noqa: FBT001  a slot of Qt
            self._run(lambda case_id: answer(case_id, each.id, party_id, is_coming=is_coming))

        box.clicked.connect(note)
        return box

    def _buttons(self, each: Appointment) -> QWidget:
        reason = LineField(self.tr("取消的理由"), is_required=True)
        reason.hide()

        def cancel() -> None:
            if reason.isHidden():
                reason.show()
                reason.activate()
            elif not reason.entry().text.strip():
                reason.show_lack(self.tr("请写明取消的理由"))
            else:
                self._cancel(each, reason.entry().text)

        holder = QWidget()
        kept = KeptForm(self.context.place.drafts, {"reason": reason}, holder)
        kept.restored.connect(lambda: reason.setVisible(bool(reason.entry().text)))
        about = f"{self.tr('取消排期')} {self.context.case.number}".strip()
        kept.begin(self._cancelling(each), about)
        line = WrappingRow(
            (
                button(self.tr("打印通知"), lambda: self._print(each.id), icon="printer"),
                button(self.tr("改期"), lambda: self._open(each, is_moving=True), kind="quiet"),
                button(self.tr("取消排期"), cancel, kind="quiet"),
                icon_button("download", self.tr("存为日历文件（.ics）"), lambda: self._save(each)),
            ),
            gap_px=8,
        )
        holder.setLayout(column(line, kept.note, reason, spacing=6))
        return holder

    def _cancelling(self, each: Appointment) -> FormPlace:
        return FormPlace("case", self.context.case.id, f"cancel/{each.id}")

    def _cancel(self, each: Appointment, reason: str) -> None:
        cancel, forget = (
            self.context.place.desk.scheduling.cancel,
            self.context.place.drafts.forget,
        )
        form = self._cancelling(each)
        self._run(lambda case_id: cancel(case_id, each.id, reason), lambda _: forget(form))

    def _print(self, appointment_id: str) -> None:
        self.context.editing.store_now()
        self.notices.print_all(self.context.case, appointment_id)

    def _save(self, each: Appointment) -> None:
        case = self.context.case
        self.calendars.save(f"{case.number}-{each.on}", (booking_of(case, each),))
