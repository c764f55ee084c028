"""流水: what happened to the case, in sentences, and the way back to what was replaced."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import Changes, JournalEntry
from ui.authority_sight import may_see_authority, without_authority
from ui.case.journal_lines import JournalLine, journal_lines
from ui.case.sections.section import Section
from ui.colours import colours_now
from ui.fields.line_edit import LineEdit
from ui.measures import limit, scaled
from ui.rows import show_as_rows
from ui.styling import row, words

Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _FOLDED_ROW_PX = 30, 48
_WIDE_PX, _HEIGHT_PX = 520, 240


class JournalModel(QAbstractTableModel):
    """Lines as rows: when, who, what, and 恢复."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[JournalLine, ...] = ()
        self._restorable: tuple[bool, ...] = ()

    def show_lines(self, lines: tuple[JournalLine, ...], case: Case) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self._restorable = tuple(each.can_be_restored(case) for each in lines)
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
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 3:  # noqa: PLR2004
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


class Journal(Section):
    """The audit trail of one case, newest first."""

    def build(self) -> None:
        """Make the filter and the table."""
        self.model = JournalModel()
        self._entries: tuple[JournalEntry, ...] = ()
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = LineEdit()
        self.filter.setPlaceholderText(self.tr("筛选：姓名、字段、内容"))
        self.filter.setAccessibleName(self.tr("筛选流水"))
        self.filter.textChanged.connect(self.shown.setFilterFixedString)
        limit(self.filter, minimumWidth=220, maximumWidth=280)
        self.table = self._table()
        heading = words(self.tr("流水"), role="heading")
        self.body.addLayout(row(heading, None, self.filter))
        self.body.addWidget(self.table, 100)
        self.context.place.tasks.changed.connect(self._on_stored)
        self._load()

    def refresh(self, case: Case) -> None:
        """Look again at what can be brought back; the lines follow from what is stored."""
        if self.isVisible():
            self.model.show_lines(journal_lines(self._entries, case), case)

    def restore(self, index: QModelIndex) -> None:
        """Bring the older value of a line back."""
        row_no = self.shown.mapToSource(index).row()
        line, editing = self.model.lines[row_no], self.context.editing
        if line.change is not None and line.can_be_restored(editing.case):
            editing.put(line.restored(editing.case))
            self.context.go_to(line.change.path)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.shown)
        table.setAccessibleName(self.tr("流水"))
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what happened take two lines where there is little room beside the time."""
        super().resizeEvent(event)
        self._set_rows()

    def _set_rows(self) -> None:
        is_narrow = self.width() < scaled(_WIDE_PX)
        height_px = _FOLDED_ROW_PX if is_narrow else _ROW_PX
        self.table.verticalHeader().setDefaultSectionSize(scaled(height_px))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 3:  # noqa: PLR2004
            self.restore(index)

    def _on_stored(self, changes: Changes) -> None:
        if self.context.case.id in changes.case_ids and self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while the journal was not in view."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        files, case_id = self.context.place.desk.case_files, self.context.case.id
        self.context.place.tasks.run_latest(
            "journal", self, lambda: files.history(case_id), self._show
        )

    def _show(self, entries: tuple[JournalEntry, ...]) -> None:
        case = self.context.case
        may_see = may_see_authority(self.context.place.desk, case.id)
        self._entries = entries if may_see else without_authority(entries)
        self.model.show_lines(journal_lines(self._entries, case), case)
