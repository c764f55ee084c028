"""The banner of the sample station, so that nobody takes it for real."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from ui.icons import set_icon
from ui.styling import button, mark, row, words


class DemoBanner(QFrame):
    """Says that everything here is invented, and leads to a database of one's own."""

    own_station_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="banner")
        sign = QLabel()
        mark(sign, tone="warning")
        set_icon(sign, "info", 16)
        text = words(
            self.tr("示例数据：人物、机构和案件均为虚构，可以随意练习"), tone="warning", wraps=True
        )
        self.setAccessibleName(text.text())
        own = button(self.tr("新建本站数据库"), self.own_station_wanted.emit, kind="link")
        layout = row(sign, text, own, margins=(16, 2, 12, 2))
        layout.setStretchFactor(text, 1)
        self.setLayout(layout)
