"""What the bank prepares beside its papers: what is owed, and how far its agent may go."""

from PySide6.QtWidgets import QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.materials import OPTIONAL
from ui.case.sections.section import CaseContext
from ui.fields.line_field import LineField
from ui.fields.pair_rows import PairRows
from ui.fields.readers import DateReader, MoneyReader, WholeReader
from ui.styling import column, frame, mark, words

_MOST_PERIODS = 9_999


class ReceivableCard(QWidget):
    """The sum and its three parts; what is missing between them is told to the cent."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        names = (
            ("total", self.tr("应还")),
            ("principal", self.tr("本金")),
            ("penalty", self.tr("违约金")),
            ("interest", self.tr("利息")),
        )
        fields = []
        for name, label in names:
            made = LineField(label, MoneyReader(tells_capitals=False))
            context.binding.bind(f"receivable/{name}", made)
            fields.append(made)
        self.gap = words("", tone="muted", wraps=True)
        heading = words(self.tr("应还款项"), role="heading")
        grid = PairRows(((fields[0], fields[1]), (fields[2], fields[3])))
        self.setLayout(column(heading, grid, self.gap, spacing=6))

    def show_case(self, case: Case) -> None:
        """Tell whether the parts make up the sum."""
        gap = case.receivable.gap if case.receivable else None
        self.gap.setVisible(gap is not None)
        if gap is None:
            return
        if gap.is_zero:
            self.gap.setText(self.tr("本金、违约金、利息合计与应还一致"))
            mark(self.gap, tone="ok")
        else:
            told = self.tr("差 {gap}：应还 ≠ 本金 + 违约金 + 利息")
            self.gap.setText(told.format(gap=gap.grouped))
            mark(self.gap, tone="error")


class AuthorityForm(QWidget):
    """授权区间卡: never on the customer's window, on no paper, not for other roles."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        today = context.place.desk.clock.today
        pairs = (
            ("waives_up_to", LineField(self.tr("可减免至"), MoneyReader(tells_capitals=False))),
            ("pays_up_to", LineField(self.tr("可补偿至"), MoneyReader(tells_capitals=False))),
            ("periods_up_to", LineField(self.tr("可分期至"), WholeReader(most=_MOST_PERIODS))),
            ("granted_by", LineField(self.tr("授权人"))),
            ("valid_until_on", LineField(self.tr("有效期至"), DateReader(today))),
            ("note", LineField(self.tr("说明"))),
        )
        for name, made in pairs:
            context.binding.bind(f"authority/{name}", made)
        fields = [made for _, made in pairs]
        heading = words(self.tr("授权区间卡"), role="heading")
        told = words(
            self.tr("只给银行一方和调解员看，不打印，不给对方当事人看"), tone="muted", wraps=True
        )
        grid = PairRows(tuple(zip(fields[::2], fields[1::2], strict=True)))
        holder = frame("card")
        holder.setLayout(column(heading, told, grid, spacing=6, margins=(12, 10, 12, 12)))
        self.setLayout(column(holder))


def need_words(case: Case, tr_need: str, tr_optional: str) -> str:
    """Return how many of the needed and of the optional materials are there."""
    needed = [each for each in case.materials if each.is_needed]
    optional = [each for each in case.materials if each.need == OPTIONAL]
    parts = []
    for template, some in ((tr_need, needed), (tr_optional, optional)):
        if some:
            there = sum(each.is_received for each in some)
            parts.append(template.format(there=there, all=len(some)))
    return "　".join(parts)
