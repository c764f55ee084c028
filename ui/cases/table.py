"""The table of cases."""

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from mediation_app.domain.stages import EXITS, Stage
from ui.cases.model import CasesModel
from ui.cases.rows import Column
from ui.colours import Colours, colours_now
from ui.measures import scaled
from ui.theme import ROW_HEIGHTS_PX

DOT_PX = 8
DOT_ROOM_PX = 18


class StageDelegate(QStyledItemDelegate):
    """Writes the stage with a dot whose fill tells how far the case is."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words first, then the dot beside them."""
        left = option.rect.left()
        option.rect.setLeft(left + scaled(DOT_ROOM_PX))
        super().paint(painter, option, index)
        model = index.model()
        row = model.row(index.row()) if isinstance(model, CasesModel) else None
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = scaled(DOT_PX)
        top = option.rect.center().y() - size // 2
        colour = QColor(colour_of(row.line.stage, colours_now()))
        painter.setPen(colour)
        if row.line.stage not in (Stage.DRAFT, Stage.REGISTERED):
            painter.setBrush(colour)
        painter.drawEllipse(left + scaled(DOT_PX), top, size, size)
        painter.restore()


def colour_of(stage: Stage, colours: Colours) -> str:
    """Return the colour of a stage's dot: work to do, done well, ended otherwise."""
    if stage in EXITS.values():
        return colours.muted
    if stage in (Stage.SIGNED, Stage.CONFIRMATION, Stage.PERFORMANCE, Stage.VISITED):
        return colours.ok
    return colours.accent if stage is not Stage.DRAFT else colours.warning


class CasesTable(QTableView):
    """Shows the cases; Enter or a double click opens one."""

    opened = Signal(int)
    """The number of the row."""

    def __init__(self, model: CasesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegateForColumn(tuple(Column).index(Column.STAGE), StageDelegate(self))
        self.setAccessibleName(self.tr("案件列表"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_measures(self, row_height: str) -> None:
        """Take row heights for the present zoom."""
        self.verticalHeader().setMinimumSectionSize(scaled(ROW_HEIGHTS_PX["compact"]))
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHTS_PX[row_height]))

    def set_columns(self, remembered: str) -> None:
        """Take widths and order as they were left, or those of the design."""
        state = QByteArray.fromBase64(remembered.encode())
        if state.isEmpty() or not self.horizontalHeader().restoreState(state):
            for number, column in enumerate(Column):
                self.setColumnWidth(number, scaled(column.value))

    def columns(self) -> str:
        """Return widths and order, to be remembered."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case on Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
