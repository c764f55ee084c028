"""期限: what makes the limits of the case stand still, end later, or start."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_app.domain.case_limits import CaseLimit, running_limits
from mediation_app.domain.cases import Case
from mediation_app.domain.courses import Course, Extension, Milestone, Pause
from mediation_app.sentences import say
from ui.case.limit_button import LimitButton
from ui.case.places import without
from ui.case.sections.section import Cards, CaseContext
from ui.fields.check_field import CheckField
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.pair_rows import PairRows
from ui.fields.readers import DateReader, WholeReader
from ui.fields.wrapping_row import WrappingRow
from ui.sentences import term
from ui.styling import button, column, empty_out, icon_button, row

_MOST_DAYS = 36_500


class CourseCard(QWidget):
    """The limits that run, and three lists: pauses, extensions, milestones."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        self._context = context
        self._running: tuple[CaseLimit, ...] = ()
        self.limits = QVBoxLayout()
        self.pauses, self.extensions, self.milestones = Cards(6), Cards(6), Cards(6)
        adding = WrappingRow(
            (
                button(self.tr("＋ 中止（今天起）"), self.add_pause, kind="link"),
                button(self.tr("＋ 双方同意延长"), self.add_extension, kind="link"),
                button(self.tr("＋ 其他起算事项"), self.add_milestone, kind="link"),
            )
        )
        self.setLayout(
            column(self.limits, self.pauses, self.extensions, self.milestones, adding, spacing=8)
        )

    def show_case(self, case: Case) -> None:
        """Show the limits and the lists of this case."""
        self._show_limits(running_limits(case, self._context.place.desk.limits.of_case(case)))
        course = case.course
        for cards, items, make in (
            (self.pauses, course.pauses, self._pause),
            (self.extensions, course.extensions, self._extension),
            (self.milestones, course.milestones, self._milestone),
        ):
            cards.show_items(((each.id, "") for each in items), make)

    def add_pause(self) -> None:
        """Let the clock stand from today on."""
        made = Pause(self._context.new_id(), self._today())
        self._put(replace(self._course, pauses=(*self._course.pauses, made)))
        self._context.go_to(f"course/pauses/{made.id}/to_on")

    def add_extension(self) -> None:
        """Begin an extension agreed today."""
        made = Extension(self._context.new_id(), agreed_on=self._today())
        self._put(replace(self._course, extensions=(*self._course.extensions, made)))
        self._context.go_to(f"course/extensions/{made.id}/days")

    def add_milestone(self) -> None:
        """Begin a milestone of today."""
        made = Milestone(self._context.new_id(), happened_on=self._today())
        self._put(replace(self._course, milestones=(*self._course.milestones, made)))
        self._context.go_to(f"course/milestones/{made.id}/event")

    def remove(self, listing: str, item_id: str) -> None:
        """Take an item away."""
        items = without(getattr(self._course, listing), item_id)
        self._put(replace(self._course, **{listing: items}))

    def _show_limits(self, limits: tuple[CaseLimit, ...]) -> None:
        if limits == self._running:
            return
        self._running = limits
        empty_out(self.limits)
        for limit in limits:
            made = LimitButton(limit, self._today())
            self.limits.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def _course(self) -> Course:
        return self._context.case.course

    def _put(self, course: Course) -> None:
        self._context.editing.put(replace(self._context.case, course=course))

    def _today(self) -> date:
        return self._context.place.desk.clock.today()

    def _pause(self, item_id: str) -> QWidget:
        return self._row(
            "pauses",
            item_id,
            {
                "from_on": self._day(self.tr("中止第一天")),
                "to_on": self._day(self.tr("中止最后一天")),
                "reason": LineField(self.tr("中止原因")),
            },
        )

    def _extension(self, item_id: str) -> QWidget:
        return self._row(
            "extensions",
            item_id,
            {
                "days": LineField(self.tr("延长天数"), WholeReader(0, _MOST_DAYS)),
                "agreed_on": self._day(self.tr("同意日期")),
                "applicants_agree": CheckField(self.tr("申请人"), self.tr("申请人同意")),
                "respondents_agree": CheckField(self.tr("被申请人"), self.tr("被申请人同意")),
            },
        )

    def _milestone(self, item_id: str) -> QWidget:
        events = self._context.place.desk.limits.other_events()
        choices = [Choice(event, term(event)) for event in events]
        odd = say("时限表中没有这一事项，不会起算任何期限")
        return self._row(
            "milestones",
            item_id,
            {
                "event": ChoiceField(self.tr("起算事项"), choices, odd=odd),
                "happened_on": self._day(self.tr("发生日期")),
            },
        )

    def _day(self, label: str) -> LineField:
        return LineField(label, DateReader(self._context.place.desk.clock.today))

    def _row(self, listing: str, item_id: str, fields: dict[str, Field]) -> QWidget:
        """Return the fields of one item two by two, with what takes it away."""
        made = list(fields.values())
        for name, field in fields.items():
            self._context.binding.bind(f"course/{listing}/{item_id}/{name}", field)
        pairs = zip(made[::2], made[1::2], strict=False)
        alone = made[len(made) // 2 * 2 :]
        gone = icon_button("trash", self.tr("删除这一条"), self._remover(listing, item_id))
        line = row(spacing=8)
        line.addLayout(PairRows((*pairs, *alone)), 1)
        line.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _remover(self, listing: str, item_id: str) -> Callable[[], None]:
        return lambda: self.remove(listing, item_id)
