"""The pages of a document, one below the other, with some words marked."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.colours import colours_now
from ui.paper.page_layout import PageLayout, scale_to_fit
from ui.paper.paper_text import Spot
from ui.paper.rasters import Sheets

PIXELS_A_POINT_AT_100 = 96 / 72
LEAST_SCALE, MOST_SCALE = 0.3, 6.0
_STEP = 1.15
_MARK_ALPHA = 70


class PaperView(QAbstractScrollArea):
    """Shows sheets; keeps its place when newer sheets of the same paper arrive."""

    clicked_at = Signal(int, float, float)
    """Page, and the point on it in points from the top left."""
    view_changed = Signal()
    """Other pages, or another scale: pictures may be missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = Sheets(b"")
        self._images: dict[int, QImage] = {}
        self._spots: tuple[Spot, ...] = ()
        self._scale: float | None = None
        self._layout = PageLayout()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("文书预览"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.view_changed.emit())

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self._layout.sizes)

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, counted from 0."""
        top = self.verticalScrollBar().value()
        third = self.viewport().height() / 3
        pages = self._layout.pages_between(top + third, top + third)
        return pages[0] if pages else 0

    @property
    def scale(self) -> float:
        """Pixels of the window a point."""
        return self._layout.scale

    @property
    def is_fitted(self) -> bool:
        """True while pages are as wide as the view."""
        return self._scale is None

    @property
    def pixels_a_point(self) -> float:
        """Pixels of the screen a point, for pictures."""
        return self.scale * self.devicePixelRatioF()

    def visible_pages(self) -> tuple[int, ...]:
        """Return the pages in view; the first one while nothing is shown yet."""
        top = self.verticalScrollBar().value()
        return self._layout.pages_between(top, top + self.viewport().height()) or (0,)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show another state of the paper; pages without a new picture keep the old one."""
        self._sheets = sheets
        self._images = {no: each for no, each in self._images.items() if no < len(sheets.sizes)}
        self._images.update(sheets.images)
        self._lay_out(sheets)

    def add_images(self, images: Mapping[int, QImage]) -> None:
        """Show more pictures of the same sheets."""
        self._images.update(images)
        self.viewport().update()

    def mark_spots(self, spots: tuple[Spot, ...]) -> None:
        """Mark words."""
        self._spots = spots
        self.viewport().update()

    def reveal_spots(self) -> None:
        """Scroll to the marked words, unless some of them are in view."""
        rects = [self._layout.spot_rect(spot) for spot in self._spots]
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        shown = QRectF(0, bar.value(), self._layout.width + 1, height)
        if rects and not any(shown.intersects(rect) for rect in rects):
            bar.setValue(round(rects[0].top() - height / 3))

    def zoom_by(self, steps: float) -> None:
        """Make the pages larger or smaller."""
        wanted = self.scale * _STEP**steps
        self._scale = min(max(wanted, LEAST_SCALE), MOST_SCALE)
        self._relay()

    def fit_width(self) -> None:
        """Make the pages as wide as the view from now on."""
        self._scale = None
        self._relay()

    def _lay_out(self, sheets: Sheets) -> None:
        width = self.viewport().width()
        scale = self._scale or scale_to_fit(sheets.sizes, width)
        self._layout = PageLayout(sheets.sizes, scale, width)
        self._set_scroll_ranges()
        self.viewport().update()

    def _relay(self) -> None:
        before = self._layout.height or 1.0
        bar = self.verticalScrollBar()
        share = bar.value() / before
        self._lay_out(self._sheets)
        bar.setValue(round(share * self._layout.height))
        self.view_changed.emit()

    def _set_scroll_ranges(self) -> None:
        view = QSizeF(self.viewport().size())
        up, across = self.verticalScrollBar(), self.horizontalScrollBar()
        up.setRange(0, max(0, round(self._layout.height - view.height())))
        up.setPageStep(round(view.height()))
        up.setSingleStep(40)
        across.setRange(0, max(0, round(self._layout.width - view.width())))
        across.setPageStep(round(view.width()))

    def _origin(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view and the marks on them."""
        colours = colours_now()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(colours.raised))
        painter.translate(-self._origin())
        for page in self.visible_pages() if self.page_count else ():
            rect = self._layout.page_rect(page)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if page in self._images:
                painter.drawImage(rect, self._images[page])
        tint = QColor("#0F6E7C")
        tint.setAlpha(_MARK_ALPHA)
        for spot in self._spots:
            if spot.page < self.page_count:
                painter.fillRect(self._layout.spot_rect(spot).adjusted(-1, -1, 1, 1), tint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width fitted."""
        super().resizeEvent(event)
        self._relay()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the paper was clicked."""
        found = self._layout.point_on_page(event.position() + self._origin())
        if found is not None:
            self.clicked_at.emit(*found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages with Home and End too."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
