"""The most important of the case that is chosen in the list, where there is room for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.masks import mask_name
from ui.cases.rows import Row
from ui.measures import limit, space
from ui.sentences import term
from ui.styling import button, column, mark, row, words

WIDTH_PX = 284


class Summary(QFrame):
    """Shows one row at length; people stay masked until the case is opened."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="side")
        self.setAccessibleName(self.tr("案件摘要"))
        self._number = words("", role="strong", wraps=True)
        self._stage = words("", tone="accent")
        self._facts = {
            title: words("", wraps=True)
            for title in (
                self.tr("申请人"),
                self.tr("被申请人"),
                self.tr("纠纷"),
                self.tr("类别"),
                self.tr("金额"),
                self.tr("申请日期"),
                self.tr("最近保存"),
            )
        }
        self._open = button(
            self.tr("打开案件"), self.opened.emit, kind="primary", hint=self.tr("打开案件  Enter")
        )
        facts = column(self._number, self._stage)
        for title, label in self._facts.items():
            facts.addLayout(column(words(title, role="caption"), label, spacing=2))
        facts.addStretch(1)
        space(facts, 12, (20, 18, 12, 8))
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setLayout(facts)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        foot = row(self._open, None, margins=(20, 8, 20, 16))
        self.setLayout(column(area, foot, spacing=0))
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)

    def show_row(self, shown: Row | None) -> None:
        """Show a row, or nothing."""
        self._open.setVisible(shown is not None)
        if shown is None:
            self._number.setText(self.tr("选择一件案件查看摘要"))
            self._stage.clear()
            for label in self._facts.values():
                label.clear()
            return
        line = shown.line
        self._number.setText(shown.texts[0])
        self._stage.setText(term(line.stage.value))
        amount = line.amount
        capitals = f"¥{amount.grouped}\n{rmb_capitals(amount)}" if amount is not None else "—"
        values = (
            "、".join(mask_name(name) for name in line.applicants),
            "、".join(mask_name(name) for name in line.respondents),
            line.dispute,
            line.category,
            capitals,
            shown.texts[5],
            shown.texts[6],
        )
        for label, value in zip(self._facts.values(), values, strict=True):
            label.setText(value or "—")
