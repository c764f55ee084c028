"""A case as a row of the list: texts made once, when the row is fetched."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from mediation_app.ports.queries import CaseLine
from ui.rows import masked_sides
from ui.sentences import term


class Column(Enum):
    """The columns in their order; the value is the width at 100 %."""

    NUMBER = 234
    STAGE = 80
    PARTIES = 150
    DISPUTE = 136
    AMOUNT = 138
    FILED = 98
    SAVED = 104


@dataclass(frozen=True, slots=True)
class Row:
    """One row, ready to be shown."""

    line: CaseLine
    texts: tuple[str, ...]


def column_titles() -> tuple[str, ...]:
    """Return the titles of the columns."""
    translate = QCoreApplication.translate
    return (
        translate("Cases", "案号"),
        translate("Cases", "阶段"),
        translate("Cases", "当事人"),
        translate("Cases", "纠纷"),
        translate("Cases", "金额"),
        translate("Cases", "申请日期"),
        translate("Cases", "最近保存"),
    )


def row_of(line: CaseLine) -> Row:
    """Return the row of a case."""
    texts = (
        line.number or QCoreApplication.translate("Cases", "尚未编号"),
        term(line.stage.value),
        masked_sides(line),
        line.dispute or line.category,
        f"¥{line.amount.grouped}" if line.amount is not None else "",
        line.filed_on.isoformat() if line.filed_on is not None else "",
        line.saved_at.astimezone().strftime("%m-%d %H:%M"),
    )
    return Row(line, texts)
