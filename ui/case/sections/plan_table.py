"""The computed instalments as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mediation_app.domain.instalments import InstalmentLine
from ui.measures import scaled
from ui.rows import Index, show_as_rows

_ROW_PX = 28
_NUMBER, _DUE_ON = 0, 1
_MOST_ROWS = 9


class PlanModel(QAbstractTableModel):
    """Lines as rows: number, due day, amount, principal, interest."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_lines(self, lines: tuple[InstalmentLine, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = tuple(
            (
                str(each.no),
                each.due_on.isoformat(),
                each.amount.grouped,
                each.principal.grouped,
                each.interest.grouped,
            )
            for each in lines
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many instalments there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (
                self.tr("期"), self.tr("到期日"), self.tr("应还"), self.tr("本金"), self.tr("利息")
            )  # fmt: skip
            return names[section]
        return None


class PlanTable(QTableView):
    """As high as its rows, up to nine; then it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = PlanModel()
        self.setModel(self._lines)
        self.setAccessibleName(self.tr("分期表"))
        show_as_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for short in (_NUMBER, _DUE_ON):
            header.setSectionResizeMode(short, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_lines(self, lines: tuple[InstalmentLine, ...]) -> None:
        """Show other lines; hide where there are none."""
        self.setVisible(bool(lines))
        self._lines.show_lines(lines)
        self._set_height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_height()

    def _set_height(self) -> None:
        row_height = scaled(_ROW_PX)
        self.verticalHeader().setDefaultSectionSize(row_height)
        shown = min(self._lines.rowCount(), _MOST_ROWS)
        self.setFixedHeight(row_height * shown + self.horizontalHeader().sizeHint().height() + 2)
