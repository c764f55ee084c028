"""The instalments: by rule with a table, or line by line."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mediation_app.domain.agreements import Agreement, InstalmentPlan, PlannedLine
from mediation_app.domain.cases import Case
from mediation_app.domain.findings import Finding
from mediation_app.domain.instalments import (
    InstalmentLine,
    Method,
    check_lines,
    due_on_rest_days,
)
from mediation_app.domain.money import Money
from mediation_app.domain.months import months_after
from mediation_app.domain.plans import plan_lines
from mediation_app.errors import InvalidValueError
from ui.case.editing import Cause
from ui.case.places import without
from ui.case.sections.plan_table import PlanTable
from ui.case.sections.section import Cards, CaseContext
from ui.fields.choices import Choice
from ui.fields.field import without_label
from ui.fields.line_field import LineField
from ui.fields.option_field import OptionField
from ui.fields.pair_rows import PairRows
from ui.fields.readers import DateReader, MoneyReader, RateReader, WholeReader
from ui.measures import limit
from ui.sentences import spoken, term
from ui.styling import button, column, icon_button, mark, row, words

PLACE = "agreement/plan"
_MOST_FINDINGS = 2


class PlanCard(QWidget):
    """The plan of the agreement, or the button that makes one."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        self._context = context
        self._begin = button(self.tr("＋ 分期计划"), self.begin, kind="link")
        self._remove = button(self.tr("不分期"), self.remove, kind="link")
        self._by_hand = button(self.tr("逐期手工填写"), self.write_by_hand, kind="link")
        self._by_rule = button(self.tr("按规则计算"), self.compute, kind="link")
        self._add = button(self.tr("＋ 一期"), self.add_line, kind="link")
        self.table = PlanTable()
        self.summary = words("", wraps=True)
        self.trouble = words("", role="caption", wraps=True)
        self.lines = Cards(6)
        self._rule = self._rule_fields()
        heading = words(self.tr("分期"), role="heading")
        head = row(heading, None, self._by_hand, self._by_rule, self._remove, spacing=4)
        self.setLayout(
            column(
                head, row(self._begin, None), self._rule, self.lines, row(self._add, None),
                self.summary, self.trouble, self.table, spacing=8,
            )
        )  # fmt: skip
        context.editing.changed.connect(self._on_changed)
        self._on_changed(context.case, Cause.COMMAND)

    def begin(self) -> None:
        """Begin a plan over the amount of the agreement."""
        agreement = self._context.case.agreement or Agreement()
        self._put(InstalmentPlan(total=agreement.amount))
        self._context.go_to(f"{PLACE}/periods")

    def remove(self) -> None:
        """Pay at once again."""
        self._put(None)

    def write_by_hand(self) -> None:
        """Turn what was computed into lines that can be changed one by one."""
        plan = self._plan() or InstalmentPlan()
        lines = _computed(plan)[0]
        new_id = self._context.new_id
        made = tuple(PlannedLine(new_id(), each.due_on, each.amount) for each in lines)
        self._put(replace(plan, lines=made or (self._next_line(()),)))

    def compute(self) -> None:
        """Go back to the rule."""
        self._put(replace(self._plan() or InstalmentPlan(), lines=()))

    def add_line(self) -> None:
        """Add a line a month after the last one."""
        plan = self._plan() or InstalmentPlan()
        line = self._next_line(plan.lines)
        self._put(replace(plan, lines=(*plan.lines, line)))
        self._context.go_to(f"{PLACE}/lines/{line.id}/due_on")

    def _next_line(self, lines: tuple[PlannedLine, ...]) -> PlannedLine:
        today = self._context.place.desk.clock.today()
        due_on = months_after(lines[-1].due_on if lines else today, 1)
        return PlannedLine(self._context.new_id(), due_on, Money.zero())

    def _plan(self) -> InstalmentPlan | None:
        agreement = self._context.case.agreement
        return agreement.plan if agreement else None

    def _put(self, plan: InstalmentPlan | None) -> None:
        case = self._context.case
        agreement = case.agreement or Agreement()
        self._context.editing.put(replace(case, agreement=replace(agreement, plan=plan)))

    def _rule_fields(self) -> QWidget:
        today = self._context.place.desk.clock.today
        methods = [Choice(each, term(each.label)) for each in Method]
        total = LineField(self.tr("总额"), MoneyReader())
        periods = LineField(self.tr("期数"), WholeReader(empty=0, most=360))
        first = LineField(self.tr("首期到期"), DateReader(today))
        method = OptionField(self.tr("还款方式"), methods)
        rate = LineField(self.tr("年利率 %"), RateReader())
        for name, each in (
            ("total", total), ("periods", periods), ("first_due_on", first),
            ("method", method), ("annual_rate", rate),
        ):  # fmt: skip
            self._context.binding.bind(f"{PLACE}/{name}", each)
        holder = QWidget()
        holder.setLayout(PairRows(((total, periods), (first, method), (rate, QWidget()))))
        return holder

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        plan = case.agreement.plan if case.agreement else None
        is_by_hand = plan is not None and bool(plan.lines)
        is_open = case.sealed is None
        self._begin.setVisible(plan is None and is_open)
        self._remove.setVisible(plan is not None and is_open)
        self._by_hand.setVisible(plan is not None and not is_by_hand and is_open)
        self._by_rule.setVisible(is_by_hand and is_open)
        self._add.setVisible(is_by_hand and is_open)
        self._rule.setVisible(plan is not None and not is_by_hand)
        lines = plan.lines if plan else ()
        items = ((each.id, (no, is_open)) for no, each in enumerate(lines, 1))
        self.lines.show_items(items, self._line)
        self._show_lines(plan)

    def _show_lines(self, plan: InstalmentPlan | None) -> None:
        lines, trouble = _computed(plan) if plan else ((), "")
        self.table.show_lines(() if plan and plan.lines else lines)
        findings = self._findings(plan, lines)
        texts = [trouble, *(spoken(each.sentence) for each in findings[:_MOST_FINDINGS])]
        if len(findings) > _MOST_FINDINGS:
            texts.append(self.tr("等 {count} 处").format(count=len(findings)))
        text = "；".join(each for each in texts if each)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        is_wrong = bool(trouble) or any(each.is_error for each in findings)
        mark(self.trouble, tone="error" if is_wrong else "warning")
        self.summary.setText(self._summary(lines) if lines else "")
        self.summary.setVisible(bool(lines))
        mark(self.summary, tone="error" if is_wrong else "ok")

    def _findings(
        self, plan: InstalmentPlan | None, lines: tuple[InstalmentLine, ...]
    ) -> tuple[Finding, ...]:
        if plan is None or not lines:
            return ()
        wrong = check_lines(lines, plan.total) if plan.total is not None else ()
        return (*wrong, *due_on_rest_days(lines, self._context.place.desk.limits.calendar))

    def _summary(self, lines: tuple[InstalmentLine, ...]) -> str:
        total = Money.total(each.amount for each in lines)
        interest = Money.total(each.interest for each in lines)
        text = self.tr("共 {count} 期，合计 {total} 元").format(
            count=len(lines), total=total.grouped
        )
        if not interest.is_zero:
            text += self.tr("，其中利息 {interest} 元").format(interest=interest.grouped)
        return f"{text}　✓"

    def _line(self, line_id: str) -> QWidget:
        place = f"{PLACE}/lines/{line_id}"
        today = self._context.place.desk.clock.today
        due = without_label(LineField(self.tr("到期日"), DateReader(today)))
        amount = without_label(LineField(self.tr("金额"), MoneyReader(tells_capitals=False)))
        self._context.binding.bind(f"{place}/due_on", due)
        self._context.binding.bind(f"{place}/amount", amount)
        plan = self._plan() or InstalmentPlan()
        number = [each.id for each in plan.lines].index(line_id) + 1
        label = words(self.tr("第{number}期").format(number=number), tone="muted")
        limit(label, minimumWidth=64)
        gone = icon_button("trash", self.tr("删除这一期"), lambda: self._remove_line(line_id))
        gone.setEnabled(self._context.case.sealed is None)
        holder = QWidget()
        holder.setLayout(row(label, due, amount, gone))
        return holder

    def _remove_line(self, line_id: str) -> None:
        plan = self._plan() or InstalmentPlan()
        self._put(replace(plan, lines=without(plan.lines, line_id)))


def _computed(plan: InstalmentPlan) -> tuple[tuple[InstalmentLine, ...], str]:
    try:
        return plan_lines(plan), ""
    except InvalidValueError as error:
        return (), spoken(error.sentence)
