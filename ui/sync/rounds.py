"""The history of rounds in sentences, latest first."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableView

from mediation_app.domain.syncing import SyncRound
from ui.colours import colours_now
from ui.measures import limit, scaled
from ui.rows import Index, show_as_rows
from ui.sync_words import is_troubled, moment, round_words

ROW_PX = 30


class RoundsModel(QAbstractTableModel):
    """Rounds as rows: when, and what happened."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds: tuple[SyncRound, ...] = ()
        self.all_rounds: tuple[SyncRound, ...] = ()
        self._only_troubled = False

    def show_rounds(self, rounds: tuple[SyncRound, ...]) -> None:
        """Show other rounds."""
        self.all_rounds = rounds
        self._choose()

    def show_only_troubled(self, *, is_wanted: bool) -> None:
        """Leave out rounds that nobody needs to look at."""
        self._only_troubled = is_wanted
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self.rounds = tuple(
            each for each in self.all_rounds if is_troubled(each) or not self._only_troubled
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many rounds there are."""
        return 0 if parent.isValid() else len(self.rounds)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        done = self.rounds[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (moment(done.ended_at), round_words(done))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return round_words(done)
        if role == Qt.ItemDataRole.ForegroundRole:
            if is_troubled(done):
                return QColor(colours_now().warning)
            is_empty = not (done.sent or done.received)
            return QColor(colours_now().muted) if is_empty or not index.column() else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("时间"), self.tr("内容"))[section]
        return None


class RoundsTable(QTableView):
    """Shows the rounds."""

    def __init__(self, model: RoundsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("同步记录"))
        show_as_rows(self)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        limit(self, minimumHeight=160)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
