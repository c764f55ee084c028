"""调解: mediators, meetings, the course of the limits, outcome."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_app.domain.cases import Case, Meeting, Outcome
from ui.case.places import without
from ui.case.sections.course_card import CourseCard
from ui.case.sections.section import Cards, Section
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.field import without_label
from ui.fields.line_field import LineField
from ui.fields.option_field import OptionField
from ui.fields.pair_rows import PairRows
from ui.fields.readers import DateReader
from ui.fields.text_field import ListField, LongTextField
from ui.measures import limit
from ui.sentences import term
from ui.styling import button, icon_button, row, words

ENDED_WITHOUT = (
    Outcome.FAILED, Outcome.WITHDRAWN, Outcome.REFUSED, Outcome.SUSPENDED, Outcome.TRANSFERRED
)  # fmt: skip


class Mediation(Section):
    """Who mediates, when they met, how it ended."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("调解员"))
        mediators = ListField(self.tr("人民调解员"), least_lines=2, hint=self.tr("每行一位"))
        self.recorder = ChoiceField(self.tr("记录人"), ())
        self.bind("mediators", mediators)
        self.bind("recorder", self.recorder)
        self._roster = QHBoxLayout()
        self.rows(mediators)
        self.body.addLayout(self._roster)
        self.rows(self.recorder)
        self.heading(self.tr("调解会"))
        place = LineField(self.tr("调解地点"))
        self.bind("meeting_place", place)
        self.meetings = Cards(6)
        self.body.addLayout(self.meetings)
        adding = button(self.tr("＋ 调解会（今天）"), self.add_meeting, kind="link")
        self.body.addLayout(row(adding, None))
        self.rows(place)
        self.heading(self.tr("期限"))
        self.course = CourseCard(self.context)
        self.body.addWidget(self.course)
        self.heading(self.tr("调解结果"))
        outcomes = [Choice(each, term(each.value)) for each in Outcome]
        outcome = OptionField(self.tr("调解结果"), outcomes)
        self.bind("outcome", outcome)
        self.rows(outcome)
        self._ending = self._ending_fields()
        self._offered: tuple[str, ...] = ()

    def refresh(self, case: Case) -> None:
        """Show the meetings, the roster, and how it ended where it did."""
        items = ((each.id, no) for no, each in enumerate(case.meetings, 1))
        self.meetings.show_items(items, self._meeting)
        self.course.show_case(case)
        has_ending = case.outcome in ENDED_WITHOUT or case.termination is not None
        self._ending.setVisible(has_ending)
        self._offer_roster()

    def add_meeting(self) -> None:
        """Add a meeting of today."""
        case = self.context.case
        made = Meeting(self.context.new_id(), self.context.place.desk.clock.today())
        self.context.editing.put(replace(case, meetings=(*case.meetings, made)))
        self.context.go_to(f"meetings/{made.id}/held_on")

    def _remove_meeting(self, meeting_id: str) -> None:
        case = self.context.case
        self.context.editing.put(replace(case, meetings=without(case.meetings, meeting_id)))

    def _meeting(self, meeting_id: str) -> QWidget:
        today = self.context.place.desk.clock.today
        held = without_label(LineField(self.tr("调解日期"), DateReader(today)))
        self.bind(f"meetings/{meeting_id}/held_on", held)
        number = [each.id for each in self.context.case.meetings].index(meeting_id) + 1
        label = words(self.tr("第{number}次").format(number=number), tone="muted")
        limit(label, minimumWidth=92)
        limit(held, minimumWidth=200)
        gone = icon_button(
            "trash", self.tr("删除这次调解会"), lambda: self._remove_meeting(meeting_id)
        )
        holder = QWidget()
        holder.setLayout(row(label, held, gone, None))
        return holder

    def _offer_roster(self) -> None:
        committee = self.context.committee
        names = tuple(each.name for each in committee.mediators)
        if names == self._offered:
            return
        self._offered = names
        while self._roster.count():
            item = self._roster.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for name in names:
            self._roster.addWidget(button(f"＋ {name}", self._adder(name), kind="link"))
        self._roster.addStretch(1)
        recorders = dict.fromkeys(each for each in (committee.recorder, *names) if each)
        self.recorder.set_choices([Choice(each, each) for each in recorders])

    def _adder(self, name: str) -> Callable[[], None]:
        def add() -> None:
            case = self.context.case
            if name not in case.mediators:
                self.context.editing.put(replace(case, mediators=(*case.mediators, name)))

        return add

    def _ending_fields(self) -> QWidget:
        today = self.context.place.desk.clock.today
        ended = LineField(self.tr("终止日期"), DateReader(today))
        reason = LongTextField(self.tr("终止原因"), least_lines=2)
        notice = LongTextField(self.tr("告知事项"), least_lines=2)
        delivery = LineField(self.tr("送达方式"))
        court = LineField(self.tr("移送法院"))
        materials = ListField(self.tr("移送材料"), least_lines=2, hint=self.tr("每行一项"))
        for name, each in (
            ("ended_on", ended), ("reason", reason), ("notice", notice),
            ("delivery", delivery), ("court", court), ("materials", materials),
        ):  # fmt: skip
            self.bind(f"termination/{name}", each)
        holder = QWidget()
        holder.setLayout(PairRows(((ended, delivery), reason, notice, court, materials)))
        self.body.addWidget(holder)
        return holder
