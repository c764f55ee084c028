from PySide6.QtCore import QPointF

from ui.paper.page_layout import GAP_PX, PageLayout, scale_to_fit
from ui.paper.paper_text import Spot
from ui.paper.rasters import PageSize

A4 = PageSize(595.0, 842.0)


def test_pages_lie_one_below_the_other():
    layout = PageLayout((A4, A4), 1.0, 700)
    assert layout.page_rect(0).top() == GAP_PX
    assert layout.page_rect(1).top() == GAP_PX * 2 + 842
    assert layout.height == 2 * 842 + 3 * GAP_PX
    assert layout.page_rect(0).left() == (700 - 595) / 2


def test_pages_fill_the_width_where_they_are_fitted():
    scale = scale_to_fit((A4,), 595 * 2 + 2 * GAP_PX)
    assert scale == 2.0
    assert scale_to_fit((), 100) == 1.0


def test_a_pixel_and_a_point_of_the_page_find_each_other():
    layout = PageLayout((A4, A4), 2.0, 1300)
    rect = layout.spot_rect(Spot(1, 100, 200, 110, 212))
    assert layout.point_on_page(rect.topLeft()) == (1, 100, 200)
    assert layout.point_on_page(QPointF(0, 0)) is None


def test_the_pages_in_view_are_known():
    layout = PageLayout((A4, A4, A4), 1.0, 700)
    assert layout.pages_between(0, 100) == (0,)
    assert layout.pages_between(800, 900) == (0, 1)
