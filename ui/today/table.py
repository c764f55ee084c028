"""The table of a board."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.buttons import is_enter
from ui.measures import scaled
from ui.rows import show_as_rows
from ui.theme import ROW_HEIGHTS_PX
from ui.today.model import BoardModel
from ui.today.rows import Column

_WHAT = tuple(Column).index(Column.WHAT)


class BoardTable(QTableView):
    """Shows the lines of a board; Enter or a double click opens the case."""

    opened = Signal(int)
    """The number of the row."""

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("看板中的事项"))
        show_as_rows(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_measures(self, row_height: str) -> None:
        """Take row heights and widths for the present zoom."""
        # Without a least height meanwhile: one that grows first would fix the rows at itself.
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHTS_PX[row_height]))
        self.verticalHeader().setMinimumSectionSize(scaled(ROW_HEIGHTS_PX["compact"]))
        for number, each in enumerate(Column):
            self.setColumnWidth(number, scaled(each.value))
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case on Enter."""
        if is_enter(event) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the room that the other columns leave."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        others = sum(self.columnWidth(n) for n in range(len(Column)) if n != _WHAT)
        room = self.viewport().width() - others
        self.setColumnWidth(_WHAT, max(scaled(Column.WHAT.value), room))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
