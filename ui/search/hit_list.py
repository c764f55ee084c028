"""The lines under the search box."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.colours import colours_now
from ui.measures import scaled
from ui.search.hits import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_PX = 38
GAP_PX = 12
LEAST_ROWS_SHOWN, MOST_ROWS_SHOWN = 3, 11


class HitDelegate(QStyledItemDelegate):
    """Paints what a line is, what more is known of it, and its key."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        del index
        return QSize(option.rect.width(), scaled(ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        hit: Hit = index.data(HIT_ROLE)
        colours = colours_now()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), scaled(6), scaled(6))
        gap = scaled(GAP_PX)
        room = option.rect.adjusted(gap, 0, -gap, 0)
        room = self._right(painter, room, hit.key, colours.muted)
        room = self._left(painter, room, hit.text, colours.text)
        self._left(painter, room, hit.detail, colours.muted)
        painter.restore()

    def _left(self, painter: QPainter, room: QRect, text: str, colour: str) -> QRect:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return room.adjusted(metrics.horizontalAdvance(shown) + scaled(GAP_PX), 0, 0, 0)

    def _right(self, painter: QPainter, room: QRect, text: str, colour: str) -> QRect:
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        width = painter.fontMetrics().horizontalAdvance(text)
        return room.adjusted(0, 0, -(width + scaled(GAP_PX)), 0)


class HitList(QListView):
    """Shows hits; the search box moves through them, the mouse may choose one as well."""

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("搜索结果"))
        self.setFont(QFont())
        self.clicked.connect(self._on_clicked)

    def show_hits(self, hits: list[Hit], room_px: int) -> None:
        """Show these, the first one ready for Enter; ``room_px`` is how high they may stand."""
        self._model.clear()
        for hit in hits:
            item = QStandardItem(f"{hit.text} {hit.detail} {hit.key}".strip())
            item.setData(hit, HIT_ROLE)
            item.setEditable(False)
            self._model.appendRow(item)
        self.move_to(0)
        most = min(max(LEAST_ROWS_SHOWN, room_px // scaled(ROW_PX)), MOST_ROWS_SHOWN)
        self.setFixedHeight(scaled(ROW_PX) * min(max(1, len(hits)), most))

    def hits(self) -> list[Hit]:
        """Return what is shown."""
        return [self._model.item(n).data(HIT_ROLE) for n in range(self._model.rowCount())]

    def move_by(self, rows: int) -> None:
        """Go up or down, from the last to the first and back."""
        count = self._model.rowCount()
        if count:
            self.move_to((self.currentIndex().row() + rows) % count)

    def move_to(self, row: int) -> None:
        """Go to a line."""
        self.setCurrentIndex(self._model.index(row, 0))

    def current_hit(self) -> Hit | None:
        """Return the line that Enter would choose."""
        index = self.currentIndex()
        return index.data(HIT_ROLE) if index.isValid() else None

    def _on_clicked(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.activated.emit(index)
