"""The window on the second monitor, across the desk; it takes a ``CustomerView`` and no more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from mediation_app.domain.customer_view import BLANK, CustomerView, Topic
from ui.measures import zoom
from ui.styling import row, words

RIGHTS_PT, OFFER_PT, ISSUE_PT, PAGE_PT, SMALL_PT = 28, 54, 36, 26, 18
"""Nothing on it is smaller than 18 pt, whatever the zoom of the desk."""

_SIZES = {
    Topic.RIGHTS.value: RIGHTS_PT,
    Topic.OFFER.value: OFFER_PT,
    Topic.ISSUE.value: ISSUE_PT,
    Topic.AGREEMENT.value: PAGE_PT,
}
WIDE_PX, TIGHT_PX = 24, 8
"""Between the lines; with ticks below, all has to fit without scrolling."""
_FIRST_SIZE_PX = (1280, 800)
_MARGINS_PX = (56, 40, 56, 40)
_SMALLER = (1.75, 1.5, 1.25, 1.0)


class CustomerWindow(QWidget):
    """Shows one view; blank, it holds no word at all. Like paper, it speaks Chinese."""

    ticked = Signal(str, bool)
    """The id of a party that says it knows its rights, or takes that back."""
    blank_wanted = Signal()
    """F8 was pressed here."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("客户屏"))
        self.setAccessibleName(self.tr("客户屏"))
        self.view = BLANK
        self.page_no = 0
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._scale = 1.0
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._inside.setLayout(self._body)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS_PX)
        layout.addWidget(self._area)
        self._add_key()
        self.resize(*_FIRST_SIZE_PX)

    def show_view(self, view: CustomerView) -> None:
        """Show this and nothing that was there before."""
        is_new = view.heading != self.view.heading or view.pages != self.view.pages
        self.view = view
        self.page_no = 0 if is_new else self.page_no
        self._fill()

    def turn(self, by: int) -> None:
        """Turn the pages."""
        last = max(len(self.view.pages) - 1, 0)
        self.page_no = min(max(self.page_no + by, 0), last)
        self._fill()

    def open_beside(self, window: QWidget) -> None:
        """Fill the monitor on which the desk is not; with one monitor, open as a window."""
        others = [each for each in QGuiApplication.screens() if each is not window.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()
        self._fill()

    # --- what is on it --------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the desk that nobody looks any more."""
        super().hideEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the size of print anew where there is another room."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        """Show the view at the zoom of the desk, smaller where not all of it would be in sight."""
        for self._scale in _scales():
            self._lay_out()
            if self._has_room():
                return

    def _has_room(self) -> bool:
        for each in self._inside.findChildren(QWidget):
            each.show()  # a layout passes over what is not shown yet
        room = self._area.viewport().size()
        return self._body.totalHeightForWidth(room.width()) <= room.height()

    def _lay_out(self) -> None:
        self._clear()
        view = self.view
        if view.is_blank:
            return
        head = row(self._label(view.heading, SMALL_PT), None)
        head.addWidget(self._label(view.number_tail, SMALL_PT))
        self._body.addLayout(head)
        self._body.setSpacing(round((TIGHT_PX if view.ticks else WIDE_PX) * self._scale))
        self._body.addStretch(1)
        size_pt = _SIZES.get(view.heading, RIGHTS_PT)
        for text in (*view.lines, *view.pages[self.page_no : self.page_no + 1]):
            self._body.addWidget(self._label(text, size_pt))
        for tick in view.ticks:
            self._body.addWidget(self._tick(tick.party_id, tick.label, is_on=tick.is_ticked))
        if len(view.pages) > 1:
            number = f"{self.page_no + 1} / {len(view.pages)}"
            self._body.addWidget(self._label(number, SMALL_PT))
        self._body.addStretch(2)
        self._area.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        """Take every word off at once: a widget waiting for its end would still hold some."""
        while (item := self._body.takeAt(0)) is not None:
            inner = item.layout()
            widgets = [item.widget()]
            while inner is not None and (each := inner.takeAt(0)) is not None:
                widgets.append(each.widget())
            for widget in widgets:
                if widget is not None:
                    widget.setParent(None)
                    widget.deleteLater()

    def _label(self, text: str, size_pt: float) -> QLabel:
        label = words(text, wraps=True)
        label.setStyleSheet(f"font-size: {size_pt * self._scale:.0f}pt")
        label.ensurePolished()
        return label

    def _tick(self, party_id: str, text: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(is_on)
        size_px = round(RIGHTS_PT * self._scale)
        box.setStyleSheet(
            f"QCheckBox {{ font-size: {size_px}pt }}"
            f"QCheckBox::indicator {{ width: {size_px}px; height: {size_px}px }}"
        )
        box.clicked.connect(lambda: self.ticked.emit(party_id, box.isChecked()))
        return box

    def _add_key(self) -> None:
        blank = QAction(self.tr("背靠背"), self)
        blank.setShortcut(QKeySequence("F8"))
        blank.triggered.connect(lambda: self.blank_wanted.emit())  # noqa: PLW0108  drops Qt's "checked"
        self.addAction(blank)


def _scales() -> list[float]:
    """Return what the sizes may be multiplied with, the zoom of the desk first; never below 1."""
    return [max(1.0, zoom()), *(each for each in _SMALLER if each < zoom())]
