"""The table of cases."""

from itertools import islice

from PySide6.QtCore import (
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from mediation_app.domain.stages import EXITS, PATH, Stage
from ui.cases.model import CasesModel
from ui.cases.rows import Column
from ui.colours import Colours, colours_now
from ui.measures import scaled
from ui.rows import show_as_rows
from ui.sentences import term
from ui.theme import ROW_HEIGHTS_PX

DOT_PX = 8
STAGE_ROOM_PX = 40
MOST_TOGETHER = 500
"""So many chosen rows are dealt with at once; a list may have a million."""


class StageDelegate(QStyledItemDelegate):
    """Writes the stage with a dot before it: hollow at the beginning, its colour by outcome."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dots: dict[tuple[str, bool, int], QIcon] = {}

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Add the dot to the words."""
        super().initStyleOption(option, index)
        model = index.model()
        row = model.row(index.row()) if isinstance(model, CasesModel) else None
        if row is None:
            return
        size = scaled(DOT_PX)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(size, size)
        option.icon = self._dot(row.line.stage, size)

    def _dot(self, stage: Stage, size: int) -> QIcon:
        colour = colour_of(stage, colours_now())
        is_full = stage not in (Stage.DRAFT, Stage.REGISTERED)
        key = (colour, is_full, size)
        if key not in self._dots:
            dot = _drawn_dot(colour, size, is_full=is_full)
            icon = QIcon(dot)
            icon.addPixmap(dot, QIcon.Mode.Selected)
            self._dots[key] = icon
        return self._dots[key]


def _drawn_dot(colour: str, size: int, *, is_full: bool) -> QPixmap:
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), size / 4))
    if is_full:
        painter.setBrush(QColor(colour))
    edge = size / 4
    painter.drawEllipse(QRectF(edge, edge, size * 2 - 2 * edge, size * 2 - 2 * edge))
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap


def colour_of(stage: Stage, colours: Colours) -> str:
    """Return the colour of a stage's dot: work to do, done well, ended otherwise."""
    if stage in EXITS.values():
        return colours.muted
    if stage in PATH[PATH.index(Stage.SIGNED) :]:
        return colours.ok
    return colours.accent if stage is not Stage.DRAFT else colours.warning


class CasesTable(QTableView):
    """Shows the cases; Enter or a double click opens one."""

    opened = Signal(int)
    """The number of the row."""
    typed = Signal(str)
    """Letters that somebody typed in the table."""

    def __init__(self, model: CasesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegateForColumn(tuple(Column).index(Column.STAGE), StageDelegate(self))
        self.setAccessibleName(self.tr("案件列表"))
        show_as_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionsMovable(True)
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
            self.setColumnWidth(tuple(Column).index(Column.STAGE), self._stage_width())

    def _stage_width(self) -> int:
        """Return the room that the longest stage needs in this language."""
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(term(stage.value)) for stage in Stage)
        return max(scaled(Column.STAGE.value), longest + scaled(STAGE_ROOM_PX))

    def columns(self) -> str:
        """Return widths and order, to be remembered."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode()

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the first rows that are chosen, in their order."""
        ranges = sorted(self.selectionModel().selection().toList(), key=lambda each: each.top())
        rows = (row for each in ranges for row in range(each.top(), each.bottom() + 1))
        return list(islice(rows, MOST_TOGETHER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case on Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Let the filter look for what is typed: not all rows are here."""
        self.typed.emit(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parties the room that the other columns leave."""
        super().resizeEvent(event)
        parties = tuple(Column).index(Column.PARTIES)
        others = sum(self.columnWidth(n) for n in range(len(Column)) if n != parties)
        room = self.viewport().width() - others
        self.setColumnWidth(parties, max(scaled(Column.PARTIES.value), room))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
