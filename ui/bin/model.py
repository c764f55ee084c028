"""What is in the bin, as rows."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from mediation_app.domain.bins import Binned
from ui.colours import colours_now
from ui.rows import Index
from ui.sentences import term

REASON, WHO, WHEN, LEFT, RESTORE = range(2, 7)
_FEW_DAYS = 3


class BinModel(QAbstractTableModel):
    """One row for each: what, why, who, when, how long still, and 恢复."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Binned, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._few: frozenset[int] = frozenset()
        self._is_folded = False

    def show_entries(self, entries: tuple[Binned, ...], now: datetime) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = entries
        self._rows = tuple(self._words(each, now) for each in entries)
        left = (each.days_left(now) for each in entries)
        self._few = frozenset(row for row, days in enumerate(left) if days <= _FEW_DAYS)
        self.endResetModel()

    def fold(self, *, is_folded: bool) -> None:
        """Say in one column who deleted it and when, for a table too narrow for all of them."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            rows = len(self._rows)
            if rows:
                self.dataChanged.emit(self.index(0, LEFT), self.index(rows - 1, LEFT))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else RESTORE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole and column == LEFT and self._is_folded:
            cells = self._rows[index.row()]
            return f"{cells[LEFT]}\n{cells[WHO]} {cells[WHEN]}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][column]
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == RESTORE:
                return QColor(colours_now().accent)
            if column == LEFT and index.row() in self._few:
                return QColor(colours_now().warning)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (
                self.tr("类别"), self.tr("名称"), self.tr("理由"), self.tr("谁"),
                self.tr("删除时间"), self.tr("保留"), "",
            )  # fmt: skip
            return names[section]
        return None

    def _words(self, entry: Binned, now: datetime) -> tuple[str, ...]:
        number = entry.case_number or self.tr("（草稿）")
        return (
            term(entry.kind.value),
            f"{number}　{entry.name}",
            entry.reason or "—",
            entry.author,
            f"{entry.deleted_at.astimezone():%m-%d %H:%M}",
            self.tr("还有 {days} 天").format(days=entry.days_left(now)),
            self.tr("恢复"),
        )
