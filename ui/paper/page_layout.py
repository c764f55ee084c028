"""Where the pages of a paper lie one below the other, in pixels of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.paper.paper_text import Spot
from ui.paper.rasters import PageSize

GAP_PX = 12


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Pages centred in a column; ``scale`` is pixels a point."""

    sizes: tuple[PageSize, ...] = ()
    scale: float = 1.0
    view_width: float = 0.0

    @property
    def width(self) -> float:
        """The width of everything, with a gap on both sides."""
        return max((size.width_pt for size in self.sizes), default=0) * self.scale + 2 * GAP_PX

    @property
    def height(self) -> float:
        """The height of everything."""
        return GAP_PX + sum(size.height_pt * self.scale + GAP_PX for size in self.sizes)

    def page_rect(self, page: int) -> QRectF:
        """Return where a page lies."""
        above = sum(size.height_pt * self.scale + GAP_PX for size in self.sizes[:page])
        width = self.sizes[page].width_pt * self.scale
        left = max((max(self.view_width, self.width) - width) / 2, GAP_PX)
        return QRectF(left, GAP_PX + above, width, self.sizes[page].height_pt * self.scale)

    def pages_between(self, top: float, bottom: float) -> tuple[int, ...]:
        """Return the pages that show between two heights."""
        return tuple(
            page
            for page in range(len(self.sizes))
            if self.page_rect(page).top() <= bottom and self.page_rect(page).bottom() >= top
        )

    def spot_rect(self, spot: Spot) -> QRectF:
        """Return where a spot lies."""
        page = self.page_rect(spot.page)
        return QRectF(
            page.left() + spot.left * self.scale,
            page.top() + spot.top * self.scale,
            (spot.right - spot.left) * self.scale,
            (spot.bottom - spot.top) * self.scale,
        )

    def point_on_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return the page under a pixel and the place on it in points."""
        for page in range(len(self.sizes)):
            rect = self.page_rect(page)
            if rect.contains(point):
                x = (point.x() - rect.left()) / self.scale
                y = (point.y() - rect.top()) / self.scale
                return page, x, y
        return None


def scale_to_fit(sizes: tuple[PageSize, ...], view_width: float) -> float:
    """Return the scale at which the widest page fills the width."""
    widest = max((size.width_pt for size in sizes), default=0)
    room = view_width - 2 * GAP_PX
    return room / widest if widest and room > 0 else 1.0
