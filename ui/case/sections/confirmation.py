"""确认: the joint application to the court."""

from mediation_app.domain.cases import Case
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.effect import effective_on
from ui.case.sections.section import Section
from ui.fields.check_field import CheckField
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader
from ui.fields.text_field import LongTextField
from ui.styling import mark, words

RULINGS = ("确认有效", "驳回申请", "不予受理", "准许撤回")
"""Source: Civil Procedure Law art 206 and its interpretation, arts 355-360."""


class ConfirmationSection(Section):
    """Whether, where and when the parties apply for judicial confirmation."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("司法确认"))
        wanted = CheckField(self.tr("是否申请"), self.tr("双方共同申请司法确认"))
        self.court = ChoiceField(self.tr("申请法院"), ())
        applied = LineField(self.tr("申请日期"), DateReader(self.context.place.desk.clock.today))
        note = LongTextField(self.tr("备注"), least_lines=2)
        jurisdiction = LongTextField(self.tr("管辖说明"), least_lines=2)
        ruled = LineField(self.tr("裁定日期"), DateReader(self.context.place.desk.clock.today))
        ruling = ChoiceField(self.tr("裁定结果"), [Choice(each, each) for each in RULINGS])
        ruling_number = LineField(self.tr("裁定文号"))
        self.limit = words("", wraps=True)
        for name, each in (
            ("is_requested", wanted), ("court", self.court), ("applied_on", applied),
            ("note", note), ("jurisdiction_note", jurisdiction),
            ("ruled_on", ruled), ("ruling", ruling), ("ruling_number", ruling_number),
        ):  # fmt: skip
            self.bind(f"confirmation/{name}", each)
        self.rows(wanted)
        self.body.addWidget(self.limit)
        self.rows((self.court, applied), jurisdiction, note)
        self.heading(self.tr("法院裁定"))
        self.rows((ruled, ruling), ruling_number)

    def refresh(self, case: Case) -> None:
        """Say until when the court takes the application."""
        court = self.context.committee.court
        self.court.set_choices([Choice(court, court)] if court else [])
        day = effective_on(case)
        limits = self.context.place.desk.limits.of_case(case)
        ends = [each.deadline.limit_on for each in limits if each.rule.starts_from == "协议生效"]
        if day is None or not ends:
            text = self.tr("协议生效后三十日内共同申请；现在还没有生效日")
        else:
            text = self.tr("协议 {day} 生效，最迟 {limit} 申请").format(
                day=chinese_date(day), limit=chinese_date(ends[0])
            )
        self.limit.setText(text)
        mark(self.limit, tone="muted")
