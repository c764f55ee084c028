"""The history of a record as a table of sentences, with a filter, and the way back."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from ui.case.journal_lines import JournalLine
from ui.colours import colours_now
from ui.fields.line_edit import LineEdit
from ui.measures import limit, scaled
from ui.rows import Index, show_as_rows
from ui.styling import column, row, words

_ROW_PX, _FOLDED_ROW_PX = 30, 48
_WIDE_PX, _HEIGHT_PX = 520, 240
_RESTORE = 3
"""The column of 恢复."""


class JournalModel(QAbstractTableModel):
    """Lines as rows: when, who, what, and 恢复."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[JournalLine, ...] = ()
        self._restorable: tuple[bool, ...] = ()

    def show_lines(self, lines: tuple[JournalLine, ...], record: Case | Committee) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self._restorable = tuple(each.can_be_restored(record) for each in lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.lines[index.row()].text
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _RESTORE:
            return QColor(colours_now().accent)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("时间"), self.tr("谁"), self.tr("内容"), "")[section]
        return None

    def _text(self, index: Index) -> str:
        line = self.lines[index.row()]
        restore = self.tr("恢复") if self._restorable[index.row()] else ""
        at = f"{line.saved_at.astimezone():%m-%d %H:%M:%S}"
        return (at, line.author, line.text, restore)[index.column()]


class JournalView(QWidget):
    """A heading with a filter, and the lines under it, newest first."""

    restore_asked = Signal(object)
    """JournalLine: somebody wants back what it replaced."""

    def __init__(self, heading: str, filter_name: str) -> None:
        super().__init__()
        self.model = JournalModel()
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = LineEdit()
        self.filter.setPlaceholderText(self.tr("筛选：姓名、字段、内容"))
        self.filter.setAccessibleName(filter_name)
        self.filter.textChanged.connect(self.shown.setFilterFixedString)
        limit(self.filter, minimumWidth=220, maximumWidth=280)
        self.table = self._table(heading)
        head = row(words(heading, role="heading"), None, self.filter)
        layout = column(head, self.table, spacing=10)
        layout.setStretchFactor(self.table, 1)
        self.setLayout(layout)

    def show_lines(self, lines: tuple[JournalLine, ...], record: Case | Committee) -> None:
        """Show other lines, about this record as it is now."""
        self.model.show_lines(lines, record)

    def restore(self, index: QModelIndex) -> None:
        """Ask for what the line at a place of the table replaced."""
        self.restore_asked.emit(self.model.lines[self.shown.mapToSource(index).row()])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what happened take two lines where there is little room beside the time."""
        super().resizeEvent(event)
        self._set_rows()

    def _table(self, name: str) -> QTableView:
        table = QTableView()
        table.setModel(self.shown)
        table.setAccessibleName(name)
        show_as_rows(table)
        table.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.activated.connect(self.restore)
        table.clicked.connect(self._on_clicked)
        limit(table, minimumHeight=_HEIGHT_PX)
        return table

    def _set_rows(self) -> None:
        is_narrow = self.width() < scaled(_WIDE_PX)
        height_px = _FOLDED_ROW_PX if is_narrow else _ROW_PX
        self.table.verticalHeader().setDefaultSectionSize(scaled(height_px))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _RESTORE:
            self.restore(index)
